"""Comparisons and marks out and in: one module a format. Knows no Qt."""
