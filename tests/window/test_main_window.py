"""The window as a whole: what it says, what can be used when, what every part is called."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)

from variorum.app.workspace import Workspace
from variorum.collation.values import QUIET_CLASSES, VariantClass
from variorum.intake.importer import import_paste
from variorum.library.commands import Command, UndoState
from variorum.library.library import Library
from variorum.library.queries import articles as queries_articles
from variorum.text import Span
from variorum.window.action_row import ActionId
from variorum.window.actions.table import ACTIONS
from variorum.window.details.correcting import Correctable, moment_of
from variorum.window.main_window import MainWindow
from variorum.window.menus import MENUS, SUBMENUS
from variorum.window.theme import Theme

from .hands import Reader
from .story import REPRINT, UPDATE, WIRE, bring_pair, highlight

HOSTILE = '<img src="file:///etc/passwd"><b>Ferry</b> fares rise in <i>Halvern</i>'

# --- first look ----------------------------------------------------------------------------


def test_an_empty_library_says_what_to_do(reader: Reader) -> None:
    """Nothing but the three ways in, and no strip over nothing."""
    window = reader.open()

    assert window.frame.is_empty_shown
    assert window.situation().undo == ""
    assert not window.bar[ActionId.HIGHLIGHT].isEnabled()
    assert window.bar[ActionId.IMPORT_FILES].isEnabled()


def test_no_word_of_the_empty_window_is_cut_off(reader: Reader) -> None:
    """The line that says what the program does has room for all its words."""
    window = reader.open()
    window.resize(1440, 900)
    reader.settle()

    line = window.findChild(QLabel, "empty_line")

    assert isinstance(line, QLabel)
    assert line.height() >= line.heightForWidth(line.width()) > line.fontMetrics().height()


def test_every_control_has_a_name(reader: Reader) -> None:
    """A screen reader has a word for whatever takes keys or clicks."""
    window = bring_pair(reader)
    highlight(reader, "four per cent")
    kinds = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextBrowser)
    found = [widget for kind in kinds for widget in window.findChildren(kind)]

    nameless = [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in found
        if not widget.objectName().startswith("qt_")
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        # Chips that stand for nothing now say nothing, and are not shown.
        and widget.isVisibleTo(window)
    ]

    assert nameless == []


def test_imported_words_are_never_rich_text(reader: Reader) -> None:
    """A headline with tags is shown with its tags, wherever labels stand."""
    window = reader.open()
    reader.drop(text=f"{HOSTILE}\n\n{WIRE}")
    highlight(reader, "four per cent")

    labels = window.findChildren(QLabel)

    assert labels
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_nothing_in_a_menu_is_without_its_row() -> None:
    """Every entry of every menu is in the table, and every action is in a menu."""
    entries = [entry for menu in MENUS for entry in menu.entries if isinstance(entry, ActionId)]
    insets = {name for _, names in SUBMENUS.values() for name in names} - set(entries)
    recent = {ActionId.CLEAR_RECENT, ActionId.KEEP_RECENT}

    assert len(entries) == len(set(entries))
    assert set(entries) | insets | recent == set(ActionId) == set(ACTIONS)


def test_no_two_actions_share_a_key() -> None:
    """A key does one thing, the number keys included."""
    keys = [key for row in ACTIONS.values() for key in row.keys] + [str(n) for n in range(1, 10)]

    assert len(keys) == len(set(keys))


# --- import ----------------------------------------------------------------------------------


def test_one_summary_for_many_files(reader: Reader, tmp_path: Path) -> None:
    """Imported, duplicates and skipped stand in one bar; the reasons behind `Details`."""
    folder = tmp_path / "day"
    folder.mkdir()
    (folder / "wire.txt").write_text(WIRE, encoding="utf-8")
    (folder / "reprint.txt").write_text(REPRINT, encoding="utf-8")
    (folder / "nothing.txt").write_bytes(b"")
    window = reader.open()
    reader.drop([folder])

    assert "1 file skipped" in window.messages.text
    assert "nothing.txt" in window.messages.details

    reader.drop([folder / "wire.txt"])

    assert window.messages.text == "Nothing new was imported · 1 duplicate left out."

    reader.drop([folder / "nothing.txt"])
    assert "nothing.txt" in window.messages.text


def test_a_second_version_is_said_to_have_joined_its_story(reader: Reader) -> None:
    """The bar names the story, and the number of the version in it."""
    window = bring_pair(reader)

    assert window.reading.base is not None
    assert window.reading.base.row.title[:30] in window.messages.text
    assert "version 2" in window.messages.text


def test_an_import_can_be_undone_from_its_summary(reader: Reader) -> None:
    """What was brought goes to the bin as one deed, and comes back with undo."""
    window = reader.open()
    reader.drop(text=WIRE)
    buttons = window.messages.findChildren(QAbstractButton)
    undo = next(button for button in buttons if button.text() == "Undo the import")

    undo.click()
    reader.settle()

    assert window.frame.is_empty_shown
    reader.press("Ctrl+Z")
    assert not window.frame.is_empty_shown
    assert window.reading.base is not None


def test_an_import_with_marks_is_undone_after_a_question_only(reader: Reader) -> None:
    """Who thinks better of it keeps articles and marks."""
    window = bring_pair(reader)
    highlight(reader, "four per cent")
    reader.drop(text="A lighthouse on Orlen was lit again on Monday after forty years.")
    buttons = window.messages.findChildren(QAbstractButton)
    undo = [button for button in buttons if button.text() == "Undo the import"][-1]
    undo.click()
    reader.settle()
    assert reader.answers.asked == []
    assert window.workspace.stories.rowCount() == 1

    reader.answers.yes = False
    first = import_paste(window.session.library, WIRE.replace("four", "five"))
    (article,) = first.articles
    window.marks.highlight(article, Span(0, 7))
    reader.settle()
    window.hands.importing.undo(first)
    reader.settle()

    assert len(reader.answers.asked) == 1
    assert queries_articles.stored_article(window.session.library.reader, article).binned is None


def test_files_come_by_the_menu(reader: Reader, tmp_path: Path) -> None:
    """The files that the box names are imported."""
    file = tmp_path / "wire.txt"
    file.write_text(WIRE, encoding="utf-8")
    window = reader.open()
    reader.answers.files = [file]

    with reader.qtbot.waitSignal(window.hands.importing.finished):
        reader.press("Ctrl+O")
    reader.settle()

    assert window.workspace.stories.rowCount() == 1
    assert window.reading.base is not None


# --- reading -----------------------------------------------------------------------------------


def test_the_quiet_classes_hide_with_one_key(reader: Reader) -> None:
    """S hides the three, S shows them again; the strip and the menu agree."""
    window = bring_pair(reader)

    reader.press("S")

    assert not window.strip.shown() & QUIET_CLASSES
    assert window.bar[ActionId.HIDE_QUIET].isChecked()
    reader.press("S")
    assert window.strip.shown() == frozenset(VariantClass)


def test_one_class_goes_with_its_number(reader: Reader) -> None:
    """Alt+5 hides the changes of substance alone."""
    window = bring_pair(reader)
    before = window.desk.difference_count

    reader.press("Alt+5")

    assert window.strip.shown() == frozenset(VariantClass) - {VariantClass.SUBSTANCE}
    assert window.desk.difference_count < before


def test_substance_is_never_shown_without_the_cuts(reader: Reader) -> None:
    """One chip says both."""
    window = bring_pair(reader)

    (said,) = [chip.said() for chip in window.strip.chips() if "substance" in chip.said()]

    assert said.startswith("1 substance")
    assert "sentences cut" in said


def test_differences_are_stepped_through(reader: Reader) -> None:
    """F8 goes on, Shift+F8 goes back."""
    window = bring_pair(reader)
    reader.press("Alt+1")

    reader.press("F8", times=2)
    reader.press("Shift+F8")

    places = [w for w in window.strip.findChildren(QAbstractButton) if " of " in w.accessibleName()]
    assert any(w.accessibleName().startswith("1 of ") for w in places)


def test_a_step_moves_nothing_in_the_strip(reader: Reader) -> None:
    """Room for the figures is kept from the start, and the steps stay on one row."""
    window = bring_pair(reader)
    before = [chip.geometry() for chip in window.strip.chips()], window.strip.height()

    reader.press("F8", times=2)

    assert ([chip.geometry() for chip in window.strip.chips()], window.strip.height()) == before


def test_a_third_version_can_be_put_beside_the_base(reader: Reader) -> None:
    """A click on it in the list puts it in the place of the one that was there."""
    window = bring_pair(reader)
    reader.drop(text=UPDATE)
    reader.settle()
    (other,) = {row.article for row in window.reading.versions} - set(window.reading.panes)

    window.stories.story_chosen.emit(window.reading.story, other)

    assert window.reading.version is not None
    assert window.reading.version.id == other


def test_the_base_is_chosen_by_hand_and_undone(reader: Reader) -> None:
    """The version turned to becomes the base; undo gives the old one back."""
    window = bring_pair(reader)
    first, second = window.reading.sides
    window.desk.focus_pane_of(second.id)

    window.bar[ActionId.CHOOSE_BASE].trigger()
    reader.settle()

    assert [side.id for side in window.reading.sides] == [second.id, first.id]
    assert window.bar[ActionId.UNDO].text() == "Undo: choice of the base"
    reader.press("Ctrl+Z")
    assert [side.id for side in window.reading.sides] == [first.id, second.id]


def test_a_version_is_parted_and_joined_again(reader: Reader) -> None:
    """Parting makes two stories, joining the selected ones makes one."""
    window = bring_pair(reader)
    window.desk.focus_pane_of(window.reading.sides[1].id)

    window.bar[ActionId.PART].trigger()
    reader.settle()
    assert window.workspace.stories.rowCount() == 2

    window.stories.view.selectAll()
    window.fit_actions()
    reader.press("Ctrl+J")

    assert window.workspace.stories.rowCount() == 1
    assert len(window.reading.versions) == 2


def test_a_source_is_set_by_hand(reader: Reader) -> None:
    """What is typed into the details is shown in header and list, and undone in one step."""
    window = bring_pair(reader)
    second = window.reading.sides[1].id
    window.desk.focus_pane_of(second)

    reader.press("Ctrl+Shift+I")
    dialog = window.hands.stories_deeds.dialog
    assert dialog is not None
    dialog.source.setText("Island Post")
    dialog.published.setText("2021-06-02")
    dialog.accept()
    window.activateWindow()
    window.desk.focus_pane_of(second)
    reader.qtbot.waitUntil(window.isActiveWindow)
    reader.settle()

    side = window.reading.side_of(second)
    assert side is not None
    assert side.row.source == "Island Post"
    assert side.article.published == moment_of("2021-06-02")
    assert window.session.undo_state.undo is Command.SET_DETAILS
    reader.press("Ctrl+Z")
    side = window.reading.side_of(second)
    assert side is not None
    assert side.row.source is None
    assert side.article.published != moment_of("2021-06-02")


def test_a_date_that_is_none_is_refused(reader: Reader) -> None:
    """The box stays open and says how a date is written."""
    window = bring_pair(reader)
    reader.press("Ctrl+Shift+I")
    dialog = window.hands.stories_deeds.dialog
    assert dialog is not None

    width = dialog.width()
    dialog.published.setText("next Tuesday")
    dialog.accept()

    assert dialog.isVisible()
    assert dialog.width() == width
    assert window.session.undo_state == UndoState()
    dialog.reject()


def test_what_was_not_changed_is_no_deed(reader: Reader) -> None:
    """Saving the details as they are leaves nothing to undo."""
    window = bring_pair(reader)
    article = window.reading.sides[0].id
    same = Correctable("Northline", None, None)

    window.hands.stories_deeds.correct(article, same, same)
    reader.settle()

    assert window.session.undo_state == UndoState()


def test_the_base_is_not_made_the_base(reader: Reader) -> None:
    """Of the base there is nothing to choose; of another version the entry says its name."""
    window = bring_pair(reader)
    base, version = window.reading.sides
    action = window.bar[ActionId.CHOOSE_BASE]

    reader.select(base.id, Span(0, 0))
    window.fit_actions()
    assert not action.isEnabled()

    reader.select(version.id, Span(0, 0))
    window.fit_actions()
    assert action.isEnabled()
    assert window.hands.stories_deeds.version_name in action.text()


def test_escape_clears_the_filter(reader: Reader) -> None:
    """One key brings all stories back, and the keys to the list."""
    window = bring_pair(reader)
    window.stories.filter.setFocus()
    reader.write("nowhere")
    window.stories.apply_filter()
    reader.settle()
    assert window.workspace.stories.rowCount() == 0

    reader.press("Esc")

    assert window.workspace.stories.rowCount() == 1
    assert window.stories.view.hasFocus()


def test_one_refused_file_says_why_at_once(reader: Reader, tmp_path: Path) -> None:
    """Nobody has to open the details, and the bar has not the colour of success."""
    window = reader.open()
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))

    reader.drop([path])

    assert window.messages.property("kind") == "trouble"
    assert "Nothing new" not in window.messages.text


def test_a_date_is_taken_as_the_window_writes_it() -> None:
    """What stands in a header can be typed into the field."""
    assert moment_of("16 Apr 2019") == dt.date(2019, 4, 16)
    assert moment_of("16 April 2019") == dt.date(2019, 4, 16)
    assert moment_of("2019-04-16") == dt.date(2019, 4, 16)


def test_tab_goes_as_one_sees(reader: Reader) -> None:
    """From the tools to the filter, the list, the strip and the panes."""
    window = bring_pair(reader)
    wanted = [window.stories.filter, window.stories.view, *window.desk.panes]
    window.frame.tools.search.setFocus()

    seen: list[QWidget | None] = []
    for _ in range(40):
        reader.press("Tab")
        seen.append(window.focusWidget())
    places = [seen.index(widget) for widget in wanted]

    assert places == sorted(places)


def test_the_story_is_marked_though_ctrl_is_held(reader: Reader) -> None:
    """A paste ends while the keys of the paste are down; its row is chosen all the same."""
    window = bring_pair(reader)
    QTest.keyPress(window, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)

    reader.drop(text=UPDATE)
    chosen = window.stories.chosen_stories()
    QTest.keyRelease(window, Qt.Key.Key_Control)

    assert chosen == (window.reading.story,)


def test_a_drop_on_what_can_only_be_read_is_answered(reader: Reader) -> None:
    """Nothing comes in, and the bar says why and what to do."""
    bring_pair(reader)
    reader.close()
    library = Library.open(reader.library, read_only=True)
    window = MainWindow(
        Workspace(library, settings=reader.settings), theme=Theme.load("light"), ask=reader.answers
    )
    reader.qtbot.addWidget(window)
    mime = QMimeData()
    mime.setText(UPDATE)

    window.bar.dispatch(lambda: window.hands.importing.take(mime))

    assert "can only be read" in window.messages.text
    assert window.messages.property("kind") == "trouble"
    window.close()


@pytest.mark.parametrize("keys", ["H", "N", "C", "1"])
def test_a_mark_on_what_can_only_be_read_is_answered(reader: Reader, keys: str) -> None:
    """The keys of marks say why nothing happens; the entries of the menu stay grey."""
    base = bring_pair(reader).reading.base
    assert base is not None
    reader.close()
    window = reader.open(read_only=True)
    window.hands.turning.show_first_comparison()
    reader.settle()
    reader.select(base.id, Span(27, 40))

    reader.press(keys)

    assert "can only be read" in window.messages.text
    assert not window.bar[ActionId.HIGHLIGHT].isEnabled()
    assert window.marks.highlights == ()
