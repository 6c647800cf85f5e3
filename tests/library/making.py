"""Articles and libraries for the tests of this room."""

from collections.abc import Sequence

from hypothesis import strategies as st

from variorum.ids import AnnotatorId, StoryId
from variorum.library.annotators import ensure_annotator
from variorum.library.articles import Added, add_article, begin_import
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.text import Article, Imported, Passage, PassageKind, Span

ODD = (
    "\N{GRINNING FACE}",
    "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}",
    "\r\n",
    "\N{NO-BREAK SPACE}",
    "\N{LINE SEPARATOR}",
    "\N{SOFT HYPHEN}",
    "\N{SYMBOL FOR NULL}",
    "\N{RIGHT-TO-LEFT OVERRIDE}",
    "\N{COMBINING ACUTE ACCENT}",
    "\ufdd0",
    "\ufeff",
)
WORDS = ("harbour", "ferry", "Café", "U.S.", "O’Brien", "مرفأ", "港口关闭", "co\u00adop", "strike")

texts = st.lists(st.sampled_from((*WORDS, *ODD, " ", " ", ". ")), min_size=1, max_size=30).map(
    "".join
)
"""Texts with everything that other programs trip over."""


def read(text: str, *, headline: str | None = None, source: str | None = None) -> Article:
    """Return an article of one paragraph."""
    whole = Span(0, len(text))
    passages = (Passage(PassageKind.PARAGRAPH, whole, whole),) if text else ()
    return Article(text, passages, headline=headline, source=source)


def imported(article: Article, *, origin: str = "paste") -> Imported:
    """Return an article as it comes from a file."""
    data = article.text.encode()
    return Imported(article, origin=origin, received=data, encoding="utf-8", format="plain")


def bring_in(
    library: Library, *articles: Article, story: StoryId | None = None, together: bool = False
) -> list[Added]:
    """Import articles, each as a story of its own unless told otherwise."""

    def deed(db: Db) -> list[Added]:
        import_id = begin_import(db)
        home = story
        added: list[Added] = []
        for number, article in enumerate(articles):
            one = add_article(
                db, imported(article, origin=f"file {number}"), import_id=import_id, story=home
            )
            home = one.story if together else story
            added.append(one)
        return added

    return library.run(Command.IMPORT, deed).value


def annotator(library: Library, name: str = "Ada") -> AnnotatorId:
    """Return an annotator."""
    return library.run(Command.ADD_ANNOTATOR, lambda db: ensure_annotator(db, name)).value


def dump(library: Library, tables: Sequence[str]) -> dict[str, dict[str, tuple[object, ...]]]:
    """Return all rows of some tables, by their first column or columns."""
    db = library.reader
    return {
        table: {_key(table, row): row for row in db.rows(f"SELECT * FROM {table}")}  # noqa: S608 - our names
        for table in tables
    }


def _key(table: str, row: tuple[object, ...]) -> str:
    two = table in {"passages", "highlight_codes", "settled_codes"}
    return "/".join(str(value) for value in row[: 2 if two else 1])
