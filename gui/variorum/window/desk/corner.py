"""Where a menu that was asked for by key is opened."""

from PySide6.QtCore import QPoint

from variorum.window.desk.reading_desk import ReadingDesk


def caret_corner(desk: ReadingDesk) -> QPoint:
    """Return the place below the caret, on the screen; the desk's corner where there is none."""
    article, place = desk.caret() or (None, 0)
    for pane in desk.panes:
        if pane.column.shown.article_id == article:
            return pane.mapToGlobal(pane.caret_rect(place).bottomLeft().toPoint())
    return desk.mapToGlobal(QPoint(0, 0))
