"""Everything that a reader does to marks, done at random against a model.

The model says what highlights, codes, notes and carried marks there should be; after every step it
must be what the library says and what the window's list shows. At the end everything is undone,
and the user's tables must be row for row what the imports alone had made of them.
"""

import copy

from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from variorum.annotations.resizing import words_of
from variorum.annotations.values import Carried, CarriedStatus
from variorum.app.models.marks import MarksModel
from variorum.ids import ArticleId, CarryingId
from variorum.library import carryings
from variorum.library.carryings import CarriedTo
from variorum.library.commands import ChangeSet, Command
from variorum.library.library import Library
from variorum.library.marks_list import MarksFilter, MarkStatus
from variorum.library.merging.merge import merge, opened_to_merge
from variorum.library.safety.integrity import check
from variorum.text import Span

from .marks_deeds import DeedsOnMarks, pick
from .marks_model import (
    VERSIONS,
    Came,
    Done,
    Marked,
    copy_as_it_lies,
    found,
    images,
)


class MarksMachine(DeedsOnMarks):
    """Carry marks and merge libraries besides, take all of it back, and compare with the model."""

    # --- carrying -------------------------------------------------------------------------------

    @precondition(lambda self: self.state.highlights and len(self.articles) > 1)
    @rule(number=pick, goal=pick)
    def carry(self, number: int, goal: int) -> None:
        """Carry a highlight to another version."""
        uuid, mark, row = self.mark(number)
        target = goal % len(self.articles)
        if target == mark.article:
            return
        image = images(mark.article, target, mark.span)
        to = CarriedTo(row, ArticleId(self.articles[target]), image)
        self.do(Command.CARRY, lambda db: carryings.carry(db, [to], annotator=self.me))
        self._carry_in_model(uuid, target, image)
        self.settle(Command.CARRY)

    def _carry_in_model(self, uuid: str, target: int, image: Carried) -> None:
        known = self.state.carried.get((uuid, target))
        if target in self.state.came_from(uuid) or (known and (known.highlight or known.reviewed)):
            return
        if known is not None and image.span is None:
            return
        made = None if image.span is None else self._marked_in_model(uuid, target, image.span)
        self.state.carried[uuid, target] = Came(made, image.status)

    def _marked_in_model(self, uuid: str, target: int, span: Span) -> str:
        codes = self.state.highlights[uuid].codes
        there = [
            (self.number("highlights", key), key)
            for key, mark in self.state.highlights.items()
            if (mark.article, mark.span) == (target, span)
        ]
        if there:
            _, key = min(there)
            self.state.recode(key, self.state.highlights[key].codes | codes)
            return key
        row = self.library.reader.value("SELECT max(id) FROM highlights")
        made = self.uuid("highlights", row)
        self.state.highlights[made] = Marked(target, span, codes)
        return made

    @precondition(lambda self: self.state.waiting())
    @rule(number=pick, deed=st.sampled_from(("accept", "put", "drop")), first=pick)
    def review(self, number: int, deed: str, first: int) -> None:
        """Accept a carried mark, put it elsewhere, or drop it."""
        waiting = self.state.waiting()
        source, target = waiting[number % len(waiting)]
        came = self.state.carried[source, target]
        carrying = self._carrying(source, target)
        if deed == "accept":
            command = Command.ACCEPT_CARRIED
            self.do(command, lambda db: carryings.accept(db, carrying=carrying))
            self.state.carried[source, target] = Came(came.highlight, came.status, reviewed=True)
        elif deed == "drop":
            command = Command.DROP_CARRIED
            self.do(command, lambda db: carryings.drop(db, carrying=carrying))
            if came.highlight is not None:
                self.state.forget(came.highlight)
            if (source, target) in self.state.carried:
                self.state.carried[source, target] = Came(
                    None, CarriedStatus.DROPPED, reviewed=True
                )
        else:
            command = Command.PUT_CARRIED
            words = words_of(VERSIONS[target], 0, len(VERSIONS[target]))
            span = words[first % len(words)]
            self.do(
                command,
                lambda db: carryings.put(db, carrying=carrying, span=span, annotator=self.me),
            )
            mark = came.highlight
            if mark is None:
                mark = self._marked_in_model(source, target, span)
            else:
                self.state.stretch(mark, span)
            self.state.carried[source, target] = Came(mark, CarriedStatus.CHANGED, reviewed=True)
        self.settle(command)

    def _carrying(self, source: str, target: int) -> CarryingId:
        return CarryingId(
            self.library.reader.value(
                "SELECT id FROM carryings WHERE source = ? AND article = ?",
                (self.number("highlights", source), self.articles[target]),
            )
        )

    # --- libraries ------------------------------------------------------------------------------

    @precondition(lambda self: self.articles and len(self.copies) < 2)
    @rule()
    def lend(self) -> None:
        """Give a colleague a copy of the library."""
        path = self.home / f"colleague {next(self.numbers)}.variorum"
        self.library.backup_to(path, anew=True)
        self.copies.append(path)

    @precondition(lambda self: self.copies)
    @rule(number=pick)
    def merge_libraries(self, number: int) -> None:
        """Merge a copy back: nothing here is lost, and a second time changes nothing."""
        path = self.copies[number % len(self.copies)]
        with opened_to_merge(path, self.path) as other:
            self.do(Command.MERGE_LIBRARY, lambda db: merge(db, other))
        known = found(self.library.reader, self.articles)
        assert known.highlights.keys() >= self.state.highlights.keys()
        assert known.notes.keys() >= self.state.notes.keys()
        assert known.codes >= self.state.codes
        for uuid, mark in self.state.highlights.items():
            assert known.highlights[uuid].span == mark.span
            assert known.highlights[uuid].codes >= mark.codes
        self.state = known
        self.settle(Command.MERGE_LIBRARY)
        with opened_to_merge(path, self.path) as other:
            again = self.library.run(Command.MERGE_LIBRARY, lambda db: merge(db, other))
        assert not again.changes

    # --- back, forth, and the end ---------------------------------------------------------------

    @rule()
    def undo(self) -> None:
        """Undo: the model is as before the command."""
        step = self._step_of(self.library.undo().result(), self.done, self.undone)
        if step is not None:
            self.state, self.before = copy.deepcopy(step.before), copy.deepcopy(step.before)

    def _step_of(self, changes: ChangeSet | None, out: list[Done], into: list[Done]) -> Done | None:
        """Return the step that a replay must have been about, moved to the other list."""
        if not out:
            assert changes is None
            return None
        assert changes is not None
        assert changes.command is out[-1].command
        into.append(out.pop())
        return into[-1]

    @rule()
    def redo(self) -> None:
        """Redo: the model is as after the command."""
        step = self._step_of(self.library.redo().result(), self.undone, self.done)
        if step is not None:
            self.state, self.before = copy.deepcopy(step.after), copy.deepcopy(step.after)

    @rule()
    def reopen(self) -> None:
        """Close and open; what can be undone is still known."""
        state = self.library.undo_state
        self.library.close()
        self.library = Library.open(self.path)
        assert self.library.undo_state == state

    @rule()
    def kill(self) -> None:
        """Go on with the files as they lie on the disk while the library is open."""
        state = self.library.undo_state
        new = self.home / f"after {next(self.numbers)}.variorum"
        copy_as_it_lies(self.path, new)
        self.library.close()
        self.path = new
        self.library = Library.open(new)
        assert self.library.undo_state == state

    # --- what must always hold -----------------------------------------------------------------

    @invariant()
    def library_agrees(self) -> None:
        """Compare the library with the model, and each mark with its words."""
        assert found(self.library.reader, self.articles) == self.state
        for article, start, end, exact in self.library.reader.rows(
            "SELECT article, span_start, span_end, exact FROM highlights"
        ):
            text = VERSIONS[self.articles.index(article)]
            assert exact == text[start:end]

    @invariant()
    def view_agrees(self) -> None:
        """Compare what the window's list shows with the model."""
        model = MarksModel(self.library)
        model.show(MarksFilter())
        shown = [model.mark(model.index(row)) for row in range(model.rowCount())]
        assert sorted((m.exact, len(m.codes)) for m in shown if m) == sorted(
            (VERSIONS[mark.article][mark.span.start : mark.span.end], len(mark.codes))
            for mark in self.state.highlights.values()
        )
        model.show(MarksFilter(status=MarkStatus.TO_REVIEW))
        assert model.rowCount() == len(self.state.waiting())

    def teardown(self) -> None:
        """Undo everything: only what was imported is left, row for row."""
        try:
            assert check(self.library).findings == ()
            while self.library.undo().result() is not None:
                self.done.pop()
            assert self.done == []
            assert self.rows() == self.imported
            assert check(self.library).findings == ()
        finally:
            self.library.close()
            self.folder.cleanup()
