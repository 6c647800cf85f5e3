"""What readers do with a library, each deed done on it and on a model of what it should contain."""

import copy
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from variorum.ids import ArticleId, CodeId, HighlightId, NoteId, StoryId
from variorum.library import annotations, articles, codebook, stories
from variorum.library.annotations import NotePlace, OnArticle, OnHighlight
from variorum.library.commands import Command, Table
from variorum.library.connection import Db
from variorum.library.queries.stories import versions
from variorum.text import PassageKind, Span

from ..fresh import library_at, quick_folder
from .making import annotator, bring_in, dump, read, texts

Dump = dict[str, dict[str, tuple[object, ...]]]
pick = st.integers(0, 1000)


@dataclass
class State:
    """Hold what the library should contain."""

    highlights: dict[int, tuple[int, int, int, frozenset[int]]] = field(
        default_factory=dict[int, tuple[int, int, int, frozenset[int]]]
    )
    notes: dict[int, tuple[str, int | None]] = field(
        default_factory=dict[int, tuple[str, int | None]]
    )
    codes: list[int] = field(default_factory=list[int])
    members: dict[int, int] = field(default_factory=dict[int, int])
    binned: set[int] = field(default_factory=set[int])
    headlines: dict[int, str | None] = field(default_factory=dict[int, str | None])

    def forget_highlight(self, highlight: int) -> None:
        """Drop a highlight and the notes on it."""
        del self.highlights[highlight]
        self.notes = {n: v for n, v in self.notes.items() if v[1] != highlight}


@dataclass
class Step:
    """Hold a command, the rows before and after it, and the model before and after it."""

    command: Command
    rows: tuple[Dump, Dump]
    states: tuple[State, State]


