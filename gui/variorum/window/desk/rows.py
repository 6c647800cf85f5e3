"""Which passages of a base and its version stand level. It knows values only.

Passage numbers on the base's side count the base's passages, on the version's side the
version's. The links that keep the reading order on both sides make rows with two sides;
what stands between them has a row of its own, with a gap on the other side.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from variorum.collation.values import Collation, PassageLink, Relation
from variorum.text import Article, PassageKind


@dataclass(frozen=True, slots=True)
class Gap:
    """Say what is missing on one side of a row."""

    kind: PassageKind
    relation: Relation
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Hold the numbers of the passages that stand level, one range a side."""

    sides: tuple[range, ...]
    gap: Gap | None = None


def rows_alone(article: Article) -> tuple[Row, ...]:
    """Put each passage of a single article in a row of its own."""
    return tuple(Row((range(number, number + 1),)) for number in range(len(article.passages)))


def gap_labels(rows: Sequence[Row], column: int, label: Callable[[Gap], str]) -> dict[int, str]:
    """Return the labels of those rows whose side in a column is empty, by number of row."""
    return {
        number: label(row.gap)
        for number, row in enumerate(rows)
        if row.gap is not None and not row.sides[column]
    }


def rows_of(base: Article, version: Article, collation: Collation) -> tuple[Row, ...]:
    """Put linked passages level, in reading order."""
    moved = _moved(collation.passages)
    rows: list[Row] = []
    done = (0, 0)
    for row in _level([*_headlines(base, version, moved), *collation.passages]):
        for side, article in enumerate((base, version)):
            rows += _alone(article, range(done[side], row.sides[side].start), side, moved)
        done = row.sides[0].stop, row.sides[1].stop
        rows.append(row)
    return (*rows, *_at_end(base, version, done, moved))


def _at_end(
    base: Article, version: Article, done: tuple[int, int], moved: tuple[set[int], set[int]]
) -> Iterator[Row]:
    """Put what is left after the last link in order: both stories' ends, then the furniture."""
    sides = list(enumerate((base, version)))
    ends = [_end_of_story(article, done[side]) for side, article in sides]
    for side, article in sides:
        yield from _alone(article, range(done[side], ends[side]), side, moved)
    for side, article in sides:
        yield from _alone(article, range(ends[side], len(article.passages)), side, moved)


def _end_of_story(article: Article, start: int) -> int:
    """Return the number after the last passage of the story, from `start` on."""
    story = (n for n in range(start, len(article.passages)) if article.passages[n].kind.is_story)
    return max(story, default=start - 1) + 1


def _moved(links: Sequence[PassageLink]) -> tuple[set[int], set[int]]:
    """Return the numbers of passages that have a partner, on each side."""
    linked = [link for link in links if link.base and link.version]
    return {n for link in linked for n in link.base}, {n for link in linked for n in link.version}


def _alone(
    article: Article, numbers: range, side: int, partnered: tuple[set[int], set[int]]
) -> Iterator[Row]:
    """Give passages that stand level with nothing a row each, and the gap its label."""
    for number in numbers:
        own = range(number, number + 1)
        nothing = range(0)
        relation = Relation.ADDED if side else Relation.CUT
        moved = number in partnered[side]
        yield Row(
            (nothing, own) if side else (own, nothing),
            Gap(article.passages[number].kind, relation, moved),
        )


def _level(links: Sequence[PassageLink]) -> list[Row]:
    """Choose the links that can stand level, and join those that reach into one another."""
    candidates = sorted(
        (link for link in links if link.base and link.version and not link.moved),
        key=lambda link: (min(link.base), min(link.version)),
    )
    rows: list[Row] = []
    for link in _longest_rising(candidates):
        row = Row((_reach(link.base), _reach(link.version)))
        while rows and _reaches_into(rows[-1], row):
            row = _joined(rows.pop(), row)
        rows.append(row)
    return rows


def _headlines(
    base: Article, version: Article, partnered: tuple[set[int], set[int]]
) -> list[PassageLink]:
    """Stand the headlines level though no word of the one lives on in the other."""
    numbers = [
        next((n for n, one in enumerate(side.passages) if one.kind is PassageKind.HEADLINE), None)
        for side in (base, version)
    ]
    first, second = numbers
    if first is None or second is None or first in partnered[0] or second in partnered[1]:
        return []
    return [PassageLink((first,), (second,), Relation.EDITED)]


def _reach(numbers: Sequence[int]) -> range:
    return range(min(numbers), max(numbers) + 1)


def _reaches_into(first: Row, second: Row) -> bool:
    return any(a.stop > b.start for a, b in zip(first.sides, second.sides, strict=True))


def _joined(first: Row, second: Row) -> Row:
    pairs = zip(first.sides, second.sides, strict=True)
    return Row(tuple(range(min(a.start, b.start), max(a.stop, b.stop)) for a, b in pairs))


def _longest_rising(links: Sequence[PassageLink]) -> list[PassageLink]:
    """Return the longest run of links whose version sides rise as well (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, link in enumerate(links):
        key = min(link.version)
        pile = bisect_left(tails, key)
        before.append(ends[pile - 1] if pile else -1)
        if pile == len(tails):
            tails.append(key)
            ends.append(number)
        else:
            tails[pile] = key
            ends[pile] = number
    chosen: list[PassageLink] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chosen.append(links[number])
        number = before[number]
    return chosen[::-1]
