"""The deeds on marks that `marks_machine` does at random: on the library, and on the model of it.

Rows are known by their stable ids, since their numbers change when they come back.
"""

import copy
import itertools
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from variorum.annotations.resizing import Step, parts, stepped, words_of
from variorum.ids import ArticleId, CodeId, HighlightId, NoteId
from variorum.library import annotations, codebook
from variorum.library.annotations import OnArticle, OnHighlight
from variorum.library.commands import Command, Table
from variorum.library.connection import Db
from variorum.text import Span

from ..fresh import library_at, quick_folder
from .making import annotator, bring_in, dump
from .marks_model import (
    ARTICLES,
    VERSIONS,
    Done,
    Marked,
    Noted,
    State,
)

T = TypeVar("T")
pick = st.integers(0, 1000)


class DeedsOnMarks(RuleBasedStateMachine):
    """Do deeds on a library and on its model."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = quick_folder()
        self.home = Path(self.folder.name)
        self.path = self.home / "marks.variorum"
        self.numbers = itertools.count()
        self.library = library_at(self.path)
        self.me = annotator(self.library)
        self.state = State()
        self.before = copy.deepcopy(self.state)
        self.done: list[Done] = []
        self.undone: list[Done] = []
        self.articles: list[int] = []
        """The row of each version that is here."""
        self.copies: list[Path] = []
        self.imported = self.rows()

    # --- helpers ----------------------------------------------------------------------------

    def rows(self) -> dict[str, dict[str, tuple[object, ...]]]:
        """Return the user's tables, row for row."""
        return dump(self.library, list(Table))

    def do(self, command: Command, deed: Callable[[Db], T]) -> T:
        """Run a command."""
        return self.library.run(command, deed).value

    def settle(self, command: Command) -> None:
        """Remember a command and what it made of the model, if it did anything."""
        if self.state != self.before:
            self.done.append(Done(command, self.before, copy.deepcopy(self.state)))
            self.undone.clear()
        self.before = copy.deepcopy(self.state)

    def number(self, table: str, uuid: str) -> int:
        """Return the number of a row that is known by its stable id."""
        found = self.library.reader.value(f"SELECT id FROM {table} WHERE uuid = ?", (uuid,))  # noqa: S608
        assert found is not None
        return found

    def uuid(self, table: str, number: int) -> str:
        """Return the stable id of a row."""
        return self.library.reader.value(f"SELECT uuid FROM {table} WHERE id = ?", (number,))  # noqa: S608

    def mark(self, number: int) -> tuple[str, Marked, HighlightId]:
        """Pick a highlight."""
        uuid = sorted(self.state.highlights)[number % len(self.state.highlights)]
        return uuid, self.state.highlights[uuid], HighlightId(self.number("highlights", uuid))

    def code_numbers(self, codes: Iterable[str]) -> list[CodeId]:
        """Return the numbers of codes."""
        return [CodeId(self.number("codes", code)) for code in codes]

    # --- imports ----------------------------------------------------------------------------

    @initialize(first=pick, second=pick)
    def begin(self, first: int, second: int) -> None:
        """Begin with two versions and two highlights."""
        self.bring()
        self.bring()
        self.highlight(0, first, 6, coded=False)
        self.highlight(0, second, 3, coded=False)

    @precondition(lambda self: len(self.articles) < len(VERSIONS))
    @rule()
    def bring(self) -> None:
        """Import the next version; it is no step of undo."""
        before, db = self.rows(), self.library.reader
        first = self.articles[:1]
        story = db.value("SELECT story FROM members WHERE article = ?", first) if first else None
        (added,) = bring_in(self.library, ARTICLES[len(self.articles)], story=story)
        self.articles.append(added.article)
        for table, rows in self.rows().items():
            self.imported[table] |= {
                key: row for key, row in rows.items() if before[table].get(key) != row
            }

    # --- marks ------------------------------------------------------------------------------

    @precondition(lambda self: self.articles)
    @rule(number=pick, first=pick, length=st.integers(0, 8), coded=st.booleans())
    def highlight(self, number: int, first: int, length: int, *, coded: bool) -> None:
        """Highlight a run of words, with every code or none."""
        article = number % len(self.articles)
        words = words_of(VERSIONS[article], 0, len(VERSIONS[article]))
        start = first % len(words)
        span = Span(words[start].start, words[min(start + length, len(words) - 1)].end)
        codes = self.state.codes if coded else set[str]()
        numbers = self.code_numbers(codes)
        made = self.do(
            Command.HIGHLIGHT,
            lambda db: annotations.add_highlight(
                db,
                article=ArticleId(self.articles[article]),
                span=span,
                annotator=self.me,
                codes=numbers,
            ),
        )
        uuid = self.uuid("highlights", made)
        self.state.highlights[uuid] = Marked(article, span, frozenset(codes))
        self.settle(Command.HIGHLIGHT)

    @precondition(lambda self: self.state.highlights)
    @rule(number=pick, step=st.sampled_from(list(Step)))
    def resize(self, number: int, step: Step) -> None:
        """Move an end by a word."""
        uuid, mark, row = self.mark(number)
        span = stepped(VERSIONS[mark.article], mark.span, step)
        if span is not None:
            self.do(
                Command.RESIZE_HIGHLIGHT,
                lambda db: annotations.resize_highlight(db, highlight=row, span=span),
            )
            self.state.stretch(uuid, span)
            self.settle(Command.RESIZE_HIGHLIGHT)

    @precondition(lambda self: self.state.highlights)
    @rule(number=pick, at=pick)
    def split(self, number: int, at: int) -> None:
        """Part a highlight somewhere."""
        uuid, mark, row = self.mark(number)
        place = mark.span.start + at % len(mark.span)
        found = parts(VERSIONS[mark.article], mark.span, place)
        if found is None:
            return
        ends, begins = found
        made = self.do(
            Command.SPLIT_HIGHLIGHT,
            lambda db: annotations.split_highlight(db, highlight=row, ends=ends, begins=begins),
        )
        self.state.stretch(uuid, Span(mark.span.start, ends))
        second = Marked(mark.article, Span(begins, mark.span.end), mark.codes)
        self.state.highlights[self.uuid("highlights", made)] = second
        self.settle(Command.SPLIT_HIGHLIGHT)

    @precondition(lambda self: len(self.state.highlights) > 1)
    @rule(number=pick, other=pick)
    def merge_marks(self, number: int, other: int) -> None:
        """Make two highlights of a text one."""
        uuid, mark, row = self.mark(number)
        gone, second, gone_row = self.mark(other)
        if uuid == gone or mark.article != second.article:
            return
        self.do(
            Command.MERGE_HIGHLIGHTS,
            lambda db: annotations.merge_highlights(db, highlight=row, other=gone_row),
        )
        for key, note in list(self.state.notes.items()):
            if note.highlight == gone:
                self.state.notes[key] = Noted(note.text, uuid)
        self.state.forget(gone)
        start = min(mark.span.start, second.span.start)
        self.state.stretch(uuid, Span(start, max(mark.span.end, second.span.end)))
        self.state.recode(uuid, mark.codes | second.codes)
        self.settle(Command.MERGE_HIGHLIGHTS)

    @precondition(lambda self: self.state.highlights)
    @rule(number=pick)
    def delete(self, number: int) -> None:
        """Delete a highlight with its notes."""
        uuid, _, row = self.mark(number)
        self.do(
            Command.DELETE_HIGHLIGHT,
            lambda db: annotations.delete_highlight(db, highlight=row),
        )
        self.state.forget(uuid)
        self.settle(Command.DELETE_HIGHLIGHT)

    @precondition(lambda self: self.state.highlights)
    @rule(number=pick, every=st.booleans())
    def recode(self, number: int, *, every: bool) -> None:
        """Give a highlight all codes, or take them away."""
        uuid, _, row = self.mark(number)
        codes = self.state.codes if every else set[str]()
        numbers = self.code_numbers(codes)
        self.do(
            Command.SET_CODES,
            lambda db: annotations.set_codes(db, highlight=row, codes=numbers),
        )
        self.state.recode(uuid, codes)
        self.settle(Command.SET_CODES)

    # --- notes and codes ------------------------------------------------------------------------

    @precondition(lambda self: self.articles and len(self.state.notes) < 5)
    @rule(number=pick, on_mark=st.booleans(), text=st.text(min_size=1, max_size=12))
    def note(self, number: int, text: str, *, on_mark: bool) -> None:
        """Write a note on a highlight or an article."""
        text = text.replace("\0", "-")
        uuid, place = None, None
        if on_mark and self.state.highlights:
            uuid, _, row = self.mark(number)
            place = OnHighlight(row)
        on = place or OnArticle(ArticleId(self.articles[number % len(self.articles)]))
        made = self.do(
            Command.ADD_NOTE,
            lambda db: annotations.add_note(db, on=on, text=text, annotator=self.me),
        )
        self.state.notes[self.uuid("notes", made)] = Noted(text, uuid)
        self.settle(Command.ADD_NOTE)

    @precondition(lambda self: self.state.notes)
    @rule(number=pick)
    def delete_note(self, number: int) -> None:
        """Delete a note."""
        uuid = sorted(self.state.notes)[number % len(self.state.notes)]
        row = NoteId(self.number("notes", uuid))
        self.do(Command.DELETE_NOTE, lambda db: annotations.delete_note(db, note=row))
        del self.state.notes[uuid]
        self.settle(Command.DELETE_NOTE)

    @precondition(lambda self: len(self.state.codes) < 3)
    @rule()
    def add_code(self) -> None:
        """Add a code."""
        name = f"Code {next(self.numbers)}"
        made = self.do(
            Command.ADD_CODE, lambda db: codebook.add_code(db, name=name, colour="amber")
        )
        self.state.codes.add(self.uuid("codes", made))
        self.settle(Command.ADD_CODE)

    @precondition(lambda self: len(self.state.codes) > 1)
    @rule(number=pick)
    def merge_codes(self, number: int) -> None:
        """Make two codes one."""
        ordered = sorted(self.state.codes)
        into, gone = ordered[number % len(ordered)], ordered[(number + 1) % len(ordered)]
        rows = self.code_numbers((into, gone))
        self.do(
            Command.MERGE_CODES,
            lambda db: codebook.merge_codes(db, codes=rows, into=rows[0]),
        )
        self.state.drop_code(gone, {into})
        self.settle(Command.MERGE_CODES)

    @precondition(lambda self: self.state.codes)
    @rule(number=pick)
    def delete_code(self, number: int) -> None:
        """Delete a code; the highlights stay."""
        gone = sorted(self.state.codes)[number % len(self.state.codes)]
        (row,) = self.code_numbers((gone,))
        self.do(Command.DELETE_CODE, lambda db: codebook.delete_code(db, code=row))
        self.state.drop_code(gone, set())
        self.settle(Command.DELETE_CODE)
