"""Keep the carets in their texts while the panes show other columns."""

from collections.abc import Mapping

from variorum.ids import ArticleId
from variorum.window.desk.board import Board

Carets = Mapping[ArticleId, tuple[int, int]]
"""Where a selection begins in each text, and where its caret stands; the pane used last is last."""


def carets_of(board: Board) -> Carets:
    """Return where the carets stand, and how far their selections reach."""
    last = sorted(board.panes, key=lambda pane: pane is board.active)
    return {pane.column.shown.article_id: (pane.caret.anchor, pane.caret.place) for pane in last}


def put_carets(board: Board, carets: Carets) -> None:
    """Put the carets back into the texts that are still there, the pane used last in use.

    Where that pane's text has left, what stands in its place is in use.
    """
    for article, (anchor, place) in carets.items():
        pane = board.pane_of(article)
        if pane is not None:
            pane.caret.put(anchor)
            pane.caret.put(place, keep_anchor=True)
    last = list(carets)[-1:]
    used = board.pane_of(last[0]) if last else None
    board.activate(used.number if used is not None else board.nearest_place)
