"""From whom a version was made: laws, and families whose descent is known."""

import datetime as dt
import itertools
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.collation.collate import collate
from variorum.collation.matrix import matrix
from variorum.collation.values import Relation, VariantClass
from variorum.stories.arborescence import cheapest_tree
from variorum.stories.descent import Descent, descents, printed_before
from variorum.stories.readings import ReadingKind
from variorum.text import Article, Lineage, LineageKind

from .desks import Family, family, printed

FARES = "The ferry board raised its fares by 4 per cent, officials said."
PIER = "Mayor Ilsa Thorne approved the new pier of 12 berths in March."
TOLL = "The island council rejected a toll on 300 lorries after a vote."
VOTE = "Judge Oren Vale defended the winter timetable under pressure."


def of(base: Article, *versions: Article) -> tuple[Descent, ...]:
    """Return the descents of versions."""
    return descents(base, versions, [collate(base, version) for version in versions])


def ancestors(made: Family) -> list[int | None]:
    """Return the ancestors that are found in a family."""
    return [one.ancestor for one in of(made.base, *made.versions)]


# --- the tree ------------------------------------------------------------------------------------


@given(st.integers(2, 5), st.data())
@settings(max_examples=80, deadline=None)
def test_the_tree_is_the_cheapest_of_all(count: int, data: st.DataObject) -> None:
    """No other choice of parents that reaches every node costs less."""
    costs = [[float(data.draw(st.integers(0, 9))) for _ in range(count)] for _ in range(count)]

    parents = cheapest_tree(costs)

    def cost(tree: tuple[int, ...]) -> float:
        return sum(costs[parent][child] for child, parent in enumerate(tree, 1))

    def reaches(tree: tuple[int, ...]) -> bool:
        return all(_root_of(node, (0, *tree)) == 0 for node in range(count))

    trees = itertools.product(range(count), repeat=count - 1)
    assert reaches(tuple(parents[1:]))
    assert cost(tuple(parents[1:])) == min(cost(tree) for tree in trees if reaches(tree))


def _root_of(node: int, parents: tuple[int, ...]) -> int | None:
    for _ in parents:
        if node == 0:
            return 0
        node = parents[node]
    return None


# --- laws ------------------------------------------------------------------------------------------


@given(st.integers(0, 10_000), st.permutations(range(4)))
@settings(max_examples=15, deadline=None)
def test_the_names_of_versions_do_not_matter(seed: int, order: list[int]) -> None:
    """In another order the versions have the same ancestors, under their new numbers."""
    made = family(random.Random(seed), versions=4, deeds=5)
    if len({version.text for version in (made.base, *made.versions)}) < 5:
        return
    found = of(made.base, *made.versions)
    again = of(made.base, *(made.versions[n] for n in order))
    ties = any(one.margin == 0 for one in found)

    new = {old: number for number, old in enumerate(order)}
    renamed = [None if found[n].ancestor is None else new[found[n].ancestor] for n in order]  # pyright: ignore[reportArgumentType] - None is handled
    assert ties or [one.ancestor for one in again] == renamed


@given(st.integers(0, 10_000), st.integers(0, 3))
@settings(max_examples=15, deadline=None)
def test_a_copy_descends_from_what_it_copies(seed: int, copied: int) -> None:
    """Whatever the others did, the ancestor of an exact copy is the original."""
    made = family(random.Random(seed), versions=4, deeds=4)
    day = dt.date(2021, 5, 3)
    versions = [replace(version, published=day) for version in made.versions]
    copy = replace(versions[copied], published=day + dt.timedelta(days=1))

    found = of(made.base, *versions, copy)[-1]

    original = versions[found.ancestor] if found.ancestor is not None else made.base
    assert original.text == copy.text
    assert (found.own, found.against) == (0, 0)


def test_a_copy_of_the_base_descends_from_the_base() -> None:
    """It shares nothing that the base does not have."""
    base = printed([FARES, PIER])
    found = of(base, printed([FARES.replace("4", "6"), PIER]), base)

    assert found[1].ancestor is None
    assert found[1].shared == ()


# --- evidence ----------------------------------------------------------------------------------------


