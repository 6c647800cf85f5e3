"""Recognise corpora in JSON by their first characters."""

import json

from variorum.formats.corpora.lines import mended, whole_lines
from variorum.formats.encodings import decode

_SAMPLE = 65_536
_JUDGED = 20
"""Lines of which most have to be objects: a broken one among them makes the others no prose."""
_FEWEST = 2


def is_lines(head: bytes) -> bool:
    """Tell whether most lines of a file, of which there are several, are an object each."""
    text = _text(head)
    lines = [line for line in text.split("\n") if line.strip()]
    whole = lines[:-1] if len(head) >= _SAMPLE else lines
    judged = whole[:_JUDGED]
    objects = sum(map(_is_object, judged))
    return len(lines) > 1 and objects >= min(_FEWEST, len(judged)) and 2 * objects > len(judged)


def is_table(head: bytes) -> bool:
    """Tell whether a file is an array of objects, or one object."""
    text = _text(head)
    if text.startswith("["):
        return text[1:].lstrip().startswith("{")
    return text.startswith("{") and text[1:].lstrip().startswith('"')


def _text(head: bytes) -> str:
    return mended(decode(whole_lines(head, longest=_SAMPLE)).text).lstrip()


def _is_object(line: str) -> bool:
    if not line.lstrip().startswith("{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
