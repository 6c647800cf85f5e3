"""Save what is on the desk as a page that stands alone."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from variorum.annotations.values import Highlight
from variorum.app.marks import Marks
from variorum.app.reading import Reading, Side
from variorum.app.session import Session
from variorum.app.settings import LAST_EXPORT_FOLDER
from variorum.app.writing import Writing
from variorum.errors import UsageError
from variorum.exchange.comparison import Comparison, Edition, Mark, ShownCode, VariantNote
from variorum.exchange.html import comparison_page
from variorum.library import annotators
from variorum.library.annotations import OnArticle
from variorum.window.ask import Ask
from variorum.window.headers import name_of
from variorum.window.wording import wording

_LONGEST_NAME = 60


def file_name(title: str) -> str:
    """Propose a file name from a story's headline, without what file systems refuse."""
    kept = "".join(char if char.isalnum() or char in " -_" else " " for char in title)
    return " ".join(kept.split())[:_LONGEST_NAME].strip()


class Exporting(QObject):
    """Export the comparison that is shown."""

    exported = Signal(object)  # Path

    def __init__(
        self,
        session: Session,
        reading: Reading,
        marks: Marks,
        writing: Writing,
        ask: Ask,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._reading = reading
        self._marks = marks
        self._writing = writing
        self._ask = ask

    def export_comparison(self) -> None:
        """Ask where to save, and save."""
        comparison = self._comparison()
        if comparison is None:
            return
        folder = Path(self._session.settings.get(LAST_EXPORT_FOLDER) or Path.home())
        path = self._ask.file_to_save(
            self.tr("Export the comparison"),
            proposal=folder / f"{self._file_name()}.html",
            kinds=self.tr("Web page (*.html)"),
        )
        if path is None:
            return
        try:
            path.write_text(comparison_page(comparison, wording=wording()), encoding="utf-8")
        except OSError as error:
            raise UsageError(
                self.tr("The page could not be saved there."),
                hint=error.strerror or "",
            ) from error
        self._session.settings.set(LAST_EXPORT_FOLDER, str(path.parent))
        self.exported.emit(path)

    def _file_name(self) -> str:
        base = self._reading.base
        return file_name(base.row.title if base else "") or self.tr("comparison")

    def _comparison(self) -> Comparison | None:
        base, version, collation = (
            self._reading.base,
            self._reading.version,
            self._reading.collation,
        )
        if base is None or version is None or collation is None:
            return None
        return Comparison(
            self._edition(base), self._edition(version), collation, notes=self._on_variants()
        )

    def _on_variants(self) -> tuple[VariantNote, ...]:
        seen = ((self._writing.seen(one.on), one.text) for one in self._writing.written)
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
