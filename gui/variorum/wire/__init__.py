"""Read wire copy: a text in, its passages, dateline, byline and notes out. Knows no files."""
