"""The marks of the shown story in the order of their position, with their notes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from variorum.ids import HighlightId
from variorum.window.labels import plain_label
from variorum.window.notes.card import MarkCard, NoteCard
from variorum.window.theme import Theme

_CARDS_AT_ONCE = 60


class NotesPanel(QWidget):
    """Show a card a mark; notes are edited in place."""

    chosen = Signal(object)  # MarkCard
    drafted = Signal(object, str)  # MarkCard, the words so far
    written = Signal(object, str)  # MarkCard, the note's new words
    link_clicked = Signal(QUrl)
    counted = Signal(str)  # how many marks are shown, in words

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName(self.tr("Notes"))
        self._theme = theme
        self._marks: tuple[MarkCard, ...] = ()
        self._room = _CARDS_AT_ONCE
        self._cards: list[NoteCard] = []
        self._current: frozenset[HighlightId] = frozenset()
        self._hint = plain_label(name="hint", parent=self)
        self._hint.setWordWrap(True)
        self._build()

    def say_keys(self, *, highlight: str, note: str) -> None:
        """Say in the hint which keys make marks; those of the menu where there are none."""
        self._hint.setText(
            self.tr(
                "Select words and press {highlight} to highlight them, or {note} to write a note"
                " on them."
            ).format(highlight=highlight, note=note)
            if highlight and note
            else self.tr("Select words; the menu Annotate has what can be done with them.")
        )

    def _build(self) -> None:
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(self.tr("Notes in the order of their position"))
        inside = QWidget(self._scroll)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 12)
        self._column.setSpacing(9)
        self._more = QPushButton(inside)
        self._more.clicked.connect(self._show_more)
        self._more.hide()
        self._column.addWidget(self._hint)
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        self._scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 0)
        column.setSpacing(7)
        column.addWidget(self._scroll, 1)

    @property
    def cards(self) -> tuple[NoteCard, ...]:
        """Return the cards that are shown, from the top."""
        return tuple(self._cards)

    @property
    def is_editing(self) -> bool:
        """Tell whether a note is open for editing."""
        return any(card.editor is not None for card in self._cards)

    def wear(self, theme: Theme) -> None:
        """Show the cards in another theme's colours."""
        self._theme = theme
        for card in self._cards:
            card.wear(theme)

    def show_marks(self, marks: Sequence[MarkCard]) -> None:
        """Show these marks; cards that did not change stay, with what is typed in them."""
        if tuple(marks) == self._marks:
            return
        self._marks = tuple(marks)
        kept = {card.mark: card for card in self._cards if card.editor is None}
        editing = {card.mark.highlight: card for card in self._cards if card.editor is not None}
        self._rebuild(keep=[*kept.values(), *editing.values()])

    def _rebuild(self, keep: Sequence[NoteCard]) -> None:
        by_mark = {card.mark: card for card in keep if card.editor is None}
        by_highlight = {card.mark.highlight: card for card in keep if card.editor is not None}
        old, self._cards = self._cards, []
        for place, mark in enumerate(self._marks[: self._room]):
            card = by_highlight.get(mark.highlight) or by_mark.get(mark) or self._card(mark)
            self._cards.append(card)
            self._column.insertWidget(place + 1, card)
            # A layout shows its widgets later, and what is hidden cannot take the keys.
            card.show()
        for card in old:
            if card not in self._cards:
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
        rest = len(self._marks) - len(self._cards)
        self._more.setVisible(rest > 0)
        self._more.setText(self.tr("Show %n more", "", rest))
        self._hint.setVisible(not self._marks)
        self.counted.emit(
            self.tr("{count} · by position").format(count=len(self._marks)) if self._marks else ""
        )
        self.show_current(self._current)

    def _show_more(self) -> None:
        self._room += _CARDS_AT_ONCE
        self._rebuild(keep=self._cards)

    def _card(self, mark: MarkCard) -> NoteCard:
        card = NoteCard(mark, self._theme, self)
        card.chosen.connect(self.chosen)
        card.edit_wanted.connect(card.edit)
        card.drafted.connect(self.drafted)
        card.written.connect(self._written)
        card.link_clicked.connect(self.link_clicked)
        return card

    def _written(self, mark: MarkCard, words: str) -> None:
        """Take the words of an ended edit; the card is made anew once they are saved."""
        card = next(card for card in self._cards if card.mark == mark)
        card.editor = None
        self._cards.remove(card)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._rebuild(keep=self._cards)
        self.written.emit(mark, words)

    def show_current(self, highlights: frozenset[HighlightId]) -> None:
        """Show which marks the caret stands in, and bring the first of them into sight."""
        changed = highlights != self._current
        self._current = highlights
        for card in self._cards:
            card.set_current(current=card.mark.highlight in highlights)
        first = next((c for c in self._cards if c.mark.highlight in highlights), None)
        if changed and first is not None:
            self._bring(first)

    def edit(self, highlight: HighlightId) -> bool:
        """Open the note of a mark for editing; tell whether the mark is here."""
        while True:
            card = next((c for c in self._cards if c.mark.highlight == highlight), None)
            if card is not None:
                card.edit()
                self._bring(card)
                return True
            if len(self._cards) == len(self._marks):
                return False
            self._show_more()

    def _bring(self, card: NoteCard) -> None:
        """Scroll to a card once it has its place."""
        QTimer.singleShot(0, card, lambda: self._scroll.ensureWidgetVisible(card))

    def take_focus(self) -> None:
        """Take the keys: the current card's note, else the first."""
        cards = [card for card in self._cards if card.mark.highlight in self._current]
        target = next(iter(cards or self._cards), None)
        (target or self._scroll).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def end_edit(self) -> None:
        """End an open edit, its words kept."""
        for card in tuple(self._cards):
            if card.editor is not None:
                card.editor.end()
