"""Ask a question beside the window; an answer that a newer question has overtaken is dropped."""

from PySide6.QtCore import QObject, Signal

from variorum.app.jobs import Job, Jobs, Work


class Asking(QObject):
    """Hold the question asked last, and hand its answer on."""

    answered = Signal(object)  # what the work returned
    failed = Signal(object)  # Exception

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Tell whether an answer is still to come."""
        return self._job is not None

    def ask(self, title: str, work: Work) -> Job:
        """Have work done; whatever was asked before is not wanted any more."""
        self.forget()
        job = self._jobs.run(title, work)
        job.succeeded.connect(self._arrived)
        job.failed.connect(self._broke)
        self._job = job
        return job

    def forget(self) -> None:
        """Want no answer any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _arrived(self, found: object) -> None:
        if self.sender() is self._job:
            self._job = None
            self.answered.emit(found)

    def _broke(self, error: Exception) -> None:
        if self.sender() is self._job:
            self._job = None
            self.failed.emit(error)


class AskingAside(Asking):
    """Ask on a thread of its own: an import may keep the others busy for minutes."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._own = Jobs(workers=1)
        super().__init__(self._own, parent)

    def close(self) -> None:
        """Want no answer any more, and wait for the thread."""
        self.forget()
        self._own.close()
