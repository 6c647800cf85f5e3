"""Open the boxes and lists that are about the program itself."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from variorum.app.settings import KEEP_RECENT, RECENT, Settings
from variorum.window.action_bar import ActionBar, said
from variorum.window.action_row import ActionId
from variorum.window.help import AboutBox, KeysBox
from variorum.window.menus import MENUS, SUBMENUS, Inset
from variorum.window.palette import Entry, Palette
from variorum.window.settings.dialog import PageMaker, SettingsDialog
from variorum.window.theme import Theme


class Showing(QObject):
    """Show keys, settings, the palette, and what this program is."""

    settings_changed = Signal()

    def __init__(self, settings: Settings, bar: ActionBar, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._bar, self._window = settings, bar, window
        self.palette = Palette(theme, window)
        self.dialog: SettingsDialog | None = None
        self.pages: list[PageMaker] = []
        """Pages of the settings that are about the library, not about the program."""

    def wear(self, theme: Theme) -> None:
        """Wear another theme's colours."""
        self.palette.wear(theme)

    def show_keys(self) -> None:
        """List every action with its keys."""
        KeysBox(self._bar, self._window).open()

    def show_about(self) -> None:
        """Say what this program is."""
        AboutBox(self._window).open()

    def show_settings(self, page: str = "") -> None:
        """Let things be set, beginning with a page by its title; there is one dialog at a time."""
        if self.dialog is not None:
            self.dialog.turn_to(page)
            return
        self.dialog = SettingsDialog(self._settings, self._bar, self._window, more=self.pages)
        self.dialog.turn_to(page)
        self.dialog.changed.connect(self._changed)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def show_palette(self) -> None:
        """Let an action be found by its name."""
        self.palette.open(self.entries())

    def entries(self) -> Sequence[Entry]:
        """Return every action that stands in a menu, in the order of the menus."""
        entries: list[Entry] = []
        for menu in MENUS:
            title = said(menu.title)
            for entry in menu.entries:
                match entry:
                    case Inset.CODES:
                        codes = [action for action in self._bar.codes if action.isVisible()]
                        entries += [Entry(action, title) for action in codes]
                    case Inset() if entry in SUBMENUS:
                        inner, names = SUBMENUS[entry]
                        entries += [Entry(self._bar[name], said(inner)) for name in names]
                    case ActionId.PALETTE:
                        continue
                    case ActionId():
                        entries.append(Entry(self._bar[entry], title))
                    case _:
                        continue
        return entries

    def _changed(self) -> None:
        if not self._settings.get(KEEP_RECENT):
            self._settings.reset(RECENT.key)
        self.settings_changed.emit()

    def _closed(self) -> None:
        self.dialog = None
        self._settings.save()
