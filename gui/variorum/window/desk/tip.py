"""The card that explains the variant under the mouse."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from variorum.collation.values import Variant
from variorum.exchange.wording import Wording
from variorum.window.fonts import INTERFACE_SIZE, interface_font
from variorum.window.theme import Theme

_LONGEST: Final = 160
"""Characters of each side that a card shows."""
_WIDTH: Final = 290
_NOTHING: Final = "∅"


class VariantTip(QFrame):
    """Say a variant's class, rule, both texts and the reason, as plain text."""

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = parent
        self._wording = wording
        self.setObjectName("variant_tip")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lines = {name: self._label(name) for name in ("class", "texts", "reason")}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(11, 8, 11, 9)
        layout.setSpacing(3)
        for label in self._lines.values():
            layout.addWidget(label)
        self.setFixedWidth(_WIDTH)
        self._kept: tuple[Variant, Sequence[str], QPoint] | None = None
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(
            f"#variant_tip {{ background: {theme.css('tip')}; border-radius: 6px; }}"
            f" QLabel {{ background: transparent; color: {theme.css('on_tip')}; }}"
        )

    def show_for(
        self, variant: Variant, texts: Sequence[str], at: QPoint, *, keep: bool = False
    ) -> None:
        """Explain a variant of two texts below a point of the parent, inside the parent."""
        if keep:
            self._kept = (variant, texts, at)
        wording = self._wording
        sides = variant.base.of(texts[0]), variant.version.of(texts[1])
        self._lines["class"].setText(wording.classed(variant))
        self._lines["texts"].setText(" → ".join(map(_shortened, sides)))
        self._lines["reason"].setText(wording.reason(variant.reason))
        self.adjustSize()
        room = self._desk.rect().adjusted(8, 8, -8, -8)
        box = QRect(at + QPoint(0, 18), self.size())
        if box.bottom() > room.bottom():
            box.moveBottom(at.y() - 18)
        box.moveLeft(max(room.left(), min(box.left(), room.right() - box.width())))
        self.move(box.topLeft())
        self.show()
        self.raise_()

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

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(f"variant_tip_{name}")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(interface_font(INTERFACE_SIZE, strong=name == "class"))
        return label


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        return _NOTHING
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
