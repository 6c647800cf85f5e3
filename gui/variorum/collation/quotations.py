"""Pair the quotations of two articles and say what became of each."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from variorum.collation.lexicons.words import abbreviations
from variorum.collation.reading.analysis import Analysis
from variorum.collation.reading.forms import american
from variorum.collation.reading.memo import Memo
from variorum.collation.reading.quotes import Quote
from variorum.collation.reading.unnamed import are_others
from variorum.collation.values import QuotationPair, Verdict
from variorum.text import Span

_LIKE = 0.5
_LINKED_LIKE = 0.3
_LINKED_MORE = 0.25
"""What linked sentences add to how like their quotations are."""
_LIKEST = 1.0
"""How like two quotations can be that do not stand in linked sentences."""
_LEAST_HELD = 3
"""A quotation of more words is found again within a longer one wherever that stands."""
_TRIMMED_SHARE = 2
"""A trimmed quotation keeps at least so many words."""


def pair_quotations(
    base: Analysis, version: Analysis, partners: Mapping[int, frozenset[int]]
) -> tuple[QuotationPair, ...]:
    """Return the quotations that are speech, each with its verdict, in the base's order.

    `partners` holds, for each of the base's sentences, the version's that it is linked with.
    """
    own, others = [_Words.of(q) for q in base.quotes], [_Words.of(q) for q in version.quotes]
    linked = _linked(own, others, partners)
    of_base, of_version = _matched(own, others, linked)
    pairs: list[tuple[tuple[int, int], QuotationPair]] = []
    pieces = _pieces(own, others, linked)
    for n, one in enumerate(own):
        other = others[of_base[n]] if n in of_base else None
        if n in pieces.base:
            pairs += [((one.place, m), piece) for m, piece in enumerate(pieces.base[n])]
        elif one.quote.speech or (other and other.quote.speech):
            pairs.append(((one.place, 0), _pair(one, other)))
    for m, other in enumerate(others):
        if m not in of_version and m not in pieces.version and other.quote.speech:
            place = _place_of_added(m, of_version, own)
            added = QuotationPair(Verdict.ADDED, None, other.quote.words, other.quote.speaker)
            pairs.append(((place, 1 + m), added))
    return tuple(pair for _, pair in sorted(pairs, key=lambda p: p[0]))


@dataclass(frozen=True, slots=True)
class _Words:
    """Hold a quotation with its words but for typography and spelling."""

    quote: Quote
    row: list[str]
    bag: frozenset[str]

    @classmethod
    def of(cls, quote: Quote) -> "_Words":
        """Return a quotation's words, ready to be compared with those of many others."""
        row = [_plain[form.folded] for form in quote.forms if form.word]
        return cls(quote, row, frozenset(row))

    @property
    def place(self) -> int:
        """Return where the quotation begins."""
        return self.quote.words.start


def _matched(
    own: Sequence[_Words], others: Sequence[_Words], linked: Sequence[frozenset[int]]
) -> tuple[dict[int, int], dict[int, int]]:
    """Return which quotation is which, from either side: the likest pairs first.

    What linked sentences quote nearly alike is settled before others are looked for: no pair
    that stands elsewhere is as like, and in most stories few are left to compare.
    """
    of_base: dict[int, int] = {}
    of_version: dict[int, int] = {}

    def rank(pairs: Iterable[tuple[int, int]]) -> list[tuple[float, int, int]]:
        found = ((_likeness(own[n], others[m], linked=m in linked[n]), n, m) for n, m in pairs)
        return sorted((-likeness, n, m) for likeness, n, m in found if likeness)

    def take(ranked: Iterable[tuple[float, int, int]]) -> None:
        for _, n, m in ranked:
            if n not in of_base and m not in of_version:
                of_base[n], of_version[m] = m, n

    beside = rank((n, m) for n, ms in enumerate(linked) for m in ms)
    sure = bisect_left(beside, (-_LIKEST, -1, -1))
    take(beside[:sure])
    left = [n for n in range(len(own)) if n not in of_base]
    right = [m for m in range(len(others)) if m not in of_version]
    elsewhere = (
        (n, m)
        for n, m in _candidates({n: own[n] for n in left}, {m: others[m] for m in right})
        if m not in linked[n]
    )
    take(sorted([*beside[sure:], *rank(elsewhere)]))
    return of_base, of_version


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Hold quotations that the attribution interrupts on one side only, piece by piece."""

    base: dict[int, list[QuotationPair]]
    version: frozenset[int]


def _pieces(
    own: Sequence[_Words], others: Sequence[_Words], linked: Sequence[frozenset[int]]
) -> _Pieces:
    """Pair a quotation with the pieces into which "he said" parts it on the other side."""
    found: dict[int, list[QuotationPair]] = {}
    taken: set[int] = set()
    beside: dict[int, list[int]] = defaultdict(list)
    for n, one in enumerate(own):
        beside[one.quote.first_unit].append(n)
    for n, one in enumerate(own):
        run, mates = sorted(linked[n]), beside[one.quote.first_unit]
        if n in found or len(run) == len(mates) or min(len(run), len(mates)) != 1:
            continue
        if _joined([own[k] for k in mates]) != _joined([others[m] for m in run]):
            continue
        if not all(each.row for each in (*(own[k] for k in mates), *(others[m] for m in run))):
            # Marks round no word at all are no piece of a quotation.
            continue
        whole, parts = (others[run[0]], [own[k] for k in mates])
        if len(mates) == 1:
            whole, parts = one, [others[m] for m in run]
        spans = _spans_in(whole.quote, parts)
        rows = [
            (part.quote.words, span) if len(mates) > 1 else (span, part.quote.words)
            for part, span in zip(parts, spans, strict=True)
        ]
        pairs = [QuotationPair(Verdict.VERBATIM, b, v, one.quote.speaker) for b, v in rows]
        if len(mates) == 1:
            found[n] = pairs
        else:
            found |= {k: [pair] for k, pair in zip(mates, pairs, strict=True)}
        taken.update(run)
    return _Pieces(found, frozenset(taken))


def _joined(quotes: Sequence[_Words]) -> list[str]:
    return [word for quote in quotes for word in quote.row]


def _spans_in(whole: Quote, parts: Sequence[_Words]) -> list[Span]:
    """Return where the words of each part stand within the whole."""
    tokens = [token for token, form in zip(whole.tokens, whole.forms, strict=True) if form.word]
    spans: list[Span] = []
    for part in parts:
        count = len(part.row)
        spans.append(Span(tokens[0].start, tokens[count - 1].end))
        tokens = tokens[count:]
    return spans


def _place_of_added(number: int, of_version: Mapping[int, int], own: Sequence[_Words]) -> int:
    """Return where an added quotation stands in the base's order: after the one before it."""
    before = [of_version[m] for m in range(number) if m in of_version]
    return own[before[-1]].place if before else -1


