"""The results as a list: a line for each story, below it a line for each hit."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from variorum.app.searching import Answer
from variorum.library.search.search import FoundIn, Hit
from variorum.window.marking import QT_TRANSLATE_NOOP
from variorum.window.wording import wording

Index = QModelIndex | QPersistentModelIndex

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which an index gives its `StoryLine` or `HitLine`."""

KINDS = {
    FoundIn.TEXT: QT_TRANSLATE_NOOP("ResultsModel", "Text"),
    FoundIn.HEADLINE: QT_TRANSLATE_NOOP("ResultsModel", "Headline"),
    FoundIn.SOURCE: QT_TRANSLATE_NOOP("ResultsModel", "Source"),
    FoundIn.NOTE: QT_TRANSLATE_NOOP("ResultsModel", "Note"),
    FoundIn.VARIANT_NOTE: QT_TRANSLATE_NOOP("ResultsModel", "Note on a difference"),
    FoundIn.ARTICLE_NOTE: QT_TRANSLATE_NOOP("ResultsModel", "Note on a version"),
    FoundIn.STORY_NOTE: QT_TRANSLATE_NOOP("ResultsModel", "Note on the story"),
    FoundIn.QUOTATION: QT_TRANSLATE_NOOP("ResultsModel", "Highlight"),
    FoundIn.CODE: QT_TRANSLATE_NOOP("ResultsModel", "Code"),
    FoundIn.DETAIL: QT_TRANSLATE_NOOP("ResultsModel", "Details"),
}


@dataclass(frozen=True, slots=True)
class StoryLine:
    """Hold the title of a story with hits."""

    title: str


@dataclass(frozen=True, slots=True)
class HitLine:
    """Hold a hit, what kind it is in the reader's words, and which version it stands in."""

    hit: Hit
    kind: str
    version: str


Line = StoryLine | HitLine


class ResultsModel(QAbstractListModel):
    """Show an answer; stories are headings that the keys pass over."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def show(self, answer: Answer) -> None:
        """Show another answer."""
        self.beginResetModel()
        self._lines = []
        for story in answer.stories:
            self._lines.append(StoryLine(story.title))
            for hit, name in zip(story.hits, story.names, strict=True):
                self._lines.append(HitLine(hit, self._kind_of(hit), name))
        self.endResetModel()

    def _kind_of(self, hit: Hit) -> str:
        kind = self.tr(KINDS[hit.kind])
        if hit.detail is not None:
            return f"{kind} · {hit.label or wording().detail(hit.detail)}"
        return f"{kind} “{hit.label}”" if hit.label else kind

    def first_hit(self) -> QModelIndex:
        """Return the first line that can be chosen."""
        for row, line in enumerate(self._lines):
            if isinstance(line, HitLine):
                return self.index(row)
        return QModelIndex()

    def hit(self, index: Index) -> Hit | None:
        """Return the hit of a line."""
        line = self._line(index)
        return line.hit if isinstance(line, HitLine) else None

    def _line(self, index: Index) -> Line | None:
        return self._lines[index.row()] if 0 <= index.row() < len(self._lines) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let hits be chosen, and headings not."""
        if isinstance(self._line(index), HitLine):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line, or what a screen reader says of it."""
        line = self._line(index)
        if role == LINE_ROLE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            if isinstance(line, HitLine):
                return f"{line.kind}, {line.version}: {line.hit.snippet}"
            return line.title if line else None
        return None
