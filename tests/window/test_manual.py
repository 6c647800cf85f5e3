"""The manual in its window: open, read, follow, search, with the keyboard alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from variorum.window.manual.browser import address_of
from variorum.window.manual.hand import PAGE_OF_PART, page_for
from variorum.window.manual.pages import INDEX, page, pages, search
from variorum.window.manual.viewer import ManualWindow
from variorum.window.map.page import MapPage
from variorum.window.theme import Theme

from .hands import Reader

FOREIGN = "https://example.org/page"


@pytest.fixture
def manual(prepared: QApplication, qtbot: QtBot) -> Iterator[ManualWindow]:  # noqa: ARG001
    """Return the manual, open at its index."""
    window = ManualWindow(Theme.load("light"))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.close()
    window.deleteLater()


def shown(manual: ManualWindow) -> str:
    """Return the file's name of the page that is shown."""
    return manual.page.source().fileName()


def chosen(rows: QListWidget) -> str:
    """Return the first line of the chosen row."""
    item = rows.currentItem()
    return item.text().splitlines()[0] if item else ""


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key on what has the keys."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifier)


def top_heading(manual: ManualWindow) -> str:
    """Return the first line that is in sight."""
    return manual.page.cursorForPosition(manual.page.rect().topLeft()).block().text()


# --- pages ------------------------------------------------------------------------------------


def test_the_contents_list_every_page(manual: ManualWindow) -> None:
    """The list on the left has the title of each page, in the order of the index."""
    rows = manual.contents
    titles = [rows.item(n).text() for n in range(rows.count())]

    assert titles == [each.title for each in pages()]


def test_every_page_is_shown_in_full(manual: ManualWindow) -> None:
    """Each page comes out as a document with its headings, links and tables."""
    for each in pages():
        manual.open_at(each.name)
        text = manual.page.document().toRawText()

        assert text.startswith(each.title)
        assert all(section.title in text for section in each.sections)
        assert "](" not in text
        assert "|---" not in text


def test_a_heading_is_brought_to_the_top(manual: ManualWindow) -> None:
    """An address with an anchor leads to the heading itself."""
    manual.open_at("marks.md#codes")

    assert shown(manual) == "marks.md"
    assert top_heading(manual) == "Codes"


def test_an_unknown_page_is_the_index(manual: ManualWindow) -> None:
    """An address that the manual does not have shows the index, not an empty page."""
    manual.open_at("nothing.md")

    assert shown(manual) == INDEX


def test_the_contents_follow_the_page(manual: ManualWindow) -> None:
    """Whatever way led to a page, the contents show where it is."""
    manual.open_at("words.md")

    assert chosen(manual.contents) == "Words"


def test_nothing_outside_the_folder_is_loaded(manual: ManualWindow) -> None:
    """Neither files of the machine nor addresses of the network, by whatever name."""
    picture = QTextDocument.ResourceType.ImageResource.value
    names = (
        "file:///etc/hostname",
        "manual:/../themes/light.toml",
        "manual:/pictures/../../icons/add.svg",
        "../fonts/Inter-Regular.otf",
        FOREIGN,
    )

    assert [manual.page.loadResource(picture, QUrl(name)) for name in names] == [None] * len(names)


def test_a_picture_of_the_manual_is_loaded(manual: ManualWindow) -> None:
    """A picture in the folder is shown, no wider than the page."""
    picture = QTextDocument.ResourceType.ImageResource.value
    manual.open_at("first-ten-minutes.md")
    image = manual.page.loadResource(picture, QUrl("pictures/window.png"))

    assert isinstance(image, QImage)
    assert 0 < image.deviceIndependentSize().width() <= manual.page.width()


def test_no_page_scrolls_sideways(manual: ManualWindow) -> None:
    """At the window's usual size every page fits its width."""
    for each in pages():
        manual.open_at(each.name)

        assert manual.page.horizontalScrollBar().maximum() == 0, each.name


# --- links --------------------------------------------------------------------------------------


def test_a_link_leads_to_another_page_and_back(manual: ManualWindow) -> None:
    """A link to a page of the manual is followed; Alt+Left returns."""
    manual.page.anchorClicked.emit(address_of("stories.md#the-base"))
    assert shown(manual) == "stories.md"

    manual.page.setFocus()
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown(manual) == INDEX

    press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert shown(manual) == "stories.md"


def test_a_link_is_reached_by_the_keyboard(manual: ManualWindow) -> None:
    """Tab goes to the first link of the page, Enter follows it."""
    manual.page.setFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)

    assert shown(manual) == "first-ten-minutes.md"


def test_a_link_out_of_the_manual_is_handed_on(manual: ManualWindow, qtbot: QtBot) -> None:
    """An outer link is not followed by the page itself."""

    def is_handed_on(link: QUrl) -> bool:
        return link == QUrl(FOREIGN)

    with qtbot.waitSignal(manual.link_clicked, check_params_cb=is_handed_on):
        manual.page.anchorClicked.emit(QUrl(FOREIGN))

    assert shown(manual) == INDEX


