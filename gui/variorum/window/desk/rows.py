"""Which passages of a base and its versions stand level. It knows values only.

Passage numbers of a column count that article's passages. The links that keep the reading
order on both sides make rows in which base and version have a side; what stands between
them has a row of its own, with a gap where it is missing.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from variorum.collation.values import Collation, PassageLink, Relation
from variorum.text import Article, PassageKind

_NOTHING: Final = range(0)


@dataclass(frozen=True, slots=True)
class Gap:
    """Say what is missing on one side of a row."""

    kind: PassageKind
    relation: Relation
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Hold the numbers of the passages that stand level, one range a column."""

    sides: tuple[range, ...]
    gaps: tuple[Gap | None, ...] = ()
    """What is missing in each column; a column may have neither passages nor a gap."""

    @property
    def has_gap(self) -> bool:
        """Tell whether a label stands in this row."""
        return any(self.gaps)

    def lacks(self, column: int) -> bool:
        """Tell whether a column, or the one to its right, lacks what the other has."""
        return any(gap is not None and not gap.moved for gap in self.gaps[column : column + 2])


class Beside(NamedTuple):
    """Hold a version with its comparison with the base."""

    article: Article
    collation: Collation


def rows_alone(article: Article) -> tuple[Row, ...]:
    """Put each passage of a single article in a row of its own."""
    return tuple(Row((range(number, number + 1),)) for number in range(len(article.passages)))


def gap_labels(rows: Sequence[Row], column: int, label: Callable[[Gap], str]) -> dict[int, str]:
    """Return the labels of a column's gaps, by number of row."""
    gaps = ((number, row.gaps[column]) for number, row in enumerate(rows) if row.gaps)
    return {number: label(gap) for number, gap in gaps if gap is not None}


def rows_of(base: Article, beside: Sequence[Beside]) -> tuple[Row, ...]:
    """Put linked passages of a base and its versions level, in reading order."""
    return tuple(_Rows(base, beside).walk())


