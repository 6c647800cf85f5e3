"""Put off loading what fills new columns until a library that lacks them is opened."""

import sqlite3
from importlib import import_module


def fill_lineages(connection: sqlite3.Connection) -> None:
    """Read the marks of descent of the articles that are there; that takes the patterns of wire copy."""
    if connection.execute("SELECT 1 FROM articles LIMIT 1").fetchone() is not None:
        import_module("variorum.library.schema.lineages").fill(connection)
