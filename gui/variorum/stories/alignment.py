"""Lay two texts' words side by side: what stands in unbroken runs of both, and what for what."""

from collections.abc import Iterator
from itertools import groupby

from rapidfuzz.distance import Indel, Opcode

from variorum.stories.names import plain


def in_runs(one: list[str], other: list[str], least: int) -> int:
    """Count the words that stand in runs of both texts.

    What the first alignment leaves out is aligned once more, because a moved paragraph
    is no less shared.
    """
    found, rest_one, rest_other = _runs(one, other, least)
    if min(len(rest_one), len(rest_other)) >= least:
        found += _runs(rest_one, rest_other, least)[0]
    return found


def _runs(one: list[str], other: list[str], least: int) -> tuple[int, list[str], list[str]]:
    least = max(1, min(least, len(one), len(other)))
    found = here = there = 0
    rest_one, rest_other = list[str](), list[str]()
    for start, place, length in Indel.opcodes(one, other).as_matching_blocks():
        if length >= least:
            found += length
            rest_one += one[here:start]
            rest_other += other[there:place]
            here, there = start + length, place + length
    return found, rest_one + one[here:], rest_other + other[there:]


def exchanged(one: list[str], other: list[str]) -> tuple[set[str], set[str]]:
    """Return the plain words of either text that stand where the other has other words."""
    here, there = set[str](), set[str]()
    for steps in partings(one, other):
        mine = one[steps[0].src_start : steps[-1].src_end]
        theirs = other[steps[0].dest_start : steps[-1].dest_end]
        if mine and theirs:
            here.update(map(plain, mine))
            there.update(map(plain, theirs))
    return here, there


def partings(one: list[str], other: list[str]) -> Iterator[list[Opcode]]:
    """Yield the steps from each place where two texts part to where they meet again."""
    for is_equal, found in groupby(Indel.opcodes(one, other), key=lambda step: step.tag == "equal"):
        if not is_equal:
            yield list(found)
