"""Search and filters: the language they are asked in, the SQL it becomes, words in context."""
