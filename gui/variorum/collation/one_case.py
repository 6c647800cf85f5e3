"""Collate copy of one case twice: what is quiet only where a word is no name is told as loud."""

from collections.abc import Sequence
from dataclasses import replace

from variorum.collation.decisions import WordPair
from variorum.collation.lexicons.words import words
from variorum.collation.proofs.proof import Pair
from variorum.collation.reading.cases import LetterCase
from variorum.collation.reading.doubts import doubted
from variorum.collation.reading.side import Side, side_of
from variorum.collation.values import Rule, Variant, VariantClass
from variorum.collation.variants import variants_of
from variorum.text import Span


def surely(pair: Pair, found: Sequence[Variant], given: Sequence[WordPair]) -> list[Variant]:
    """Return the variants of a link, each as loud as it is where all that may be a name is one.

    What one side in mixed copy prints in small letters names nobody on the other side either.
    """
    told = all(_loudness(variant) == _LOUDEST for variant in found)
    if told or not (_in_one_case(pair.base) or _in_one_case(pair.version)):
        return [*found]
    proved = [v for v in found if len(v.base) and len(v.version) and v.rule is not Rule.ORDER]
    other = variants_of(
        Pair(
            _doubted(pair.base, [v.base for v in proved], _printed_small(pair.version)),
            _doubted(pair.version, [v.version for v in proved], _printed_small(pair.base)),
        ),
        given,
    )
    by_place = {(variant.base, variant.version): variant for variant in other}
    louder = [
        max(variant, by_place.get((variant.base, variant.version), variant), key=_loudness)
        for variant in found
    ]
    loudest = max(map(_loudness, louder))
    return other if loudest < max(map(_loudness, other), default=0) else louder


def _in_one_case(side: Side) -> bool:
    return any(unit.case is not LetterCase.MIXED for unit in side.units)


def _printed_small(side: Side) -> frozenset[str]:
    """Return the words of mixed copy that it prints in small letters, so that they are no names."""
    if _in_one_case(side):
        return frozenset()
    return frozenset(form.lower for form in side.forms if form.folded.islower())


def _doubted(side: Side, proved: Sequence[Span], small: frozenset[str]) -> Side:
    """Return a side as it is where words are names, but for those that were proved to be words."""
    other = side_of(doubted(side.analysis), [unit.number for unit in side.units])
    kept = [
        own
        if own.lower in small
        or (
            own.lower not in words().case
            and any(span.start <= token.start < span.end for span in proved)
        )
        else form
        for own, form, token in zip(side.forms, other.forms, side.tokens, strict=True)
    ]
    return replace(other, forms=tuple(kept))


_LOUDEST = 2


def _loudness(variant: Variant) -> int:
    if variant.variant_class is VariantClass.SUBSTANCE:
        return _LOUDEST
    return 0 if variant.variant_class.is_quiet else 1
