"""What stands in menus besides actions: filled by hands, each time a menu is looked at."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QMenu

from variorum.window.action_bar import ActionBar, said
from variorum.window.action_row import ActionId
from variorum.window.hands import Hands
from variorum.window.libraries.hand import Libraries
from variorum.window.menus import Inset


def insets_of(hands: Hands) -> Mapping[Inset, Callable[[QMenu], None]]:
    """Return what fills each place of a menu."""
    return {
        Inset.DECISIONS: hands.deciding.add_to,
        Inset.COLLECTIONS: lambda menu: _add(menu, hands.lists.menu(menu)),
        Inset.KINDS: lambda menu: _add(menu, hands.kinds.menu(menu)),
        Inset.RECENT: lambda menu: _add_recent(menu, hands.body.bar, hands.libraries),
    }


def _add(menu: QMenu, inner: QMenu) -> None:
    menu.addMenu(inner)


def _add_recent(menu: QMenu, bar: ActionBar, libraries: Libraries) -> None:
    """Put the menu of recent libraries into another."""
    recent = menu.addMenu(said("Open recent"))

    def fill() -> None:
        recent.clear()
        libraries.fill_recent(recent)
        recent.addSeparator()
        bar.fill(recent, (ActionId.CLEAR_RECENT, ActionId.KEEP_RECENT))
        bar[ActionId.KEEP_RECENT].setChecked(libraries.recent.is_kept)

    recent.aboutToShow.connect(fill)
