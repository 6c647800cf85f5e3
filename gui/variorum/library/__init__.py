"""The library file: schema, migrations, journal, search. The only room that knows SQL.

It knows articles, stories and marks as values, and neither files of other formats nor Qt.
`library` opens the file and does deeds; deeds stand in `articles`, `stories`, `annotations`,
`codebook`, `annotators` and `keeping`; questions in `queries/` and `search/`; `schema/` holds
the tables and every change of them, `safety/` proves and copies the whole, `merging/` takes
another library in.
"""
