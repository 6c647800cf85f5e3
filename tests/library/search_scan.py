"""Answer queries by reading every row of the tables: what search and filter must agree with."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from variorum.library.connection import Db
from variorum.library.search.search import FoundIn, Hit

_CJK = "\u3400-\u9fff"
_TOKEN = re.compile(rf"[{_CJK}]+|[^\W{_CJK}]+")
Tokens = tuple[str, ...]


def tokens(text: str | None) -> Tokens:
    """Return the words of a text, case and accents and soft hyphens aside."""
    parted = unicodedata.normalize("NFKD", (text or "").replace("\u00ad", ""))
    bare = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return tuple(_TOKEN.findall(bare.casefold()))


@dataclass(frozen=True)
class One:
    """Ask for a word, a phrase, a beginning, or for something by a field."""

    words: str
    field: str = ""
    begins: bool = False

    @property
    def typed(self) -> str:
        """Return it as a reader types it."""
        words = f'"{self.words}"' if " " in self.words else self.words
        return f"{self.field}:{words}" if self.field else words + "*" * self.begins

    def stands_in(self, text: str | None) -> bool:
        """Tell whether it stands in a text."""
        return self._is_among(tokens(text), tokens(self.words)) or (
            "-" in self.words and self._is_among(tokens(text), tokens(self.words.replace("-", "")))
        )

    def fits(self, name: str | None) -> bool:
        """Tell whether it stands in a name."""
        return self._is_among(tokens(name), tokens(self.words))

    def _is_among(self, given: Tokens, asked: Tokens) -> bool:
        if re.match(f"[{_CJK}]", asked[0]):
            return any(asked[0] in one for one in given)
        *whole, last = asked
        for start in range(len(given) - len(whole)):
            end = given[start + len(whole)]
            is_last = end.startswith(last) if self.begins else end == last
            if given[start : start + len(whole)] == tuple(whole) and is_last:
                return True
        return False


@dataclass(frozen=True)
class Query:
    """Ask for all of some words, or for one of them; and for others not."""

    asks: tuple[One, ...]
    out: tuple[One, ...] = ()
    is_choice: bool = False

    @property
    def typed(self) -> str:
        """Return it as a reader types it; the space says that the last word is finished."""
        said = (" OR " if self.is_choice else " ").join(one.typed for one in self.asks)
        return " ".join([said, *(f"-{one.typed}" for one in self.out)]) + " "

    @property
    def plain(self) -> tuple[One, ...]:
        """Return what is asked for in no field."""
        return tuple(one for one in self.asks if not one.field)

    def is_met(self, stands: Callable[[One], bool]) -> bool:
        """Tell whether the plain words are met, by a text say."""
        some = any if self.is_choice else all
        return some(map(stands, self.plain)) and not any(stands(one) for one in self._out)

    @property
    def _out(self) -> tuple[One, ...]:
        return tuple(one for one in self.out if not one.field)


@dataclass(frozen=True)
class Version:
    """Hold all that is known of an article."""

    article: int
    story: int
    text: str
    headline: str | None
    source: str | None
    place: str | None
    published: str | None
    details: str | None
    binned: bool

    def has(self, one: One) -> bool:
        """Tell whether text or headline have a word."""
        return one.stands_in(self.text) or one.stands_in(self.headline)


@dataclass(frozen=True)
class Noted:
    """Hold a note."""

    note: int
    text: str
    kind: FoundIn
    article: int
    span: tuple[int, int]
    story: int | None


@dataclass(frozen=True)
class Marked:
    """Hold a highlight with the names and memos of its codes."""

    article: int
    span: tuple[int, int]
    exact: str
    codes: tuple[tuple[str, str], ...]


_VERSIONS = """
    SELECT a.id, m.story, t.text, a.shown_headline, a.shown_source, a.dateline_place,
           a.shown_published, d.words, a.binned IS NOT NULL
    FROM articles a JOIN members m ON m.article = a.id JOIN texts t ON t.article = a.id
         LEFT JOIN details d ON d.article = a.id
"""
_NOTES = """
    SELECT n.id, n.text, n.highlight, n.article, n.story, h.article, h.span_start, h.span_end, i.base
    FROM notes n LEFT JOIN highlights h ON h.id = n.highlight
         LEFT JOIN story_index i ON i.story = n.story
