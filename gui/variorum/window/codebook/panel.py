"""The codebook below the notes: every code in its tree, how often it was used, and its key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QTreeWidgetItem, QVBoxLayout, QWidget

from variorum.annotations.codebook import KEYS
from variorum.annotations.values import Code
from variorum.ids import CodeId
from variorum.library.queries.rows import CodeRow
from variorum.window.codebook.swatch import swatch_icon
from variorum.window.codebook.tree import CodeTree, row_of
from variorum.window.labels import plain_label
from variorum.window.theme import Theme


class CodesPanel(QWidget):
    """Show the codebook; Enter or a double click on a code uses it on the selection."""

    new_wanted = Signal()
    used = Signal(object)  # CodeId
    rename_wanted = Signal(object)  # Code
    recolour_wanted = Signal(object, str)  # Code, the colour's name
    key_wanted = Signal(object, object)  # Code, the number of its key or None
    delete_wanted = Signal(object)  # Code
    moved = Signal(object)  # Move
    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName(self.tr("Codes"))
        self._theme = theme
        self.fill_menu: Callable[[QMenu], None] = lambda _: None
        """Puts the actions on the chosen code into a menu."""
        self.tree = CodeTree(theme, self)
        self.tree.customContextMenuRequested.connect(self._show_menu)
        self.tree.itemActivated.connect(self._activated)
        self.tree.currentItemChanged.connect(self._chosen)
        self.tree.rename_wanted.connect(self.rename_wanted)
        self.tree.delete_wanted.connect(self.delete_wanted)
        self.tree.moved.connect(self.moved)
        new = QToolButton(self)
        new.setObjectName("link")
        new.setText(self.tr("+ New"))
        new.setAccessibleName(self.tr("New code"))
        new.clicked.connect(self.new_wanted)
        self._hint = plain_label(name="hint", parent=self)
        self._hint.setText(self.tr("No codes yet. The first nine get a number key each."))
        self._hint.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("CODES"), name="panel_title", parent=self), 1)
        head.addWidget(new)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(self.tree, 1)

    def wear(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._theme = theme
        self.tree.wear(theme)

    def show_codes(self, rows: Sequence[CodeRow]) -> None:
        """Show the codebook."""
        self._hint.setVisible(not rows)
        self.tree.show_codes(rows)

    @property
    def rows(self) -> tuple[CodeRow, ...]:
        """Return the codes as shown, from the top."""
        return self.tree.rows

    def _activated(self, item: QTreeWidgetItem) -> None:
        self.used.emit(row_of(item).code.id)

    def _chosen(self) -> None:
        self.chosen.emit()

    def take_focus(self) -> None:
        """Take the keys."""
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def current(self) -> Code | None:
        """Return the code that is chosen in the tree."""
        row = self.tree.current_row()
        return row.code if row else None

    def choose(self, code: CodeId) -> None:
        """Choose a code."""
        self.tree.choose(code)

    def _show_menu(self, at: QPoint) -> None:
        code = self.current()
        if code is not None and self.tree.itemAt(at) is not None:
            self.menu_for(code).popup(self.tree.viewport().mapToGlobal(at))

    def menu_for(self, code: Code) -> QMenu:
        """Return what can be done with a code."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rename = menu.addAction(self.tr("Rename…"))
        rename.triggered.connect(lambda: self.rename_wanted.emit(code))
        colours = menu.addMenu(self.tr("Colour"))
        for name in self._theme.code_colours:
            colours.addAction(self._colour_action(code, name, colours))
        keys = menu.addMenu(self.tr("Number key"))
        keys.setEnabled(code.is_offered)
        for key in (None, *KEYS):
            keys.addAction(self._key_action(code, key, keys))
        menu.addSeparator()
        self.fill_menu(menu)
        return menu

    def _colour_action(self, code: Code, name: str, menu: QMenu) -> QAction:
        action = QAction(swatch_icon(self._theme, name, code.letters), name.capitalize(), menu)
        action.setCheckable(True)
        action.setChecked(code.colour == name)
        action.triggered.connect(lambda: self.recolour_wanted.emit(code, name))
        return action

    def _key_action(self, code: Code, key: int | None, menu: QMenu) -> QAction:
        holder = next((row.code.name for row in self.rows if key and row.code.key == key), "")
        words = str(key) if key else self.tr("None")
        # An ampersand would make the letter after it a mnemonic.
        words = f"{words}  {holder}".strip().replace("&", "&&")
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(code.key == key)
        action.triggered.connect(lambda: self.key_wanted.emit(code, key))
        return action
