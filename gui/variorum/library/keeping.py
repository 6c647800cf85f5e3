"""What a library keeps for the program: settings of its own, and words not yet saved.

All deeds here are for `Command.HOUSEKEEPING`: they are no steps of undo.
"""

import datetime as dt
from dataclasses import dataclass

from variorum.library.connection import Db
from variorum.library.moments import instant, now


@dataclass(frozen=True, slots=True)
class Draft:
    """Hold words that were being written when the program ended."""

    place: str
    """What they are written on, in the words of who keeps them."""
    text: str
    changed: dt.datetime


def keep_draft(db: Db, *, place: str, text: str) -> None:
    """Keep words that are being written, in place of what was kept there before."""
    db.write(
        "INSERT OR REPLACE INTO drafts (place, text, changed) VALUES (?, ?, ?)",
        (place, text.replace("\0", "\u2400"), now()),
    )


def forget_draft(db: Db, *, place: str) -> None:
    """Forget words that were saved or given up."""
    db.write("DELETE FROM drafts WHERE place = ?", (place,))


def drafts(db: Db) -> list[Draft]:
    """Return all drafts, the latest first."""
    rows = db.rows("SELECT place, text, changed FROM drafts ORDER BY changed DESC")
    return [Draft(place, text, instant(changed)) for place, text, changed in rows]


def set_setting(db: Db, *, name: str, value: str) -> None:
    """Keep a setting of this library; the value is JSON."""
    db.write("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", (name, value))


def setting(db: Db, name: str) -> str | None:
    """Return a setting of this library as JSON, or None when it was never set."""
    return db.value("SELECT value FROM settings WHERE name = ?", (name,))
