"""The reader decides in the window: by keys, by menus, by clicks; and takes it back."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QMenu

from variorum.collation.values import Relation, Variant, VariantClass
from variorum.text import Span
from variorum.window.action_row import ActionId
from variorum.window.deciding.words_page import WordsPage
from variorum.window.menus import MENUS, Inset

from .hands import Reader
from .story import UPDATE, bring_pair

FERRY = "The ferry company will raise"
COUNCILS = "The councils of the islands"


def variant(reader: Reader, words: str) -> Variant:
    """Return the variant that stands on words of the base."""
    reading = reader.window.reading
    assert reading.base is not None
    assert reading.collation is not None
    text = reading.base.article.text
    return next(v for v in reading.collation.variants if v.base.of(text) == words)


def put_caret(reader: Reader, words: str, *, side: int = 0) -> None:
    """Put the caret into words of the base or the version."""
    shown = reader.window.reading.sides[side]
    place = shown.article.text.index(words) + 1
    reader.window.desk.set_selection(shown.id, Span(place, place))
    reader.window.desk.focus_pane_of(shown.id)


def click(reader: Reader, words: str, *, side: int = 0) -> None:
    """Click into words of the base or the version."""
    window = reader.window
    place = window.reading.sides[side].article.text.index(words) + 1
    window.desk.scroll_to(window.reading.sides[side].id, Span(place, place + 1))
    reader.settle()
    pane = window.desk.panes[side]
    at: QPointF = pane.caret_rect(place).center() + QPointF(2, 0)
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=at.toPoint())
    reader.settle()


def relation(reader: Reader, words: str) -> tuple[Relation, bool]:
    """Return how the base's sentence that begins with words is linked, and whether it moved."""
    base, collation = reader.window.reading.base, reader.window.reading.collation
    assert base is not None
    assert collation is not None
    for link in collation.links:
        if any(span.of(base.article.text).startswith(words) for span in link.base):
            return link.relation, link.moved
    raise AssertionError(words)


def entries(menu: QMenu) -> dict[str, QAction]:
    """Return what a menu shows when it is looked at."""
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if action.isVisible()}


def submenu(menu: QMenu, title: str) -> QMenu:
    """Return a menu in a menu, by the start of its title."""
    action = next(a for text, a in entries(menu).items() if text.startswith(title))
    found = action.menu()
    assert isinstance(found, QMenu)
    return found


def text_menu(reader: Reader) -> QMenu:
    """Return the menu of a right click."""
    with_menu = reader.window.findChildren(QMenu)
    return next(
        menu
        for menu in with_menu
        if any(a.objectName() == ActionId.SELECT_ALL.value for a in menu.actions())
        and any(a.objectName() == ActionId.HIGHLIGHT.value for a in menu.actions()[:1])
    )


# --- classes -----------------------------------------------------------------------------------


def test_a_click_turns_to_a_variant_and_keeps_its_card_open(reader: Reader) -> None:
    """Class, rule and reason stay to be read until the caret goes elsewhere."""
    window = bring_pair(reader)
    tip = window.desk.findChild(QFrame, "variant_tip")
    click(reader, "four")

    assert window.desk.chosen == variant(reader, "four")
    assert tip is not None
    assert tip.isVisible()
    QTest.mouseMove(window.desk.panes[0], QPoint(3, 3))
    assert tip.isVisible()

    click(reader, "councils")

    assert not tip.isVisible()
    assert window.desk.chosen is None


def test_an_open_card_goes_with_the_keys(reader: Reader) -> None:
    """Who filters the list or writes a note has no card lying over the texts."""
    window = bring_pair(reader)
    tip = window.desk.findChild(QFrame, "variant_tip")
    window.desk.take_focus()
    click(reader, "four")
    assert tip is not None
    assert tip.isVisible()

    reader.press("Ctrl+L")

    assert not tip.isVisible()


def test_a_class_is_given_by_key_and_taken_back(reader: Reader) -> None:
    """The variant has the class at once, undo names the deed, and the rule comes back."""
    window = bring_pair(reader)
    put_caret(reader, "four")
    reader.press("Alt+Shift+4")

    assert variant(reader, "four").variant_class is VariantClass.WORDING
    assert variant(reader, "four").classed_by == "by_hand"
    assert window.bar[ActionId.UNDO].text() == "Undo: class of a difference"

    reader.press("Ctrl+Z")

    assert variant(reader, "four").variant_class is VariantClass.SUBSTANCE
    assert not window.bar[ActionId.BY_RULE].isEnabled()


