"""What two versions have in common, seen through their base. It knows values only.

Nothing compares two versions with one another: sentences of both that were made of the same
sentence of the base correspond, and so do passages. What both added in the same words stands
together too; the base knows nothing of it.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from variorum.collation.values import Collation, Link, PassageLink, Relation
from variorum.text import Article

L = TypeVar("L", Link, PassageLink)


@dataclass(frozen=True, slots=True)
class Composed:
    """Hold what corresponds in two versions: the one to the left stands for the base."""

    links: tuple[Link, ...]
    passages: tuple[PassageLink, ...]


def composed(left: Article, first: Collation, right: Article, second: Collation) -> Composed:
    """Compose the comparisons of two versions with the same base."""
    links = tuple(_sentences(*both) for both in _sharing(first.links, second.links))
    passages = [_passages(*both) for both in _sharing(first.passages, second.passages)]
    return Composed(links, (*passages, *_alike(left, first, right, second)))


def _sentences(first: Sequence[Link], second: Sequence[Link]) -> Link:
    ours = tuple(sorted({span for link in first for span in link.version}))
    theirs = tuple(sorted({span for link in second for span in link.version}))
    relation = _relation(first, second, (len(ours), len(theirs)))
    sure = min(link.confidence for link in (*first, *second))
    return Link(ours, theirs, relation, _is_moved(first, second), sure)


def _passages(first: Sequence[PassageLink], second: Sequence[PassageLink]) -> PassageLink:
    ours = tuple(sorted({number for link in first for number in link.version}))
    theirs = tuple(sorted({number for link in second for number in link.version}))
    relation = _relation(first, second, (len(ours), len(theirs)))
    return PassageLink(ours, theirs, relation, _is_moved(first, second))


def _relation(first: Sequence[L], second: Sequence[L], counts: tuple[int, int]) -> Relation:
    if counts == (1, 1):
        is_same = all(link.relation is Relation.SAME for link in (*first, *second))
        return Relation.SAME if is_same else Relation.EDITED
    return Relation.SPLIT if counts[0] < counts[1] else Relation.MERGED


def _is_moved(first: Sequence[L], second: Sequence[L]) -> bool:
    """Tell whether both ends stand in other places; what moved in both alike does not."""
    return any(link.moved for link in first) != any(link.moved for link in second)


def _sharing(first: Sequence[L], second: Sequence[L]) -> Iterator[tuple[list[L], list[L]]]:
    """Yield the links of both that go back to the same things of the base, together."""
    group_of: dict[Hashable, int] = {}
    groups: dict[int, tuple[list[L], list[L]]] = {}
    for side, links in enumerate((first, second)):
        for link in links:
            if not (link.base and link.version):
                continue
            known = sorted({group_of[key] for key in link.base if key in group_of})
            group = known[0] if known else len(group_of)
            here = groups.setdefault(group, ([], []))
            for other in known[1:]:
                for own, more in zip(here, groups.pop(other), strict=True):
                    own.extend(more)
                group_of.update([(key, group) for key, at in group_of.items() if at == other])
            here[side].append(link)
            group_of.update((key, group) for key in link.base)
    for ours, theirs in groups.values():
        if ours and theirs:
            yield ours, theirs


def _alike(
    left: Article, first: Collation, right: Article, second: Collation
) -> Iterator[PassageLink]:
    """Yield the passages that both versions added in the same words."""
    theirs: dict[object, int] = {}
    for number in reversed(_added(second)):
        theirs[_like(right, number)] = number
    for number in _added(first):
        other = theirs.pop(_like(left, number), None)
        if other is not None:
            yield PassageLink((number,), (other,), Relation.SAME)


def _added(collation: Collation) -> list[int]:
    return [number for link in collation.passages if not link.base for number in link.version]


def _like(article: Article, number: int) -> tuple[object, ...]:
    passage = article.passages[number]
    return passage.kind, *article.words_of(passage).split()
