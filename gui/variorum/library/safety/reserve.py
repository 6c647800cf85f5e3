"""Room kept on the disk for the words that are being written when it fills up.

When SQLite finds no room, even deleting fails. A file beside the library holds some room
back; it is given up so that the note at hand is saved, and taken again when there is space.
"""

import os
from pathlib import Path

_MOST = 8 * 1024 * 1024
_SHARE = 4
"""Never more than this part of what is free."""
_BLOCK = 256 * 1024


class Reserve:
    """Hold room on the disk of a library."""

    def __init__(self, library: Path) -> None:
        self._path = library.with_name(f".{library.name}.reserve")

    @property
    def is_held(self) -> bool:
        """Tell whether there is room to give up."""
        return self._path.exists()

    def hold(self) -> bool:
        """Take the room, if there is any; tell whether it is held."""
        if self.is_held:
            return True
        try:
            size = min(_MOST, _free(self._path.parent) // _SHARE)
            if size < _BLOCK // 4:
                return False
            _fill(self._path, size)
        except OSError:
            self.release()
            return False
        return True

    def release(self) -> bool:
        """Give the room up; tell whether there was any."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True


def _free(folder: Path) -> int:
    """Return the bytes that are free for us, as far as the system tells."""
    if not hasattr(os, "statvfs"):
        return _MOST * _SHARE
    told = os.statvfs(folder)
    return told.f_bavail * told.f_frsize


def _fill(path: Path, size: int) -> None:
    with path.open("wb") as file:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(file.fileno(), 0, size)
            return
        for start in range(0, size, _BLOCK):
            # Noise: a file system that compresses would keep no room for zeros.
            file.write(os.urandom(min(_BLOCK, size - start)))
