"""Random libraries for the laws of merging: two people's work that began in one library, or not."""

import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from variorum.collation.decisions import WordPair
from variorum.collation.values import LinkChoice, VariantClass
from variorum.ids import AnnotatorId, ArticleId, CodeId, HighlightId, NoteId, StoryId
from variorum.library import (
    annotations,
    articles,
    codebook,
    lists,
    pair_decisions,
    settlements,
    stories,
)
from variorum.library.annotators import ensure_annotator
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.settlements import Settled, SettledMark, Verdict
from variorum.text import PassageKind, Span

from ..fresh import library_at
from .making import bring_in, read

TEXTS = (
    "The ferry left the harbour.",
    "The ferry left the harbour at noon.",
    "Strike \N{GRINNING FACE} ends; the port opens.",
    "Nothing was said of the strike.",
)
PLACES = tuple((text, source) for text in TEXTS for source in ("The Bugle", "The Clarion"))
CODES = ("claim", "figure", "voice")
NAMES = ("Ada", "Ben")

Deed = tuple[str, int, int, int]
"""What is done, and three numbers that say to what."""


@dataclass(frozen=True)
class World:
    """Hold what two people did: together at first, if at all, then each alone."""

    first: Sequence[Deed]
    ada: Sequence[Deed]
    ben: Sequence[Deed]

    def make(self, folder: Path) -> tuple[Path, Path]:
        """Make both libraries; return where they lie."""
        common, ada, ben = (folder / f"{name}.variorum" for name in ("common", "ada", "ben"))
        do(common, self.first, "Ada")
        for path, own, name in ((ada, self.ada, "Ada"), (ben, self.ben, "Ben")):
            if self.first:
                shutil.copy(common, path)
            do(path, [("article", 0, 0, 0), *own], name)
        return ada, ben


def do(path: Path, work: Sequence[Deed], name: str) -> None:
    """Do deeds in a library, made where it is missing; what makes no sense is passed over."""
    with library_at(path) as library:
        hand = _Hand(library, name)
        for what, *numbers in work:
            _DEEDS[what](hand, *numbers)


class _Hand:
    """Do deeds in one library as one person."""

    def __init__(self, library: Library, name: str) -> None:
        self.library = library
        self.me: AnnotatorId = library.run(
            Command.ADD_ANNOTATOR, lambda db: ensure_annotator(db, name)
        ).value

    def run(self, command: Command, deed: Callable[..., object], **what: object) -> None:
        self.library.run(command, partial(deed, **what))

    def one(self, query: str, number: int) -> int | None:
        found = self.library.reader.rows(query)
        return found[number % len(found)][0] if found else None

    def article(self, number: int) -> ArticleId | None:
        found = self.one("SELECT id FROM articles WHERE binned IS NULL ORDER BY id", number)
        return None if found is None else ArticleId(found)

    def text(self, article: ArticleId) -> str:
        return self.library.reader.value("SELECT text FROM texts WHERE article = ?", (article,))

    def span(self, article: ArticleId, start: int, length: int) -> Span:
        return Span(start, min(start + length + 1, len(self.text(article))))

    def code(self, number: int) -> CodeId:
        name = CODES[number % len(CODES)]

        def deed(db: Db) -> CodeId:
            found = db.value("SELECT id FROM codes WHERE name = ?", (name,))
            return found or codebook.add_code(db, name=name, colour="green")

        return self.library.run(Command.ADD_CODE, deed).value


def _article(hand: _Hand, one: int, two: int, _: int) -> None:
    text, source = PLACES[one % len(PLACES)]
    known = hand.library.reader.row(
        "SELECT 1 FROM articles a JOIN texts t ON t.article = a.id WHERE t.text = ? AND source = ?",
        (text, source),
    )
    if not known:
        found = hand.one("SELECT story FROM members ORDER BY story", two)
        story = StoryId(found) if found and two % 2 else None
        bring_in(hand.library, read(text, source=source, headline="As read"), story=story)


def _highlight(hand: _Hand, one: int, two: int, three: int) -> None:
    article = hand.article(one)
    if article is not None:
        codes = [hand.code(three)] if three % 3 else []
        span = hand.span(article, two, three)
        hand.run(
            Command.HIGHLIGHT,
            annotations.add_highlight,
            article=article,
            span=span,
            annotator=hand.me,
            codes=codes,
        )


