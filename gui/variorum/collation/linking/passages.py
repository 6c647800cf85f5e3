"""Derive how passages correspond: story passages by their sentences, furniture by its like."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.collation.linking.ties import Tie
from variorum.collation.reading.analysis import Analysis
from variorum.collation.reading.forms import form_of
from variorum.collation.reading.tokens import tokenise
from variorum.collation.values import Link, PassageLink, Relation
from variorum.text import Article, Passage

FURNITURE_LIKE = 0.5


def story_passages(
    base: Analysis, version: Analysis, ties: Sequence[Tie], links: Sequence[Link]
) -> list[PassageLink]:
    """Return the relations of the story passages, derived from the links of their sentences."""
    group_of_base: dict[int, _Group] = {}
    group_of_version: dict[int, _Group] = {}
    for number, tie in enumerate(ties):
        group = _Group({base.units[n].passage for n in tie.base}, set(), [number])
        group.version.update(version.units[n].passage for n in tie.version)
        touching = [group_of_base.get(n) for n in group.base]
        touching += [group_of_version.get(n) for n in group.version]
        for other in {id(g): g for g in touching if g is not None}.values():
            group = _merged(group, other)
        group_of_base.update(dict.fromkeys(group.base, group))
        group_of_version.update(dict.fromkeys(group.version, group))
    groups = {id(g): g for g in (*group_of_base.values(), *group_of_version.values())}
    return [_passage_link(group, links) for group in groups.values()]


@dataclass(slots=True, eq=False)
class _Group:
    """Hold passages that links of sentences join, and the numbers of these links."""

    base: set[int]
    version: set[int]
    links: list[int]


def _merged(one: _Group, other: _Group) -> _Group:
    """Return one group of two; the larger takes the smaller in."""
    if len(one.links) > len(other.links):
        one, other = other, one
    other.links += one.links
    other.base |= one.base
    other.version |= one.version
    return other


def _passage_link(group: _Group, links: Sequence[Link]) -> PassageLink:
    base, version, numbers = sorted(group.base), sorted(group.version), group.links
    moved = sum(links[n].moved for n in numbers) * 2 > len(numbers)
    if not base or not version:
        relation = Relation.CUT if base else Relation.ADDED
    elif len(base) == len(version) == 1:
        same = all(links[n].relation is Relation.SAME for n in numbers)
        relation = Relation.SAME if same else Relation.EDITED
    elif len(base) == 1 or len(version) == 1:
        relation = Relation.SPLIT if len(base) == 1 else Relation.MERGED
    else:
        relation = Relation.REARRANGED
    return PassageLink(tuple(base), tuple(version), relation, moved)


def furniture(base: Article, version: Article) -> list[PassageLink]:
    """Return the relations of furniture: each passage with the likest of its own kind."""
    links: list[PassageLink] = []
    taken: set[int] = set()
    others = [(n, other, _bag(version, other)) for n, other in _furniture_of(version)]
    for number, passage in _furniture_of(base):
        bag = _bag(base, passage)
        likely = [
            (_like(bag, its), -n)
            for n, other, its in others
            if other.kind is passage.kind and n not in taken
        ]
        score, negative = max(likely, default=(0.0, 0))
        if score < FURNITURE_LIKE:
            links.append(PassageLink((number,), (), Relation.CUT))
            continue
        taken.add(-negative)
        same = base.words_of(passage) == version.words_of(version.passages[-negative])
        relation = Relation.SAME if same else Relation.EDITED
        links.append(PassageLink((number,), (-negative,), relation))
    added = (PassageLink((), (n,), Relation.ADDED) for n, *_ in others if n not in taken)
    return [*links, *added]


def _furniture_of(article: Article) -> list[tuple[int, Passage]]:
    return [(n, p) for n, p in enumerate(article.passages) if p.kind.is_furniture]


def _bag(article: Article, passage: Passage) -> frozenset[str]:
    tokens = tokenise(article.text, passage.words.start, passage.words.end)
    forms = [form_of(token.surface) for token in tokens]
    return frozenset(key for form in forms for key in form.keys or (form.folded,))


def _like(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def in_reading_order(links: Iterable[PassageLink]) -> tuple[PassageLink, ...]:
    """Order relations by the base; what was added comes after what stands before it."""
    links = list(links)
    before: dict[int, int] = defaultdict(lambda: -1)
    for link in links:
        for number in link.version:
            if link.base:
                before[number] = max(before[number], link.base[0])
    placed = sorted(before.items())

    def place(link: PassageLink) -> tuple[int, int, int]:
        if link.base:
            return link.base[0], 0, 0
        behind = [b for n, b in placed if n < link.version[0]]
        return (behind[-1] if behind else -1), 1, link.version[0]

    return tuple(sorted(links, key=place))
