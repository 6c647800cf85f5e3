"""Pair the quotations of two articles and say what became of each."""

from collections.abc import Mapping, Sequence

from rapidfuzz.distance import Indel

from variorum.collation.analysis import Analysis
from variorum.collation.forms import american
from variorum.collation.quotes import Quote
from variorum.collation.values import QuotationPair, Verdict

_LIKE = 0.5
_LINKED_LIKE = 0.3
_TRIMMED_SHARE = 2
"""A trimmed quotation keeps at least so many words."""


def pair_quotations(
    base: Analysis, version: Analysis, partners: Mapping[int, frozenset[int]]
) -> tuple[QuotationPair, ...]:
    """Return the quotations that are speech, each with its verdict, in the base's order.

    `partners` holds, for each of the base's sentences, the version's that it is linked with.
    """
    own, others = base.quotes, version.quotes
    ranked = sorted(
        (-_likeness(one, other, partners), n, m)
        for n, one in enumerate(own)
        for m, other in enumerate(others)
        if _may_pair(one, other, partners)
    )
    of_base: dict[int, int] = {}
    of_version: dict[int, int] = {}
    for _, n, m in ranked:
        if n not in of_base and m not in of_version:
            of_base[n], of_version[m] = m, n
    pairs: list[tuple[tuple[int, int], QuotationPair]] = []
    for n, one in enumerate(own):
        other = others[of_base[n]] if n in of_base else None
        if one.speech or (other and other.speech):
            pairs.append(((one.words.start, 0), _pair(one, other)))
    for m, other in enumerate(others):
        if m not in of_version and other.speech:
            place = _place_of_added(m, of_version, own)
            pairs.append(
                ((place, 1 + m), QuotationPair(Verdict.ADDED, None, other.words, other.speaker))
            )
    return tuple(pair for _, pair in sorted(pairs, key=lambda p: p[0]))


def _place_of_added(number: int, of_version: Mapping[int, int], own: Sequence[Quote]) -> int:
    """Return where an added quotation stands in the base's order: after the one before it."""
    before = [of_version[m] for m in range(number) if m in of_version]
    return own[before[-1]].words.start if before else -1


def _words(quote: Quote) -> list[str]:
    """Return a quotation's words but for typography and spelling."""
    return [american(form.lower) for form in quote.forms if form.word]


def _linked(one: Quote, other: Quote, partners: Mapping[int, frozenset[int]]) -> bool:
    units = range(other.first_unit, other.last_unit + 1)
    return any(
        not partners.get(n, frozenset()).isdisjoint(units)
        for n in range(one.first_unit, one.last_unit + 1)
    )


def _likeness(one: Quote, other: Quote, partners: Mapping[int, frozenset[int]]) -> float:
    likeness = Indel.normalized_similarity(_words(one), _words(other))
    return round(likeness + (0.25 if _linked(one, other, partners) else 0.0), 6)


def _may_pair(one: Quote, other: Quote, partners: Mapping[int, frozenset[int]]) -> bool:
    own, its = _words(one), _words(other)
    if not own or not its:
        return False
    linked = _linked(one, other, partners)
    likeness = Indel.normalized_similarity(own, its)
    if likeness >= (_LINKED_LIKE if linked else _LIKE):
        return True
    return (_holds(own, its) or _holds(its, own)) and (linked or min(len(own), len(its)) > 3)


def _holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Tell whether all words of a part stand in the whole, in their order."""
    rest = iter(whole)
    return len(part) >= _TRIMMED_SHARE and all(word in rest for word in part)


def _pair(one: Quote, other: Quote | None) -> QuotationPair:
    if other is None:
        return QuotationPair(Verdict.CUT, one.words, None, one.speaker)
    own, its = _words(one), _words(other)
    if own == its:
        verdict = Verdict.VERBATIM
    elif len(its) < len(own) and _holds(own, its):
        verdict = Verdict.TRIMMED
    else:
        verdict = Verdict.ALTERED
    respeaker = bool(
        one.speaker_names and other.speaker_names and not one.speaker_names & other.speaker_names
    )
    return QuotationPair(
        verdict, one.words, other.words, one.speaker or other.speaker, respeaker=respeaker
    )
