"""One to four panes: chosen, moved, closed and read by mouse and keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from variorum.app.settings import PANES, TEXT_SIZE
from variorum.text import Span
from variorum.window.action_row import ActionId
from variorum.window.chips import Chip
from variorum.window.desk.header import Header
from variorum.window.main_window import MainWindow
from variorum.window.summary_strip import SummaryStrip
from variorum.window.theme import Theme
from variorum.window.wording import wording

from .hands import Reader
from .story import REPRINT, UPDATE, bring_pair

SECOND_UPDATE = UPDATE.replace("June", "July")


def bring_four(reader: Reader) -> MainWindow:
    """Open a window with one story in four versions, two of them on the desk."""
    window = bring_pair(reader)
    for text in (UPDATE, SECOND_UPDATE):
        reader.drop(text=text)
    assert len(window.reading.versions) == 4
    window.desk.take_focus()
    return window


def heads(window: MainWindow) -> list[Header]:
    """Return the heads of the panes in use, from left to right."""
    found = [head for head in window.desk.findChildren(Header) if head.isVisible()]
    return sorted(found, key=lambda head: head.x())


def test_the_keys_say_how_many_panes_there_are(reader: Reader) -> None:
    """Ctrl with a figure shows so many; the base is first, the menu ticks the number."""
    window = bring_four(reader)

    for count in (3, 4, 2, 1):
        reader.press(f"Ctrl+{count}")

        assert len(window.desk.panes) == len(window.reading.panes) == count
        assert window.bar[(ActionId.ONE_PANE, ActionId.TWO_PANES, ActionId.THREE_PANES,
                           ActionId.FOUR_PANES)[count - 1]].isChecked()  # fmt: skip


def test_the_number_of_panes_is_remembered(reader: Reader) -> None:
    """Another window over the same library shows as many."""
    bring_four(reader)
    reader.press("Ctrl+3")
    reader.close()

    window = reader.open()

    assert reader.settings.get(PANES) == 3
    assert len(window.reading.panes) == 3


def test_one_pane_reads_the_version_in_use_alone(reader: Reader) -> None:
    """Its text stands there without the base, and comes back beside it."""
    window = bring_four(reader)
    base, version = window.reading.panes
    window.desk.focus_pane_of(version)

    reader.press("Ctrl+1")
    assert window.reading.panes == (version,)
    assert window.desk.difference_count == 0
    reader.press("Ctrl+2")

    assert window.reading.panes == (base, version)
    assert window.desk.difference_count > 0


def test_versions_are_gone_through_in_a_pane(reader: Reader) -> None:
    """Ctrl+PgDown shows each version once, and the pane keeps the keys."""
    window = bring_four(reader)
    window.desk.focus_pane_of(window.reading.panes[1])
    seen = {window.reading.panes[1]}
    for _ in range(2):
        reader.press("Ctrl+PgDown")
        seen.add(window.reading.panes[1])

    assert len(seen) == 3
    assert window.hands.panes.here == window.reading.panes[1]
    reader.press("Ctrl+PgUp")
    assert window.reading.panes[1] in seen


def test_panes_are_added_moved_and_closed_by_key(reader: Reader) -> None:
    """The new pane has the keys; it moves left; closed, its neighbour has them."""
    window = bring_four(reader)

    reader.press("Ctrl+T")
    base, first, second = window.reading.panes
    assert window.hands.panes.here == second
    reader.press("Ctrl+Shift+PgUp")
    assert window.reading.panes == (base, second, first)
    reader.press("Ctrl+W")

    assert window.reading.panes == (base, first)
    assert window.hands.panes.here == first


def test_a_head_is_dragged_to_another_place(reader: Reader) -> None:
    """Dropped before the other version, its pane stands there; the base stays first."""
    window = bring_four(reader)
    reader.press("Ctrl+4")
    base, first, second, third = window.reading.panes
    last, start = heads(window)[3], heads(window)[1]
    grip = QPoint(60, last.height() // 2)
    goal = last.mapFromGlobal(start.mapToGlobal(QPoint(5, 10)))

    QTest.mousePress(last, Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(last, grip - QPoint(40, 0))
    QTest.mouseMove(last, goal)
    QTest.mouseRelease(last, Qt.MouseButton.LeftButton, pos=goal)
    reader.settle()

    assert window.reading.panes == (base, third, first, second)


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_a_click_on_a_head_offers_the_versions(reader: Reader) -> None:
    """The one chosen there stands in the pane; the base is not offered beside itself."""
    window = bring_four(reader)
    base, version = window.reading.panes
    QTest.mouseClick(heads(window)[1], Qt.MouseButton.LeftButton, pos=QPoint(60, 15))
    menu = window.hands.panes.menu
    offered = menu.actions()[: len(window.reading.versions)]
    others = [action for action in offered if action.isEnabled() and not action.isChecked()]
    others[0].trigger()
    menu.close()
    reader.settle()

    assert len(others) == 2
    assert window.reading.panes[0] == base
    assert window.reading.panes[1] != version


def test_the_strip_sums_up_the_pane_in_use(reader: Reader) -> None:
    """In the base's pane all versions, in a version's pane that one, by its name."""
    window = bring_four(reader)
    reader.press("Ctrl+3")
    base, first, _ = window.reading.panes
    window.desk.focus_pane_of(base)
    both = window.desk.difference_count
    said = [chip.said() for chip in window.strip.told()]

    window.desk.focus_pane_of(first)

    assert said[0] == "2 versions"
    assert next(chip.said() for chip in window.strip.told()) != said[0]
    assert 0 < window.desk.difference_count <= both
    assert window.reading.version is not None
    assert window.reading.version.id == first


def test_the_strip_keeps_to_one_row(reader: Reader) -> None:
    """What has no room is counted; what counts it has room, whatever the figure."""
    window = bring_pair(reader)
    reader.drop(text=UPDATE)
    window.hands.panes.set_count(3)
    reading = window.reading
    assert reading.base is not None
    found = [(pair.version.article, pair.collation) for pair in reading.pairs if pair.collation]
    strip = SummaryStrip(wording())
    reader.qtbot.addWidget(strip)
    strip.wear(Theme.load("light"))
    strip.sum_up(reading.base.article, found, whose="2 versions")
    strip.show()
    for width in range(540, 760):
        strip.resize(width, 36)
        QApplication.processEvents()
        shown = [chip for chip in strip.findChildren(Chip) if chip.isVisible()]
        assert len({chip.mapTo(strip, QPoint(0, 0)).y() for chip in shown}) == 1, width


def test_a_change_of_several_versions_is_one_stop(reader: Reader) -> None:
    """Four became six here and seven there: F8 stops once, and lights all three."""
    window = bring_four(reader)
    reader.press("Ctrl+3")
    window.desk.focus_pane_of(window.reading.panes[0])
    lit: list[list[str]] = []
    for _ in range(window.desk.difference_count):
        reader.press("F8")
        panes = window.desk.panes
        lit.append([pane.lit.of(pane.column.text) if pane.lit else "" for pane in panes])

    figures = [words for words in lit if words[0] == "four"]
    assert len(figures) == 1
    assert set(figures[0][1:]) <= {"six", "seven"}


def test_the_caret_on_a_difference_says_it(reader: Reader) -> None:
    """By keyboard: the partner lights up in every pane, and the bottom line says class and words."""
    window = bring_four(reader)
    reader.press("Ctrl+3")
    base = window.reading.sides[0]
    place = base.article.text.index("four")
    window.desk.focus_pane_of(base.id)
    window.desk.set_selection(base.id, Span(place, place))
    reader.press("Right")

    assert all(pane.lit is not None for pane in window.desk.panes)
    assert "four → six" in window.status.found


def test_going_along_a_link(reader: Reader) -> None:
    """J goes to the same passage of the next pane, and from the last one back."""
    window = bring_four(reader)
    base, version = window.reading.sides
    place = base.article.text.index("The councils")
    window.desk.focus_pane_of(base.id)
    window.desk.set_selection(base.id, Span(place, place))

    reader.press("J")
    assert window.desk.caret() == (version.id, version.article.text.index("The councils"))
    reader.press("J")

    assert window.desk.caret() == (base.id, place)


def test_a_paragraph_is_gone_to_by_its_number(reader: Reader) -> None:
    """Ctrl+G asks for the number; the caret stands at the start of that paragraph."""
    window = bring_four(reader)
    base = window.reading.sides[0]
    window.desk.focus_pane_of(base.id)
    reader.answers.line = "¶ 3"

    reader.press("Ctrl+G")

    assert window.desk.caret() == (base.id, base.article.text.index("The councils"))


def test_words_are_copied_with_their_source(reader: Reader) -> None:
    """Below the quotation stand its version and its paragraph."""
    window = bring_pair(reader)
    base = window.reading.sides[0]
    start = base.article.text.index("The councils")
    reader.select(base.id, Span(start, start + 12))

    reader.press("Ctrl+Shift+C")

    words, facts = QGuiApplication.clipboard().text().split("\n")
    assert words == "“The councils”"
    assert facts.endswith("¶3")


def test_linked_panes_flow_by_themselves(reader: Reader) -> None:
    """F parts the panes and lets them stand level again; a restart remembers it."""
    window = bring_pair(reader)
    window.desk.take_focus()
    reader.press("F")
    assert window.desk.stage.apart
    reader.close()

    window = reader.open()
    assert window.desk.stage.apart
    window.desk.take_focus()
    reader.press("F")

    assert not window.desk.stage.apart


def test_the_full_screen_shows_the_texts_alone(reader: Reader) -> None:
    """F11 hides lists and bars, Esc brings them back; keys work there."""
    window = bring_pair(reader)
    window.desk.take_focus()
    reader.press("F11")
    assert not window.stories.isVisible()
    assert not window.menuBar().isVisible()
    reader.press("F8")
    assert window.desk.difference_place[0] == 1
    assert "brings the window back" in window.messages.text
    reader.press("Esc")

    assert window.stories.isVisible()
    assert not window.isFullScreen()
    assert not window.messages.isVisible()


def test_a_version_parted_leaves_its_pane(reader: Reader) -> None:
    """The story is read again; the panes that are left stay."""
    window = bring_four(reader)
    reader.press("Ctrl+3")
    base, first, second = window.reading.panes
    window.desk.focus_pane_of(first)

    window.bar[ActionId.PART].trigger()
    reader.settle()

    assert window.reading.panes[:2] == (base, second)
    assert first not in window.reading.panes


def test_a_story_with_fewer_versions_shows_what_it_has(reader: Reader) -> None:
    """The wish for three panes outlives a story that has two versions."""
    window = bring_pair(reader)
    window.desk.take_focus()
    reader.press("Ctrl+3")
    assert len(window.reading.panes) == 2

    reader.drop(text=REPRINT.replace("six", "nine"))
    reader.settle()

    assert len(window.reading.panes) == 3


def test_a_mark_echoes_in_every_pane(reader: Reader) -> None:
    """A highlight in a version is outlined in the base, and through the base in the other version."""
    window = bring_four(reader)
    reader.press("Ctrl+3")
    base, first, second = window.reading.sides
    start = first.article.text.index("The councils")
    reader.select(first.id, Span(start, start + 12))
    reader.press("H")

    echoes = {echo.article: echo.span for echo in window.marks.echoes}
    assert set(echoes) == {base.id, second.id}
    for side in (base, second):
        assert echoes[side.id].of(side.article.text) == "The councils"


def test_a_note_on_a_difference_stays_with_its_version(reader: Reader) -> None:
    """With three panes it is found where its own version stands, and not in the other."""
    window = bring_four(reader)
    reader.press("Ctrl+3")
    base, first, second = window.reading.sides
    window.desk.focus_pane_of(first.id)
    reader.press("F8", times=2)
    variant = window.desk.chosen
    assert variant is not None
    place = window.workspace.writing.place_of(variant)
    assert place is not None
    window.workspace.writing.write(place, None, "Check this.")
    reader.settle()
    window.desk.focus_pane_of(second.id)
    reader.settle()

    (written,) = window.workspace.writing.written
    assert place.version_article == first.id
    assert window.workspace.writing.variant_of(written.on) == variant
    assert base.id == place.base_article


# --- where four texts have no room side by side ---------------------------------------------------


def bring_wide(reader: Reader) -> MainWindow:
    """Show four versions in letters of twice the size."""
    reader.settings.set(TEXT_SIZE, 2 * TEXT_SIZE.default)
    window = bring_four(reader)
    window.resize(1440, 900)
    reader.press("Ctrl+4")
    return window


def in_sight(window: MainWindow) -> list[int]:
    """Return the numbers of the panes whose texts are seen in their whole width."""
    desk = window.desk
    base = desk.panes[0]
    hidden = base.width() if base.x() == 0 else 0
    right = desk.overview.x()
    found: list[int] = []
    for pane in desk.panes:
        left = pane.x() + round(pane.text_left)
        first = hidden if pane.number else 0
        if first <= left and left + round(desk.stage.width) <= right:
            found.append(pane.number)
    return found


def test_large_letters_break_no_word_but_move_versions_to_the_side(reader: Reader) -> None:
    """F6 brings each pane into sight in turn, and the base stays beside it."""
    window = bring_wide(reader)
    assert in_sight(window) != [0, 1, 2, 3]

    seen: list[bool] = []
    window.desk.panes[0].setFocus()
    for pane in window.desk.panes[1:]:
        reader.press("F6")
        assert pane.hasFocus()
        seen.append({0, pane.number} <= set(in_sight(window)))

    assert seen == [True, True, True]


def test_a_step_shows_the_version_that_differs(reader: Reader) -> None:
    """F8 scrolls to the side, too."""
    window = bring_wide(reader)
    sides = window.reading.sides
    window.desk.focus_pane_of(sides[3].id)
    window.desk.focus_pane_of(sides[0].id)

    for _ in range(window.desk.difference_count):
        reader.press("F8")
        assert window.reading.version is not None
        meant = [side.id for side in sides].index(window.reading.version.id)
        assert meant in in_sight(window)


def test_where_all_have_room_nothing_is_scrolled_to_the_side(reader: Reader) -> None:
    """Letters of the usual size again: the bar below the texts goes."""
    window = bring_wide(reader)
    assert window.desk.across.isVisible()

    window.session.settings.set(TEXT_SIZE, TEXT_SIZE.default)
    window.hands.looks.apply()
    reader.settle()

    assert not window.desk.across.isVisible()
    assert in_sight(window) == [0, 1, 2, 3]