def _resize(hand: _Hand, one: int, two: int, three: int) -> None:
    found = hand.one("SELECT id FROM highlights ORDER BY id", one)
    if found is not None:
        article = hand.library.reader.value("SELECT article FROM highlights WHERE id = ?", (found,))
        hand.run(
            Command.RESIZE_HIGHLIGHT,
            annotations.resize_highlight,
            highlight=HighlightId(found),
            span=hand.span(ArticleId(article), two, three),
        )


def _recode(hand: _Hand, one: int, two: int, _: int) -> None:
    found = hand.one("SELECT id FROM highlights ORDER BY id", one)
    if found is not None:
        hand.run(
            Command.SET_CODES,
            annotations.set_codes,
            highlight=HighlightId(found),
            codes=[hand.code(two)],
        )


def _remove(hand: _Hand, one: int, _two: int, _three: int) -> None:
    found = hand.one("SELECT id FROM highlights ORDER BY id", one)
    if found is not None:
        hand.run(
            Command.DELETE_HIGHLIGHT, annotations.delete_highlight, highlight=HighlightId(found)
        )


def _note(hand: _Hand, one: int, two: int, _: int) -> None:
    article = hand.article(one)
    if article is None:
        return
    story = hand.library.reader.value("SELECT story FROM members WHERE article = ?", (article,))
    mark = hand.one("SELECT id FROM highlights ORDER BY id", two)
    on: annotations.NotePlace = annotations.OnArticle(article)
    if two % 3 == 1:
        on = annotations.OnStory(StoryId(story))
    elif two % 3 and mark is not None:
        on = annotations.OnHighlight(HighlightId(mark))
    hand.run(Command.ADD_NOTE, annotations.add_note, on=on, text=f"note {one}", annotator=hand.me)


def _rewrite(hand: _Hand, one: int, two: int, _: int) -> None:
    found = hand.one("SELECT id FROM notes ORDER BY id", one)
    if found is not None:
        hand.run(Command.EDIT_NOTE, annotations.edit_note, note=NoteId(found), text=f"new {two}")


def _headline(hand: _Hand, one: int, two: int, _: int) -> None:
    article = hand.article(one)
    if article is not None:
        hand.run(
            Command.SET_HEADLINE,
            articles.set_headline,
            article=article,
            headline=f"By hand {two % 2}",
            annotator=hand.me,
        )


def _kind(hand: _Hand, one: int, two: int, _: int) -> None:
    article = hand.article(one)
    if article is not None:
        kind = (PassageKind.PROMO, PassageKind.CAPTION)[two % 2]
        hand.run(Command.SET_KIND, articles.set_kinds, article=article, passages=[0], kind=kind)


def _join(hand: _Hand, one: int, two: int, _: int) -> None:
    first, second = hand.article(one), hand.article(two)
    query = "SELECT story FROM members WHERE article = ?"
    found = [hand.library.reader.value(query, (each,)) for each in (first, second)]
    if first is not None and found[0] != found[1]:
        hand.run(Command.JOIN, stories.join, stories=found, annotator=hand.me)


def _part(hand: _Hand, one: int, _two: int, _three: int) -> None:
    article = hand.article(one)
    count = "SELECT count(*) FROM members WHERE story = (SELECT story FROM members WHERE article=?)"
    if article is not None and hand.library.reader.value(count, (article,)) > 1:
        hand.run(Command.PART, stories.part, articles=[article], annotator=hand.me)


def _link(hand: _Hand, one: int, two: int, three: int) -> None:
    first, second = hand.article(one), hand.article(two)
    if first is not None and second is not None and first != second:
        choice = (LinkChoice.LINKED, LinkChoice.APART)[three % 2]
        base, version = (pair_decisions.Place(each, Span(0, 3)) for each in (first, second))
        me = hand.me
        hand.library.run(
            Command.LINK,
            lambda db: pair_decisions.decide_link(
                db, choice, base=base, version=version, annotator=me
            ),
        )


def _words(hand: _Hand, one: int, two: int, _: int) -> None:
    kind = (VariantClass.WORDING, VariantClass.SPELLING)[two % 2]
    pair, me = WordPair(f"quay {one % 2}", "wharf", kind), hand.me
    hand.library.run(
        Command.TREAT_WORDS, lambda db: pair_decisions.treat_words(db, pair, annotator=me)
    )


def _settle(hand: _Hand, one: int, two: int, three: int) -> None:
    article = hand.article(one)
    if article is not None:
        span = hand.span(article, two, 1)
        mark = SettledMark(span, frozenset({hand.code(three)}))
        verdict = Verdict(article, span, Settled.OWN, (mark,))
        if three % 3 == 0:
            verdict = Verdict(article, span, Settled.NOBODY)
        me = hand.me
        hand.library.run(Command.SETTLE, lambda db: settlements.settle(db, verdict, annotator=me))