class LibraryDeeds(RuleBasedStateMachine):
    """Do what readers do, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = quick_folder()
        self.path = Path(self.folder.name) / "laws.variorum"
        self.library = library_at(self.path)
        self.me = annotator(self.library)
        self.texts: dict[int, str] = {}
        self.state = State()
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def dump(self) -> Dump:
        """Return every row of the user's tables."""
        return dump(self.library, list(Table))

    def do(self, command: Command, deed: Callable[[Db], int | None]) -> int:
        """Run a command; the caller brings the model up to date, then calls `settle`."""
        self.before = (self.dump(), copy.deepcopy(self.state))
        self.command = command
        return self.library.run(command, deed).value or 0

    def settle(self) -> None:
        """Remember the command with the rows and the model before and after it."""
        after = self.dump()
        if after != self.before[0]:
            states = (self.before[1], copy.deepcopy(self.state))
            self.done.append(Step(self.command, (self.before[0], after), states))
            self.undone.clear()

    def choose(self, ids: Iterable[int], number: int) -> int:
        """Pick one of some ids."""
        found = sorted(ids)
        return found[number % len(found)]

    # Imports are no steps of undo: they stand in every state of the model.

    def add_everywhere(self, article_id: int, story: int, text: str, headline: str | None) -> None:
        """Bring an import into every state of the model."""
        self.texts[article_id] = text
        steps = [*self.done, *self.undone]
        for state in [self.state, *(s for step in steps for s in step.states)]:
            state.members[article_id] = story
            state.headlines[article_id] = headline

    @rule(text=texts, headline=st.none() | st.just("Ferry strike, day two"))
    def import_story(self, text: str, headline: str | None) -> None:
        """Import a story of its own."""
        (added,) = bring_in(self.library, read(text, headline=headline))
        self.add_everywhere(added.article, added.story, text, headline)

    @precondition(lambda self: self.state.members)
    @rule(text=texts, number=pick)
    def import_version(self, text: str, number: int) -> None:
        """Import a version of a story."""
        story = StoryId(self.choose(set(self.state.members.values()), number))
        (added,) = bring_in(self.library, read(text), story=story)
        self.add_everywhere(added.article, story, text, None)

    @precondition(lambda self: self.state.members)
    @rule(number=pick, kind=st.none() | st.sampled_from(PassageKind))
    def set_kind(self, number: int, kind: PassageKind | None) -> None:
        """Say what the one passage of an article is."""
        target = ArticleId(self.choose(self.state.members, number))
        self.do(
            Command.SET_KIND,
            lambda db: articles.set_kinds(db, article=target, passages=[0], kind=kind),
        )
        self.settle()

    @precondition(lambda self: self.state.members)
    @rule(number=pick, start=pick, length=pick, data=st.data())
    def highlight(self, number: int, start: int, length: int, data: st.DataObject) -> None:
        """Mark a span, with codes."""
        target = ArticleId(self.choose(self.state.members, number))
        span = self.span(target, start, length)
        chosen = (
            data.draw(st.sets(st.sampled_from(self.state.codes)))
            if self.state.codes
            else set[int]()
        )
        made = self.do(
            Command.HIGHLIGHT,
            lambda db: annotations.add_highlight(
                db,
                article=target,
                span=span,
                annotator=self.me,
                codes=[CodeId(code) for code in chosen],
            ),
        )
        self.state.highlights[made] = (target, span.start, span.end, frozenset(chosen))
        self.settle()

    def span(self, target: int, start: int, length: int) -> Span:
        """Return a span inside a text."""
        size = len(self.texts[target])
        start %= size
        return Span(start, min(size, start + 1 + length % 12))

    @precondition(lambda self: self.state.highlights)
    @rule(number=pick, start=pick, length=pick)
    def resize(self, number: int, start: int, length: int) -> None:
        """Let a highlight mark another span."""
        target = HighlightId(self.choose(self.state.highlights, number))
        home, _, _, chosen = self.state.highlights[target]
        span = self.span(home, start, length)
        self.do(
            Command.RESIZE_HIGHLIGHT,
            lambda db: annotations.resize_highlight(db, highlight=target, span=span),
        )
        self.state.highlights[target] = (home, span.start, span.end, chosen)
        self.settle()

    @precondition(lambda self: self.state.highlights)
    @rule(number=pick)
    def delete_highlight(self, number: int) -> None:
        """Delete a highlight with the notes on it."""
        target = HighlightId(self.choose(self.state.highlights, number))
        self.do(
            Command.DELETE_HIGHLIGHT, lambda db: annotations.delete_highlight(db, highlight=target)
        )
        self.state.forget_highlight(target)
        self.settle()

    @precondition(lambda self: self.state.highlights and self.state.codes)
    @rule(number=pick, data=st.data())
    def set_codes(self, number: int, data: st.DataObject) -> None:
        """Give a highlight other codes."""
        target = HighlightId(self.choose(self.state.highlights, number))
        chosen = frozenset(data.draw(st.sets(st.sampled_from(self.state.codes))))
        self.do(
            Command.SET_CODES,
            lambda db: annotations.set_codes(
                db, highlight=target, codes=[CodeId(code) for code in chosen]
            ),
        )
        home, start, end, _ = self.state.highlights[target]
        self.state.highlights[target] = (home, start, end, chosen)
        self.settle()

    @rule(name=texts)
    def add_code(self, name: str) -> None:
        """Add a code below the first."""
        parent = CodeId(self.state.codes[0]) if self.state.codes else None
        made = self.do(
            Command.ADD_CODE,
            lambda db: codebook.add_code(db, name=name, colour="amber", parent=parent),
        )
        self.state.codes.append(made)
        self.settle()

    @precondition(lambda self: self.state.codes)
    @rule(number=pick)
    def delete_code(self, number: int) -> None:
        """Delete a code."""
        target = CodeId(self.choose(self.state.codes, number))
        self.do(Command.DELETE_CODE, lambda db: codebook.delete_code(db, code=target))
        self.state.codes.remove(target)
        for key, (home, start, end, chosen) in self.state.highlights.items():
            self.state.highlights[key] = (home, start, end, chosen - {target})
        self.settle()

    @precondition(lambda self: len(self.state.codes) > 1)
    @rule(data=st.data())
    def order_codes(self, data: st.DataObject) -> None:
        """Put the codebook in another order."""
        order = data.draw(st.permutations(self.state.codes))
        self.do(
            Command.ORDER_CODES,
            lambda db: codebook.order_codes(db, codes=[CodeId(code) for code in order]),
        )
        self.state.codes = order
        self.settle()

    @precondition(lambda self: self.state.members)
    @rule(number=pick, text=texts, on_highlight=st.booleans())
    def add_note(self, number: int, text: str, *, on_highlight: bool) -> None:
        """Write a note on an article or a highlight."""
        highlight = None
        place: NotePlace = OnArticle(ArticleId(self.choose(self.state.members, number)))
        if on_highlight and self.state.highlights:
            highlight = HighlightId(self.choose(self.state.highlights, number))
            place = OnHighlight(highlight)
        made = self.do(
            Command.ADD_NOTE,
            lambda db: annotations.add_note(db, on=place, text=text, annotator=self.me),
        )
        self.state.notes[made] = (text, highlight)
        self.settle()

    @precondition(lambda self: self.state.notes)
    @rule(number=pick, text=texts)
    def edit_note(self, number: int, text: str) -> None:
        """Change a note."""
        target = NoteId(self.choose(self.state.notes, number))
        self.do(Command.EDIT_NOTE, lambda db: annotations.edit_note(db, note=target, text=text))
        self.state.notes[target] = (text, self.state.notes[target][1])
        self.settle()

    @precondition(lambda self: self.state.notes)
    @rule(number=pick)
    def delete_note(self, number: int) -> None:
        """Delete a note."""
        target = NoteId(self.choose(self.state.notes, number))
        self.do(Command.DELETE_NOTE, lambda db: annotations.delete_note(db, note=target))
        del self.state.notes[target]
        self.settle()

    @precondition(lambda self: len(set(self.state.members.values())) > 1)
    @rule(number=pick)
    def join(self, number: int) -> None:
        """Join two stories."""
        first, second = sorted(set(self.state.members.values()), key=lambda s: (s * number) % 7)[:2]
        self.do(
            Command.JOIN,
            lambda db: stories.join(
                db, stories=[StoryId(first), StoryId(second)], annotator=self.me
            ),
        )
        for member, story in self.state.members.items():
            if story == second:
                self.state.members[member] = first
        self.settle()

    @precondition(lambda self: len(set(self.state.members.values())) < len(self.state.members))
    @rule(number=pick)
    def part(self, number: int) -> None:
        """Part a version from its story."""
        homes = list(self.state.members.values())
        shared = {a for a, story in self.state.members.items() if homes.count(story) > 1}
        target = ArticleId(self.choose(shared, number))
        new = self.do(
            Command.PART, lambda db: stories.part(db, articles=[target], annotator=self.me)
        )
        self.state.members[target] = new
        self.settle()

    @precondition(lambda self: self.state.members)
    @rule(number=pick)
    def choose_base(self, number: int) -> None:
        """Choose a base; it stands first."""
        target = ArticleId(self.choose(self.state.members, number))
        story = StoryId(self.state.members[target])
        self.do(
            Command.CHOOSE_BASE,
            lambda db: stories.choose_base(db, story=story, article=target, annotator=self.me),
        )
        self.settle()
        if target not in self.state.binned:
            assert versions(self.library.reader, story)[0].article == target

    @precondition(lambda self: self.state.members)
    @rule(number=pick, headline=st.none() | texts)
    def set_headline(self, number: int, headline: str | None) -> None:
        """Correct a headline."""
        target = ArticleId(self.choose(self.state.members, number))
        self.do(
            Command.SET_HEADLINE,
            lambda db: articles.set_headline(
                db, article=target, headline=headline, annotator=self.me
            ),
        )
        self.state.headlines[target] = headline
        self.settle()

    @precondition(lambda self: self.state.members)
    @rule(number=pick)
    def bin(self, number: int) -> None:
        """Move an article to the bin."""
        target = ArticleId(self.choose(self.state.members, number))
        self.do(Command.BIN, lambda db: articles.move_to_bin(db, articles=[target]))
        self.state.binned.add(target)
        self.settle()

    @precondition(lambda self: self.state.binned)
    @rule(number=pick)
    def restore(self, number: int) -> None:
        """Take an article out of the bin."""
        target = ArticleId(self.choose(self.state.binned, number))
        self.do(Command.RESTORE, lambda db: articles.restore(db, articles=[target]))
        self.state.binned.remove(target)
        self.settle()
