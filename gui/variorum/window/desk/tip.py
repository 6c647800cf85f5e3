"""The card that explains the variants under the mouse."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from variorum.collation.values import Variant
from variorum.exchange.wording import Wording
from variorum.window.fonts import INTERFACE_SIZE, interface_font
from variorum.window.theme import Theme

_LONGEST: Final = 160
"""Characters of each side that a card shows."""
_SHORT: Final = 40
"""Likewise where one line says all."""
_WIDTH: Final = 290
_NOTHING: Final = "∅"


class Explained(NamedTuple):
    """Hold a variant with its words in both texts, and whose version has it where that is asked."""

    variant: Variant
    words: tuple[str, str]
    who: str = ""


class VariantTip(QFrame):
    """Say of variants their class, rule, both texts and the reason, as plain text."""

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = parent
        self._wording = wording
        self.setObjectName("variant_tip")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(11, 8, 11, 9)
        self._column.setSpacing(3)
        self._entries: list[_Entry] = []
        self.setFixedWidth(_WIDTH)
        self._kept: tuple[Sequence[Explained], QPoint] | None = None
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(
            f"#variant_tip {{ background: {theme.css('tip')}; border-radius: 6px; }}"
            f" QLabel {{ background: transparent; color: {theme.css('on_tip')}; }}"
        )

    def show_for(self, told: Sequence[Explained], at: QPoint, *, keep: bool = False) -> None:
        """Explain variants below a point of the parent, inside the parent; nothing explains none."""
        if not told:
            self.hide()
            return
        if keep:
            self._kept = (told, at)
        while len(self._entries) < len(told):
            self._entries.append(_Entry(self._column, self))
        for number, entry in enumerate(self._entries):
            entry.say(told[number] if number < len(told) else None, self._wording)
        self.adjustSize()
        room = self._desk.rect().adjusted(8, 8, -8, -8)
        box = QRect(at + QPoint(0, 18), self.size())
        if box.bottom() > room.bottom():
            box.moveBottom(at.y() - 18)
        box.moveLeft(max(room.left(), min(box.left(), room.right() - box.width())))
        box.moveTop(max(room.top(), box.top()))
        self.move(box.topLeft())
        self.show()
        self.raise_()

    def line(self, told: Sequence[Explained]) -> str:
        """Return in one line what a card of these would say."""
        said: list[str] = []
        for one in told:
            words = " → ".join(_shortened(side, _SHORT) for side in one.words)
            reason = self._wording.reason(one.variant.reason)
            facts = (one.who, self._wording.classed(one.variant), words, reason)
            said.append(" · ".join(fact for fact in facts if fact))
        return "   ".join(said)

    def hide_unless_kept(self) -> None:
        """Go back to the card that was to stay open, or go."""
        if self._kept is None:
            self.hide()
        else:
            self.show_for(*self._kept)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was to stay open."""
        self._kept = None
        super().hideEvent(event)


class _Entry:
    """Keep the lines about one variant."""

    def __init__(self, column: QVBoxLayout, tip: QWidget) -> None:
        self._lines = {name: _label(name, tip) for name in ("who", "class", "texts", "reason")}
        for label in self._lines.values():
            column.addWidget(label)

    def say(self, told: Explained | None, wording: Wording) -> None:
        """Say these lines; nothing hides them."""
        said = dict.fromkeys(self._lines, "")
        if told is not None:
            said["who"] = told.who
            said["class"] = wording.classed(told.variant)
            said["texts"] = " → ".join(map(_shortened, told.words))
            said["reason"] = wording.reason(told.variant.reason)
        for name, label in self._lines.items():
            label.setText(said[name])
            label.setVisible(bool(said[name]))


def _label(name: str, tip: QWidget) -> QLabel:
    label = QLabel(tip)
    label.setObjectName(f"variant_tip_{name}")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFont(interface_font(INTERFACE_SIZE, strong=name == "class"))
    return label


def _shortened(text: str, longest: int = _LONGEST) -> str:
    words = " ".join(text.split())
    if not words:
        return _NOTHING
    return words if len(words) <= longest else f"{words[:longest]}…"
