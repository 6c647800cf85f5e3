"""The card that explains the variants under the mouse."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from variorum.window.desk.explained import Explained
from variorum.window.fonts import INTERFACE_SIZE, interface_font
from variorum.window.theme import Theme

_LONGEST: Final = 160
"""Characters of each side that a card shows."""
_WIDTH: Final = 290


class VariantTip(QFrame):
    """Say of variants their class, rule, both texts and the reason, as plain text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = parent
        self.setObjectName("variant_tip")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(11, 8, 11, 9)
        self._column.setSpacing(3)
        self._entries: list[_Entry] = []
        self._advice = _label("advice", self)
        self._advice.setIndent(0)
        self.setFixedWidth(_WIDTH)
        self._kept: tuple[Sequence[Explained], QPoint] | None = None
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(
            f"#variant_tip {{ background: {theme.css('tip')}; border-radius: 6px; }}"
            f" QLabel {{ background: transparent; color: {theme.css('on_tip')}; }}"
            f" #variant_tip_advice {{ margin-top: 4px; padding-top: 5px;"
            f" border-top: 1px solid {theme.css('muted')}; }}"
        )

    def advise(self, words: str) -> None:
        """Say below a card that is to stay open what the reader can do; nothing says nothing."""
        self._advice.setText(words)

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
            entry.say(told[number] if number < len(told) else None)
        self._column.addWidget(self._advice)
        self._advice.setVisible(self._kept is not None and bool(self._advice.text()))
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

    @property
    def kept_at(self) -> QPoint | None:
        """Return the point below which a card is to stay open."""
        return None if self._kept is None else self._kept[1]

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

    def say(self, told: Explained | None) -> None:
        """Say these lines; nothing hides them."""
        said = dict.fromkeys(self._lines, "")
        if told is not None:
            said["who"] = told.who
            said["class"] = told.head
            said["texts"] = told.told(_LONGEST)
            said["reason"] = told.reason
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
