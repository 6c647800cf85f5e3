"""What is set in the dialog holds at once, is remembered, and can be set back."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QSpinBox, QWidget

from variorum.app.settings import (
    APPEARANCE,
    KEEP_RECENT,
    LINE_HEIGHT,
    RECENT,
    TEXT_FACE,
    TEXT_SIZE,
    Appearance,
)
from variorum.window.action_row import ActionId
from variorum.window.settings.dialog import SettingsDialog
from variorum.window.settings.table import PAGES, Choice

from .hands import Reader
from .story import bring_pair

W = TypeVar("W", bound=QWidget)


def opened(reader: Reader) -> SettingsDialog:
    """Press Ctrl+, and return the dialog."""
    reader.press("Ctrl+,")
    dialog = reader.window.hands.showing.dialog
    assert dialog is not None
    return dialog


def control(dialog: SettingsDialog, kind: Callable[..., W], key: str) -> W:
    """Return the control of a setting."""
    found = dialog.findChild(kind, key)  # type: ignore[call-overload]
    assert found is not None
    return found


def test_every_row_has_its_control_and_its_help(reader: Reader) -> None:
    """The dialog is the table: each setting, each sentence, and nothing without a name."""
    bring_pair(reader)
    dialog = opened(reader)
    said = {label.text() for label in dialog.findChildren(QLabel)}

    for page in PAGES:
        for row in page.rows:
            widget = dialog.findChild(QWidget, row.setting.key)
            assert widget is not None
            assert widget.accessibleName() == row.title
            assert row.help in said
    dialog.reject()


def test_what_is_set_holds_at_once(reader: Reader) -> None:
    """Size, lines and face change on the desk while the dialog is open."""
    window = bring_pair(reader)
    dialog = opened(reader)
    before = window.desk.stage.style

    control(dialog, QSpinBox, TEXT_SIZE.key).setValue(22)
    control(dialog, QSpinBox, LINE_HEIGHT.key).setValue(180)
    faces = control(dialog, QComboBox, TEXT_FACE.key)
    faces.setCurrentIndex(faces.findData("Inter"))
    faces.activated.emit(faces.currentIndex())
    reader.settle()

    style = window.desk.stage.style
    assert style.leading == round(22 * 1.8)
    assert style.leading > before.leading
    paragraph = next(iter(window.desk.stage.columns[0].blocks)).style
    assert paragraph.font.families()[0] == "Inter"
    assert window.session.settings.get(TEXT_SIZE) == 22
    dialog.reject()


def test_a_page_can_be_set_back(reader: Reader) -> None:
    """Its settings have their defaults again, on the desk and in the controls."""
    window = bring_pair(reader)
    dialog = opened(reader)
    control(dialog, QSpinBox, TEXT_SIZE.key).setValue(30)

    first_page = dialog.tabs.widget(0)
    assert first_page is not None
    back = [b for b in first_page.findChildren(QPushButton) if b.text() == "Set this page back"]
    back[0].click()

    assert window.session.settings.get(TEXT_SIZE) == TEXT_SIZE.default
    assert window.desk.stage.style.leading == round(TEXT_SIZE.default * 1.5)
    dialog.reject()


def test_colours_are_asked_for(reader: Reader) -> None:
    """The program hears which colours are wanted, once."""
    window = bring_pair(reader)
    dialog = opened(reader)
    wanted = list[Appearance]()
    window.appearance_wanted.connect(wanted.append)

    colours = control(dialog, QComboBox, APPEARANCE.key)
    colours.setCurrentIndex(colours.findData("dark"))
    colours.activated.emit(colours.currentIndex())
    control(dialog, QSpinBox, TEXT_SIZE.key).setValue(18)

    assert wanted == [Appearance.DARK]
    dialog.reject()


def test_the_list_of_libraries_is_forgotten_when_turned_off(reader: Reader) -> None:
    """Nothing of it stays in the settings."""
    window = bring_pair(reader)
    window.session.settings.set(RECENT, '["/secret/place.variorum"]')
    dialog = opened(reader)

    control(dialog, QCheckBox, KEEP_RECENT.key).setChecked(False)

    assert window.session.settings.get(KEEP_RECENT) is False
    assert window.session.settings.get(RECENT) == ""
    dialog.reject()


def test_only_what_exists_is_offered() -> None:
    """No choice is empty, no value stands twice, and each default is one of them."""
    for page in PAGES:
        for row in page.rows:
            if isinstance(row.shape, Choice):
                values = [value for value, _ in row.shape.values]
                assert len(values) == len(set(values))
                assert row.setting.default in values


# --- keys --------------------------------------------------------------------------------------


def give(dialog: SettingsDialog, action: ActionId, keys: str) -> str:
    """Press keys for an action; return what the page says."""
    dialog.keys.choose(action)
    dialog.keys.edit.setKeySequence(QKeySequence(keys))
    dialog.keys.take()
    return dialog.keys.said.text()


def test_an_action_gets_other_keys(reader: Reader) -> None:
    """They hold at once, the old ones do nothing any more, and the next window has them."""
    window = bring_pair(reader)
    dialog = opened(reader)
    give(dialog, ActionId.FIND, "Ctrl+Alt+J")
    dialog.reject()
    reader.settle()

    reader.press("Ctrl+F")
    assert not window.hands.finder.bar.isVisible()
    reader.press("Ctrl+Alt+J")
    assert window.hands.finder.bar.isVisible()

    reader.close()
    again = reader.open()
    assert again.bar[ActionId.FIND].shortcut() == QKeySequence("Ctrl+Alt+J")


def test_the_hint_names_the_keys_that_hold(reader: Reader) -> None:
    """The empty notes say which key highlights, also when it was changed."""
    window = bring_pair(reader)
    hints = [label.text() for label in window.notes.findChildren(QLabel)]
    assert any("then H highlights" in hint for hint in hints)

    dialog = opened(reader)
    give(dialog, ActionId.HIGHLIGHT, "Ctrl+H")
    dialog.reject()

    hints = [label.text() for label in window.notes.findChildren(QLabel)]
    assert any("then Ctrl+H highlights" in hint for hint in hints)


def test_a_conflict_is_named_and_nothing_is_taken(reader: Reader) -> None:
    """Keys of another action, of the codes, or of the texts themselves are refused."""
    window = bring_pair(reader)
    dialog = opened(reader)

    assert "“Undo”" in give(dialog, ActionId.FIND, "Ctrl+Z")
    assert "“Highlight with a code”" in give(dialog, ActionId.FIND, "3")
    assert "in a text" in give(dialog, ActionId.FIND, "Ctrl+C")
    assert window.bar[ActionId.FIND].shortcut() == QKeySequence("Ctrl+F")
    assert window.bar[ActionId.UNDO].shortcut() == QKeySequence("Ctrl+Z")
    dialog.reject()


def test_keys_can_be_taken_away_and_set_back(reader: Reader) -> None:
    """Freed keys may be another's; then they cannot be set back until they are free again."""
    window = bring_pair(reader)
    dialog = opened(reader)
    give(dialog, ActionId.UNDO, "")
    give(dialog, ActionId.FIND, "Ctrl+Z")
    assert window.bar[ActionId.FIND].shortcut() == QKeySequence("Ctrl+Z")

    dialog.keys.choose(ActionId.UNDO)
    dialog.keys.reset.click()
    assert "“Find in the panes”" in dialog.keys.said.text()
    dialog.keys.reset_all.click()

    assert window.bar[ActionId.UNDO].shortcut() == QKeySequence("Ctrl+Z")
    assert window.bar[ActionId.FIND].shortcut() == QKeySequence("Ctrl+F")
    dialog.reject()


def test_actions_can_be_filtered(reader: Reader) -> None:
    """By words or by keys."""
    bring_pair(reader)
    dialog = opened(reader)
    dialog.keys.filter.setText("ctrl+f")
    table = dialog.keys.table
    items = [table.item(n, 0) for n in range(table.rowCount()) if not table.isRowHidden(n)]

    assert "Find in the panes" in [item.text() for item in items if item is not None]
    assert len(items) < 5
    assert table.item(0, 0) is not None
    assert dialog.windowModality() == Qt.WindowModality.WindowModal
    dialog.reject()


def test_there_is_one_dialog_at_a_time(reader: Reader) -> None:
    """Asked for again it turns to the page that is wanted; closed, it is made anew."""
    window = reader.open()
    showing = window.hands.showing
    showing.show_settings()
    first = showing.dialog
    assert first is not None
    showing.show_settings("Keys")

    assert showing.dialog is first
    assert first.tabs.currentWidget() is first.keys
    first.close()
    assert showing.dialog is None
