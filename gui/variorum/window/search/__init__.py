"""Search everything: the field in the tool row, and the panel of results below it."""
