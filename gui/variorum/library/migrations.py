"""The steps from an empty file to the schema of today; each is one transaction."""

from sqlite_utils import Database, Migrations

from variorum.library.schema import FIRST

migrations = Migrations("variorum")


@migrations(name="0001_first")
def first(db: Database) -> None:
    """Lay down the first schema."""
    for statement in FIRST:
        # The migration's own transaction is open around this.
        db.conn.execute(statement)


VERSION = 1
"""The number of migrations above, kept in the file as `user_version`."""
