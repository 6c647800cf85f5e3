"""Libraries as the reader handles them: made, opened, copied, checked, backed up, restored."""
