"""Highlights, codes, notes as values; anchors; carrying marks from version to version."""
