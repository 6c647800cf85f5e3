"""Laws of moves, halves and confidence, on sentences that share no word that matters."""

import random
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.collation.collate import collate
from variorum.collation.values import Link, Relation
from variorum.text import Article

from .collation_helpers import article

_SYLLABLES = ["ba", "ren", "tol", "mi", "sa", "der", "kon", "li", "pre", "ver", "ta", "no"]


def sentence(number: int, size: int) -> str:
    """Make up a sentence of so many words, which no other has."""
    chance = random.Random(number)
    words = ["".join(chance.choices(_SYLLABLES, k=4)) + "x" * (number % 7) for _ in range(size)]
    return " ".join(words).capitalize() + "."


SIZES = st.lists(st.integers(5, 16), min_size=2, max_size=7)


@st.composite
def reordered(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Make sentences, and the same in another order."""
    lines = [sentence(n, size) for n, size in enumerate(draw(SIZES))]
    return lines, draw(st.permutations(lines))


def words_of(links: list[Link], base: Article) -> int:
    """Return how many words stand in links."""
    return sum(len(span.of(base.text).split()) for link in links for span in link.base)


def fewest_moved(base: list[str], version: list[str]) -> int:
    """Return how few words may be said to have moved, by trying every choice."""
    place = {line: n for n, line in enumerate(version)}
    whole = sum(len(line.split()) for line in base)
    most = 0
    for size in range(len(base) + 1):
        for kept in combinations(base, size):
            places = [place[line] for line in kept]
            if places == sorted(places):
                most = max(most, sum(len(line.split()) for line in kept))
    return whole - most


@settings(max_examples=60, deadline=None)
@given(reordered())
def test_the_fewest_words_moved(pair: tuple[list[str], list[str]]) -> None:
    """However sentences are reordered, no choice of moves holds fewer words."""
    base, version = (article(*side) for side in pair)
    links = list(collate(base, version).links)

    assert {link.relation for link in links} == {Relation.SAME}
    assert words_of([link for link in links if link.moved], base) == fewest_moved(*pair)


@settings(max_examples=40, deadline=None)
@given(reordered())
def test_what_did_not_move_is_in_order(pair: tuple[list[str], list[str]]) -> None:
    """Links that stay in place cross nowhere."""
    links = collate(*(article(*side) for side in pair)).links
    stays = sorted((link.base[0].start, link.version[0].start) for link in links if not link.moved)

    assert [other for _, other in stays] == sorted(other for _, other in stays)


@settings(max_examples=40, deadline=None)
@given(SIZES, st.data())
def test_what_is_parted_and_merged_is_told_so(sizes: list[int], data: st.DataObject) -> None:
    """A sentence cut into two sentences is split, and the other way round merged."""
    lines = [sentence(n, size) for n, size in enumerate(sizes)]
    whole = data.draw(st.integers(0, len(lines) - 1))
    words = lines[whole][:-1].split()
    at = data.draw(st.integers(2, len(words) - 2))
    halves = [" ".join(words[:at]) + ".", " ".join(words[at:]).capitalize() + "."]
    base, version = article(*lines), article(*lines[:whole], *halves, *lines[whole + 1 :])

    there = [link for link in collate(base, version).links if link.relation is Relation.SPLIT]
    back = [link for link in collate(version, base).links if link.relation is Relation.MERGED]
    assert [len(link.version) for link in there] == [2] == [len(link.base) for link in back]
    assert [span.of(base.text) for span in there[0].base] == [lines[whole]]


@settings(max_examples=40, deadline=None)
@given(reordered(), st.data())
def test_confidence_is_a_share(pair: tuple[list[str], list[str]], data: st.DataObject) -> None:
    """A link is as sure as its words agree: wholly where they are the same, never more."""
    base, version = pair
    changed = [
        " ".join(data.draw(st.permutations(line[:-1].split()))[:-1]) + "." for line in version[:1]
    ]
    links = collate(article(*base), article(*changed, *version[1:])).links

    assert all(0.0 <= link.confidence <= 1.0 for link in links)
    assert all(link.confidence == 1.0 for link in links if link.relation is Relation.SAME)
