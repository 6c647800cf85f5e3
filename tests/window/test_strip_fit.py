"""How much each chip of the summary strip says: the laws of one row."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.window.strip_fit import FOLDED, fit

_GAP = 5
_MORE = 40
_ROW = st.lists(
    st.lists(st.integers(20, 300), min_size=1, max_size=3).map(
        lambda widths: sorted(widths, reverse=True)
    ),
    max_size=9,
)


def width_of(widths: list[list[int]], levels: list[int]) -> int:
    """Return the width of a row, with the one that stands for those that left it."""
    shown = [each[level] for each, level in zip(widths, levels, strict=True) if level != FOLDED]
    if FOLDED in levels:
        shown.append(_MORE)
    return sum(shown) + _GAP * (len(shown) - 1)


@given(_ROW, st.integers(0, 2000))
def test_a_row_is_too_wide_only_when_nothing_is_left_to_save(
    widths: list[list[int]], room: int
) -> None:
    """Whatever has fewer words says them, and whatever may leave has left."""
    folding = range(len(widths) // 2)

    levels = fit(widths, folding=folding, room=room, gap=_GAP, more=_MORE)

    if width_of(widths, levels) > room:
        least = [FOLDED if n in folding else len(each) - 1 for n, each in enumerate(widths)]
        assert levels == least


@given(_ROW, st.integers(0, 2000))
def test_nothing_is_shortened_that_had_room(widths: list[list[int]], room: int) -> None:
    """A row that fits with all its words keeps them."""
    levels = fit(widths, folding=(), room=room, gap=_GAP, more=_MORE)

    if width_of(widths, [0] * len(widths)) <= room:
        assert levels == [0] * len(widths)


def test_the_end_of_the_row_is_shortened_first() -> None:
    """What stands first keeps its words longest; only what may leave leaves, in its order."""
    widths = [[100, 80], [100, 80], [100, 80]]

    assert fit(widths, folding=(), room=300, gap=_GAP, more=_MORE) == [0, 0, 1]
    assert fit(widths, folding=(1,), room=210, gap=_GAP, more=_MORE) == [1, FOLDED, 1]
    assert fit(widths, folding=(1, 2), room=140, gap=_GAP, more=_MORE) == [1, FOLDED, FOLDED]
