"""Whatever a filter asks for, the quick way to its stories gives those of the plain query.

The library is large enough that words which stand in most texts are looked for where they are not.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.library import lists
from variorum.library.annotations import OnStory, add_highlight, add_note
from variorum.library.articles import move_to_bin
from variorum.library.codebook import add_code
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.search.common_words import read_typing, stands_in_most
from variorum.library.search.conditions import article_condition
from variorum.library.search.filtering import stories_meeting
from variorum.library.search.matching import Term
from variorum.text import Article, Dateline, Span

from ..fresh import library_at, quick_folder
from .making import annotator, bring_in, read

ENOUGH = 1_300
"""Articles: of fewer than a thousand texts no word is common."""

WORDS = {"tide": 40, "Kâi": 7, "東京": 9, "λιμάνι": 6, "quay": 2, "noon": 90}
"""Words, and which article in so many lacks each; of the last two, which one has it."""
RARE = ("quay", "noon")
NAMES = ("Tide Post", "Kâi Courier", "Northline", "東京新聞", "Quay Weekly")

words = st.sampled_from((*WORDS, "kai", "ΛΙΜΑΝΙ", "京", "ti", "k", "–", "zebra", "post", "2019"))
phrases = st.lists(words, min_size=2, max_size=3).map(lambda some: f'"{" ".join(some)}"')
beginnings = st.sampled_from(("ti*", "qu*", "東*", "λιμ*", "zeb*"))
fields = st.one_of(
    st.builds("{}:{}".format, st.sampled_from(("source", "place", "headline", "note")), words),
    st.sampled_from(("code:tide", "date:2019", "date:>2019-06", "versions:>1", "versions:1")),
    st.sampled_from(("has:highlights", "has:notes", "has:versions", "is:read", "is:unread")),
    st.sampled_from(("is:done", "is:open", "in:kept", "class:figure", "source:", "source:tass")),
)
near = st.builds("{} NEAR/{} {}".format, words, st.integers(1, 4), words)
leaves = st.one_of(words, words, phrases, beginnings, fields, near)
queries = st.recursive(
    leaves,
    lambda asked: st.one_of(
        st.lists(asked, min_size=2, max_size=3).map(" ".join),
        st.lists(asked, min_size=2, max_size=3).map(lambda some: f"({' OR '.join(some)})"),
        asked.map("-({})".format),
        asked.map("NOT {}".format),
    ),
    max_leaves=5,
)


def story(number: int) -> Article:
    """Return an article that has some of the words, and names that have them, too."""
    said = [word for word, each in WORDS.items() if (number % each == 0) == (word in RARE)]
    article = read(
        " ".join([*said, f"pier{number}"]),
        headline=said[number % len(said)] if number % 3 else None,
        source=NAMES[number // 8 % len(NAMES)] if number % 4 == 0 else None,
    )
    dated = Dateline(Span(0, 2), "TIDE POINT" if number % 10 == 0 else f"ISLE {number % 5}")
    month = dt.date(2018 + number % 3, 1 + number % 12, 1)
    return replace(article, published=month, dateline=dated)


@pytest.fixture(scope="module")
def many() -> Iterator[Library]:
    """Return a library of many stories, some of several versions, read, noted or in the bin."""
    with quick_folder() as folder, library_at(Path(folder) / "many.variorum") as library:
        alone = bring_in(library, *map(story, range(ENOUGH)))
        for home in alone[:200:10]:
            bring_in(library, story(home.article * 7), story(home.article * 5), story=home.story)
        me = annotator(library)

        def deed(db: Db) -> None:
            code = add_code(db, name="Tide to check", colour="blue")
            for one in alone[::60]:
                add_highlight(db, article=one.article, span=Span(0, 2), annotator=me, codes=[code])
            for one in alone[5::70]:
                add_note(db, on=OnStory(one.story), text="tide 東京", annotator=me)
            lists.mark_read(db, stories=[one.story for one in alone[::9]], read=True)
            lists.mark_done(db, stories=[one.story for one in alone[::31]], done=True)
            lists.add_collection(db, name="Kept", stories=[one.story for one in alone[::17]])
            move_to_bin(db, articles=[one.article for one in alone[::13]])

        library.run(Command.HIGHLIGHT, deed)
        yield library


def plainly(db: Db, typed: str) -> set[int]:
    """Return the stories with a version that meets a filter, by one query of all versions."""
    asked = read_typing(db, typed)
    assert asked.ask is not None
    sql, values = article_condition(db, asked.ask)
    query = (
        "SELECT m.story FROM members m JOIN articles a ON a.id = m.article"  # noqa: S608 - made by us
        f" WHERE a.binned IS NULL AND {sql}"
    )
    return {row[0] for row in db.rows(query, values)}


@settings(max_examples=250, deadline=None)
@given(typed=queries)
def test_a_filter_finds_what_the_plain_query_finds(many: Library, typed: str) -> None:
    """Rests, portions and stories reckoned with in memory change nothing."""
    db = many.reader
    query = read_typing(db, typed)
    found = stories_meeting(db, typed)

    if query.troubles:
        assert found == set()
    elif query.ask is None:
        assert found is None
    else:
        assert found == plainly(db, typed)


@pytest.mark.parametrize("word", ["tide", "kai", "東京", "λιμανι"])
def test_the_words_of_these_laws_are_common(many: Library, word: str) -> None:
    """Else the laws would say nothing of how common words are asked for."""
    assert stands_in_most(many.reader, Term(word, word, begins=False))
