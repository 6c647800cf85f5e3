"""The settings that the reader sees: a table, and the dialog that is made from it."""
