"""Feeds: Atom and RSS."""
