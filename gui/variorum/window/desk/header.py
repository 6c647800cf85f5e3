"""The two lines over a pane: what this is, and what it is to the base."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from variorum.window.desk.styles import DeskStyle
from variorum.window.labels import plain_tip

_ROOM: Final = 10.0


class Header(QWidget):
    """Show a title and a subtitle, each cut short with an ellipsis where room is short."""

    def __init__(self, style: DeskStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._title = self._subtitle = ""
        self._is_named = True
        self._left = self._width = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_style(self, style: DeskStyle) -> None:
        """Take other fonts and colours."""
        self._style = style
        self.updateGeometry()
        self.update()

    def set_lines(self, title: str, subtitle: str, *, is_named: bool = True) -> None:
        """Show other lines; a title that only stands in for a name is quieter."""
        self._title, self._subtitle, self._is_named = title, subtitle, is_named
        self.setAccessibleName(f"{title}, {subtitle}" if subtitle else title)
        self._say_all()
        self.update()

    def set_stretch(self, left: float, width: float) -> None:
        """Stand over a text that begins at `left` and is `width` wide."""
        self._left, self._width = left, width
        self._say_all()
        self.update()

    def _say_all(self) -> None:
        """Say in the tool tip what is cut short."""
        lines = (self._title, self._style.title), (self._subtitle, self._style.subtitle)
        cut = any(QFontMetricsF(font).horizontalAdvance(said) > self._width for said, font in lines)
        self.setToolTip(plain_tip(f"{self._title}\n{self._subtitle}") if cut else "")

    def sizeHint(self) -> QSize:
        """Return the room of two lines."""
        lines = (
            QFontMetricsF(self._style.title).height() + QFontMetricsF(self._style.subtitle).height()
        )
        return QSize(100, round(lines + 2 * _ROOM + 2))

    def minimumSizeHint(self) -> QSize:
        """Return the least room: both lines can be cut short."""
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both lines and the rule below them."""
        painter = QPainter(self)
        theme = self._style.theme
        painter.fillRect(self.rect(), theme["pane"])
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme["border"])
        y = _ROOM
        for words, font, colour in (
            (self._title, self._style.title, theme["text" if self._is_named else "muted"]),
            (self._subtitle, self._style.subtitle, theme["muted"]),
        ):
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(colour)
            short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self._width)
            painter.drawText(QPointF(self._left, y + metrics.ascent()), short)
            y += metrics.height() + 2
