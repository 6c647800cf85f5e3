"""The reader's hand on what is highlighted: grown, shrunk, split, merged, stepped through."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from variorum.annotations.resizing import Step, parts, snapped, stepped
from variorum.annotations.values import Highlight
from variorum.errors import UsageError
from variorum.ids import HighlightId
from variorum.text import Article, Span
from variorum.window.annotating import Annotating
from variorum.window.body import Body
from variorum.window.desk.handles import Held
from variorum.window.journeys import Journeys

if TYPE_CHECKING:
    from variorum.window.desk.pane import Pane


class Reshaping(QObject):
    """Change the mark at the caret, or go from mark to mark."""

    def __init__(self, body: Body, annotating: Annotating, journeys: Journeys) -> None:
        super().__init__(body.window)
        self._reading, self._marks = body.workspace.reading, body.workspace.marks
        self._desk, self._annotating, self._journeys = body.frame.desk, annotating, journeys
        self._dispatch, self._is_writable = body.bar.dispatch, body.workspace.session.is_writable
        self._followed: set[Pane] = set()
        self._desk.selection_changed.connect(self.show_handles)
        annotating.mark_turned.connect(self.show_handles)
        self._marks.changed.connect(self.show_handles)
        self._marks.tints_changed.connect(self.show_handles)

    def _text_of(self, mark: Highlight) -> Article:
        return self._reading.article_of(mark.article)

    # --- its handles --------------------------------------------------------------------------------

    def show_handles(self) -> None:
        """Let the ends of the mark at the caret be drawn with the mouse."""
        mark = self._annotating.mark() if self._is_writable else None
        for pane in self._desk.panes:
            if pane not in self._followed:
                self._followed.add(pane)
                pane.mark_drawn.connect(self._drawn)
            is_here = mark is not None and pane.column.shown.article_id == mark.article
            held = Held(mark.id, mark.span) if mark is not None and is_here else None
            pane.handles.show(held)

    def _drawn(self, highlight: HighlightId, span: Span) -> None:
        self._dispatch(lambda: self.drag(highlight, span))

    # --- its ends -----------------------------------------------------------------------------------

    def step(self, step: Step) -> None:
        """Move an end of the mark here by one word."""
        mark = self._annotating.mark()
        if mark is None:
            return
        span = stepped(self._text_of(mark).text, mark.span, step)
        if span is not None:
            self._marks.resize(mark.id, span)
            self._stay_in(mark, span)

    def drag(self, highlight: HighlightId, span: Span) -> None:
        """Let a mark stand where the mouse has drawn its end, at the nearest edge of a word."""
        self._annotating.need_writable()
        mark = self._marks.find(highlight)
        if mark is None:
            return
        text = self._text_of(mark).text
        start = span.start if span.start == mark.span.start else snapped(text, span.start)
        end = span.end if span.end == mark.span.end else snapped(text, span.end)
        if start < end and Span(start, end) != mark.span:
            self._marks.resize(mark.id, Span(start, end))
            self._stay_in(mark, Span(start, end))

    def _stay_in(self, mark: Highlight, span: Span) -> None:
        """Keep the caret in the mark, so that the next step is about it too."""
        place = self._desk.caret()
        if place is not None and not span.start <= place[1] <= span.end:
            at = min(max(place[1], span.start), span.end)
            self._desk.set_selection(mark.article, Span(at, at))

    # --- one and two ----------------------------------------------------------------------------------

    def split(self) -> None:
        """Part the mark here at the caret."""
        mark, place = self._annotating.mark(), self._desk.caret()
        if mark is None or place is None:
            return
        found = parts(self._text_of(mark).text, mark.span, place[1])
        if found is None:
            raise UsageError(
                self.tr("A highlight is parted between two of its words."),
                hint=self.tr("Put the caret between two words inside the highlight."),
            )
        ends, begins = found
        self._marks.split(mark.id, ends=ends, begins=begins)

    def merge(self) -> None:
        """Make the mark here and the next one of its text one; the last one takes the one before."""
        mark = self._annotating.mark()
        if mark is None:
            return
        own = [one for one in self._marks.highlights if one.article == mark.article]
        own.sort(key=lambda one: (one.span, one.id))
        place = own.index(mark)
        if len(own) < 2:
            raise UsageError(
                self.tr("Two highlights of one text can be made one."),
                hint=self.tr("Put the caret into a highlight that has another one beside it."),
            )
        other = own[place + 1] if place + 1 < len(own) else own[place - 1]
        self._marks.merge(mark.id, other.id)

    # --- from mark to mark ------------------------------------------------------------------------------

    def cycle(self) -> None:
        """Turn to the next of the marks that lie over one another at the caret."""
        self._annotating.turn_to_next()

    def go(self, by: int) -> None:
        """Go to the next or the previous mark of the text that is read."""
        place = self._desk.caret()
        if place is None:
            return
        article, at = place
        own = [mark for mark in self._marks.highlights if mark.article == article]
        # The first mark may stand where the caret stands, with no step made yet.
        starts = sorted({mark.span.start for mark in own})
        if by > 0:
            target = next((start for start in starts if start > at), None)
        else:
            target = next((start for start in reversed(starts) if start < at), None)
        if target is None and starts:
            target = starts[0] if by > 0 else starts[-1]
        if target is not None:
            self._journeys.leave()
            self._desk.set_selection(article, Span(target, target))
            longest = max(mark.span.end for mark in own if mark.span.start == target)
            self._desk.scroll_to(article, Span(target, longest))
            self._desk.take_focus()
