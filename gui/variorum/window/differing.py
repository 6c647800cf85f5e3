"""Go from difference to difference, and say which classes of them are shown."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from variorum.app.settings import HIDDEN_CLASSES
from variorum.collation.values import QUIET_CLASSES, VariantClass
from variorum.window.action_row import ActionId
from variorum.window.body import Body
from variorum.window.desk.explained import Listed

_ACTIONS: Mapping[VariantClass, ActionId] = {
    VariantClass.TYPOGRAPHY: ActionId.SHOW_TYPOGRAPHY,
    VariantClass.SPELLING: ActionId.SHOW_SPELLING,
    VariantClass.STYLE: ActionId.SHOW_STYLE,
    VariantClass.WORDING: ActionId.SHOW_WORDING,
    VariantClass.SUBSTANCE: ActionId.SHOW_SUBSTANCE,
}


class Differing(QObject):
    """Let differences be walked, shown and hidden; the strip says how many there are."""

    stepped = Signal()  # to another difference

    def __init__(self, body: Body) -> None:
        super().__init__(body.window)
        self._bar, self._desk, self._strip = body.bar, body.frame.desk, body.frame.strip
        self._fit, self._settings = body.fit, body.workspace.session.settings
        self._hide_again()
        self._strip.class_toggled.connect(self._toggled)
        self._strip.next_wanted.connect(body.bar[ActionId.NEXT_DIFFERENCE].trigger)
        self._strip.previous_wanted.connect(body.bar[ActionId.PREVIOUS_DIFFERENCE].trigger)
        self._strip.list_wanted.connect(body.bar[ActionId.LIST_DIFFERENCES].trigger)
        self.check()

    def _hide_again(self) -> None:
        """Hide what was hidden when the window was closed."""
        hidden = self._settings.get(HIDDEN_CLASSES).split()
        for kind in VariantClass:
            if kind.value in hidden:
                self._strip.show_class(kind, shown=False)
        self._desk.set_classes_shown(self._strip.shown())

    def toggle_class(self, kind: VariantClass) -> None:
        """Show or hide the variants of a class."""
        self._strip.show_class(kind, shown=kind not in self._strip.shown())

    def toggle_quiet(self) -> None:
        """Hide the quiet classes, or show them again."""
        self._strip.hide_quiet(hidden=bool(self._strip.shown() & QUIET_CLASSES))

    def next(self) -> None:
        """Go to the next difference of the shown classes; the texts take the keys."""
        self._desk.take_focus()
        self._stepped(self._desk.show_next_difference())

    def previous(self) -> None:
        """Go to the difference before; the texts take the keys."""
        self._desk.take_focus()
        self._stepped(self._desk.show_previous_difference())

    def go_to(self, listed: Listed) -> None:
        """Go to a difference of the list; the keys stay where they are."""
        self._stepped(self._desk.go_to(listed))

    def check(self) -> None:
        """Let the menu say which classes are shown."""
        shown = self._strip.shown()
        for kind, name in _ACTIONS.items():
            self._bar[name].setChecked(kind in shown)
        self._bar[ActionId.HIDE_QUIET].setChecked(not shown & QUIET_CLASSES)

    def _toggled(self, _kind: VariantClass, _shown: bool) -> None:  # noqa: FBT001 - a slot
        shown = self._strip.shown()
        hidden = [kind.value for kind in VariantClass if kind not in shown]
        self._settings.set(HIDDEN_CLASSES, " ".join(hidden))
        self._desk.set_classes_shown(shown)
        self._strip.say_place(*self._desk.difference_place)
        self.check()
        self._fit()

    def _stepped(self, place: tuple[int, int] | None) -> None:
        self._strip.say_place(*(place or (0, 0)))
        self.stepped.emit()
        self._fit()
