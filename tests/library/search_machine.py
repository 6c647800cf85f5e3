"""Everything that changes what can be found, done at random; search and filter against a scan.

After every step some queries are asked, at the end all of them: words, phrases, beginnings,
choices, exclusions, fields, notes. What search and filter find must be what reading every row
of the tables finds, and the indexes must pass SQLite's own comparison with the tables.
"""

import datetime as dt
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from variorum.annotations.values import CodeProperties
from variorum.ids import ArticleId, CodeId, HighlightId, NoteId, StoryId
from variorum.library import annotations, articles, codebook, stories
from variorum.library.annotations import OnArticle, OnHighlight, OnStory
from variorum.library.articles import add_article, begin_import
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.merging.merge import merge, opened_to_merge
from variorum.library.queries.stories import story_count, story_ids
from variorum.library.safety.integrity import check
from variorum.library.search.search import search_all
from variorum.text import Article, Dateline, Details, Imported, Passage, PassageKind, Span

from ..fresh import library_at, quick_folder
from .making import annotator
from .search_scan import One, Query, World, summed, tokens

T = TypeVar("T")
pick = st.integers(0, 1000)

WORDS = ("ferry", "ferries", "Café", "cafe", "co\u00adop", "coop", "Vice-Minister", "viceminister",
         "O’Brien", "港口关闭", "港口", "Ostrava", "strike", "2019", "U.S.", "İzmir", "naïve")  # fmt: skip
NAMES = ("Northline", "Island Post", "Ostrava Café", "港口日报", "Ferry Times")
DAYS = ("2019-04-16", "2019-05-02", "2021-04-16")
phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
names = st.none() | st.sampled_from(NAMES)

_ONES = (
    One("ferry"), One("fer", begins=True), One("ostrava"), One("CAFE"), One("coop"),
    One("vice-minister"), One("o’brien"), One("港口"), One("关闭"), One("口"), One("ferry strike"),
    One("cafe coop"), One("2019"), One("izmir"), One("strike"), One("northline"), One("island post"),
)  # fmt: skip
_FIELDS = (
    One("ferry", "headline"), One("northline", "source"), One("ostrava", "place"),
    One("ferry", "code"), One("strike", "note"), One("coop", "detail"), One("2019-04", "date"),
    One(">1", "versions"), One("notes", "has"),
)  # fmt: skip
QUERIES = (
    *(Query((one,)) for one in (*_ONES, *_FIELDS)),
    Query((One("ferry"), One("strike"))),
    Query((One("ferry"), One("northline"))),
    Query((One("港口"), One("strike", "note"))),
    Query((One("ferry"), One("northline", "source"))),
    Query((One("strike"), One("notes", "has"))),
    Query((One("cafe"), One(">1", "versions"))),
    Query((One("ferry"), One("港口")), is_choice=True),
    Query((One("o’brien"), One("cafe coop"), One("2019")), is_choice=True),
    Query((One("ferry"),), out=(One("strike"),)),
    Query((One("coop"),), out=(One("northline", "source"),)),
    Query((One("2019-04", "date"),), out=(One("ferry"),)),
)
_ASKED_A_STEP = 5
_INDEXES = ("article_words", "note_words", "quotation_words", "detail_words")


