"""Words that are being written reach the disk, or are kept and tried again."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from variorum.app.jobs import Jobs
from variorum.app.safekeeping import Safekeeping
from variorum.app.session import Session
from variorum.app.settings import Settings
from variorum.library.keeping import drafts
from variorum.library.library import Library

PATIENCE_MS = 20_000
pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="no open file can be moved away there"
)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:  # noqa: ARG001 - Qt runs
    """Return a session over an empty library."""
    library = Library.open(tmp_path / "desk.variorum", create=True)
    jobs = Jobs()
    session = Session(library, jobs=jobs, settings=Settings(tmp_path))
    yield session
    jobs.close()
    session.close()


def kept(session: Session) -> dict[str, str]:
    """Return the drafts on the disk."""
    return {draft.place: draft.text for draft in drafts(session.library.reader)}


def test_words_are_kept_at_once(session: Session) -> None:
    """A draft is on the disk, and nothing is at risk."""
    keeping = Safekeeping(session)
    keeping.keep("note 1", "The harbour")

    assert keeping.words_at_risk() == ()
    assert kept(session) == {"note 1": "The harbour"}


def test_words_that_could_not_be_saved_are_tried_again(session: Session, qtbot: QtBot) -> None:
    """While the file is away the words are at risk; when it is back they are saved by themselves."""
    keeping, elsewhere = Safekeeping(session), session.path.with_name("elsewhere")
    session.path.rename(elsewhere)
    with qtbot.waitSignal(session.failed, timeout=PATIENCE_MS):
        keeping.keep("note 1", "The harbour")
    assert keeping.words_at_risk() == ("The harbour",)

    elsewhere.rename(session.path)
    qtbot.waitUntil(lambda: kept(session) == {"note 1": "The harbour"}, timeout=PATIENCE_MS)

    assert keeping.words_at_risk() == ()


def test_later_words_are_not_overwritten(session: Session, qtbot: QtBot) -> None:
    """A draft that failed does not come back over the words that were saved after it."""
    keeping, elsewhere = Safekeeping(session), session.path.with_name("elsewhere")
    session.path.rename(elsewhere)
    with qtbot.waitSignal(session.failed, timeout=PATIENCE_MS):
        keeping.keep("note 1", "The har")
    elsewhere.rename(session.path)

    keeping.keep("note 1", "The harbour")

    assert keeping.words_at_risk() == ()
    assert kept(session) == {"note 1": "The harbour"}
