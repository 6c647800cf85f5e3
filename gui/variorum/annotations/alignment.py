"""Which words of a base stand where in a version, read off a collation and nothing else.

Inside a link the words between two variants are equal on both sides, so that links and
variants together say for every word where it went. What they do not say is not guessed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.annotations.words import folded, ink
from variorum.collation.values import Collation, Rule, Variant
from variorum.text import Article, Span

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Tie a stretch of the base to one of the version; without a variant they are equal.

    Equal pieces have the same length, so that each character has its partner. The base's
    side is empty where words were inserted, the version's where words were deleted.
    """

    base: Span
    version: Span
    variant: Variant | None = None
    sure: bool = True
    """Whether most of both sides of its link lives on in the other."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """Hold what is compared as one: the sentences of a link, or the two datelines."""

    base: tuple[Span, ...]
    version: tuple[Span, ...]

    def holds(self, variant: Variant) -> bool:
        return _within(variant.base, self.base) and _within(variant.version, self.version)


def pieces(collation: Collation, *, base: Article, version: Article) -> list[Piece]:
    """Return the pieces of a collation in the base's order; what lives nowhere has none."""
    units = [*_links(collation), *_datelines(base, version)]
    variants = _by_unit(collation.variants, units)
    found = [
        piece
        for unit, inside in zip(units, variants, strict=True)
        for piece in _unit_pieces(unit, inside, base.text, version.text)
    ]
    found += _furniture(collation, base, version)
    return sorted(found, key=lambda piece: (piece.base, piece.version))


def _is_sure(unit: _Unit, variants: Iterable[Variant], base: str, version: str) -> bool:
    """Tell whether at least half of both sides lives on in the other, in another style at most."""
    whole = sum(ink(base, span) for span in unit.base)
    whole += sum(ink(version, span) for span in unit.version)
    loud = [variant for variant in variants if not variant.variant_class.is_quiet]
    lost = sum(ink(base, variant.base) + ink(version, variant.version) for variant in loud)
    return 2 * lost <= whole


def _links(collation: Collation) -> list[_Unit]:
    return [
        _Unit(link.base, link.version) for link in collation.links if link.base and link.version
    ]


def _datelines(base: Article, version: Article) -> list[_Unit]:
    """Tie the datelines, which stand in no sentence."""
    if base.dateline is None or version.dateline is None:
        return []
    return [_Unit((base.dateline.span,), (version.dateline.span,))]


def _by_unit(variants: Iterable[Variant], units: Sequence[_Unit]) -> list[list[Variant]]:
    """Give each variant to the unit that holds both its ends."""
    starts = sorted((span.start, number) for number, unit in enumerate(units) for span in unit.base)
    inside: list[list[Variant]] = [[] for _ in units]
    ordered = sorted(variants, key=lambda variant: (variant.base, variant.version))
    upto = 0
    recent: list[int] = []
    for variant in ordered:
        while upto < len(starts) and starts[upto][0] <= variant.base.start:
            recent.append(starts[upto][1])
            upto += 1
        # An insertion may stand where one link ends and the next begins.
        holder = next((n for n in reversed(recent) if units[n].holds(variant)), None)
        if holder is not None:
            inside[holder].append(variant)
    return inside


def _unit_pieces(
    unit: _Unit, variants: Sequence[Variant], base: str, version: str
) -> Iterable[Piece]:
    here, there = unit.base[0].start, unit.version[0].start
    sure = _is_sure(unit, variants, base, version)
    for variant in variants:
        yield from _equal(
            _words(base, unit.base, here, variant.base.start),
            _words(version, unit.version, there, variant.version.start),
            base,
            version,
            sure=sure,
        )
        yield Piece(variant.base, variant.version, variant, sure)
        here, there = variant.base.end, variant.version.end
    yield from _equal(
        _words(base, unit.base, here, unit.base[-1].end),
        _words(version, unit.version, there, unit.version[-1].end),
        base,
        version,
        sure=sure,
    )


def _words(text: str, spans: Iterable[Span], start: int, end: int) -> list[Span]:
    return [
        Span(*match.span())
        for span in spans
        for match in _WORD.finditer(text, max(start, span.start), min(end, span.end))
    ]


def _equal(
    ours: list[Span],
    theirs: list[Span],
    base: str,
    version: str,
    *,
    sure: bool,
) -> Iterable[Piece]:
    """Tie equal words one by one; if any differs, none is tied: rather lost than wrong."""
    if [word.of(base) for word in ours] != [word.of(version) for word in theirs]:
        return
    for here, there in zip(ours, theirs, strict=True):
        yield Piece(here, there, sure=sure)


def _furniture(collation: Collation, base: Article, version: Article) -> Iterable[Piece]:
    """Tie what linked furniture has alike from its beginning and from its end.

    There are no variants of furniture, so that only this much is sure.
    """
    for link in collation.passages:
        for number, partner in zip(link.base, link.version, strict=False):
            ours, theirs = base.passages[number], version.passages[partner]
            if ours.kind.is_furniture:
                here = _words(base.text, (ours.words,), *_ends(ours.words))
                there = _words(version.text, (theirs.words,), *_ends(theirs.words))
                yield from _alike(here, there, base.text, version.text)


def _alike(ours: list[Span], theirs: list[Span], base: str, version: str) -> Iterable[Piece]:
    pairs = [
        folded(here.of(base)) == folded(there.of(version))
        for here, there in zip(ours, theirs, strict=False)
    ]
    ahead = next((number for number, same in enumerate(pairs) if not same), len(pairs))
    yield from (Piece(*pair) for pair in zip(ours[:ahead], theirs[:ahead], strict=True))
    for here, there in zip(reversed(ours[ahead:]), reversed(theirs[ahead:]), strict=False):
        if folded(here.of(base)) != folded(there.of(version)):
            return
        yield Piece(here, there)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _within(span: Span, spans: Iterable[Span]) -> bool:
    """Tell whether a span begins and ends inside the spans; it may run from one to the next."""
    return any(each.start <= span.start <= each.end for each in spans) and any(
        each.start <= span.end <= each.end for each in spans
    )


TYPOGRAPHIC = frozenset({Rule.QUOTE_GLYPH, Rule.DASH_GLYPH, Rule.ACCENT_FORM, Rule.CAPITALISATION})
"""Rules that keep each character's place when both sides are of one length."""
