"""Export marks in any format, and take marks in, beside the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from variorum.annotations.mark_set import MarkSet
from variorum.app.reading import Reading
from variorum.app.session import Session
from variorum.app.settings import LAST_EXPORT_FOLDER
from variorum.exchange.formats import SUFFIXES, Export, ExportFormat, write_export
from variorum.exchange.left_out import left_line
from variorum.exchange.marks_in import read_marks
from variorum.ids import StoryId
from variorum.library.commands import Command
from variorum.library.library import Library
from variorum.library.queries import story_ids
from variorum.library.receiving import Taken, take_in
from variorum.progress import Tick
from variorum.window.ask import Ask
from variorum.window.body import Mouth
from variorum.window.message_bar import Message, MessageKind
from variorum.window.travelling.dialog import ExportDialog, Wanted
from variorum.window.travelling.words import format_name
from variorum.window.wording import wording


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
            proposal=self._folder() / f"{self._session.path.stem}{suffix}",
            kinds=f"{format_name(wanted.format)} (*{suffix})",
        )
        if path is None:
            return
        self._session.settings.set(LAST_EXPORT_FOLDER, str(path.parent))
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

    def _folder(self) -> Path:
        return Path(self._session.settings.get(LAST_EXPORT_FOLDER) or Path.home())

    def _say_exported(self, path: Path) -> None:
        self._mouth.say(Message(self.tr("Exported to {path}.").format(path=path)))

    def import_marks(self) -> None:
        """Ask for a file of marks and take them in, as one deed."""
        kinds = self.tr("Marks (*.jsonld *.json *.qdpx);;All files (*)")
        path = self._ask.file_to_open(
            self.tr("Import marks"), folder=str(self._folder()), kinds=kinds
        )
        if path is not None:
            self._run(self.tr("Reading marks"), lambda _: read_marks(path), self._take_in)

    def _take_in(self, marks: MarkSet) -> None:
        self._session.submit(
            Command.IMPORT_MARKS, lambda db: take_in(db, marks), then=self._say_taken
        )

    def _say_taken(self, taken: Taken) -> None:
        parts = [
            self.tr("%n highlight(s)", "", taken.highlights),
            self.tr("%n note(s)", "", taken.notes),
            self.tr("%n code(s) taken in", "", taken.codes),
        ]
        if taken.known:
            parts.append(self.tr("%n mark(s) were here already", "", taken.known))
        if taken.left:
            parts.append(
                self.tr("%n left out, since their words are not here", "", len(taken.left))
            )
        translate = wording().translate
        self._mouth.say(
            Message(
                " · ".join(parts) + ".",
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
