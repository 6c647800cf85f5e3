"""The reader's deeds on marks and codes, from the window's side."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from variorum.annotations.values import Code, CodeProperties, Highlight
from variorum.app.marks import CarriedSum, Marks
from variorum.app.markup import LINK_SCHEMES
from variorum.app.session import Session
from variorum.errors import UsageError
from variorum.ids import ArticleId, CodeId, HighlightId
from variorum.library import codebook
from variorum.library.commands import Command
from variorum.text import Span
from variorum.window.ask import Ask
from variorum.window.desk.reading_desk import ReadingDesk


class Annotating(QObject):
    """Do what the reader asks with selections, marks and codes."""

    carried = Signal(object)  # CarriedSum

    def __init__(
        self,
        session: Session,
        marks: Marks,
        desk: ReadingDesk,
        ask: Ask,
        *,
        colours: tuple[str, ...],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._colours = colours
        self._session = session
        self._marks = marks
        self._desk = desk
        self._ask = ask

    # --- where the reader is ------------------------------------------------------------------------

    def selection(self) -> tuple[ArticleId, Span] | None:
        """Return what is selected, if anything."""
        return self._desk.selection()

    def marks_at_caret(self) -> tuple[Highlight, ...]:
        """Return the marks in which the caret stands, the shortest first."""
        place = self._desk.caret()
        return () if place is None else self._marks.at(*place)

    def _mark(self) -> Highlight | None:
        """Return the mark that a deed is about: the one selected, else the one at the caret."""
        selected = self.selection()
        if selected is not None:
            exact = self._marks.exactly(*selected)
            if exact is not None:
                return exact
        return next(iter(self.marks_at_caret()), None)

    def need_writable(self) -> None:
        """Refuse a deed on marks where nothing can be written."""
        if not self._session.is_writable:
            raise UsageError(
                self.tr("This library can only be read here, so nothing can be marked."),
                hint=self.tr("Save a copy of it from the File menu, and work in the copy."),
            )

    # --- highlights ------------------------------------------------------------------------------------

    def highlight(self) -> None:
        """Highlight what is selected."""
        self._highlight(())

    def use_code(self, code: CodeId) -> None:
        """Highlight the selection with a code; without one, set the code of the mark here."""
        selected = self.selection()
        exact = self._marks.exactly(*selected) if selected else None
        if selected is not None and exact is None:
            self._highlight((code,))
            return
        mark = exact or self._mark()
        if mark is not None:
            codes = tuple(c for c in mark.codes if c != code)
            self._marks.set_codes(mark.id, codes if code in mark.codes else (*codes, code))
            self._uncover(selected)

    def use_key(self, number: int) -> None:
        """Use the code whose key is this number, from 1."""
        if number <= len(self._marks.codebook):
            self.use_code(self._marks.codebook[number - 1].code.id)

    def _highlight(self, codes: tuple[CodeId, ...]) -> None:
        selected = self.selection()
        if selected is not None and self._marks.exactly(*selected) is None:
            self._marks.highlight(*selected, codes=codes, then=lambda _: self._uncover(selected))

    def _uncover(self, selected: tuple[ArticleId, Span] | None) -> None:
        """Take the selection off a mark, so that its tint is seen; the caret stays in it."""
        if selected is not None and selected == self.selection():
            article, span = selected
            self._desk.set_selection(article, Span(span.start, span.start))

    def with_mark(self, then: Callable[[HighlightId], None]) -> None:
        """Go on with the mark on the selection, made where there is none, or at the caret."""
        selected = self.selection()
        exact = self._marks.exactly(*selected) if selected else None
        if selected is not None and exact is None:
            self._marks.highlight(*selected, then=then)
            return
        mark = exact or self._mark()
        if mark is not None:
            then(mark.id)

    def remove(self) -> None:
        """Take the mark here away."""
        mark = self._mark()
        if mark is not None:
            self._marks.remove(mark.id)

    def adopt(self, highlight: int) -> None:
        """Make the echo of a mark a mark of its own."""
        self.need_writable()
        echo = next((e for e in self._marks.echoes if e.highlight == highlight), None)
        if echo is not None:
            self._marks.adopt(echo)

    def carry(self) -> None:
        """Carry the marks of the article that is read to the other versions."""
        place = self._desk.caret()
        marked = {mark.article for mark in self._marks.highlights}
        article = place[0] if place else None
        if article not in marked:
            article = next(iter(marked), None)
        if article is not None:
            self._marks.carry(article, then=self.carried.emit)

    def carried_words(self, total: CarriedSum) -> str:
        """Say what became of marks that were carried."""
        others = (
            (total.changed, self.tr("%n stands|stand on changed words", "", total.changed)),
            (total.dropped, self.tr("%n dropped", "", total.dropped)),
        )
        carried = self.tr("%n mark(s) carried", "", total.carried)
        parts = [carried if total.carried else self.tr("No mark carried")]
        parts += [said for count, said in others if count]
        return "; ".join(parts) + "."

    def open_link(self, link: QUrl) -> None:
        """Open a link of a note in the browser, after the reader has seen where it leads."""
        if link.scheme() not in LINK_SCHEMES:
            return
        shown = link.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        question = self.tr("Open this address?\n\n{address}").format(address=shown)
        if self._ask.confirm(self.tr("Open a link"), question, deed=self.tr("Open")):
            QDesktopServices.openUrl(link)

    # --- codes --------------------------------------------------------------------------------------------

    def new_code(self) -> None:
        """Add a code to the codebook, in the colour that is used least."""
        name = self._ask.text(self.tr("New code"), self.tr("Name of the code:"))
        if not name or not name.strip():
            return
        used = [row.code.colour for row in self._marks.codebook]
        colour = min(self._colours, key=lambda one: (used.count(one), self._colours.index(one)))
        self._session.submit(
            Command.ADD_CODE,
            lambda db: codebook.add_code(db, name=name.strip(), colour=colour),
        )

    def rename_code(self, code: Code) -> None:
        """Give a code another name."""
        name = self._ask.text(
            self.tr("Rename the code"), self.tr("Name of the code:"), proposal=code.name
        )
        if name and name.strip() and name.strip() != code.name:
            self._edit_code(code, name=name.strip(), colour=code.colour)

    def recolour_code(self, code: Code, colour: str) -> None:
        """Give a code another colour."""
        if colour != code.colour:
            self._edit_code(code, name=code.name, colour=colour)

    def _edit_code(self, code: Code, *, name: str, colour: str) -> None:
        properties = replace(CodeProperties.of(code), name=name, colour=colour)
        self._session.submit(
            Command.EDIT_CODE, lambda db: codebook.edit_code(db, code=code.id, to=properties)
        )

    def delete_code(self, code: Code) -> None:
        """Take a code out of the codebook; asked first when marks carry it."""
        rows = (row for row in self._marks.codebook if row.code.id == code.id)
        row = next(rows, None)
        count = row.highlights if row else 0
        question = self.tr("%n mark(s) carry this code; they stay, without it.", "", count)
        title = self.tr("Delete the code “{name}”?").format(name=code.name)
        if not count or self._ask.confirm(title, question, deed=self.tr("Delete")):
            self._session.submit(
                Command.DELETE_CODE, lambda db: codebook.delete_code(db, code=code.id)
            )

    def name_annotator(self) -> None:
        """Ask under which name marks are made."""
        name = self._ask.text(
            self.tr("Annotator"),
            self.tr("New marks are made under this name:"),
            proposal=self._session.annotator_name,
        )
        if name is None:
            return
        if not name.strip():
            raise UsageError(self.tr("A name has at least one letter."))
        self._session.name_annotator(name.strip())
