"""Recognise a file's format by its content and read its articles.

A new format is one more module with a `Format`, and one more row in `FORMATS`.
"""

from variorum.errors import FormatError
from variorum.formats import binary, html_sniff, plain
from variorum.formats.encodings import is_wide
from variorum.formats.later import Later
from variorum.formats.table import Format
from variorum.text import Imported

FORMATS: tuple[Format, ...] = (
    Format("mhtml", html_sniff.is_archive, Later("variorum.formats.mhtml")),
    Format("html", html_sniff.is_page, Later("variorum.formats.html")),
    plain.FORMAT,
)
"""The first that recognises a file reads it; plain text, which takes anything, stands last."""

LARGEST = 50 * 1024 * 1024
"""Bytes."""
_SAMPLE = 65_536


def read_bytes(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the articles of a file, at least one; raise `FormatError` where it holds none.

    `name` stands in what is said to the reader; `origin` is kept with every article.
    """
    _refuse_what_is_no_text(data, name)
    head = data[:_SAMPLE]
    chosen = next(candidate for candidate in FORMATS if candidate.sniff(head))
    return chosen.read(data, name=name, origin=origin)


def _refuse_what_is_no_text(data: bytes, name: str) -> None:
    if not data:
        raise FormatError(f"{name} is empty.", hint="There is no text to read in it.")
    if len(data) > LARGEST:
        raise FormatError(
            f"{name} is larger than {LARGEST // 1024 // 1024} MB.",
            hint="Split it into smaller files.",
        )
    what = binary.named(data)
    if what is not None:
        raise FormatError(
            f"{name} is not text: it is {what}.", hint="Save or copy its text and import that."
        )
    if not is_wide(data) and binary.is_noise(data[:_SAMPLE]):
        raise FormatError(f"{name} is not text.", hint="Save or copy its text and import that.")
