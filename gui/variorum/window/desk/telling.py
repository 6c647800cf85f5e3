"""What the desk tells the window: which pane, by its article, and what was done there."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from variorum.ids import ArticleId
from variorum.text import Span
from variorum.window.desk.stage import Stage
from variorum.window.desk.values import Mark


class Telling(QWidget):
    """Hold the signals of the desk; panes know their numbers, the window knows articles."""

    selection_changed = Signal()
    mark_activated = Signal(int)
    """The `HighlightId` of the mark that was clicked."""
    echo_activated = Signal(int)
    """The `HighlightId` whose echo was clicked."""
    variant_hovered = Signal(object)
    """The `Variant` under the mouse, or None."""
    variant_activated = Signal(object)
    """The `Variant` that was clicked."""
    keys_taken = Signal()
    """A pane was given the keys, whether it was in sight or not."""
    clicked = Signal(int, int)
    """The `ArticleId` of the pane, and the place that was clicked in its text."""
    position_changed = Signal(int, int)
    """Which paragraph of the pane in use is read, the lead being 1, and how many there are."""
    version_turned = Signal(int)
    """The `ArticleId` of the version that the reader means now, of those beside the base."""
    scope_changed = Signal()
    """Other versions are walked through than before: see `scope`."""
    filled = Signal()
    """Other texts are compared, or other classes of differences are shown."""
    found_at_caret = Signal(str)
    """What the program says of the words at the caret; empty where it says nothing."""
    menu_wanted = Signal(int, QPoint)
    """The `ArticleId` of a pane, and where its menu opens, global."""
    close_wanted = Signal(int)
    """The `ArticleId` of the pane that is to be closed."""
    pane_dragged = Signal(int, int)
    """The `ArticleId` of a pane, and the place where it was dropped, the base's being 0."""
    context_requested = Signal(QPoint, int, object)
    """Where, global; the `ArticleId`; the `Span` of the selection under the mouse, or None."""

    @property
    def stage(self) -> Stage:
        """Return what stands where."""
        raise NotImplementedError

    def _id(self, number: int) -> ArticleId:
        return self.stage.columns[number].shown.article_id

    def _mark_clicked(self, mark: Mark) -> None:
        (self.echo_activated if mark.echo else self.mark_activated).emit(mark.id)

    def _clicked(self, number: int, place: int) -> None:
        self.clicked.emit(self.stage.columns[number].shown.article_id, place)

    def _context_wanted(self, number: int, where: QPoint, span: Span | None) -> None:
        article_id = self.stage.columns[number].shown.article_id
        self.context_requested.emit(where, article_id, span)

    def _menu_wanted(self, number: int, where: QPoint) -> None:
        self.menu_wanted.emit(self._id(number), where)

    def _close_wanted(self, number: int) -> None:
        self.close_wanted.emit(self._id(number))

    def _dragged(self, number: int, to: int) -> None:
        self.pane_dragged.emit(self._id(number), to)
