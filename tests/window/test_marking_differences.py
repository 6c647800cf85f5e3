"""A difference that was stepped to is marked at once: F8, then H, a number or N."""

import pytest
from PySide6.QtWidgets import QApplication

from variorum.library.annotations import OnHighlight
from variorum.window.action_row import ActionId
from variorum.window.desk.pane import Pane

from .hands import Reader
from .story import REPRINT, UPDATE, WIRE, bring_pair, highlight


def step_to(reader: Reader, words: str) -> None:
    """Press F8 until the difference with these words is the one turned to."""
    window = reader.window
    for _ in range(window.desk.difference_count):
        reader.press("F8")
        if meant(reader) == words:
            return
    raise AssertionError(words)


def meant(reader: Reader) -> str:
    """Return the words that a new mark would be on."""
    found = reader.window.hands.annotating.words()
    return "" if found is None else reader.words_of(*found)


def marked(reader: Reader) -> list[str]:
    """Return the words that are highlighted."""
    return [reader.words_of(mark.article, mark.span) for mark in reader.window.marks.highlights]


def test_a_step_gives_the_keys_to_the_texts(reader: Reader) -> None:
    """F8 pressed in the list of stories leaves them with the pane that the reader used last."""
    window = bring_pair(reader)
    window.stories.view.setFocus()

    reader.press("F8")

    assert isinstance(QApplication.focusWidget(), Pane)
    window.stories.view.setFocus()
    reader.press("Shift+F8")
    assert isinstance(QApplication.focusWidget(), Pane)


def test_the_ends_to_draw_go_along(reader: Reader) -> None:
    """After a step, no mark shows ends whose words the caret has left."""
    window = bring_pair(reader)
    highlight(reader, "northern piers")
    before = [pane.handles.held is not None for pane in window.desk.panes]

    reader.press("F8")

    assert before == [True, False]
    assert [pane.handles.held for pane in window.desk.panes] == [None, None]


def test_a_step_ends_the_note_that_is_being_written(reader: Reader) -> None:
    """Its words are kept."""
    window = bring_pair(reader)
    step_to(reader, "six")
    reader.press("N")
    reader.write("Who says six?")

    reader.press("F8")

    assert [card.mark.text for card in window.notes.cards] == ["Who says six?"]
    assert isinstance(QApplication.focusWidget(), Pane)


def test_a_difference_stepped_to_is_highlighted_in_the_version(reader: Reader) -> None:
    """H marks what the version says, though the keys are in the base's pane."""
    window = bring_pair(reader)
    step_to(reader, "six")

    reader.press("H")

    assert marked(reader) == ["six"]
    (card,) = window.notes.cards
    assert card.property("current")


def test_a_comma_beside_the_words_is_not_marked(reader: Reader) -> None:
    """Of “, however,” the reader means the word."""
    reader.open()
    reader.drop(text=WIRE.replace("meet again", "meet, however, again"))
    reader.drop(text=REPRINT)
    step_to(reader, "however")

    reader.press("H")

    assert marked(reader) == ["however"]


def test_words_that_only_the_base_has_are_highlighted_there(reader: Reader) -> None:
    """A passage that was cut stands nowhere else."""
    window = bring_pair(reader)
    contact = (
        "To contact the reporter on this story: A. Writer in Halvern at desk@northline.example"
    )
    step_to(reader, contact)

    reader.press("H")

    (mark,) = window.marks.highlights
    assert window.reading.base is not None
    assert mark.article == window.reading.base.id
    assert marked(reader) == [contact]


def test_a_number_gives_a_difference_its_code(reader: Reader) -> None:
    """Pressed again it takes the code from the same highlight; Del takes the highlight."""
    window = bring_pair(reader)
    reader.answers.line = "Figure"
    reader.press("Ctrl+Shift+K")
    step_to(reader, "six")

    reader.press("1")
    (mark,) = window.marks.highlights
    assert [code.name for code in window.marks.codes_of(mark.codes)] == ["Figure"]
    reader.press("1")
    (mark,) = window.marks.highlights
    assert mark.codes == ()

    reader.press("Del")
    assert window.marks.highlights == ()


def test_a_note_on_a_passage_cut_stands_on_its_words(reader: Reader) -> None:
    """It is no change of words with two ends: N highlights what the base alone has."""
    window = bring_pair(reader)
    step_to(reader, "©2021 Northline")

    reader.press("N")
    reader.write("Never printed.")
    reader.press("Ctrl+Return")

    assert marked(reader) == ["©2021 Northline"]
    (card,) = window.notes.cards
    assert isinstance(card.mark.on, OnHighlight)
    assert card.mark.text == "Never printed."


def test_highlighting_twice_says_why_nothing_happens(reader: Reader) -> None:
    """The second H is answered."""
    window = bring_pair(reader)
    step_to(reader, "six")

    reader.press("H")
    reader.press("H")

    assert marked(reader) == ["six"]
    assert "highlighted already" in window.messages.text


def test_a_key_that_is_held_highlights_once(reader: Reader) -> None:
    """The second stroke comes before the first is on the disk."""
    bring_pair(reader)
    step_to(reader, "six")

    reader.press("H", times=3)

    assert marked(reader) == ["six"]


@pytest.mark.parametrize(("pane", "words"), [(0, "four"), (1, "six")])
def test_at_the_caret_the_words_there_are_highlighted(
    reader: Reader, pane: int, words: str
) -> None:
    """Where the reader put the caret into a difference herself, H means what she sees there."""
    window = bring_pair(reader)
    side = window.reading.sides[pane]
    place = side.article.text.index(words) + 1
    window.desk.focus_pane_of(side.id)
    reader.put_caret(side.id, place)

    reader.press("H")

    assert marked(reader) == [words]


def test_a_caret_that_is_not_seen_is_in_no_difference(reader: Reader) -> None:
    """While the list has the keys, H does not mark the dateline at which the caret waits."""
    window = bring_pair(reader)
    window.desk.take_focus()
    assert meant(reader)

    window.stories.view.setFocus()

    assert not window.bar[ActionId.HIGHLIGHT].isEnabled()


def test_what_several_versions_changed_is_marked_in_the_one_meant(reader: Reader) -> None:
    """Of three panes it is the version whose pane has the keys."""
    window = bring_pair(reader)
    reader.drop(text=UPDATE)
    reader.press("Ctrl+3")
    last = window.reading.sides[-1]
    window.desk.focus_pane_of(last.id)
    step_to(reader, "seven")

    reader.press("H")

    assert [mark.article for mark in window.marks.highlights] == [last.id]
