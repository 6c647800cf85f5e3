"""Labels for imported words: never rich text, cut with an ellipsis where room ends."""

import unicodedata
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget


def plain_label(text: str = "", *, name: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label that shows words as they are; the name is for the style sheet."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setObjectName(name)
    return label


def alone(label: QLabel) -> QWidget:
    """Return a page that shows nothing but a label's words, in its middle; it stands where the label stood."""
    page = QWidget(label.parentWidget())
    column = QVBoxLayout(page)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column.addWidget(label)
    return page


def plain_tip(text: str) -> str:
    """Return imported words for a tool tip, which would else take tags for tags."""
    return f"<span>{escape(text).replace(chr(10), '<br>')}</span>" if text else ""


def smaller(font: QFont) -> QFont:
    """Return the font of facts beside a text: a little smaller than the text's."""
    small = QFont(font)
    small.setPixelSize(max(9, round(QFontInfo(font).pixelSize() * 0.9)))
    return small


class ElidedLabel(QLabel):
    """Show words on a few lines at most; the whole is in the tool tip."""

    def __init__(self, *, lines: int = 1, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Say yes: the number of lines depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that will be shown."""
        count = len(elided_lines(self.text(), self, width=width, lines=self._lines))
        return max(1, count) * self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        """Return a size that holds the words at the present width."""
        width = self.width() or 200
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the size of one line that may be as narrow as need be."""
        return QSize(0, self.fontMetrics().lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the lines."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        metrics = self.fontMetrics()
        baseline = metrics.ascent()
        for line in elided_lines(self.text(), self, width=self.width(), lines=self._lines):
            painter.drawText(0, baseline, line)
            baseline += metrics.lineSpacing()


def elided_lines(text: str, widget: QWidget, *, width: int, lines: int) -> list[str]:
    """Break words into lines of a width, the last one cut with an ellipsis."""
    return broken_lines(text, QTextLayout("", widget.font()), width=width, lines=lines)


def broken_lines(text: str, layout: QTextLayout, *, width: int, lines: int) -> list[str]:
    """Break words into at most so many lines, using the layout's font."""
    flat = " ".join(text[:1000].split())
    utf16 = flat.encode("utf-16-le")
    layout.setText(flat)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[str] = []
    while len(found) < lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        start, end = line.textStart(), line.textStart() + line.textLength()
        if len(found) == lines - 1:
            rest = utf16[2 * start :].decode("utf-16-le", "replace")
            found.append(_elided(rest, layout, width))
        else:
            found.append(utf16[2 * start : 2 * end].decode("utf-16-le", "replace").rstrip())
    layout.endLayout()
    return found


def _elided(text: str, layout: QTextLayout, width: int) -> str:
    metrics = QFontMetricsF(layout.font())
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(1, width))


def is_right_to_left(text: str) -> bool:
    """Tell whether the first strong character of a text is read from right to left."""
    kinds = (unicodedata.bidirectional(char) for char in text)
    return next((kind != "L" for kind in kinds if kind in {"L", "R", "AL"}), False)
