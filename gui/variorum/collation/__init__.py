"""Compare two versions of a story: sentences, links, variants, quotations. Pure functions."""
