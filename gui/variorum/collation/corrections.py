"""Match a correction note with what it says: which words are right, which were wrong, who has which.

"(Corrects profit in paragraph 3 to 26 cents from 22 cents)" names both; the sentence that has the
right words is found in the article that carries the note, and its partner in the other article
still has the wrong ones or not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from variorum.collation.lexicons.words import words
from variorum.collation.linking.ties import Tie
from variorum.collation.reading.analysis import Analysis
from variorum.collation.reading.forms import Form, form_of
from variorum.collation.reading.tokens import tokenise
from variorum.collation.reading.verbs import AUXILIARIES
from variorum.collation.values import CorrectionCheck, CorrectionFate, Variant, VariantClass
from variorum.text import PassageKind, Span

_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|last|final|penultimate|lead|opening|next)"
_PLACE = rf"(?:(?:{_ORDINAL},?\s+(?:and\s+)?)*(?:paragraphs?|paras?|pars?|sentences?|headlines?|leads?|items?|bullets?|points?)\b(?:\s+(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b(?:\s*(?:,|and|-)\s*\d+)*)?)"
_WHERE = re.compile(
    rf",?+(?:(?<!\s)\s++)?+\b(?:in|of|on|at)\s+(?:the\s+)?{_PLACE}(?:\s*(?:,|and)\s*(?:the\s+)?{_PLACE})*(?:\s+of\s+(?:the\s+)?(?:story|article|text|report))?",
    re.IGNORECASE,
)
_NOT = "".join([rf"(?<!\b{word} )" for word in sorted({*AUXILIARIES, "be"})]) + "not"
_SHOWS = re.compile(
    r"^(?:read|show|say|reflect|clarify|make clear|state|specify|indicate|correct)(?:\s+that)?\s+|^reference to\s+",
    re.IGNORECASE,
)
_SHOWS_NOT = re.compile(
    rf"\bto\s+(?=(?:show|read|say|reflect|clarify|make clear|state)\b)(?P<right>.+?)\s*,?\s+(?:instead of|rather than|(?:and\s+)?{_NOT})\s+(?P<wrong>.+)$",
    re.IGNORECASE,
)
_TO_FROM = re.compile(
    rf"\b(?:to|as|is|was)\s+(?P<right>(?:(?!\bto\b).)+?)\s*,?\s+(?:from|instead of|rather than|(?:and\s+)?{_NOT})\s+(?P<wrong>.+)$",
    re.IGNORECASE,
)
_LONG_TO_FROM = re.compile(
    rf"\bto\s+(?P<right>.+?)\s*,?\s+(?:from|instead of|rather than|(?:and\s+)?{_NOT})\s+(?P<wrong>.+)$",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"\bfrom\s+(?P<wrong>.+?)\s+to\s+(?P<right>.+)$", re.IGNORECASE)
_RIGHT_NOT = re.compile(
    rf"^(?:\w+\s+){{0,3}}?(?:that|says?|reads?|correct\w*:?)\s+(?P<right>.+?),?\s+(?:{_NOT}|instead of|rather than)\s+(?P<wrong>.+)$",
    re.IGNORECASE,
)
_ONLY_RIGHT = re.compile(
    r"\bto\s+(?P<right>(?!add|remove|delete|drop|fix|include|make|clarify|change)\S.*)$",
    re.IGNORECASE,
)
_REMOVED = re.compile(
    r"\b(?:removes?|deletes?|removing)\s+(?:(?:the|an?|erroneous|wrong|incorrect)\s+)*(?:references?\s+to|words?|phrase)?\s*(?P<wrong>.+)$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:,|(?<![\s,]))\s++(?:as (?:previously|originally|first|earlier|stated|reported|sent)|error|this error)\b.*$",
    re.IGNORECASE,
)
_PATTERNS = (_SHOWS_NOT, _TO_FROM, _LONG_TO_FROM, _FROM_TO, _RIGHT_NOT, _REMOVED, _ONLY_RIGHT)
_SENTENCE = re.compile(r"(?<=[a-z\d)\"”][.;])\s+(?=[A-Z])|(?:(?<!\s)\s++)?+;\s++")
_MOST_WORDS = 16
"""A note that quotes more than this tells the matter in its own words."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """Hold what a note says is right and what was wrong; either may be empty."""

    right: str
    wrong: str


@lru_cache(maxsize=256)
def read_note(note: str) -> tuple[Replacement, ...]:
    """Return the replacements that a correction note names."""
    plain = " ".join(note.split()).strip("()[]{} .*-")
    found: list[Replacement] = []
    for sentence in _SENTENCE.split(plain):
        spoken = _ASIDE.sub("", _WHERE.sub("", sentence)).strip(" .,:;()")
        for pattern in _PATTERNS:
            match = pattern.search(spoken)
            if match is None:
                continue
            told = match.groupdict()
            right, wrong = (_trimmed(told.get(name) or "") for name in ("right", "wrong"))
            if (right or wrong) and max(len(right.split()), len(wrong.split())) <= _MOST_WORDS:
                found.append(Replacement(right, wrong))
                break
    return tuple(dict.fromkeys(found))


def _trimmed(told: str) -> str:
    """Return told words without what leads up to them and without stray marks."""
    bare = told.strip(" .,:;()[]\"'“”‘’")
    return _SHOWS.sub("", bare).strip(" .,:;()[]\"'“”‘’…")


def check_corrections(
    base: Analysis,
    version: Analysis,
    ties: Sequence[Tie],
    variants: Sequence[Sequence[Variant]],
) -> tuple[CorrectionCheck, ...]:
    """Return what became of each replacement that a note of either article names.

    `variants` holds those of each tie. A note that both articles carry is checked once.
    """
    checks: dict[Replacement, CorrectionCheck] = {}
    for carrier in (base, version):
        for note, told in _notes(carrier):
            if told not in checks:
                checks[told] = _check(base, version, ties, variants, told, note, carrier is base)
    return tuple(checks.values())


def _notes(analysis: Analysis) -> Iterator[tuple[Span, Replacement]]:
    article = analysis.article
    for passage in article.passages:
        if passage.kind is PassageKind.CORRECTION:
            for told in read_note(article.words_of(passage)):
                yield passage.words, told


def _keys(told: str) -> frozenset[str]:
    """Return the keys of some words that matter; all of them where none does."""
    forms = [form_of(token.surface) for token in tokenise(told, 0, len(told))]
    return _of_forms(forms)


def _every_key(told: str) -> frozenset[str]:
    tokens = tokenise(told, 0, len(told))
    return frozenset(key for token in tokens for key in form_of(token.surface).keys)


def _of_forms(forms: Sequence[Form]) -> frozenset[str]:
    little = words().function - words().negations
    matter = frozenset(k for f in forms if f.word and f.lower not in little for k in f.keys)
    return matter or frozenset(key for form in forms for key in form.keys)


def _check(
    base: Analysis,
    version: Analysis,
    ties: Sequence[Tie],
    variants: Sequence[Sequence[Variant]],
    told: Replacement,
    note: Span,
    in_base: bool,  # noqa: FBT001 - private, and always told
) -> CorrectionCheck:
    """Return the first sentence that shows what became of a replacement."""
    right, wrong = _keys(told.right), _keys(told.wrong)
    new, old = right - wrong or right, wrong - right
    more = new if old else new | (_every_key(told.right) - _every_key(told.wrong))
    best = CorrectionCheck(note, in_base, told.right, told.wrong, CorrectionFate.UNKNOWN)
    for tie, found in zip(ties, variants, strict=True):
        own, other = (_said(base, tie.base), _said(version, tie.version))
        if not in_base:
            own, other = other, own
        if not _has_right(own, right, new, old):
            continue
        replaced = any(_replaces(base, version, v, more, old, in_base=in_base) for v in found)
        fate = CorrectionFate.UNCORRECTED if replaced else _fate(other, new, old)
        if _RANK[fate] > _RANK[best.fate]:
            words_of = _places(base, version, found, more | old)
            best = CorrectionCheck(note, in_base, told.right, told.wrong, fate, *words_of)
    return best


_RANK = {
    CorrectionFate.UNKNOWN: 0,
    CorrectionFate.CUT: 1,
    CorrectionFate.CORRECTED: 2,
    CorrectionFate.UNCORRECTED: 3,
}


def _said(analysis: Analysis, numbers: Sequence[int]) -> frozenset[str]:
    return frozenset(key for n in numbers for key in analysis.units[n].keys)


def _has_right(
    own: frozenset[str], right: frozenset[str], new: frozenset[str], old: frozenset[str]
) -> bool:
    """Tell whether a sentence of the corrected article is the one that the note means."""
    if right:
        return right <= own or (bool(new) and new <= own and len(right & own) * 2 >= len(right))
    return bool(old) and not old <= own


def _fate(other: frozenset[str], new: frozenset[str], old: frozenset[str]) -> CorrectionFate:
    """Return what the other article's sentence has: nothing, the right words, the wrong ones."""
    if not other:
        return CorrectionFate.CUT
    if old and old <= other and not (new and new <= other):
        return CorrectionFate.UNCORRECTED
    if new and not new <= other:
        return CorrectionFate.UNKNOWN if old else CorrectionFate.UNCORRECTED
    return CorrectionFate.CORRECTED if new else CorrectionFate.UNKNOWN


def _replaces(
    base: Analysis,
    version: Analysis,
    variant: Variant,
    new: frozenset[str],
    old: frozenset[str],
    *,
    in_base: bool,
) -> bool:
    """Tell whether a variant has the right words in the corrected article, the wrong in the other."""
    own = _keys(variant.base.of(base.article.text))
    other = _keys(variant.version.of(version.article.text))
    if not in_base:
        own, other = other, own
    if old:
        return bool(new) and new <= own and old <= other
    # Only something is missing: "fell to" was "fell".
    return bool(own) and not other and own <= new


def _places(
    base: Analysis, version: Analysis, found: Sequence[Variant], told: frozenset[str]
) -> tuple[Span | None, Span | None]:
    """Return where the variant of substance stands that has the words of the note."""
    for variant in found:
        if variant.variant_class is not VariantClass.SUBSTANCE:
            continue
        spoken = (variant.base.of(base.article.text), variant.version.of(version.article.text))
        if not told.isdisjoint(_keys(" ".join(spoken))):
            return variant.base, variant.version
    return None, None
