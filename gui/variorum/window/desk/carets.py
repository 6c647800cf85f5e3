"""Keep the carets in their texts while the panes show other columns."""

from collections.abc import Mapping, Sequence

from variorum.ids import ArticleId
from variorum.window.desk.pane import Pane

Carets = Mapping[ArticleId, tuple[int, int]]
"""Where a selection begins in each text, and where its caret stands; the pane used last is last."""


def carets_of(panes: Sequence[Pane], *, active: int) -> Carets:
    """Return where the carets stand, and how far their selections reach."""
    last = sorted(panes, key=lambda pane: pane.number == active)
    return {pane.column.shown.article_id: (pane.caret.anchor, pane.caret.place) for pane in last}


def put_carets(panes: Sequence[Pane], carets: Carets) -> int:
    """Put the carets back into the texts that are still there; return which pane was used last."""
    active = 0
    for article, (anchor, place) in carets.items():
        for pane in panes:
            if pane.column.shown.article_id == article:
                pane.caret.put(anchor)
                pane.caret.put(place, keep_anchor=True)
                active = pane.number
    return active
