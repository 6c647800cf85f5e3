"""Notes on differences, versions and stories: written, found, taken back, by hand."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from variorum.annotations.values import VariantPlace
from variorum.app.draft_places import draft_place, place_of_new
from variorum.collation.values import VariantClass
from variorum.ids import ArticleId, HighlightId, StoryId
from variorum.library.annotations import NotePlace, OnArticle, OnHighlight, OnStory
from variorum.library.queries import marks as queries_marks
from variorum.library.queries import stories as queries
from variorum.library.search.search import FoundIn
from variorum.text import Span
from variorum.window.action_row import ActionId
from variorum.window.details.side import Leaf
from variorum.window.main_window import MainWindow
from variorum.window.menus import MENUS, STORY_MENU, TEXT_MENU
from variorum.window.notes.card import MarkCard

from .hands import Reader
from .story import UPDATE, bring_pair, highlight


def go_to(reader: Reader, words: str) -> None:
    """Step to the difference that stands on words of the base, as F8 does."""
    window = reader.window
    base = window.reading.base
    assert base is not None
    for _ in range(window.desk.difference_count):
        reader.press("F8")
        chosen = window.desk.chosen
        if chosen is not None and chosen.base.of(base.article.text) == words:
            return
    raise AssertionError(words)


def leave(reader: Reader) -> None:
    """Put the caret where the two do not differ."""
    base = reader.window.reading.base
    assert base is not None
    place = base.article.text.index("councils")
    reader.window.desk.set_selection(base.id, Span(place, place))
    reader.window.desk.focus_pane_of(base.id)


def write(reader: Reader, words: str) -> None:
    """Write into the note that is open, and end it."""
    reader.write(words)
    reader.press("Ctrl+Return")


def cards(window: MainWindow) -> list[MarkCard]:
    """Return what the cards show."""
    return [card.mark for card in window.notes.cards]


def note_on_four(reader: Reader, words: str = "Who says six?") -> MainWindow:
    """Open the pair, turn to the changed figure and write a note on it."""
    window = bring_pair(reader)
    go_to(reader, "four")
    reader.press("N")
    write(reader, words)
    return window


def rows(window: MainWindow) -> list[int]:
    """Return how many notes the list counts on each story."""
    return [row.notes for row in queries.stories(window.session.library.reader)]


# --- differences ----------------------------------------------------------------------------------


def test_a_note_on_a_difference_has_both_its_ends(reader: Reader) -> None:
    """N on the difference turned to writes on it; nothing is highlighted."""
    window = note_on_four(reader)

    (card,) = cards(window)
    assert (card.quotation, card.other, card.text) == ("four", "six", "Who says six?")
    assert card.hint == ""
    assert window.marks.highlights == ()
    base, version = window.reading.sides
    (note,) = queries_marks.notes(window.session.library.reader, base.row.story)
    assert note.variant is not None
    assert note.variant.base.of(base.article.text) == "four"
    assert note.variant.version.of(version.article.text) == "six"
    assert QApplication.focusWidget() in window.desk.panes


def test_a_note_on_a_difference_shows_at_both_its_ends(reader: Reader) -> None:
    """A sign stands there, which is no highlight: a click on it turns to the difference."""
    window = note_on_four(reader)
    for side, pane in zip(window.reading.sides, window.desk.panes, strict=True):
        (sign,) = pane.column.marks
        assert sign.sign_only
        assert sign.span.of(side.article.text) in {"four", "six"}
        assert pane.column.marks_over(sign.span.start) == []

    window.session.undo()
    reader.settle()
    assert [pane.column.marks for pane in window.desk.panes] == [(), ()]


def test_stepping_to_a_difference_frames_its_card_and_offers_the_note(reader: Reader) -> None:
    """F8 fits the menu and the panel to the difference that it turns to."""
    window = note_on_four(reader)
    leave(reader)
    assert not window.notes.cards[0].property("current")
    assert not window.bar[ActionId.NOTE_DIFFERENCE].isEnabled()

    go_to(reader, "four")

    assert window.notes.cards[0].property("current")
    assert window.bar[ActionId.NOTE_DIFFERENCE].isEnabled()


def test_a_note_on_a_difference_is_opened_again(reader: Reader) -> None:
    """N on a difference with a note opens that note; so does the menu's own entry."""
    window = note_on_four(reader)
    go_to(reader, "four")
    for begin in (lambda: reader.press("N"), window.bar[ActionId.NOTE_DIFFERENCE].trigger):
        begin()
        (card,) = window.notes.cards
        assert card.editor is not None
        assert card.editor.toPlainText() == "Who says six?"
        reader.press("Esc")
        go_to(reader, "four")
    assert len(cards(window)) == 1


