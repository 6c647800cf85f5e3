"""The panel on the left: how much there is, a filter line, the list."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from variorum.app.listing import Shown
from variorum.app.models.stories import StoriesModel
from variorum.ids import ArticleId, StoryId
from variorum.library.queries.rows import StoryOrder, StoryRow
from variorum.library.search.language import read_query
from variorum.window.labels import plain_label
from variorum.window.stories_list.delegate import StoriesDelegate
from variorum.window.stories_list.dragging import Dragged
from variorum.window.stories_list.filter_chips import FilterChips, with_term
from variorum.window.stories_list.filter_menu import FilterMenu
from variorum.window.stories_list.lists_box import ListsBox
from variorum.window.stories_list.view import StoriesView
from variorum.window.theme import Theme
from variorum.window.wording import wording

_FILTER_PAUSE_MS = 90
_EDGE = 12


class StoriesPanel(QWidget):
    """Show the stories of the library; tell which one the reader turns to."""

    story_chosen = Signal(object, object)  # StoryId, ArticleId of a version or None
    selection_changed = Signal()
    shown_changed = Signal(object)  # Shown: it is being listed

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName(self.tr("Stories"))
        self.menu: QMenu | None = None
        """What a right click offers; the window sets it."""
        self._model: StoriesModel | None = None
        self._settling = False
        self._opened_itself: int | None = None
        self._wanted = Shown()
        self._title = plain_label(self.tr("STORIES"), name="panel_title", parent=self)
        self._title.setMinimumWidth(1)
        self._count = plain_label(name="panel_count", parent=self)
        self.lists = ListsBox(theme, self)
        self.filter = self._make_filter()
        self.offers = FilterMenu(self)
        self.offers.wanted.connect(self._add_term)
        self._more = self._make_menu_button(self.tr("Filter by"), self.offers.menu)
        self.sorting = QMenu(self)
        self._sort = self._make_menu_button(self.tr("Sort"), self.sorting)
        self.chips = FilterChips(self)
        self.chips.removed.connect(self.set_filter)
        self._nothing = plain_label(name="hint", parent=self)
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(12, 4, 12, 4)
        self._nothing.hide()
        self.view = StoriesView(self)
        self.view.setAccessibleName(self.tr("Stories and their versions"))
        self.view.in_hand = self.in_hand
        self._delegate = StoriesDelegate(theme, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self._build()

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """Return what takes the keys, as it is seen from the top."""
        return self.lists, self.filter, self._more, self._sort, self.chips, self.view

    def _make_filter(self) -> QLineEdit:
        field = _FilterField(self)
        field.setPlaceholderText(self.tr("Filter: source, date, place, code…"))
        field.setAccessibleName(self.tr("Filter the stories"))
        field.setToolTip(
            self.tr(
                "Words of the text, or a source, place, date or code; also"
                " source:…  place:…  date:2019-04  code:…  detail:…  language:…  status:…"
                "  in:…  is:unread  is:done  has:notes  has:highlights  has:versions"
            )
        )
        field.setClearButtonEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_FILTER_PAUSE_MS)
        self._pause.timeout.connect(self.apply_filter)
        field.textChanged.connect(self._pause.start)
        field.returnPressed.connect(self.apply_filter)
        clear = QShortcut(QKeySequence(Qt.Key.Key_Escape), field)
        clear.setContext(Qt.ShortcutContext.WidgetShortcut)
        clear.activated.connect(self._clear_filter)
        return field

    def _make_menu_button(self, words: str, menu: QMenu) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("link")
        button.setText(f"{words} ▾")
        button.setAccessibleName(words)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMenu(menu)
        return button

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        under = QHBoxLayout()
        under.setContentsMargins(1, 0, 1, 0)
        under.addWidget(self._more)
        under.addStretch(1)
        under.addWidget(self._sort)
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 12, 6)
        top.setSpacing(5)
        for part in (self.filter, under, self.chips):
            top.addLayout(part) if isinstance(part, QHBoxLayout) else top.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head.setContentsMargins(_EDGE, 9, _EDGE, 5)
        column.addLayout(head)
        column.addWidget(self.lists)
        column.addSpacing(6)
        column.addLayout(top)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)

    def wear(self, theme: Theme) -> None:
        """Paint the list in another theme's colours."""
        self.lists.wear(theme)
        self._delegate.wear(theme, self.font())
        self.view.set_heights(
            story=self._delegate.story_height, version=self._delegate.version_height
        )

    def set_model(self, model: StoriesModel) -> None:
        """Show a library's stories."""
        self._model = model
        self.view.setModel(model)
        model.modelReset.connect(self._forget_opened)
        model.listed.connect(self.say_nothing_found)
        self._wanted = model.shown
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.view.selectionModel().selectionChanged.connect(self._selection_changed)
        self.view.set_heights(
            story=self._delegate.story_height, version=self._delegate.version_height
        )

    def say_count(self, *, articles: int, stories: int) -> None:
        """Say how much the library holds."""
        parts = self.tr("%n article(s)", "", articles), self.tr("%n story|stories", "", stories)
        self._count.setText(" · ".join(parts) if articles else "")
        self._fit_head()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the head into the new width."""
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        """Leave the title out where the figures, which say as much, would touch it."""
        wanted = self._title.sizeHint().width() + self._count.sizeHint().width()
        self._title.setVisible(wanted + 4 * _EDGE <= self.width() or not self._count.text())

    # --- what is shown ----------------------------------------------------------------------

    @property
    def shown(self) -> Shown:
        """Return what the list shows, or is about to."""
        return self._wanted

    def show_list(self, shown: Shown) -> None:
        """Show other stories: a view, a collection, the bin."""
        self._wanted = shown
        with QSignalBlocker(self.filter):
            self.filter.setText(shown.filter_text)
        self.filter.setEnabled(not shown.is_bin)
        self._ask()

    def set_filter(self, typed: str) -> None:
        """Filter by what would have been typed."""
        with QSignalBlocker(self.filter):
            self.filter.setText(typed)
        self.apply_filter()

    def apply_filter(self) -> None:
        """Show the stories that fit what was typed."""
        self._pause.stop()
        typed = self.filter.text().strip()
        if typed != self._wanted.filter_text:
            self._wanted = replace(self._wanted, filter_text=typed)
            self._ask()

    def sort_by(self, order: StoryOrder) -> None:
        """Show the same stories in another order."""
        self._wanted = replace(self._wanted, order=order)
        self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        self.chips.show_filter(self._wanted.filter_text)
        self.shown_changed.emit(self._wanted)
        if self._model is not None:
            self._model.ask(self._wanted)

    def _add_term(self, field: str, words: str) -> None:
        self.set_filter(with_term(self.filter.text(), field, words))

    def _clear_filter(self) -> None:
        """Show all stories again; the keys go back to the list."""
        self.filter.clear()
        self.apply_filter()
        self.take_focus()

    @property
    def is_settled(self) -> bool:
        """Tell whether what was typed is what is shown."""
        is_listing = self._model is not None and self._model.is_busy
        return not self._pause.isActive() and not is_listing

    def say_nothing_found(self) -> None:
        """Say why the list is empty, when a filter hides everything."""
        model = self._model
        is_empty = model is not None and not model.rowCount() and model.shown != Shown()
        self._nothing.setVisible(is_empty)
        if model is not None and is_empty:
            self._nothing.setText(self._why_empty(model))

    def _why_empty(self, model: StoriesModel) -> str:
        if model.shown.is_bin:
            return self.tr("The bin is empty.")
        if model.shown.filter_text:
            troubles = read_query(model.shown.filter_text, complete_last=False).troubles
            return wording().trouble(troubles[0]) if troubles else self._why_nothing(model.nowhere)
        if model.shown.collection is not None:
            return self.tr("Nothing is in this collection yet: drag stories onto it.")
        return ""

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

    def in_hand(self) -> Dragged:
        """Return what is selected: versions where only versions are, else stories."""
        model = self._model
        indexes = self.view.selectionModel().selectedIndexes() if model is not None else []
        only_versions = bool(indexes) and all(index.parent().isValid() for index in indexes)
        return Dragged(self.chosen_stories(), self.chosen_articles() if only_versions else ())

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
        if self._model.shown.is_bin:
            # What lies there has no place on the desk.
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


class _FilterField(QLineEdit):
    """Show the beginning of what was typed while the keys are elsewhere."""

    def setText(self, text: str | None) -> None:
        """Show other words."""
        super().setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go back to the beginning; who comes back goes on where the words end."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go on where the words end, but where a click says."""
        super().focusInEvent(event)
        if event.reason() not in {Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.end(False)  # noqa: FBT003 - Qt's signature


def _place(index: QModelIndex) -> tuple[int, int]:
    parent = index.parent()
    return (parent.row(), index.row()) if parent.isValid() else (index.row(), -1)
