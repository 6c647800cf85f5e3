"""Whatever is imported, answered, joined, parted and undone in whatever order: each answer stays."""

import contextlib
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from variorum.formats.documents.plain import read_text
from variorum.ids import ArticleId, StoryId
from variorum.intake.importer import import_articles
from variorum.library.annotators import ensure_annotator
from variorum.library.commands import Command
from variorum.library.stories import join, part
from variorum.library.suggestions import Suggested, keep_apart, suggestions

from ..fresh import library_at
from .conftest import WIRE
from .test_suggested import BACKGROUND, OTHER

TEXTS = (
    WIRE + BACKGROUND,
    WIRE,
    (WIRE + BACKGROUND).replace("14 ships", "17 ships"),
    OTHER,
    OTHER.replace("worked late", "worked all night"),
    # It fits both, so that somebody is asked.
    WIRE + BACKGROUND + OTHER,
    (
        "SALTHOLM, Nov 2 (Northline) - A quake shook the north of Velmar early on Tuesday, and no wave"
        " was seen at the coast, the seismic service of the island said in a short statement."
    ),
)
Apart = frozenset[ArticleId]


class Answers(RuleBasedStateMachine):
    """Import copies of a few texts, and answer as a reader does; the model is what was answered."""

    def __init__(self) -> None:
        super().__init__()
        self._stack = contextlib.ExitStack()
        self.stories: dict[ArticleId, StoryId] = {}
        """Where each article was when something was last done."""
        self.apart: set[Apart] = set()
        """Pairs of articles that a person said are of two stories."""
        self.undoable: list[tuple[dict[ArticleId, StoryId], set[Apart]]] = []
        """What held before each deed since the last import."""
        self.brought = 0

    @initialize()
    def begin(self) -> None:
        """Open an empty library."""
        folder = self._stack.enter_context(tempfile.TemporaryDirectory())
        path = Path(folder) / "answers.variorum"
        self.library = self._stack.enter_context(library_at(path))
        self.me = self.library.run(
            Command.ADD_ANNOTATOR, lambda db: ensure_annotator(db, "Ada")
        ).value

    def teardown(self) -> None:
        """Close the library."""
        self._stack.close()

    # --- what is done -----------------------------------------------------------------------------

    @rule(chosen=st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3))
    def bring(self, chosen: list[str]) -> None:
        """Import texts from places of their own: what was there stays where it was."""
        items = [
            read_text(text, origin=f"{self.brought + number}.txt")
            for number, text in enumerate(chosen)
        ]
        self.brought += len(items)
        import_articles(self.library, items)
        now = self._now()
        assert self.stories.items() <= now.items()
        self.stories = now
        self.undoable.clear()

    @precondition(lambda self: len(set(self.stories.values())) > 1)
    @rule(data=st.data())
    def join_two(self, data: st.DataObject) -> None:
        """Join stories by hand."""
        known = sorted(set(self.stories.values()))
        two = data.draw(st.lists(st.sampled_from(known), min_size=2, max_size=2, unique=True))
        self._join(two[0], two[1])

    @precondition(lambda self: len(set(self.stories.values())) < len(self.stories))
    @rule(data=st.data())
    def part_one(self, data: st.DataObject) -> None:
        """Part a version from its story."""
        several = [a for a, s in self.stories.items() if len(self._members(s)) > 1]
        gone = data.draw(st.sampled_from(several))
        staying = self._members(self.stories[gone]) - {gone}
        self._before()
        self.library.run(Command.PART, lambda db: part(db, articles=[gone], annotator=self.me))
        self.apart |= {frozenset({gone, other}) for other in staying}
        self.stories = self._now()
        assert self.stories[gone] not in {self.stories[other] for other in staying}

    @precondition(lambda self: bool(self._asked()))
    @rule(data=st.data(), is_one=st.booleans())
    def answer(self, data: st.DataObject, *, is_one: bool) -> None:
        """Answer one of the questions."""
        asked = data.draw(st.sampled_from(self._asked()))
        if is_one:
            self._join(asked.story, asked.other_story)
            return
        self._before()
        self.library.run(
            Command.KEEP_APART,
            lambda db: keep_apart(db, first=asked.article, second=asked.other, annotator=self.me),
        )
        self.apart.add(frozenset({asked.article, asked.other}))

    @precondition(lambda self: bool(self.undoable))
    @rule()
    def take_back(self) -> None:
        """Undo the last deed: all is as it was before it."""
        self.library.undo().result()
        self.stories, self.apart = self.undoable.pop()

    # --- what holds -------------------------------------------------------------------------------

    @invariant()
    def every_article_is_where_a_person_left_it(self) -> None:
        """No import and no question moves what is there."""
        if hasattr(self, "library"):
            assert self.stories == self._now()

    @invariant()
    def nothing_is_asked_that_was_answered(self) -> None:
        """Of two stories between which somebody drew a line nobody is asked; nor of one story."""
        if not hasattr(self, "library"):
            return
        for asked in self._asked():
            here, there = self._members(asked.story), self._members(asked.other_story)
            assert asked.story != asked.other_story
            assert not any(len(pair & here) == len(pair & there) == 1 for pair in self.apart)

    # --- the library's side -----------------------------------------------------------------------

    def _join(self, into: StoryId, other: StoryId) -> None:
        self._before()
        gone = self._members(other)
        self.library.run(
            Command.JOIN, lambda db: join(db, stories=[into, other], annotator=self.me)
        )
        first = min(self._members(into))
        self.apart -= {frozenset({first, article}) for article in gone}
        self.stories |= dict.fromkeys(gone, into)

    def _before(self) -> None:
        self.undoable.append((dict(self.stories), set(self.apart)))

    def _members(self, story: StoryId) -> set[ArticleId]:
        return {article for article, where in self.stories.items() if where == story}

    def _now(self) -> dict[ArticleId, StoryId]:
        rows = self.library.reader.rows("SELECT article, story FROM members")
        return {ArticleId(article): StoryId(story) for article, story in rows}

    def _asked(self) -> list[Suggested]:
        return suggestions(self.library.reader)


TestAnswers = Answers.TestCase
TestAnswers.settings = settings(
    max_examples=8,
    stateful_step_count=14,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
