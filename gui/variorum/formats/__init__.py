"""Read files: one module a format, and a registry that recognises them by content."""
