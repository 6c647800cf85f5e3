"""The line at the bottom: the library, whether all is saved, the place, running work."""

from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QLocale, QTimer
from PySide6.QtWidgets import QProgressBar, QStatusBar, QToolButton, QWidget

from variorum.app.jobs import Job
from variorum.window.labels import ElidedLabel, plain_label, plain_tip

_PADDING = 10
"""Pixels around the words of a label, as the style sheet has them."""
_SHOW_AFTER_MS = 500
"""Work that ends sooner is not worth a look."""


_TELL_AFTER_MS = 3_000
"""How fast a job is can be told when it has run for a while."""
_LEAST_DONE = 0.02
_DONE_MS = 4_000
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Pace:
    """Hold how long a job has run and, where it can be told, how long it will still run, in seconds."""

    seconds: float
    left: float | None


def pace_of(seconds: float, *, done: int, total: int) -> Pace:
    """Return the pace of a job that has done a part in some seconds."""
    share = done / total if total else 0.0
    return Pace(seconds, seconds * (1 - share) / share if share >= _LEAST_DONE else None)


class StatusLine(QStatusBar):
    """Say where the reader is and what goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._library = plain_label(parent=self)
        self._saved = plain_label(parent=self)
        self._found = ElidedLabel(parent=self)
        self._place = plain_label(parent=self)
        self._annotator = plain_label(parent=self)
        self._title = plain_label(parent=self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel = QToolButton(self)
        self._cancel.setObjectName("link")
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel the running work"))
        self._cancel.clicked.connect(self._cancel_clicked)
        self._job: Job | None = None
        self._clock = QElapsedTimer()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_SHOW_AFTER_MS)
        self._patience.timeout.connect(lambda: self._show_work(shown=True))
        for widget in (self._library, self._saved, self._title, self._bar, self._cancel):
            self.addWidget(widget)
        self.addWidget(self._found, 1)
        for widget in (self._place, self._annotator):
            self.addPermanentWidget(widget)
        self._show_work(shown=False)
        self.say_saved(saved=True)

    def say_library(self, name: str) -> None:
        """Name the library."""
        self._library.setText(name)

    def say_saved(self, *, saved: bool) -> None:
        """Say whether every deed is on the disk."""
        done, under_way = self.tr("All changes saved"), self.tr("Saving…")
        # One width for both: nothing beside it moves at every stroke.
        metrics = self._saved.fontMetrics()
        self._saved.setMinimumWidth(
            max(metrics.horizontalAdvance(said) for said in (done, under_way)) + _PADDING
        )
        self._saved.setText(done if saved else under_way)

    def say_read_only(self) -> None:
        """Say that nothing can be changed here."""
        self._saved.setText(self.tr("Read-only"))

    def say_place(self, text: str) -> None:
        """Say where in the text the reader is."""
        self._place.setText(text)

    def say_found(self, text: str) -> None:
        """Say what the program found at the caret."""
        if text and text != self._found.text():
            self.clearMessage()
        self._found.setText(text)
        self._found.setToolTip(plain_tip(text))

    def say_done(self, text: str) -> None:
        """Say for a moment what was done, in place of what stands on the left."""
        self.showMessage(text, _DONE_MS)

    @property
    def found(self) -> str:
        """Return what the program found at the caret."""
        return self._found.text()

    def say_annotator(self, name: str) -> None:
        """Say whose marks are made."""
        self._annotator.setText(self.tr("Annotator: {name}").format(name=name) if name else "")

    # --- work -------------------------------------------------------------------------------

    def follow(self, job: Job) -> None:
        """Show how far a job is, once it takes longer than a moment."""
        self._job = job
        self._title.setText(job.title)
        self._clock.start()
        self._bar.setRange(0, 0)
        job.progressed.connect(self._progressed)
        job.finished.connect(self._finished)
        self._patience.start()

    def _progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if self._job is not None and self._clock.elapsed() > _TELL_AFTER_MS:
            pace = pace_of(self._clock.elapsed() / 1000, done=done, total=total)
            self._title.setText(self._told(self._job, pace))

    def _told(self, job: Job, pace: "Pace") -> str:
        """Say how fast a job is, where it counts what it makes, and how long it will still take."""
        parts = [job.title]
        if job.made.count:
            rate = QLocale().toString(round(job.made.count / max(pace.seconds, 0.001)))
            parts.append(self.tr("{rate} articles a second").format(rate=rate))
        if pace.left is not None and pace.left >= _MINUTE:
            parts.append(self.tr("about %n minute(s) left", "", round(pace.left / _MINUTE)))
        elif pace.left is not None:
            parts.append(self.tr("less than a minute left"))
        return " · ".join(parts)

    def _finished(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._patience.stop()
            self._show_work(shown=False)

    def _cancel_clicked(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _show_work(self, *, shown: bool) -> None:
        for widget in (self._title, self._bar, self._cancel):
            widget.setVisible(shown)
