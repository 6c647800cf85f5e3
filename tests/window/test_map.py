"""The story map: opened, walked through, followed to the texts, saved."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.modeltest import ModelTester

from variorum.app.story_map import Fate, Square, StoryMap
from variorum.formats.documents.plain import read_text
from variorum.ids import ArticleId
from variorum.intake.importer import import_articles
from variorum.library import stories
from variorum.library.commands import Command
from variorum.text import Span
from variorum.window.action_row import ActionId
from variorum.window.main_window import MainWindow
from variorum.window.map.model import MapModel
from variorum.window.map.painting import Ink, legend
from variorum.window.map.words import FOOT, evidence, is_doubtful
from variorum.window.theme import Scheme, Theme

from ..fresh import library_at
from .hands import PATIENCE_MS, Reader
from .story import REPRINT, UPDATE, WIRE
from .test_theme import contrast

ANOTHER = UPDATE.replace("autumn", "spring")


def bring(reader: Reader, *texts: str) -> MainWindow:
    """Open a window with one story in some versions."""
    with library_at(reader.library) as library:
        items = [read_text(text, origin=f"{number}.txt") for number, text in enumerate(texts)]
        import_articles(library, items)
    window = reader.open()
    assert len(window.reading.versions) == len(texts)
    return window


def bring_story(reader: Reader) -> MainWindow:
    """Open a window with one story in four versions."""
    return bring(reader, WIRE, REPRINT, UPDATE, ANOTHER)


def shown(window: MainWindow) -> StoryMap:
    """Return the map that is shown."""
    found = window.hands.map.mapping.map
    assert found is not None
    return found


def open_map(reader: Reader) -> None:
    """Open the map by its key, and wait until it is there."""
    mapping = reader.window.hands.map.mapping
    reader.press("Ctrl+Shift+M")
    reader.qtbot.waitUntil(lambda: not mapping.is_busy, timeout=PATIENCE_MS)
    reader.settle()


def cell_of(window: MainWindow, fate: Fate) -> tuple[int, int]:
    """Return the row and the column of the first cell with a fate."""
    for row, line in enumerate(window.hands.map.page.model.lines):
        for column, square in enumerate(line.squares):
            if square.fate is fate:
                return row, column
    pytest.fail(f"nothing is {fate}")


def test_the_key_opens_and_closes(reader: Reader) -> None:
    """The same key leads to the map and back; the keys go along."""
    window = bring_story(reader)
    open_map(reader)
    opened = window.hands.map.is_open, window.hands.map.page.view.hasFocus()
    ticked = window.bar[ActionId.STORY_MAP].isChecked()

    reader.press("Ctrl+Shift+M")

    assert (opened, ticked) == ((True, True), True)
    assert not window.hands.map.is_open
    assert not window.bar[ActionId.STORY_MAP].isChecked()
    assert any(pane.hasFocus() for pane in window.desk.panes)


def test_escape_leads_back_from_anywhere_on_the_page(reader: Reader) -> None:
    """Esc closes the page, from the map and from the descent."""
    window = bring_story(reader)
    for take_focus in (
        window.hands.map.page.view.setFocus,
        window.hands.map.page.lineage.take_focus,
    ):
        open_map(reader)
        take_focus()
        reader.press("Esc")

        assert not window.hands.map.is_open


def test_the_button_says_whether_the_map_is_open(reader: Reader) -> None:
    """The button at the top right is pressed in while the page is there."""
    window = bring_story(reader)
    buttons = window.frame.tools.findChildren(QPushButton)
    button = next(one for one in buttons if one.text() == "Story map")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    opened = window.hands.map.is_open, button.isChecked()
    reader.settle()
    reader.press("Esc")

    assert opened == (True, True)
    assert not button.isChecked()


def test_enter_on_a_cell_shows_the_passage(reader: Reader) -> None:
    """The version stands beside the base, the passage is selected."""
    window = bring_story(reader)
    open_map(reader)
    view = window.hands.map.page.view
    row, column = cell_of(window, Fate.ADDED)
    version = shown(window).versions[column]
    view.setCurrentIndex(window.hands.map.page.model.index(row, column))

    reader.press("Return")

    assert not window.hands.map.is_open
    assert window.reading.version is not None
    assert window.reading.version.id == version.id
    assert reader.selected_words() == "Crews said that they would wait for the talks."


def test_a_click_on_what_was_cut_shows_it_in_the_base(reader: Reader) -> None:
    """One sees the words that are missing, in the version that has them."""
    window = bring_story(reader)
    open_map(reader)
    view, model = window.hands.map.page.view, window.hands.map.page.model
    row, column = cell_of(window, Fate.CUT)
    words = model.lines[row].words
    index = model.index(row, column)
    view.scrollTo(index)
    at: QPoint = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    reader.settle()

    assert reader.selected_words() == words


def test_arrows_walk_through_the_cells(reader: Reader) -> None:
    """Down and right go one cell further; the last rows are the counts."""
    window = bring_story(reader)
    open_map(reader)
    view, model = window.hands.map.page.view, window.hands.map.page.model
    view.setCurrentIndex(model.index(0, 0))
    reader.press("Down")
    reader.press("Right")
    here = view.currentIndex().row(), view.currentIndex().column()
    reader.press("Ctrl+End")

    assert here == (1, 1)
    assert view.currentIndex().row() == len(model.lines) + len(FOOT) - 1


def test_the_map_begins_where_one_reads(reader: Reader) -> None:
    """The cell with the keys is that of the passage at the caret."""
    window = bring_story(reader)
    base = window.reading.base
    assert base is not None
    place = base.article.text.index("The councils")
    reader.select(base.id, Span(place, place))
    window.desk.focus_pane_of(base.id)
    open_map(reader)

    model = window.hands.map.page.model
    assert model.lines[window.hands.map.page.view.currentIndex().row()].words.startswith(
        "The councils"
    )


def test_furniture_can_be_left_out(reader: Reader) -> None:
    """Without the tick only the story has rows."""
    window = bring_story(reader)
    open_map(reader)
    model = window.hands.map.page.model
    before = len(model.lines)
    window.hands.map.page.furniture.setChecked(False)

    assert before > len(model.lines) > 0
    assert all(line.kind.is_story for line in model.lines)


def test_cells_are_told_to_who_cannot_see(reader: Reader) -> None:
    """A screen reader hears the version, what became of the passage, and its words."""
    window = bring_story(reader)
    open_map(reader)
    row, column = cell_of(window, Fate.SUBSTANCE)
    view, model = window.hands.map.page.view, window.hands.map.page.model
    table = QAccessible.queryAccessibleInterface(view)
    # The first row and the first column of children are the headers.
    cell = table.child((row + 1) * (model.columnCount() + 1) + column + 1)
    name = cell.text(QAccessible.Text.Name)

    assert name == model.data(model.index(row, column), Qt.ItemDataRole.AccessibleTextRole)
    assert "substance" in name
    assert "¶1" in name


def test_the_table_keeps_qts_rules(reader: Reader, qtmodeltester: ModelTester) -> None:
    """Rows, columns and indexes agree with one another, with a map and without."""
    window = bring_story(reader)
    open_map(reader)
    model = MapModel(window)
    qtmodeltester.check(model)  # pyright: ignore[reportUnknownMemberType]  # pytest-qt has no types here
    model.show_map(window.hands.map.mapping.map)

    qtmodeltester.check(model)  # pyright: ignore[reportUnknownMemberType]  # pytest-qt has no types here


def test_a_story_with_one_version_says_why_there_is_no_map(reader: Reader) -> None:
    """The page tells what is missing, and Esc leads back."""
    window = bring(reader, WIRE)
    open_map(reader)
    said = window.hands.map.page.nothing.text()
    reader.press("Esc")

    assert "one version" in said
    assert not window.hands.map.is_open


def test_the_map_follows_the_story_that_is_read(reader: Reader) -> None:
    """What changes the story changes the map that is open; undo too."""
    window = bring_story(reader)
    open_map(reader)
    mapping = window.hands.map.mapping
    part = shown(window).versions[-1].id
    me = window.session.me()
    with reader.qtbot.waitSignal(mapping.changed, timeout=PATIENCE_MS):
        window.session.submit(
            Command.PART, lambda db: stories.part(db, articles=[part], annotator=me)
        )
    reader.settle()

    assert window.hands.map.is_open
    assert part not in [version.id for version in shown(window).versions]


# --- descent ----------------------------------------------------------------------------------


def test_the_descent_has_its_evidence_in_words(reader: Reader) -> None:
    """A version is told with the changes that it has from the one it was made from."""
    window = bring_story(reader)
    open_map(reader)
    found = shown(window)
    made = [n for n, one in enumerate(found.descents) if one.ancestor is not None]

    assert made
    words = "\n".join(evidence(found, number) for number in made)
    assert "“seven” for “four” (substance)" in words.replace("\u2068", "").replace("\u2069", "")


def test_arrows_and_enter_work_in_the_descent(reader: Reader) -> None:
    """Down goes to the next version, its evidence is said, Enter opens it."""
    window = bring_story(reader)
    open_map(reader)
    lineage = window.hands.map.page.lineage
    lineage.take_focus()
    reader.press("Down")
    row = lineage.rows[2]
    had_keys, name = row.hasFocus(), row.accessibleName()
    said = window.hands.map.page.evidence.text()
    version = shown(window).edition(row.knot.version)
    reader.press("Return")

    assert had_keys
    assert said.splitlines()[0] == name.splitlines()[0]
    assert window.reading.version is not None
    assert window.reading.version.id == version.id


def test_tab_leads_from_the_map_to_the_descent(reader: Reader) -> None:
    """After the map come the versions, the base first."""
    window = bring_story(reader)
    open_map(reader)
    reader.press("Tab")

    assert window.hands.map.page.lineage.rows[0].hasFocus()


def test_a_line_lies_left_of_what_was_made_later(reader: Reader) -> None:
    """Every version stands to the right of the one it was made from, and below it."""
    window = bring_story(reader)
    open_map(reader)
    tree = window.hands.map.page.lineage.tree
    assert tree is not None
    by_row = {knot.row: knot for knot in tree.knots}

    assert sorted(by_row) == list(range(4))
    for knot in tree.knots:
        if knot.parent_row is not None:
            assert by_row[knot.parent_row].step < knot.step
            assert knot.parent_row < knot.row


def test_twins_are_in_doubt(reader: Reader) -> None:
    """Where two versions have the same words, either may be the source of a third."""
    window = bring(reader, WIRE, UPDATE, f"{UPDATE}\n", ANOTHER)
    open_map(reader)

    assert any(is_doubtful(one) for one in shown(window).descents)


# --- files ------------------------------------------------------------------------------------


def export(reader: Reader, path: Path, kind: str) -> None:
    """Export the map to a path, by the menu of the page."""
    reader.answers.path = path
    page = reader.window.hands.map.page
    menu = page.export.menu()
    action = next(one for one in menu.actions() if kind in one.text())
    action.trigger()
    reader.settle()


def test_the_drawing_has_the_words_and_no_tags_of_theirs(reader: Reader, tmp_path: Path) -> None:
    """SVG is sound XML, holds the passages' words, and takes imported tags for words."""
    tagged = [each.replace("We had no", "We had <b>no</b> &") for each in (WIRE, REPRINT)]
    bring(reader, *tagged)
    open_map(reader)
    path = tmp_path / "map.svg"
    export(reader, path, "SVG")
    root = ET.fromstring(path.read_bytes())  # noqa: S314 - our own file
    words = " ".join(root.itertext())

    assert "<b>no</b> &" in words
    assert "Which version came from which" in words
    assert b"'Source Serif 4'" in path.read_bytes()


