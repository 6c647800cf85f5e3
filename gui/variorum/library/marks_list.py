"""All highlights of a library as one list, and what carrying left to be reviewed."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from variorum.annotations.values import CarriedStatus
from variorum.ids import AnnotatorId, ArticleId, CarryingId, CodeId, HighlightId, StoryId
from variorum.library.connection import Db
from variorum.library.search.expressions import typed_expression
from variorum.text import Span


class MarkStatus(StrEnum):
    """Name which marks are listed."""

    ALL = "all"
    TO_REVIEW = "to_review"
    """Carried otherwise than to the very words, and nobody has looked at it yet."""
    CARRIED = "carried"
    """Came from another version, in whatever way."""
    WITH_NOTE = "with_note"
    WITHOUT_CODE = "without_code"


@dataclass(frozen=True, slots=True)
class MarksFilter:
    """Say which marks are listed; what is not set asks for nothing."""

    text: str = ""
    """Words of the quotation or of its notes."""
    code: CodeId | None = None
    article: ArticleId | None = None
    annotator: AnnotatorId | None = None
    story: StoryId | None = None
    status: MarkStatus = MarkStatus.ALL


@dataclass(frozen=True, slots=True)
class Listed:
    """Name one line: a highlight, or where one was dropped; by both when it was carried."""

    highlight: HighlightId
    """The mark; where it was dropped, the mark that did not arrive."""
    carrying: CarryingId | None = None


@dataclass(frozen=True, slots=True)
class ListedMark:
    """Hold what a line of the list shows."""

    highlight: HighlightId
    article: ArticleId
    """The version that the line is about."""
    story: StoryId
    span: Span | None
    """Where it stands there; None where it was dropped."""
    exact: str
    codes: tuple[CodeId, ...]
    annotator: str
    has_note: bool
    carrying: CarryingId | None = None
    status: CarriedStatus | None = None
    """What became of it, while nobody has reviewed it."""
    came_from: ArticleId | None = None
    came_from_span: Span | None = None
    came_from_words: str = ""

    @property
    def waits(self) -> bool:
        """Tell whether a reader has still to look at it."""
        return self.status in {CarriedStatus.CHANGED, CarriedStatus.DROPPED}


_LIVING = "JOIN articles a ON a.id = h.article AND a.binned IS NULL"

_CONDITIONS = {
    MarkStatus.CARRIED: "h.id IN (SELECT highlight FROM carryings WHERE highlight IS NOT NULL)",
    MarkStatus.WITH_NOTE: "h.id IN (SELECT highlight FROM notes WHERE highlight IS NOT NULL)",
    MarkStatus.WITHOUT_CODE: "h.id NOT IN (SELECT highlight FROM highlight_codes)",
}


def listed(db: Db, asked: MarksFilter) -> list[Listed]:
    """Return the lines of the list: by story and version, in the order of their places."""
    conditions, parameters = _conditions(asked)
    if asked.status is MarkStatus.TO_REVIEW:
        return _to_review(db, asked, conditions, parameters)
    where = " AND ".join(conditions) or "true"
    rows = db.rows(
        f"SELECT h.id, (SELECT min(c.id) FROM carryings c WHERE c.highlight = h.id)"
        f" FROM highlights h {_LIVING} JOIN members m ON m.article = h.article"
        f" WHERE {where} ORDER BY m.story DESC, h.article, h.span_start, h.span_end, h.id",
        parameters,
    )
    return [Listed(HighlightId(row[0]), row[1] and CarryingId(row[1])) for row in rows]


def _conditions(asked: MarksFilter) -> tuple[list[str], list[Any]]:
    """Return what a highlight `h` has to meet; for one that was dropped it is the source."""
    conditions: list[str] = []
    parameters: list[Any] = []

    def demand(condition: str, *values: object) -> None:
        conditions.append(condition)
        parameters.extend(values)

    if asked.text.strip():
        words = typed_expression(asked.text, complete_last=False)
        demand(
            "h.id IN (SELECT rowid FROM quotation_words WHERE quotation_words MATCH ?"
            " UNION SELECT n.highlight FROM note_words JOIN notes n ON n.id = note_words.rowid"
            " WHERE note_words MATCH ? AND n.highlight IS NOT NULL)",
            words or '""',
            words or '""',
        )
    if asked.code is not None:
        demand("h.id IN (SELECT highlight FROM highlight_codes WHERE code = ?)", asked.code)
    if asked.annotator is not None:
        demand("h.annotator = ?", asked.annotator)
    if asked.story is not None:
        demand("m.story = ?", asked.story)
    if asked.article is not None and asked.status is not MarkStatus.TO_REVIEW:
        demand("h.article = ?", asked.article)
    if asked.status in _CONDITIONS:
        demand(_CONDITIONS[asked.status])
    return conditions, parameters


def _to_review(
    db: Db, asked: MarksFilter, conditions: list[str], parameters: list[Any]
) -> list[Listed]:
    if asked.article is not None:
        conditions.append("c.article = ?")
        parameters.append(asked.article)
    where = " AND ".join(("c.reviewed IS NULL", "c.status <> 'carried'", *conditions))
    rows = db.rows(
        f"SELECT coalesce(c.highlight, c.source), c.id FROM carryings c"
        f" JOIN highlights h ON h.id = c.source {_LIVING}"
        f" JOIN articles t ON t.id = c.article AND t.binned IS NULL"
        f" JOIN members m ON m.article = c.article"
        f" WHERE {where} ORDER BY m.story DESC, c.article, h.span_start, h.id",
        parameters,
    )
    return [Listed(HighlightId(row[0]), CarryingId(row[1])) for row in rows]


def listed_marks(db: Db, lines: Sequence[Listed]) -> dict[Listed, ListedMark]:
    """Return what lines show; a line whose mark is gone since is left out."""
    carried = _carryings(db, [line.carrying for line in lines if line.carrying is not None])
    wanted = {line.highlight for line in lines} | {row[1] for row in carried.values()}
    rows = _rows(db, wanted)
    codes = _codes(db, wanted)
    found: dict[Listed, ListedMark] = {}
    for line in lines:
        mark = rows.get(line.highlight)
        if mark is not None:
            number = line.carrying
            row = carried.get(number) if number is not None else None
            found[line] = _line(mark, codes.get(line.highlight, ()), row, rows)
    return found


def _line(
    mark: tuple[Any, ...],
    codes: tuple[CodeId, ...],
    carried: tuple[Any, ...] | None,
    rows: dict[int, tuple[Any, ...]],
) -> ListedMark:
    number, article, story, start, end, exact, annotator, has_note = mark
    plain = ListedMark(
        HighlightId(number),
        ArticleId(article),
        StoryId(story),
        Span(start, end),
        exact,
        codes,
        annotator,
        bool(has_note),
    )
    source = rows.get(carried[1]) if carried is not None else None
    if carried is None or source is None:
        return plain
    carrying, _, target, here, status, reviewed = carried
    return ListedMark(
        plain.highlight,
        ArticleId(target),
        plain.story,
        plain.span if here is not None else None,
        plain.exact,
        plain.codes,
        plain.annotator,
        plain.has_note,
        carrying=CarryingId(carrying),
        status=None if reviewed else CarriedStatus(status),
        came_from=ArticleId(source[1]),
        came_from_span=Span(source[3], source[4]),
        came_from_words=source[5],
    )


def _carryings(db: Db, wanted: Sequence[CarryingId]) -> dict[int, tuple[Any, ...]]:
    rows = db.rows(
        "SELECT id, source, article, highlight, status, reviewed FROM carryings"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(wanted)),),
    )
    return {row[0]: row for row in rows}


def _rows(db: Db, wanted: set[HighlightId]) -> dict[int, tuple[Any, ...]]:
    rows = db.rows(
        """
        SELECT h.id, h.article, m.story, h.span_start, h.span_end, h.exact, a.name,
               EXISTS (SELECT 1 FROM notes n WHERE n.highlight = h.id)
        FROM highlights h JOIN members m ON m.article = h.article
            JOIN annotators a ON a.id = h.annotator
        WHERE h.id IN (SELECT value FROM json_each(?))
        """,
        (json.dumps(sorted(wanted)),),
    )
    return {row[0]: row for row in rows}


def _codes(db: Db, wanted: set[HighlightId]) -> dict[HighlightId, tuple[CodeId, ...]]:
    found: dict[HighlightId, tuple[CodeId, ...]] = {}
    for highlight, code in db.rows(
        """
        SELECT hc.highlight, hc.code FROM highlight_codes hc JOIN codes c ON c.id = hc.code
        WHERE hc.highlight IN (SELECT value FROM json_each(?)) ORDER BY c.position, c.id
        """,
        (json.dumps(sorted(wanted)),),
    ):
        number = HighlightId(highlight)
        found[number] = (*found.get(number, ()), CodeId(code))
    return found


def review_count(db: Db) -> int:
    """Count the carried marks that nobody has reviewed."""
    # CROSS keeps the order: there are few carryings, and as many articles as there may be.
    return db.value(
        "SELECT count(*) FROM carryings c CROSS JOIN articles a ON a.id = c.article"
        " WHERE c.reviewed IS NULL AND c.status <> 'carried' AND a.binned IS NULL"
    )