def test_a_variant_is_left_to_the_rules_again(reader: Reader) -> None:
    """What was decided is forgotten, with a key."""
    bring_pair(reader)
    put_caret(reader, "four")
    reader.press("Alt+Shift+3")
    reader.press("Alt+Shift+0")

    assert variant(reader, "four").decided is None


def test_the_menu_of_a_variant_has_its_class_ticked(reader: Reader) -> None:
    """A right click on a difference offers the classes and its words; elsewhere it does not."""
    bring_pair(reader)
    put_caret(reader, "four")
    classes = entries(submenu(text_menu(reader), "Class of this"))

    assert [text for text, action in classes.items() if action.isChecked()] == [
        "substance",
        "By the rule: figure",
    ]

    classes["style"].trigger()
    reader.settle()

    assert variant(reader, "four").variant_class is VariantClass.STYLE
    put_caret(reader, "councils")
    assert not any(text.startswith(("Class", "Always")) for text in entries(text_menu(reader)))


def test_words_are_treated_alike_everywhere(reader: Reader) -> None:
    """Words given a class have it in every story; leaving them to the rules takes them back."""
    window = bring_pair(reader)
    put_caret(reader, "four")
    entries(submenu(text_menu(reader), "Always treat"))["style"].trigger()
    reader.settle()

    assert variant(reader, "four").variant_class is VariantClass.STYLE
    assert window.bar[ActionId.UNDO].text() == "Undo: class of a pair of words"

    reader.drop(text="The rent rose four per cent in Halvern.")
    reader.drop(text="The rent rose six per cent in Halvern.")
    assert [k.pair.one for k in window.hands.deciding.decided.words()] == ["four"]

    reader.press("Ctrl+Z")

    assert window.hands.deciding.decided.words() == []


def test_the_list_of_words_is_kept_in_the_settings(reader: Reader) -> None:
    """Pairs are added, given another class, and removed on a page of the dialog."""
    window = bring_pair(reader)
    window.bar[ActionId.WORD_LIST].trigger()
    assert window.hands.showing.dialog is not None
    page = window.hands.showing.dialog.tabs.currentWidget()
    assert isinstance(page, WordsPage)
    assert not page.add.isEnabled()
    page.one.setText("four")
    page.other.setText("six")
    page.add.click()
    reader.settle()

    assert variant(reader, "four").variant_class is VariantClass.STYLE
    assert page.table.rowCount() == 1

    page.table.selectRow(0)
    page.remove.click()
    reader.settle()

    assert variant(reader, "four").variant_class is VariantClass.SUBSTANCE
    window.hands.showing.dialog.close()


# --- links -------------------------------------------------------------------------------------


def test_a_sentence_is_unlinked_and_linked_again(reader: Reader) -> None:
    """Unlinked with a key, linked with two: one in each text."""
    window = bring_pair(reader)
    put_caret(reader, COUNCILS)
    reader.press("U")

    assert relation(reader, COUNCILS) == (Relation.CUT, False)
    assert window.bar[ActionId.UNDO].text() == "Undo: parting of sentences"

    put_caret(reader, COUNCILS)
    reader.press("L")
    put_caret(reader, COUNCILS, side=1)
    reader.press("L")

    assert relation(reader, COUNCILS)[0] is not Relation.CUT
    reader.press("Ctrl+Z")
    reader.press("Ctrl+Z")
    assert relation(reader, COUNCILS) == (Relation.SAME, False)


def test_the_other_sentence_is_chosen_by_a_click(reader: Reader) -> None:
    """After asking, a click into the other text links; the bar says so, then goes."""
    window = bring_pair(reader)
    put_caret(reader, COUNCILS)
    window.bar[ActionId.LINK_SENTENCE].trigger()
    reader.settle()

    assert window.messages.isVisible()

    click(reader, FERRY, side=1)

    assert not window.messages.isVisible()
    base, collation = window.reading.base, window.reading.collation
    assert base is not None
    assert collation is not None
    (link,) = (
        one
        for one in collation.links
        if any(span.of(base.article.text).startswith(COUNCILS) for span in one.base)
    )
    assert window.reading.version is not None
    text = window.reading.version.article.text
    assert any(FERRY in span.of(text) for span in link.version)


def test_escape_gives_the_choice_up(reader: Reader) -> None:
    """Then a click is a click again."""
    window = bring_pair(reader)
    before = window.reading.collation
    put_caret(reader, COUNCILS)
    reader.press("L")
    reader.press("Esc")
    click(reader, FERRY, side=1)

    assert window.reading.collation == before
    assert not window.messages.isVisible()