def test_the_picture_can_be_opened(reader: Reader, tmp_path: Path) -> None:
    """PNG has the drawing in twice its size."""
    bring_story(reader)
    open_map(reader)
    path = tmp_path / "map.png"
    export(reader, path, "PNG")
    image = QImage(str(path))

    assert image.width() > 1000
    assert len({image.pixel(x, 300) for x in range(0, image.width(), 7)}) > 3


def test_the_menu_exports_without_opening_the_page(reader: Reader, tmp_path: Path) -> None:
    """The entry of the file menu makes the map first where there is none."""
    window = bring_story(reader)
    reader.answers.path = tmp_path / "map.svg"
    window.bar[ActionId.EXPORT_MAP].trigger()
    reader.qtbot.waitUntil(lambda: not window.hands.map.mapping.is_busy, timeout=PATIENCE_MS)
    reader.settle()

    assert reader.answers.path.read_bytes().startswith(b"<?xml")
    assert not window.hands.map.is_open


def test_a_folder_that_cannot_be_written_is_told(reader: Reader, tmp_path: Path) -> None:
    """Trouble stands in the bar, in a sentence."""
    window = bring_story(reader)
    open_map(reader)
    export(reader, tmp_path / "not there" / "map.svg", "SVG")

    assert "could not be saved there" in window.messages.text


