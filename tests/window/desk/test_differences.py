"""Where F8 goes."""

from dataclasses import replace

from variorum.collation.values import Link, Relation, Rule, VariantClass
from variorum.text import PassageKind
from variorum.window.desk.differences import differences_of
from variorum.window.desk.ribbons import Tone, ribbons_of
from variorum.window.desk.stops import Stepper, stops_of

from .conftest import Pair

ALL = frozenset(VariantClass)


def test_differences_come_in_reading_order(pair: Pair) -> None:
    """On the base's side no stop lies before the one ahead of it."""
    stops = differences_of(pair.base.article, pair.version.article, pair.collation, ALL)
    starts = [stop.base.start for stop in stops if stop.base is not None]

    assert starts == sorted(starts)
    told = [stop for stop in stops if not stop.is_furniture]
    assert len(told) == len(pair.collation.variants) + 2


def test_cut_sentences_of_a_passage_are_one_stop(pair: Pair) -> None:
    """Two sentences cut together are shown together."""
    stops = differences_of(pair.base.article, pair.version.article, pair.collation, frozenset())
    cut, added = (stop for stop in stops if not stop.is_furniture)

    assert cut.base is not None
    assert cut.base.of(pair.base.article.text).startswith("Two more")
    assert cut.base.of(pair.base.article.text).endswith("seen them.")
    assert added.version is not None
    assert added.version.of(pair.version.article.text).startswith("The paper's own")


def test_hidden_classes_are_no_stops(pair: Pair) -> None:
    """With the quiet classes hidden, the louder variants and the cuts are left."""
    loud = frozenset({VariantClass.WORDING, VariantClass.SUBSTANCE})
    stops = differences_of(pair.base.article, pair.version.article, pair.collation, loud)
    rules = [stop.variant.rule for stop in stops if stop.variant is not None]

    assert rules == [
        Rule.FIGURE,
        Rule.DETAIL_CUT,
        Rule.FUNCTION_WORD,
        Rule.FUNCTION_WORD,
        Rule.SYNONYM,
    ]


def test_furniture_that_differs_is_a_stop(pair: Pair) -> None:
    """Each passage of furniture that was cut, in its place; whole, and told apart."""
    stops = differences_of(pair.base.article, pair.version.article, pair.collation, ALL)
    furniture = [stop.base for stop in stops if stop.is_furniture]
    passages = pair.base.article.passages
    cut = [
        passages[link.base[0]].words
        for link in pair.collation.passages
        if link.relation is Relation.CUT and passages[link.base[0]].kind.is_furniture
    ]

    assert furniture == cut
    assert furniture


def test_furniture_is_hidden_with_the_quiet_classes(pair: Pair) -> None:
    """A correction that was not carried is told all the same."""
    loud = frozenset({VariantClass.WORDING, VariantClass.SUBSTANCE})
    stops = differences_of(pair.base.article, pair.version.article, pair.collation, loud)
    passages = {passage.words: passage.kind for passage in pair.base.article.passages}
    kinds = [passages[stop.base] for stop in stops if stop.is_furniture and stop.base]

    assert kinds == [PassageKind.CORRECTION]


def test_stepping_begins_where_the_reader_is(pair: Pair) -> None:
    """The first step goes to what follows the caret, a step back to what is before it."""
    found = differences_of(pair.base.article, pair.version.article, pair.collation, ALL)
    stops = stops_of({1: found}, 2)
    place = pair.base.article.text.index("newspaper")

    following = Stepper(stops).step(1, side=0, place=place)
    preceding = Stepper(stops).step(-1, side=0, place=place)

    assert following is not None
    assert preceding is not None
    assert following[0] == preceding[0] + 1
    assert following[1].sides[0] is not None
    assert following[1].sides[0].start >= place


def test_stepping_goes_around(pair: Pair) -> None:
    """After the last stop comes the first one."""
    found = differences_of(pair.base.article, pair.version.article, pair.collation, ALL)
    stops = stops_of({1: found}, 2)
    stepper = Stepper(stops)
    numbers: list[int] = []
    for _ in range(len(stops) + 1):
        stop = stepper.step(1, side=0, place=0)
        assert stop is not None
        numbers.append(stop[0])

    assert numbers == [*range(len(stops)), 0]


def test_a_split_forks(pair: Pair) -> None:
    """The passage that became two has two ribbons that touch on the base's side."""
    ribbons = ribbons_of(pair.base.article, pair.version.article, pair.collation)
    first, second = (ribbon for ribbon in ribbons if ribbon.tone is Tone.FORKED)
    text = pair.base.article.text

    assert first.left.of(text).endswith("minister.")
    assert second.left.of(text).startswith("Oke told")
    assert second.right.of(pair.version.article.text).startswith("Mr Oke told")


def test_a_cut_sentence_is_missed_where_it_would_stand(pair: Pair) -> None:
    """The side that lacks a sentence shows after which words it is missing."""
    base, version = pair.base.article, pair.version.article
    links = list(pair.collation.links)
    (number,) = (
        n for n, k in enumerate(links) if k.base and k.base[0].of(base.text).startswith("Nothing")
    )
    links[number] = Link(links[number].base, (), Relation.CUT)
    collation = replace(pair.collation, links=tuple(links))
    stops = differences_of(base, version, collation, frozenset())

    assert stops[0].base is not None
    assert stops[0].missing is not None
    assert version.text[: stops[0].missing].endswith("settled.")
    assert all(stop.missing is None for stop in stops[1:])
