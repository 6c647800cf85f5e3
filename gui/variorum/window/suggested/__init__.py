"""Stories that may be one: a page on which the reader answers, question by question."""
