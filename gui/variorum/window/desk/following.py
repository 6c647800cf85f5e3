"""Where the ribbon at a caret leads."""

from collections.abc import Sequence

from variorum.text import Span
from variorum.window.desk.gutter import Gutter
from variorum.window.desk.pane import Pane


def other_end(
    pane: Pane, panes: Sequence[Pane], gutters: Sequence[Gutter]
) -> tuple[Pane, Span] | None:
    """Return what belongs to the words at a pane's caret in the next pane; from the last one, back."""
    if len(panes) < 2:
        return None
    back = pane.number == len(panes) - 1
    for ribbon in gutters[pane.number - back].ribbons:
        own, other = (ribbon.right, ribbon.left) if back else (ribbon.left, ribbon.right)
        if own.start <= pane.caret.place <= own.end:
            return panes[pane.number + (-1 if back else 1)], other
    return None
