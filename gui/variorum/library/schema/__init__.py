"""The tables of the file, step by step: the first schema is history, each change a migration."""
