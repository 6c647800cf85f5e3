"""A code's two signs: its colour, and letters for who does not tell colours apart."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from variorum.annotations.values import Code
from variorum.window.theme import Theme

SIZE = QSize(18, 14)
_RADIUS = 2.5
_LETTERS = 9
"""Pixels."""


def paint_swatch(painter: QPainter, at: QRect, *, colour: str, letters: str, theme: Theme) -> None:
    """Paint a code's colour with its letters inside."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.line(colour))
    painter.setBrush(theme.tint(colour))
    box = QRectF(at).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    if letters:
        font = QFont(painter.font())
        font.setPixelSize(_LETTERS)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme["text"])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letters[:2])
    painter.restore()


def swatch_icon(theme: Theme, colour: str, letters: str = "") -> QIcon:
    """Return a code's signs as an icon."""
    pixmap = QPixmap(SIZE * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_swatch(painter, QRect(0, 0, *SIZE.toTuple()), colour=colour, letters=letters, theme=theme)
    painter.end()
    return QIcon(pixmap)


class Swatch(QWidget):
    """Show a code's signs."""

    def __init__(self, code: Code, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self._theme = theme
        self.setFixedSize(SIZE)

    def wear(self, theme: Theme) -> None:
        """Wear another theme's colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the signs."""
        paint_swatch(
            QPainter(self),
            self.rect(),
            colour=self._code.colour,
            letters=self._code.letters,
            theme=self._theme,
        )
