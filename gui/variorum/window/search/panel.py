"""The panel of results: over the window, below the field."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from variorum.app.searching import Answer
from variorum.library.search.search import Hit
from variorum.window.labels import plain_label
from variorum.window.search.delegate import ResultsDelegate
from variorum.window.search.model import ResultsModel
from variorum.window.theme import Theme
from variorum.window.wording import wording

_WIDTH = 560
_MARGIN = 8


class ResultsView(QListView):
    """Walk through the hits with the keys; leave it upwards, with Esc, or by typing on."""

    left = Signal()
    typed = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Keep letters from the window's shortcuts: they go to the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            plain = event.modifiers() in {
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
            }
            if plain and event.text() and event.text().isprintable():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the keys on that belong to the field."""
        model = self.model()
        first = model.first_hit() if isinstance(model, ResultsModel) else QModelIndex()
        up = event.key() == Qt.Key.Key_Up and self.currentIndex() == first
        if up or event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activated.emit(self.currentIndex())
        elif event.text().isprintable() and event.text():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


class ResultsPanel(QFrame):
    """Show an answer, or why there is nothing to show."""

    chosen = Signal(object)  # Hit
    within_wanted = Signal()
    list_wanted = Signal()
    lines_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("Search results"))
        self._said = plain_label(name="hint", parent=self)
        self._said.setWordWrap(True)
        self._said.setContentsMargins(12, 8, 12, 8)
        self.model = ResultsModel(self)
        self.view = ResultsView(self)
        self.view.setObjectName("popup_list")
        self.view.setAccessibleName(self.tr("Search results"))
        self.view.setModel(self.model)
        self._delegate = ResultsDelegate(theme, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.activated.connect(self._choose)
        self.view.clicked.connect(self._choose)
        self._foot = self._make_foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._said)
        column.addWidget(self.view, 1)
        column.addWidget(self._foot)
        self.hide()

    def _make_foot(self) -> QWidget:
        foot = QWidget(self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(6)
        for words, signal in (
            (self.tr("Search within these"), self.within_wanted),
            (self.tr("Show in the list"), self.list_wanted),
            (self.tr("Concordance"), self.lines_wanted),
        ):
            button = QPushButton(words, foot)
            button.setAccessibleName(words)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        return foot

    @property
    def said(self) -> str:
        """Return what stands above the list."""
        return self._said.text()

    def wear(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._delegate.wear(theme)
        self.view.viewport().update()

    def show_answer(self, answer: Answer) -> None:
        """Show an answer; its first hit is the current one."""
        self.model.show(answer)
        self.view.setCurrentIndex(self.model.first_hit())
        self.view.setVisible(answer.count > 0)
        self._foot.setVisible(answer.count > 0)
        self._said.setText(self._words_of(answer))

    def _words_of(self, answer: Answer) -> str:
        if answer.troubles:
            return wording().trouble(answer.troubles[0])
        if answer.count:
            hits = self.tr("%n hit(s)", "", answer.count)
            stories = self.tr("in %n story|stories", "", len(answer.stories))
            within = (
                self.tr("within “{query}”").format(query=answer.within) if answer.within else ""
            )
            return f"{hits} {stories} {within}".strip()
        advice = self.tr("Fewer words find more; a star finds beginnings, as in harb*.")
        if answer.nowhere:
            words = ", ".join(f"“{word}”" for word in answer.nowhere)
            said = self.tr("{words} stands in no story, source, note, highlight, code or detail.")
            return f"{said.format(words=words)} {advice}"
        if not any(character.isalnum() for character in answer.query):
            return self.tr("Type a word of a story, a note, a source or a code.")
        said = self.tr("All these words stand somewhere, but nowhere together.")
        return f"{said} {advice}"

    def current(self) -> Hit | None:
        """Return the current hit."""
        return self.model.hit(self.view.currentIndex())

    def place_below(self, field: QWidget) -> None:
        """Take the room below the field, within the window."""
        window = self._window
        corner = field.mapTo(window, field.rect().bottomLeft())
        width = min(_WIDTH, window.width() - 2 * _MARGIN)
        left = max(_MARGIN, min(corner.x(), window.width() - width - _MARGIN))
        room = window.height() - corner.y() - 4 * _MARGIN
        said = self._said.heightForWidth(width - 2)
        lines = sum(self.view.sizeHintForRow(row) for row in range(self.model.rowCount()))
        foot = self._foot.sizeHint().height() if lines else 0
        wanted = max(said, self._said.sizeHint().height()) + (lines + 4 + foot if lines else 0)
        self.setGeometry(left, corner.y() + 4, width, min(wanted + 2, max(80, room)))

    def _choose(self, index: QModelIndex) -> None:
        hit = self.model.hit(index)
        if hit is not None:
            self.chosen.emit(hit)
