"""The reader's hand on the list of differences: in step with the texts, both ways."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShortcut

from variorum.window.body import Body
from variorum.window.desk.explained import Listed
from variorum.window.details.side import Leaf
from variorum.window.differing import Differing


class DifferencesList(QObject):
    """List the differences while they are looked at; go where the reader goes in the list."""

    def __init__(self, body: Body, differing: Differing) -> None:
        super().__init__(body.window)
        self._body, self._differing = body, differing
        self._panel, self._side = body.frame.differences, body.frame.side
        self._desk, self._reading = body.frame.desk, body.workspace.reading
        self._panel.asked.connect(self._refresh)
        self._panel.view.turned.connect(self._turned)
        self._panel.view.left.connect(self._leave)
        escape = QShortcut(Qt.Key.Key_Escape, self._panel)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._leave)
        self._side.turned.connect(self._refresh)
        self._desk.filled.connect(self._refresh)
        self._desk.scope_changed.connect(self._refresh)
        self._desk.found_at_caret.connect(self._follow)

    def toggle(self) -> None:
        """Turn to the list and give it the keys; from there go back to the texts."""
        if self._side.leaf is Leaf.DIFFERENCES and self._panel.view.hasFocus():
            self._leave()
            return
        self._side.show_leaf(Leaf.DIFFERENCES)
        self._panel.take_focus()

    def _leave(self) -> None:
        self._desk.take_focus()

    def _refresh(self) -> None:
        """List anew while the list is looked at."""
        if self._side.leaf is Leaf.DIFFERENCES:
            compared = self._reading.collation is not None
            self._panel.show_differences(self._desk.listed(), compared=compared)
            self._follow()

    def _follow(self) -> None:
        """Let the line of the difference turned to be the current one."""
        if self._side.leaf is Leaf.DIFFERENCES:
            at = (n for n, one in enumerate(self._panel.model.lines) if self._desk.is_at(one))
            self._panel.choose(next(at, -1))

    def _turned(self, listed: Listed) -> None:
        self._body.frame.show_texts()
        self._body.bar.dispatch(lambda: self._differing.go_to(listed))
