"""One mark of the reader as a card: quotation, note, code, and where it stands."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontInfo,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from variorum.annotations.values import Code
from variorum.ids import NoteId
from variorum.library.annotations import NotePlace, OnArticle, OnHighlight, OnStory
from variorum.window.codebook.swatch import Swatch
from variorum.window.fonts import reading_font
from variorum.window.labels import ElidedLabel, plain_label, smaller
from variorum.window.notes.browser import NoteBrowser
from variorum.window.notes.editor import NoteEditor
from variorum.window.notes.origin import Origin
from variorum.window.theme import Theme
from variorum.window.wording import as_read, isolated

if TYPE_CHECKING:
    from variorum.window.notes.completing import Offers

_BAR = 4
_NO_CODE = "yellow"
"""The colour of a highlight without a code, as on the desk."""
_TO = "→"
_PREVIEW_MS = 120
_MARKDOWN = re.compile(r"[*_`#>|\[]|^[^\S\n]*+(?:[-+]|\d+\.)\s|://", re.MULTILINE)
"""What makes a note read otherwise than it is typed."""
_ONE_LINE = 40
"""Characters of both ends of a variant that stand in one line."""


@dataclass(frozen=True, slots=True)
class OriginWords:
    """Hold a note on the words that a mark was carried from."""

    where: str
    note: NoteId
    text: str


CardKey = tuple[NotePlace, NoteId | None]
"""What tells a card from all others: what it is on, and its note."""


@dataclass(frozen=True, slots=True)
class MarkCard:
    """Hold what a card shows of a highlight, a variant, an article or a story, and its note."""

    on: NotePlace
    where: str
    """Where the words stand: the version and the paragraph; else what the note is on."""
    quotation: str = ""
    other: str | None = None
    """The words at the other end of a variant."""
    codes: tuple[Code, ...] = ()
    note: NoteId | None = None
    text: str = ""
    draft: str | None = None
    """Words that were typed and not yet made the note's."""
    hint: str = ""
    """What there is to say of a variant that is not to be seen."""
    origins: tuple[OriginWords, ...] = ()
    """What is written where the mark was carried from."""

    @property
    def key(self) -> CardKey:
        """Return what tells this card from all others."""
        return self.on, self.note

    @property
    def is_of_whole(self) -> bool:
        """Tell whether the note is on a whole article or story, not on words."""
        return isinstance(self.on, OnArticle | OnStory)


