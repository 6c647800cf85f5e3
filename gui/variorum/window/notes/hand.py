"""The reader's hand on notes: written, opened, left and deleted, whatever they are on."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from variorum.annotations.values import VariantPlace
from variorum.app.workspace import Workspace
from variorum.collation.values import Variant
from variorum.ids import ArticleId, HighlightId, NoteId
from variorum.library.annotations import NotePlace, OnArticle, OnHighlight, OnStory
from variorum.text import Span
from variorum.window.annotating import Annotating
from variorum.window.details.side import Leaf
from variorum.window.frame import Frame
from variorum.window.notes.card import MarkCard
from variorum.window.notes.cards import Cards
from variorum.window.stories_deeds import StoriesDeeds


class Noting(QObject):
    """Let notes be written on words, differences, versions and stories; show them beside the texts."""

    def __init__(
        self,
        workspace: Workspace,
        frame: Frame,
        annotating: Annotating,
        deeds: StoriesDeeds,
        dispatch: Callable[[Callable[[], None]], None],
    ) -> None:
        super().__init__(annotating)
        self._reading, self._marks = workspace.reading, workspace.marks
        self._writing = workspace.writing
        self._panel, self._side, self._desk = frame.notes, frame.side, frame.desk
        self._annotating, self._deeds = annotating, deeds
        self._dispatch = dispatch
        self._cards = Cards(self._reading, self._marks, self._writing)
        self._panel.chosen.connect(self.go_to)
        self._panel.written.connect(self._written)
        self._panel.drafted.connect(self._drafted)
        self._panel.delete_wanted.connect(self._delete)
        self._panel.remove_wanted.connect(self._remove)
        self._desk.mark_activated.connect(self._mark_activated)
        self._writing.changed.connect(self.show)

    # --- what is shown ------------------------------------------------------------------------------

    def show(self) -> None:
        """Show all that is marked and written on what is read."""
        self._panel.show_marks(self._cards.cards())

    def show_current(self) -> None:
        """Frame the cards of what is at the caret, and of the difference turned to."""
        marks = self._annotating.marks_at_caret()
        meant = self._annotating.mark(marks)
        here: set[NotePlace] = {OnHighlight(mark.id) for mark in marks}
        if meant is not None:
            here.add(OnHighlight(meant.id))
        variant = self._desk.chosen
        if variant is not None:
            variants = (one.on for one in self._writing.written)
            here |= {on for on in variants if self._writing.variant_of(on) == variant}
        self._panel.show_current(frozenset(here))

    def _mark_activated(self, number: int) -> None:
        self._panel.show_current(frozenset((OnHighlight(HighlightId(number)),)))

    def open(self, note: NoteId) -> None:
        """Show a note that was searched for."""
        self._side.show_leaf(Leaf.NOTES)
        self._panel.show_note(note)

    def lead_to(self, note: NoteId) -> None:
        """Bring what a note is on into sight, and give its card the keys."""
        for card in self._panel.cards:
            if card.mark.note == note:
                self.go_to(card.mark)
                card.setFocus()

    def go_to(self, card: MarkCard) -> None:
        """Bring what a card is about into sight."""
        match card.on:
            case OnHighlight(highlight):
                mark = self._marks.find(highlight)
                if mark is not None:
                    self._desk.scroll_to(mark.article, mark.span)
            case OnArticle(article):
                self._desk.scroll_to(article, Span(0, 1))
            case VariantPlace():
                self._go_to_variant(card.on)
            case OnStory():
                pass

    def _go_to_variant(self, on: VariantPlace) -> None:
        place = self._writing.seen(on) or on
        ends = ((place.base_article, place.base), (place.version_article, place.version))
        for article, span in ends:
            self._desk.scroll_to(article, span)
        variant = self._writing.variant_of(on)
        if variant is not None:
            self._desk.choose(variant)

    # --- where notes begin ----------------------------------------------------------------------------

    def note(self) -> None:
        """Write on the words selected, on the difference turned to, or on what is at the caret."""
        variant = self._variant()
        if self._annotating.selection() is None and variant is not None:
            turned_to = self._desk.difference_place[0] > 0
            if turned_to or not self._annotating.marks_at_caret():
                self._note_on(variant)
                return
        self._annotating.with_mark(lambda mark: self._edit(OnHighlight(mark)))

    def note_variant(self) -> None:
        """Write on the difference here, on both its ends."""
        variant = self._variant()
        if variant is not None:
            self._note_on(variant)

    def note_article(self) -> None:
        """Write on the version turned to."""
        article = self._deeds.version() or self._first_article()
        if article is not None:
            if self._reading.side_of(article) is None:
                self._reading.choose_version(article)
            self._edit(OnArticle(article))

    def note_story(self) -> None:
        """Write on the story that is read."""
        if self._reading.story is not None:
            self._edit(OnStory(self._reading.story))

    def _variant(self) -> Variant | None:
        return self._desk.chosen if self._reading.collation is not None else None

    def _first_article(self) -> ArticleId | None:
        return self._reading.base.id if self._reading.base else None

    def _note_on(self, variant: Variant) -> None:
        place = self._writing.place_of(variant)
        if place is not None:
            self._edit(place)

    def _edit(self, on: NotePlace) -> None:
        """Open the note on something, a new one where there is none."""
        self._side.show_leaf(Leaf.NOTES)
        if isinstance(on, OnHighlight):
            notes = self._marks.notes.get(on.highlight)
            self._panel.edit((on, notes[0].id if notes else None))
            return
        there = self._writing.on_place(on)
        if there is None:
            self._writing.begin(on)
        self._panel.edit((there.on, there.id) if there else (on, None))

    # --- deeds ------------------------------------------------------------------------------------------

    def _written(self, card: MarkCard, words: str) -> None:
        self._dispatch(partial(self._write, card, words))
        self.show()
        mark = self._marks.find(card.on.highlight) if isinstance(card.on, OnHighlight) else None
        if mark is None or not self._desk.focus_pane_of(mark.article):
            self._desk.take_focus()

    def _write(self, card: MarkCard, words: str) -> None:
        """Save what was written in a card's editor."""
        self._annotating.need_writable()
        is_same = words.strip() == card.text.strip()
        if is_same or (card.note is None and not words.strip()):
            self._writing.give_up(card.on, card.note)
        else:
            self._writing.write(card.on, card.note, words)

    def _drafted(self, card: MarkCard, words: str) -> None:
        self._writing.keep_draft(card.on, card.note, words)

    def _delete(self, card: MarkCard) -> None:
        if card.note is None:
            self._writing.give_up(card.on, None)
            self.show()
            return
        self._dispatch(partial(self._write, card, ""))

    def _remove(self, card: MarkCard) -> None:
        if isinstance(card.on, OnHighlight):
            self._dispatch(partial(self._take_away, card.on.highlight))

    def _take_away(self, highlight: HighlightId) -> None:
        self._annotating.need_writable()
        self._marks.remove(highlight)
