"""Collations kept to be shown at once; they can be made anew at any time.

What is kept are bytes that the caller makes and reads: never a form that runs code when it
is read, since a library may come from elsewhere.
"""

import zlib
from dataclasses import dataclass

from variorum.library.connection import Db


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Name two texts by their hashes, and the rules by which they are compared."""

    base_sha256: str
    version_sha256: str
    rule_version: int


def keep_collation(db: Db, pair: Pair, data: bytes, *, kept: float) -> None:
    """Keep a collation and its share kept; for `Command.HOUSEKEEPING`."""
    db.write(
        """
        INSERT OR REPLACE INTO collations
            (base_sha256, version_sha256, rule_version, kept, deflated)
        VALUES (?, ?, ?, ?, ?)
        """,
        (pair.base_sha256, pair.version_sha256, pair.rule_version, kept, zlib.compress(data)),
    )


def kept_collation(db: Db, pair: Pair) -> bytes | None:
    """Return a collation that was kept, or None when there is none by these rules."""
    found = db.value(
        "SELECT deflated FROM collations WHERE base_sha256 = ? AND version_sha256 = ?"
        " AND rule_version = ?",
        (pair.base_sha256, pair.version_sha256, pair.rule_version),
    )
    return None if found is None else zlib.decompress(found)


def kept_share(db: Db, pair: Pair) -> float | None:
    """Return what share of the base lives on in the version, as far as it is known."""
    return db.value(
        "SELECT kept FROM collations WHERE base_sha256 = ? AND version_sha256 = ?"
        " AND rule_version = ?",
        (pair.base_sha256, pair.version_sha256, pair.rule_version),
    )
