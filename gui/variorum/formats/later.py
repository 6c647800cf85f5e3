"""Put off loading a format's module until a file of that format is read."""

from dataclasses import dataclass
from importlib import import_module
from typing import BinaryIO

from variorum.formats.compose import Part
from variorum.formats.corpora.rows import Table
from variorum.formats.corpora.table import OpenTable, Read
from variorum.text import Imported


@dataclass(frozen=True, slots=True)
class Later:
    """Read with a module that is loaded when the first file needs it.

    What reads web pages takes a third of a second to load (measured), which the start of the
    window would otherwise pay for every reader who imports plain text.
    """

    module: str
    """Its `read_file` reads."""

    def __call__(self, data: bytes, *, name: str, origin: str) -> list[Imported]:
        """Return the articles; raise `FormatError` where the bytes are none of this format."""
        return self._read()(data, name=name, origin=origin)

    def _read(self) -> Read:
        return import_module(self.module).read_file


@dataclass(frozen=True, slots=True)
class LaterTable:
    """Open a corpus with a module that is loaded when the first file needs it."""

    module: str
    function: str = "open_table"

    def __call__(self, file: BinaryIO, *, name: str) -> Table:
        """Return the table of a seekable file; raise `FormatError` where it holds none."""
        return self._open()(file, name=name)

    def _open(self) -> OpenTable:
        return getattr(import_module(self.module), self.function)


def parts_of_html(body: str) -> list[Part]:
    """Return the parts of a piece of HTML; what reads it is loaded with the first."""
    return import_module("variorum.formats.html.fragment").parts_of_html(body)
