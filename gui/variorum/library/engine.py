"""Say which SQLite reads and writes the library: a bundle may carry another than the system."""

import sqlite3

SQLITE_VERSION = sqlite3.sqlite_version

_SOUND = (3, 51, 3)
"""The first release without the rare fault in a log that several connections write."""


def is_sound_for_writers(version: str = SQLITE_VERSION) -> bool:
    """Tell whether several connections may write a library at once without any risk."""
    return tuple(int(part) for part in version.split(".")) >= _SOUND
