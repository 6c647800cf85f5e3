"""Links in notes: `[[label]]` by a name, `[[label|kind id]]` to one thing whatever it is called.

An id is the last twelve digits of a stable id: short enough to stand in a text, long enough that
no two things of a library share it. A passage is an article's id with a span of code points.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from variorum.text import Span

_DIGITS = 12
LINK = re.compile(
    r"\[\[([^\[\]|\n]{1,200})(?:\|(article|code|passage) ([0-9a-f]{12})(?::(\d{1,9})-(\d{1,9}))?)?\]\]"
)
"""A link as it stands in a note."""
OPEN = re.compile(r"\[\[([^\[\]|\n]{0,100})\Z")
"""The beginning of a link that is being typed."""
_NOT_IN_LABEL = re.compile(r"[\[\]|\s]+")
_LONGEST_LABEL = 80


class LinkKind(StrEnum):
    """Say what a link leads to."""

    ARTICLE = "article"
    PASSAGE = "passage"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class NoteLink:
    """Hold a link: by an id, or where there is none by a name."""

    label: str
    kind: LinkKind | None = None
    token: str = ""
    span: Span | None = None

    def __str__(self) -> str:
        """Return the link as it stands in a note."""
        label = _NOT_IN_LABEL.sub(" ", self.label).strip()[:_LONGEST_LABEL].rstrip() or "?"
        if self.kind is None:
            return f"[[{label}]]"
        place = f":{self.span.start}-{self.span.end}" if self.span is not None else ""
        return f"[[{label}|{self.kind} {self.token}{place}]]"


def token_of(stable: str) -> str:
    """Return the digits of a stable id that a link names it by."""
    return stable.replace("-", "")[-_DIGITS:]


def note_links(text: str) -> Iterator[NoteLink]:
    """Yield the links of a note, in their order."""
    return map(read_link, LINK.finditer(text))


def read_link(found: re.Match[str]) -> NoteLink:
    """Return the link that `LINK` has found."""
    label, kind, token, start, end = found.groups()
    span = None
    if kind == LinkKind.PASSAGE and start is not None and int(start) <= int(end):
        span = Span(int(start), int(end))
    return NoteLink(label.strip(), LinkKind(kind) if kind else None, token or "", span)
