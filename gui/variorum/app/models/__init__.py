"""Item models over the library; each asks for pages and keeps no more than it shows."""
