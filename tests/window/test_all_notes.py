"""All notes of a library: filtered, led to and come back to, by mouse and keyboard."""

from PySide6.QtWidgets import QApplication

from variorum.app.models.notes import NotesModel
from variorum.library.queries.notes import NoteKind
from variorum.window.action_row import ActionId
from variorum.window.all_notes.page import NotesPage
from variorum.window.main_window import MainWindow

from .hands import Reader
from .story import bring_pair, highlight

OTHER = """BRENHOLM (Northline) -- The museum opens its new hall on Sunday after two years of work.

Visitors can see the boats that were raised from the river mud, its director said.
"""


def noted(reader: Reader) -> MainWindow:
    """Open a window with two stories, and notes on both."""
    window = bring_pair(reader)
    for words, note in (("four per cent", "Who says so?"), ("councils", "Which ones?")):
        highlight(reader, words)
        reader.press("N")
        reader.write(note)
        reader.press("Ctrl+Return")
    reader.drop(text=OTHER)
    reader.press("Shift+N")
    reader.write("Ask the director")
    reader.press("Ctrl+Return")
    return window


def page_of(window: MainWindow) -> NotesPage:
    """Return the page of all notes."""
    return window.hands.all_notes.page


def listed(window: MainWindow) -> list[str]:
    """Return what the notes of the list say."""
    model = page_of(window).model
    assert isinstance(model, NotesModel)
    rows = (model.row(model.index(number)) for number in range(model.rowCount()))
    return [row.text for row in rows if row is not None]


def ask(reader: Reader, words: str) -> None:
    """Type into the filter, and go to the list."""
    page = page_of(reader.window)
    page.text.setFocus()
    page.text.selectAll()
    reader.write(words)
    reader.press("Return")


def test_all_notes_stand_in_one_list_the_last_first(reader: Reader) -> None:
    """The key shows the page over the desk; the key again goes back to the texts."""
    window = noted(reader)

    reader.press("Ctrl+Shift+A")

    assert listed(window) == ["Ask the director", "Which ones?", "Who says so?"]
    assert window.frame.page is page_of(window)
    reader.press("Esc")
    assert window.frame.page is None
    assert QApplication.focusWidget() in window.desk.panes


def test_a_note_is_found_turned_to_and_come_back_from(reader: Reader) -> None:
    """Words, Enter, Enter: the story is open and the card has the keys; the key leads back."""
    window = noted(reader)
    reader.press("Ctrl+Shift+A")

    ask(reader, "who")
    assert listed(window) == ["Who says so?"]
    reader.press("Return")

    assert window.frame.page is None
    card = QApplication.focusWidget()
    assert card in window.notes.cards
    assert window.reading.base is not None
    (span,) = [m.span for m in window.marks.highlights if m.anchor.exact == "four per cent"]
    assert window.desk.caret() is not None or span
    reader.press("Ctrl+Shift+A")
    assert listed(window) == ["Who says so?"]
    assert QApplication.focusWidget() is page_of(window).view


def test_the_choices_narrow_the_list(reader: Reader) -> None:
    """What the notes are on, their code, their story."""
    window = noted(reader)
    reader.answers.line = "Figure"
    reader.press("Ctrl+Shift+K")
    reader.press("Ctrl+Shift+A")
    page = page_of(window)

    page.kind.setCurrentIndex(page.kind.findData(NoteKind.STORY))
    assert listed(window) == ["Ask the director"]
    page.kind.setCurrentIndex(0)
    page.code.setCurrentIndex(1)
    assert listed(window) == []
    assert "No note fits" in page.hint.text()
    page.code.setCurrentIndex(0)
    page.story.setChecked(True)
    assert listed(window) == ["Ask the director"]


def test_the_list_follows_what_is_undone(reader: Reader) -> None:
    """A note that goes leaves the open list; its filter stays."""
    window = noted(reader)
    reader.press("Ctrl+Shift+A")
    ask(reader, "ask")

    window.bar[ActionId.UNDO].trigger()
    reader.settle()

    assert listed(window) == []
    assert page_of(window).text.text() == "ask"


def test_up_at_the_first_note_goes_to_the_filter(reader: Reader) -> None:
    """The keys go round without the mouse."""
    window = noted(reader)
    reader.press("Ctrl+Shift+A")
    page = page_of(window)
    reader.press("Return")
    assert QApplication.focusWidget() is page.view

    reader.press("Down")
    reader.press("Up")
    reader.press("Up")

    assert QApplication.focusWidget() is page.text
