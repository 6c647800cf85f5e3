"""What is asked of who reads a file, and the pieces in which the answer comes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from time import monotonic

from variorum.formats.corpora.rows import Columns, Look
from variorum.intake.skips import Skipped
from variorum.text import Imported

_MOST = 50
_LONGEST = 0.25
"""Seconds after which a piece is given, however small."""


class Ready:
    """Be the base of what an article is made into where it is read."""

    __slots__ = ()


Make = Callable[[Imported], Ready]
"""Make an article ready in the process in which it is read: a function that can be named there."""

Found = Imported | Ready | Skipped
"""What a file holds: articles as they were read or made ready, or why there is none."""


class Deed(StrEnum):
    """Name how a file is read."""

    WHOLE = "whole"
    ROWS = "rows"
    MEMBERS = "members"
    COLUMNS = "columns"
    """Only what a corpus looks like is wanted."""


@dataclass(frozen=True, slots=True)
class Task:
    """Hold a file to read, and how."""

    path: Path
    deed: Deed
    columns: Columns
    is_cheap: bool
    """It is surely read in a moment, so that nobody has to watch over it."""
    start: int = 0
    """The member of an archive to begin with."""
    only: str = ""
    """The member of an archive that alone is wanted."""
    after: int = 0
    """Articles of a corpus that are not wanted, from its beginning."""
    make: Make | None = None
    """What articles are made into; none where they are wanted as they were read."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Hold files to read one after the other; of those that come in pieces only the task."""

    paths: tuple[Path, ...]
    columns: Columns
    make: Make | None = None
    """What articles are made into; none where they are wanted as they were read."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold what was found in a file since the piece before; one with nothing is a sign of life."""

    found: tuple[Found, ...] = ()
    place: int = 0
    """How much of the file was read, of its size."""
    size: int = 0
    member: int = 0
    """The member of an archive that is read from now on, and its name in sentences."""
    called: str = ""
    is_last: bool = False
    """The file ends with it."""
    is_corpus: bool = False
    look: Look | None = None
    """What a corpus looks like, where that was asked."""
    later: Task | None = None
    """Of a chunk: a file that is to be read by itself."""


def in_pieces(found: Iterable[Imported | Skipped]) -> Iterator[tuple[Imported | Skipped, ...]]:
    """Yield what is found in pieces, neither too large nor too long awaited."""
    piece: list[Imported | Skipped] = []
    began = monotonic()
    for each in found:
        piece.append(each)
        if len(piece) >= _MOST or monotonic() - began > _LONGEST:
            yield tuple(piece)
            piece.clear()
            began = monotonic()
    if piece:
        yield tuple(piece)
