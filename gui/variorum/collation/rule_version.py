"""Number the rules of collation as a whole."""

RULE_VERSION = 23
"""Goes up whenever the same two articles may give another result; caches depend on it."""
