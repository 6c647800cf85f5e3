"""The library file: schema, migrations, journal, search. The only room that knows SQL."""
