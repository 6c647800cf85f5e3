"""Work that takes long enough to be done beside the window."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from threading import Event

from PySide6.QtCore import QObject, Signal

from variorum.app.home import Home
from variorum.progress import Cancelled, Tick

Work = Callable[[Tick], object]
"""What a job does: it ticks as it goes and returns its result."""

_TICK_PAUSE = 0.05
"""Seconds between two reports that are passed on: more than the eye can follow is waste."""


class Made:
    """Count what a job makes; its worker counts, the window looks."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, count: int) -> None:
        """Remember how many there are now."""
        self.count = count


class Job(QObject):
    """Follow one piece of work: exactly one of succeeded, failed, cancelled, then finished."""

    progressed = Signal(int, int)  # done, total
    succeeded = Signal(object)  # what the work returned
    failed = Signal(object)  # the Exception
    cancelled = Signal()
    finished = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        """What is being done, as a sentence for the reader."""
        self.made = Made()
        """How much the work has made so far, for who shows how fast it is."""
        self.stop = Event()
        """Set when the work is asked to stop; with `made`, all of a job that its worker may touch."""

    def cancel(self) -> None:
        """Ask the work to stop at its next tick."""
        self.stop.set()

    @property
    def stopping(self) -> bool:
        """Tell whether the work was asked to stop."""
        return self.stop.is_set()


@dataclass(slots=True)
class _Ticker:
    """Pass a worker's reports home, and stop it when asked."""

    report: Callable[[int, int], None]
    stopping: Callable[[], bool]
    last: float = field(default=0.0)

    def __call__(self, done: int, total: int) -> None:
        if self.stopping():
            raise Cancelled
        now = time.monotonic()
        if now - self.last >= _TICK_PAUSE:
            self.last = now
            self.report(done, total)


class Jobs(QObject):
    """Run work in threads and tell of it on the thread of the window."""

    started = Signal(object)  # Job
    finished = Signal(object)  # Job

    def __init__(self, *, workers: int = 2, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = Home(self)
        self._executor = ThreadPoolExecutor(workers, thread_name_prefix="variorum-job")
        self._numbers = count()
        # Workers know their job by its number only: who holds it last would destroy it, and
        # that must be the thread of the window.
        self._running: dict[int, Job] = {}

    @property
    def running(self) -> tuple[Job, ...]:
        """Return the jobs that have not finished, oldest first."""
        return tuple(self._running.values())

    def run(self, title: str, work: Work, *, made: Made | None = None) -> Job:
        """Start a piece of work; connect to the job's signals before returning to the loop.

        `made` is what the work counts into.
        """
        job = Job(title)
        job.made = made or job.made
        number = next(self._numbers)
        self._running[number] = job
        self._executor.submit(self._work, number, job.stop, work)
        self.started.emit(job)
        return job

    def close(self) -> None:
        """Stop all work and wait for its threads; nothing is reported any more."""
        self._home.close()
        for job in self.running:
            job.cancel()
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._running.clear()

    def _work(self, number: int, stop: Event, work: Work) -> None:
        """Do the work on a thread of the executor and send its end home."""
        ticker = _Ticker(
            lambda done, total: self._home.post(lambda: self._report(number, done, total)),
            stop.is_set,
        )
        end: Callable[[Job], None]
        try:
            if stop.is_set():
                raise Cancelled
            result = work(ticker)
        except Cancelled:
            end = _cancelled
        except Exception as error:  # noqa: BLE001 - a job may fail in any way; it is told of here
            end = _failed(error)
        else:
            end = _succeeded(result)
        self._home.post(lambda: self._end(number, end))

    def _report(self, number: int, done: int, total: int) -> None:
        self._running[number].progressed.emit(done, total)

    def _end(self, number: int, end: Callable[[Job], None]) -> None:
        job = self._running.pop(number)
        try:
            end(job)
        finally:
            job.finished.emit()
            self.finished.emit(job)


def _cancelled(job: Job) -> None:
    job.cancelled.emit()


def _failed(error: Exception) -> Callable[[Job], None]:
    """Bind the error now: the name `error` is gone once its handler ends."""
    return lambda job: job.failed.emit(error)


def _succeeded(result: object) -> Callable[[Job], None]:
    return lambda job: job.succeeded.emit(result)
