"""Read the members of an office document's zip within limits; nothing is ever unpacked by name."""

import re
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import BinaryIO

from variorum.errors import FormatError

MOST_MEMBERS = 5_000
LARGEST_WHOLE = 200 * 1024 * 1024
"""Bytes of all members together, unpacked."""
LARGEST_MEMBER = 100 * 1024 * 1024
HIGHEST_RATIO = 200
"""Unpacked to packed, of members large enough to matter; office XML stays below 100."""
_MATTERS = 1024 * 1024

_LOCAL = re.compile(rb"PK\x03\x04.{22}(?P<lengths>.{4})", re.DOTALL)
_WORD = re.compile(rb"word/(?:document|styles|settings|fontTable|theme/|_rels/|numbering)")
_SHEET = re.compile(rb"xl/(?:workbook|worksheets/|sharedStrings|styles|_rels/|theme/)")
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"


def is_docx(head: bytes) -> bool:
    """Tell whether a zip's first members are those of a Word document."""
    return any(_WORD.match(name) for name in _names(head))


def is_xlsx(head: bytes) -> bool:
    """Tell whether a zip's first members are those of an Excel workbook."""
    return any(_SHEET.match(name) for name in _names(head))


def is_odt(head: bytes) -> bool:
    """Tell whether a zip says first that it is an OpenDocument text."""
    return head.startswith(b"PK\x03\x04") and _ODT in head[:120]


def _names(head: bytes) -> Iterator[bytes]:
    if not head.startswith(b"PK\x03\x04"):
        return
    for found in _LOCAL.finditer(head):
        length = int.from_bytes(found["lengths"][:2], "little")
        yield head[found.end() : found.end() + length]


@contextmanager
def opened(
    file: BinaryIO | bytes,
    *,
    name: str,
    most_members: int = MOST_MEMBERS,
    largest_whole: int = LARGEST_WHOLE,
) -> Generator["Members"]:
    """Open a document; raise `FormatError` for one that is damaged, locked or a bomb."""
    try:
        with zipfile.ZipFile(BytesIO(file) if isinstance(file, bytes) else file) as archive:
            _judge(archive, name, most_members=most_members, largest_whole=largest_whole)
            yield Members(archive, name)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError) as error:
        raise FormatError(
            f"{name} is damaged.", hint="It may not have been saved whole."
        ) from error


class Members:
    """Give the members of an open document."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name

    def get(self, member: str) -> bytes | None:
        """Return a member's bytes, or None where there is none of this name."""
        try:
            info = self._archive.getinfo(member)
        except KeyError:
            return None
        try:
            with self._archive.open(info) as file:
                # zipfile stops at the size that is declared, which was judged before.
                return file.read(LARGEST_MEMBER)
        except (zipfile.BadZipFile, zlib.error, RuntimeError) as error:
            raise FormatError(
                f"{self._name} is damaged.", hint="It may not have been saved whole."
            ) from error

    def need(self, member: str) -> bytes:
        """Return a member's bytes; raise `FormatError` where there is none of this name."""
        found = self.get(member)
        if found is None:
            raise FormatError(f"{self._name} holds no text.", hint="It may be damaged.")
        return found


def _judge(archive: zipfile.ZipFile, name: str, *, most_members: int, largest_whole: int) -> None:
    members = archive.infolist()
    whole = sum(member.file_size for member in members)
    bombs = (
        member.file_size > LARGEST_MEMBER
        or (
            member.file_size > _MATTERS
            and member.file_size > HIGHEST_RATIO * max(member.compress_size, 1)
        )
        for member in members
    )
    if len(members) > most_members or whole > largest_whole or any(bombs):
        raise FormatError(
            f"{name} unpacks to more than an article.", hint="Save its text alone and import that."
        )
    if any(member.flag_bits & 1 for member in members):
        raise FormatError(
            f"{name} is locked with a password.", hint="Save a copy without it and import that."
        )
