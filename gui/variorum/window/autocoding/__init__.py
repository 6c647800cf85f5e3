"""Code what a search finds: the question, the list to tick, the deed."""
