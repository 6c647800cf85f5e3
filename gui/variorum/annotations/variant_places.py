"""Find the variant that a note is about, by both its ends, after a new run and under new rules."""

from collections.abc import Iterable

from variorum.annotations.values import VariantPlace
from variorum.collation.values import Variant
from variorum.ids import ArticleId
from variorum.text import Span


def seen_from(place: VariantPlace, base: ArticleId, version: ArticleId) -> VariantPlace | None:
    """Return a place as seen from a base; None when it is not about these two versions."""
    ends = (place.base_article, place.version_article)
    if ends == (base, version):
        return place
    if ends == (version, base):
        return VariantPlace(base, place.version, version, place.base)
    return None


def variant_of(place: VariantPlace, variants: Iterable[Variant]) -> Variant | None:
    """Return the variant that a place, seen from the same base, is about; None when it is lost.

    It is the one with the same ends, else the one that shares most words with the place.
    At both ends one has to lie within the other: rules may part a variant or join it with its
    neighbours, but words of which only some belong to a note are not what it was written on.
    """
    found: Variant | None = None
    best = (0, 0)
    for variant in variants:
        if (variant.base, variant.version) == (place.base, place.version):
            return variant
        if _meet(variant.base, place.base) and _meet(variant.version, place.version):
            shared = _shared(variant.base, place.base) + _shared(variant.version, place.version)
            beyond = len(variant.base) + len(variant.version) - shared
            if shared and (shared, -beyond) > best:
                found, best = variant, (shared, -beyond)
    return found


def _meet(one: Span, other: Span) -> bool:
    """Tell whether one of two spans lies within the other; empty ones may stand apart.

    Where an insertion stands may shift by a word with a new rule: its other end tells.
    """
    if not len(one) and not len(other):
        return True
    return one.covers(other) or other.covers(one)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
