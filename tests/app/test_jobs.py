"""Work beside the window: how it ends, how it reports, how it is stopped."""

from collections.abc import Iterator
from threading import Event, current_thread

import pytest
from pytestqt.qtbot import QtBot

from variorum.app.jobs import Job, Jobs
from variorum.progress import Cancelled, Tick


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:  # noqa: ARG001 - Qt must be there
    """Return a runner that is closed after the test."""
    jobs = Jobs()
    yield jobs
    jobs.close()


class Ends:
    """Write down how a job ended."""

    def __init__(self, job: Job) -> None:
        self.seen: list[str] = []
        self.value: object = None
        job.succeeded.connect(self._succeeded)
        job.failed.connect(self._failed)
        job.cancelled.connect(lambda: self.seen.append("cancelled"))
        job.finished.connect(lambda: self.seen.append("finished"))

    def _succeeded(self, value: object) -> None:
        self.seen.append("succeeded")
        self.value = value

    def _failed(self, error: object) -> None:
        self.seen.append("failed")
        self.value = error


def test_a_result_comes_home(qtbot: QtBot, jobs: Jobs) -> None:
    """What the work returns arrives once, before the end."""
    job = jobs.run("Counting", lambda _: 42)
    ends = Ends(job)

    with qtbot.waitSignal(job.finished):
        pass

    assert ends.seen == ["succeeded", "finished"]
    assert ends.value == 42


def test_a_failure_comes_home(qtbot: QtBot, jobs: Jobs) -> None:
    """What the work raises arrives once, before the end."""

    def fail(_: Tick) -> None:
        raise ValueError("no")

    job = jobs.run("Failing", fail)
    ends = Ends(job)

    with qtbot.waitSignal(job.finished):
        pass

    assert ends.seen == ["failed", "finished"]
    assert isinstance(ends.value, ValueError)


def test_cancelled_work_stops_at_its_next_tick(qtbot: QtBot, jobs: Jobs) -> None:
    """A job that is cancelled neither succeeds nor fails."""
    goes_on = Event()

    def work(tick: Tick) -> None:
        goes_on.wait(10)
        tick(1, 2)

    job = jobs.run("Waiting", work)
    ends = Ends(job)
    job.cancel()

    with qtbot.waitSignal(job.finished):
        goes_on.set()

    assert ends.seen == ["cancelled", "finished"]


def test_work_that_catches_the_cancelling_may_still_succeed(qtbot: QtBot, jobs: Jobs) -> None:
    """An import that is stopped returns what it saved until then."""
    goes_on = Event()

    def work(tick: Tick) -> str:
        goes_on.wait(10)
        try:
            tick(1, 2)
        except Cancelled:
            return "half"
        return "whole"

    job = jobs.run("Waiting", work)
    ends = Ends(job)

    def stop() -> None:
        job.cancel()
        goes_on.set()

    jobs.run("First", lambda _: None).finished.connect(stop)
    with qtbot.waitSignal(job.finished):
        pass

    assert ends.seen == ["succeeded", "finished"]
    assert ends.value == "half"


def test_progress_is_told_at_home(qtbot: QtBot, jobs: Jobs) -> None:
    """A tick arrives as a signal on the thread of the window."""
    home = current_thread()
    seen: list[tuple[int, int, bool]] = []
    job = jobs.run("Ticking", lambda tick: tick(3, 7))

    def write_down(done: int, total: int) -> None:
        seen.append((done, total, current_thread() is home))

    job.progressed.connect(write_down)

    with qtbot.waitSignal(job.finished):
        pass

    assert seen == [(3, 7, True)]


def test_closing_stops_what_runs(jobs: Jobs) -> None:
    """Work that ticks ends with the window, and nothing is told of it."""
    began = Event()

    def work(tick: Tick) -> None:
        began.set()
        while True:
            tick(0, 1)

    ends = Ends(jobs.run("For ever", work))
    began.wait(10)

    jobs.close()

    assert ends.seen == []
    assert jobs.running == ()
