"""What words are, for collation: the tables of `resources/lexicons`, each read once."""
