"""The menu beside the filter line: what the library's stories can be filtered by."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from variorum.library.library import Library
from variorum.library.queries import lists as queries_lists
from variorum.library.queries import marks as queries_marks
from variorum.library.search import names
from variorum.library.search.matching import Field
from variorum.text import LineageKind
from variorum.window.wording import wording

_MOST = 40
"""Names that a menu lists; who has more types."""


class FilterMenu(QObject):
    """Offer the sources, places, codes, states that are there; each is a term of the filter."""

    wanted = Signal(str, str)  # a field, its words

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.menu = QMenu(over)
        self.menu.aboutToShow.connect(self._fill)
        self._library: Library | None = None

    def set_library(self, library: Library) -> None:
        """Offer what this library holds."""
        self._library = library

    def _fill(self) -> None:
        self.menu.clear()
        if self._library is None:
            return
        db = self._library.reader
        for field, words, said in self._states():
            self._add(self.menu, field, words, said)
        self.menu.addSeparator()
        self._sub(self.tr("Source"), Field.SOURCE, names.sources(db))
        self._sub(self.tr("Place"), Field.PLACE, names.places(db))
        self._sub(self.tr("Year"), Field.DATE, names.years(db))
        self._sub(self.tr("Language"), Field.LANGUAGE, names.languages(db))
        self._sub(self.tr("Code"), Field.CODE, [row.code.name for row in queries_marks.codes(db)])
        self._sub(self.tr("Collection"), Field.IN, [c.name for c in queries_lists.collections(db)])
        kinds = names.lineage_kinds(db)
        self._sub(self.tr("Status"), Field.STATUS, kinds, said=_kind_said)

    def _states(self) -> Sequence[tuple[Field, str, str]]:
        return (
            (Field.IS, "unread", self.tr("Unread")),
            (Field.IS, "open", self.tr("Not done")),
            (Field.IS, "done", self.tr("Done")),
            (Field.HAS, "notes", self.tr("With notes")),
            (Field.HAS, "highlights", self.tr("With highlights")),
            (Field.HAS, "versions", self.tr("With versions")),
        )

    def _sub(
        self,
        title: str,
        field: Field,
        words: Sequence[str],
        *,
        said: Callable[[str], str] = str,
    ) -> None:
        sub = self.menu.addMenu(title)
        sub.setEnabled(bool(words))
        for one in words[:_MOST]:
            self._add(sub, field, one, said(one))
        if len(words) > _MOST:
            sub.addSeparator()
            sub.addAction(self.tr("%n more: type them", "", len(words) - _MOST)).setEnabled(False)

    def _add(self, menu: QMenu, field: Field, words: str, said: str) -> None:
        action = menu.addAction(said.replace("&", "&&"))
        action.triggered.connect(partial(self._emit, field, words))

    def _emit(self, field: Field, words: str) -> None:
        self.wanted.emit(field.value, words)


def _kind_said(kind: str) -> str:
    return wording().lineage_kind(LineageKind(kind))
