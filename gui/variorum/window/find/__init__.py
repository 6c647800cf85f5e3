"""Find words in the panes: the bar over the desk, and where it leads."""
