"""Read the lines of a corpus one after the other, in its encoding, each byte recoverable."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from variorum.errors import FormatError
from variorum.formats.encodings import byte_order_mark, decode, is_wide, of_windows
from variorum.text import Problem

SAMPLE = 256 * 1024
"""Bytes by which the encoding is decided."""
LONGEST_LINE = 50_000_000
"""Code points."""
_HINT = "It may be damaged, or no table at all."
_CHUNK = 64 * 1024
_WIDE = ("utf-16", "utf-32")
_ESCAPED = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Lines:
    """Hold an open corpus as text; its line ends stay as they are."""

    text: io.TextIOWrapper
    encoding: str
    problems: tuple[Problem, ...]
    head: str
    """What it begins with, read already."""

    def each(self) -> Iterator[str]:
        """Yield the lines, each with its end; raise `FormatError` for one that never ends."""
        while line := self.text.readline(LONGEST_LINE):
            if len(line) == LONGEST_LINE:
                raise FormatError("A line of this file is too long to be read.", hint=_HINT)
            yield line

    def received(self, text: str) -> bytes:
        """Return the bytes that a piece of the text came as."""
        errors = "replace" if self.encoding.startswith(_WIDE) else "surrogateescape"
        return text.encode(self.encoding, errors)


class _Borrowed(io.RawIOBase):
    """Read another's file, and leave it open when the reading ends."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file

    def readable(self) -> bool:
        """Return what a text wrapper asks."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer as far as there is something to read."""
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def open_lines(file: BinaryIO) -> Lines:
    """Return a seekable file as text; a byte that is no character becomes a lone surrogate."""
    sample = whole_lines(file.read(SAMPLE), longest=SAMPLE)
    decoded = decode(sample)
    file.seek(len(byte_order_mark(sample)))
    errors = "replace" if decoded.encoding.startswith(_WIDE) else "surrogateescape"
    bytes_of = io.BufferedReader(_Borrowed(file), _CHUNK)
    text = io.TextIOWrapper(bytes_of, encoding=decoded.encoding, errors=errors, newline="")
    return Lines(text, decoded.encoding, decoded.problems, decoded.text)


def whole_lines(sample: bytes, *, longest: int) -> bytes:
    """Return a sample without the line that its end has cut, where it was cut."""
    if len(sample) < longest:
        return sample
    if is_wide(sample):
        return sample[: len(sample) // 4 * 4]
    return sample[: sample.rfind(b"\n") + 1] or sample


def mended(text: str) -> str:
    """Return text with each byte that was no character read as the encoding most desks used."""
    if text.isascii():
        return text
    return _ESCAPED.sub(lambda found: of_windows(ord(found.group()) - 0xDC00), text)
