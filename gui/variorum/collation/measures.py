"""Measure what a version took from its base, as research on copy from agencies does.

Counted are the words of story sentences, folded for glyphs and capitals; furniture and marks
are left out. Figures that end in `_raw` are of the characters as printed. Shares are 0 to 1; a
share of nothing is None. Sources: Gaizauskas, Foster, Wilks and others, "The METER corpus"
(2001), for the three classes of a text and of its words; churnalism.com for the share of exact
strings of 15 characters; Flesch, "A new readability yardstick" (1948), for reading ease.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

from variorum.collation.lexicons.words import reporting
from variorum.collation.reading.analysis import Analysis, analyse_both
from variorum.collation.reading.tokens import Token
from variorum.collation.reading.units import Unit
from variorum.collation.rule_version import RULE_VERSION
from variorum.collation.values import Collation, Rule, Variant, Verdict
from variorum.text import Article, Span

METHOD = f"measures 1, rules {RULE_VERSION}"
"""What figures can be compared: those of one method."""

WHOLLY, PARTLY = 0.8, 0.2
"""The shares of a version's words that stem from the base, from which it is derived from it."""
_CHURN = 15
"""Characters of the strings that are counted."""
_SHINGLE = 3
"""Words of a shingle."""
_FIFTHS = 5
_SPACE = re.compile(r"\s+")
_VOWELS = re.compile(r"[aeiouy]+")


class Derivation(StrEnum):
    """Say how much of a version stems from the base: METER's classes of a text."""

    WHOLLY = "wholly_derived"
    PARTLY = "partially_derived"
    NON = "non_derived"


class Phrase(StrEnum):
    """Say where a word of the version comes from: METER's classes of a phrase."""

    VERBATIM = "verbatim"
    REWRITE = "rewrite"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Measures:
    """Hold the measures of a pair; see the manual's page on figures for each."""

    base_words: int
    version_words: int
    derivation: Derivation
    verbatim: float | None
    rewrite: float | None
    new: float | None
    kept: float
    churn: float | None
    churn_raw: float | None
    containment_of_base: float | None
    containment_of_version: float | None
    longest_common_run: int
    survival_by_fifth: tuple[float | None, ...]
    tail_cut: float | None
    quotes_retained: float | None
    figures_retained: float | None
    attributions_retained: float | None
    reading_ease_base: float | None
    reading_ease_version: float | None
    sentence_length_base: float | None
    sentence_length_version: float | None


def measure(base: Article, version: Article, collation: Collation) -> Measures:
    """Measure a pair that was collated."""
    one, other = analyse_both(base, version)
    row, other_row = _words(one), _words(other)
    lower = [word.lower for word in row], [word.lower for word in other_row]
    phrases = Counter(_phrases(other_row, collation))
    total = len(other_row)
    verbatim, rewrite, new = (_share(phrases[kind], total) for kind in Phrase)
    folded = " ".join(lower[0]), " ".join(lower[1])
    raw = _story_text(one), _story_text(other)
    shingles = _shingles(lower[0]), _shingles(lower[1])
    alive = _alive(row, collation)
    return Measures(
        base_words=len(row),
        version_words=total,
        derivation=_derivation((verbatim or 0.0) + (rewrite or 0.0)),
        verbatim=verbatim,
        rewrite=rewrite,
        new=new,
        kept=collation.summary.kept,
        churn=_contained(_strings(folded[0]), _strings(folded[1])),
        churn_raw=_contained(_strings(raw[0]), _strings(raw[1])),
        containment_of_base=_contained(shingles[0], shingles[1]),
        containment_of_version=_contained(shingles[1], shingles[0]),
        longest_common_run=_longest_run(*lower),
        survival_by_fifth=_survival(alive),
        tail_cut=_tail_cut(alive),
        quotes_retained=_quotes_retained(collation),
        figures_retained=_figures_retained(one.units, other.units),
        attributions_retained=_attributions_retained(one, row, collation),
        reading_ease_base=_reading_ease(base, lower[0], one.units),
        reading_ease_version=_reading_ease(version, lower[1], other.units),
        sentence_length_base=_share(len(row), len(one.units)),
        sentence_length_version=_share(total, len(other.units)),
    )


@dataclass(frozen=True, slots=True)
class _Word:
    token: Token
    lower: str

    def within(self, span: Span) -> bool:
        return span.start <= self.token.start and self.token.end <= span.end


def _words(analysis: Analysis) -> list[_Word]:
    return [
        _Word(token, form.lower)
        for unit in analysis.units
        for token, form in zip(unit.tokens, unit.forms, strict=True)
        if form.word
    ]


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _derivation(share: float) -> Derivation:
    if share >= WHOLLY:
        return Derivation.WHOLLY
    return Derivation.PARTLY if share >= PARTLY else Derivation.NON


