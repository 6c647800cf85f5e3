"""Choose the heaviest chain of pairs that crosses nowhere.

Dynamic programming over pairs in order with a Fenwick tree of prefix maxima:
O(k log n) for k pairs (Fenwick, "A new data structure for cumulative frequency tables", 1994).
Knows pairs of numbers and weights, nothing of texts.
"""

from collections.abc import Sequence

Pair = tuple[int, int, float]
"""Base, version, weight."""


def heaviest_chain(pairs: Sequence[Pair]) -> list[int]:
    """Return the places of the pairs that rise on both sides and weigh most together."""
    if not pairs:
        return []
    size = max(pair[1] for pair in pairs) + 1
    tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    before = [-1] * len(pairs)
    best: tuple[float, int] = (0.0, -1)
    # Within one base sentence the later version comes first: a pair never chains to its own row.
    for place in sorted(range(len(pairs)), key=lambda p: (pairs[p][0], -pairs[p][1])):
        _, version, weight = pairs[place]
        total, last = _most_before(tree, version)
        before[place] = last
        reached = (total + weight, place)
        if reached[0] > best[0]:
            best = reached
        _raise_from(tree, version + 1, reached)
    chain: list[int] = []
    place = best[1]
    while place >= 0:
        chain.append(place)
        place = before[place]
    return chain[::-1]


def _most_before(tree: Sequence[tuple[float, int]], version: int) -> tuple[float, int]:
    """Return the heaviest chain that ends before a version's sentence."""
    best: tuple[float, int] = (0.0, -1)
    while version > 0:
        if tree[version][0] > best[0]:
            best = tree[version]
        version -= version & -version
    return best


def _raise_from(tree: list[tuple[float, int]], index: int, reached: tuple[float, int]) -> None:
    while index < len(tree):
        if reached[0] > tree[index][0]:
            tree[index] = reached
        index += index & -index
