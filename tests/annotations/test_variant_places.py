"""Laws of notes on variants: found again at both ends, or lost, never put on other words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotations.values import VariantPlace
from variorum.annotations.variant_places import seen_from, variant_of
from variorum.collation.collate import collate
from variorum.collation.values import Reason, ReasonKind, Rule, Variant
from variorum.ids import ArticleId
from variorum.text import Span
from variorum.wire.reader import read

BASE, VERSION = ArticleId(1), ArticleId(2)

SENTENCES = (
    ("The board closed two ferry terminals.", "The board closed three ferry terminals."),
    ("Moll said the strike wouldn’t end.", "Mrs Moll said the strike would not end."),
    ("About 41 ships lay off Saltholm on Monday.", "Some 40 ships lay off Saltholm."),
    ("The ministry has offered 4.5 percent.", "The ministry offered a rise of 4.5 per cent."),
    ("Talks resume in Geneva.", "Talks are due to resume in Geneva, he said."),
)

pairs = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5, unique=True)
spans = st.tuples(st.integers(0, 12), st.integers(0, 6)).map(lambda s: Span(s[0], s[0] + s[1]))
places = st.builds(VariantPlace, st.just(BASE), spans, st.just(VERSION), spans)


def variant(base: Span, version: Span) -> Variant:
    """Return a variant between two spans; its rule does not matter here."""
    return Variant(Rule.SPACING, base, version, Reason(next(iter(ReasonKind))))


variants = st.lists(st.builds(variant, spans, spans), max_size=6)


def place_of(found: Variant) -> VariantPlace:
    """Return where a note on a variant stands."""
    return VariantPlace(BASE, found.base, VERSION, found.version)


@settings(max_examples=25)
@given(pairs)
def test_each_variant_of_a_comparison_is_found_by_its_own_place(
    sentences: list[tuple[str, str]],
) -> None:
    """Whatever stands beside it, a note finds the variant that it was written on."""
    base, version = ("\n\n".join(side) for side in zip(*sentences, strict=True))
    found = collate(read(base), read(version)).variants

    assert [variant_of(place_of(one), found) for one in found] == list(found)


@settings(max_examples=25)
@given(pairs)
def test_a_change_of_base_puts_no_note_on_other_words(sentences: list[tuple[str, str]]) -> None:
    """Compared the other way round, what is found shares words with the note's."""
    base, version = ("\n\n".join(side) for side in zip(*sentences, strict=True))
    there = collate(read(base), read(version)).variants
    back = collate(read(version), read(base)).variants

    for one in there:
        turned = seen_from(place_of(one), VERSION, BASE)
        assert turned is not None
        found = variant_of(turned, back)
        if found is not None:
            assert found.base.overlaps(one.version) or found.version.overlaps(one.base)


@given(places)
def test_a_place_turned_twice_is_itself(place: VariantPlace) -> None:
    """Seen from the version and back, a place has the same ends; elsewhere it is not seen."""
    turned = seen_from(place, VERSION, BASE)
    assert turned is not None
    assert seen_from(turned, BASE, VERSION) == place
    assert seen_from(place, BASE, ArticleId(3)) is None


@given(places, variants)
def test_what_is_found_lies_at_both_ends(place: VariantPlace, among: list[Variant]) -> None:
    """At each end one lies within the other, and at least one word is shared or all is the same."""
    found = variant_of(place, among)
    if found is None:
        assert place_of_none(place, among)
        return
    for mine, theirs in ((place.base, found.base), (place.version, found.version)):
        both_empty = not len(mine) and not len(theirs)
        assert both_empty or mine.covers(theirs) or theirs.covers(mine)


def place_of_none(place: VariantPlace, among: list[Variant]) -> bool:
    """Tell whether no variant has just these ends."""
    return all((one.base, one.version) != (place.base, place.version) for one in among)


@pytest.mark.parametrize(
    ("base", "version"),
    [
        (Span(0, 9), Span(0, 12)),  # joined with its neighbours
        (Span(2, 4), Span(2, 3)),  # only a part of it is left
    ],
)
def test_new_rules_may_part_or_join(base: Span, version: Span) -> None:
    """A variant that holds the note's words, or lies within them, is the note's."""
    grown = variant(base, version)
    place = VariantPlace(BASE, Span(1, 5), VERSION, Span(1, 5))
    assert variant_of(place, [variant(Span(20, 22), Span(20, 22)), grown]) == grown


def test_an_insertion_is_found_where_it_moved() -> None:
    """The empty end may shift by a word; the words at the other end tell."""
    shifted = variant(Span(7, 7), Span(3, 8))
    assert variant_of(VariantPlace(BASE, Span(4, 4), VERSION, Span(3, 8)), [shifted]) == shifted


def test_one_end_is_not_enough() -> None:
    """The same words against others are another difference: the note is lost, not moved."""
    other = variant(Span(1, 5), Span(30, 34))
    assert variant_of(VariantPlace(BASE, Span(1, 5), VERSION, Span(1, 5)), [other]) is None
