"""What the filter asks for, a chip a term; a click takes a term away."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from variorum.library.search.language import AllOf, Ask, Not, Words, read_query
from variorum.library.search.values import Dated, Kinded, Numbered
from variorum.window.flow import FlowLayout


class FilterChips(QWidget):
    """Show the terms of a filter that ask for something by name, or rule something out."""

    removed = Signal(str)  # the filter without the term

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self, spacing=4)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._chips: list[QPushButton] = []
        self._terms: Sequence[str] = ()
        self._typed = ""
        self.hide()

    def show_filter(self, typed: str) -> None:
        """Show a chip a term that has a field or a minus."""
        terms = terms_with_fields(typed)
        self._typed = typed
        if terms == self._terms:
            return
        self._terms = terms
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.deleteLater()
        self._chips = [self._chip(term) for term in terms]
        self.setVisible(bool(self._chips))

    def chips(self) -> Sequence[QPushButton]:
        """Return the chips, as they stand."""
        return self._chips

    def _chip(self, term: str) -> QPushButton:
        words = term.replace('"', "").replace("&", "&&")
        chip = QPushButton(f"{words}  ×", self)
        chip.setObjectName("filter_chip")
        chip.setAccessibleName(self.tr("Take away: {term}").format(term=term))
        chip.setToolTip(self.tr("Take this away from the filter"))
        chip.clicked.connect(lambda: self.removed.emit(without(self._typed, term)))
        self._row.addWidget(chip)
        chip.show()
        return chip


def terms_with_fields(typed: str) -> list[str]:
    """Return the terms that ask for something by name or rule something out, as they are typed.

    They are those that can be taken away alone; a minus stands for the word `NOT` too.
    """
    ask = read_query(typed).ask
    asks = ask.asks if isinstance(ask, AllOf) else (ask,)
    return list(dict.fromkeys(term for one in asks for term in _as_typed(one)))


def _as_typed(ask: Ask | None) -> Iterator[str]:
    match ask:
        case Not(Words(term)):
            yield f"-{term.typed}"
        case Not(Dated() | Numbered() | Kinded() as value):
            yield f"-{value.typed}"
        case Words(term) if term.field is not None:
            yield term.typed
        case Dated() | Numbered() | Kinded():
            yield ask.typed
        case _:
            return


def without(typed: str, term: str) -> str:
    """Return a filter without one of its terms."""
    named = re.escape(term.removeprefix("-"))
    sign = r"(?:-|\bNOT\s+)" if term.startswith("-") else r"(?<![-\w])"
    return " ".join(re.sub(rf"{sign}{named}(?![\w-])", " ", typed, count=1).split())


def with_term(typed: str, field: str, words: str) -> str:
    """Return a filter that asks for something more; one that asks already stays as it is."""
    term = f"{field}:{words}" if words.isalnum() else f'{field}:"{words}"'
    return typed if term in terms_with_fields(typed) else f"{typed} {term}".strip()
