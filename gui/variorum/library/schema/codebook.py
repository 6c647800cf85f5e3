"""What the codebook was given besides names and colours.

History, as `schema` is: a change is a new migration.
"""

import sqlite3

from variorum.annotations.codebook import KEYS, sign_for

CODEBOOK = (
    "ALTER TABLE codes ADD COLUMN sign TEXT NOT NULL DEFAULT ''",  # letters beside the colour
    "ALTER TABLE codes ADD COLUMN description TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE codes ADD COLUMN examples TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE codes ADD COLUMN number_key INTEGER CHECK (number_key BETWEEN 1 AND 9)",
    "ALTER TABLE codes ADD COLUMN codable INTEGER NOT NULL DEFAULT 1 CHECK (codable IN (0, 1))",
    "ALTER TABLE codes ADD COLUMN retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))",
)
"""Signs, descriptions, examples and keys; codes that only hold others together, or are retired."""


def fill(db: sqlite3.Connection) -> None:
    """Give the codes that are there signs of their own, and the keys that their order gave them."""
    taken: list[str] = []
    rows = db.execute("SELECT id, name FROM codes ORDER BY position, id").fetchall()
    for number, (code, name) in enumerate(rows, start=1):
        taken.append(sign_for(name, taken))
        key = number if number in KEYS else None
        db.execute("UPDATE codes SET sign = ?, number_key = ? WHERE id = ?", (taken[-1], key, code))
