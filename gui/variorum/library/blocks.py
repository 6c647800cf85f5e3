"""Pack hashes of articles into blocks: four bytes each, where a row of a table takes thirteen.

A hash of 27 bits names its block by the first 19; an entry holds the other 8 bits and the 24
bits of an article. Among ten million hashes one in a dozen meets a stranger's: they scatter
over all articles, and make no candidate.
"""

import sys
from array import array
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import compress

BITS = 27
"""Of a hash that are kept."""

LOW = 8
"""Bits of a hash that stand in an entry."""

BLOCKS = 1 << (BITS - LOW)

_ARTICLE_BITS = 24
_ENTRY_BITS = LOW + _ARTICLE_BITS
_ENTRY = (1 << _ENTRY_BITS) - 1

MOST_ARTICLES = 1 << _ARTICLE_BITS
"""The number of an article from which on it cannot be found by its hashes."""

_ARTICLE = MOST_ARTICLES - 1
_article_of = _ARTICLE.__and__
_LOW = (1 << LOW) - 1
_BYTES = 4
_ONLY = tuple(bytes(other == low for other in range(1 << LOW)) for low in range(1 << LOW))
"""For each low part of a hash a table that makes 1 of it, and 0 of the others."""


def placed(key: int, article: int) -> int:
    """Return one number for a hash and an article: by their order the blocks are written."""
    return key << _ARTICLE_BITS | article


def entries_of(places: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """Yield blocks with their entries packed, of numbers as `placed` gives them, in order."""
    numbers = [place >> _ENTRY_BITS for place in places]
    entries = packed([place & _ENTRY for place in places])
    first, before = 0, numbers[0] if numbers else 0
    for at, block in enumerate(numbers):
        if block != before:
            yield before, entries[_BYTES * first : _BYTES * at]
            first, before = at, block
    if numbers:
        yield before, entries[_BYTES * first :]


def having(kept: bytes, key: int, *, most: int) -> tuple[int, bytes]:
    """Return how many articles have a hash, of what its block keeps, and which, packed; not of too many."""
    # The last byte of each entry is its part of the hash: so a block is searched in C.
    lows, low = kept[_BYTES - 1 :: _BYTES], key & _LOW
    number = lows.count(low)
    if not number or number > most:
        return number, b""
    if number == 1:
        at = lows.index(low) * _BYTES
        return 1, kept[at : at + _BYTES - 1] + b"\0"
    return number, packed(map(_article_of, compress(unpacked(kept), lows.translate(_ONLY[low]))))


def without(kept: bytes, articles: Container[int]) -> bytes:
    """Return a block without what it holds of some articles."""
    return packed(entry for entry in unpacked(kept) if entry & _ARTICLE not in articles)


def packed(numbers: Iterable[int]) -> bytes:
    """Return numbers of 32 bits as bytes, little-endian on every machine."""
    values = array("I", numbers)
    if sys.byteorder == "big":
        values.byteswap()
    return values.tobytes()


def packed_one(number: int) -> bytes:
    """Return one number as `packed` does."""
    return number.to_bytes(_BYTES, "little")


def count(kept: bytes) -> int:
    """Return how many numbers were packed."""
    return len(kept) // _BYTES


def unpacked(kept: bytes) -> "array[int]":
    """Return the numbers that were packed."""
    values = array("I", kept)
    if sys.byteorder == "big":
        values.byteswap()
    return values
