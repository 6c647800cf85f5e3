"""Recognise corpora in JSON by their first characters."""

import json

from variorum.formats.corpus_lines import mended, whole_lines
from variorum.formats.encodings import decode

_SAMPLE = 65_536
_JUDGED = 3
"""Lines that have to be objects, where there are so many."""


def is_lines(head: bytes) -> bool:
    """Tell whether each line of a file, of which there are several, is an object."""
    text = _text(head)
    if not text.startswith("{"):
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    whole = lines[:-1] if len(head) >= _SAMPLE else lines
    return len(lines) > 1 and bool(whole) and all(map(_is_object, whole[:_JUDGED]))


def is_table(head: bytes) -> bool:
    """Tell whether a file is an array of objects, or one object."""
    text = _text(head)
    if text.startswith("["):
        return text[1:].lstrip().startswith("{")
    return text.startswith("{") and text[1:].lstrip().startswith('"')


def _text(head: bytes) -> str:
    return mended(decode(whole_lines(head, longest=_SAMPLE)).text).lstrip()


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
