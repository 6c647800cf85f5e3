"""Pair the quotations of two articles and say what became of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from variorum.collation.analysis import Analysis
from variorum.collation.forms import Form, american
from variorum.collation.lexicons import abbreviations
from variorum.collation.quotes import Quote
from variorum.collation.unnamed import are_others
from variorum.collation.values import QuotationPair, Verdict
from variorum.text import Span

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
    pieces = _pieces(own, others, partners)
    for n, one in enumerate(own):
        other = others[of_base[n]] if n in of_base else None
        if n in pieces.base:
            pairs += [((one.words.start, m), piece) for m, piece in enumerate(pieces.base[n])]
        elif one.speech or (other and other.speech):
            pairs.append(((one.words.start, 0), _pair(one, other)))
    for m, other in enumerate(others):
        if m not in of_version and m not in pieces.version and other.speech:
            place = _place_of_added(m, of_version, own)
            added = QuotationPair(Verdict.ADDED, None, other.words, other.speaker)
            pairs.append(((place, 1 + m), added))
    return tuple(pair for _, pair in sorted(pairs, key=lambda p: p[0]))


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Hold quotations that the attribution interrupts on one side only, piece by piece."""

    base: dict[int, list[QuotationPair]]
    version: frozenset[int]


def _pieces(
    own: Sequence[Quote],
    others: Sequence[Quote],
    partners: Mapping[int, frozenset[int]],
) -> _Pieces:
    """Pair a quotation with the pieces into which "he said" parts it on the other side."""
    found: dict[int, list[QuotationPair]] = {}
    taken: set[int] = set()
    for n, one in enumerate(own):
        run = [m for m, other in enumerate(others) if _linked(one, other, partners)]
        mates = [k for k, mate in enumerate(own) if mate.first_unit == one.first_unit]
        if n in found or len(run) == len(mates) or min(len(run), len(mates)) != 1:
            continue
        if _joined([own[k] for k in mates]) != _joined([others[m] for m in run]):
            continue
        if not all(map(_words, (*(own[k] for k in mates), *(others[m] for m in run)))):
            # Marks round no word at all are no piece of a quotation.
            continue
        whole, parts = (others[run[0]], [own[k] for k in mates])
        if len(mates) == 1:
            whole, parts = one, [others[m] for m in run]
        spans = _spans_in(whole, parts)
        rows = [
            (part.words, span) if len(mates) > 1 else (span, part.words)
            for part, span in zip(parts, spans, strict=True)
        ]
        pairs = [QuotationPair(Verdict.VERBATIM, b, v, one.speaker) for b, v in rows]
        if len(mates) == 1:
            found[n] = pairs
        else:
            found |= {k: [pair] for k, pair in zip(mates, pairs, strict=True)}
        taken.update(run)
    return _Pieces(found, frozenset(taken))


def _joined(quotes: Sequence[Quote]) -> list[str]:
    return [word for quote in quotes for word in _words(quote)]


def _spans_in(whole: Quote, parts: Sequence[Quote]) -> list[Span]:
    """Return where the words of each part stand within the whole."""
    places = [place for place, form in zip(whole.places, whole.forms, strict=True) if form.word]
    spans: list[Span] = []
    for part in parts:
        count = sum(form.word for form in part.forms)
        spans.append(Span(places[0].start, places[count - 1].end))
        places = places[count:]
    return spans


def _place_of_added(number: int, of_version: Mapping[int, int], own: Sequence[Quote]) -> int:
    """Return where an added quotation stands in the base's order: after the one before it."""
    before = [of_version[m] for m in range(number) if m in of_version]
    return own[before[-1]].words.start if before else -1


def _words(quote: Quote) -> list[str]:
    """Return a quotation's words but for typography and spelling."""
    return [_plain(form) for form in quote.forms if form.word]


def _plain(form: Form) -> str:
    """Return a word but for its spelling and its points: U.S. is US, though never us."""
    bare = form.folded.replace(".", "") or form.folded
    return bare if bare in abbreviations().capitals else american(bare.casefold())


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


def _is_trimmed(own: Sequence[str], other: Quote) -> bool:
    """Tell whether a quotation is one run of the whole's words, or some with an ellipsis between.

    A word that goes from inside a run, and no mark tells of it, alters what was said.
    """
    runs: list[list[str]] = [[]]
    for form in other.forms:
        if form.folded == "...":
            runs.append([])
        elif form.word:
            runs[-1].append(_plain(form))
    place = 0
    for run in runs:
        size = len(run)
        found = next((n for n in range(place, len(own) - size + 1) if own[n : n + size] == run), -1)
        if found < 0:
            return False
        place = found + size
    return True


def _speaks_otherwise(one: Quote, other: Quote) -> bool:
    """Tell whether two speakers are others; one with a name and one without may be the same."""
    if one.speaker_names and other.speaker_names:
        return not one.speaker_names & other.speaker_names
    if one.speaker_names or other.speaker_names or not one.speaker or not other.speaker:
        return False
    return are_others(one.speaker, other.speaker)


def _pair(one: Quote, other: Quote | None) -> QuotationPair:
    if other is None:
        return QuotationPair(Verdict.CUT, one.words, None, one.speaker)
    own, its = _words(one), _words(other)
    if own == its:
        verdict = Verdict.VERBATIM
    elif len(its) < len(own) and _is_trimmed(own, other):
        verdict = Verdict.TRIMMED
    else:
        verdict = Verdict.ALTERED
    respeaker = _speaks_otherwise(one, other)
    return QuotationPair(
        verdict, one.words, other.words, one.speaker or other.speaker, respeaker=respeaker
    )
