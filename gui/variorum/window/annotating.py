"""The reader's deeds on marks and codes, from the window's side."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from variorum.annotations.values import Highlight
from variorum.app.marks import Marks
from variorum.app.markup import LINK_SCHEMES
from variorum.app.session import Session
from variorum.errors import UsageError
from variorum.ids import ArticleId, CodeId, HighlightId
from variorum.text import Span
from variorum.window.ask import Ask
from variorum.window.desk.reading_desk import ReadingDesk


class Annotating(QObject):
    """Do what the reader asks with selections, marks and codes."""

    mark_turned = Signal()  # another of the marks at the caret is meant

    def __init__(
        self,
        session: Session,
        marks: Marks,
        desk: ReadingDesk,
        ask: Ask,
        *,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._marks = marks
        self._desk = desk
        self._ask = ask
        self._meant: HighlightId | None = None

    # --- where the reader is ------------------------------------------------------------------------

    def selection(self) -> tuple[ArticleId, Span] | None:
        """Return what is selected, if anything."""
        return self._desk.selection()

    def words(self, here: Sequence[Highlight] | None = None) -> tuple[ArticleId, Span] | None:
        """Return what a new mark would be on: the words selected, else those of the difference here.

        A difference in which only the caret stands gives way to a mark at the caret; see `mark`
        for those handed in.
        """
        selected = self.selection()
        if selected is not None:
            return selected
        if not self._has_turned and (self.marks_at_caret() if here is None else here):
            return None
        return self._desk.difference_words

    @property
    def _has_turned(self) -> bool:
        """Tell whether the reader has turned to a difference."""
        return self._desk.difference_place[0] > 0

    def marks_at_caret(self) -> tuple[Highlight, ...]:
        """Return the marks in which the caret stands, the shortest first."""
        place = self._desk.caret()
        return () if place is None else self._marks.at(*place)

    def mark(self, here: Sequence[Highlight] | None = None) -> Highlight | None:
        """Return the mark that a deed is about: on the words meant, else at the caret.

        Of several at the caret it is the shortest, unless the reader has turned to another.
        Who has asked for the marks at the caret already hands them in: they are looked for anew
        among thousands.
        """
        here = self.marks_at_caret() if here is None else here
        exact = self._exact(self.words(here))
        if exact is not None:
            return exact
        return next((mark for mark in here if mark.id == self._meant), next(iter(here), None))

    def _exact(self, words: tuple[ArticleId, Span] | None) -> Highlight | None:
        """Return the mark that stands on words and nothing else."""
        return self._marks.exactly(*words) if words is not None else None

    def turn_to_next(self) -> None:
        """Mean the next of the marks that lie over one another at the caret, round and round."""
        here = self.marks_at_caret()
        mark = self.mark(here)
        if mark is not None and mark in here:
            self._meant = here[(here.index(mark) + 1) % len(here)].id
            self.mark_turned.emit()

    def need_writable(self) -> None:
        """Refuse a deed on marks where nothing can be written."""
        if not self._session.is_writable:
            raise UsageError(
                self.tr("This library can only be read here, so nothing can be marked."),
                hint=self.tr("Save a copy of it from the File menu, and work in the copy."),
            )

    # --- highlights ------------------------------------------------------------------------------------

    def highlight(self) -> None:
        """Highlight what is selected, else the words of the difference turned to."""
        words = self.words()
        if self._exact(words) is not None:
            raise UsageError(
                self.tr("These words are highlighted already."),
                hint=self.tr("Write a note on them, give them a code, or remove the highlight."),
            )
        if words is not None:
            self._highlight(words, ())

    def use_code(self, code: CodeId) -> None:
        """Highlight the words meant with a code; without any, set the code of the mark here."""
        words = self.words()
        exact = self._exact(words)
        if words is not None and exact is None:
            self._need_offered(code)
            self._highlight(words, (code,))
            return
        mark = exact or self.mark()
        if mark is not None:
            if code not in mark.codes:
                self._need_offered(code)
            codes = tuple(c for c in mark.codes if c != code)
            self._marks.set_codes(mark.id, codes if code in mark.codes else (*codes, code))
            self._uncover(words)

    def _need_offered(self, code: CodeId) -> None:
        """Refuse to give a mark what no new mark may have."""
        for row in self._marks.codebook:
            if row.code.id == code and row.code.retired:
                raise UsageError(
                    self.tr("The code “{name}” is retired.").format(name=row.code.name),
                    hint=self.tr("Bring it back from the menu Codes to use it again."),
                )
            if row.code.id == code and not row.code.codable:
                raise UsageError(
                    self.tr("“{name}” only holds other codes together.").format(name=row.code.name),
                    hint=self.tr("Choose one of the codes below it."),
                )

    def use_key(self, number: int) -> None:
        """Use the code whose key is this number, from 1."""
        for row in self._marks.codebook:
            if row.code.key == number:
                self.use_code(row.code.id)

    def _highlight(self, words: tuple[ArticleId, Span], codes: tuple[CodeId, ...]) -> None:
        self._make(words, codes, lambda _: self._uncover(words))

    def _make(
        self,
        words: tuple[ArticleId, Span],
        codes: tuple[CodeId, ...],
        then: Callable[[HighlightId], None],
    ) -> None:
        """Make a mark, once: a key that is held makes no second one before the first is saved."""
        if not any((one.article, one.span) == words for one in self._marks.pending):
            self._marks.highlight(*words, codes=codes, then=then)

    def _uncover(self, words: tuple[ArticleId, Span] | None) -> None:
        """Take the selection off a mark, so that its tint is seen; the caret stays in it."""
        if words is not None and words == self.selection():
            article, span = words
            self._desk.set_selection(article, Span(span.start, span.start))

    def with_mark(self, then: Callable[[HighlightId], None]) -> None:
        """Go on with the mark on the words meant, made where there is none, or at the caret."""
        words = self.words()
        exact = self._exact(words)
        if words is not None and exact is None:
            self._make(words, (), then)
            return
        mark = exact or self.mark()
        if mark is not None:
            then(mark.id)

    def remove(self) -> None:
        """Take the mark here away."""
        mark = self.mark()
        if mark is not None:
            self._marks.remove(mark.id)

    def adopt(self, highlight: int) -> None:
        """Make the echo of a mark in the pane in use a mark of its own."""
        self.need_writable()
        here = self._desk.caret()
        echoes = [echo for echo in self._marks.echoes if echo.highlight == highlight]
        in_use = [echo for echo in echoes if here is not None and echo.article == here[0]]
        for echo in (in_use or echoes)[:1]:
            self._marks.adopt(echo)

    def open_link(self, link: QUrl) -> None:
        """Open a link of a note in the browser, after the reader has seen where it leads."""
        if link.scheme() not in LINK_SCHEMES:
            return
        shown = link.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        question = self.tr("Open this address?\n\n{address}").format(address=shown)
        if self._ask.confirm(self.tr("Open a link"), question, deed=self.tr("Open")):
            QDesktopServices.openUrl(link)

    # --- who makes marks ----------------------------------------------------------------------------------

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
