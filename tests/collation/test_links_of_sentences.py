"""Links of single sentences: moves, repeated lines, splits beside moves, near-identical lines."""

import pytest

from variorum.collation.collate import collate
from variorum.collation.values import Relation
from variorum.text import PassageKind

from .collation_helpers import article

LINES = (
    "The harbour board voted on Monday to close the timber pier.",
    "Crews left the lighthouse before the storm reached the coast.",
    "Director Orla Finch said the repairs would cost 26 million pesos.",
    "Fishermen blocked the road to the market for two hours.",
    "The mayor, Tomas Reyle, called the protest a disgrace.",
    "He declined to comment.",
    "Tourist ferries will run from the northern quay until June.",
    "A similar closure in 2009 ruined three canning plants.",
    "He declined to comment.",
    "The union wants an inquiry into the inspections of the pier.",
)


def linked(base: list[str], version: list[str]) -> list[tuple[str, list[str], list[str], bool]]:
    """Return each link as relation, sentences of either side, and whether it moved."""
    one, other = article(*base), article(*version)
    return [
        (
            link.relation.value,
            [span.of(one.text) for span in link.base],
            [span.of(other.text) for span in link.version],
            link.moved,
        )
        for link in collate(one, other).links
    ]


def paragraphs(*rows: tuple[int, ...]) -> list[str]:
    """Return paragraphs of the lines with some numbers."""
    return [" ".join(LINES[n] for n in row) for row in rows]


WHOLE = paragraphs((0, 1), (2, 3), (4, 5), (6, 7), (8, 9))


@pytest.mark.parametrize(
    ("version", "moved"),
    [
        (paragraphs((0,), (2, 3), (4, 5), (6, 1, 7), (8, 9)), {1}),
        (paragraphs((1, 0), (2, 3), (4, 5), (6, 7), (8, 9)), {0, 1}),
        (paragraphs((0, 1), (9,), (2, 3), (4, 5), (6, 7), (8,)), {9}),
        (paragraphs((0, 1), (4, 5), (6, 7), (8, 9), (2, 3)), {2, 3}),
    ],
)
def test_a_single_sentence_moves(version: list[str], moved: set[int]) -> None:
    """The lighter of two crossing stretches is the move; everything else stays in place."""
    found = linked(WHOLE, version)
    gone = {sides[0] for _, sides, _, is_moved in found if is_moved}

    assert gone
    assert gone <= {LINES[n] for n in moved}
    assert {relation for relation, *_ in found} == {"same"}


@pytest.mark.parametrize("last", [5, 8])
def test_a_repeated_line_stays_with_its_neighbours(last: int) -> None:
    """Of two equal lines the one whose neighbours are there is kept."""
    rows = [(0, 1), (2, 3), (4, 5)] if last == 5 else [(4,), (6, 7), (8, 9)]
    found = linked(WHOLE, paragraphs(*rows))
    one = article(*WHOLE)
    kept = [link for link in collate(one, article(*paragraphs(*rows))).links if link.version]
    places = [link.base[0].start for link in kept if link.base[0].of(one.text) == LINES[5]]

    assert len(places) == 1
    assert places[0] == (one.text.index(LINES[5]) if last == 5 else one.text.rindex(LINES[5]))
    assert sum(relation == "cut" for relation, *_ in found) == len(LINES) - len(kept)


def test_lines_of_one_form_go_by_their_names() -> None:
    """Market lines with other figures in another order are linked by who is meant."""
    base = ["Gull Foods fell 3 percent to 12.10.", "Tern Rail rose 2 percent to 41.20.", "Pike Oil rose 1 percent to 77.50."]  # fmt: skip
    version = ["Pike Oil rose 2 percent to 78.50.", "Gull Foods fell 4 percent to 12.00.", "Tern Rail rose 1 percent to 41.00."]  # fmt: skip
    found = linked(base, version)

    assert {(one[0].split()[0], other[0].split()[0]) for _, one, other, _ in found} == {
        ("Gull", "Gull"),
        ("Tern", "Tern"),
        ("Pike", "Pike"),
    }


def test_a_sentence_is_split_in_three_passages() -> None:
    """Each part of a long sentence belongs to its link, wherever the paragraphs break."""
    base = [LINES[0][:-1] + " after inspectors found rot in its posts, and it ordered engineers to rebuild the lighthouse by June, while crews of the ferries will be paid until the autumn."]  # fmt: skip
    version = [
        LINES[0][:-1] + " after inspectors found rot in its posts.",
        "It ordered engineers to rebuild the lighthouse by June.",
        "Crews of the ferries will be paid until the autumn.",
    ]
    found = linked(base, version)

    assert [(relation, len(other)) for relation, _, other, _ in found] == [("split", 3)]


