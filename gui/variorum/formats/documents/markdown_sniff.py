"""Recognise Markdown carefully: a page of wire copy that bears a sign of it by chance stays plain."""

import re

from variorum.formats.encodings import decode, is_wide

_SAMPLE = 65_536
_FRONT = re.compile(
    r"---[ \t]*\r?\n(?:[^\r\n]{0,2000}\r?\n){1,100}?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)"
)
_FIELD = re.compile(r"^[A-Za-z][\w -]{0,40}:(?:\s|$)", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t]+[^\s#\d].{0,200}$", re.MULTILINE)
_UNDERLINED = re.compile(r"^[^\s\-=#].{0,200}\r?\n(?:={3,}|-{3,})[ \t]*\r?$", re.MULTILINE)
_LINK = re.compile(
    r"!?\[[^\[\]\n]{1,300}\]\((?:https?://|mailto:|/|#|\.)[^()\s]{0,500}(?:\s\"[^\"\n]{0,200}\")?\)"
)
_STRONG = re.compile(r"(?<![*\w])\*\*(?=\S)[^*\n]{1,300}(?<=\S)\*\*(?![*\w])")
_QUOTED = re.compile(r"^>[ \t]\S", re.MULTILINE)
_FENCE = re.compile(r"^```\w*[ \t]*\r?$", re.MULTILINE)
_OF_WIRES = re.compile(r"^[^\s=|].{2,160}[ \t]=[ \t]*\r?$", re.MULTILINE)
"""A headline with the sign by which agencies end their heads; their notes to desks are in Markdown."""
_HEAD_OF_WIRES = 1_500
_ENOUGH = 3
_MOST_OF_A_SIGN = 3


def is_markdown(head: bytes) -> bool:
    """Tell whether a file is Markdown: by its front matter, or by several of its signs."""
    if is_wide(head):
        return False
    text = decode(head).text.lstrip("\ufeff\r\n")
    front = front_matter(text)
    if front and _FIELD.search(front):
        return True
    if _OF_WIRES.search(text, 0, _HEAD_OF_WIRES):
        return False
    headings = len(_HEADING.findall(text)) + len(_UNDERLINED.findall(text))
    links = len(_LINK.findall(text))
    if not headings + links:
        return False
    opens = 1 if _HEADING.match(text) else 0
    others = (len(pattern.findall(text)) for pattern in (_STRONG, _QUOTED, _FENCE))
    signs = (2 * headings, 2 * links, *others)
    return opens + sum(min(sign, _MOST_OF_A_SIGN) for sign in signs) >= _ENOUGH


def front_matter(text: str) -> str:
    """Return the fields that a file opens with, their fences too; empty where it has none."""
    found = _FRONT.match(text)
    return found.group() if found else ""