def test_selected_words_come_before_the_difference(reader: Reader) -> None:
    """With words selected N writes on them; in a highlight on its note."""
    window = bring_pair(reader)
    highlight(reader, "four per cent")

    reader.press("N")
    write(reader, "On the words")

    assert [card.on for card in cards(window)] == [OnHighlight(window.marks.highlights[0].id)]
    go_to(reader, "four")
    reader.press("N")
    write(reader, "On the difference")
    assert {type(card.on) for card in cards(window)} == {OnHighlight, VariantPlace}


def test_a_note_on_a_difference_survives_another_base(reader: Reader) -> None:
    """The two change places as base and version; the card shows them as they stand now."""
    window = note_on_four(reader)
    version = window.reading.version
    assert version is not None
    window.desk.set_selection(version.id, Span(0, 0))
    window.desk.focus_pane_of(version.id)

    window.bar[ActionId.CHOOSE_BASE].trigger()
    reader.settle()

    (card,) = cards(window)
    assert window.reading.base is not None
    assert window.reading.base.id == version.id
    assert (card.quotation, card.other, card.hint) == ("six", "four", "")
    go_to(reader, "six")
    reader.press("N")
    assert window.notes.cards[0].editor is not None
    assert len(cards(window)) == 1


def test_a_note_survives_a_class_by_hand_and_says_when_its_difference_is_lost(
    reader: Reader,
) -> None:
    """A decision on its class leaves it; parting its sentences leaves it with its words."""
    window = note_on_four(reader)
    go_to(reader, "four")
    window.hands.deciding.set_class(VariantClass.WORDING)
    reader.settle()
    assert [card.hint for card in cards(window)] == [""]

    window.hands.deciding.unlink()
    reader.settle()

    (card,) = cards(window)
    assert (card.quotation, card.other, card.text) == ("four", "six", "Who says six?")
    assert "found no more" in card.hint
    reader.press("Ctrl+Z")
    assert [card.hint for card in cards(window)] == [""]


def test_a_note_is_never_out_of_reach(reader: Reader) -> None:
    """Another version beside the base hides it; when neither end is the base, it stays in sight."""
    window = note_on_four(reader)
    first = window.reading.version
    assert first is not None
    reader.drop(text=UPDATE)
    other = next(
        row.article
        for row in window.reading.versions
        if row.article not in {side.id for side in (window.reading.base, first) if side}
    )
    window.reading.choose_version(other)
    assert cards(window) == []

    window.desk.set_selection(other, Span(0, 0))
    window.desk.focus_pane_of(other)
    window.bar[ActionId.CHOOSE_BASE].trigger()
    reader.settle()
    window.reading.choose_version(first.id)
    reader.settle()

    (card,) = cards(window)
    assert (card.quotation, card.other) == ("four", "six")
    assert "side by side" in card.hint


def test_the_card_of_a_difference_leads_to_it(reader: Reader) -> None:
    """A click turns to the difference in both panes, and the card is framed."""
    window = note_on_four(reader)
    leave(reader)
    assert window.desk.chosen is None

    window.notes.cards[0].setFocus()

    assert window.desk.chosen is not None
    assert window.desk.difference_place[0] > 0
    window.hands.noting.show_current()
    assert window.notes.cards[0].property("current")


