"""One process writes a library at a time: a lock file beside it says which.

The lock is the operating system's, so it ends with its process, however that ends. The
library itself is never opened here: closing any handle on it would drop SQLite's locks.
"""

import os
import sys
from pathlib import Path
from typing import IO

from variorum.errors import LibraryLocked, LibraryReadOnly

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class LockFile:
    """Hold the right to write a library, until `release` or the end of the process."""

    def __init__(self, library: Path) -> None:
        self._path = library.with_name(library.name + ".lock")
        self._file: IO[str] | None = None

    def acquire(self) -> None:
        """Take the lock, or raise `LibraryLocked` at once when another process has it."""
        while self._file is None:
            try:
                file = self._path.open("a+", encoding="utf-8")
            except OSError as error:
                raise LibraryReadOnly(
                    "The folder of this library may not be written to.",
                    hint="Copy the library to a folder of your own to work on it.",
                ) from error
            try:
                _lock(file)
            except OSError as error:
                file.close()
                raise LibraryLocked(
                    "This library is open in another window.",
                    hint="Close it there, or open the library to read only.",
                ) from error
            # Whoever held it may have taken the file away between our two steps.
            if _is_still(self._path, file):
                self._file = file
            else:
                file.close()

    def release(self) -> None:
        """Give the lock back and take the lock file away."""
        if self._file is None:
            return
        if sys.platform != "win32":
            self._path.unlink(missing_ok=True)
        self._file.close()
        self._file = None


def _is_still(path: Path, file: IO[str]) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False
