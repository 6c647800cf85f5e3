"""Export marks in any format, and take marks in, beside the window."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from variorum.annotations.mark_set import MarkSet
from variorum.app.reading import Reading
from variorum.app.session import Session
from variorum.exchange.formats import SUFFIXES, Export, ExportFormat, write_export
from variorum.exchange.left_out import left_line
from variorum.exchange.marks_in import read_marks
from variorum.ids import StoryId
from variorum.library.commands import Command
from variorum.library.library import Library
from variorum.library.merging.rehearsing import rehearsed
from variorum.library.queries.stories import story_ids
from variorum.library.receiving import Taken, take_in
from variorum.progress import Tick
from variorum.window.ask import Ask
from variorum.window.body import Mouth
from variorum.window.message_bar import Message, MessageKind
from variorum.window.travelling.dialog import ExportDialog, Wanted
from variorum.window.travelling.words import format_name
from variorum.window.wording import wording

_LINES = 8
"""So many of the marks that would be left out are told before the deed."""


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """Hold marks that were read, and what taking them in would do."""

    marks: MarkSet
    would: Taken


class Travelling(QObject):
    """Let marks leave the library and come back."""

    def __init__(
        self, session: Session, reading: Reading, ask: Ask, mouth: Mouth, over: QWidget
    ) -> None:
        super().__init__(over)
        self._session = session
        self._reading = reading
        self._ask = ask
        self._mouth = mouth
        self._over = over
        self._before = ExportFormat.HTML
        self.dialog: ExportDialog | None = None

    def export_codes(self) -> None:
        """Ask for a format, one of codebooks being chosen at first."""
        self._before = ExportFormat.QDC
        self.export_marks()

    def export_marks(self) -> None:
        """Ask for the format, then where to save, and write."""
        has_story = self._reading.story is not None
        self.dialog = ExportDialog(before=self._before, has_story=has_story, parent=self._over)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.chosen.connect(self._export)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _export(self, wanted: Wanted) -> None:
        self._before = wanted.format
        suffix = SUFFIXES[wanted.format]
        path = self._ask.file_to_save(
            self.tr("Export marks"),
            proposal=self._session.settings.export_folder / f"{self._session.path.stem}{suffix}",
            kinds=f"{format_name(wanted.format)} (*{suffix})",
        )
        if path is None:
            return
        self._session.settings.keep_export_folder(path)
        library, shown = self._session.library, self._reading.story

        def write(tick: Tick) -> Path:
            asked = _all_stories(library) if wanted.whole or shown is None else [shown]
            title = library.path.stem
            export = Export(
                library.reader, asked, title, wording=wording(), raw=wanted.raw, tick=tick
            )
            write_export(export, wanted.format, path)
            return path

        self._run(self.tr("Exporting"), write, self._say_exported)

    def _say_exported(self, path: Path) -> None:
        self._mouth.say(Message(self.tr("Exported to {path}.").format(path=path)))

    def import_marks(self) -> None:
        """Ask for a file of marks and take them in, as one deed."""
        kinds = self.tr("Marks and codebooks (*.jsonld *.json *.qdpx *.qdc *.csv);;All files (*)")
        self._import(self.tr("Import marks"), kinds, read_marks)

    def import_codes(self) -> None:
        """Ask for a codebook, or a file of marks that has one, and take the codes alone in."""
        kinds = self.tr("Codebooks (*.qdc *.csv *.qdpx *.jsonld *.json);;All files (*)")
        self._import(
            self.tr("Import a codebook"), kinds, lambda path: MarkSet(codes=read_marks(path).codes)
        )

    def _import(self, title: str, kinds: str, read_file: Callable[[Path], MarkSet]) -> None:
        """Read a file and try on a copy of the library what it would bring."""
        path = self._ask.file_to_open(
            title, folder=str(self._session.settings.export_folder), kinds=kinds
        )
        if path is None:
            return
        library = self._session.library

        def read(_tick: Tick) -> Rehearsed:
            marks = read_file(path)
            return Rehearsed(marks, rehearsed(library, lambda db: take_in(db, marks)))

        self._run(self.tr("Reading marks"), read, self._ask_to_take)

    def _ask_to_take(self, found: Rehearsed) -> None:
        """Say what would come; take it in when the reader says so."""
        would, translate = found.would, wording().translate
        lines = [left_line(each, translate=translate) for each in would.left[:_LINES]]
        lines += [self.tr("… and %n more", "", len(would.left) - _LINES)] * (
            len(would.left) > _LINES
        )
        head = self.tr("The file brings {sum}").format(sum=self._sum(would))
        question = "\n\n".join(part for part in (head, "\n".join(lines)) if part)
        comes = would.highlights + would.notes + would.codes
        if not comes:
            self._say_taken(would)
        elif self._ask.confirm(self.tr("Import marks"), question, deed=self.tr("Take in")):
            whole = bool(found.marks.highlights or found.marks.notes)
            command = Command.IMPORT_MARKS if whole else Command.IMPORT_CODES
            self._session.submit(command, lambda db: take_in(db, found.marks), then=self._say_taken)

    def _sum(self, taken: Taken) -> str:
        """Count what comes, what is here already, what is left out."""
        parts = [
            self.tr("%n highlight(s)", "", taken.highlights),
            self.tr("%n note(s)", "", taken.notes),
            self.tr("%n code(s)", "", taken.codes),
        ]
        if taken.known:
            parts.append(self.tr("%n mark(s) were here already", "", taken.known))
        if taken.left:
            parts.append(
                self.tr("%n left out, since their words are not here", "", len(taken.left))
            )
        return " · ".join(parts) + "."

    def _say_taken(self, taken: Taken) -> None:
        translate = wording().translate
        self._mouth.say(
            Message(
                self.tr("Taken in: {sum}").format(sum=self._sum(taken)),
                kind=MessageKind.TROUBLE if taken.left else MessageKind.DONE,
                details="\n".join(left_line(each, translate=translate) for each in taken.left),
            )
        )

    def _run(self, title: str, work: Callable[[Tick], object], then: Callable[..., None]) -> None:
        job = self._session.jobs.run(title, work)
        job.succeeded.connect(then)
        job.failed.connect(self._mouth.failed)
        self._mouth.follow(job)


def _all_stories(library: Library) -> list[StoryId]:
    return [StoryId(story) for story in story_ids(library.reader)]