class NoteCard(QFrame):
    """Show a mark; a click leads to its words, a click on the note edits it."""

    chosen = Signal(object)  # MarkCard
    edit_wanted = Signal()
    drafted = Signal(object, str)  # MarkCard, the words so far
    written = Signal(object, str)  # MarkCard, the note's new words
    delete_wanted = Signal(object)  # MarkCard whose note goes
    remove_wanted = Signal(object)  # MarkCard whose highlight goes
    link_clicked = Signal(QUrl)
    origin_wanted = Signal(object)  # NoteId

    def __init__(self, mark: MarkCard, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.mark = mark
        self._theme = theme
        self._swatches: list[Swatch] = []
        self.editor: NoteEditor | None = None
        self.preview: NoteBrowser | None = None
        self.offers: Offers | None = None
        """What can be linked to while a note is typed."""
        self.setAccessibleName(self._said())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 9, 10, 9)
        self._column.setSpacing(6)
        self._add_quotations()
        self.browser: NoteBrowser | None = None
        if mark.text:
            self.browser = self._add_browser()
        self.origins = [self._add_origin(one) for one in mark.origins]
        if mark.draft is not None:
            self._add_hint(self.tr("Words not yet saved as a note are kept here."))
        if mark.hint:
            self._add_hint(mark.hint)
        self._column.addLayout(self._footer())

    def _said(self) -> str:
        """Return what a screen reader says of the card."""
        mark = self.mark
        if mark.is_of_whole:
            return self.tr("Note: {place}").format(place=mark.where)
        if mark.other is None:
            return self.tr("Mark: {words}").format(words=mark.quotation[:200])
        return self.tr("Difference: “{words}”, “{others}”").format(
            words=mark.quotation[:200], others=mark.other[:200]
        )

    def _add_quotations(self) -> None:
        if self.mark.is_of_whole:
            return
        ends = [self.mark.quotation]
        if self.mark.other is not None:
            ends.append(f"{_TO} {isolated(self.mark.other)}")
        if len(ends) > 1 and sum(map(len, ends)) <= _ONE_LINE:
            ends = [f"{isolated(ends[0])} {ends[1]}"]
        for words in ends:
            self._add_quotation(words)

    def _add_quotation(self, words: str) -> None:
        quotation = ElidedLabel(lines=2, name="card_quotation", parent=self)
        size = QFontInfo(self.font()).pixelSize()
        quotation.setFont(reading_font(size, italic=True))
        quotation.setText(as_read(words))
        self._column.addWidget(quotation)

    def _add_browser(self) -> NoteBrowser:
        browser = NoteBrowser(self)
        browser.setAccessibleName(self.tr("Note"))
        browser.show_note(self.mark.text, link_colour=self._theme.css("accent"))
        browser.clicked.connect(self.edit_wanted)
        browser.link_clicked.connect(self.link_clicked)
        self._column.addWidget(browser)
        return browser

    def _add_origin(self, origin: OriginWords) -> Origin:
        shown = Origin(origin.where, origin.text, self._theme, self)
        shown.wanted.connect(lambda: self.origin_wanted.emit(origin.note))
        shown.link_clicked.connect(self.link_clicked)
        self._column.addWidget(shown)
        return shown

    def _add_hint(self, words: str) -> None:
        hint = plain_label(words, name="hint", parent=self)
        hint.setWordWrap(True)
        self._column.addWidget(hint)

    def _footer(self) -> QHBoxLayout:
        footer = QHBoxLayout()
        footer.setSpacing(6)
        for code in self.mark.codes:
            self._swatches.append(Swatch(code, self._theme, self))
            footer.addWidget(self._swatches[-1])
        names = ", ".join(code.name for code in self.mark.codes)
        # A name without a space in it must not make the card wider than its panel.
        where = ElidedLabel(lines=2, name="card_where", parent=self)
        where.setFont(smaller(self.font()))
        where.setText(" · ".join(part for part in (names, self.mark.where) if part))
        footer.addWidget(where, 1)
        return footer

    def wear(self, theme: Theme) -> None:
        """Wear the colours of a theme; an open note stays open, with the keys."""
        self._theme = theme
        for swatch in self._swatches:
            swatch.wear(theme)
        if self.browser is not None:
            self.browser.show_note(self.mark.text, link_colour=theme.css("accent"))
        for origin in self.origins:
            origin.wear(theme)
        self.update()

    def set_current(self, *, current: bool) -> None:
        """Show that this is the mark at the caret."""
        if bool(self.property("current")) == current:
            # To be styled anew costs more than all the rest.
            return
        self.setProperty("current", current)
        self.style().unpolish(self)
        self.style().polish(self)

    def edit(self) -> NoteEditor:
        """Open the note for editing, with the keys."""
        if self.editor is None:
            draft = self.mark.draft
            words = self.mark.text if draft is None else draft
            editor = NoteEditor(words, self, offers=self.offers)
            editor.drafted.connect(self._drafted)
            editor.ended.connect(self._ended)
            if self.browser is not None:
                self.browser.hide()
            self._column.insertWidget(self._column.count() - 1, editor)
            editor.show()
            self.editor = editor
            self._add_preview(editor)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)
        return self.editor

    def _add_preview(self, editor: NoteEditor) -> None:
        """Show below what is typed how it will be read, a moment behind the keys."""
        self.preview = NoteBrowser(self)
        self.preview.setObjectName("note_preview")
        self.preview.setAccessibleName(self.tr("How the note will be read"))
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.preview.link_clicked.connect(self.link_clicked)
        self._column.insertWidget(self._column.count() - 1, self.preview)
        pause = QTimer(editor)
        pause.setSingleShot(True)
        pause.setInterval(_PREVIEW_MS)
        pause.timeout.connect(self._show_preview)
        editor.textChanged.connect(pause.start)
        self._show_preview()

    def _show_preview(self) -> None:
        if self.editor is not None and self.preview is not None:
            words = self.editor.toPlainText()
            self.preview.setVisible(bool(_MARKDOWN.search(words)))
            self.preview.show_note(words, link_colour=self._theme.css("accent"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead to the words."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self.mark)
        super().mousePressEvent(event)

    def _drafted(self, words: str) -> None:
        self.drafted.emit(self.mark, words)

    def _ended(self, words: str) -> None:
        self.written.emit(self.mark, words)

    def event(self, event: QEvent) -> bool:
        """Keep Del for the card: elsewhere it takes the highlight at the caret away."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if plain and event.key() == Qt.Key.Key_Delete and self.hasFocus():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit the note with Enter; take what the card is about away with Del."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            on_highlight = isinstance(self.mark.on, OnHighlight)
            (self.remove_wanted if on_highlight else self.delete_wanted).emit(self.mark)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the note."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        has_note = self.mark.note is not None
        menu.addAction(
            self.tr("Edit the note") if has_note else self.tr("Write a note"),
            self.edit_wanted.emit,
        )
        delete = menu.addAction(
            self.tr("Delete the note"), lambda: self.delete_wanted.emit(self.mark)
        )
        delete.setEnabled(has_note)
        if isinstance(self.mark.on, OnHighlight):
            menu.addAction(
                self.tr("Remove the highlight"), lambda: self.remove_wanted.emit(self.mark)
            )
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Lead to the words when the keys come here."""
        super().focusInEvent(event)
        self.chosen.emit(self.mark)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys have gone."""
        super().focusOutEvent(event)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the note."""
        self.edit_wanted.emit()
        super().mouseDoubleClickEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card with its code's colour along the left side."""
        super().paintEvent(event)
        painter = QPainter(self)
        colour = self._theme["strong_border"]
        if isinstance(self.mark.on, OnHighlight):
            colour = self._theme.line(self.mark.codes[0].colour if self.mark.codes else _NO_CODE)
        painter.fillRect(0, 3, _BAR, self.height() - 6, colour)
        if self.hasFocus():
            painter.setPen(QPen(self._theme["accent"], 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