"""


class World:
    """Hold all rows of a library."""

    def __init__(self, db: Db) -> None:
        rows = [Version(*row[:-1], binned=bool(row[-1])) for row in db.rows(_VERSIONS)]
        self.sources = {row.source for row in rows if row.source}
        self.all_codes = db.rows("SELECT name, memo FROM codes")
        self.versions = {row.article: row for row in rows if not row.binned}
        self.counts = Counter(row.story for row in self.versions.values())
        self.marks = [
            Marked(article, (start, end), exact, self._codes_of(db, highlight))
            for highlight, article, start, end, exact in db.rows(
                "SELECT id, article, span_start, span_end, exact FROM highlights"
            )
        ]
        self.notes = [_noted(row) for row in db.rows(_NOTES)]

    @staticmethod
    def _codes_of(db: Db, highlight: int) -> tuple[tuple[str, str], ...]:
        sql = (
            "SELECT name, memo FROM codes JOIN highlight_codes ON code = id WHERE highlight = ?"
            " ORDER BY position"
        )
        return tuple((name, memo) for name, memo in db.rows(sql, (highlight,)))

    # --- the filter -----------------------------------------------------------------------------

    def stories(self, query: Query) -> set[int]:
        """Return the stories that have a version which meets all of a query."""
        some = any if query.is_choice else all
        return {
            row.story
            for row in self.versions.values()
            if some(self._meets(row, one) for one in query.asks)
            and not any(self._meets(row, one) for one in query.out)
        }

    def _meets(self, row: Version, one: One) -> bool:
        match one.field:
            case "":
                is_named = one.fits(row.source) or one.fits(row.place) or self._is_coded(row, one)
                is_day = one.words.isdigit() and (row.published or "").startswith(one.words)
                return row.has(one) or is_named or is_day
            case "headline":
                return one.stands_in(row.headline)
            case "source":
                return one.fits(row.source)
            case "place":
                return one.fits(row.place)
            case "code":
                return self._is_coded(row, one)
            case "detail":
                return one.stands_in(row.details)
            case "date":
                return (row.published or "").startswith(one.words)
            case "versions":
                return self.counts[row.story] > 1
            case "note":
                return any(one.stands_in(note.text) for note in self._notes_on(row))
            case _:
                return any(True for _ in self._notes_on(row))

    def _is_coded(self, row: Version, one: One) -> bool:
        return any(
            one.fits(name) or one.fits(memo)
            for mark in self.marks
            if mark.article == row.article
            for name, memo in mark.codes
        )

    def _notes_on(self, row: Version) -> Iterable[Noted]:
        return (
            note
            for note in self.notes
            if (note.story == row.story if note.story else note.article == row.article)
        )

    # --- the search -----------------------------------------------------------------------------

    def hits(self, query: Query) -> "Counter[object]":
        """Return what a search finds, as `summed` says it."""
        if not query.plain:
            rows = [row for row in self.versions.values() if row.story in self.stories(query)]
            rows = [row for row in rows if self._fits_fields(row, query)]
            return Counter((FoundIn.HEADLINE, row.article, None, None) for row in rows)
        found = [*self._in_texts(query), *self._in_notes(query), *self._in_marks(query)]
        found += [
            (FoundIn.DETAIL, row.article, None, None)
            for row in self._scope(query)
            if query.is_met(lambda one, row=row: one.stands_in(row.details))
        ]
        return Counter(found)

    def _scope(self, query: Query) -> list[Version]:
        return [row for row in self.versions.values() if self._fits_fields(row, query)]

    def _fits_fields(self, row: Version, query: Query) -> bool:
        asked = [one for one in query.asks if one.field]
        out = query.out if not query.plain else [one for one in query.out if one.field]
        return all(self._meets(row, one) for one in asked) and not any(
            self._meets(row, one) for one in out
        )

    def _in_texts(self, query: Query) -> list[tuple[object, ...]]:
        scope = self._scope(query)
        found = {row.article: row for row in scope if query.is_met(row.has)}
        hits = [_text_hit(row, query.plain) for row in found.values()]
        of_source = [one for one in query.plain if any(map(one.fits, self.sources))]
        if query.is_choice or any(not one.field for one in query.out) or not of_source:
            return hits
        rest = [one for one in query.plain if one not in of_source]
        for row in scope:
            fits = all(one.fits(row.source) for one in of_source)
            if row.article not in found and fits and all(map(row.has, rest)):
                hits.append(
                    _text_hit(row, rest) if rest else (FoundIn.SOURCE, row.article, None, None)
                )
        return hits

    def _in_notes(self, query: Query) -> list[tuple[object, ...]]:
        scope = {row.article for row in self._scope(query)}
        return [
            (note.kind, note.article, note.span, note.note)
            for note in self.notes
            if note.article in scope and query.is_met(_in_text(note.text))
        ]

    def _in_marks(self, query: Query) -> list[tuple[object, ...]]:
        scope = {row.article for row in self._scope(query)}
        marks = [mark for mark in self.marks if mark.article in scope]
        found: list[tuple[object, ...]] = [
            (FoundIn.QUOTATION, mark.article, mark.span, None)
            for mark in marks
            if query.is_met(_in_text(mark.exact))
        ]
        if query.is_choice or any(not one.field for one in query.out):
            return found
        return found + [
            (FoundIn.CODE, mark.article, mark.span, None)
            for mark in marks
            for name, memo in mark.codes
            if all(one.fits(name) or one.fits(memo) for one in query.plain)
        ]


def _in_text(text: str) -> Callable[[One], bool]:
    return lambda one: one.stands_in(text)


def _text_hit(row: Version, asked: Sequence[One]) -> tuple[object, ...]:
    is_text = any(one.stands_in(row.text) for one in asked)
    return (FoundIn.TEXT if is_text else FoundIn.HEADLINE, row.article, None, None)


def _noted(row: Sequence[object]) -> Noted:
    note, text, highlight, article, story, marked, start, end, base = row
    if highlight is not None:
        return Noted(note, text, FoundIn.NOTE, marked, (start, end), None)  # type: ignore[arg-type]
    if article is not None:
        return Noted(note, text, FoundIn.ARTICLE_NOTE, article, (0, 0), None)  # type: ignore[arg-type]
    return Noted(note, text, FoundIn.STORY_NOTE, base, (0, 0), story)  # type: ignore[arg-type]


def summed(hits: Iterable[Hit]) -> "Counter[object]":
    """Say of hits what can be compared."""
    placed = {FoundIn.NOTE, FoundIn.QUOTATION, FoundIn.CODE}
    noted = {FoundIn.ARTICLE_NOTE, FoundIn.STORY_NOTE}
    return Counter(
        (
            hit.kind,
            hit.article,
            (hit.start, hit.end) if hit.kind in placed else (0, 0) if hit.kind in noted else None,
            hit.note,
        )
        for hit in hits
    )
