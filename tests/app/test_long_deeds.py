"""Deeds that take long: they tell how far they are, and leave nothing behind when stopped."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from variorum.app.jobs import Jobs
from variorum.app.session import Session
from variorum.app.settings import Settings
from variorum.library import codebook
from variorum.library.commands import ChangeSet, Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.queries.marks import codes
from variorum.progress import Tick

PATIENCE_MS = 20_000


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:  # noqa: ARG001 - Qt runs
    """Return a session over an empty library."""
    jobs = Jobs()
    library = Library.open(tmp_path / "desk.variorum", create=True)
    session = Session(library, jobs=jobs, settings=Settings(tmp_path))
    yield session
    jobs.close()
    session.close()


def names(session: Session) -> list[str]:
    """Return the codes that are saved."""
    return [row.code.name for row in codes(session.library.reader)]


def add(db: Db, tick: Tick) -> str:
    """Add two codes, and say so after each."""
    for done, name in enumerate(("Fares", "Piers"), start=1):
        codebook.add_code(db, name=name, colour="amber")
        tick(done, 2)
    return "added"


def test_a_long_deed_is_told_of_like_any_other(session: Session, qtbot: QtBot) -> None:
    """Views hear of the changes first, then whoever asked hears the answer."""
    heard = list[object]()

    def hear(changes: ChangeSet) -> None:
        heard.append(changes.command)

    session.library_changed.connect(hear)
    job = session.submit_long("Adding", Command.ADD_CODE, add, then=heard.append)
    qtbot.waitSignal(job.finished, timeout=PATIENCE_MS).wait()

    assert heard == [Command.ADD_CODE, "added"]
    assert names(session) == ["Fares", "Piers"]
    assert session.undo_state.undo is Command.ADD_CODE


def test_a_long_deed_that_is_stopped_leaves_nothing(session: Session, qtbot: QtBot) -> None:
    """What it had done is taken back, and no view reads again."""
    heard = list[ChangeSet]()
    session.library_changed.connect(heard.append)

    is_known = Event()

    def stopped(db: Db, tick: Tick) -> str:
        codebook.add_code(db, name="Fares", colour="amber")
        is_known.wait(PATIENCE_MS / 1000)
        job.cancel()
        tick(1, 2)
        return "added"

    job = session.submit_long("Adding", Command.ADD_CODE, stopped)
    is_known.set()
    with qtbot.waitSignal(job.cancelled, timeout=PATIENCE_MS):
        pass

    assert heard == []
    assert names(session) == []
    assert not session.undo_state.undo