# --- word by word -----------------------------------------------------------------------------------


def _phrases(words: Sequence[_Word], collation: Collation) -> Iterable[Phrase]:
    """Yield for each word of the version where it comes from."""
    linked = _marked(words, [s for link in collation.links if link.base for s in link.version])
    added = [v.version for v in collation.variants if _only_added(v)]
    changed = [v.version for v in collation.variants if not _only_added(v)]
    new, rewritten = _marked(words, added), _marked(words, changed)
    for place in range(len(words)):
        if place not in linked or place in new:
            yield Phrase.NEW
        else:
            yield Phrase.REWRITE if place in rewritten else Phrase.VERBATIM


def _only_added(variant: Variant) -> bool:
    return not len(variant.base) and not variant.variant_class.is_quiet


def _alive(words: Sequence[_Word], collation: Collation) -> list[bool]:
    """Tell for each word of the base whether it lives on, unchanged or but for quiet variants."""
    linked = _marked(words, [s for link in collation.links if link.version for s in link.base])
    loud = [v.base for v in collation.variants if not v.variant_class.is_quiet]
    lost = _marked(words, loud)
    return [place in linked and place not in lost for place in range(len(words))]


def _marked(words: Sequence[_Word], spans: Iterable[Span]) -> frozenset[int]:
    """Return the places of the words that stand in one of some spans."""
    found: set[int] = set()
    place = 0
    for span in sorted(spans):
        while place and words[place - 1].token.end > span.start:
            place -= 1
        while place < len(words) and words[place].token.start < span.end:
            if words[place].within(span):
                found.add(place)
            place += 1
    return frozenset(found)


def _survival(alive: Sequence[bool]) -> tuple[float | None, ...]:
    """Return the share of words that live on in each fifth of the base, from the top."""
    cuts = [round(len(alive) * n / _FIFTHS) for n in range(_FIFTHS + 1)]
    return tuple(_share(sum(alive[start:end]), end - start) for start, end in pairwise(cuts))


def _tail_cut(alive: Sequence[bool]) -> float | None:
    """Return the share of the base's words that stand after the last one that lives on."""
    last = max((place for place, lives in enumerate(alive) if lives), default=-1)
    return _share(len(alive) - 1 - last, len(alive))


# --- strings ------------------------------------------------------------------------------------------


def _story_text(analysis: Analysis) -> str:
    text = analysis.article.text
    return " ".join(_SPACE.sub(" ", unit.span.of(text)) for unit in analysis.units)


def _strings(text: str) -> frozenset[str]:
    return frozenset(text[n : n + _CHURN] for n in range(len(text) - _CHURN + 1))


def _shingles(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[n : n + _SHINGLE]) for n in range(len(words) - _SHINGLE + 1))


def _contained(one: frozenset[object], other: frozenset[object]) -> float | None:
    return _share(len(one & other), len(one))


def _longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    return SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size


# --- what must not be lost ------------------------------------------------------------------------------


def _quotes_retained(collation: Collation) -> float | None:
    of_base = [pair for pair in collation.quotations if pair.base is not None]
    verbatim = sum(pair.verdict is Verdict.VERBATIM for pair in of_base)
    return _share(verbatim, len(of_base))


def _figures_retained(base: Sequence[Unit], version: Sequence[Unit]) -> float | None:
    figures, others = (
        Counter(key for unit in units for key in unit.keys if key[0].isdigit())
        for units in (base, version)
    )
    return _share((figures & others).total(), figures.total())


def _attributions_retained(
    base: Analysis, words: Sequence[_Word], collation: Collation
) -> float | None:
    """Return the share of verbs of saying outside quotations that live on with their sentence."""
    quoted = _marked(words, [quote.words for quote in base.quotes])
    verbs = {n for n, word in enumerate(words) if word.lower in reporting()} - quoted
    linked = _marked(words, [s for link in collation.links if link.version for s in link.base])
    lost = [
        v.base
        for v in collation.variants
        if not v.variant_class.is_quiet and v.rule is not Rule.REPORTING_VERB
    ]
    return _share(len((verbs & linked) - _marked(words, lost)), len(verbs))


# --- how it reads -----------------------------------------------------------------------------------------


def _reading_ease(article: Article, words: Sequence[str], units: Sequence[Unit]) -> float | None:
    """Return Flesch's reading ease; of English only, and of copy whose language is not known."""
    english = article.language is None or article.language.casefold().startswith("en")
    if not english or not words or not units:
        return None
    syllables = sum(map(_syllables, words))
    return 206.835 - 1.015 * len(words) / len(units) - 84.6 * syllables / len(words)


def _syllables(word: str) -> int:
    """Count the groups of vowels; a silent e at the end is none."""
    count = len(_VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith(("le", "ee", "ie")) and count > 1
    return max(1, count - silent)
