"""The hand on the panes: which versions stand on the desk, how they scroll, and what fills them."""
