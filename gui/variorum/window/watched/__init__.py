"""Folders whose new files are imported by themselves."""
