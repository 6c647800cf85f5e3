"""The reader decides: links, moves, classes and words, by hand."""
