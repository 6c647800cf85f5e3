"""The scroll bar that shows where findings and marks are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QScrollBar, QWidget

from variorum.window.theme import Theme

_WIDTH: Final = 16
_LEAST: Final = 3.0


@dataclass(frozen=True, slots=True)
class OverviewMark:
    """Hold a coloured stretch of the whole height, in shares of it."""

    top: float
    bottom: float
    colour: QColor
    is_readers: bool = False
    """The reader's own marks keep to the right edge of the bar."""


class OverviewBar(QScrollBar):
    """Scroll, and show the whole at a glance; a click goes where it points."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._marks: Sequence[OverviewMark] = ()
        self._drawn: QPixmap | None = None
        self.setAccessibleName(self.tr("Overview of differences and highlights"))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def set_marks(self, marks: Sequence[OverviewMark]) -> None:
        """Show other marks."""
        self._marks = marks
        self._drawn = None
        self.update()

    def sizeHint(self) -> QSize:
        """Return the width of the bar."""
        return QSize(_WIDTH, 100)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track, the marks, and the viewport as a frame over them."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme["panel"])
        painter.fillRect(QRectF(0, 0, 1, self.height()), self._theme["border"])
        painter.drawPixmap(0, 0, self._picture())
        self._paint_viewport(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring what is under the mouse to the middle of the viewport."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position().y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)

    def _go_to(self, y: float) -> None:
        whole = self.maximum() + self.pageStep()
        self.setValue(round(y / max(1, self.height()) * whole - self.pageStep() / 2))

    def _picture(self) -> QPixmap:
        """Return all marks as one picture: there may be thousands, and frames are many."""
        ratio = self.devicePixelRatioF()
        if self._drawn is not None and self._drawn.deviceIndependentSize() == self.size():
            return self._drawn
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        height = self.height()
        drawn: set[tuple[bool, int, int, int]] = set()
        for mark in self._marks:
            tall = max(_LEAST, (mark.bottom - mark.top) * height)
            top = mark.top * height
            # Of thousands of marks most fall on the same few points.
            place = (mark.is_readers, int(top * ratio), int(tall * ratio), id(mark.colour))
            if place in drawn:
                continue
            drawn.add(place)
            left, width = (10.0, 4.0) if mark.is_readers else (3.0, 6.0)
            painter.fillRect(QRectF(left, top, width, tall), mark.colour)
        painter.end()
        self._drawn = picture
        return picture

    def _paint_viewport(self, painter: QPainter) -> None:
        if self.maximum() <= 0:
            return
        whole = self.maximum() + self.pageStep()
        top = self.value() / whole * self.height()
        frame = QRectF(
            1.5, top + 0.5, self.width() - 2.0, self.pageStep() / whole * self.height() - 1
        )
        ground = QColor(self._theme["text"])
        ground.setAlphaF(0.07)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ground)
        painter.setPen(self._theme["strong_border"])
        painter.drawRoundedRect(frame, 3, 3)
