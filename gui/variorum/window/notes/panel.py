"""The notes of the shown story: on the whole of it first, then marks by their position."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from variorum.ids import NoteId
from variorum.library.annotations import NotePlace
from variorum.window.labels import plain_label
from variorum.window.notes.backlinks import Backlinks
from variorum.window.notes.card import CardKey, MarkCard, NoteCard
from variorum.window.theme import Theme

if TYPE_CHECKING:
    from variorum.window.notes.completing import Offers

_CARDS_AT_ONCE = 60


class NotesPanel(QWidget):
    """Show a card a mark or note; notes are edited in place."""

    chosen = Signal(object)  # MarkCard
    drafted = Signal(object, str)  # MarkCard, the words so far
    written = Signal(object, str)  # MarkCard, the note's new words
    delete_wanted = Signal(object)  # MarkCard whose note goes
    remove_wanted = Signal(object)  # MarkCard whose highlight goes
    link_clicked = Signal(QUrl)
    backlink_wanted = Signal(object)  # NoteRow
    origin_wanted = Signal(object)  # NoteId of a note that a carried mark shows
    counted = Signal(str)  # how many marks are shown, in words

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName(self.tr("Notes"))
        self._theme = theme
        self._marks: tuple[MarkCard, ...] = ()
        self._room = _CARDS_AT_ONCE
        self._cards: list[NoteCard] = []
        self._current: frozenset[NotePlace] = frozenset()
        self.offers: Offers | None = None
        self._hint = plain_label(name="hint", parent=self)
        self._hint.setWordWrap(True)
        self._build()

    def say_keys(self, *, step: str, highlight: str, note: str) -> None:
        """Say in the hint which keys make marks; those of the menu where there are none."""
        self._hint.setText(
            self.tr(
                "Select words, or go to a difference with {step}; then {highlight} highlights, and"
                " {note} writes a note."
            ).format(step=step, highlight=highlight, note=note)
            if step and highlight and note
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
        self._of_whole = plain_label(self.tr("On the whole"), name="panel_title", parent=inside)
        self._of_words = plain_label(self.tr("On words"), name="panel_title", parent=inside)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._of_whole)
        self._column.addWidget(self._of_words)
        self._of_whole.hide()
        self._of_words.hide()
        self._column.addWidget(self._more)
        self.backlinks = Backlinks(inside)
        self.backlinks.wanted.connect(self.backlink_wanted)
        self._column.addWidget(self.backlinks)
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
    def headings(self) -> tuple[QLabel, QLabel]:
        """Return the headings above what is on the whole and above what is on words."""
        return self._of_whole, self._of_words

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
        self._rebuild(keep=self._cards)

    def _rebuild(self, keep: Sequence[NoteCard]) -> None:
        by_mark = {card.mark: card for card in keep if card.editor is None}
        edited = {card.mark.key: card for card in keep if card.editor is not None}
        old, self._cards = self._cards, []
        shown = self._marks[: self._room]
        place = self._section(self._of_whole, place=1, shown=bool(shown) and shown[0].is_of_whole)
        in_whole = True
        for mark in shown:
            if in_whole and not mark.is_of_whole:
                # Alone, the marks by position need no heading.
                in_whole = False
                place = self._section(self._of_words, place=place, shown=bool(self._cards))
            card = edited.get(mark.key) or by_mark.get(mark) or self._card(mark)
            self._cards.append(card)
            self._column.insertWidget(place, card)
            place += 1
            # A layout shows its widgets later, and what is hidden cannot take the keys.
            card.show()
        if in_whole:
            self._section(self._of_words, place=place, shown=False)
        for card in old:
            if card not in self._cards:
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
        # What is made later would come last.
        for first, second in pairwise((self._scroll, *self._cards, self._more)):
            QWidget.setTabOrder(first, second)
        rest = len(self._marks) - len(self._cards)
        self._more.setVisible(rest > 0)
        self._more.setText(self.tr("Show %n more", "", rest))
        self._hint.setVisible(not self._marks)
        self.counted.emit(
            self.tr("{count} · by position").format(count=len(self._marks)) if self._marks else ""
        )
        self.show_current(self._current)

    def _section(self, label: QLabel, *, place: int, shown: bool) -> int:
        """Put a heading in its place; return the place below it."""
        self._column.insertWidget(place, label)
        label.setVisible(shown)
        return place + 1

    def _show_more(self) -> None:
        self._room += _CARDS_AT_ONCE
        self._rebuild(keep=self._cards)

    def _card(self, mark: MarkCard) -> NoteCard:
        card = NoteCard(mark, self._theme, self)
        card.offers = self.offers
        card.chosen.connect(self.chosen)
        card.edit_wanted.connect(card.edit)
        card.drafted.connect(self.drafted)
        card.written.connect(self._written)
        card.delete_wanted.connect(self.delete_wanted)
        card.remove_wanted.connect(self.remove_wanted)
        card.link_clicked.connect(self.link_clicked)
        card.origin_wanted.connect(self.origin_wanted)
        return card

    def _written(self, mark: MarkCard, words: str) -> None:
        """Take the words of an ended edit; the card is made anew once they are saved.

        Where its text has left the desk, the card is gone already and only the words are left.
        """
        card = next((card for card in self._cards if card.mark == mark), None)
        if card is not None:
            card.editor = None
            self._cards.remove(card)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
            self._rebuild(keep=self._cards)
        self.written.emit(mark, words)

    def show_current(self, places: frozenset[NotePlace]) -> None:
        """Show what is at the caret, and bring the first of it into sight."""
        changed = places != self._current
        self._current = places
        for card in self._cards:
            card.set_current(current=card.mark.on in places)
        first = next((c for c in self._cards if c.mark.on in places), None)
        if changed and first is not None:
            self._bring(first)

    def edit(self, key: CardKey) -> None:
        """Open a note for editing."""
        card = self._find(lambda mark: mark.key == key)
        if card is not None:
            card.edit()
            self._bring(card)

    def show_note(self, note: NoteId) -> None:
        """Bring a note into sight, framed."""
        card = self._find(lambda mark: mark.note == note)
        if card is not None:
            self.show_current(frozenset((card.mark.on,)))
            self._bring(card)

    def _find(self, wanted: Callable[[MarkCard], bool]) -> NoteCard | None:
        """Return the first card of a kind; more cards are made until it is there."""
        if not any(wanted(mark) for mark in self._marks):
            return None
        while True:
            card = next((c for c in self._cards if wanted(c.mark)), None)
            if card is not None:
                return card
            self._show_more()

    def _bring(self, card: NoteCard) -> None:
        """Scroll to a card once it has its place."""
        QTimer.singleShot(0, card, lambda: self._scroll.ensureWidgetVisible(card))

    def take_focus(self) -> None:
        """Take the keys: the current card's note, else the first."""
        cards = [card for card in self._cards if card.mark.on in self._current]
        target = next(iter(cards or self._cards), None)
        (target or self._scroll).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def end_edit(self) -> None:
        """End an open edit, its words kept."""
        for card in tuple(self._cards):
            if card.editor is not None:
                card.editor.end()
