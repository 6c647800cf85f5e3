"""Make a concordance beside the window; only the last one asked for counts."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from variorum.app.jobs import Job, Jobs
from variorum.library.concordance import Concordance, LineOrder, concordance, in_order
from variorum.library.library import Library
from variorum.progress import Tick


class Concording(QObject):
    """Answer with lines in order."""

    answered = Signal(object)  # Concordance, its lines in order
    failed = Signal(object)  # Exception

    def __init__(self, library: Library, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._jobs = library, jobs
        self._job: Job | None = None

    def ask(self, query: str, order: LineOrder) -> Job:
        """Look for every place of a query's words."""
        if self._job is not None:
            self._job.cancel()
        job = self._jobs.run(self.tr("Concordance"), self._work(query, order))
        job.succeeded.connect(self._arrived)
        job.failed.connect(self._broke)
        self._job = job
        return job

    def _work(self, query: str, order: LineOrder) -> Callable[[Tick], Concordance]:
        library = self._library

        def work(tick: Tick) -> Concordance:
            found = concordance(library.reader, query, tick=tick)
            lines = tuple(in_order(found.lines, order))
            return Concordance(lines, found.texts, is_cut=found.is_cut)

        return work

    def _arrived(self, found: Concordance) -> None:
        if self.sender() is self._job:
            self._job = None
            self.answered.emit(found)

    def _broke(self, error: Exception) -> None:
        if self.sender() is self._job:
            self._job = None
            self.failed.emit(error)
