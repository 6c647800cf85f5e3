"""The page of all notes: the filter above, the list below."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from variorum.annotations.codebook import tree_order
from variorum.annotations.values import Annotator, Code
from variorum.app.models.notes import NotesModel
from variorum.ids import NoteId, StoryId
from variorum.library.queries.notes import NoteFilter, NoteKind
from variorum.window.all_notes.delegate import NoteDelegate
from variorum.window.all_notes.words import on_what
from variorum.window.codebook.swatch import swatch_icon
from variorum.window.flow import FlowLayout
from variorum.window.frame import Page
from variorum.window.labels import plain_label
from variorum.window.theme import Theme

_PAUSE_MS = 80
"""Between the last letter and the new list."""
_INDENT = "\u2003"
_WIDEST_CHOICE = 210


class NotesPage(Page):
    """Show the notes of a library that fit a filter."""

    opened = Signal(object)  # NoteRow

    def __init__(self, model: NotesModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk_ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("All notes"))
        self.model = model
        self._theme = theme
        self._story: StoryId | None = None
        self._chosen: NoteId | None = None
        self._has_led = False
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(self.tr("Words of notes, or of what they are on"))
        self.text.setAccessibleName(self.tr("Filter the notes"))
        self.text.setClearButtonEnabled(True)
        self.kind = self._choice(self.tr("What the notes are on"))
        self.code = self._choice(self.tr("Code"))
        self.annotator = self._choice(self.tr("Annotator"))
        self.story = QCheckBox(self.tr("This story only"), self)
        self.linking = QCheckBox(self)
        self._linked: Code | None = None
        self.count = plain_label(name="panel_count", parent=self)
        self.hint = plain_label(name="hint", parent=self)
        self.view = _List(self)
        self._delegate = NoteDelegate(self.view)
        self._delegate.theme = theme
        self.view.setItemDelegate(self._delegate)
        self.view.setModel(model)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._fill_kinds()
        self._lay_out()
        self._connect()

    # --- building -----------------------------------------------------------------------------------

    def _choice(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setMaximumWidth(_WIDEST_CHOICE)
        box.setMinimumContentsLength(10)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return box

    def _fill_kinds(self) -> None:
        self.kind.addItem(self.tr("All kinds"), None)
        for kind in NoteKind:
            self.kind.addItem(on_what(kind), kind)

    def _lay_out(self) -> None:
        title = plain_label(self.tr("All notes"), name="details_name", parent=self)
        self.back = QPushButton(self.tr("Back to the texts"), self)
        head, filters = QHBoxLayout(), QWidget(self)
        # Where the desk is narrow they go on below, and do not make the window wider.
        choices = FlowLayout(filters, spacing=8)
        choices.setContentsMargins(0, 0, 0, 0)
        for widget in (title, self.count):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.back)
        for widget in (self.kind, self.code, self.annotator, self.story, self.linking):
            choices.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(filters)
        column.addWidget(self.hint)
        column.addWidget(self.view, 1)
        self.hint.setWordWrap(True)
        self.linking.hide()

    def _connect(self) -> None:
        self.back.clicked.connect(self.close_wanted)
        self.text.textChanged.connect(self._pause.start)
        self.text.returnPressed.connect(self._go_to_list)
        self._pause.timeout.connect(self.read)
        for box in (self.kind, self.code, self.annotator):
            box.currentIndexChanged.connect(self.read)
        self.story.toggled.connect(self.read)
        self.linking.toggled.connect(self.read)
        self.view.activated.connect(self._activated)
        self.view.selectionModel().currentChanged.connect(self._remember)

    # --- what is offered ------------------------------------------------------------------------------

    def offer_codes(self, codes: Sequence[Code]) -> None:
        """Offer the codes of the codebook; the chosen one stays chosen while it is there."""
        with QSignalBlocker(self.code):  # filling is no choice of the reader's
            chosen = self.code.currentData()
            self.code.clear()
            self.code.addItem(self.tr("All codes"), None)
            ordered = tree_order(
                codes, id_of=lambda code: code.id, parent_of=lambda code: code.parent
            )
            for code, depth in ordered:
                icon = swatch_icon(self._theme, code.colour, code.letters)
                self.code.addItem(icon, _INDENT * depth + code.name, code.id)
            self.code.setCurrentIndex(max(0, self.code.findData(chosen)))

    def offer_annotators(self, annotators: Sequence[Annotator]) -> None:
        """Offer those who make marks."""
        with QSignalBlocker(self.annotator):  # the same
            chosen = self.annotator.currentData()
            self.annotator.clear()
            self.annotator.addItem(self.tr("All annotators"), None)
            for one in annotators:
                self.annotator.addItem(one.name, one.id)
            self.annotator.setCurrentIndex(max(0, self.annotator.findData(chosen)))

    def know_story(self, story: StoryId | None) -> None:
        """Know which story is read, for who wants its notes only."""
        self._story = story
        self.story.setEnabled(story is not None)
        if self.story.isChecked():
            self.read()

    def ask_for_links(self, code: Code) -> None:
        """Ask for the notes that link to a code, and for nothing else."""
        self._linked = code
        name = code.name.replace("&", "&&")
        self.linking.setText(self.tr("Linking to “{name}”").format(name=name))
        self.linking.show()
        for box in (self.kind, self.code, self.annotator):
            box.setCurrentIndex(0)
        self.story.setChecked(False)
        self.text.clear()
        self.linking.setChecked(True)
        self.read()

    def wear(self, theme: Theme) -> None:
        """Wear another theme's colours."""
        self._theme = theme
        self._delegate.theme = theme
        self.view.viewport().update()

    # --- reading ----------------------------------------------------------------------------------------

    @property
    def filter(self) -> NoteFilter:
        """Return what is asked for."""
        return NoteFilter(
            text=self.text.text(),
            kind=self.kind.currentData(),
            code=self.code.currentData(),
            annotator=self.annotator.currentData(),
            story=self._story if self.story.isChecked() else None,
            linking_to=self._linked.id if self._linked and self.linking.isChecked() else None,
        )

    def read(self) -> None:
        """Show what fits the filter; the note that was chosen stays so where it fits."""
        self._pause.stop()
        chosen = self._chosen
        self.model.show(self.filter)
        count = self.model.rowCount()
        self.count.setText(self.tr("%n note(s)", "", count))
        self.hint.setVisible(not count)
        self.hint.setText(
            self.tr("No note fits. Take a word or a choice away.")
            if self.filter != NoteFilter()
            else self.tr("No notes yet. Select words in a text and press N.")
        )
        place = self.model.index_of(chosen) if chosen is not None else QModelIndex()
        place = place if place.isValid() else self.model.index(0)
        if place.isValid():
            self.view.setCurrentIndex(place)
            self.view.scrollTo(place)

    def _remember(self, place: QModelIndex) -> None:
        row = self.model.row(place)
        if row is not None:
            self._chosen = row.note

    def _go_to_list(self) -> None:
        self.read()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _activated(self, place: QModelIndex) -> None:
        row = self.model.row(place)
        if row is not None:
            self._has_led = True
            self.opened.emit(row)

    def take_focus(self) -> None:
        """Give the keys to the filter, or to the list for who comes back from one of its notes."""
        target = self.view if self._has_led else self.text
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)


class _List(QListView):
    """Show notes; Up at the first goes back to the filter."""

    def __init__(self, page: NotesPage) -> None:
        super().__init__(page)
        self._page = page
        self.setObjectName("all_notes")
        self.setAccessibleName(self.tr("Notes"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the list at its upper end."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_Up and plain and self.currentIndex().row() <= 0:
            self._page.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)
