"""The descent as a part of the page: every version is a button over its row of the drawing."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from variorum.app.story_map import StoryMap
from variorum.window.labels import plain_tip
from variorum.window.map.painting import Ink, paint_focus
from variorum.window.map.tree import ROW, Knot, Tree
from variorum.window.map.words import evidence, said
from variorum.window.theme import Theme

_FEW: Final = 3
"""Shared changes that stand below the drawing; the tool tip has more."""


class _Row(QAbstractButton):
    """Take the keys and the clicks of one version; the drawing below it is its parent's."""

    step_wanted = Signal(int)

    def __init__(self, knot: Knot, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self.knot = knot
        self._ink = ink
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down with the arrows; Enter does what a click does."""
        match event.key():
            case Qt.Key.Key_Up:
                self.step_wanted.emit(-1)
            case Qt.Key.Key_Down:
                self.step_wanted.emit(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint nothing but who has the keys."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_focus(painter, self.rect().toRectF(), self._ink)


class LineageView(QWidget):
    """Show from which version each was made; a click opens the pair."""

    chosen = Signal(object)  # the version's place in the map; None is the base
    lit = Signal(str)  # the evidence of the version under the mouse or with the keys

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = Ink(theme)
        self._tree: Tree | None = None
        self._found: StoryMap | None = None
        self._lit: int | None = None
        self.rows: list[_Row] = []
        self.setMouseTracking(True)
        self.setAccessibleName(said("Descent of the versions"))

    def show_map(self, found: StoryMap | None) -> None:
        """Show another descent, or none."""
        for row in self.rows:
            row.deleteLater()
        self.rows = []
        self._found, self._lit = found, None
        self._lay_out()
        if self._tree is not None:
            self.rows = [self._row(knot, self._tree.found) for knot in self._tree.knots]
            self._place_rows()
        self.update()

    def wear(self, theme: Theme) -> None:
        """Wear another theme's colours."""
        self._ink = Ink(theme)
        self.show_map(self._found)

    def _row(self, knot: Knot, found: StoryMap) -> _Row:
        row = _Row(knot, self._ink, self)
        words = said("Base: {name}").format(name=found.base.name)
        if knot.version is not None:
            words = evidence(found, knot.version)
        row.setAccessibleName(words)
        row.setToolTip(plain_tip(words))
        row.setMouseTracking(True)
        row.clicked.connect(lambda: self._choose(knot))
        row.step_wanted.connect(partial(self._step_from, knot.row))
        row.installEventFilter(self)
        row.show()
        return row

    def _choose(self, knot: Knot) -> None:
        """Choose what is lit: beside the dots, a line to another version may pass."""
        tree = self._tree
        lit = knot if tree is None or self._lit is None else tree.knots[self._lit]
        self.chosen.emit(lit.version)

    def _step_from(self, row: int, by: int) -> None:
        self._step(row + by)

    def _step(self, number: int) -> None:
        if 0 <= number < len(self.rows):
            self.rows[number].setFocus(Qt.FocusReason.TabFocusReason)

    def take_focus(self) -> None:
        """Give the keys to the first version that was made from another."""
        self._step(min(1, len(self.rows) - 1))

    @property
    def tree(self) -> Tree | None:
        """Return how the versions are laid out."""
        return self._tree

    # --- size -------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._tree = None if self._found is None else Tree.of(self._found, self.width())
        tree = self._tree
        self.setMinimumSize(
            int(tree.least_width) if tree else 0, int(tree.height) + 8 if tree else 0
        )

    def _place_rows(self) -> None:
        for row in self.rows:
            row.setGeometry(QRect(0, int(row.knot.row * ROW), self.width(), int(ROW)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._lay_out()
        self._place_rows()

    # --- what is lit --------------------------------------------------------------------------------

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Light the line to the version under the mouse, or with the keys."""
        if isinstance(watched, _Row):
            if event.type() == QEvent.Type.FocusIn:
                self._light(watched.knot)
                _show(watched)
            elif isinstance(event, QEnterEvent | QMouseEvent) and self._tree is not None:
                at = watched.mapToParent(event.position())
                self._light(self._tree.knot_at(QPointF(at)) or watched.knot)
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _light(self, knot: Knot) -> None:
        if knot.row == self._lit:
            return
        self._lit = knot.row
        if self._found is not None and knot.version is not None:
            self.lit.emit(evidence(self._found, knot.version, most=_FEW))
        else:
            self.lit.emit(self.rows[knot.row].accessibleName())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the drawing."""
        if self._tree is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._tree.paint(painter, self.width(), self._ink, lit=self._lit)


def _show(row: QWidget) -> None:
    """Scroll to a row that took the keys."""
    above = row.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        above.ensureWidgetVisible(row, 0, 4)
