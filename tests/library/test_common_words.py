"""Words that stand in most texts are themselves while one types; a long list keeps its order."""

import pytest

from variorum.library.library import Library
from variorum.library.queries.rows import StoryOrder
from variorum.library.queries.stories import story_ids
from variorum.library.search.common_words import is_common, stands_in_most
from variorum.library.search.matching import Term

from .making import bring_in, read

MANY = 2100
"""More stories than are sorted one by one."""


@pytest.mark.parametrize(
    ("word", "is_so"), [("the", True), ("ferry", True), ("wheat", False), ("then", False)]
)
def test_a_word_in_half_of_all_texts_is_common(library: Library, word: str, *, is_so: bool) -> None:
    """Two of four texts are half."""
    texts = ("The ferry.", "The ferry then.", "The wheat.", "Theatre.")
    bring_in(library, *map(read, texts))

    assert is_common(library.reader, Term(word, word, begins=True), least=2) is is_so


def test_few_texts_have_no_common_words(library: Library) -> None:
    """Where it costs nothing, beginnings are looked for as well."""
    bring_in(library, read("The ferry."))

    assert not is_common(library.reader, Term("the", "the", begins=True))


def test_a_common_word_asks_names_for_their_beginnings() -> None:
    """Names are few."""
    term = Term("the", "the", begins=True, is_unfinished=True, is_common=True)

    assert term.expression == '"the"'
    assert term.fits("Theatre Weekly")


@pytest.fixture
def many(library: Library) -> Library:
    """Return a library in which one word is in nearly all texts and in the name of a source."""
    bring_in(
        library,
        *(
            read(
                f"{'Ferry' if number % 50 else 'Wheat'} {number * 7919 % 1009}"
                f"{' sails' if number % 6 else ''}",
                source="Ferry Post" if number % 100 == 0 else f"S{number % 7}",
            )
            for number in range(MANY)
        ),
    )
    return library


def test_a_common_word_is_met_as_any_other(many: Library) -> None:
    """What is asked for by where it is not gives what is asked for by where it is."""
    db = many.reader
    every = list(range(MANY))
    ferry = {n for n in every if n % 50 or n % 100 == 0}
    sails = {n for n in every if n % 6}
    numbers = dict(zip(sorted(story_ids(db)), every, strict=True))

    def found(typed: str) -> set[int]:
        return {numbers[story] for story in story_ids(db, filter_text=typed)}

    assert stands_in_most(db, Term("ferry", "ferry", begins=False))
    assert found("ferry ") == ferry
    assert found("ferry sails ") == ferry & sails
    assert found("-ferry ") == set(every) - ferry
    assert found("sails -ferry ") == sails - ferry
    assert found("ferry -sails ") == ferry - sails
    assert found("ferry source:s1 ") == {n for n in ferry if n % 7 == 1 and n % 100}
    assert found("wheat OR sails ") == {n for n in every if n % 50 == 0} | sails
    assert found("ferry versions:>1 ") == set()
    assert found("(ferry OR wheat) -(ferry sails) ") == set(every) - (ferry & sails)


def test_a_long_list_keeps_its_order(many: Library) -> None:
    """A filter takes stories away and moves none, whatever they are sorted by."""
    db = many.reader
    wheat = set(story_ids(db, filter_text="wheat "))

    for order in StoryOrder:
        every = list(story_ids(db, order=order))
        others = [story for story in every if story not in wheat]
        assert list(story_ids(db, order=order, filter_text="-wheat ")) == others
        assert list(story_ids(db, order=order, filter_text="-wheat ", limit=9)) == others[:9]
        assert list(story_ids(db, order=order, filter_text="wheat ")) == [
            story for story in every if story in wheat
        ]
