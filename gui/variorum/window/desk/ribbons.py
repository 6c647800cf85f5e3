"""Which stretches of two neighbouring texts a ribbon joins. It knows values only."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, Protocol

from variorum.collation.values import Link, PassageLink, Relation
from variorum.text import Article, Span

_SURE: Final = 0.9


class Tone(Enum):
    """Say what a ribbon tells."""

    SAME = auto()
    FORKED = auto()
    MOVED = auto()


class Linked(Protocol):
    """Say what of two texts corresponds: a comparison, or two of them composed."""

    @property
    def links(self) -> tuple[Link, ...]:
        """Return the links of sentences."""
        ...

    @property
    def passages(self) -> tuple[PassageLink, ...]:
        """Return the links of passages."""
        ...


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Join a stretch of one text with a stretch of the text to its right."""

    left: Span
    right: Span
    tone: Tone
    weak: bool = False


def ribbons_of(left: Article, right: Article, linked: Linked) -> tuple[Ribbon, ...]:
    """Draw a ribbon a pair of passages, and one for each sentence that moved by itself."""
    pairs = _pairs(left, right, linked.links)
    ribbons = [
        ribbon
        for link in linked.passages
        if link.base and link.version
        for ribbon in _of_passages(left, right, link, pairs)
    ]
    moved = {n for link in linked.passages if link.moved for n in link.base}
    ribbons += [
        Ribbon(_reach(link.base), _reach(link.version), Tone.MOVED, weak=link.confidence < _SURE)
        for link in linked.links
        if link.moved
        and link.base
        and link.version
        and _passage_at(left, link.base[0].start) not in moved
    ]
    return tuple(ribbons)


_Pairs = dict[tuple[int, int], list[Link]]


def _pairs(base: Article, version: Article, links: tuple[Link, ...]) -> _Pairs:
    """Sort sentence links by the pairs of passages that they join."""
    starts = [p.span.start for p in base.passages], [p.span.start for p in version.passages]
    pairs: _Pairs = {}
    for link in links:
        for one in link.base:
            for other in link.version:
                key = _number(starts[0], one.start), _number(starts[1], other.start)
                pairs.setdefault(key, []).append(link)
    return pairs


def _of_passages(
    base: Article, version: Article, link: PassageLink, pairs: _Pairs
) -> Iterator[Ribbon]:
    alone = len(link.base) == 1 and len(link.version) == 1
    forked = not alone or link.relation in (Relation.SPLIT, Relation.MERGED)
    # The words of a story say themselves what was changed; furniture has no variants.
    forked |= link.relation is Relation.EDITED and base.passages[link.base[0]].kind.is_furniture
    tone = Tone.MOVED if link.moved else Tone.FORKED if forked else Tone.SAME
    for one in link.base:
        for other in link.version:
            links = pairs.get((one, other), [])
            if not links and not alone:
                continue
            words = base.passages[one].words, version.passages[other].words
            first = words[0] if alone else _within(words[0], [s for k in links for s in k.base])
            second = words[1] if alone else _within(words[1], [s for k in links for s in k.version])
            weak = any(k.confidence < _SURE for k in links)
            yield Ribbon(first, second, tone, weak)


def _within(words: Span, spans: list[Span]) -> Span:
    """Return the reach of those spans that stand in a passage, with the space between them."""
    inside = [span for span in spans if words.overlaps(span)]
    return _reach(tuple(inside)) if inside else words


def _reach(spans: tuple[Span, ...]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _passage_at(article: Article, place: int) -> int:
    return _number([passage.span.start for passage in article.passages], place)


def _number(starts: list[int], place: int) -> int:
    return bisect_right(starts, place) - 1
