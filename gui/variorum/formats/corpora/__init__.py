"""Corpora in tables, read row by row: CSV, XLSX, JSON, JSON Lines."""
