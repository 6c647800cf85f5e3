"""The filter line understands words, sources, places, dates, codes and what a story has."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.library.annotations import OnStory, add_highlight, add_note
from variorum.library.codebook import add_code
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.queries.stories import stories, story_count
from variorum.library.search.filtering import terms_without_stories
from variorum.text import Article, Dateline, Span

from .making import annotator, bring_in, read


def story(text: str, source: str, place: str, day: str) -> Article:
    """Return an article with all that one may filter by."""
    article = read(text, headline=" ".join(text.split()[:2]), source=source)
    published = dt.date.fromisoformat(day)
    return replace(article, published=published, dateline=Dateline(Span(0, 3), place))


@pytest.fixture
def three(library: Library) -> Library:
    """Return a library of three stories, the first with a highlight, a code and a note."""
    first, _, third = bring_in(
        library,
        story("The ferry is late.", "Island Post", "HALVERN", "2019-04-16"),
        story("The bridge is shut in Halvern.", "Northline", "Saint-Émile", "2019-05-02"),
        story("A wheat quota of 2019 tonnes.", "Northline", "OSTRAVA", "2021-04-16"),
    )
    me = annotator(library)

    def deed(db: Db) -> None:
        code = add_code(db, name="Claim to check", colour="blue")
        add_highlight(db, article=first.article, span=Span(4, 9), annotator=me, codes=[code])
        add_note(db, on=OnStory(third.story), text="Archive", annotator=me)

    library.run(Command.HIGHLIGHT, deed)
    return library


FERRY, BRIDGE, WHEAT = "The ferry", "The bridge", "A wheat"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("northline", [WHEAT, BRIDGE]),
        ("north bridge", []),
        ("northline bridge", [BRIDGE]),
        ("isl", [FERRY]),
        ('source:"island post"', [FERRY]),
        ("source:ferry", []),
        ("halvern", [BRIDGE, FERRY]),
        ("place:halvern", [FERRY]),
        ("place:emile", [BRIDGE]),
        ("2019-04", [FERRY]),
        ("2019-04-16", [FERRY]),
        ("2019", [WHEAT, BRIDGE, FERRY]),
        ("date:2019", [BRIDGE, FERRY]),
        ("date:soon", []),
        ("claim", [FERRY]),
        ("code:check", [FERRY]),
        ("has:highlights", [FERRY]),
        ("has:notes", [WHEAT]),
        ("has:versions", []),
        ("has:luck", []),
        ("source:", [WHEAT, BRIDGE, FERRY]),
        ("has:notes northline", [WHEAT]),
        ("SOURCE:NORTHLINE place:ostrava", [WHEAT]),
        ("northline -bridge", [WHEAT]),
        ("-northline", [FERRY]),
        ("-has:notes -has:highlights", [BRIDGE]),
        ("ferry OR wheat", [WHEAT, FERRY]),
        ("(ferry | bridge) date:2019", [BRIDGE, FERRY]),
        ("date:2019-04..2019-05", [BRIDGE, FERRY]),
        ("date:..2019-04", [FERRY]),
        ("date:>2019-04", [WHEAT, BRIDGE]),
        ("wheat NEAR/1 quota", [WHEAT]),
        ("wheat NEAR/1 tonnes", []),
        ("headline:bridge", [BRIDGE]),
        ("headline:halvern", []),
        ("note:archive", [WHEAT]),
        ("note:ferry", []),
        ("versions:1", [WHEAT, BRIDGE, FERRY]),
        ("versions:>1", []),
        ("sorce:northline", []),
    ],
)
def test_filter_shows_what_it_asks_for(three: Library, typed: str, shown: list[str]) -> None:
    """Every term is met by one version of the story; the last one may be unfinished."""
    rows = stories(three.reader, filter_text=typed)

    assert [row.title for row in rows] == shown
    assert story_count(three.reader, filter_text=typed) == len(shown)


def test_terms_that_nothing_meets_are_named(three: Library) -> None:
    """When the list is empty it can be said which words are to blame."""
    assert terms_without_stories(three.reader, "ferry zebra source:tass") == [
        "zebra",
        "source:tass",
    ]
    assert terms_without_stories(three.reader, "ferry wheat") == []


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    typed=st.lists(
        st.sampled_from(
            ['source:"', "has:", "date:2019-", "*", '"', "–", " ", "a", "code:x", "\0", "%"]
        )
    ).map("".join)
)
def test_no_filter_is_an_error(library: Library, typed: str) -> None:
    """Whatever is typed, the list answers."""
    assert story_count(library.reader, filter_text=typed) == 0
    terms_without_stories(library.reader, typed)
