"""What a format is: a name, how its content is recognised, how it is read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from variorum.text import Imported


class Read(Protocol):
    """Read the articles of a file's bytes."""

    def __call__(self, data: bytes, *, name: str, origin: str) -> list[Imported]:
        """Return the articles; raise `FormatError` where the bytes are none of this format."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """Hold one row of the table of formats."""

    name: str
    sniff: Callable[[bytes], bool]
    """Tell from a file's first bytes (64 kB) whether it is of this format."""
    read: Read
