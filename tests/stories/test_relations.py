"""What a version is to its forerunner, and which of two is which."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.stories.likeness import likeness
from variorum.stories.profiles import Profile
from variorum.stories.relations import Related, related, shares_passages
from variorum.stories.values import StoryRelation
from variorum.text import Article, Lineage, LineageKind
from variorum.wire.fields import Fields
from variorum.wire.reader import read

PARTS = (
    (
        "Two tugs pulled the ferry Aldern off a sandbank at Lund on Monday, six hours after she had run"
        " aground in fog with ninety passengers on board, the coast guard said."
    ),
    (
        "Nobody was hurt, and the ship went on to Saltholm under her own power, where divers looked at"
        " her hull and found scratches but no leak."
    ),
    (
        "Her captain, Inga Vestby, told the harbour office that the radar had failed a mile before the"
        " bank and that she had turned too late by the bell."
    ),
    (
        "The line had promised new instruments for all its ships after a collision two winters ago, but"
        " had put off buying them until the summer timetable ends."
    ),
)
OTHER_END = (
    "Passengers sang until midnight in the saloon, a teacher from Merrow said, and the cook fried all"
    " the herring that was on board without asking anybody for money."
)


def article(*parts: str, day: int | None = 3, source: str | None = None) -> Article:
    """Return an article of some paragraphs."""
    published = date(2021, 3, day) if day else None
    return replace(read("\n\n".join(parts), fields=Fields(published=published)), source=source)


def relation(one: Article, other: Article) -> Related:
    """Return what two articles are to each other."""
    first, second = Profile(one), Profile(other)
    return related(first, second, likeness(first, second))


def marked(kind: LineageKind, given: Article) -> Article:
    """Return an article whose copy says something of its descent."""
    return replace(given, lineage=(Lineage(kind),))


def test_the_same_words_are_the_same_text() -> None:
    """A reprint word for word is no other text, whenever it came."""
    found = relation(article(*PARTS, day=4), article(*PARTS))

    assert found == Related(StoryRelation.SAME_TEXT, first_is_later=True)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (LineageKind.UPDATE, StoryRelation.UPDATE),
        (LineageKind.WRITETHRU, StoryRelation.UPDATE),
        (LineageKind.CORRECTION, StoryRelation.CORRECTED),
        (LineageKind.WITHDRAWAL, StoryRelation.WITHDRAWN),
    ],
)
def test_what_copy_says_of_itself_is_believed(kind: LineageKind, expected: StoryRelation) -> None:
    """The desk knows best what it sent, and that it came later."""
    given = marked(kind, article(*PARTS[:3], OTHER_END, day=None))

    assert relation(given, article(*PARTS, day=None)) == Related(expected, first_is_later=True)


def test_marks_of_another_desk_tell_nothing() -> None:
    """A paper's reprint is no forerunner of the agency's second update."""
    update = replace(marked(LineageKind.UPDATE, article(*PARTS, day=None)), source="Northline")
    reprint = article(*PARTS[:2], day=None, source="The Merrow Post")

    assert relation(reprint, update) == Related(StoryRelation.SHORTENED, first_is_later=True)


def test_who_credits_another_outlet_prints_what_that_one_sent() -> None:
    """A reprint without a name of its own is told by its dateline."""
    sent = marked(LineageKind.UPDATE, article(*PARTS, day=None, source="Northline"))
    printed = article(f"LUND (NORTHLINE) - {PARTS[0]}", *PARTS[1:3], OTHER_END, day=None)

    assert relation(printed, sent) == Related(StoryRelation.REWORKED, first_is_later=True)


def test_a_part_of_an_earlier_text_is_shortened() -> None:
    """Nearly all of it stands in the longer one."""
    found = relation(article(*PARTS), article(*PARTS[:2], day=4))

    assert found == Related(StoryRelation.SHORTENED, first_is_later=False)


def test_without_dates_the_longer_text_came_first() -> None:
    """Papers cut more than they add."""
    found = relation(article(*PARTS[:2], day=None), article(*PARTS, day=None))

    assert found == Related(StoryRelation.SHORTENED, first_is_later=True)


def test_an_outlet_that_prints_its_story_again_later_updates_it() -> None:
    """No tag is needed where the source and the day say so."""
    again = article(*PARTS, OTHER_END, day=4, source="The Merrow Post")
    found = relation(again, article(*PARTS, source="The Merrow Post"))

    assert found == Related(StoryRelation.UPDATE, first_is_later=True)


def test_another_outlet_reworks() -> None:
    """What is neither the same nor a part, and of which nobody says more."""
    theirs = article(*PARTS[:3], OTHER_END, day=4, source="The Saltholm Star")
    found = relation(theirs, article(*PARTS, source="The Merrow Post"))

    assert found == Related(StoryRelation.REWORKED, first_is_later=True)


def test_stories_share_passages_from_forty_words_in_runs() -> None:
    """A paragraph taken over is told; a phrase is not, nor what a notice has of its template."""
    first, second = Profile(article(*PARTS)), Profile(article(*[OTHER_END] * 3, *PARTS[:2]))
    phrase, notice = Profile(article(*[OTHER_END] * 5, PARTS[3][:60])), Profile(article(*PARTS[:2]))

    assert shares_passages(first, second)
    assert not shares_passages(first, phrase)
    assert not shares_passages(first, notice)


@st.composite
def made(draw: st.DrawFn) -> Article:
    """Draw an article of some of the paragraphs, with or without day, source and mark."""
    parts = draw(st.lists(st.sampled_from((*PARTS, OTHER_END)), min_size=1, max_size=4))
    day = draw(st.none() | st.integers(1, 5))
    source = draw(st.none() | st.sampled_from(["The Merrow Post", "AP"]))
    kind = draw(st.none() | st.sampled_from(LineageKind))
    plain = article(*parts, day=day, source=source)
    return marked(kind, plain) if kind else plain


@given(made(), made())
def test_the_order_of_two_articles_has_no_say(one: Article, other: Article) -> None:
    """Whichever is given first: the later is the version, and is the same to its forerunner."""
    there, back = relation(one, other), relation(other, one)

    assert there.relation is back.relation
    if one.text != other.text:
        assert there.first_is_later is not back.first_is_later
