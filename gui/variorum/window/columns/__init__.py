"""Ask which columns of a corpus hold what; it knows no import, it gives a mapping."""
