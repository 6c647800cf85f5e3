"""Make Qt's actions and menus from the tables, and do what they ask."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from variorum.annotations.codebook import KEYS
from variorum.annotations.values import Code
from variorum.app.keys import Keys
from variorum.errors import VariorumError
from variorum.progress import Cancelled
from variorum.window.action_row import CONTEXT, ActionId, ActionRow, Situation
from variorum.window.codebook.swatch import swatch_icon
from variorum.window.menus import APPEARANCES, MENUS, SORTS, SUBMENUS, Inset
from variorum.window.theme import Theme

Row = ActionRow[Any]
"""An action, whoever does its deed."""

_OF_TEXTS = frozenset(
    ("Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown", "Tab", "Shift+Tab", "Return",
     "Enter", "Esc", "Space", "Backspace", "Ctrl+C", "Ctrl+A", "Ctrl+X", "Ctrl+V", "Ctrl+Home",
     "Ctrl+End", "Ctrl+Left", "Ctrl+Right")
)  # fmt: skip
"""Keys that lists, texts and fields need for themselves."""

_MARKING = (
    ActionId.HIGHLIGHT,
    ActionId.NOTE,
    ActionId.NOTE_VERSION,
    ActionId.NOTE_STORY,
    ActionId.REMOVE_MARK,
    ActionId.CARRY,
)
"""Actions whose keys are answered, not ignored, in a library that can only be read."""


def said(text: str) -> str:
    """Return a text of the tables in the reader's language."""
    return QCoreApplication.translate(CONTEXT, text)