def test_a_shared_figure_is_the_evidence() -> None:
    """What both have and the base has not is named, with its place in both."""
    base = printed([FARES, PIER, TOLL])
    first = printed([FARES.replace("4", "6"), PIER, TOLL])
    second = printed([FARES.replace("4", "6"), PIER.replace("approved", "rejected"), TOLL])

    found = of(base, first, second)[1]

    assert found.ancestor == 0
    (shared,) = found.shared
    assert shared.reading.kind is ReadingKind.VARIANT
    assert shared.version.variant_class is VariantClass.SUBSTANCE
    assert shared.version.version is not None
    assert shared.version.version.of(second.text) == "6"
    assert found.margin > 0
    assert found.rival is None


def test_house_style_alone_makes_no_ancestor_of_a_changed_text() -> None:
    """Two papers of one spelling share much, and yet each copied the wire."""
    base = printed([f"The color of the harbor program was 5 percent gray. {FARES}", PIER, TOLL])
    british = base.text.replace("color", "colour").replace("harbor", "harbour")
    one = printed(british.replace("4 per", "9 per").split("\n\n"))
    other = printed(british.replace("approved", "rejected").split("\n\n"))

    assert [found.ancestor for found in of(base, one, other)] == [None, None]


def test_what_was_cut_does_not_come_back() -> None:
    """A version with a sentence that another lacks was not made from that other."""
    base = printed([FARES, PIER, TOLL, VOTE])
    shorter = printed([FARES.replace("4", "6"), PIER])
    longer = printed([FARES.replace("4", "6"), PIER, TOLL, VOTE])

    assert [found.ancestor for found in of(base, shorter, longer)] == [1, None]


def test_a_later_version_is_no_ancestor() -> None:
    """Dates that are known are obeyed, whatever the words say."""
    base = printed([FARES, PIER])
    one, other = (printed([FARES.replace("4", "6"), PIER]) for _ in range(2))
    one = replace(one, published=dt.datetime(2021, 5, 3, 18, tzinfo=dt.UTC))
    other = replace(other, published=dt.datetime(2021, 5, 3, 9, tzinfo=dt.UTC))

    assert [found.ancestor for found in of(base, one, other)] == [1, None]


def test_a_correction_is_no_ancestor_of_what_it_corrects() -> None:
    """What a desk says of its copy is believed where dates tell nothing; it is printed last, too."""
    base = printed([FARES, PIER, TOLL, VOTE])
    changed = FARES.replace("4 per cent", "6 per cent")
    sent = printed([changed, PIER, TOLL, VOTE])
    corrected = replace(sent, lineage=(Lineage(LineageKind.CORRECTION),))

    for versions in ((sent, corrected), (corrected, sent)):
        first, last = versions.index(sent), versions.index(corrected)
        found = of(base, *versions)
        assert (found[first].ancestor, found[last].ancestor) == (None, first)
        assert printed_before(base, versions)[last] == first


@pytest.mark.parametrize("chain", [True, False], ids=["chain", "tree"])
def test_families_are_found_again(chain: bool) -> None:  # noqa: FBT001 - a parameter
    """Of families whose descent is known, nearly all ancestors are found."""
    chance = random.Random(7)
    right = total = 0
    for _ in range(12):
        made = family(chance, versions=5, deeds=6, chain=chain)
        right += sum(a == b for a, b in zip(ancestors(made), made.truth, strict=True))
        total += len(made.truth)

    assert right / total >= 0.9


# --- the matrix -----------------------------------------------------------------------------------------


def test_the_matrix_has_a_cell_for_each_passage_and_version() -> None:
    """Each cell says what became of the passage, how much of it lives, and what changed most."""
    base = printed([FARES, PIER, TOLL])
    versions = printed([FARES.replace("4", "6"), TOLL]), printed([VOTE, FARES, PIER, TOLL])

    found = matrix(base, [collate(base, version) for version in versions])

    assert [[cell.relation for cell in row] for row in found.rows] == [
        [Relation.EDITED, Relation.SAME],
        [Relation.CUT, Relation.SAME],
        [Relation.SAME, Relation.SAME],
    ]
    assert found.rows[0][0].loudest is VariantClass.SUBSTANCE
    assert 0.8 < found.rows[0][0].kept < 1
    assert [row[0].kept for row in found.rows[1:]] == [0, 1]
    assert found.added == ((), (0,))
