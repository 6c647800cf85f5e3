"""The steps from an empty file to the schema of today; each is one transaction."""

from sqlite_utils import Database, Migrations

from variorum.library.schema import FIRST, NAMES

migrations = Migrations("variorum")


@migrations(name="0001_first")
def first(db: Database) -> None:
    """Lay down the first schema."""
    for statement in FIRST:
        # The migration's own transaction is open around this.
        db.conn.execute(statement)


@migrations(name="0002_names")
def names(db: Database) -> None:
    """Let sources, places and days be found without reading every article."""
    for statement in NAMES:
        db.conn.execute(statement)


VERSION = 2
"""The number of migrations above, kept in the file as `user_version`."""
