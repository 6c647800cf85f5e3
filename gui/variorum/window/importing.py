"""Bring files, folders and pasted text into the library, and sum up what came of it."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from variorum.app.jobs import Job, Made
from variorum.app.session import Session
from variorum.app.settings import LAST_FOLDER
from variorum.errors import UsageError
from variorum.exchange.files import write_text
from variorum.exchange.later import skipped_table
from variorum.formats.corpora.mapping import Mapping
from variorum.formats.corpora.rows import GUESSED, Columns
from variorum.ids import ArticleId
from variorum.intake.later import import_paste, import_paths, import_samples
from variorum.intake.resuming import columns_from_json
from variorum.intake.skips import SkipReason
from variorum.library import articles
from variorum.library.commands import ChangeSet, Command
from variorum.library.ids import ImportId
from variorum.library.queries import articles as queries_articles
from variorum.library.queries import marks as queries_marks
from variorum.library.queries import stories as queries
from variorum.library.unfinished import Ended, Unfinished, forget, unfinished
from variorum.progress import Tick
from variorum.window import later
from variorum.window.ask import Ask
from variorum.window.message_bar import Message, MessageKind, Offer

if TYPE_CHECKING:
    from variorum.intake.report import ImportReport
    from variorum.window.columns.hand import AskingForColumns

_LONGEST_TITLE = 60
_CERTAIN = Columns(certain_only=True)


class Importing(QObject):
    """Import by menu, by drop, by paste; one summary at the end."""

    started = Signal(object)  # Job
    finished = Signal(object)  # ImportReport
    failed = Signal(object)  # Exception
    said = Signal(object)  # Message
    questions_wanted = Signal()
    """The reader wants to answer which stories are one."""

    def __init__(self, session: Session, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ask = ask
        self._in_place_of: ImportReport | None = None

    @cached_property
    def columns(self) -> "AskingForColumns":
        """Return what asks for the columns of corpora; made when the first is asked for."""
        over = self.parent()
        asking = later.asking_for_columns(
            self._session, over if isinstance(over, QWidget) else None, self
        )
        asking.chosen.connect(self._bring_with)
        asking.failed.connect(self.failed)
        return asking

    def import_files(self) -> None:
        """Ask for files and import them."""
        folder = self._session.settings.get(LAST_FOLDER)
        files = self._ask.files_to_open(self.tr("Import files"), folder=folder)
        if files:
            self._session.settings.set(LAST_FOLDER, str(files[0].parent))
            self.bring(files)

    def import_folder(self) -> None:
        """Ask for a folder and import all files in it."""
        folder = self._session.settings.get(LAST_FOLDER)
        chosen = self._ask.folder_to_open(self.tr("Import a folder"), folder=folder)
        if chosen is not None:
            self._session.settings.set(LAST_FOLDER, str(chosen))
            self.bring([chosen])

    def paste(self) -> None:
        """Import what is on the clipboard: text, or files."""
        mime = _on_clipboard()
        if mime is None or not self.takes(mime):
            raise UsageError(
                self.tr("There is no text on the clipboard."),
                hint=self.tr("Copy a story first, then paste it here."),
            )
        self.take(mime)

    @staticmethod
    def takes(mime: QMimeData) -> bool:
        """Tell whether something that was dropped or pasted can be imported."""
        files = any(url.isLocalFile() for url in mime.urls())
        return files or (mime.hasText() and bool(mime.text().strip()))

    def take(self, mime: QMimeData) -> None:
        """Import what was dropped or pasted."""
        if not self._session.is_writable:
            raise UsageError(
                self.tr("This library can only be read here, so nothing can be imported."),
                hint=self.tr("Save a copy of it from the File menu, and work in the copy."),
            )
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.bring(files)
        else:
            self.bring_text(mime.text())

    def bring(self, paths: Sequence[Path], *, columns: Columns = _CERTAIN) -> None:
        """Import files and folders beside the window; uncertain columns are asked for."""
        library, made = self._session.library, Made()
        self._run(
            lambda tick: import_paths(library, paths, columns=columns, tick=tick, saved=made),
            made=made,
        )

    def bring_quietly(
        self, files: Sequence[Path], *, then: "Callable[[ImportReport], None]"
    ) -> None:
        """Import files that came by themselves: what is read stays in sight."""
        library = self._session.library

        def brought(report: "ImportReport") -> None:
            if report.imported:
                self._session.announce(ChangeSet(Command.IMPORT))
            then(report)

        job = self._session.jobs.run(
            self.tr("Importing"),
            lambda tick: import_paths(library, files, columns=GUESSED, tick=tick, saved=Made()),
        )
        job.succeeded.connect(brought)
        job.failed.connect(self.failed)
        self.started.emit(job)

    # --- what was cut off -----------------------------------------------------------------------

    def tell_what_was_cut_off(self) -> None:
        """Offer to go on with an import during which the program ended."""
        if not self._session.is_writable:
            return
        for left in unfinished(self._session.library.reader):
            if left.ended is Ended.RUNNING:
                self.said.emit(self._cut_off(left))
                return

    def _cut_off(self, left: Unfinished) -> Message:
        return Message(
            self.tr("An import was cut off. %n article(s) of it are here.", "", left.articles),
            hint=self.tr("It can go on where it was."),
            kind=MessageKind.TROUBLE,
            offers=(
                Offer(self.tr("Go on"), lambda: self.go_on(left)),
                Offer(self.tr("Leave it"), lambda: self._give_up(left)),
            ),
        )

    def go_on(self, left: Unfinished) -> None:
        """Import what an import did not come to."""
        self.bring([Path(path) for path in left.paths], columns=columns_from_json(left.columns))

    def _give_up(self, left: Unfinished) -> None:
        self._session.submit(Command.HOUSEKEEPING, lambda db: forget(db, left.id))

    def _go_on_with(self, report: "ImportReport") -> None:
        """Go on with an import that the reader stopped."""
        for left in unfinished(self._session.library.reader):
            if left.id == report.import_id:
                self.go_on(left)

    def save_skipped(self, report: "ImportReport") -> None:
        """Ask where to save the list of what was left out, and save it as a table."""
        settings = self._session.settings
        folder = settings.export_folder
        path = self._ask.file_to_save(
            self.tr("Save what was left out"),
            proposal=folder / self.tr("left out.csv"),
            kinds=self.tr("Tables (*.csv)"),
        )
        if path is not None:
            settings.keep_export_folder(path)
            rows = [(s.file, s.reason.value, s.message, s.hint) for s in report.skipped]
            write_text(path, skipped_table(rows), mark=True)
            self.said.emit(Message(self.tr("Saved as {path}.").format(path=path)))

    # --- after an import ------------------------------------------------------------------------

    def _bring_with(self, file: Path, mapping: Mapping) -> None:
        """Import a corpus as the reader says, in place of what was read of it before."""
        before, self._in_place_of = self._in_place_of, None
        columns = Columns(mapping)
        if before is None or before.corpora != (file,):
            self.bring([file], columns=columns)
            return
        self._session.submit(
            Command.UNDO_IMPORT,
            lambda db: articles.undo_import(db, import_id=before.import_id),
            then=lambda _: self.bring([file], columns=columns),
        )

    def _ask_again(self, report: "ImportReport") -> None:
        """Ask for the columns of a corpus that was imported by what they were taken for."""
        self._in_place_of = report
        self.columns.ask(report.corpora)

    def bring_text(self, text: str) -> None:
        """Import one story from its words."""
        library = self._session.library
        self._run(lambda _: import_paste(library, text))

    def bring_samples(self) -> Job:
        """Import the stories that travel with the program."""
        library = self._session.library
        return self._run(lambda _: import_samples(library))

    def _run(self, work: Callable[[Tick], object], *, made: Made | None = None) -> Job:
        job = self._session.jobs.run(self.tr("Importing"), work, made=made)
        job.succeeded.connect(self._succeeded)
        job.failed.connect(self.failed)
        self.started.emit(job)
        return job

    def _succeeded(self, report: "ImportReport") -> None:
        # Its batches are told of as one: a list that is read again a hundred times stands still.
        if report.imported:
            self._session.announce(ChangeSet(Command.IMPORT))
        self.finished.emit(report)
        self._in_place_of = None
        uncertain = _uncertain(report)
        if uncertain:
            self.columns.ask(uncertain)

    def undo(self, report: "ImportReport") -> None:
        """Move all that an import brought to the bin; asked first when it carries marks."""
        marks = self._marks_of(report.articles)
        question = self.tr("%n mark(s) on these articles go to the bin with them.", "", marks)
        if not marks or self._may_undo(question):
            self._undo(report.import_id)

    def undo_last(self) -> None:
        """Move what the last import brought to the bin, whenever it was; asked first."""
        reader = self._session.library.reader
        last = queries_articles.last_import(reader)
        if last is None:
            raise UsageError(self.tr("There is no import that could be undone."))
        brought = queries_articles.articles_of_import(reader, last)
        said = [self.tr("%n article(s) of the last import go to the bin.", "", len(brought))]
        marks = self._marks_of(brought)
        if marks:
            said.append(self.tr("They carry %n mark(s).", "", marks))
        if self._may_undo(" ".join(said)):
            self._undo(last)

    def _marks_of(self, brought: Sequence[ArticleId]) -> int:
        return len(queries_marks.highlights(self._session.library.reader, brought))

    def _may_undo(self, question: str) -> bool:
        title = self.tr("Undo the import")
        return self._ask.confirm(title, question, deed=title)

    def _undo(self, import_id: ImportId) -> None:
        self._session.submit(
            Command.UNDO_IMPORT, lambda db: articles.undo_import(db, import_id=import_id)
        )

    def summary(self, report: "ImportReport") -> Message:
        """Say in one sentence what an import brought; the rest stands behind `Details`."""
        parts = [self._brought(report)]
        if report.new_versions:
            parts.append(
                self.tr("%n changed text(s) kept as new versions", "", report.new_versions)
            )
        if report.duplicates:
            parts.append(self.tr("%n duplicate(s) left out", "", report.duplicates))
        files = [skipped for skipped in report.skipped if skipped.reason is not SkipReason.ROWS]
        if files:
            parts.append(self.tr("%n file(s) skipped", "", len(files)))
        if len(files) < len(report.skipped):
            parts.append(self.tr("some rows left out"))
        if report.stopped:
            parts.append(self.tr("stopped before the end"))
        if report.asked:
            parts.append(self.tr("%n article(s) may belong to another story too", "", report.asked))
        if len(report.skipped) == 1 and not report.imported:
            reason = report.skipped[0]
            return Message(reason.message, hint=reason.hint, kind=MessageKind.TROUBLE)
        return Message(
            " · ".join(parts) + ".",
            kind=MessageKind.DONE if report.imported or report.duplicates else MessageKind.TROUBLE,
            details="\n".join(f"{s.message} {s.hint}".strip() for s in report.skipped),
            offers=self._offers(report),
        )

    def _offers(self, report: "ImportReport") -> list[Offer]:
        """Return what the reader may do about an import."""
        offers: list[Offer] = []
        if report.stopped:
            offers.append(Offer(self.tr("Go on"), lambda: self._go_on_with(report)))
        if report.imported:
            offers.append(Offer(self.tr("Undo the import"), lambda: self.undo(report)))
        if report.imported and report.is_one_corpus:
            offers.append(Offer(self.tr("Columns…"), lambda: self._ask_again(report)))
        if report.asked:
            offers.append(Offer(self.tr("Answer…"), self.questions_wanted.emit))
        if len(report.skipped) > 1:
            offers.append(Offer(self.tr("Save the list…"), lambda: self.save_skipped(report)))
        return offers

    def _brought(self, report: "ImportReport") -> str:
        if not report.imported:
            return self.tr("Nothing new was imported")
        joined = self._joined(report)
        if joined:
            return joined
        imported = self.tr("%n article(s) imported", "", report.imported)
        stories = self.tr("into %n story|stories", "", len(report.stories))
        return f"{imported} {stories}"

    def _joined(self, report: "ImportReport") -> str:
        """Say which story a single article has joined; nothing where it began one."""
        if report.imported != 1 or len(report.stories) != 1:
            return ""
        rows = queries.versions(self._session.library.reader, report.stories[0])
        if len(rows) < 2:
            return ""
        title = next(row.title for row in rows if row.is_base)
        title = title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE].rstrip()}…"
        return self.tr("Joined “{title}” as version {number}").format(title=title, number=len(rows))


def _uncertain(report: "ImportReport") -> list[Path]:
    """Return the corpora that were not read, because nobody knows what their columns hold."""
    return [Path(s.file) for s in report.skipped if s.reason is SkipReason.COLUMNS]


def _on_clipboard() -> QMimeData | None:
    """Return what is on the clipboard; Qt's stubs forget that it may be nothing."""
    return QGuiApplication.clipboard().mimeData()
