"""What a format is: a name, how its content is recognised, how it is read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from variorum.formats.corpora.rows import Table
from variorum.text import Imported


class Read(Protocol):
    """Read the articles of a file's bytes."""

    def __call__(self, data: bytes, *, name: str, origin: str) -> list[Imported]:
        """Return the articles; raise `FormatError` where the bytes are none of this format."""
        ...


class OpenTable(Protocol):
    """Open a corpus, whose rows are read as they are asked for."""

    def __call__(self, file: BinaryIO, *, name: str) -> Table:
        """Return the table of a seekable file; raise `FormatError` where it holds none."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """Hold one row of the table of formats."""

    name: str
    sniff: Callable[[bytes], bool]
    """Tell from a file's first bytes (64 kB) whether it is of this format."""
    read: Read
    open_table: OpenTable | None = None
    """What reads a corpus row by row, however large its file is; none where a file is a whole."""
    is_binary: bool = False
    """Its files are no text, so it is asked before files that are no text are refused."""
