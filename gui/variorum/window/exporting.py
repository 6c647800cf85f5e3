"""Save what is on the desk as a page that stands alone or as a PDF, and print it."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from variorum.annotations.values import Highlight, VariantPlace
from variorum.annotations.variant_places import seen_from
from variorum.app.marks import Marks
from variorum.app.reading import Reading, Side
from variorum.app.session import Session
from variorum.app.writing import Writing
from variorum.errors import UsageError
from variorum.exchange.comparison import (
    Comparison,
    Edition,
    Mark,
    ShownCode,
    StorySheet,
    VariantNote,
)
from variorum.exchange.html import page
from variorum.library import annotators
from variorum.library.annotations import OnArticle, OnStory
from variorum.window.ask import Ask
from variorum.window.headers import name_of, pane_article
from variorum.window.looks import face_of
from variorum.window.printing.details import details_of
from variorum.window.printing.paper import PaperSheet, layout_for, print_on
from variorum.window.shown_marks import marks_of
from variorum.window.wording import wording

_LONGEST_NAME = 60
_PDF = ".pdf"
_ENDINGS = {".html", ".htm", ".xhtml", _PDF}
_RESOLUTION = 1200
"""Dots an inch in a PDF: letters stand where they would in print."""


def file_name(title: str) -> str:
    """Propose a file name from a story's headline, without what file systems refuse."""
    kept = "".join(char if char.isalnum() or char in " -_" else " " for char in title)
    return " ".join(kept.split())[:_LONGEST_NAME].strip()


class Exporting(QObject):
    """Export and print the versions that are shown, with their marks, notes and figures."""

    exported = Signal(object)  # Path

    def __init__(
        self,
        session: Session,
        reading: Reading,
        marks: Marks,
        writing: Writing,
        ask: Ask,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._reading = reading
        self._marks = marks
        self._writing = writing
        self._ask = ask
        self._over = parent
        self.dialog: QPrintDialog | None = None

    def export_comparison(self) -> None:
        """Ask where to save, and save: as a page, or where the name ends so as a PDF."""
        if not self._reading.sides:
            return
        folder = self._session.settings.export_folder
        path = self._ask.file_to_save(
            self.tr("Export the comparison"),
            proposal=folder / f"{self._file_name()}.html",
            kinds=";;".join((self.tr("Web page (*.html)"), self.tr("PDF (*.pdf)"))),
        )
        if path is None:
            return
        if path.suffix.lower() not in _ENDINGS:
            # What is written is a page: its name says so, whatever was typed.
            path = path.with_name(f"{path.name}.html")
        try:
            self._save(path)
        except OSError as error:
            raise UsageError(
                self.tr("The page could not be saved there."),
                hint=error.strerror or "",
            ) from error
        self._session.settings.keep_export_folder(path)
        self.exported.emit(path)

    def print_comparison(self) -> None:
        """Ask for a printer, and print."""
        if not self._reading.sides:
            return
        sheet = self._paper()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(sheet.title)
        printer.setPageLayout(layout_for(sheet))
        self.dialog = QPrintDialog(printer, self._over)
        self.dialog.setWindowTitle(self.tr("Print the comparison"))
        self.dialog.accepted.connect(lambda: print_on(printer, sheet, wording=wording()))
        self.dialog.finished.connect(self._closed)
        self.dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.dialog.show()

    def _closed(self) -> None:
        self.dialog = None

    def _save(self, path: Path) -> None:
        if path.suffix.lower() != _PDF:
            sheet = self._sheet()
            path.write_text(
                "".join(page([sheet], title=sheet.title, wording=wording())), encoding="utf-8"
            )
            return
        # Qt says nothing of a file that cannot be written: Python does.
        path.open("wb").close()
        sheet = self._paper()
        writer = QPdfWriter(str(path))
        writer.setTitle(sheet.title)
        writer.setCreator("Variorum")
        writer.setResolution(_RESOLUTION)
        writer.setPageLayout(layout_for(sheet))
        print_on(writer, sheet, wording=wording())

    def _file_name(self) -> str:
        base = self._reading.base
        return file_name(base.row.title if base else "") or self.tr("comparison")

    # --- what is exported -----------------------------------------------------------------------

    def _paper(self) -> PaperSheet:
        reading, rows, sheet = self._reading, self._reading.versions, self._sheet()
        return PaperSheet(
            title=" ".join(sheet.title.split()),
            first=pane_article(reading.sides[0], rows),
            beside=[
                (pane_article(pair.version, rows), pair.collation)
                for pair in reading.pairs
                if pair.collation is not None
            ],
            marks={
                side.id: [m for m in marks_of(self._marks, self._writing, side.id) if not m.echo]
                for side in reading.sides
            },
            details=details_of(sheet, wording()),
            face=face_of(self._session.settings),
        )

    def _sheet(self) -> StorySheet:
        """Return what stands on the desk, with the comparisons that are there."""
        first, story = self._reading.sides[0], self._reading.story
        base = self._edition(first)
        return StorySheet(
            title=first.row.title,
            base=base,
            comparisons=tuple(
                Comparison(
                    base,
                    self._edition(pair.version),
                    pair.collation,
                    notes=self._on_variants(first, pair.version),
                )
                for pair in self._reading.pairs
                if pair.collation is not None
            ),
            notes=tuple(
                one.text
                for one in self._writing.written
                if story is not None and one.on == OnStory(story) and one.text
            ),
        )

    def _on_variants(self, base: Side, version: Side) -> tuple[VariantNote, ...]:
        seen = (
            (seen_from(one.on, base.id, version.id), one.text)
            for one in self._writing.written
            if isinstance(one.on, VariantPlace)
        )
        return tuple(
            VariantNote(place.base, place.version, text) for place, text in seen if place and text
        )

    def _edition(self, side: Side) -> Edition:
        names = {one.id: one.name for one in annotators.annotators(self._session.library.reader)}
        return Edition(
            article=side.article,
            name=name_of(side, self._reading.versions),
            marks=tuple(
                self._mark(mark, names.get(mark.annotator, ""))
                for mark in self._marks.highlights
                if mark.article == side.id
            ),
            notes=tuple(
                one.text
                for one in self._writing.written
                if one.on == OnArticle(side.id) and one.text
            ),
        )

    def _mark(self, mark: Highlight, annotator: str) -> Mark:
        return Mark(
            span=mark.span,
            codes=tuple(
                ShownCode(code.name, code.colour) for code in self._marks.codes_of(mark.codes)
            ),
            annotator=annotator,
            made=mark.made,
            notes=tuple(note.text for note in self._marks.notes.get(mark.id, ())),
        )