def _collect(hand: _Hand, one: int, two: int, _: int) -> None:
    article = hand.article(one)
    if article is None:
        return
    story = hand.library.reader.value("SELECT story FROM members WHERE article = ?", (article,))
    name = ("Harbour", "Strikes")[two % 2]

    def deed(db: Db) -> None:
        found = db.value("SELECT id FROM lists WHERE kind = 'collection' AND name = ?", (name,))
        number = found or lists.add_collection(db, name=name)
        lists.collect(db, collection=number, stories=[story])

    hand.library.run(Command.COLLECT, deed)


_DEEDS: dict[str, Callable[[_Hand, int, int, int], None]] = {
    "article": _article,
    "highlight": _highlight,
    "resize": _resize,
    "recode": _recode,
    "remove": _remove,
    "note": _note,
    "rewrite": _rewrite,
    "headline": _headline,
    "kind": _kind,
    "join": _join,
    "part": _part,
    "link": _link,
    "words": _words,
    "settle": _settle,
    "collect": _collect,
}


def deeds(least: int = 0) -> st.SearchStrategy[list[Deed]]:
    """Draw what somebody does in a library."""
    number = st.integers(0, 7)
    names = st.sampled_from(sorted(_DEEDS))
    return st.lists(st.tuples(names, number, number, number), min_size=least, max_size=8)


worlds = st.builds(World, st.just([]) | deeds(2), deeds(), deeds())

_VIEWS = {
    "articles": """
        SELECT text_sha256, source, shown_headline, words,
               (SELECT group_concat(coalesce(kind_by_hand, kind)) FROM passages WHERE article = a.id)
        FROM articles a WHERE binned IS NULL
    """,
    "highlights": """
        SELECT uuid, <article>, span_start, span_end, exact,
               (SELECT name FROM annotators WHERE id = annotator), made,
               (SELECT group_concat(name, ' ') FROM (
                    SELECT c.name FROM highlight_codes hc JOIN codes c ON c.id = hc.code
                    WHERE hc.highlight = h.id ORDER BY c.name))
        FROM highlights h WHERE (SELECT binned FROM articles WHERE id = article) IS NULL
    """,
    "notes": """
        SELECT uuid, text, (SELECT name FROM annotators WHERE id = annotator), made, <article>,
               (SELECT uuid FROM highlights WHERE id = highlight), story IS NULL
        FROM notes
    """,
    "decisions": """
        SELECT kind, min(<article>, coalesce(<other>, '')), max(<article>, coalesce(<other>, '')),
               value
        FROM decisions
    """,
    "pairs": "SELECT kind, min(<article>, <other>), max(<article>, <other>) FROM pair_decisions",
    "words": "SELECT sorted, variant_class FROM word_pairs",
    "codes": "SELECT name, colour, memo FROM codes",
    "settlements": """
        SELECT <article>, span_start, span_end, verdict,
               (SELECT group_concat(span_start || exact) FROM settled_marks WHERE settlement = s.id)
        FROM settlements s
    """,
    "collected": """
        SELECT l.name, <m.article> FROM list_stories s JOIN lists l ON l.id = s.list
        JOIN members m ON m.story = s.story JOIN articles a ON a.id = m.article
        WHERE a.binned IS NULL
    """,
    "stories": """
        SELECT m.story, <m.article> FROM members m JOIN articles a ON a.id = m.article
        WHERE a.binned IS NULL
    """,
}
_NAMED = re.compile(r"<([\w.]+)>")


def _of_articles(query: str) -> str:
    """Name articles by what they say and who printed it, wherever a query names their column."""
    key = "(SELECT text_sha256 || coalesce(source, '') FROM articles WHERE id = {})"
    return _NAMED.sub(lambda found: key.format(found[1]), query)


def view(library: Library) -> dict[str, set[tuple[Any, ...]]]:
    """Return what a library holds for its readers, without the numbers of its rows."""
    db = library.reader
    found = {name: set(db.rows(_of_articles(query))) for name, query in _VIEWS.items()}
    homes: dict[int, set[str]] = {}
    for story, key in found["stories"]:
        homes.setdefault(story, set()).add(key)
    found["stories"] = {tuple(sorted(members)) for members in homes.values()}
    return found