# --- versions and stories --------------------------------------------------------------------------


def test_notes_on_the_whole_stand_first(reader: Reader) -> None:
    """The story, then its versions, below a heading; then what is on words."""
    window = note_on_four(reader)
    highlight(reader, "The councils of the islands")
    version = window.reading.version
    assert version is not None
    window.desk.focus_pane_of(version.id)

    reader.press("Alt+N")
    write(reader, "Printed a day late")
    reader.press("Shift+N")
    write(reader, "Follow up in June")

    on = [card.on for card in cards(window)]
    assert on[:2] == [OnStory(version.row.story), OnArticle(version.id)]
    assert [type(one) for one in on[2:]] == [VariantPlace, OnHighlight]
    assert [card.text for card in cards(window)][:2] == ["Follow up in June", "Printed a day late"]
    heads = [label for label in (window.notes.headings) if label.isVisibleTo(window.notes)]
    tops = [head.y() for head in heads]
    assert len(heads) == 2
    assert tops[0] < window.notes.cards[0].y() < tops[1] < window.notes.cards[2].y()
    assert rows(window) == [3]
    (row,) = queries.stories(window.session.library.reader)
    assert row.places == 4


def test_marks_alone_need_no_heading(reader: Reader) -> None:
    """Where nothing is on the whole, the panel is as calm as ever."""
    window = note_on_four(reader)
    assert not any(label.isVisibleTo(window.notes) for label in window.notes.headings)


def test_the_ways_in_are_in_the_menus(reader: Reader) -> None:
    """Annotate has all three, the list its two, a text the difference's."""
    window = bring_pair(reader)
    annotate = next(row.entries for row in MENUS if "Annotate" in row.title)
    whole = {ActionId.NOTE_VERSION, ActionId.NOTE_STORY}
    assert {ActionId.NOTE_DIFFERENCE, *whole} <= set(annotate)
    assert whole <= set(STORY_MENU)
    assert ActionId.NOTE_DIFFERENCE in TEXT_MENU
    leave(reader)
    assert not window.bar[ActionId.NOTE_DIFFERENCE].isEnabled()
    assert window.bar[ActionId.NOTE_STORY].isEnabled()


def test_a_note_is_edited_in_place_emptied_and_brought_back(reader: Reader) -> None:
    """The Edit menu names each deed; an emptied note leaves no card; undo brings it back."""
    window = bring_pair(reader)
    reader.press("Shift+N")
    write(reader, "Follow up")
    assert window.bar[ActionId.UNDO].text() == "Undo: note"

    reader.press("Shift+N")
    write(reader, " in June")
    assert [card.text for card in cards(window)] == ["Follow up in June"]
    assert window.bar[ActionId.UNDO].text() == "Undo: change of a note"

    reader.press("Shift+N")
    reader.press("Ctrl+A")
    reader.press("Backspace")
    reader.press("Esc")
    assert cards(window) == []
    assert rows(window) == [0]
    assert window.bar[ActionId.UNDO].text() == "Undo: removal of a note"

    reader.press("Ctrl+Z", times=2)
    assert [card.text for card in cards(window)] == ["Follow up"]


def test_a_note_given_up_is_no_note(reader: Reader) -> None:
    """Esc in an empty note takes its card away, and nothing was done."""
    window = bring_pair(reader)
    before = window.session.undo_state
    for keys in ("Shift+N", "Alt+N"):
        reader.press(keys)
        assert window.notes.is_editing
        reader.press("Esc")
        assert cards(window) == []
    assert window.session.undo_state == before


