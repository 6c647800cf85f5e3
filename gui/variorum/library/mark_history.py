"""The history of marks: who did what to them, and when; kept for ever, undone or not.

It is written beside the journal, from the same changes, and is no part of undo: what was done
and taken back was still done.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from variorum.ids import AnnotatorId, ArticleId
from variorum.library.commands import Command, Table
from variorum.library.connection import Db
from variorum.library.journal import Change, Values
from variorum.library.moments import instant, now

_VARIANT_ENDS = ("base_article", "version_article")


class Step(StrEnum):
    """Say whether a deed was done, taken back, or done again."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


@dataclass(frozen=True, slots=True)
class MarkDeed:
    """Hold what was done to one mark of an article."""

    made: dt.datetime
    command: Command
    step: Step
    annotator: str
    """Who did it; empty where that is not known."""
    article: ArticleId
    mark: str | None
    """The highlight's stable id; None where it was a note on something else."""
    words: str
    codes: tuple[str, ...]
    note: str | None


@dataclass(slots=True)
class _Touched:
    """Gather what a command did to one highlight."""

    row: Values | None = None
    """As it was last seen: after the deed, or before it went."""
    note: str | None = None


@dataclass(slots=True)
class _Gathered:
    highlights: dict[int, _Touched] = field(default_factory=dict[int, _Touched])
    apart: list[tuple[int, str | None]] = field(default_factory=list[tuple[int, str | None]])
    """Articles with a note that is on no highlight."""

    def take(self, change: Change) -> None:
        """Add a change to what is known."""
        row = change.after or change.before or {}
        if change.table is Table.HIGHLIGHTS:
            self._of(row["id"]).row = row
        elif change.table is Table.HIGHLIGHT_CODES:
            self._of(row["highlight"])
        elif change.table is Table.CARRYINGS:
            self._of(row["source"])
        elif change.table is Table.NOTES:
            self._take_note(row, change.after)

    def _take_note(self, row: Values, after: Values | None) -> None:
        words = after["text"] if after else None
        if row["highlight"] is not None:
            self._of(row["highlight"]).note = words
        ends = (row["article"], *(row[end] for end in _VARIANT_ENDS))
        self.apart += [(article, words) for article in ends if article is not None]

    def _of(self, highlight: int) -> _Touched:
        return self.highlights.setdefault(highlight, _Touched())


def keep(
    db: Db,
    command: Command,
    changes: Iterable[Change],
    *,
    step: Step,
    annotator: AnnotatorId | None,
) -> None:
    """Write what a command, an undo or a redo did to marks."""
    gathered = _Gathered()
    for change in changes:
        gathered.take(change)
    if not gathered.highlights and not gathered.apart:
        return
    made = now()
    db.write_many(
        """
        INSERT INTO mark_history (made, kind, step, annotator, article, mark, words, codes, note)
        SELECT ?, ?, ?, ?, id, ?, ?, ?, ? FROM articles WHERE id = ?
        """,
        [(made, command, step, annotator, *rest) for rest in _entries(db, gathered)],
    )


def _entries(db: Db, gathered: _Gathered) -> Iterator[tuple[Any, ...]]:
    rows = _rows(db, [number for number, one in gathered.highlights.items() if one.row is None])
    codes = _codes(db, list(gathered.highlights))
    for number, one in gathered.highlights.items():
        row = one.row or rows.get(number)
        if row is not None:
            names = json.dumps(codes.get(number, []), ensure_ascii=False)
            yield row["uuid"], row["exact"], names, one.note, row["article"]
    for article, note in gathered.apart:
        yield None, "", "[]", note, article


def _rows(db: Db, highlights: Sequence[int]) -> dict[int, Values]:
    found = db.rows(
        "SELECT id, uuid, exact, article FROM highlights"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(highlights),),
    )
    return {row[0]: {"uuid": row[1], "exact": row[2], "article": row[3]} for row in found}


def _codes(db: Db, highlights: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for number, name in db.rows(
        "SELECT hc.highlight, c.name FROM highlight_codes hc JOIN codes c ON c.id = hc.code"
        " WHERE hc.highlight IN (SELECT value FROM json_each(?)) ORDER BY c.position",
        (json.dumps(highlights),),
    ):
        found.setdefault(number, []).append(name)
    return found


def of_article(db: Db, article: ArticleId, *, limit: int = -1) -> list[MarkDeed]:
    """Return what was done to an article's marks, the latest first."""
    rows = db.rows(
        """
        SELECT h.made, h.kind, h.step, coalesce(a.name, ''), h.article, h.mark, h.words, h.codes,
               h.note
        FROM mark_history h LEFT JOIN annotators a ON a.id = h.annotator
        WHERE h.article = ? ORDER BY h.id DESC LIMIT ?
        """,
        (article, limit),
    )
    return [
        MarkDeed(
            instant(made),
            Command(kind),
            Step(step),
            name,
            ArticleId(number),
            mark,
            words,
            tuple(json.loads(codes)),
            note,
        )
        for made, kind, step, name, number, mark, words, codes, note in rows
    ]
