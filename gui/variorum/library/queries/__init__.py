"""Questions to the library that are no search: what a list, a pane or a page shows."""
