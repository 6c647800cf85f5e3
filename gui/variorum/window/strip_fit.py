"""Choose how much each chip of a row says, so that all stand in one row; knows no Qt."""

from collections.abc import Sequence

FOLDED = -1
"""The level of one that has no room of its own."""


def fit(
    widths: Sequence[Sequence[int]],
    *,
    folding: Sequence[int],
    room: int,
    gap: int,
    more: int,
) -> list[int]:
    """Return a level for each of a row, from 0 for the most words, or `FOLDED`.

    `widths` has each one's widths, from the most words to the fewest. Words are saved from the
    end of the row, a level of all before the next of any; then those of `folding`, in its order,
    leave the row to one that is `more` wide. What does not fit then wraps. All in pixels.
    """
    levels = [0] * len(widths)

    def is_too_wide() -> bool:
        shown = [each[level] for each, level in zip(widths, levels, strict=True) if level >= 0]
        if FOLDED in levels:
            shown.append(more)
        return sum(shown) + gap * (len(shown) - 1) > room

    for level in range(1, max((len(each) for each in widths), default=1)):
        for number in reversed(range(len(widths))):
            if is_too_wide() and level < len(widths[number]):
                levels[number] = level
    for number in folding:
        if is_too_wide():
            levels[number] = FOLDED
    return levels
