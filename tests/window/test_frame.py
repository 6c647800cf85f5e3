"""The frame of the window: F6 through its parts, and the message over the desk."""

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from variorum.window.action_row import ActionId
from variorum.window.message_bar import Message, MessageKind, Offer

from .hands import Reader
from .story import WIRE, bring_pair


def test_the_last_import_can_be_undone_later(reader: Reader) -> None:
    """The menu takes back what came last, after a question, also when the message is gone."""
    window = bring_pair(reader)
    window.messages.hide()
    reader.answers.yes = False
    window.bar[ActionId.UNDO_IMPORT].trigger()
    reader.settle()
    assert len(window.reading.versions) == 2

    reader.answers.yes = True
    window.bar[ActionId.UNDO_IMPORT].trigger()
    reader.settle()

    assert reader.answers.asked[-1].startswith("1 article of the last import")
    assert len(window.reading.versions) == 1


def test_good_news_goes_by_itself_and_moves_nothing(reader: Reader) -> None:
    """What is read ends above the message and stays where it is; trouble stays until it is closed."""
    window = reader.open()
    reader.drop(text=WIRE)
    desk, messages = window.desk, window.messages
    before, end = desk.geometry(), desk.mapToGlobal(desk.rect().bottomLeft()).y()
    assert messages.isVisible()
    assert end <= messages.mapToGlobal(messages.rect().topLeft()).y()
    assert messages.timer.isActive()

    messages.timer.timeout.emit()
    reader.settle()
    assert not messages.isVisible()
    assert desk.geometry().topLeft() == before.topLeft()
    assert desk.geometry().height() > before.height()

    window.messages.say(Message("It could not be read.", kind=MessageKind.TROUBLE))
    assert not window.messages.timer.isActive()
    assert window.messages.isVisible()


def test_a_message_stays_while_the_reader_is_at_it(reader: Reader) -> None:
    """With the keys in it, or its details open, it does not go."""
    window = bring_pair(reader)
    buttons = window.messages.findChildren(QAbstractButton)
    next(button for button in buttons if button.text() == "Close").setFocus()

    window.messages.timer.timeout.emit()

    assert window.messages.isVisible()
    assert window.messages.timer.isActive()


def test_f6_goes_through_every_part_of_the_window(reader: Reader) -> None:
    """Filter line, list, strip, both panes, notes, codes, and around; back the same way."""
    window = bring_pair(reader)
    frame = window.frame
    parts = [frame.stories.filter, frame.stories.view, frame.strip, *window.desk.panes,
             frame.side, frame.codes]  # fmt: skip
    frame.stories.filter.setFocus()

    def part_with_keys() -> QWidget:
        focus = window.focusWidget()
        return next(part for part in parts if part is focus or part.isAncestorOf(focus))

    for part in [*parts[1:], parts[0]]:
        reader.press("F6")
        assert part_with_keys() is part
    for part in [*reversed(parts[1:]), parts[0]]:
        reader.press("Shift+F6")
        assert part_with_keys() is part


LONG = "Forty articles came in, and much was left out of them that nobody had looked for before."


def test_the_window_keeps_its_size_under_any_page(reader: Reader) -> None:
    """A message takes its room from what is read: no page makes a small window grow."""
    window = bring_pair(reader)
    window.resize(1024, 700)
    window.messages.say(Message(f"{LONG} {LONG}", details="\n".join("abcdefgh")))
    reader.settle()
    for action in (ActionId.STORY_MAP, ActionId.SUGGESTIONS, ActionId.ALL_NOTES):
        window.bar[action].trigger()
        reader.settle()
        assert window.minimumSizeHint().height() <= 700
        assert (window.width(), window.height()) == (1024, 700)


def test_a_message_lies_over_a_page_that_is_opened_under_it(reader: Reader) -> None:
    """What is shown anew does not hide what the room is kept for."""
    window = bring_pair(reader)
    window.messages.say(Message(LONG))
    window.bar[ActionId.STORY_MAP].trigger()
    reader.settle()

    messages = window.messages
    ground = messages.parentWidget()
    assert ground is not None
    assert ground.childAt(messages.geometry().center()) in {
        messages,
        *messages.findChildren(QWidget),
    }


def test_a_message_with_many_buttons_stands_over_them(reader: Reader) -> None:
    """The words take the width that there is, not a narrow column beside the buttons."""
    window = bring_pair(reader)
    window.resize(1024, 700)
    offers = [Offer(words, lambda: None) for words in ("Undo it all", "Answer…", "Save the list…")]
    window.messages.say(Message(LONG, details="one", offers=offers))
    reader.settle()

    label = window.messages.findChild(QLabel, "message_text")
    assert label is not None
    assert label.height() <= 2 * label.fontMetrics().lineSpacing() + 4
    assert window.messages.height() < 100


def test_no_line_of_a_message_is_cut(reader: Reader) -> None:
    """Two lines beside the buttons have all the room that they need."""
    window = reader.open()
    window.resize(1024, 700)
    window.messages.say(Message("Nothing was lost, and nothing has to be done about it. " * 2))
    text = window.messages.findChild(QLabel, "message_text")
    assert text is not None

    assert text.height() >= text.heightForWidth(text.width()) > text.fontMetrics().height()
