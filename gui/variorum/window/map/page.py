"""The page over the desk: the map above, the descent below, and the ways out of it."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from variorum.app.story_map import StoryMap
from variorum.window.frame import Page
from variorum.window.labels import ElidedLabel, alone, plain_label
from variorum.window.map.lineage import LineageView
from variorum.window.map.model import MapModel
from variorum.window.map.painting import Ink, legend, legend_places, paint_legend
from variorum.window.map.tree import ROW
from variorum.window.map.view import MapView
from variorum.window.map.words import said
from variorum.window.theme import Theme

_EVIDENCE = 72
"""The height of what is said of a version; fixed, so that nothing jumps."""
_USUAL_SHARE_OF_LINEAGE = 0.45
"""Of the height, where the map could use the rest."""
_AROUND_MAP = 8
"""Pixels of its part that are neither map nor legend."""
_ABOVE_ROWS = 2
"""Pixels by which the rows' room is higher than the rows."""


class MapPage(Page):
    """Show a map and a descent; say so where there is none."""

    shows_story = True
    manual = "map.md"
    svg_wanted = Signal()
    png_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk_ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Story map"))
        self.model = MapModel(self)
        self.view = MapView(self.model, theme, self)
        self.lineage = LineageView(theme, self)
        self.furniture = QCheckBox(self.tr("Furniture"), self)
        self.title = ElidedLabel(name="details_name", parent=self)
        self.evidence = plain_label(name="evidence", parent=self)
        self.nothing = plain_label(name="hint", parent=self)
        self._legend = _Legend(theme, self)
        self._is_divided = False
        self._stack = QStackedWidget(self)
        self._stack.addWidget(alone(self.nothing))
        self._stack.addWidget(self._make_split())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_head())
        column.addWidget(self._stack, 1)
        self.furniture.setChecked(True)
        self.furniture.setToolTip(self.tr("Show what is not the story too"))
        self.furniture.toggled.connect(self._furniture_toggled)
        self.lineage.lit.connect(self.evidence.setText)

    # --- building -----------------------------------------------------------------------------------

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 12, 6)
        row.setSpacing(8)
        self.export = QPushButton(self.tr("Export"), self)
        menu = QMenu(self.export)
        for words, signal in (
            (self.tr("As a drawing (SVG)…"), self.svg_wanted),
            (self.tr("As a picture (PNG)…"), self.png_wanted),
        ):
            action = QAction(words, menu)
            action.triggered.connect(signal)
            menu.addAction(action)
        self.export.setMenu(menu)
        self.close_button = QPushButton(self.tr("Back to the texts"), self)
        self.close_button.clicked.connect(self.close_wanted)
        row.addWidget(self.title, 1)
        for widget in (self.furniture, self.export, self.close_button):
            widget.setAccessibleName(widget.text())
            row.addWidget(widget)
        return row

    def _make_split(self) -> QSplitter:
        above, below = QWidget(self), QWidget(self)
        self._below = below
        for part, widgets in (
            (above, (self.view, self._legend)),
            (below, self._parts_of_lineage()),
        ):
            column = QVBoxLayout(part)
            column.setContentsMargins(8, 0, 8, 4)
            column.setSpacing(2)
            for number, widget in enumerate(widgets):
                column.addWidget(widget, int(number == len(widgets) - 2))
        split = self._split = QSplitter(Qt.Orientation.Vertical, self)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(above)
        split.addWidget(below)
        split.setStretchFactor(0, 1)
        split.splitterMoved.connect(self._divided_by_hand)
        return split

    def _parts_of_lineage(self) -> tuple[QWidget, ...]:
        head = plain_label(said("Which version came from which"), name="panel_title", parent=self)
        self._head_of_lineage = head
        head.setContentsMargins(8, 6, 8, 0)
        scroll = self._scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.lineage)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setObjectName("map_scroll")
        self.lineage.setObjectName("map_ground")
        self.evidence.setWordWrap(True)
        self.evidence.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.evidence.setFixedHeight(_EVIDENCE)
        self.evidence.setContentsMargins(8, 0, 8, 2)
        return head, scroll, self.evidence

    # --- what is shown ------------------------------------------------------------------------------

    def show_map(self, found: StoryMap | None, *, title: str) -> None:
        """Show a map."""
        self.title.setText(title)
        here = self.view.currentIndex()
        place = (here.row(), here.column())
        self.model.show_map(found)
        self.lineage.show_map(found)
        for first, second in pairwise((self.view, *self.lineage.rows)):
            QWidget.setTabOrder(first, second)
        self.evidence.setText(self.tr("Point at a version to see what tells where it came from."))
        self._stack.setCurrentIndex(int(found is not None))
        self._divide()
        for widget in (self.export, self.furniture):
            widget.setEnabled(found is not None)
        if found is not None:
            index = self.model.index(*place)
            self.view.setCurrentIndex(index if index.isValid() else self.model.index(0, 0))

    def _divide(self) -> None:
        """Give the descent what it needs, the map the rest."""
        if self._is_divided:
            return
        height = self._split.height() - self._split.handleWidth()
        around = self._height_around_rows()
        spare = height - self._height_of_map()
        room = max(spare, round(height * _USUAL_SHARE_OF_LINEAGE)) - around
        # No row is cut in half.
        rows = max(1, min(int(room // ROW), len(self.lineage.rows)))
        below = around + _ABOVE_ROWS + int(rows * ROW)
        self._split.setSizes([height - below, below])

    def _height_around_rows(self) -> int:
        """Return what the descent's part takes beside its rows."""
        column = self._below.layout()
        if column is None:
            return _EVIDENCE
        margins = column.contentsMargins()
        beside = margins.top() + margins.bottom() + 2 * column.spacing()
        return self._head_of_lineage.sizeHint().height() + _EVIDENCE + beside

    def _height_of_map(self) -> int:
        """Return the height at which the map shows all its rows."""
        rows = self.model.rowCount() * self.view.sides.defaultSectionSize()
        bar = self.view.horizontalScrollBar().sizeHint().height()
        return self.view.names.height() + rows + bar + self._legend.height() + _AROUND_MAP

    def _divided_by_hand(self) -> None:
        self._is_divided = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new height."""
        super().resizeEvent(event)
        self._divide()

    def _furniture_toggled(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        self.model.show_furniture(shown=shown)

    def say_nothing(self, words: str) -> None:
        """Say why there is no map."""
        self.nothing.setText(words)

    def take_focus(self) -> None:
        """Give the keys to the map, or to the way back."""
        part = self.view if self.model.map is not None else self.close_button
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def wear(self, theme: Theme) -> None:
        """Wear another theme's colours."""
        self.view.wear(theme)
        self.lineage.wear(theme)
        self._legend.wear(theme)


class _Legend(QWidget):
    """Say what the signs of the map mean."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink = Ink(theme)
        self.setAccessibleName(", ".join(words for _, words in legend()))

    def wear(self, theme: Theme) -> None:
        """Wear another theme's colours."""
        self._ink = Ink(theme)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the width needs."""
        super().resizeEvent(event)
        self.setFixedHeight(int(legend_places(self.width())[1]))

    def minimumSizeHint(self) -> QSize:
        """Return the size of a single column."""
        return QSize(100, 30)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the signs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_legend(painter, QPointF(0, 0), self.width(), self._ink)
