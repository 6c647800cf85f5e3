"""Questions about all notes of a library: which fit a filter, and what a list shows of them."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from variorum.ids import AnnotatorId, ArticleId, CodeId, NoteId, StoryId
from variorum.library.connection import Db
from variorum.library.moments import instant
from variorum.library.queries.links import linking_notes
from variorum.library.search.matching import Term


class NoteKind(StrEnum):
    """Say what a note is on."""

    HIGHLIGHT = "highlight"
    VARIANT = "variant"
    ARTICLE = "article"
    STORY = "story"


_IS_KIND = {
    NoteKind.HIGHLIGHT: "n.highlight IS NOT NULL",
    NoteKind.VARIANT: "n.base_article IS NOT NULL",
    NoteKind.ARTICLE: "n.article IS NOT NULL",
    NoteKind.STORY: "n.story IS NOT NULL",
}


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """Say which notes are wanted; what is None or empty asks for nothing."""

    text: str = ""
    """Words that the note or the words it is on begin with, all of them."""
    kind: NoteKind | None = None
    code: CodeId | None = None
    """On a highlight with this code or one below it."""
    annotator: AnnotatorId | None = None
    story: StoryId | None = None
    linking_to: CodeId | None = None
    """With a link to this code."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """Hold one line of the list of notes."""

    note: NoteId
    kind: NoteKind
    text: str
    story: StoryId
    article: ArticleId | None
    """The article to turn to; None for a note on a story."""
    words: str
    """What it is on: the words marked, or those of the variant's base."""
    other: str | None
    """The words at the variant's other end."""
    title: str
    source: str
    codes: tuple[str, ...]
    annotator: str
    changed: dt.datetime


_FROM = """
    FROM notes n
         LEFT JOIN highlights h ON h.id = n.highlight
         LEFT JOIN articles a ON a.id = coalesce(n.article, h.article, n.version_article)
         LEFT JOIN members m ON m.article = a.id
"""


def _notes_on(articles: str) -> str:
    """Return a query for the notes on some articles, on their highlights and variants."""
    return f"""
        SELECT id FROM notes WHERE article IN ({articles})
        UNION ALL SELECT id FROM notes WHERE version_article IN ({articles})
        UNION ALL SELECT noted.id FROM highlights JOIN notes noted
            ON noted.highlight = highlights.id WHERE highlights.article IN ({articles})
    """


_THERE = f"""
    n.id NOT IN ({_notes_on("SELECT id FROM articles WHERE binned IS NOT NULL")})
    AND (n.story IS NULL OR n.story IN (SELECT story FROM story_index))
"""
_OF_STORY = f"""
    n.id IN (SELECT id FROM notes WHERE story = ? UNION ALL
        {_notes_on("SELECT article FROM members WHERE story = ?")})
"""


def note_ids(db: Db, wanted: NoteFilter) -> list[NoteId]:
    """Return the notes that fit, the last changed first."""
    conditions, facts = [_THERE], list[object]()
    if wanted.linking_to is not None:
        conditions.append("n.id IN (SELECT value FROM json_each(?))")
        facts.append(json.dumps(linking_notes(db, codes=[wanted.linking_to])))
    for condition, fact in _conditions(wanted):
        conditions.append(condition)
        facts += [fact] * condition.count("?")
    rows = db.rows(
        f"SELECT n.id FROM notes n WHERE {' AND '.join(conditions)}"
        " ORDER BY n.changed DESC, n.id DESC",
        facts,
    )
    return [NoteId(row[0]) for row in rows]


def _conditions(wanted: NoteFilter) -> list[tuple[str, object]]:
    """Return what is asked for in SQL; a condition may ask for its fact several times."""
    found: list[tuple[str, object]] = []
    terms = (Term(word, word, begins=True).expression for word in wanted.text.split())
    matched = " AND ".join(term for term in terms if term)
    if matched:
        found.append((_SAYS, matched))
    elif wanted.text.strip():
        found.append(("instr(n.text, ?)", wanted.text.strip()))
    if wanted.kind is not None:
        found.append((_IS_KIND[wanted.kind], None))
    if wanted.code is not None:
        found.append((_HAS_CODE, wanted.code))
    if wanted.annotator is not None:
        found.append(("n.annotator = ?", wanted.annotator))
    if wanted.story is not None:
        found.append((_OF_STORY, wanted.story))
    return found


_SAYS = """
    (n.id IN (SELECT rowid FROM note_words WHERE note_words MATCH ?)
     OR n.highlight IN (SELECT rowid FROM quotation_words WHERE quotation_words MATCH ?))
"""

_HAS_CODE = """
    n.highlight IN (
        WITH RECURSIVE below (code) AS (
            VALUES (?) UNION SELECT codes.id FROM codes JOIN below ON codes.parent = below.code
        )
        SELECT hc.highlight FROM highlight_codes hc JOIN below ON below.code = hc.code
    )
"""


def note_rows(db: Db, notes: Sequence[NoteId]) -> list[NoteRow]:
    """Return lines of the list, in the order asked for; notes that are gone are left out."""
    wanted = json.dumps(list(notes))
    rows = db.rows(
        f"""
        SELECT n.id, n.text, coalesce(n.story, m.story), a.id, h.exact,
               substr(bt.text, n.base_start + 1, n.base_end - n.base_start),
               substr(vt.text, n.version_start + 1, n.version_end - n.version_start),
               coalesce(nullif(a.shown_headline, ''), a.first_words, i.title, ''),
               coalesce(a.shown_source, ''), p.name, n.changed,
               CASE WHEN n.highlight IS NOT NULL THEN 'highlight'
                    WHEN n.base_article IS NOT NULL THEN 'variant'
                    WHEN n.article IS NOT NULL THEN 'article' ELSE 'story' END
        {_FROM}
             JOIN annotators p ON p.id = n.annotator
             LEFT JOIN story_index i ON i.story = n.story
             LEFT JOIN texts bt ON bt.article = n.base_article
             LEFT JOIN texts vt ON vt.article = n.version_article
        WHERE n.id IN (SELECT value FROM json_each(?)) AND coalesce(n.story, m.story) IS NOT NULL
        """,
        (wanted,),
    )
    codes = _codes(db, wanted)
    by_id = {row[0]: _row(row, tuple(codes[row[0]])) for row in rows}
    return [by_id[note] for note in notes if note in by_id]


def _codes(db: Db, wanted: str) -> defaultdict[int, list[str]]:
    codes: defaultdict[int, list[str]] = defaultdict(list)
    for note, name in db.rows(
        """
        SELECT n.id, c.name FROM notes n JOIN highlight_codes hc ON hc.highlight = n.highlight
             JOIN codes c ON c.id = hc.code
        WHERE n.id IN (SELECT value FROM json_each(?)) ORDER BY c.position, c.id
        """,
        (wanted,),
    ):
        codes[note].append(name)
    return codes


def _row(row: Sequence[Any], codes: tuple[str, ...]) -> NoteRow:
    note, text, story, article, exact, base, version, title, source, annotator, changed, kind = row
    return NoteRow(
        note=NoteId(note),
        kind=NoteKind(kind),
        text=text,
        story=StoryId(story),
        article=None if article is None else ArticleId(article),
        words=exact or base or "",
        other=version,
        title=title,
        source=source,
        codes=codes,
        annotator=annotator,
        changed=instant(changed),
    )
