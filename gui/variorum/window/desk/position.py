"""Where the reader is in a pane, and what is to be said of it."""

from PySide6.QtCore import QCoreApplication

from variorum.text import Span
from variorum.window.desk.column import paragraph_at
from variorum.window.desk.pane import Pane


def position_of(pane: Pane | None) -> tuple[int, int]:
    """Return which paragraph holds the caret in view, or stands at the top; and how many there are."""
    if pane is None:
        return 0, 0
    block, stage, caret = None, pane.stage, pane.caret.place
    if pane.hasFocus() and stage.is_in_view(pane.number, Span(caret, caret)):
        block = pane.column.block_at(caret)
    slots = stage.slots(pane.number)
    if block is None and slots:
        block = pane.column.blocks[slots[0].block]
    if block is None:
        return 0, 0
    return paragraph_at(pane.column.shown.article, block.passage)


def said_at(pane: Pane, found: str) -> str:
    """Say what was found and what is marked at the caret, for those who do not see it."""
    marks = pane.column.marks_over(pane.caret.place)
    said = [found] if found else []
    if any(not mark.echo for mark in marks):
        noted = any(mark.has_note for mark in marks)
        said.append(_tr("Highlight with a note") if noted else _tr("Highlight"))
    elif marks:
        said.append(_tr("Highlighted in another version"))
    return ". ".join(said)


def _tr(text: str) -> str:
    return QCoreApplication.translate("desk", text)
