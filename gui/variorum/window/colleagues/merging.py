"""Merge another library: choose it, see what would come, back up, merge."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from variorum.app.settings import LAST_FOLDER
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.merging.merge import merge, opened_to_merge, rehearse
from variorum.library.merging.values import NO_CHOICE, Choice, MergeKind, MergeReport
from variorum.library.safety.backups import Why
from variorum.progress import Tick
from variorum.window.body import Body
from variorum.window.colleagues.merge_box import MergeBox
from variorum.window.message_bar import Message


class Merging(QObject):
    """Bring a colleague's work into the open library."""

    def __init__(self, body: Body) -> None:
        super().__init__(body.window)
        self._body = body
        self._workspace = body.workspace
        self.box: MergeBox | None = None

    def choose(self) -> None:
        """Ask for the other library."""
        folder = self._workspace.session.settings.get(LAST_FOLDER)
        path = self._body.ask.file_to_open(
            self.tr("Merge a library"), folder=folder, kinds=self.tr("Libraries (*.variorum)")
        )
        if path is not None:
            self.rehearse(path)

    def rehearse(self, path: Path, choice: Choice = NO_CHOICE) -> None:
        """Find out what would come, and show it."""
        library = self._workspace.session.library

        def work(tick: Tick) -> MergeReport:
            with opened_to_merge(path, library.path) as other:
                return rehearse(library, other, choice, tick=tick)

        job = self._workspace.jobs.run(self.tr("Comparing the libraries"), work)
        job.succeeded.connect(partial(self._rehearsed, path))
        job.failed.connect(self._body.mouth.failed)
        self._body.mouth.follow(job)

    def _rehearsed(self, path: Path, report: MergeReport) -> None:
        if self.box is not None:
            self.box.show_report(report)
            return
        self.box = MergeBox(path.stem, report, self._body.window)
        self.box.choice_changed.connect(partial(self.rehearse, path))
        self.box.wanted.connect(partial(self._back_up, path))
        self.box.finished.connect(self._closed)
        self.box.open()

    def _closed(self) -> None:
        self.box = None

    def _back_up(self, path: Path, choice: Choice) -> None:
        """Merge only when there is a copy of what was before."""
        job = self._workspace.backups.back_up(Why.CHANGED)
        if job is None:
            # One is being made this moment.
            self.merge(path, choice)
            return
        job.succeeded.connect(partial(self._backed_up, path, choice))
        job.failed.connect(self._body.mouth.failed)
        self._body.mouth.follow(job)

    def _backed_up(self, path: Path, choice: Choice, _made: object) -> None:
        self.merge(path, choice)

    def merge(self, path: Path, choice: Choice = NO_CHOICE) -> None:
        """Merge, as one deed; stopped, it leaves everything as it was."""
        session = self._workspace.session
        into = session.library.path

        def deed(db: Db, tick: Tick) -> MergeReport:
            with opened_to_merge(path, into) as other:
                return merge(db, other, choice, tick=tick)

        title = self.tr("Merging {library}").format(library=path.name)
        job = session.submit_long(title, Command.MERGE_LIBRARY, deed, then=self._say)
        job.failed.connect(self._body.mouth.failed)
        self._body.mouth.follow(job)

    def _say(self, report: MergeReport) -> None:
        parts = [
            self.tr("%n article(s)", "", report.of(MergeKind.ARTICLES).new),
            self.tr("%n highlight(s)", "", report.of(MergeKind.HIGHLIGHTS).new),
            self.tr("%n note(s) came", "", report.of(MergeKind.NOTES).new),
        ]
        if report.clashes:
            parts.append(self.tr("%n differ(s); no version is lost", "", len(report.clashes)))
        hint = self.tr("Undo takes the whole merge back.")
        self._body.mouth.say(Message(" · ".join(parts) + ".", hint))
