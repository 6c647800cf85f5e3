"""Read what a file's own fields say of an item's descent: its status, its note to editors."""

from collections.abc import Iterator

from variorum.text import NOTE_KINDS, Lineage, LineageKind, PassageKind
from variorum.wire import lineage, reader

_STATES = {
    "canceled": LineageKind.WITHDRAWAL,
    "cancelled": LineageKind.WITHDRAWAL,
    "killed": LineageKind.WITHDRAWAL,
    "recalled": LineageKind.WITHDRAWAL,
    "retracted": LineageKind.WITHDRAWAL,
    "withdrawn": LineageKind.WITHDRAWAL,
    "embargoed": LineageKind.HOLD,
    "held": LineageKind.HOLD,
    "withheld": LineageKind.HOLD,
}
"""The IPTC's states of publication in NITF, NewsML and ninjs, and what newsroom systems write."""
_MOST_LINES = 20


def with_fields(
    marks: tuple[Lineage, ...], *, status: str | None, note: str | None, embargoed: bool = False
) -> tuple[Lineage, ...]:
    """Return an item's marks with those of its fields, which stand nowhere in its text.

    What is embargoed by a field is sent in advance, as what a note says so of is.
    """
    if not (status or note or embargoed):
        return marks
    advance = [Lineage(LineageKind.ADVANCE)] if embargoed else []
    told = [*marks, *_of_status(status), *_of_note(note), *advance]
    return lineage.chosen(told, headline=None, slug=None)


def _of_status(status: str | None) -> Iterator[Lineage]:
    kind = _STATES.get((status or "").casefold())
    if kind is not None:
        yield Lineage(kind)


def _of_note(note: str | None) -> Iterator[Lineage]:
    """Yield what a note to editors says; a line of it that says nothing of itself is advisory."""
    for line in (note or "").splitlines()[:_MOST_LINES]:
        guess = reader.judge(line) if line.strip() else None
        kind = guess.kind if guess and guess.kind in NOTE_KINDS else PassageKind.ADVISORY
        for mark in lineage.of_passage(line, kind, at=0):
            yield Lineage(mark.kind, mark.number, soft=mark.soft)
