"""The panel on the left: how much there is, a filter line, the list."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from variorum.app.models.stories import StoriesModel
from variorum.ids import ArticleId, StoryId
from variorum.library.rows import StoryRow
from variorum.window.labels import plain_label
from variorum.window.stories_list.delegate import StoriesDelegate
from variorum.window.stories_list.view import StoriesView
from variorum.window.theme import Theme

_FILTER_PAUSE_MS = 150


class StoriesPanel(QWidget):
    """Show the stories of the library; tell which one the reader turns to."""

    story_chosen = Signal(object, object)  # StoryId, ArticleId of a version or None
    selection_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName(self.tr("Stories"))
        self.menu: QMenu | None = None
        """What a right click offers; the window sets it."""
        self._model: StoriesModel | None = None
        self._settling = False
        self._opened_itself: int | None = None
        self._count = plain_label(name="panel_count", parent=self)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter: source, date, place, code…"))
        self.filter.setAccessibleName(self.tr("Filter the stories"))
        self.filter.setToolTip(
            self.tr(
                "Words of the text, or a source, place, date or code; also"
                " source:…  place:…  date:2019-04  code:…  detail:…  has:notes  has:highlights  has:versions"
            )
        )
        self.filter.setClearButtonEnabled(True)
        self._nothing = plain_label(name="hint", parent=self)
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(12, 4, 12, 4)
        self._nothing.hide()
        self.view = StoriesView(self)
        self.view.setAccessibleName(self.tr("Stories and their versions"))
        self._delegate = StoriesDelegate(theme, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_FILTER_PAUSE_MS)
        self._pause.timeout.connect(self.apply_filter)
        self.filter.textChanged.connect(self._pause.start)
        self.filter.returnPressed.connect(self.apply_filter)
        clear = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.filter)
        clear.setContext(Qt.ShortcutContext.WidgetShortcut)
        clear.activated.connect(self._clear_filter)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("STORIES"), name="panel_title", parent=self), 1)
        head.addWidget(self._count)
        top = QVBoxLayout()
        top.setContentsMargins(12, 9, 12, 8)
        top.setSpacing(7)
        top.addLayout(head)
        top.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)

    def wear(self, theme: Theme) -> None:
        """Paint the list in another theme's colours."""
        self._delegate.wear(theme, self.font())
        self.view.set_heights(
            story=self._delegate.story_height, version=self._delegate.version_height
        )

    def set_model(self, model: StoriesModel) -> None:
        """Show a library's stories."""
        self._model = model
        self.view.setModel(model)
        model.modelReset.connect(self._forget_opened)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.view.selectionModel().selectionChanged.connect(self._selection_changed)
        self.view.set_heights(
            story=self._delegate.story_height, version=self._delegate.version_height
        )

    def say_count(self, *, articles: int, stories: int) -> None:
        """Say how much the library holds."""
        parts = self.tr("%n article(s)", "", articles), self.tr("%n story|stories", "", stories)
        self._count.setText(" · ".join(parts) if articles else "")

    # --- filter -----------------------------------------------------------------------------

    def apply_filter(self) -> None:
        """Show the stories that fit what was typed."""
        self._pause.stop()
        if self._model is not None:
            self._model.filter(self.filter.text().strip())
            self.say_nothing_found()

    def _clear_filter(self) -> None:
        """Show all stories again; the keys go back to the list."""
        self.filter.clear()
        self.apply_filter()
        self.take_focus()

    def say_nothing_found(self) -> None:
        """Say why the list is empty, when a filter hides everything."""
        model = self._model
        hidden = model is not None and bool(model.query) and not model.rowCount()
        self._nothing.setVisible(hidden)
        if model is not None and hidden:
            self._nothing.setText(self._why_nothing(model.terms_without_stories()))

    def _why_nothing(self, terms: Sequence[str]) -> str:
        advice = self.tr("Take a word away, or search notes with Ctrl+K.")
        if not terms:
            return self.tr("No story has all of this together. {advice}").format(advice=advice)
        named = ", ".join(f"“{term}”" for term in terms)
        return self.tr("No story has {words}. {advice}").format(words=named, advice=advice)

    @property
    def nothing_said(self) -> str:
        """Return why the list is empty, where a filter hides everything."""
        return self._nothing.text() if self._nothing.isVisibleTo(self) else ""

    # --- choosing -----------------------------------------------------------------------------

    def begin(self, story: StoryId | None) -> None:
        """Show a list that was just filled: at the story that is read, else at its first."""
        if story is None:
            self.step(0)
        else:
            self.show_chosen(story)

    def show_chosen(self, story: StoryId | None, article: ArticleId | None = None) -> None:
        """Mark a story as the one that is read, its versions opened; tell nobody."""
        if self._model is None:
            return
        self._settling = True
        try:
            self._show_chosen(self._model, story, article)
        finally:
            self._settling = False

    def _show_chosen(
        self, model: StoriesModel, story: StoryId | None, article: ArticleId | None
    ) -> None:
        index = QModelIndex() if story is None else model.index_of(story)
        if not index.isValid():
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())
            return
        self._open_only(index, model.story(index))
        if story is not None and article is not None:
            index = model.index_of_version(story, article)
        self._turn_to(index)
        self.view.scrollTo(index)

    def _turn_to(self, index: QModelIndex) -> None:
        """Select a row alone; the view itself would select nothing while Ctrl is held."""
        self.view.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _forget_opened(self) -> None:
        self._opened_itself = None

    def take_focus(self) -> None:
        """Take the keys."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_only(self, index: QModelIndex, row: StoryRow | None) -> None:
        """Open the story that is turned to; close the one that was opened that way before."""
        if self._opened_itself is not None and self._opened_itself != index.row():
            self.view.set_open(self._opened_itself, opened=False)
            self._opened_itself = None
        if row is not None and row.versions > 1 and not self.view.is_open(index.row()):
            self.view.set_open(index.row(), opened=True)
            self._opened_itself = index.row()

    def chosen_stories(self) -> tuple[StoryId, ...]:
        """Return the stories that are selected, from the top."""
        model = self._model
        if model is None:
            return ()
        indexes = sorted(self.view.selectionModel().selectedIndexes(), key=_place)
        rows = [model.story(index) for index in indexes]
        return tuple(dict.fromkeys(row.story for row in rows if isinstance(row, StoryRow)))

    def chosen_articles(self) -> tuple[ArticleId, ...]:
        """Return the versions that are selected."""
        model = self._model
        if model is None:
            return ()
        rows = [model.version(index) for index in self.view.selectionModel().selectedIndexes()]
        return tuple(row.article for row in rows if row is not None)

    def step(self, by: int) -> None:
        """Turn to the next or the previous story of the list."""
        if self._model is None or not self._model.rowCount():
            return
        current = self.view.currentIndex()
        top = current.parent() if current.parent().isValid() else current
        row = top.row() + by if current.isValid() else 0
        if 0 <= row < self._model.rowCount():
            self._turn_to(self._model.index(row, 0))

    def _current_changed(self, current: QModelIndex) -> None:
        if self._model is None or self._settling or not current.isValid():
            return
        story, version = self._model.story(current), self._model.version(current)
        if story is not None:
            if version is None:
                self._open_only(current, story)
            self.story_chosen.emit(story.story, version.article if version else None)

    def _selection_changed(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self.selection_changed.emit()

    def _show_menu(self, at: QPoint) -> None:
        if self.menu is not None:
            self.menu.popup(self.view.viewport().mapToGlobal(at))


def _place(index: QModelIndex) -> tuple[int, int]:
    parent = index.parent()
    return (parent.row(), index.row()) if parent.isValid() else (index.row(), -1)
