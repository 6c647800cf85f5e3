"""Measure agreement: over all that was marked, or by code, by pair of annotators, by article."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, pairwise

from variorum.agreement import nominal
from variorum.agreement.coded import Coded
from variorum.agreement.nominal import Pattern
from variorum.agreement.unitizing import unitizing_alphas
from variorum.agreement.values import GAP, Continuum, Figures, Unit, Value
from variorum.ids import AnnotatorId, ArticleId, CodeId

_PAIR = 2


class By(StrEnum):
    """Say what agreement is told apart by."""

    CODE = "code"
    PAIR = "pair"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Scope:
    """Say what figures are of; None and all annotators where nothing is told apart."""

    annotators: tuple[AnnotatorId, ...]
    code: CodeId | None = None
    article: ArticleId | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """Hold the figures of one scope."""

    scope: Scope
    figures: Figures


def measure(
    articles: Sequence[Coded],
    *,
    annotators: Sequence[AnnotatorId],
    by: Iterable[By] = (),
    codes: Sequence[CodeId] = (),
    only: CodeId | None = None,
) -> Iterator[Measured]:
    """Yield figures for everything, then for each of what they are told apart by.

    Several kinds are crossed: by code and pair is a row for each code of each pair. With `only`
    a code all figures are of that code.
    """
    wanted = frozenset(by)
    everyone = tuple(annotators)
    groups = [everyone]
    if By.PAIR in wanted and len(everyone) > _PAIR:
        groups += list(combinations(everyone, _PAIR))
    for article in (None, *articles) if By.ARTICLE in wanted else (None,):
        read = articles if article is None else (article,)
        number = None if article is None else article.article
        for group in groups:
            shared = [one for one in read if len(one.readers & set(group)) >= _PAIR]
            if article is not None and not shared:
                continue
            for code in (None, *codes) if By.CODE in wanted and only is None else (only,):
                yield Measured(Scope(group, code, number), figures(shared, group, code))


def figures(
    articles: Iterable[Coded], annotators: Sequence[AnnotatorId], code: CodeId | None = None
) -> Figures:
    """Measure how far annotators agree on a code, or on all that they marked."""
    read = [one for one in articles if len(one.readers & set(annotators)) >= _PAIR]
    continua = [one.continuum(annotators, code=code) for one in read]
    counted = Counter[Pattern]()
    for continuum in continua:
        counted.update(patterns(continuum, annotators))
    family = unitizing_alphas(continua)
    among = None
    if code is not None:
        # What a code is confused with shows only among all codes.
        every = unitizing_alphas(one.continuum(annotators) for one in read)
        among = every.of_value.get(frozenset({code}))
    return Figures(
        words=sum(one.length for one in continua),
        articles=len(continua),
        marked=sum(len(unit) for one in continua for units in one.units.values() for unit in units),
        observed=nominal.observed(counted),
        cohen=nominal.cohen(counted) if len(annotators) == _PAIR else None,
        fleiss=nominal.fleiss(counted),
        alpha=nominal.alpha(counted),
        u_alpha=family.u,
        marked_alpha=family.binary,
        cu_alpha=family.cu,
        code_alpha=among,
    )


def patterns(continuum: Continuum, annotators: Sequence[AnnotatorId]) -> Counter[Pattern]:
    """Count the words of a continuum by the values that the annotators gave them."""
    borders = {0, continuum.length}
    for units in continuum.units.values():
        borders |= {place for unit in units for place in (unit.start, unit.end)}
    walks = {who: _Walk(units) for who, units in continuum.units.items()}
    found = Counter[Pattern]()
    for start, end in pairwise(sorted(borders)):
        found[tuple(walks[who].at(start) if who in walks else None for who in annotators)] += (
            end - start
        )
    return found


class _Walk:
    """Tell the value of one place after the other."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units
        self._next = 0

    def at(self, place: int) -> Value:
        while self._next < len(self._units) and self._units[self._next].end <= place:
            self._next += 1
        rest = self._units[self._next : self._next + 1]
        return rest[0].value if rest and rest[0].start <= place else GAP