class _Rows:
    """Walk down a base and its versions together, row by row."""

    def __init__(self, base: Article, beside: Sequence[Beside]) -> None:
        self._articles = (base, *(one.article for one in beside))
        self._partnered = [_partnered(one.collation.passages) for one in beside]
        self._level = [
            _level([*_headlines(base, one.article, known), *one.collation.passages])
            for one, known in zip(beside, self._partnered, strict=True)
        ]
        self._done = [0] * len(self._articles)

    def walk(self) -> Iterator[Row]:
        """Yield the rows: what is linked, and before each what stands between the links."""
        for group in self._groups():
            versions = [self._side(level, group) for level in self._level]
            yield from self._cut(group.start)
            stops = zip(versions, self._done[1:], strict=True)
            yield from self._added([side.start if side else done for side, done in stops])
            yield self._row(group, versions)
        yield from self._at_end()

    def _row(self, group: range, versions: Sequence[range]) -> Row:
        """Make a row of linked passages, and go on below it."""
        for column, side in enumerate((group, *versions)):
            if side:
                self._done[column] = side.stop
        gaps = (None if side else self._lacking(v, group) for v, side in enumerate(versions))
        return Row((group, *versions), (None, *gaps))

    def _groups(self) -> list[range]:
        """Return the stretches of the base that stand level with something, joined where they touch."""
        found = sorted((row.base for level in self._level for row in level), key=lambda r: r.start)
        joined: list[range] = []
        for one in found:
            if joined and one.start < joined[-1].stop:
                joined[-1] = range(joined[-1].start, max(joined[-1].stop, one.stop))
            else:
                joined.append(one)
        return joined

    @staticmethod
    def _side(level: Sequence["_Level"], group: range) -> range:
        """Return the passages of a version that stand level with a stretch of the base."""
        first = bisect_left(level, group.start, key=_start_in_base)
        last = bisect_left(level, group.stop, key=_start_in_base)
        inside = level[first:last]
        return range(inside[0].version.start, inside[-1].version.stop) if inside else _NOTHING

    def _lacking(self, version: int, group: range) -> Gap:
        """Say what a version lacks of a stretch of the base."""
        moved = group.start in self._partnered[version][0]
        return Gap(self._articles[0].passages[group.start].kind, Relation.CUT, moved)

    def _cut(self, stop: int) -> Iterator[Row]:
        """Give passages that the base alone has a row each."""
        for number in range(self._done[0], stop):
            own = range(number, number + 1)
            gaps = (self._lacking(version, own) for version in range(len(self._level)))
            yield Row((own, *(_NOTHING for _ in self._level)), (None, *gaps))
        self._done[0] = max(self._done[0], stop)

    def _added(self, stops: Sequence[int]) -> Iterator[Row]:
        """Give passages that versions alone have a row each; what two have alike stands level."""
        level: list[list[int | None]] = []
        for version, stop in enumerate(stops):
            numbers = range(self._done[version + 1], stop)
            level = self._woven(level, version, list(numbers))
            self._done[version + 1] = max(self._done[version + 1], stop)
        for numbers in level:
            yield self._row_of_added(numbers)

    def _woven(
        self, level: list[list[int | None]], version: int, numbers: list[int]
    ) -> list[list[int | None]]:
        """Put what a version adds among what others add there, alike beside alike."""
        before = [self._words_of_added(row) for row in level]
        words = [self._words(version, number) for number in numbers]
        blank: list[int | None] = [None] * version
        woven: list[list[int | None]] = []
        matcher = SequenceMatcher(None, before, words, autojunk=False)
        for tag, start, end, own, own_end in matcher.get_opcodes():
            if tag == "equal":
                pairs = zip(level[start:end], numbers[own:own_end], strict=True)
                woven += [[*row, number] for row, number in pairs]
            else:
                woven += [[*row, None] for row in level[start:end]]
                woven += [[*blank, number] for number in numbers[own:own_end]]
        return woven

    def _row_of_added(self, numbers: Sequence[int | None]) -> Row:
        padded = [*numbers, *([None] * (len(self._level) - len(numbers)))]
        version, number = next((v, n) for v, n in enumerate(padded) if n is not None)
        kind = self._articles[version + 1].passages[number].kind
        gap = Gap(kind, Relation.ADDED, number in self._partnered[version][1])
        own = (_NOTHING if n is None else range(n, n + 1) for n in padded)
        return Row((_NOTHING, *own), (gap, *(None for _ in padded)))

    def _words_of_added(self, numbers: Sequence[int | None]) -> object:
        return next(self._words(v, n) for v, n in enumerate(numbers) if n is not None)

    def _words(self, version: int, number: int) -> object:
        """Return what makes an added passage like another: its words; of a moved one, itself."""
        article = self._articles[version + 1]
        if number in self._partnered[version][1]:
            return version, number
        return " ".join(article.words_of(article.passages[number]).split())

    def _at_end(self) -> Iterator[Row]:
        """Put what is left after the last link in order: the stories' ends, then the furniture."""
        sides = list(zip(self._articles, self._done, strict=True))
        ends = [_end_of_story(article, done) for article, done in sides]
        for stops in (ends, [len(article.passages) for article in self._articles]):
            yield from self._cut(stops[0])
            yield from self._added(stops[1:])


def _end_of_story(article: Article, start: int) -> int:
    """Return the number after the last passage of the story, from `start` on."""
    story = (n for n in range(start, len(article.passages)) if article.passages[n].kind.is_story)
    return max(story, default=start - 1) + 1


def _partnered(links: Sequence[PassageLink]) -> tuple[set[int], set[int]]:
    """Return the numbers of passages that have a partner, on each side."""
    linked = [link for link in links if link.base and link.version]
    return {n for link in linked for n in link.base}, {n for link in linked for n in link.version}


class _Level(NamedTuple):
    """Hold passages of a base and a version that stand level."""

    base: range
    version: range


def _start_in_base(level: _Level) -> int:
    return level.base.start


def _level(links: Sequence[PassageLink]) -> list[_Level]:
    """Choose the links that can stand level, and join those that reach into one another."""
    candidates = sorted(
        (link for link in links if link.base and link.version and not link.moved),
        key=lambda link: (min(link.base), min(link.version)),
    )
    rows: list[_Level] = []
    for link in _longest_rising(candidates):
        row = _Level(_reach(link.base), _reach(link.version))
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


def _reaches_into(first: _Level, second: _Level) -> bool:
    return any(a.stop > b.start for a, b in zip(first, second, strict=True))


def _joined(first: _Level, second: _Level) -> _Level:
    pairs = zip(first, second, strict=True)
    return _Level(*(range(min(a.start, b.start), max(a.stop, b.stop)) for a, b in pairs))


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
