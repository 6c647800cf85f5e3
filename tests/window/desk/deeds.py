"""What a reader does with the mouse, and where."""

from PySide6.QtCore import QPoint, QPointF, Qt, SignalInstance
from PySide6.QtTest import QTest

from variorum.ids import ArticleId
from variorum.text import Span
from variorum.window.desk.pane import Pane

BASE, VERSION = ArticleId(1), ArticleId(2)
LEFT, NONE, SHIFT = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def heard(signal: SignalInstance) -> list[tuple[object, ...]]:
    """Return a list that a signal fills with what it tells."""
    calls: list[tuple[object, ...]] = []

    def hear(*told: object) -> None:
        calls.append(told)

    signal.connect(hear)
    return calls


def span_of(words: str, text: str) -> Span:
    """Find words in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def point_of(pane: Pane, place: int) -> QPoint:
    """Return where a place is painted, a quarter into its character."""
    block = pane.column.block_at(place)
    assert block is not None
    pane.stage.lay_out(pane.number, block.number)
    (box, *_) = block.rects(Span(place, place + 1))
    top = pane.stage.levels.top_of(pane.number, block.number) - pane.stage.top
    return QPointF(
        pane.text_left + box.left() + box.width() * 0.25, top + box.center().y()
    ).toPoint()


def drag(pane: Pane, start: int, end: int) -> None:
    """Drag with the mouse from one place to another."""
    QTest.mousePress(pane, LEFT, NONE, point_of(pane, start))
    QTest.mouseMove(pane, point_of(pane, end))
    QTest.mouseRelease(pane, LEFT, NONE, point_of(pane, end))
