"""Write notes: on highlights, on variants, on articles, on stories; keep what is being typed."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from variorum.annotations.values import Note, VariantPlace
from variorum.annotations.variant_places import seen_from, variant_of
from variorum.app.draft_places import draft_place, place_of_new
from variorum.app.reading import Pair, Reading
from variorum.app.safekeeping import Safekeeping
from variorum.app.session import Session
from variorum.collation.values import Variant
from variorum.ids import ArticleId, NoteId
from variorum.library import annotations, keeping
from variorum.library.annotations import NotePlace, OnArticle, OnHighlight, OnStory
from variorum.library.commands import ChangeSet, Command, Table
from variorum.library.connection import Db
from variorum.library.queries import marks as queries_marks
from variorum.text import Span


@dataclass(frozen=True, slots=True)
class Written:
    """Hold a place with its note; without one, a place where one is being written."""

    on: NotePlace
    note: Note | None = None

    @property
    def id(self) -> NoteId | None:
        """Return the note's id."""
        return self.note.id if self.note else None

    @property
    def text(self) -> str:
        """Return what the note says."""
        return self.note.text if self.note else ""


class Writing(QObject):
    """Hold the notes that are on no highlight; do the deeds on all notes."""

    changed = Signal()

    def __init__(self, session: Session, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading = reading
        self._notes: tuple[Note, ...] = ()
        self._begun: NotePlace | None = None
        self._looked_in: tuple[Pair, ...] = ()
        self._variants: dict[NotePlace, tuple[ArticleId, Variant] | None] = {}
        kept = keeping.drafts(session.library.reader)
        self._drafts = {draft.place: draft.text for draft in kept}
        self._safekeeping = Safekeeping(session, self)
        session.library_changed.connect(self._refresh)
        reading.changed.connect(self._read)

    # --- what is there ------------------------------------------------------------------------------

    @property
    def written(self) -> tuple[Written, ...]:
        """Return the notes on the story, on its shown versions and on their variants.

        With them the places where a new one is being written, or was when the program ended.
        """
        found = [Written(annotations.place_of(note), note) for note in self._notes]
        taken = {one.on for one in found}
        new = dict.fromkeys(on for on in self._new_places() if on not in taken)
        shown = (one for one in (*found, *map(Written, new)) if self._is_shown(one.on))
        return tuple(shown)

    def _new_places(self) -> Iterator[NotePlace]:
        if self._begun is not None:
            yield self._begun
        for name in self._drafts:
            on = place_of_new(name)
            if on is not None and not isinstance(on, OnHighlight):
                yield on

    def _is_shown(self, on: NotePlace) -> bool:
        """Tell whether a note belongs to what is read.

        A note on a variant does where both its ends are, and beside a version that is compared
        with another base now, so that no note is out of reach.
        """
        shown = {side.id for side in self._reading.sides}
        match on:
            case OnStory(story):
                return story == self._reading.story
            case OnArticle(article):
                return article in shown
            case VariantPlace():
                ends = {on.base_article, on.version_article}
                beside = self._reading.sides[1:] or self._reading.sides
                return ends <= shown or any(side.id in ends for side in beside)
            case OnHighlight():
                return False

    def on_place(self, on: NotePlace) -> Written | None:
        """Return the first note on a story, an article or a variant, also one just begun."""
        found = self._found(on)
        for one in self.written:
            if one.on == on or (found is not None and self._found(one.on) == found):
                return one
        return None

    def variant_of(self, on: NotePlace) -> Variant | None:
        """Return the variant that a note is about, where it is compared and still found."""
        found = self._found(on)
        return found[1] if found is not None else None

    def _found(self, on: NotePlace) -> tuple[ArticleId, Variant] | None:
        """Return a note's variant with the version that has it."""
        pairs = self._reading.pairs
        if pairs != self._looked_in:
            # Asked at each move of the caret: looked up once for each comparison.
            self._looked_in = pairs
            self._variants.clear()
        if on not in self._variants:
            self._variants[on] = self._look_for(self.seen(on))
        return self._variants[on]

    def _look_for(self, place: VariantPlace | None) -> tuple[ArticleId, Variant] | None:
        for pair in self._reading.pairs if place is not None else ():
            if place is not None and pair.collation and place.version_article == pair.version.id:
                variant = variant_of(place, pair.collation.variants)
                return (pair.version.id, variant) if variant is not None else None
        return None

    def seen(self, on: NotePlace) -> VariantPlace | None:
        """Return the place of a variant's note as seen from the base that is read."""
        sides = self._reading.sides
        if not isinstance(on, VariantPlace):
            return None
        found = (seen_from(on, sides[0].id, side.id) for side in sides[1:])
        return next((place for place in found if place is not None), None)

    def place_of(self, variant: Variant) -> VariantPlace | None:
        """Return both ends of a variant that is read."""
        base, version = self._reading.base, self._reading.version
        if base is None or version is None:
            return None
        return VariantPlace(base.id, variant.base, version.id, variant.version)

    def words_at(self, article: ArticleId, span: Span) -> str:
        """Return words of an article, whether it is shown or not."""
        return span.of(self._reading.article_of(article).text)

    def _refresh(self, changes: ChangeSet) -> None:
        if changes.of(Table.NOTES).all:
            self._read()

    def _read(self) -> None:
        story = self._reading.story
        shown = [side.id for side in self._reading.sides]
        reader = self._session.library.reader
        found = queries_marks.notes_around(reader, story, shown) if story is not None else []
        if tuple(found) != self._notes:
            self._notes = tuple(found)
            self.changed.emit()

    # --- deeds --------------------------------------------------------------------------------------

    def begin(self, on: NotePlace) -> None:
        """Let a new note be written in a place."""
        self._begun = on
        self.changed.emit()

    def write(self, on: NotePlace, note: NoteId | None, text: str) -> None:
        """Let a note say this; an emptied note is deleted."""
        me = self._session.me()
        place = draft_place(on, note)

        def deed(db: Db) -> None:
            if note is None:
                annotations.add_note(db, on=on, text=text, annotator=me)
            elif text.strip():
                annotations.edit_note(db, note=note, text=text)
            else:
                annotations.delete_note(db, note=note)
            keeping.forget_draft(db, place=place)

        def not_saved(_: Exception) -> None:
            # What was typed stays, as a draft, until it can be saved.
            self._drafts[place] = text
            self._safekeeping.lose(place, text)
            self.changed.emit()

        self._end(on)
        self._drafts.pop(place, None)
        command = Command.ADD_NOTE
        if note is not None:
            command = Command.EDIT_NOTE if text.strip() else Command.DELETE_NOTE
        future = self._session.submit(command, deed, otherwise=not_saved)
        self._safekeeping.watch(place, text, future)

    def draft(self, on: NotePlace, note: NoteId | None) -> str | None:
        """Return words that were typed in a place and not yet saved as its note."""
        return self._drafts.get(draft_place(on, note))

    def keep_draft(self, on: NotePlace, note: NoteId | None, text: str) -> None:
        """Keep words that are being typed, so that a crash does not lose them."""
        place = draft_place(on, note)
        self._drafts[place] = text
        self._safekeeping.keep(place, text)

    def give_up(self, on: NotePlace, note: NoteId | None) -> None:
        """Write nothing after all: forget the words that were typed."""
        self._end(on)
        place = draft_place(on, note)
        if self._drafts.pop(place, None) is not None:
            self._safekeeping.forget(place)

    def _end(self, on: NotePlace) -> None:
        if self._begun == on:
            self._begun = None

    def words_at_risk(self) -> tuple[str, ...]:
        """Wait for what is being saved; return the words that no try has brought to the disk."""
        return self._safekeeping.words_at_risk()
