"""The program's own icons, drawn in the colours of the theme."""

from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from variorum.assets import resources
from variorum.window.theme import Theme

_SIZES: Final = (16, 20, 24, 32, 40, 48, 64)
_LARGE: Final = (128, 256)
_FAINT: Final = 0.4


def icon_names() -> tuple[str, ...]:
    """Return the names of all icons."""
    return tuple(sorted(path.stem for path in (resources() / "icons").glob("*.svg")))


def icon(name: str, theme: Theme, *, colour: str = "text") -> QIcon:
    """Return an icon in a colour of the theme, faint where it is disabled."""
    drawing = (resources() / "icons" / f"{name}.svg").read_text("utf-8")
    faint = QColor(theme[colour])
    faint.setAlphaF(_FAINT)
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_drawn(drawing, theme[colour], size))
        made.addPixmap(_drawn(drawing, faint, size), QIcon.Mode.Disabled)
        made.addPixmap(_drawn(drawing, theme["accent"], size), state=QIcon.State.On)
    return made


def application_icon() -> QIcon:
    """Return the icon of the application, which has colours of its own."""
    drawing = (resources() / "icons" / "application" / "variorum.svg").read_text("utf-8")
    made = QIcon()
    for size in (*_SIZES, *_LARGE):
        made.addPixmap(_drawn(drawing, QColor(Qt.GlobalColor.black), size))
    return made


def _drawn(drawing: str, colour: QColor, size: int) -> QPixmap:
    """Return a drawing in one colour; SVG keeps the opacity apart from it."""
    coloured = drawing.replace("currentColor", colour.name())
    picture = QPixmap(QSize(size, size))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(coloured.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture
