"""Paint a comparison on pages: the panes as on the desk, with all that was found and marked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import QMarginsF, QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QRegion,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from variorum.collation.values import Collation
from variorum.exchange.wording import Wording
from variorum.ids import ArticleId
from variorum.window.desk.reading_desk import ReadingDesk
from variorum.window.desk.styles import Face
from variorum.window.desk.values import Mark, PaneArticle
from variorum.window.fonts import interface_font
from variorum.window.printing.breaks import pages_of
from variorum.window.theme import Theme

_DPI: Final = 96.0
"""A pixel of the desk is this part of an inch on paper."""
_SIZES: Final = {1: 15.0, 2: 13.5, 3: 12.0, 4: 11.0}
"""How large the texts are set beside so many others, in pixels."""
_MARGIN_MM: Final = 13.0
_FOOT: Final = 26
"""The room of the line at the foot of a page, in pixels."""
_SMALL: Final = 11
_ROOM: Final = 14.0
"""The room above the details of a version, in pixels."""
_DETAILS_PT: Final = 9.0
"""The size of the details, in points."""
_USUAL: Final = Face()


@dataclass(frozen=True, slots=True)
class DetailList:
    """Hold what is told of one version below the texts: labels with their values, then notes."""

    title: str
    facts: Sequence[tuple[str, str]] = ()
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """Hold what is printed."""

    title: str
    first: PaneArticle
    beside: Sequence[tuple[PaneArticle, Collation]] = ()
    marks: Mapping[ArticleId, Sequence[Mark]] = field(
        default_factory=dict[ArticleId, Sequence[Mark]]
    )
    details: Sequence[DetailList] = ()
    face: Face = _USUAL


def layout_for(sheet: PaperSheet) -> QPageLayout:
    """Return the usual page: upright for one text, across for several side by side."""
    across = QPageLayout.Orientation.Landscape if sheet.beside else QPageLayout.Orientation.Portrait
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), across, margins, QPageLayout.Unit.Millimeter
    )


def print_on(device: QPagedPaintDevice, sheet: PaperSheet, *, wording: Wording) -> int:
    """Paint all pages on a device, a printer or a file; return how many there are."""
    room = device.pageLayout().paintRect(QPageLayout.Unit.Inch)
    size = QSizeF(room.width() * _DPI, room.height() * _DPI)
    painter = QPainter(device)
    try:
        painter.scale(device.logicalDpiX() / _DPI, device.logicalDpiY() / _DPI)
        return _Press(device, painter, sheet, size).run(wording)
    finally:
        painter.end()


class _Press:
    """Paint one sheet, page after page."""

    def __init__(
        self, device: QPagedPaintDevice, painter: QPainter, sheet: PaperSheet, size: QSizeF
    ) -> None:
        self._device, self._painter, self._sheet = device, painter, sheet
        self._width, self._height = int(size.width()), int(size.height()) - _FOOT
        self._theme = _theme_of_paper()
        self._number = 0

    def run(self, wording: Wording) -> int:
        desk = ReadingDesk(self._theme, wording=wording, handles=False)
        try:
            self._lay_out(desk)
            head = desk.panes[0].y() if desk.panes else 0
            for top, bottom in list(_pages(desk, float(self._height - head))):
                self._begin_page()
                self._paint_panes(desk, top, bottom)
        finally:
            desk.deleteLater()
        self._print_details()
        return self._number

    def _lay_out(self, desk: ReadingDesk) -> None:
        """Put everything on a desk that is as large as a page."""
        sheet = self._sheet
        size = min(sheet.face.size, _SIZES[1 + len(sheet.beside)])
        desk.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        desk.set_face(Face(size, sheet.face.family, sheet.face.line_height))
        desk.resize(self._width, self._height)
        desk.show_panes(sheet.first, sheet.beside)
        for article, marks in sheet.marks.items():
            desk.set_marks(article, marks)
        desk.overview.hide()
        stage = desk.stage
        for column, shown in enumerate(stage.columns):
            for block in shown.blocks:
                stage.lay_out(column, block.number)

    def _begin_page(self) -> None:
        if self._number:
            self._device.newPage()
        self._number += 1
        painter, y = self._painter, self._height + _FOOT - 6
        painter.setFont(interface_font(_SMALL))
        painter.setPen(self._theme["muted"])
        number = str(self._number)
        room = painter.fontMetrics().horizontalAdvance(number)
        title = painter.fontMetrics().elidedText(
            self._sheet.title, Qt.TextElideMode.ElideRight, self._width - room - 30
        )
        painter.drawText(0, y, title)
        painter.drawText(self._width - room, y, number)

    def _paint_panes(self, desk: ReadingDesk, top: float, bottom: float) -> None:
        head = desk.panes[0].y()
        desk.stage.top = top
        self._painter.save()
        clip = QRectF(0, 0, self._width, head + bottom - top)
        self._painter.setClipRect(clip)
        desk.render(
            self._painter, QPoint(), QRegion(clip.toRect()), QWidget.RenderFlag.DrawChildren
        )
        self._painter.restore()

    def _print_details(self) -> None:
        if not self._sheet.details:
            return
        # Laid out for the device itself: words of a PDF can be searched for and copied.
        device, scale = self._device, self._device.logicalDpiX() / _DPI
        width, height = self._width * scale, self._height * scale
        document = QTextDocument()
        document.documentLayout().setPaintDevice(device)
        font = interface_font(_SMALL)
        font.setPointSizeF(_DETAILS_PT)
        document.setDefaultFont(font)
        _write_details(document, self._sheet.details, self._theme["text"], gap=_ROOM)
        document.setPageSize(QSizeF(width, height))
        for page in range(document.pageCount()):
            self._begin_page()
            self._painter.save()
            self._painter.resetTransform()
            self._painter.translate(0, -page * height)
            document.drawContents(self._painter, QRectF(0, page * height, width, height))
            self._painter.restore()


def _theme_of_paper() -> Theme:
    """Return the light theme with paper for a ground."""
    theme = Theme.load("light")
    return replace(theme, colours={**theme.colours, "pane": QColor("white")})


def _pages(desk: ReadingDesk, height: float) -> Iterator[tuple[float, float]]:
    """Yield from where to where each page reaches."""
    stage = desk.stage
    levels = stage.levels
    ends = [levels.start_of_row(row + 1) for row in range(len(levels.rows))]
    lines: list[tuple[float, float]] = []
    for column, shown in enumerate(stage.columns):
        for block in shown.blocks:
            stage.lay_out(column, block.number)
            top = levels.top_of(column, block.number)
            rects = block.rects(block.span)
            lines += [(top + rect.top(), top + rect.bottom()) for rect in rects]
    yield from pages_of(ends, lines, height=height)


def _write_details(
    document: QTextDocument, details: Sequence[DetailList], ink: QColor, *, gap: float
) -> None:
    """Write the details as plain words: whatever stands in a story, it is no markup here."""
    plain = QTextCharFormat()
    plain.setForeground(ink)
    strong, title = QTextCharFormat(plain), QTextCharFormat(plain)
    strong.setFontWeight(QFont.Weight.DemiBold)
    title.setFontWeight(QFont.Weight.DemiBold)
    title.setFontPointSize(_DETAILS_PT * 1.3)
    above, between = QTextBlockFormat(), QTextBlockFormat()
    above.setTopMargin(gap)
    between.setTopMargin(gap / 3)
    cursor = QTextCursor(document)
    for one in details:
        cursor.insertBlock(above, title)
        cursor.insertText(one.title, title)
        for label, value in one.facts:
            cursor.insertBlock(QTextBlockFormat(), plain)
            cursor.insertText(f"{label} ", plain)
            cursor.insertText(value, strong)
        for note in one.notes:
            cursor.insertBlock(between, plain)
            cursor.insertText(note, plain)