class SearchMachine(RuleBasedStateMachine):
    """Do deeds on a library, and ask it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = quick_folder()
        self.path = Path(self.folder.name) / "search.variorum"
        self.numbers = itertools.count()
        self.asked = itertools.cycle(QUERIES)
        self.library = library_at(self.path)
        self.me = annotator(self.library)

    # --- helpers ----------------------------------------------------------------------------

    def do(self, command: Command, deed: Callable[[Db], T]) -> T:
        """Run a command."""
        return self.library.run(command, deed).value

    def ids(self, table: str, where: str = "1") -> list[int]:
        """Return the numbers of rows."""
        rows = self.library.reader.rows(f"SELECT id FROM {table} WHERE {where} ORDER BY id")  # noqa: S608 - our names
        return [number for (number,) in rows]

    def one(self, number: int, table: str, where: str = "1") -> int | None:
        """Pick a row."""
        found = self.ids(table, where)
        return found[number % len(found)] if found else None

    def shown_stories(self) -> list[StoryId]:
        """Return the stories that stand in the list."""
        return [StoryId(story) for story in story_ids(self.library.reader)]

    # --- what comes and goes ----------------------------------------------------------------

    @initialize(text=phrases)
    def begin(self, text: str) -> None:
        """Begin with two stories."""
        self.bring(text, "Ferry strike", "Northline", "OSTRAVA", 0, "co\u00adop", home=None)
        self.bring(f"{text} ferry", None, None, None, 1, "", home=None)

    @rule(
        text=phrases,
        headline=st.none() | phrases,
        source=names,
        place=names,
        day=st.integers(0, 2),
        slug=st.just("") | phrases,
        home=st.none() | pick,
    )
    def bring(
        self,
        text: str,
        headline: str | None,
        source: str | None,
        place: str | None,
        day: int,
        slug: str,
        *,
        home: int | None,
    ) -> None:
        """Import an article, into a story of its own or into one that is there."""
        shown = self.shown_stories()
        story = shown[home % len(shown)] if home is not None and shown else None
        made = imported(text, headline, source, place, day, slug, origin=next(self.numbers))
        self.do(
            Command.IMPORT,
            lambda db: add_article(db, made, import_id=begin_import(db), story=story),
        )

    @rule(text=phrases, note=phrases)
    def merge_other(self, text: str, note: str) -> None:
        """Merge a library in which an article has a note."""
        path = Path(self.folder.name) / f"other {next(self.numbers)}.variorum"
        with library_at(path) as other:
            bea = annotator(other, "Bea")
            made = imported(text, "Strike", "Island Post", None, 1, "", origin=next(self.numbers))

            def bring(db: Db) -> ArticleId:
                return add_article(db, made, import_id=begin_import(db)).article

            article = other.run(Command.IMPORT, bring).value
            other.run(
                Command.ADD_NOTE,
                lambda db: annotations.add_note(
                    db, on=OnArticle(article), text=note, annotator=bea
                ),
            )
        with opened_to_merge(path, self.path) as found:
            self.do(Command.MERGE_LIBRARY, lambda db: merge(db, found))

    @rule(number=pick)
    def move_to_bin(self, number: int) -> None:
        """Move an article to the bin."""
        article = self.one(number, "articles", "binned IS NULL")
        if article is not None:
            self.do(Command.BIN, lambda db: articles.move_to_bin(db, articles=[ArticleId(article)]))

    @rule(number=pick)
    def restore(self, number: int) -> None:
        """Take an article out of the bin."""
        article = self.one(number, "articles", "binned IS NOT NULL")
        if article is not None:
            self.do(Command.RESTORE, lambda db: articles.restore(db, articles=[ArticleId(article)]))

    @rule()
    def empty_bin(self) -> None:
        """Delete what is in the bin for good."""
        gone = [ArticleId(one) for one in self.ids("articles", "binned IS NOT NULL")]
        if gone:
            self.do(Command.EMPTY_BIN, lambda db: articles.empty_bin(db, articles=gone))

    # --- articles and stories ---------------------------------------------------------------

    @rule(number=pick, headline=st.none() | phrases)
    def set_headline(self, number: int, headline: str | None) -> None:
        """Correct a headline."""
        article = self.one(number, "articles")
        if article is not None:
            self.do(
                Command.SET_HEADLINE,
                lambda db: articles.set_headline(
                    db, article=ArticleId(article), headline=headline, annotator=self.me
                ),
            )

    @rule(number=pick, source=names)
    def set_source(self, number: int, source: str | None) -> None:
        """Correct a source."""
        article = self.one(number, "articles")
        if article is not None:
            self.do(
                Command.SET_SOURCE,
                lambda db: articles.set_source(
                    db, article=ArticleId(article), source=source, annotator=self.me
                ),
            )

    @rule(number=pick, kind=st.none() | st.sampled_from(PassageKind))
    def set_kind(self, number: int, kind: PassageKind | None) -> None:
        """Say what a passage is."""
        article = self.one(number, "articles")
        if article is not None:
            self.do(
                Command.SET_KIND,
                lambda db: articles.set_kinds(
                    db, article=ArticleId(article), passages=[0], kind=kind
                ),
            )

    @rule(first=pick, second=pick)
    def join(self, first: int, second: int) -> None:
        """Make two stories one."""
        shown = self.shown_stories()
        two = (
            {shown[number % len(shown)] for number in (first, second)} if shown else set[StoryId]()
        )
        if len(two) == 2:
            self.do(
                Command.JOIN,
                lambda db: stories.join(db, stories=sorted(two), annotator=self.me),
            )

    @rule(number=pick)
    def part(self, number: int) -> None:
        """Take a version out of its story."""
        several = "story IN (SELECT story FROM members GROUP BY story HAVING count(*) > 1)"
        rows = self.library.reader.rows(f"SELECT article FROM members WHERE {several}")  # noqa: S608 - our words
        if rows:
            article = ArticleId(rows[number % len(rows)][0])
            self.do(
                Command.PART, lambda db: stories.part(db, articles=[article], annotator=self.me)
            )

    # --- marks ------------------------------------------------------------------------------

    @rule(number=pick, start=pick, code=pick)
    def highlight(self, number: int, start: int, code: int) -> None:
        """Highlight some words, with a code where there is one."""
        article = self.one(number, "articles", "binned IS NULL")
        if article is None:
            return
        length = self.library.reader.value(
            "SELECT length(text) FROM texts WHERE article = ?", (article,)
        )
        span = Span(at := start % length, min(length, at + 12))
        coded = self.one(code, "codes")
        self.do(
            Command.HIGHLIGHT,
            lambda db: annotations.add_highlight(
                db,
                article=ArticleId(article),
                span=span,
                annotator=self.me,
                codes=[] if coded is None else [CodeId(coded)],
            ),
        )

    @rule(number=pick)
    def delete_highlight(self, number: int) -> None:
        """Delete a highlight with its notes."""
        mark = self.one(number, "highlights")
        if mark is not None:
            self.do(
                Command.DELETE_HIGHLIGHT,
                lambda db: annotations.delete_highlight(db, highlight=HighlightId(mark)),
            )

    @rule(number=pick, on=st.sampled_from(("highlights", "articles", "stories")), text=phrases)
    def add_note(self, number: int, on: str, text: str) -> None:
        """Write a note on a highlight, a version or a story."""
        shown = self.shown_stories()
        if on == "stories":
            place = OnStory(shown[number % len(shown)]) if shown else None
        else:
            found = self.one(number, on)
            place = None if found is None else _place(on, found)
        if place is not None:
            self.do(
                Command.ADD_NOTE,
                lambda db: annotations.add_note(db, on=place, text=text, annotator=self.me),
            )

    @rule(number=pick, text=phrases)
    def edit_note(self, number: int, text: str) -> None:
        """Change a note's words."""
        note = self.one(number, "notes")
        if note is not None:
            self.do(
                Command.EDIT_NOTE,
                lambda db: annotations.edit_note(db, note=NoteId(note), text=text),
            )

    @rule(number=pick)
    def delete_note(self, number: int) -> None:
        """Delete a note."""
        note = self.one(number, "notes")
        if note is not None:
            self.do(Command.DELETE_NOTE, lambda db: annotations.delete_note(db, note=NoteId(note)))

    # --- codes ------------------------------------------------------------------------------

    @precondition(lambda self: len(self.ids("codes")) < 4)
    @rule(name=phrases)
    def add_code(self, name: str) -> None:
        """Add a code."""
        self.do(Command.ADD_CODE, lambda db: codebook.add_code(db, name=name, colour="blue"))

    @rule(number=pick, name=phrases, memo=st.just("") | phrases)
    def rename_code(self, number: int, name: str, memo: str) -> None:
        """Give a code another name and memo."""
        code = self.one(number, "codes")
        if code is not None:
            to = CodeProperties(name=name, colour="red", memo=memo)
            self.do(Command.EDIT_CODE, lambda db: codebook.edit_code(db, code=CodeId(code), to=to))

    @rule(first=pick, second=pick)
    def merge_codes(self, first: int, second: int) -> None:
        """Make two codes one."""
        one, other = self.one(first, "codes"), self.one(second, "codes")
        if one is not None and other is not None and one != other:
            self.do(
                Command.MERGE_CODES,
                lambda db: codebook.merge_codes(db, codes=[CodeId(one)], into=CodeId(other)),
            )

    @rule(number=pick)
    def delete_code(self, number: int) -> None:
        """Delete a code."""
        code = self.one(number, "codes")
        if code is not None:
            self.do(Command.DELETE_CODE, lambda db: codebook.delete_code(db, code=CodeId(code)))

    # --- back and forth ---------------------------------------------------------------------

    @rule(steps=st.integers(1, 3))
    def undo(self, steps: int) -> None:
        """Take deeds back."""
        for _ in range(steps):
            self.library.undo().result()

    @rule(steps=st.integers(1, 3))
    def redo(self, steps: int) -> None:
        """Do deeds again."""
        for _ in range(steps):
            self.library.redo().result()

    @rule()
    def rebuild(self) -> None:
        """Make the indexes anew from the tables."""

        def deed(db: Db) -> None:
            for index in _INDEXES:
                db.write(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608 - our names

        self.do(Command.HOUSEKEEPING, deed)

    @rule()
    def reopen(self) -> None:
        """Close the library and open it again."""
        self.library.close()
        self.library = Library.open(self.path)

    # --- what must hold ---------------------------------------------------------------------

    @invariant()
    def search_agrees(self) -> None:
        """Ask some queries."""
        self.compare(list(itertools.islice(self.asked, _ASKED_A_STEP)))

    def compare(self, queries: list[Query]) -> None:
        """Compare what is found with what stands in the tables."""
        db = self.library.reader
        world = World(db)
        for query in queries:
            found = summed(search_all(db, query.typed, limit=1000))
            listed = set(story_ids(db, filter_text=query.typed))

            assert found == world.hits(query), query.typed
            assert listed == world.stories(query), query.typed
            assert len(listed) == story_count(db, filter_text=query.typed), query.typed

    def teardown(self) -> None:
        """Ask everything, and let SQLite compare the indexes with the tables."""
        try:
            self.compare(list(QUERIES))
            assert check(self.library).is_sound
        finally:
            self.library.close()
            self.folder.cleanup()


def imported(
    text: str,
    headline: str | None,
    source: str | None,
    place: str | None,
    day: int,
    slug: str,
    *,
    origin: int,
) -> Imported:
    """Return an article as it comes from a file."""
    whole = Span(0, len(text))
    article = Article(
        text,
        (Passage(PassageKind.PARAGRAPH, whole, whole),),
        headline=headline,
        slug=slug or None,
        source=source,
        published=dt.date.fromisoformat(DAYS[day]),
        dateline=Dateline(Span(0, 1), place) if place else None,
    )
    details = Details(keywords=tuple(tokens(slug)[:1]))
    data = text.encode()
    return Imported(
        article, f"file {origin}", data, encoding="utf-8", format="plain", details=details
    )


def _place(on: str, number: int) -> OnHighlight | OnArticle:
    return OnHighlight(HighlightId(number)) if on == "highlights" else OnArticle(ArticleId(number))