class ActionBar(QObject):
    """Hold the actions of a window; tell which is wanted, and run deeds where errors are caught."""

    wanted = Signal(object)  # ActionId
    code_wanted = Signal(int)  # the number of the code's key
    refused = Signal()  # a key that can do nothing in a library that is only read
    troubled = Signal(object)  # VariorumError: the environment's fault
    crashed = Signal(object)  # Exception: ours
    keys_changed = Signal()

    def __init__(
        self, window: QMainWindow, keys: Keys, rows: Mapping[ActionId, Row], *, writable: bool
    ) -> None:
        super().__init__(window)
        self._window = window
        self.keys, self.rows = keys, rows
        self.insets: Mapping[Inset, Callable[[QMenu], None]] = {}
        """What fills the places of menus that hold no fixed actions."""
        self.actions: Mapping[ActionId, QAction] = {
            row.id: self._action(row) for row in rows.values()
        }
        self.codes: Sequence[QAction] = [self._code_action(number) for number in KEYS]
        self._fitted: Situation | None = None
        self._refusals: Mapping[ActionId, QAction] = {}
        if not writable:
            self._refusals = {name: self._refusal(self.keys_of(name)) for name in _MARKING}
            self._refusal([str(number) for number in KEYS])
        for names in (APPEARANCES, SORTS.values()):
            group = QActionGroup(self)
            for name in names:
                group.addAction(self.actions[name])

    def __getitem__(self, name: ActionId) -> QAction:
        """Return an action by its name."""
        return self.actions[name]

    def _action(self, row: Row) -> QAction:
        action = QAction(said(row.text), self._window)
        action.setObjectName(row.id.value)
        action.setShortcuts([QKeySequence(keys) for keys in self.keys_of(row.id)])
        action.setCheckable(row.checks)
        action.triggered.connect(lambda: self.wanted.emit(row.id))
        self._window.addAction(action)
        return action

    # --- keys -----------------------------------------------------------------------------------

    def keys_of(self, name: ActionId) -> tuple[str, ...]:
        """Return an action's keys, the reader's own or the first ones."""
        return self.keys.of(name.value, self.rows[name].keys)

    def keys_said(self, name: ActionId) -> str:
        """Return an action's keys as this system writes them."""
        native = QKeySequence.SequenceFormat.NativeText
        return ", ".join(QKeySequence(keys).toString(native) for keys in self.keys_of(name))

    def owner_of(self, keys: str) -> str | None:
        """Return what has these keys already, in words."""
        wanted = QKeySequence(keys)
        for name, row in self.rows.items():
            if any(QKeySequence(one) == wanted for one in self.keys_of(name)):
                return said(row.text)
        if keys in {str(number) for number in KEYS}:
            return self.tr("Highlight with a code")
        return self.tr("Moving and copying in a text") if keys in _OF_TEXTS else None

    def set_keys(self, name: ActionId, keys: Sequence[str]) -> None:
        """Give an action other keys; they hold at once and are remembered."""
        self.keys.set(name.value, keys)
        self._take_keys(name)
        self.keys_changed.emit()

    def reset_keys(self, name: ActionId | None) -> None:
        """Give an action its first keys again; without a name all actions."""
        self.keys.reset(None if name is None else name.value)
        for one in self.rows if name is None else (name,):
            self._take_keys(one)
        self.keys_changed.emit()

    def _take_keys(self, name: ActionId) -> None:
        for action in (self.actions[name], self._refusals.get(name)):
            if action is not None:
                action.setShortcuts([QKeySequence(keys) for keys in self.keys_of(name)])

    def _refusal(self, keys: Sequence[str]) -> QAction:
        """Make what says why keys do nothing; their own actions are grey, and silent."""
        action = QAction(self._window)
        action.setShortcuts([QKeySequence(one) for one in keys])
        action.triggered.connect(self.refused)
        self._window.addAction(action)
        return action

    def _code_action(self, number: int) -> QAction:
        action = QAction(self._window)
        action.setObjectName(f"code_{number}")
        action.setShortcut(QKeySequence(str(number)))
        action.triggered.connect(lambda: self.code_wanted.emit(number))
        self._window.addAction(action)
        return action

    def dispatch(self, method: Callable[[], None]) -> None:
        """Do what was asked; trouble goes to the message bar, mistakes of ours to a report."""
        try:
            method()
        except Cancelled:
            return
        except VariorumError as error:
            self.troubled.emit(error)
        except Exception as error:  # noqa: BLE001 - one of the three places that catch our mistakes
            self.crashed.emit(error)

    def fit(self, situation: Situation) -> None:
        """Let those actions be used that make sense now, and name what undo would undo."""
        if situation == self._fitted:
            return
        self._fitted = situation
        for row in self.rows.values():
            self.actions[row.id].setEnabled(row.makes_sense(situation))
        for name, deed in ((ActionId.UNDO, situation.undo), (ActionId.REDO, situation.redo)):
            word = said(self.rows[name].text)
            self.actions[name].setText(f"{word}: {deed}" if deed else word)
        self._name_version(situation)
        for action in self.codes:
            action.setEnabled(
                situation.writable and (situation.words or situation.mark) and bool(action.data())
            )

    def _name_version(self, situation: Situation) -> None:
        """Say which version would become the base: it need not be the one in sight."""
        word = said(self.rows[ActionId.CHOOSE_BASE].text)
        name = situation.version_name.replace("&", "&&")
        named = self.tr("Make “{name}” the base").format(name=name)
        can = self.actions[ActionId.CHOOSE_BASE].isEnabled() and bool(name)
        self.actions[ActionId.CHOOSE_BASE].setText(named if can else word)

    def show_codes(self, codes: Sequence[Code], theme: Theme) -> None:
        """Let the number keys stand for the codes that have them."""
        self._fitted = None
        by_key = {code.key: code for code in codes if code.is_offered}
        for number, action in enumerate(self.codes, start=1):
            code = by_key.get(number)
            action.setData(code is not None)
            action.setText(code.name.replace("&", "&&") if code else "")
            action.setVisible(code is not None)
            if code is not None:
                action.setIcon(swatch_icon(theme, code.colour, code.letters))

    def fill(self, menu: QMenu, entries: Sequence[ActionId | Inset]) -> None:
        """Put entries of a table into a menu."""
        for entry in entries:
            if isinstance(entry, ActionId):
                menu.addAction(self.actions[entry])
            elif entry in SUBMENUS:
                title, names = SUBMENUS[entry]
                menu.addMenu(said(title)).addActions([self.actions[name] for name in names])
            else:
                self._add_inset(menu, entry)

    def _add_inset(self, menu: QMenu, inset: Inset) -> None:
        if inset is Inset.CODES:
            menu.addActions(list(self.codes))
        elif inset in self.insets:
            self.insets[inset](menu)
        else:
            menu.addSeparator()

    def menu(self, entries: Sequence[ActionId | Inset], parent: QWidget) -> QMenu:
        """Return a menu of its own, for a right click."""
        menu = QMenu(parent)
        self.fill(menu, entries)
        return menu

    def fill_menu_bar(self) -> None:
        """Make the window's menus."""
        for row in MENUS:
            self.fill(self._window.menuBar().addMenu(said(row.title)), row.entries)
