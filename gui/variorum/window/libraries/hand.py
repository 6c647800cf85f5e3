"""What the reader does with whole libraries, by menu and by drop."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from variorum.app import backups
from variorum.app.jobs import Job
from variorum.app.places import Place, place_of
from variorum.app.recent import Recent
from variorum.app.workspace import Workspace
from variorum.errors import LibraryError, UsageError
from variorum.exchange.flaws import flaw_line
from variorum.library.safety.backups import Backup, Why
from variorum.library.safety.integrity import Report, check
from variorum.window.ask import Ask
from variorum.window.libraries.backups_box import BackupsBox, Row, moment_words
from variorum.window.message_bar import Message, MessageKind, Offer

SUFFIX = ".variorum"
_MOST_SHOWN = 1000


class Libraries(QObject):
    """Make, open, copy, check, back up and restore libraries."""

    wanted = Signal(object, bool)  # Path, whether it is made
    samples_wanted = Signal()
    restore_wanted = Signal(object)  # Backup
    started = Signal(object)  # Job
    said = Signal(object)  # Message
    failed = Signal(object)  # Exception

    def __init__(self, workspace: Workspace, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._session = workspace.session
        self._ask = ask
        self._over = parent
        self.recent = Recent(workspace.session.settings)
        self.dialog: BackupsBox | None = None
        self._keeper = workspace.backups
        self._keeper.failed.connect(self._backup_failed)
        self._session.space_ran_out.connect(self._say_space)

    # --- which library ------------------------------------------------------------------------------

    def new(self) -> None:
        """Ask for a place and make a library there."""
        path = self._ask.file_to_save(
            self.tr("New library"),
            proposal=self._workspace.path.parent / self.tr("library.variorum"),
            kinds=self._kinds(),
        )
        if path is None:
            return
        path = path.with_suffix(SUFFIX)
        if path.exists():
            raise UsageError(
                self.tr("There is a library in this place already."),
                hint=self.tr("Choose another name, or open that library."),
            )
        self.wanted.emit(path, True)  # noqa: FBT003 - a signal

    def open(self) -> None:
        """Ask for a library and open it in place of this one."""
        folder = str(self._workspace.path.parent)
        path = self._ask.file_to_open(self.tr("Open a library"), folder=folder, kinds=self._kinds())
        if path is not None:
            self.wanted.emit(path, False)  # noqa: FBT003 - a signal

    def fill_recent(self, menu: QMenu) -> None:
        """List the libraries that were open last, this one left out."""
        here = self._workspace.path.absolute()
        for path in self.recent.libraries():
            if path != here:
                text = f"{path.stem} — {path.parent}".replace("&", "&&")
                menu.addAction(text, partial(self.wanted.emit, path, False))  # noqa: FBT003 - a signal

    def clear_recent(self) -> None:
        """Forget which libraries were open."""
        self.recent.clear()

    def keep_recent(self) -> None:
        """Turn the list of recent libraries on or off."""
        self.recent.keep(kept=not self.recent.is_kept)
        self.recent.add(self._workspace.path)

    @staticmethod
    def dropped(mime: QMimeData) -> Path | None:
        """Return the library that was dropped, if a single one was."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        is_library = len(paths) == 1 and paths[0].suffix.lower() == SUFFIX
        return paths[0] if is_library and paths[0].is_file() else None

    def _kinds(self) -> str:
        return self.tr("Variorum library (*.variorum)")

    # --- copies ----------------------------------------------------------------------------------------

    def save_copy(self) -> None:
        """Ask for a place and write a copy there, a library of its own from then on."""
        here = self._workspace.path
        proposal = here.with_name(self.tr("{name} copy").format(name=here.stem) + SUFFIX)
        path = self._ask.file_to_save(
            self.tr("Save a copy of the library"), proposal=proposal, kinds=self._kinds()
        )
        if path is None:
            return
        path = path.with_suffix(SUFFIX).absolute()
        if path == here.absolute() or (path.exists() and here.exists() and path.samefile(here)):
            raise UsageError(self.tr("The copy must be another file than the library."))
        library = self._session.library

        def done(_: object) -> None:
            self.said.emit(Message(self.tr("A copy was saved as {path}.").format(path=path)))

        self._run(
            self._session.jobs.run(
                self.tr("Saving a copy"), lambda tick: library.backup_to(path, tick=tick, anew=True)
            )
        ).succeeded.connect(done)

    def back_up(self) -> None:
        """Make a backup now."""
        job = self._keeper.back_up(Why.ASKED)
        if job is None:
            self.said.emit(Message(self.tr("A backup is being made already.")))
            return
        self.started.emit(job)
        job.succeeded.connect(self._backed_up)

    def _backed_up(self, one: Backup) -> None:
        self.said.emit(
            Message(
                self.tr("The library is backed up; the copy was read and is whole."),
                details=str(one.path),
            )
        )

    def _backup_failed(self, error: Exception) -> None:
        if not isinstance(error, LibraryError | OSError):
            self.failed.emit(error)
            return
        reason = error.message if isinstance(error, LibraryError) else error.strerror or ""
        hint = error.hint if isinstance(error, LibraryError) else ""
        self.said.emit(
            Message(
                self.tr("No backup could be made: {reason}").format(reason=reason),
                hint=hint,
                kind=MessageKind.TROUBLE,
            )
        )

    def choose_backup(self) -> None:
        """List the backups of this library, to restore one."""
        folder = self._keeper.folder
        if folder is None:
            raise UsageError(self.tr("This library was only ever read here; it has no backups."))
        job = self._session.jobs.run(
            self.tr("Looking for backups"), lambda tick: backups.listed(folder, tick)
        )

        def found(rows: list[Row]) -> None:
            self._show_backups(rows, folder)

        self._run(job).succeeded.connect(found)

    def _show_backups(self, rows: list[Row], folder: Path) -> None:
        if not rows:
            self.said.emit(
                Message(
                    self.tr("There is no backup of this library yet."),
                    hint=self.tr(
                        "One is made by itself when it has changed; “Back up now” makes one at once."
                    ),
                )
            )
            return
        self.dialog = BackupsBox(
            rows,
            said=self.tr(
                "Choose the state to go back to. What the library is now becomes a backup first,"
                " so that this can be taken back."
            ),
            folder=folder,
            parent=self._over,
        )
        self.dialog.chosen.connect(self.restore_wanted)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    # --- is it sound -------------------------------------------------------------------------------------

    def check(self) -> None:
        """Read the whole library and say whether it is sound."""
        library = self._session.library
        job = self._session.jobs.run(
            self.tr("Checking the library"), lambda tick: check(library, tick=tick)
        )
        self._run(job).succeeded.connect(self._checked)

    def _checked(self, report: Report) -> None:
        if report.is_sound:
            self.said.emit(
                Message(
                    self.tr(
                        "The library is sound: every page, text, note and quotation was read and"
                        " is as it was saved."
                    )
                )
            )
            return
        lines = [
            f"{flaw_line(finding.flaw, translate=_translated)} ({finding.where})"
            for finding in report.findings
        ]
        self.said.emit(
            Message(
                self.tr("The library is damaged in %n place(s).", "", len(lines)),
                hint=self.tr("Restore a backup from before the damage."),
                details="\n".join(lines),
                kind=MessageKind.TROUBLE,
                offers=(Offer(self.tr("Restore from a backup…"), self.choose_backup),),
            )
        )

    # --- warnings ------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Remember this library, watch over it, and warn of where it lies."""
        self.recent.add(self._workspace.path)
        self._keeper.begin()
        if self._session.is_writable:
            self._warn_of_place(place_of(self._workspace.path))

    def _warn_of_place(self, place: Place) -> None:
        said = {
            Place.NETWORK: self.tr(
                "This library lies on a network drive, where saving is less safe."
            ),
            Place.SYNCED: self.tr(
                "This library lies in a folder that another program synchronises."
            ),
        }
        if place in said:
            hint = self.tr("Work on a copy on this computer’s own disk.")
            offer = Offer(self.tr("Save a copy…"), self.save_copy)
            self.said.emit(
                Message(said[place], hint=hint, kind=MessageKind.TROUBLE, offers=(offer,))
            )

    def _say_space(self) -> None:
        self.said.emit(
            Message(
                self.tr("The disk is full. This was saved in the last room kept for it."),
                hint=self.tr("Free some space on the disk before you go on."),
                kind=MessageKind.TROUBLE,
            )
        )

    def may_close(self, words: Sequence[str]) -> bool:
        """Ask before words that could not be saved are given up; tell whether they may be."""
        if not words:
            return True
        question = self.tr("These words of yours could not be saved:\n\n{words}").format(
            words="\n\n".join(words)[:_MOST_SHOWN]
        )
        title = self.tr("Close without saving?")
        return self._ask.confirm(title, question, deed=self.tr("Close without saving"))

    def _run(self, job: Job) -> Job:
        job.failed.connect(self.failed)
        self.started.emit(job)
        return job


def _translated(text: str) -> str:
    return QCoreApplication.translate("wording", text)


def restored_words(one: Backup) -> str:
    """Say which backup is in place now."""
    return QCoreApplication.translate("libraries", "The library is as it was on {moment}.").format(
        moment=moment_words(one.made)
    )
