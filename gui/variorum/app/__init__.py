"""What the window works with, without widgets: session, jobs, undo, text map, models."""