# --- search -------------------------------------------------------------------------------------


def test_all_words_must_stand_in_a_section() -> None:
    """More words find less; the section that names them in its heading comes first."""
    found = search("carry")

    assert "Carry" in found[0].section.title or "carry" in found[0].section.title
    assert {f.address for f in search("carry dropped")} < {f.address for f in found}
    assert search("carry zebra") == []
    assert search("  ") == []


def test_words_in_quotation_marks_stand_together() -> None:
    """A phrase is found as it stands."""
    assert search('"the disk is full"')
    assert not search('"full is disk the"')
    assert search("full is disk the")


def test_a_result_shows_the_words_around() -> None:
    """The context of a result holds a word that was asked for, and no marks of Markdown."""
    for found in search("undo"):
        assert "undo" in f"{found.section.title} {found.context}".casefold()
        assert "**" not in found.context
        assert "](" not in found.context


def test_the_whole_search_goes_by_the_keyboard(manual: ManualWindow) -> None:
    """Ctrl+F, words, Down, Down, Enter: the place found is shown, its words have a ground."""
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert manual.asked.hasFocus()

    QTest.keyClicks(manual.asked, "duplicate")
    press(Qt.Key.Key_Down)
    first = chosen(manual.results)
    press(Qt.Key.Key_Down)
    assert chosen(manual.results) != first

    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert manual.page.hasFocus()
    assert shown(manual) == "importing.md"
    assert manual.page.extraSelections()


def test_a_word_far_below_its_heading_is_brought_into_sight(manual: ManualWindow) -> None:
    """In a long section the reader sees the word itself, not only where the section begins."""
    manual.resize(700, 400)
    manual.asked.setFocus()
    QTest.keyClicks(manual.asked, '"will fall next year"')
    press(Qt.Key.Key_Down)
    marks = manual.page.extraSelections()
    assert marks
    place = manual.page.cursorRect(marks[0].cursor)  # pyright: ignore[reportAttributeAccessIssue] - Qt's stubs lack the fields

    assert manual.page.viewport().rect().intersects(place)


def test_an_empty_search_says_so(manual: ManualWindow) -> None:
    """What is not in the manual is said to be so, in words."""
    QTest.keyClicks(manual.asked, "zebra")

    assert manual.said == "Nothing in the manual fits “zebra”."


def test_escape_gives_the_contents_back_and_then_closes(manual: ManualWindow) -> None:
    """Esc empties the search first; the second closes the window."""
    QTest.keyClicks(manual.asked, "kept")
    assert manual.results.isVisible()

    press(Qt.Key.Key_Escape)
    assert manual.contents.isVisible()
    assert manual.isVisible()

    press(Qt.Key.Key_Escape)
    assert not manual.isVisible()


# --- from the main window -----------------------------------------------------------------------


def test_f1_opens_the_page_about_the_part_with_the_keys(reader: Reader) -> None:
    """From the list of stories F1 leads to the page on stories; a second time to no new window."""
    window = reader.open()
    window.stories.take_focus()
    reader.press("F1")
    manual = window.hands.manual.window

    assert manual is not None
    assert manual.isVisible()
    assert shown(manual) == "stories.md"

    window.activateWindow()
    window.codes.take_focus()
    window.hands.manual.open_here()
    assert window.hands.manual.window is manual
    assert shown(manual) == "codebook.md"


def test_every_part_has_a_page_that_is_there() -> None:
    """The pages for the parts of the window exist; a part without one gets the index."""
    assert all(page(where.partition("#")[0]) for where in PAGE_OF_PART.values())
    assert page(MapPage.manual)
    assert page_for(None) == INDEX


def test_an_outer_link_is_asked_about(reader: Reader) -> None:
    """A link that leads out of the manual is shown to the reader before anything is opened."""
    reader.answers.yes = False
    window = reader.open()
    window.hands.manual.open_here()
    assert window.hands.manual.window is not None
    window.hands.manual.window.page.anchorClicked.emit(QUrl(FOREIGN))

    assert FOREIGN in reader.answers.asked[-1]


def test_the_manual_wears_the_windows_colours(reader: Reader) -> None:
    """When the window turns dark the manual does, and stays on its page."""
    window = reader.open()
    manual = window.hands.manual.open("rules.md")
    window.wear(Theme.load("dark"))

    assert shown(manual) == "rules.md"
    assert Theme.load("dark").css("accent") in manual.page.document().defaultStyleSheet()


def test_what_is_typed_right_after_f1_is_looked_for(reader: Reader) -> None:
    """The manual opens with the keys in its search; Page Down reads on from there."""
    window = reader.open()
    reader.press("F1")
    manual = window.hands.manual.window
    assert manual is not None
    reader.qtbot.waitUntil(manual.isActiveWindow)

    assert manual.asked.hasFocus()
    before = manual.page.verticalScrollBar().value()
    reader.press("PgDown")
    assert manual.page.verticalScrollBar().value() > before
    reader.write("bin")

    assert manual.asked.text() == "bin"
