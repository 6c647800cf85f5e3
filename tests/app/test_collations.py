"""A comparison is made once: what is kept is read, what was decided makes it anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from variorum.app.collations import AT_ONCE
from variorum.app.settings import Settings
from variorum.app.workspace import Workspace
from variorum.collation.collate import collate
from variorum.collation.decisions import NO_DECISIONS, Decisions, WordPair
from variorum.collation.values import Collation, VariantClass
from variorum.ids import StoryId
from variorum.library.annotators import ensure_annotator
from variorum.library.articles import add_article, begin_import, set_kinds
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.pair_decisions import treat_words
from variorum.progress import Tick, no_tick
from variorum.text import Article, Imported, Passage, PassageKind, Span

PATIENCE_MS = 10_000


class Counting:
    """Collate, and count how often."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(
        self,
        base: Article,
        version: Article,
        *,
        decisions: Decisions = NO_DECISIONS,
        tick: Tick = no_tick,
    ) -> Collation:
        """Collate as ever."""
        self.count += 1
        return collate(base, version, decisions=decisions, tick=tick)


def story_of(*texts: str) -> list[Imported]:
    """Return articles of one paragraph each."""
    made: list[Imported] = []
    for number, text in enumerate(texts):
        whole = Span(0, len(text))
        one = Article(text, (Passage(PassageKind.PARAGRAPH, whole, whole),))
        made.append(
            Imported(one, f"file {number}", text.encode(), encoding="utf-8", format="plain")
        )
    return made


class Desk:
    """Open and close one library, as often as wanted."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.folder, self.collator = qtbot, folder, Counting()
        self.workspace: Workspace | None = None

    def open(self) -> Workspace:
        """Open the library anew."""
        self.close()
        path = self.folder / "desk.variorum"
        library = Library.open(path, create=not path.exists())
        self.workspace = Workspace(library, settings=Settings(self.folder), collator=self.collator)
        return self.workspace

    def bring(self, *texts: str) -> StoryId:
        """Import one story."""
        assert self.workspace is not None

        def deed(db: Db) -> StoryId:
            imports = begin_import(db)
            first, *others = story_of(*texts)
            story = add_article(db, first, import_id=imports).story
            for other in others:
                add_article(db, other, import_id=imports, story=story)
            return story

        return self.workspace.session.library.run(Command.IMPORT, deed).value

    def read(self, story: StoryId) -> Collation:
        """Turn to a story, and wait until it is compared and the library has it."""
        workspace = self.workspace
        assert workspace is not None
        workspace.reading.open(story)
        self.settle()
        assert workspace.reading.collation is not None
        return workspace.reading.collation

    def settle(self) -> None:
        """Wait until nothing is going on."""
        workspace = self.workspace
        assert workspace is not None
        self.qtbot.waitUntil(
            lambda: not workspace.jobs.running and not workspace.session.is_saving,
            timeout=PATIENCE_MS,
        )

    def close(self) -> None:
        """Close what is open."""
        if self.workspace is not None:
            self.workspace.close()
            self.workspace.deleteLater()
            self.workspace = None
            QCoreApplication.sendPostedEvents()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """Return a desk with an open library."""
    desk = Desk(qtbot, tmp_path)
    desk.open()
    yield desk
    desk.close()


LATE = "The ferry was late on Monday."
DELAYED = "The boat was late on Monday."


def test_a_story_that_was_read_is_not_compared_again(desk: Desk) -> None:
    """Neither in this session nor in the next one."""
    story = desk.bring(LATE, DELAYED)
    first = desk.read(story)
    desk.open()
    again = desk.read(story)

    assert again == first
    assert desk.collator.count == 1


def test_a_decision_makes_the_comparison_anew(desk: Desk) -> None:
    """What holds for words everywhere changes what is read now; undo brings back what was kept."""
    story = desk.bring(LATE, DELAYED)
    before = desk.read(story)
    workspace = desk.workspace
    assert workspace is not None
    me = workspace.session.library.run(
        Command.ADD_ANNOTATOR, lambda db: ensure_annotator(db, "Ada")
    ).value
    pair = WordPair("ferry", "boat", VariantClass.STYLE)
    with desk.qtbot.waitSignal(workspace.reading.changed, timeout=PATIENCE_MS):
        workspace.session.submit(
            Command.TREAT_WORDS, lambda db: treat_words(db, pair, annotator=me)
        )
    after = desk.read(story)
    with desk.qtbot.waitSignal(workspace.reading.changed, timeout=PATIENCE_MS):
        workspace.session.undo()

    assert [v.variant_class for v in before.variants] == [VariantClass.SUBSTANCE]
    assert [v.variant_class for v in after.variants] == [VariantClass.STYLE]
    assert desk.read(story) == before
    assert desk.collator.count == 2


def test_a_kind_by_hand_makes_the_comparison_anew(desk: Desk) -> None:
    """A passage that is the story no more is compared with its like only."""
    story = desk.bring(LATE, DELAYED)
    desk.read(story)
    workspace = desk.workspace
    assert workspace is not None
    version = workspace.reading.version
    assert version is not None
    with desk.qtbot.waitSignal(workspace.reading.changed, timeout=PATIENCE_MS):
        workspace.session.submit(
            Command.SET_KIND,
            lambda db: set_kinds(db, article=version.id, passages=[0], kind=PassageKind.PROMO),
        )

    assert desk.read(story).summary.cut == 1
    assert desk.collator.count == 2


def test_a_long_pair_is_compared_beside_the_window(desk: Desk) -> None:
    """The texts are there at once, how they compare a moment later, and once only."""
    words = "The ferry of the northern islands was late again. "
    long = words * (AT_ONCE // len(words))
    story = desk.bring(long, f"{long}Nobody said why.")
    workspace = desk.workspace
    assert workspace is not None
    workspace.reading.open(story)

    assert workspace.reading.base is not None
    assert workspace.reading.collation is None

    summary = desk.read(story).summary
    assert summary.cut + summary.added == 1
    desk.open()
    desk.read(story)
    assert desk.collator.count == 1


def test_versions_that_are_not_shown_are_measured_once(desk: Desk) -> None:
    """The list says what each version kept, without comparing again what is known."""
    story = desk.bring(LATE, DELAYED, f"{LATE} Nobody said why.")
    desk.read(story)
    workspace = desk.workspace
    assert workspace is not None
    for _ in range(2):
        workspace.reading.measure_others()
        desk.settle()

    assert desk.collator.count == 2
