"""Find the pairs of words to which a person gave a class, wherever they stand for one another.

Such a pair is taken out of a link's rows before any rule is asked; what stands around it is
compared as ever. A possessive on both sides belongs to the words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from variorum.collation.decisions import WordPair
from variorum.collation.linking.alignment import Alignment, Block
from variorum.collation.proofs.proof import Pair
from variorum.collation.reading.forms import POSSESSIVE, Form, form_of
from variorum.collation.reading.tokens import tokenise
from variorum.collation.values import VariantClass

Words = tuple[str, ...]


class Listed(NamedTuple):
    """Hold a pair that stands in a link, and its class."""

    block: Block
    variant_class: VariantClass


@dataclass(frozen=True, slots=True)
class _Entry:
    """Hold a pair one way round: folded words, and the same with their capitals."""

    base: Words
    version: Words
    base_surface: Words
    version_surface: Words
    variant_class: VariantClass

    @property
    def by_capitals(self) -> bool:
        """Tell whether only capitals tell the two sides apart."""
        return self.base == self.version


def listed(pair: Pair, alignment: Alignment, words: Sequence[WordPair]) -> list[Listed]:
    """Return the pairs of a list that stand for one another in a link, in order."""
    if not words:
        return []
    found: list[Listed] = []
    there = _stems(pair.base.forms), _stems(pair.version.forms)
    for entry in _entries(tuple(words)):
        if entry.base[0] not in there[0] or entry.version[0] not in there[1]:
            continue
        others = list(_places(pair.version.forms, entry, base_side=False))
        for start, end, owns in _places(pair.base.forms, entry, base_side=True) if others else ():
            for other_start, other_end, other_owns in others:
                whole = Block(start, end, other_start, other_end)
                free = all(apart(whole, one.block) for one in found)
                if owns == other_owns and free and _fits(pair, alignment, whole):
                    found.append(Listed(whole, entry.variant_class))
                    break
    return sorted(found)


def _stems(forms: Sequence[Form]) -> frozenset[str]:
    """Return the words of a row, with and without what makes them own something."""
    words = [form.lower for form in forms]
    return frozenset((*words, *(word.removesuffix(POSSESSIVE) for word in words)))


@lru_cache(maxsize=16)
def _entries(words: tuple[WordPair, ...]) -> tuple[_Entry, ...]:
    """Return each pair both ways round; the longer first, so that they win over their parts."""
    entries: list[_Entry] = []
    for each in words:
        one, other = _forms(each.one), _forms(each.other)
        if not one or not other:
            continue
        for base, version in dict.fromkeys(((one, other), (other, one))):
            entries.append(
                _Entry(
                    tuple(form.lower for form in base),
                    tuple(form.lower for form in version),
                    tuple(form.folded for form in base),
                    tuple(form.folded for form in version),
                    each.variant_class,
                )
            )
    return tuple(sorted(entries, key=lambda e: -len(e.base) - len(e.version)))


def _forms(words: str) -> tuple[Form, ...]:
    return tuple(form_of(token.surface) for token in tokenise(words, 0, len(words)))


def _places(
    forms: Sequence[Form], entry: _Entry, *, base_side: bool
) -> Iterator[tuple[int, int, bool]]:
    """Yield where the words of one side stand in a row, and whether they own what follows."""
    words = entry.base if base_side else entry.version
    if entry.by_capitals:
        words = entry.base_surface if base_side else entry.version_surface
    size = len(words)
    for start in range(len(forms) - size + 1):
        row = [f.folded if entry.by_capitals else f.lower for f in forms[start : start + size]]
        if row[:-1] != list(words[:-1]) or not row:
            continue
        if row[-1] == words[-1]:
            yield start, start + size, False
        elif row[-1] == words[-1] + POSSESSIVE:
            yield start, start + size, True


def apart(one: Block, other: Block) -> bool:
    """Tell whether two blocks share no word and do not cross."""
    return (one.base_end <= other.base_start and one.version_end <= other.version_start) or (
        one.base_start >= other.base_end and one.version_start >= other.version_end
    )


def _fits(pair: Pair, alignment: Alignment, whole: Block) -> bool:
    """Tell whether two rows of words stand for one another: no equal word ties one elsewhere."""
    return all(
        apart(anchor, whole) or _holds(whole, anchor) for anchor in _anchors(pair, alignment)
    ) and _differs(pair, whole)


def _holds(whole: Block, anchor: Block) -> bool:
    return (
        whole.base_start <= anchor.base_start
        and anchor.base_end <= whole.base_end
        and whole.version_start <= anchor.version_start
        and anchor.version_end <= whole.version_end
    )


def _differs(pair: Pair, whole: Block) -> bool:
    base = [form.surface for form in pair.base_forms(whole)]
    return base != [form.surface for form in pair.version_forms(whole)]


def _anchors(pair: Pair, alignment: Alignment) -> Iterator[Block]:
    """Yield the words that met, the equal ends of the rows word by word among them."""
    yield from alignment.anchors
    inner = sorted((*alignment.anchors, *alignment.blocks))
    base_size, version_size = len(pair.base.forms), len(pair.version.forms)
    start = inner[0].base_start if inner else base_size
    for n in range(start):
        yield Block(n, n + 1, n, n + 1)
    end, other_end = (inner[-1].base_end, inner[-1].version_end) if inner else (start, start)
    for n in range(base_size - end):
        yield Block(end + n, end + n + 1, other_end + n, other_end + n + 1)
    if base_size - end != version_size - other_end:
        raise ValueError("an alignment covers its rows but for equal ends")
