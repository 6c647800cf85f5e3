"""Bring files, folders and pasted text into a library: read, recognise, group, report."""
