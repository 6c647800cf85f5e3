"""Carry highlights from one version to another, by links and variants alone.

A mark lands on its own words or it is dropped: nothing here searches the other text.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.annotations.alignment import TYPOGRAPHIC, Piece, pieces
from variorum.annotations.values import Carried, CarriedStatus
from variorum.annotations.words import ink, trimmed
from variorum.collation.values import Collation, Rule, Variant
from variorum.text import Article, Span

LEAST_LIVING = 0.5
"""Share of a mark's characters that must live on, and of its new stretch that must be its own."""

_NEAR_BY = 200
"""Code points, about a sentence: so far away the same words may be taken for those of a mark."""
_WORD = re.compile(r"\w+")

_OTHER_WORDS = frozenset({Rule.CLAIM, Rule.DETAIL_CUT, Rule.DETAIL_ADDED})
"""Rules that find something else said, not the same thing said otherwise."""

_DROPPED = Carried(CarriedStatus.DROPPED, None)


@dataclass(frozen=True, slots=True)
class _Image:
    """Hold what one piece makes of its part of a mark."""

    version: Span
    """Where it went; empty for words that a quiet variant leaves out."""
    lives: int
    """How many of the mark's characters live on in it."""
    exact: bool
    """Whether the words are the same but for quiet variants."""
    own: int
    """How many characters of the version are the mark's own: of other words no more than live."""
    sure: bool = True
    """Whether the sentences are surely the same: most of both lives on in the other."""


def carry(
    collation: Collation, spans: Sequence[Span], *, base: Article, version: Article
) -> list[Carried]:
    """Say of each span of the base where its words stand in the version.

    Carried: the words live on, with quiet variants at most. Changed: other words stand
    among or in the place of them. Dropped: less than half of them live on together.
    """
    carrier = Carrier(collation, base=base, version=version)
    return [carrier.carry(span) for span in spans]


class Carrier:
    """Answer for any number of spans of one collation, whenever they come."""

    def __init__(self, collation: Collation, *, base: Article, version: Article) -> None:
        self._pieces = found = pieces(collation, base=base, version=version)
        self._starts = [piece.base.start for piece in found]
        self._longest = max((len(piece.base) for piece in found), default=0)
        self._base = base.text
        self._version = version.text

    def carry(self, span: Span) -> Carried:
        """Carry one span."""
        words = trimmed(self._base, span)
        if not len(words):
            return _DROPPED
        images, exact = self._images(words)
        lost = ink(self._base, words) - sum(image.lives for image in images)
        there_at_all = sorted((image for image in images if len(image.version)), key=_place)
        kept = _together(there_at_all, self._version)
        living = sum(image.lives for image in kept)
        # What a quiet variant leaves out ("Mr") is no loss.
        wanted = lost + sum(image.lives for image in there_at_all)
        if not living or living < LEAST_LIVING * wanted:
            return _DROPPED
        there = Span(kept[0].version.start, max(image.version.end for image in kept))
        own = sum(image.own for image in kept)
        pure = exact and living == wanted and own == ink(self._version, there)
        if not pure and not all(image.sure for image in kept):
            return _DROPPED
        if self._may_be_others(words, there):
            return _DROPPED
        status = CarriedStatus.CARRIED if pure else CarriedStatus.CHANGED
        return Carried(status, self._with_space(span, words, there))

    def _may_be_others(self, words: Span, there: Span) -> bool:
        """Tell whether the words stand twice near by, and none beside them says which is meant."""
        around = Span(max(0, there.start - _NEAR_BY), there.end + _NEAR_BY)
        found = _standing(there.of(self._version), self._version, around)
        return len(found) > 1 and not (
            _before(self._base, words.start) == _before(self._version, there.start)
            or _after(self._base, words.end) == _after(self._version, there.end)
        )

    def _images(self, words: Span) -> tuple[list[_Image], bool]:
        """Return the images of a span's pieces, and whether all of them are exact."""
        images: list[_Image] = []
        exact = True
        first = bisect_left(self._starts, words.start - self._longest)
        for piece in self._pieces[first : bisect_left(self._starts, words.end)]:
            if piece.base.end <= words.start:
                continue
            image = self._image(piece, words)
            if image is None:
                exact = False
                continue
            images.append(image)
            exact = exact and image.exact
        return images, exact

    def _image(self, piece: Piece, words: Span) -> _Image | None:
        part = Span(max(piece.base.start, words.start), min(piece.base.end, words.end))
        lives = ink(self._base, part)
        if piece.variant is None:
            moved = part.shifted(piece.version.start - piece.base.start)
            return _Image(moved, lives, exact=True, own=lives, sure=piece.sure)
        if part == piece.base:
            return self._whole(piece, piece.variant, lives)
        return self._part(piece, piece.variant, part, lives)

    def _whole(self, piece: Piece, variant: Variant, lives: int) -> _Image | None:
        """Return the image of a variant that lies wholly in the mark."""
        own = ink(self._version, piece.version)
        if variant.variant_class.is_quiet:
            return _Image(piece.version, lives, exact=True, own=own, sure=piece.sure)
        if not len(piece.version) or variant.rule in _OTHER_WORDS:
            return None
        both = min(lives, own)
        return _Image(piece.version, both, exact=False, own=both, sure=piece.sure)

    def _part(self, piece: Piece, variant: Variant, part: Span, lives: int) -> _Image | None:
        """Return the image of a part of a variant: its own words, if they stand there once."""
        if len(piece.base) == len(piece.version) and variant.rule in TYPOGRAPHIC:
            moved = part.shifted(piece.version.start - piece.base.start)
            return _Image(moved, lives, exact=True, own=lives, sure=piece.sure)
        there = _once(part.of(self._base), self._version, piece.version)
        if there is not None:
            return _Image(there, lives, exact=True, own=lives, sure=piece.sure)
        if variant.variant_class.is_quiet and len(piece.version):
            own = ink(self._version, piece.version)
            return _Image(piece.version, lives, exact=False, own=own, sure=piece.sure)
        return None

    def _with_space(self, span: Span, words: Span, there: Span) -> Span:
        """Give back the white space that the mark had at its ends, if it stands there too."""
        before = self._base[span.start : words.start]
        after = self._base[words.end : span.end]
        start, end = there.start - len(before), there.end + len(after)
        if start < 0 or self._version[start : there.start] != before:
            start = there.start
        if self._version[there.end : end] != after:
            end = there.end
        return Span(start, end)