def _plain_anew(folded: str) -> str:
    """Return a word but for its spelling and its points: U.S. is US, though never us."""
    bare = folded.replace(".", "") or folded
    return bare if bare in abbreviations().capitals else american(bare.casefold())


_plain = Memo(_plain_anew, most=1 << 14, longest=80)


def _linked(
    own: Sequence[_Words], others: Sequence[_Words], partners: Mapping[int, frozenset[int]]
) -> list[frozenset[int]]:
    """Return for each quotation of the base the version's that stand in linked sentences."""
    by_unit: dict[int, list[int]] = defaultdict(list)
    for m, other in enumerate(others):
        for unit in range(other.quote.first_unit, other.quote.last_unit + 1):
            by_unit[unit].append(m)
    return [
        frozenset(
            m
            for unit in range(one.quote.first_unit, one.quote.last_unit + 1)
            for partner in partners.get(unit, ())
            for m in by_unit.get(partner, ())
        )
        for one in own
    ]


def _candidates(
    own: Mapping[int, _Words], others: Mapping[int, _Words]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs that may be alike: those that share a rare word.

    Two that are alike, or of which one holds the other, share half the words of the shorter one;
    so they share one of any more than half of them, and its rarest are in few others (prefix
    filtering: Chaudhuri, Ganti, Kaushik, "A primitive operator for similarity joins", 2006).
    """
    counts = Counter(word for each in (*own.values(), *others.values()) for word in each.bag)
    by_word: dict[str, list[int]] = defaultdict(list)
    by_rare_word: dict[str, list[int]] = defaultdict(list)
    for m, other in others.items():
        for word in other.bag:
            by_word[word].append(m)
        for word in _rarest(other, counts):
            by_rare_word[word].append(m)
    for n, one in own.items():
        found = set[int]()
        found.update(*(by_word[word] for word in _rarest(one, counts) if word in by_word))
        found.update(*(by_rare_word[word] for word in one.bag if word in by_rare_word))
        yield from ((n, m) for m in found)


def _rarest(quote: _Words, counts: Mapping[str, int]) -> frozenset[str]:
    """Return more than half of a quotation's words, its rarest ones."""
    return frozenset(sorted(quote.row, key=counts.__getitem__)[: len(quote.row) // 2 + 1])


def _likeness(one: _Words, other: _Words, *, linked: bool) -> float:
    """Return how like two quotations are that may be one, 0 for others."""
    part, whole = (one, other) if len(one.row) <= len(other.row) else (other, one)
    told = sum(map(whole.bag.__contains__, part.row))
    if not told or (not linked and 2 * told < len(part.row)):
        # Fewer words in common than half of the shorter one's are never alike.
        return 0.0
    likeness = Indel.normalized_similarity(one.row, other.row)
    if likeness < (_LINKED_LIKE if linked else _LIKE):
        enough = linked or len(part.row) > _LEAST_HELD
        if not enough or told < len(part.row) or not _holds(whole.row, part.row):
            return 0.0
    return round(likeness + (_LINKED_MORE if linked else 0.0), 6)


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
            runs[-1].append(_plain[form.folded])
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


def _pair(one: _Words, other: _Words | None) -> QuotationPair:
    own, its = one.quote, other.quote if other else None
    if other is None or its is None:
        return QuotationPair(Verdict.CUT, own.words, None, own.speaker)
    if one.row == other.row:
        verdict = Verdict.VERBATIM
    elif len(other.row) < len(one.row) and _is_trimmed(one.row, its):
        verdict = Verdict.TRIMMED
    else:
        verdict = Verdict.ALTERED
    return QuotationPair(
        verdict,
        own.words,
        its.words,
        own.speaker or its.speaker,
        respeaker=_speaks_otherwise(own, its),
    )
