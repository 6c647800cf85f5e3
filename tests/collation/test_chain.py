"""The heaviest chain, against trying them all."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from variorum.collation.linking.chain import Pair, heaviest_chain

PAIRS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 9).map(float)),
    max_size=8,
    unique_by=lambda pair: pair[:2],
)


def rises(pairs: list[Pair]) -> bool:
    """Tell whether pairs rise on both sides."""
    return all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))


@given(PAIRS)
def test_no_chain_is_heavier(pairs: list[Pair]) -> None:
    """The chain rises, and none that rises weighs more."""
    chosen = [pairs[place] for place in heaviest_chain(pairs)]
    ordered = sorted(pairs)
    best = max(
        sum(pair[2] for pair in subset)
        for size in range(len(pairs) + 1)
        for subset in combinations(ordered, size)
        if rises(list(subset))
    )

    assert rises(chosen)
    assert sum(pair[2] for pair in chosen) == best
