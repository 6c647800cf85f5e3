"""Read a file of marks, whichever of the formats that can come back it has."""

from pathlib import Path

from variorum.annotations.mark_set import MarkSet
from variorum.errors import FormatError
from variorum.exchange.jsonld_in import read_jsonld
from variorum.exchange.qdpx_in import read_qdpx

_ZIP = b"PK\x03\x04"
LARGEST = 1024 * 1024 * 1024
"""Bytes."""


def read_marks(file: Path) -> MarkSet:
    """Return the marks of a JSON-LD file or a .qdpx project.

    Raises `FormatError` for what is neither, and what the system says of the file.
    """
    if file.stat().st_size > LARGEST:
        raise FormatError(f"{file.name} is larger than any file of marks.")
    data = file.read_bytes()
    read = read_qdpx if data.startswith(_ZIP) else read_jsonld
    return read(data, name=file.name)