def test_a_sentence_is_marked_as_moved_and_back(reader: Reader) -> None:
    """The same key says moved, and in its place."""
    bring_pair(reader)
    put_caret(reader, COUNCILS)
    reader.press("M")
    assert relation(reader, COUNCILS) == (Relation.SAME, True)

    put_caret(reader, COUNCILS)
    reader.press("M")
    assert relation(reader, COUNCILS) == (Relation.SAME, False)


def test_decisions_are_listed_and_left_to_the_rules(reader: Reader) -> None:
    """The list has the words; a lost decision is told as such, and kept."""
    window = bring_pair(reader)
    put_caret(reader, "four")
    reader.press("Alt+Shift+4")
    put_caret(reader, FERRY)
    reader.press("U")

    assert relation(reader, FERRY) == (Relation.CUT, False)
    assert window.messages.isVisible()

    window.bar[ActionId.DECISIONS].trigger()
    box = window.hands.deciding.box
    assert box is not None
    rows = [
        [item.text() if (item := box.table.item(row, column)) else "" for column in (0, 1, 2, 4)]
        for row in range(box.table.rowCount())
    ]
    assert [(row[0], row[3]) for row in rows] == [
        ("wording", "finds its words no more"),
        ("not linked", ""),
    ]
    assert rows[0][1:3] == ["four", "six"]

    box.table.selectRow(1)
    box.forget.click()
    reader.settle()

    assert box.table.rowCount() == 1
    assert variant(reader, "four").variant_class is VariantClass.WORDING
    box.close()


def test_nothing_is_decided_in_a_library_that_can_only_be_read(reader: Reader) -> None:
    """The entries are grey, and the menu of a variant offers no class."""
    bring_pair(reader)
    reader.close()
    window = reader.open(read_only=True)
    put_caret(reader, "four")

    for name in (ActionId.AS_STYLE, ActionId.TREAT_WORDS, ActionId.LINK_SENTENCE):
        assert not window.bar[name].isEnabled()
    assert not any(text.startswith(("Class", "Always")) for text in entries(text_menu(reader)))


def test_no_entry_of_a_menu_is_taken_for_another(reader: Reader) -> None:
    """Actions and what else stands in menus have names of their own; each action is in its menu."""
    window = reader.open()
    assert {one.value for one in ActionId} & {one.value for one in Inset} == set()

    decide = next(a.menu() for a in window.menuBar().actions() if a.text() == "&Decide")
    assert isinstance(decide, QMenu)
    names = [action.objectName() for action in decide.actions() if not action.isSeparator()]
    row = next(row for row in MENUS if row.title == "&Decide")
    assert names == [one.value for one in row.entries if isinstance(one, ActionId)]


def test_sentences_of_two_versions_are_not_linked(reader: Reader) -> None:
    """With three panes a version's sentence waits for one of the base, whatever else is clicked."""
    window = bring_pair(reader)
    reader.drop(text=UPDATE)
    window.desk.take_focus()
    reader.press("Ctrl+3")
    base, first, second = window.reading.sides
    for side in (first, second):
        place = side.article.text.index("The councils")
        window.desk.focus_pane_of(side.id)
        reader.select(side.id, Span(place, place))
        reader.press("L")
    assert window.hands.deciding.decided.kept() == []
    place = base.article.text.index("“We had no choice")
    window.desk.focus_pane_of(base.id)
    reader.select(base.id, Span(place, place))
    reader.press("L")

    (kept,) = window.hands.deciding.decided.kept()
    assert window.reading.version is not None
    assert window.reading.version.id == second.id
    assert kept.decision.version.of(second.article.text).startswith("The councils")


def test_nothing_is_decided_at_a_caret_that_is_not_seen(reader: Reader) -> None:
    """Letters typed in the list of stories part and move no sentence behind the reader's back."""
    window = bring_pair(reader)
    base = window.reading.base
    assert base is not None
    window.desk.focus_pane_of(base.id)
    reader.put_caret(base.id, base.article.text.index("councils"))
    sentence = (ActionId.LINK_SENTENCE, ActionId.UNLINK_SENTENCE, ActionId.MARK_MOVED)
    assert all(window.bar[name].isEnabled() for name in sentence)

    window.stories.view.setFocus()

    assert not any(window.bar[name].isEnabled() for name in sentence)
