"""Whether sentences that are only a little alike are rewordings: what speaks for a link, and what against."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.collation.linking.candidates import Candidate, find_candidates, weigh
from variorum.collation.linking.linking import link
from variorum.collation.linking.rewording import Told
from variorum.collation.reading.analysis import analyse_both

from .collation_helpers import article

REST = [
    "The mill on the Orre has stood empty since the flood.",
    "Its wheel was sold to a museum two winters ago.",
    "Walkers cross the yard to reach the meadows.",
    "A heron nests above the sluice.",
]
PANEL = "Vera Quist, chairman of the Orre valley river board, said"


def linked(base: Sequence[str], version: Sequence[str]) -> set[tuple[int, int, bool]]:
    """Return the pairs of sentences that are linked, each with whether it moved."""
    one, other = analyse_both(article(*base), article(*version))
    ties = link(one.units, other.units)
    return {(b, v, tie.moved) for tie in ties for b in tie.base for v in tie.version}


def weighed(base: Sequence[str], version: Sequence[str], pair: tuple[int, int]) -> float:
    """Return what speaks for a pair of sentences."""
    one, other = analyse_both(article(*base), article(*version))
    weights = weigh(one.units, other.units)
    return Told(one.units, other.units, weights).rewording(Candidate(*pair, 0.0, 0.0))


def test_what_each_article_tells_once_speaks_for_a_pair() -> None:
    """Words that stand in one sentence on each side weigh more than those of the whole story."""
    pair = "Divers lifted the bronze bell.", "The bronze bell was lifted on a crane by divers."
    again = "A bronze bell rang; divers lifted sails."

    rare = weighed([pair[0], *REST], [pair[1], *REST], (0, 0))
    often = weighed([pair[0], *REST, again], [pair[1], *REST, again], (0, 0))

    assert rare > often


def test_other_figures_speak_against_a_pair() -> None:
    """Of two pairs that differ in one word the one with other figures is the less likely."""
    base = ["Some 40 herons nested above the sluice.", *REST[:3]]

    same = weighed(base, ["Above the sluice nested 40 birds.", *REST[:3]], (0, 0))
    other = weighed(base, ["Above the sluice nested 70 birds.", *REST[:3]], (0, 0))

    assert same > other


def test_a_rewritten_sentence_is_linked_by_what_is_told_once() -> None:
    """Two outlets that share few words of a sentence share those that no other sentence has."""
    base = [REST[0], "Thieves took the copper roof of the chapel in a lorry overnight.", *REST[1:]]
    version = [
        REST[0],
        "During the night a copper roof was torn off a chapel by thieves.",
        *REST[1:],
    ]

    assert (1, 1, False) in linked(base, version)


def test_a_story_shares_its_names_among_its_facts() -> None:
    """Sentences that share only what the whole story is about are no rewordings."""
    known = ["Vera Quist grew up on the Orre.", "Anglers like Quist and the board."]
    base = [*REST, "On Monday Quist met the Orre anglers in a tavern.", *known]
    version = [*REST, "The board's Vera Quist bought rowing boats for Orre schools.", *known]

    assert not [pair for pair in linked(base, version) if pair[:2] == (4, 4)]


@pytest.mark.parametrize(
    "said",
    [
        (
            "eels had come back to the upper weirs in spring.",
            "no bridge would be shut for the summer fair.",
        ),
        ("young storks were ringed near Tarn.", "heavy rain had spoilt most hay."),
    ],
)
def test_one_speaker_says_two_things(said: tuple[str, str]) -> None:
    """A speaker told at length makes no rewording of two statements."""
    found = linked([f"{PANEL} {said[0]}", *REST], [*REST, f"{PANEL} {said[1]}"])

    assert not [pair for pair in found if pair[:2] == (0, len(REST))]


def test_halves_that_are_both_reworded_are_found() -> None:
    """A sentence is parted though neither half keeps a run of its words."""
    whole = (
        "The sluice keeper found a gold ring in an eel on Friday, and a jeweller in Tarn valued it "
        "at 900 crowns."
    )
    halves = [
        "A gold ring was found in an eel by the sluice keeper on Friday.",
        "It is worth 900 crowns, so a Tarn jeweller.",
    ]

    found = linked([*REST[:2], whole, *REST[2:]], [*REST[:2], *halves, *REST[2:]])

    assert {(2, 2, False), (2, 3, False)} <= found


@given(st.lists(st.sampled_from([*REST, f"{PANEL} eels came back."]), min_size=1, max_size=6))
def test_what_speaks_for_a_pair_is_the_same_from_both_sides_of_one_text(lines: list[str]) -> None:
    """A text beside itself: a pair weighs what it weighs turned round."""
    one, other = analyse_both(article(*lines), article(*lines))
    weights = weigh(one.units, other.units)
    told = Told(one.units, other.units, weights)

    for pair in find_candidates(one.units, other.units, weights):
        turned = Candidate(pair.version, pair.base, pair.score, pair.shared)
        assert told.rewording(pair) == pytest.approx(told.rewording(turned))  # pyright: ignore[reportUnknownMemberType] - pytest does not say what approx takes