def _together(images: list[_Image], version: str) -> list[_Image]:
    """Leave out, from the ends inwards, what stands too far from the rest."""
    kept = _without_insertions_at_ends(images)
    while kept:
        there = Span(kept[0].version.start, max(image.version.end for image in kept))
        own = sum(image.own for image in kept)
        if own >= LEAST_LIVING * ink(version, there):
            return kept
        kept = _without_insertions_at_ends(_heavier_side(kept))
    return kept


def _heavier_side(images: list[_Image]) -> list[_Image]:
    """Part the images at the widest gap and return the side on which more lives.

    One image alone stands among too many words that are not the mark's: it goes.
    """
    if len(images) == 1:
        return []
    gaps = [
        (second.version.start - first.version.end, number)
        for number, (first, second) in enumerate(pairwise(images), 1)
    ]
    _, at = max(gaps)
    before, after = images[:at], images[at:]
    return max(before, after, key=lambda side: sum(image.lives for image in side))


def _without_insertions_at_ends(images: list[_Image]) -> list[_Image]:
    """Leave out inserted words at the ends: they are none of the mark's."""
    alive = [number for number, image in enumerate(images) if image.lives]
    return images[alive[0] : alive[-1] + 1] if alive else []


def _place(image: _Image) -> Span:
    return image.version


def _once(words: str, version: str, within: Span) -> Span | None:
    """Find whole words in a span when they stand there exactly once."""
    found = _standing(words, version, within)
    return found[0] if len(found) == 1 else None


def _standing(words: str, text: str, within: Span) -> list[Span]:
    """Return where whole words stand in a span."""
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
    found = re.compile(pattern).finditer(text, within.start, within.end)
    return [Span(*match.span()) for match in found]


def _before(text: str, place: int) -> str:
    """Return the word that goes before a place, in lower case."""
    words = _WORD.findall(text[max(0, place - _NEAR_BY) : place])
    return words[-1].casefold() if words else ""


def _after(text: str, place: int) -> str:
    """Return the word that follows a place, in lower case."""
    word = _WORD.search(text, place, place + _NEAR_BY)
    return word[0].casefold() if word else ""
