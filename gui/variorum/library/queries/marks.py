"""Questions about marks: highlights, notes, codes."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from variorum.annotations.values import Anchor, Code, Highlight, Note, VariantPlace
from variorum.ids import AnnotatorId, ArticleId, CodeId, HighlightId, NoteId, StoryId
from variorum.library.connection import Db
from variorum.library.moments import instant
from variorum.library.queries.rows import CodeRow
from variorum.text import Span

_HIGHLIGHT = """
    SELECT h.id, h.article, h.span_start, h.span_end, h.exact, h.prefix, h.suffix,
           h.annotator, h.made
    FROM highlights h
"""

_NOTE = """
    SELECT n.id, n.text, n.annotator, n.made, n.changed, n.highlight, n.article, n.story,
           n.base_article, n.base_start, n.base_end,
           n.version_article, n.version_start, n.version_end
    FROM notes n
"""


def highlights(db: Db, articles: Sequence[ArticleId]) -> list[Highlight]:
    """Return the highlights of articles in the order of their places."""
    wanted = json.dumps(list(articles))
    rows = db.rows(
        f"{_HIGHLIGHT} WHERE h.article IN (SELECT value FROM json_each(?))"
        " ORDER BY h.article, h.span_start, h.span_end, h.id",
        (wanted,),
    )
    return _highlights(db, rows)


def highlight(db: Db, highlight_id: HighlightId) -> Highlight | None:
    """Return a highlight, or None when it is not there any more."""
    found = _highlights(db, db.rows(f"{_HIGHLIGHT} WHERE h.id = ?", (highlight_id,)))
    return found[0] if found else None


def _highlights(db: Db, rows: list[tuple[Any, ...]]) -> list[Highlight]:
    codes: defaultdict[int, list[CodeId]] = defaultdict(list)
    for highlight_id, code in db.rows(
        """
        SELECT hc.highlight, hc.code FROM highlight_codes hc JOIN codes c ON c.id = hc.code
        WHERE hc.highlight IN (SELECT value FROM json_each(?)) ORDER BY c.position, c.id
        """,
        (json.dumps([row[0] for row in rows]),),
    ):
        codes[highlight_id].append(CodeId(code))
    return [
        Highlight(
            id=HighlightId(number),
            article=ArticleId(article),
            anchor=Anchor(Span(start, end), exact, prefix, suffix),
            codes=tuple(codes[number]),
            annotator=AnnotatorId(annotator),
            made=instant(made),
        )
        for number, article, start, end, exact, prefix, suffix, annotator, made in rows
    ]


def notes(db: Db, story: StoryId) -> list[Note]:
    """Return the notes on a story, its versions, their highlights and variants, as written."""
    of_story = (
        "SELECT m.article FROM members m JOIN articles a ON a.id = m.article"
        " WHERE m.story = ? AND a.binned IS NULL"
    )
    return _notes(
        db,
        f"""
        WHERE n.story = ? OR n.article IN ({of_story}) OR n.version_article IN ({of_story})
           OR n.highlight IN (SELECT id FROM highlights WHERE article IN ({of_story}))
        """,
        (story, story, story, story),
    )


def notes_around(db: Db, story: StoryId, articles: Sequence[ArticleId]) -> list[Note]:
    """Return the notes on a story, on some articles, and on variants that end in one of them."""
    among = "(SELECT value FROM json_each(?2))"
    where = f"""
        WHERE n.story = ?1 OR n.article IN {among} OR n.base_article IN {among}
           OR n.version_article IN {among}
    """
    return _notes(db, where, (story, json.dumps(list(articles))))


def notes_of_highlights(db: Db, highlights: Sequence[HighlightId]) -> list[Note]:
    """Return the notes on these highlights, as written."""
    where = "WHERE n.highlight IN (SELECT value FROM json_each(?))"
    return _notes(db, where, (json.dumps(list(highlights)),))


def note(db: Db, note_id: NoteId) -> Note | None:
    """Return a note, or None when it is not there any more."""
    found = _notes(db, "WHERE n.id = ?", (note_id,))
    return found[0] if found else None


def _notes(db: Db, where: str, parameters: Sequence[object]) -> list[Note]:
    return [_note(row) for row in db.rows(f"{_NOTE} {where} ORDER BY n.made, n.id", parameters)]


def _note(row: tuple[Any, ...]) -> Note:
    number, text, annotator, made, changed, on_highlight, on_article, on_story, *ends = row
    base, base_start, base_end, version, version_start, version_end = ends
    variant = None
    if base is not None:
        variant = VariantPlace(
            ArticleId(base),
            Span(base_start, base_end),
            ArticleId(version),
            Span(version_start, version_end),
        )
    return Note(
        id=NoteId(number),
        text=text,
        annotator=AnnotatorId(annotator),
        made=instant(made),
        changed=instant(changed),
        highlight=on_highlight,
        variant=variant,
        article=on_article,
        story=on_story,
    )


_CODE = """
    SELECT id, name, colour, position, parent, memo, sign, description, examples, number_key,
           codable, retired
    FROM codes ORDER BY position, id
"""

_BELOW = """
    WITH RECURSIVE below (top, code) AS (
        SELECT id, id FROM codes UNION
        SELECT below.top, codes.id FROM below JOIN codes ON codes.parent = below.code
    )
    SELECT below.top, count(DISTINCT hc.highlight)
    FROM below JOIN highlight_codes hc ON hc.code = below.code
    WHERE hc.highlight NOT IN (SELECT h.id FROM articles a JOIN highlights h ON h.article = a.id
                               WHERE a.binned IS NOT NULL)
      AND below.top IN (SELECT parent FROM codes)
    GROUP BY below.top
"""


def codes(db: Db) -> list[CodeRow]:
    """Return the codebook in its order, with how many highlights have each code."""
    own = db.rows(
        """
        SELECT hc.code, count(*) FROM highlight_codes hc
        WHERE hc.highlight NOT IN (SELECT h.id FROM articles a
            JOIN highlights h ON h.article = a.id WHERE a.binned IS NOT NULL)
        GROUP BY hc.code
        """
    )
    counts = dict[int, int](own)
    with_below = dict[int, int](db.rows(_BELOW))
    rows: list[CodeRow] = []
    for number, name, colour, position, parent, *rest in db.rows(_CODE):
        *words, key, codable, retired = rest
        code = Code(
            CodeId(number), name, colour, position, parent, *words,
            key=key, codable=bool(codable), retired=bool(retired),
        )  # fmt: skip
        count = counts.get(number, 0)
        rows.append(CodeRow(code, count, with_below.get(number, count)))
    return rows
