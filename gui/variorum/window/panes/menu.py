"""The menu of a pane's header: the versions of the story, and what can be done with the pane."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from variorum.app.reading import Reading
from variorum.app.version_names import names_of
from variorum.ids import ArticleId
from variorum.window.action_bar import ActionBar
from variorum.window.menus import PANE_MENU
from variorum.window.wording import day, isolated


class VersionsMenu(QObject):
    """Let a version be chosen for a pane."""

    chosen = Signal(object, object)
    """The `ArticleId` that the pane shows, and the one that is wanted there."""

    def __init__(self, reading: Reading, bar: ActionBar, over: QWidget) -> None:
        super().__init__(over)
        self._reading, self._bar = reading, bar
        self.menu = QMenu(over)
        self.menu.setAccessibleName(self.tr("Versions"))

    def open(self, article: ArticleId, where: QPoint) -> None:
        """Offer what can stand in the pane of an article, at a point of the screen."""
        self.fill(article)
        self.menu.popup(where)

    def fill(self, article: ArticleId) -> None:
        """List the versions, the one that is shown ticked; then the deeds on the pane."""
        self.menu.clear()
        if len(self._reading.versions) > 1:
            self._add_versions(article)
            self.menu.addSeparator()
        self._bar.fill(self.menu, PANE_MENU)

    def _add_versions(self, article: ArticleId) -> None:
        rows, panes = self._reading.versions, self._reading.panes
        names, group = names_of(rows), QActionGroup(self.menu)
        is_fixed = len(panes) > 1 and article == panes[0]
        for row in rows:
            said = [names[row.article], *([day(row.published)] if row.published else [])]
            if row.is_base:
                said.append(self.tr("base"))
            elif row.article in panes and row.article != article:
                said.append(self.tr("in pane {number}").format(number=panes.index(row.article) + 1))
            words = " · ".join(isolated(one) for one in said).replace("&", "&&")
            action = self.menu.addAction(words)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.setChecked(row.article == article)
            # The base stays first: what stands beside it is chosen in the other panes.
            action.setEnabled(
                row.article == article or not (is_fixed or self._is_fixed(row.article))
            )
            action.triggered.connect(
                lambda _=False, new=row.article: self.chosen.emit(article, new)
            )

    def _is_fixed(self, article: ArticleId) -> bool:
        panes = self._reading.panes
        return len(panes) > 1 and article == panes[0]
