"""New libraries for tests that are about something else than making one."""

import os
import shutil
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

from variorum.library.library import Library
from variorum.library.opening import open_writer

_MEMORY = Path("/dev/shm")  # noqa: S108 - a disk in memory, where there is one
_ROOM = 2 * 2**30


def quick_disk() -> Path | None:
    """Return a disk in memory that has room for what the tests write, or None."""
    if not _MEMORY.is_dir() or not os.access(_MEMORY, os.W_OK):
        return None
    # Some tests start a program that they wrote; containers often forbid it there.
    may_start = not os.statvfs(_MEMORY).f_flag & os.ST_NOEXEC
    return _MEMORY if may_start and shutil.disk_usage(_MEMORY).free > _ROOM else None


def quick_folder() -> tempfile.TemporaryDirectory[str]:
    """Return a folder for laws of many examples, in memory where the system has such a disk."""
    return tempfile.TemporaryDirectory(dir=quick_disk())


def library_at(path: Path) -> Library:
    """Open a library; where none is, the empty one that a process makes once is laid down."""
    if not path.exists():
        path.write_bytes(_empty())
    return Library.open(path)


@cache
def _empty() -> bytes:
    """Return the file of a library that has no identity yet: each gets its own when opened."""
    with quick_folder() as folder:
        path = Path(folder, "empty.variorum")
        with closing(open_writer(path, create=True)):
            pass
        return path.read_bytes()