def test_del_on_a_card_takes_what_it_is_about(reader: Reader) -> None:
    """On a difference's card the note goes, and not the highlight at the caret."""
    window = note_on_four(reader)
    highlight(reader, "The councils of the islands")

    window.notes.cards[0].setFocus()
    reader.press("Del")
    assert [type(card.on) for card in cards(window)] == [OnHighlight]

    window.notes.cards[0].setFocus()
    reader.press("Del")
    assert cards(window) == []
    reader.press("Ctrl+Z", times=2)
    assert len(cards(window)) == 2


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_a_right_click_on_a_card_offers_its_note(reader: Reader) -> None:
    """Edit and delete; deleting can be undone."""
    window = note_on_four(reader)
    card = window.notes.cards[0]
    at = QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, card.mapToGlobal(at))
    QApplication.sendEvent(card, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Edit the note", "Delete the note"]

    menu.actions()[1].trigger()
    menu.close()
    reader.settle()

    assert cards(window) == []
    window.bar[ActionId.UNDO].trigger()
    reader.settle()
    assert len(cards(window)) == 1


# --- drafts, searching, exporting ------------------------------------------------------------------


def test_words_typed_on_a_story_outlive_the_program(reader: Reader) -> None:
    """A draft of a new note comes back with its card, and opens with its words."""
    window = bring_pair(reader)
    reader.press("Shift+N")
    editor = window.notes.cards[0].editor
    assert editor is not None
    with reader.qtbot.waitSignal(editor.drafted):
        reader.write("half a thou")
    reader.settle()
    (kept,) = queries_drafts(window)
    editor.blockSignals(True)  # noqa: FBT003 - Qt's signature
    reader.close()

    window = reader.open()
    window.hands.turning.show_first_comparison()
    reader.settle()

    (card,) = cards(window)
    assert kept == draft_place(card.on, None)
    assert card.draft == "half a thou"
    reader.press("Shift+N")
    write(reader, "ght")
    assert [(card.text, card.draft) for card in cards(window)] == [("half a thought", None)]


def queries_drafts(window: MainWindow) -> list[str]:
    """Return where words are kept that are no notes yet."""
    return [row[0] for row in window.session.library.reader.rows("SELECT place FROM drafts")]


@pytest.mark.parametrize(
    "on",
    [
        OnHighlight(HighlightId(3)),
        OnArticle(ArticleId(4)),
        OnStory(StoryId(5)),
        VariantPlace(ArticleId(1), Span(0, 0), ArticleId(2), Span(7, 12)),
    ],
)
def test_a_draft_names_its_place(on: NotePlace) -> None:
    """What names a place for the library leads back to it."""
    assert place_of_new(draft_place(on, None)) == on


@pytest.mark.parametrize("name", ["", "note 0", "story x note 0", "story 5 note 2", "elsewhere 1"])
def test_other_names_are_no_places(name: str) -> None:
    """Drafts of notes that are written, and names of other programs, name no new note."""
    assert place_of_new(name) is None


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        ("N", FoundIn.VARIANT_NOTE),
        ("Alt+N", FoundIn.ARTICLE_NOTE),
        ("Shift+N", FoundIn.STORY_NOTE),
    ],
)
def test_a_found_note_is_shown(reader: Reader, keys: str, kind: FoundIn) -> None:
    """It is a result of its own kind; opening it frames its card, whatever was shown before."""
    window = bring_pair(reader)
    go_to(reader, "four")
    reader.press(keys)
    write(reader, "Ask the treasurer")
    window.frame.side.show_leaf(Leaf.DETAILS)

    reader.press("Ctrl+K")
    reader.write("treasur")
    reader.settle()
    hit = window.hands.searcher.panel.current()
    assert hit is not None
    assert hit.kind is kind
    reader.press("Return")

    assert window.frame.side.leaf is Leaf.NOTES
    (card,) = window.notes.cards
    assert card.property("current")


def test_all_notes_are_exported_with_the_comparison(reader: Reader) -> None:
    """The page has the notes on the difference and on both versions."""
    window = note_on_four(reader)
    reader.press("Alt+N")
    write(reader, "Printed a day late")
    reader.answers.path = reader.library.with_name("page.html")

    reader.press("Ctrl+P")

    page = reader.answers.path.read_text(encoding="utf-8")
    assert "Who says six?" in page
    assert "Printed a day late" in page
    assert "page.html" in window.messages.text
