"""A chip: a count with its word in a pill, with a dot in the colour of what is counted."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from variorum.window.labels import smaller

_PAD = 7.0
_DOT = 8.0
_GAP = 5.0


class Chip(QAbstractButton):
    """Show a strong figure and quiet words; one that toggles shows whether it is on."""

    def __init__(self, *, toggles: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(toggles)
        self.setChecked(toggles)
        self.setEnabled(True)
        self._toggles = toggles
        self._level = 0
        self._strong, self._room = "", ""
        self._words: tuple[str, ...] = ("",)
        self._dot: QColor | None = None
        self._fill, self._line, self._ink, self._off = QColor(), QColor(), QColor(), QColor()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if toggles else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if toggles:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, strong: str, *words: str, hint: str = "", room: str = "") -> None:
        """Show a figure and its words: from the most words to the fewest, where room is scarce.

        The chip stays as wide as `room` with its words needs, so that a figure can grow.
        """
        self._strong, self._room, self._words = strong, room, words or ("",)
        self.setAccessibleName(f"{strong} {self._words[0]}".strip())
        self.setAccessibleDescription(hint)
        self.setToolTip(hint)
        self.updateGeometry()
        self.update()

    @property
    def widths(self) -> tuple[int, ...]:
        """Return the widths that the chip takes, from that with the most words to the fewest."""
        return tuple(self.width_at(level) for level in range(len(self._words)))

    def set_level(self, level: int) -> None:
        """Use the words of a level: 0 for the most."""
        if level != self._level:
            self._level = level
            self.updateGeometry()
            self.update()

    def width_at(self, level: int) -> int:
        """Return the width that the chip takes with the words of a level."""
        strong, words = self._fonts()
        metrics = QFontMetricsF(strong)
        width = max(metrics.horizontalAdvance(text) for text in (self._strong, self._room))
        width += 2 * _PAD + QFontMetricsF(words).horizontalAdvance(self._rest(level))
        if self._has_dot():
            width += _DOT + _GAP
        return int(width + 1)

    def set_colours(
        self, *, fill: QColor, line: QColor, ink: QColor, off: QColor, dot: QColor | None = None
    ) -> None:
        """Wear the theme's colours; `off` is that of the words while the chip is off."""
        self._fill, self._line, self._ink, self._off, self._dot = fill, line, ink, off, dot
        self.update()

    def said(self) -> str:
        """Return what the chip says."""
        return self.accessibleName()

    def sizeHint(self) -> QSize:
        """Return the size that holds dot, figure and words."""
        _, words = self._fonts()
        return QSize(self.width_at(self._level), int(QFontMetricsF(words).height() + 6))

    def _fonts(self) -> tuple[QFont, QFont]:
        words = smaller(self.font())
        strong = QFont(words)
        strong.setWeight(QFont.Weight.DemiBold)
        return strong, words

    def _rest(self, level: int) -> str:
        words = self._words[min(level, len(self._words) - 1)]
        return f" {words}" if self._strong and words and words[0] != "/" else words

    def _has_dot(self) -> bool:
        return self._dot is not None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the pill; hollow and struck through when what it counts is hidden."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        is_off = self._toggles and not self.isChecked()
        painter.setPen(self._outline())
        painter.setBrush(Qt.BrushStyle.NoBrush if is_off else self._fill)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        x = self._paint_dot(painter, box, is_off=is_off)
        painter.setPen(self._off if is_off else self._ink)
        for font, text in zip(self._fonts(), (self._strong, self._rest(self._level)), strict=True):
            font.setStrikeOut(is_off)
            painter.setFont(font)
            width = QFontMetricsF(font).horizontalAdvance(text)
            painter.drawText(
                QRectF(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, text
            )
            x += width

    def _outline(self) -> QPen:
        if self.hasFocus():
            return QPen(self.palette().highlight().color(), 2)
        return QPen(self._ink if self._toggles and self.underMouse() else self._line, 1)

    def _paint_dot(self, painter: QPainter, box: QRectF, *, is_off: bool) -> float:
        if self._dot is None:
            return _PAD
        painter.setPen(QPen(self._dot, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush if is_off else self._dot)
        radius = _DOT / 2 - 0.75
        painter.drawEllipse(QPointF(_PAD + _DOT / 2, box.center().y()), radius, radius)
        return _PAD + _DOT + _GAP
