"""Offer what can be linked to while `[[` is being typed in a note."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel, QTextCursor
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit

from variorum.annotations.links import OPEN, LinkKind
from variorum.library.queries.links import LinkTarget

Offers = Callable[[str], Sequence[LinkTarget]]
"""Return what may be meant by the words typed so far."""

_TARGET_ROLE = Qt.ItemDataRole.UserRole
_WIDTH = 380
_ROWS = 12
_LONGEST = 60


class LinkCompleter(QObject):
    """Show the offers below the caret; the one that is chosen becomes the link."""

    def __init__(self, field: QPlainTextEdit, offers: Offers) -> None:
        super().__init__(field)
        self._field = field
        self._offers = offers
        self._model = QStandardItemModel(self)
        self.completer = QCompleter(self._model, self)
        self.popup = QListView()
        self.popup.setAccessibleName(self.tr("What can be linked to"))
        self.popup.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.completer.setPopup(self.popup)
        self.completer.setMaxVisibleItems(_ROWS)
        self.completer.setWidget(field)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.activated.connect(self._put_current)
        field.textChanged.connect(self.look)

    @property
    def is_shown(self) -> bool:
        """Tell whether offers are shown."""
        return self.popup.isVisible()

    @property
    def offered(self) -> list[str]:
        """Return the labels of what is offered."""
        return [self._target(row).link.label for row in range(self._model.rowCount())]

    def look(self) -> None:
        """Offer what fits the words after `[[`; nothing elsewhere."""
        typed = self._typed()
        self._model.clear()
        for target in self._offers(typed) if typed is not None else ():
            item = QStandardItem(self._said(target))
            item.setData(target, _TARGET_ROLE)
            self._model.appendRow(item)
        if not self._model.rowCount():
            self.popup.hide()
            return
        rect = self._field.cursorRect()
        rect.setWidth(_WIDTH)
        self.completer.complete(rect)
        self.popup.setCurrentIndex(self.completer.completionModel().index(0, 0))

    def _typed(self) -> str | None:
        cursor = self._field.textCursor()
        # Qt counts UTF-16 units.
        units = cursor.block().text().encode("utf-16-le")[: 2 * cursor.positionInBlock()]
        found = OPEN.search(units.decode("utf-16-le", "ignore"))
        return found[1] if found else None

    def _said(self, target: LinkTarget) -> str:
        kinds = {
            LinkKind.CODE: self.tr("Code"),
            LinkKind.PASSAGE: self.tr("Passage"),
            LinkKind.ARTICLE: self.tr("Version"),
        }
        kind = kinds[target.link.kind] if target.link.kind else ""
        label = target.link.label
        label = label if len(label) <= _LONGEST else f"{label[:_LONGEST]}…"
        about = " ".join(target.about.split())[:_LONGEST]
        return " · ".join(part for part in (kind, label, about) if part)

    def _target(self, row: int) -> LinkTarget:
        target: LinkTarget = self._model.item(row).data(_TARGET_ROLE)
        return target

    def _put_current(self) -> None:
        row = self.popup.currentIndex().row()
        self.put(self._target(max(0, row)))

    def put(self, target: LinkTarget) -> None:
        """Let a link stand in place of what was typed since `[[`."""
        typed = self._typed()
        if typed is not None:
            cursor = self._field.textCursor()
            # Qt moves by what a reader takes for one character, and counts UTF-16 units.
            start = cursor.position() - len(f"[[{typed}".encode("utf-16-le")) // 2
            cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(str(target.link))
            self._field.setTextCursor(cursor)
