"""Read a file of marks, whichever of the formats that can come back it has."""

import re
from pathlib import Path

from variorum.annotations.mark_set import MarkSet
from variorum.errors import FormatError
from variorum.exchange.codebook_csv import read_codebook_table
from variorum.exchange.jsonld_in import read_jsonld
from variorum.exchange.qdpx_in import read_qdpx
from variorum.exchange.refi_in import read_codebook

_ZIP = b"PK\x03\x04"
_TABLES = frozenset((".csv", ".tsv"))
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*[{\[]")
LARGEST = 1024 * 1024 * 1024
"""Bytes."""


def read_marks(file: Path) -> MarkSet:
    """Return the marks of a JSON-LD file or a .qdpx project, or the codes of a .qdc or CSV file.

    Raises `FormatError` for what is none of them, and what the system says of the file.
    """
    if file.stat().st_size > LARGEST:
        raise FormatError(f"{file.name} is larger than any file of marks.")
    data = file.read_bytes()
    if data.startswith(_ZIP):
        return read_qdpx(data, name=file.name)
    if _XML.match(data):
        return MarkSet(codes=read_codebook(data, name=file.name))
    if file.suffix.lower() in _TABLES and not _JSON.match(data):
        return MarkSet(codes=read_codebook_table(data, name=file.name))
    return read_jsonld(data, name=file.name)
