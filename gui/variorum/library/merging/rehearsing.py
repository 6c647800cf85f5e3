"""Say what a deed would do, by doing it on a copy that is thrown away."""

import tempfile
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from variorum.library import journal
from variorum.library.articles import index_new
from variorum.library.connection import connect_reading, connect_writing, readable_errors
from variorum.library.library import Deed, Library
from variorum.library.opening import Access

T = TypeVar("T")


def rehearsed(library: Library, deed: Deed[T]) -> T:
    """Return what a deed would return; the library stays as it is, also one only to be read."""
    with tempfile.TemporaryDirectory(prefix="variorum-") as folder:
        copy = Path(folder) / "rehearsal.variorum"
        copy_to(library.path, copy, frozen=library.access is Access.FROZEN)
        with closing(connect_writing(copy)) as db:
            db.do("PRAGMA synchronous = OFF")
            journal.install(db)
            with db.transaction():
                found = deed(db)
                index_new(db)
                return found


def copy_to(path: Path, to: Path, *, frozen: bool = False) -> None:
    """Write what a library holds now to another file."""
    with closing(connect_reading(path, frozen=frozen)) as source, readable_errors():
        # It writes another file only, which a query-only connection may not do either.
        source.do("PRAGMA query_only = OFF")
        source.conn.execute("VACUUM INTO ?", (str(to),))
