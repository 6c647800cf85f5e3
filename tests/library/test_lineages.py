"""What copy says of its descent is kept with its article, and read for older libraries."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from variorum.ids import ArticleId
from variorum.library.articles import add_article, begin_import
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.lineages import from_json, to_json
from variorum.library.queries.articles import article, story_of
from variorum.library.queries.stories import versions_of
from variorum.library.schema.lineages import fill
from variorum.text import Article, Lineage, LineageKind, Span
from variorum.wire.reader import read

from .making import imported

COPY = (
    "UPDATE 2-Pilots of Halvern stay ashore\n\n(Corrects name of ferry in paragraph 2)\n\n"
    "HALVERN, May 3 (Reuters) - The pilots stayed ashore on Monday, their union said."
)
spans = st.tuples(st.integers(0, 99), st.integers(0, 9)).map(lambda pair: Span(pair[0], sum(pair)))
marks = st.builds(
    Lineage,
    st.sampled_from(LineageKind),
    st.none() | st.integers(1, 99),
    st.none() | spans,
    st.booleans(),
)


def _bring(library: Library, given: Article) -> ArticleId:
    def deed(db: Db) -> ArticleId:
        return add_article(db, imported(given), import_id=begin_import(db)).article

    return library.run(Command.IMPORT, deed).value


@given(st.lists(marks, max_size=4).map(tuple))
def test_marks_come_back_as_they_were_kept(kept: tuple[Lineage, ...]) -> None:
    """The column gives back each mark."""
    assert from_json(to_json(kept)) == kept


def test_an_article_keeps_its_marks(library: Library) -> None:
    """The article and its row in a list bear the marks that were read."""
    given = read(COPY)

    number = _bring(library, given)
    db = library.reader
    story = story_of(db, number)

    assert [mark.kind for mark in given.lineage] == [LineageKind.UPDATE, LineageKind.CORRECTION]
    assert article(db, number).lineage == given.lineage
    assert versions_of(db, [story])[story][0].lineage == given.lineage


def test_articles_of_an_older_library_get_their_marks(library: Library, tmp_path: Path) -> None:
    """The step to the new schema reads the marks from passages that stay as they are."""
    given = read(COPY)
    number = _bring(library, replace(given, lineage=()))
    kept = article(library.reader, number)
    copy = tmp_path / "copy.variorum"
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("ATTACH ? AS old", (str(library.path),))
        connection.execute("CREATE TABLE articles AS SELECT * FROM old.articles")
        connection.execute("CREATE TABLE texts AS SELECT * FROM old.texts")
        connection.execute("CREATE TABLE passages AS SELECT * FROM old.passages")

        fill(connection)

        ((column,),) = connection.execute("SELECT lineage FROM articles").fetchall()

    assert kept.lineage == ()
    assert from_json(column) == given.lineage
