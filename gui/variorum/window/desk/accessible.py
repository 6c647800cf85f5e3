"""What a screen reader sees of a pane: its name, its role, its text and the caret in it.

Qt's C++ asks through `interface_cast`, and casts what comes back blindly. Two things were
measured with PySide6 6.11.3 by calling its tables of virtual functions directly. A class
that derives from both interfaces answers with the wrong one's address, so the text
interface is an object of its own; and only an explicit null pointer means "no such
interface": None, or what the base class returns, ends in a crash. PySide6 has no binding
for `selection()`, so no selection can be asked for; a change of it is announced by event.

Positions here are UTF-16 units of the whole article, each line break one unit.

Qt's cache owns an interface and deletes it with its pane. Python must neither delete it
earlier, as its collector does with a cycle of pane and interface, nor hold the pane by it.
"""

import weakref
from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextSelectionEvent,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from variorum.app.text_map import LINE_SEPARATOR, Lines, TextMap
from variorum.text import Span
from variorum.window.desk.pane import Pane


@cache
def install() -> None:
    """Make panes known to screen readers; once is enough for a process."""
    QAccessible.installFactory(_accessible_of)


def tell_caret(pane: Pane) -> None:
    """Tell screen readers where the caret went, and what is selected."""
    if not QAccessible.isActive():
        return
    spoken = _spoken(pane)
    position = spoken.map.to_view(pane.caret.place)
    QAccessible.updateAccessibility(QAccessibleTextCursorEvent(pane, position))
    if pane.selection is not None:
        start, end = spoken.map.range_in_view(pane.selection)
        QAccessible.updateAccessibility(QAccessibleTextSelectionEvent(pane, start, end))


def announce(pane: Pane, words: str) -> None:
    """Let screen readers say what the program found and what the reader marked at the caret."""
    if words == pane.accessibleDescription():
        return
    # A change of the description is an event of its own; not every reader speaks it.
    pane.setAccessibleDescription(words)
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(pane, words))


class AccessiblePane(QAccessibleWidget):
    """Show a pane as a document with text."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane, QAccessible.Role.Document, pane.accessibleName())
        self._pane = weakref.ref(pane)
        self._text = PaneText(pane)

    def interface_cast(  # pyright: ignore[reportIncompatibleMethodOverride] - the stub says int, which crashes
        self, kind: QAccessible.InterfaceType
    ) -> object:
        """Return the text interface; null for every other."""
        if kind == QAccessible.InterfaceType.TextInterface:
            return self._text
        return Shiboken.VoidPtr(0)

    def text(self, kind: QAccessible.Text) -> str:
        """Return the name, and what is found at the caret; the words come by the text interface."""
        pane = _alive(self._pane)
        if pane is not None and kind == QAccessible.Text.Name:
            return pane.accessibleName()
        if pane is not None and kind == QAccessible.Text.Description:
            return pane.accessibleDescription()
        return super().text(kind) if pane is not None else ""

    def state(self) -> QAccessible.State:
        """Return the state of a text that can be read and selected, not changed."""
        state = super().state()
        state.readOnly = True
        state.multiLine = True
        state.selectableText = True
        return state


class PaneText(QAccessibleTextInterface):
    """Answer what Qt asks of a text; of a pane that is gone, that it is empty."""

    def __init__(self, pane: Pane) -> None:
        super().__init__()
        self._pane = weakref.ref(pane)

    def text(self, start: int, end: int) -> str:
        """Return the words between two positions."""
        return self._spoken.between(start, end)

    def characterCount(self) -> int:
        """Return the length of the text."""
        return self._spoken.map.length

    def cursorPosition(self) -> int:
        """Return where the caret is."""
        pane = _alive(self._pane)
        return 0 if pane is None else self._spoken.map.to_view(pane.caret.place)

    def setCursorPosition(self, position: int) -> None:
        """Put the caret somewhere else."""
        place = self._spoken.map.to_text(position)
        self._select(Span(place, place))

    def selectionCount(self) -> int:
        """Return none: what is selected could not be told (see above)."""
        return 0

    def addSelection(self, start: int, end: int) -> None:
        """Select the words between two positions."""
        self._select(self._spoken.map.span_in_text(start, end))

    def setSelection(self, _index: int, start: int, end: int) -> None:
        """Select the words between two positions."""
        self.addSelection(start, end)

    def removeSelection(self, _index: int) -> None:
        """Select nothing."""
        self.setCursorPosition(self.cursorPosition())

    def characterRect(self, position: int) -> QRect:
        """Return where a character stands, on the screen."""
        pane = _alive(self._pane)
        if pane is None or not pane.is_used:
            return QRect()
        rect = pane.caret_rect(self._spoken.map.to_text(position)).toRect()
        return QRect(pane.mapToGlobal(rect.topLeft()), rect.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        """Return the position nearest to a point of the screen."""
        pane = _alive(self._pane)
        if pane is None or not pane.is_used:
            return 0
        place = pane.place_under(QPointF(pane.mapFromGlobal(point)))
        return self._spoken.map.to_view(place)

    def scrollToSubstring(self, start: int, end: int) -> None:
        """Bring the words between two positions into view."""
        pane = _alive(self._pane)
        if pane is not None:
            pane.stage.bring(pane.number, self._spoken.map.span_in_text(start, end))

    def _select(self, span: Span) -> None:
        pane = _alive(self._pane)
        if pane is not None:
            pane.select(span)

    @property
    def _spoken(self) -> "_Spoken":
        pane = _alive(self._pane)
        return _spoken_text("") if pane is None else _spoken(pane)


def _alive(pane: weakref.ref[Pane]) -> Pane | None:
    """Return a pane, unless Python or Qt has let it go."""
    held = pane()
    return held if held is not None and Shiboken.isValid(held) else None


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Hold an article as a screen reader takes it, in UTF-16."""

    map: TextMap
    units: bytes

    def between(self, start: int, end: int) -> str:
        """Return what stands between two positions; half a pair is a question mark."""
        end = self.map.length if end < 0 else end
        return self.units[2 * max(0, start) : 2 * end].decode("utf-16-le", "replace")


def _spoken(pane: Pane) -> _Spoken:
    return _spoken_text(pane.column.text if pane.is_used else "")


@lru_cache(maxsize=4)
def _spoken_text(text: str) -> _Spoken:
    mapped = TextMap.of(text, Span(0, len(text)), lines=Lines.KEEP)
    units = mapped.view.replace(LINE_SEPARATOR, "\n").encode("utf-16-le")
    return _Spoken(mapped, units)


_in_use: list[AccessiblePane] = []
"""The interfaces that Qt has not yet deleted, and a few that it has."""


def _accessible_of(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, Pane):
        return None
    # What Qt has deleted is no longer valid, and only then may Python let go of it.
    _in_use[:] = [interface for interface in _in_use if Shiboken.isValid(interface)]
    _in_use.append(AccessiblePane(thing))
    return _in_use[-1]
