"""The manual in a window of its own: contents, pages, search; it knows nothing of the library."""