def test_half_of_a_split_may_have_moved_on() -> None:
    """A half that stands a few sentences later is still half of the sentence."""
    whole = f"{LINES[0][:-1]}, and crews left the lighthouse before the storm reached the coast."
    found = linked([whole, *LINES[2:5]], [LINES[0], *LINES[2:4], LINES[1], LINES[4]])

    assert found[0][0] == "split"
    assert found[0][2] == [LINES[0], LINES[1]]


def test_two_wires_in_one_are_told_apart() -> None:
    """What came from elsewhere is added between what was kept."""
    other = ["In Sandvik the army sent two ships to the reef.", "Rebels said the reef was theirs."]
    found = linked(WHOLE, [WHOLE[0], other[0], WHOLE[2], other[1], WHOLE[3]])

    assert [sides[0] for relation, _, sides, _ in found if relation == "added"] == other
    assert not any(moved for *_, moved in found)


def test_every_link_says_how_sure_it_is() -> None:
    """A rewording is less sure than the same words, and nothing is surer than certain."""
    reworded = "The timber pier of the harbour is to be shut after a vote by the board."
    links = collate(article(*LINES[:3]), article(reworded, *LINES[1:3])).links

    assert [link.confidence for link in links[1:]] == [1.0, 1.0]
    assert 0.25 <= links[0].confidence < 1.0
    assert links[0].relation is Relation.EDITED


def test_an_exact_figure_finds_what_was_rewritten_and_moved() -> None:
    """A figure that each article tells once ties two sentences that share little else."""
    told = "Herring fetched $41.25 a crate at the morning auction in Havn."
    again = "A crate of herring, which skippers land before dawn, was sold for $41.25 at auction."
    found = linked([*LINES[:4], told], [again, *LINES[:4]])

    assert ("edited", [told], [again], True) in found


@pytest.mark.parametrize(
    ("base", "version"),
    [
        ("The next ballot is due on June 24 and the hall will be open.", "The next ballot is due on March 25 and the hall will be shut."),
        ("Quill Savings lent them the boats.", "Sandvik Trust lent them the boats."),
    ],
)  # fmt: skip
def test_a_line_of_one_form_elsewhere_is_no_move(base: str, version: str) -> None:
    """Away from its place, a line with another name or other figures tells of something else."""
    found = linked([*LINES[:4], base], [version, *LINES[:4]])

    assert not any(moved for *_, moved in found)


def test_a_sentence_of_the_same_topic_is_no_half() -> None:
    """A few words that a sentence shares with another's rest make it no half of it."""
    whole = "The bishop's sermon on the flooded chapel moved the Ports Ministry to promise a secret fund for the crews of the valley."
    half = "A sermon of the bishop on the flooded chapel moved the Ports Ministry to promise money for the crews of the valley."
    other = "The clerk said no fund was secret in Havn."
    found = linked([whole, *LINES[:2]], [half, other, *LINES[:2]])

    assert [relation for relation, *_ in found][:2] == ["edited", "added"]


def test_a_headline_that_was_added_is_no_added_sentence() -> None:
    """The sum counts the sentences of paragraphs."""
    one = article(*LINES[:3])
    other = article((PassageKind.HEADLINE, "Ferries idle as gales lash Lund"), *LINES[:3], LINES[4])

    assert collate(one, other).summary.added == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It rained.", "It snowed."),
        ("He won.", "He lost."),
        ("Nine drowned.", "Eleven drowned."),
        ("It was Monday.", "It was Tuesday."),
        ("They will stay.", "They may stay."),
        ("It rained. They left.", "It snowed. They stayed."),
    ],
)
def test_a_short_sentence_is_known_by_its_place_and_shape(one: str, other: str) -> None:
    """Between linked neighbours a sentence with one other word is the same one, edited."""
    around = LINES[0], LINES[1]
    found = linked([f"{around[0]} {one} {around[1]}"], [f"{around[0]} {other} {around[1]}"])

    assert {relation for relation, *_ in found[1:-1]} == {"edited"}


@pytest.mark.parametrize(
    ("one", "other"), [("Police came.", "Crowds left."), ("They cheered.", "It ended.")]
)
def test_short_sentences_of_other_words_are_others(one: str, other: str) -> None:
    """A place alone makes no rewording."""
    around = LINES[0], LINES[1]
    found = linked([f"{around[0]} {one} {around[1]}"], [f"{around[0]} {other} {around[1]}"])

    assert sorted(relation for relation, *_ in found) == ["added", "cut", "same", "same"]