# --- looks ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["light", "dark"])
def test_figures_can_be_read_on_every_cell(name: Scheme) -> None:
    """Words on the ground of any fate stand at 4.5:1 or better; signs at 3:1."""
    theme = Theme.load(name)
    ink = Ink(theme)
    for fate in Fate:
        for moved in (False, True):
            square = Square(fate, ArticleId(1), Span(0, 0), moved=moved)
            ground = ink.ground(square)

            assert contrast(theme["text"], ground) >= 4.5
            if fate not in {Fate.KEPT, Fate.PARTLY}:
                assert contrast(ink.line(square), ground) >= 3


def test_every_sign_has_its_meaning() -> None:
    """The legend explains each fate that has one, and both shifts."""
    assert {square.fate for square, _ in legend()} == set(Fate) - {Fate.ABSENT}
    assert all(words for _, words in legend())


def test_many_versions_stay_readable(reader: Reader) -> None:
    """Columns grow no thinner than a figure; the table scrolls."""
    window = bring(reader, WIRE, *(UPDATE.replace("seven", str(n)) for n in range(8, 32)))
    window.resize(1024, 700)
    open_map(reader)
    view = window.hands.map.page.view

    assert view.names.defaultSectionSize() >= 50
    assert view.horizontalScrollBar().maximum() > 0
    assert QApplication.focusWidget() is view
