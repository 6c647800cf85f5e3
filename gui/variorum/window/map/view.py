"""The table of the map: cells, names above, passages at the side, all painted by `painting`."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from variorum.app.story_map import Fate, Line, Square
from variorum.ids import ArticleId
from variorum.text import Span
from variorum.window.map.model import MapModel
from variorum.window.map.painting import (
    ROW,
    Ink,
    column_width,
    head_height,
    paint_figure,
    paint_figure_name,
    paint_focus,
    paint_line,
    paint_name,
    paint_square,
)
from variorum.window.map.words import FOOT, said
from variorum.window.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_NARROWEST_SIDE: Final = 170
_WIDEST_SIDE: Final = 380
_SHARE_OF_SIDE: Final = 0.4


class MapView(QTableView):
    """Show what became of each passage; a click or Enter opens it."""

    opened = Signal(object, object)  # the version's ArticleId, and the Square or None at the foot

    def __init__(self, model: MapModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._ink = Ink(theme)
        self.setObjectName("story_map")
        self.setAccessibleName(said("What became of each passage"))
        self.setItemDelegate(_Cells(self))
        self.names = _Names(self)
        self.sides = _Sides(self)
        self.setHorizontalHeader(self.names)
        self.setVerticalHeader(self.sides)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)
        model.modelReset.connect(self.fit)

    @property
    def ink(self) -> Ink:
        """Return the colours to paint with."""
        return self._ink

    @property
    def shown(self) -> MapModel:
        """Return the model, by its own type."""
        return self._model

    def wear(self, theme: Theme) -> None:
        """Wear another theme's colours."""
        self._ink = Ink(theme)
        self.viewport().update()
        self.names.viewport().update()
        self.sides.viewport().update()

    def fit(self) -> None:
        """Divide the room between passages and versions."""
        columns = self._model.columnCount()
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max(_NARROWEST_SIDE, min(_WIDEST_SIDE, int(room * _SHARE_OF_SIDE)))
        wide = int(column_width(room - side, columns))
        self.sides.setFixedWidth(max(side, min(_WIDEST_SIDE, room - wide * columns)))
        self.names.setDefaultSectionSize(wide)
        self.names.setFixedHeight(int(head_height(wide)))
        self.updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new room."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the cell that has the keys with Enter; the rest is Qt's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Let the headers say where the keys are."""
        super().currentChanged(current, previous)
        self.names.viewport().update()
        self.sides.viewport().update()

    def _open(self, index: Index) -> None:
        if index.isValid() and self._model.map is not None:
            version = self._model.map.versions[index.column()]
            self.opened.emit(version.id, self._model.square(index))

    def go_to(self, version: ArticleId, article: ArticleId, place: int) -> None:
        """Let the keys begin in a version's column, at the passage of an article at a place."""
        found = self._model.map
        if found is None:
            return
        ids = [one.id for one in found.versions]
        column = ids.index(version) if version in ids else 0
        here = Span(place, place + 1)
        rows = (
            row
            for row, line in enumerate(self._model.lines)
            for whose, span in ((found.base.id, line.place), _where(line.squares[column]))
            if whose == article and span is not None and span.overlaps(here)
        )
        self.setCurrentIndex(self._model.index(next(rows, 0), column))


def _where(square: Square) -> tuple[ArticleId, Span | None]:
    return square.article, None if square.fate is Fate.ABSENT else square.place


class _Cells(QStyledItemDelegate):
    """Paint cells."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell, and a frame when it has the keys."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, ink = QRectF(_rect_of(option)), self._view.ink
        square = self._view.shown.square(index)
        if square is None:
            paint_figure(painter, rect, self._view.shown.foot_of(index), ink)
        else:
            paint_square(painter, rect, square, ink)
        if _state_of(option) & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, rect, ink)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the size of every cell."""
        return QSize(self._view.names.defaultSectionSize(), int(ROW))


def _rect_of(option: QStyleOptionViewItem) -> QRect:
    """Return an option's field; Qt's stubs do not know those that it inherits."""
    return option.rect  # type: ignore[attr-defined]


def _state_of(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return option.state  # type: ignore[attr-defined]


class _Header(QHeaderView):
    """Hold sections of one size that the reader does not change."""

    def __init__(self, orientation: Qt.Orientation, view: MapView) -> None:
        super().__init__(orientation, view)
        self._view = view
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)

    def _is_current(self, section: int) -> bool:
        current = self._view.currentIndex()
        is_across = self.orientation() == Qt.Orientation.Horizontal
        return self._view.hasFocus() and section == (
            current.column() if is_across else current.row()
        )


class _Names(_Header):
    """Paint the names of the versions."""

    def __init__(self, view: MapView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Paint a name."""
        found = self._view.shown.map
        if found is None:
            return
        painter.fillRect(rect, self._view.ink.theme["pane"])
        edition = found.versions[logicalIndex]
        current = self._is_current(logicalIndex)
        paint_name(painter, QRectF(rect), edition, self._view.ink, current=current)


class _Sides(_Header):
    """Paint what the passages are."""

    def __init__(self, view: MapView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self.setDefaultSectionSize(int(ROW))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Paint a passage's first words, or what a line at the foot counts."""
        painter.fillRect(rect, self._view.ink.theme["pane"])
        lines, ink = self._view.shown.lines, self._view.ink
        if logicalIndex < len(lines):
            line: Line = lines[logicalIndex]
            current = self._is_current(logicalIndex)
            paint_line(painter, QRectF(rect), line, ink, current=current)
        else:
            words = said(FOOT[logicalIndex - len(lines)])
            paint_figure_name(painter, QRectF(rect), words, ink)
