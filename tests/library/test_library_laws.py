"""The library against a model: whatever is done, undone, redone or reopened, both agree.

`VARIORUM_LAWS=long` runs ten times as many and longer histories.
"""

import contextlib
import copy
import os

from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant, precondition, rule

from variorum.ids import ArticleId, StoryId
from variorum.library import articles
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.queries.articles import article, stored_article
from variorum.library.queries.marks import codes, highlights, notes
from variorum.library.queries.stories import stories as list_stories
from variorum.library.queries.stories import story_ids, versions
from variorum.library.safety.integrity import check

from .library_deeds import Dump, LibraryDeeds, pick

LONG = os.environ.get("VARIORUM_LAWS") == "long"


class LibraryMachine(LibraryDeeds):
    """Take back what readers did, and compare the library with the model."""

    def teardown(self) -> None:
        """Check the whole library at the end of each history."""
        assert check(self.library).findings == ()
        self.library.close()
        self.folder.cleanup()

    @precondition(lambda self: self.state.members)
    @rule(number=pick)
    def failing_deed(self, number: int) -> None:
        """Leave nothing behind when a deed fails half-way."""
        target = ArticleId(self.choose(self.state.members, number))

        def deed(db: Db) -> None:
            articles.move_to_bin(db, articles=[target])
            raise KeyError(number)

        before = self.dump()
        with contextlib.suppress(KeyError):
            self.library.run(Command.BIN, deed)

        assert self.dump() == before

    @rule()
    def undo(self) -> None:
        """Undo: model and rows are as before the command."""
        changes = self.library.undo().result()
        if not self.done:
            assert changes is None
            return
        step = self.done.pop()
        self.undone.append(step)
        assert changes is not None
        assert changes.command is step.command
        assert self.state == step.states[1]
        self.state = copy.deepcopy(step.states[0])
        self.expect_rows(step.rows[1], step.rows[0])
        self.indexes_agree()

    @rule()
    def redo(self) -> None:
        """Redo: model and rows are as after the command."""
        changes = self.library.redo().result()
        if not self.undone:
            assert changes is None
            return
        step = self.undone.pop()
        self.done.append(step)
        assert self.state == step.states[0]
        self.state = copy.deepcopy(step.states[1])
        self.expect_rows(step.rows[0], step.rows[1])
        self.indexes_agree()

    def expect_rows(self, left: Dump, right: Dump) -> None:
        """See that the rows which the command changed are back, and all others untouched."""
        expected = self.rows_now
        for table, rows in expected.items():
            for key in left[table].keys() | right[table].keys():
                if left[table].get(key) == right[table].get(key):
                    continue
                if key in right[table]:
                    rows[key] = right[table][key]
                elif not (table == "stories" and int(key) in self.state.members.values()):
                    rows.pop(key, None)
        assert self.dump() == expected

    @rule()
    def reopen(self) -> None:
        """Close and open; the history is still there."""
        state = self.library.undo_state
        self.library.close()
        self.library = Library.open(self.path)
        assert self.library.undo_state == state

    @invariant()
    def remember_rows(self) -> None:
        """Remember the rows for the next undo."""
        self.rows_now = self.dump()

    @invariant()
    def marks_agree(self) -> None:
        """Compare highlights, codes and notes with the model."""
        db = self.library.reader
        found = highlights(db, [ArticleId(number) for number in self.texts])
        assert {
            h.id: (h.article, h.span.start, h.span.end, frozenset(h.codes)) for h in found
        } == self.state.highlights
        for mark in found:
            assert mark.anchor.exact == mark.span.of(self.texts[mark.article])
        assert [row.code.id for row in codes(db)] == self.state.codes
        homes = set(self.state.members.values())
        shown = {n.id: n.text for story in homes for n in notes(db, StoryId(story))}
        hidden = self.state.binned
        assert shown == {
            number: text
            for number, (text, highlight) in self.state.notes.items()
            if self.home_of_note(number, highlight) not in hidden
        }

    def home_of_note(self, number: int, highlight: int | None) -> int:
        """Return the article that a note belongs to."""
        if highlight is not None:
            return self.state.highlights[highlight][0]
        return self.library.reader.value("SELECT article FROM notes WHERE id = ?", (number,))

    @invariant()
    def stories_agree(self) -> None:
        """Compare the list of stories and their versions with the model."""
        db = self.library.reader
        shown = {a: s for a, s in self.state.members.items() if a not in self.state.binned}
        rows = list_stories(db, limit=1000)
        assert {row.story: row.versions for row in rows} == {
            story: list(shown.values()).count(story) for story in set(shown.values())
        }
        assert list(story_ids(db)) == [row.story for row in rows]
        for row in rows:
            assert {v.article for v in versions(db, row.story)} == {
                a for a, s in shown.items() if s == row.story
            }
        for number, text in self.texts.items():
            kept = article(db, ArticleId(number))
            assert (kept.text, kept.headline) == (text, self.state.headlines[number])

    def indexes_agree(self) -> None:
        """Run every check of the library, its full-text indexes included."""
        assert check(self.library).findings == ()

    @invariant()
    def what_was_read_is_kept(self) -> None:
        """See that corrections leave what was read."""
        for number in self.texts:
            stored = stored_article(self.library.reader, ArticleId(number))
            assert stored.as_read.headline in {None, "Ferry strike, day two"}


TestLibrary = LibraryMachine.TestCase
TestLibrary.settings = settings(
    max_examples=200 if LONG else 20,
    stateful_step_count=50 if LONG else 30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
