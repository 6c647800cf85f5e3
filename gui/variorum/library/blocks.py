"""Pack hashes of articles into blocks: four bytes each, where a row of a table takes thirteen.

A hash of 27 bits names its block by the first 19; an entry holds the other 8 bits and the 24
bits of an article. Among ten million hashes one in a dozen meets a stranger's: they scatter
over all articles, and make no candidate.
"""

import sys
from array import array
from collections.abc import Container, Iterable, Iterator

BITS = 27
"""Of a hash that are kept."""

LOW = 8
"""Bits of a hash that stand in an entry."""

BLOCKS = 1 << (BITS - LOW)

MOST_ARTICLES = 1 << 24
"""The number of an article from which on it cannot be found by its hashes."""

_ARTICLE = MOST_ARTICLES - 1
_LOW = (1 << LOW) - 1
_BYTES = 4
_FEW = 3
"""Articles up to which it is quicker to look for each than to unpack the block."""


def entries_of(rows: Iterable[tuple[int, int]]) -> Iterator[tuple[int, bytes]]:
    """Yield blocks with their entries packed, of hashes and articles in the order of hashes."""
    block, entries = -1, list[int]()
    for key, article in rows:
        if key >> LOW != block:
            if entries:
                yield block, packed(entries)
            block, entries = key >> LOW, []
        entries.append((key & _LOW) << 24 | article)
    if entries:
        yield block, packed(entries)


def having(kept: bytes, key: int, *, most: int) -> tuple[int, list[int]]:
    """Return how many articles have a hash, of what its block keeps, and which; not of too many."""
    # The last byte of each entry is its part of the hash: so a block is searched in C.
    lows, low = kept[_BYTES - 1 :: _BYTES], key & _LOW
    count = lows.count(low)
    found: list[int] = []
    if count > most:
        return count, found
    if count > _FEW:
        return count, [entry & _ARTICLE for entry in unpacked(kept) if entry >> 24 == low]
    at = lows.find(low)
    while at >= 0:
        found.append(int.from_bytes(kept[_BYTES * at : _BYTES * at + 3], "little"))
        at = lows.find(low, at + 1)
    return count, found


def without(kept: bytes, articles: Container[int]) -> bytes:
    """Return a block without what it holds of some articles."""
    return packed(entry for entry in unpacked(kept) if entry & _ARTICLE not in articles)


def packed(numbers: Iterable[int]) -> bytes:
    """Return numbers of 32 bits as bytes, little-endian on every machine."""
    values = array("I", numbers)
    if sys.byteorder == "big":
        values.byteswap()
    return values.tobytes()


def unpacked(kept: bytes) -> "array[int]":
    """Return the numbers that were packed."""
    values = array("I")
    values.frombytes(kept)
    if sys.byteorder == "big":
        values.byteswap()
    return values
