"""A chip: a count with its word in a pill, with a dot in the colour of what is counted."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from variorum.window.labels import smaller

_PAD = 9.0
_DOT = 8.0
_GAP = 6.0


class Chip(QAbstractButton):
    """Show a strong figure and quiet words; one that toggles shows whether it is on."""

    def __init__(self, *, toggles: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(toggles)
        self.setChecked(toggles)
        self.setEnabled(True)
        self._toggles = toggles
        self._is_compact = False
        self._strong = ""
        self._words = ""
        self._long, self._short = "", ""
        self._dot: QColor | None = None
        self._fill, self._line, self._ink = QColor(), QColor(), QColor()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if toggles else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if toggles:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, strong: str, words: str, *, short: str = "", hint: str = "") -> None:
        """Show a figure and its words, with fewer of them where room is scarce."""
        self._strong, self._long, self._short = strong, words, short or words
        self._words = self._short if self._is_compact else self._long
        said = f"{strong} {words}".strip()
        self.setAccessibleName(said)
        self.setAccessibleDescription(hint)
        self.setToolTip(hint)
        self.updateGeometry()
        self.update()

    def set_compact(self, *, compact: bool) -> None:
        """Use the fewer words."""
        self._is_compact = compact
        self._words = self._short if compact else self._long
        self.updateGeometry()
        self.update()

    def set_colours(
        self, *, fill: QColor, line: QColor, ink: QColor, dot: QColor | None = None
    ) -> None:
        """Wear the theme's colours."""
        self._fill, self._line, self._ink, self._dot = fill, line, ink, dot
        self.update()

    def said(self) -> str:
        """Return what the chip says."""
        return self.accessibleName()

    def sizeHint(self) -> QSize:
        """Return the size that holds dot, figure and words."""
        strong, words = self._fonts()
        width = 2 * _PAD + QFontMetricsF(strong).horizontalAdvance(self._strong)
        width += QFontMetricsF(words).horizontalAdvance(self._rest())
        if self._has_dot():
            width += _DOT + _GAP
        return QSize(int(width + 1), int(QFontMetricsF(words).height() + 6))

    def _fonts(self) -> tuple[QFont, QFont]:
        words = smaller(self.font())
        strong = QFont(words)
        strong.setWeight(QFont.Weight.DemiBold)
        return strong, words

    def _rest(self) -> str:
        return f" {self._words}" if self._strong else self._words

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
        ink = QColor(self._ink)
        ink.setAlphaF(0.6 if is_off else 1.0)
        painter.setPen(ink)
        for font, text in zip(self._fonts(), (self._strong, self._rest()), strict=True):
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
