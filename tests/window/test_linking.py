"""Links in notes: offered while typed, followed, shown from the other end; and the live preview."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest

from variorum.annotations.links import LinkKind, NoteLink, token_of
from variorum.app.markup import note_html
from variorum.window.action_row import ActionId
from variorum.window.main_window import MainWindow
from variorum.window.notes.card import NoteCard

from .hands import Reader
from .story import bring_pair, highlight
from .test_all_notes import OTHER


def begin(reader: Reader) -> tuple[MainWindow, NoteCard]:
    """Open a pair and a code, and begin a note on words."""
    window = bring_pair(reader)
    reader.answers.line = "Fares"
    reader.press("Ctrl+Shift+K")
    highlight(reader, "councils")
    reader.press("N")
    (card,) = [card for card in window.notes.cards if card.editor is not None]
    return window, card


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_a_link_is_offered_while_it_is_typed(reader: Reader) -> None:
    """Two brackets and letters; Enter takes the first; the note is not ended by it."""
    _, card = begin(reader)
    editor = card.editor
    assert editor is not None

    editor.insertPlainText("\N{GRINNING FACE} see ")
    QTest.keyClicks(editor, "[[fa")
    assert editor.links.is_shown
    assert editor.links.offered[0] == "Fares"
    QTest.keyClick(editor.links.popup, Qt.Key.Key_Return)

    assert editor.toPlainText().startswith("\N{GRINNING FACE} see [[Fares|code ")
    assert editor.toPlainText().endswith("]]")
    assert not editor.links.is_shown
    assert card.editor is editor


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_note_with_a_link_gives_the_keys_back(reader: Reader, key: Qt.Key) -> None:
    """Whether an offer was taken or not, the pane of the words has the keys when the note is done."""
    window, card = begin(reader)
    editor = card.editor
    assert editor is not None
    QTest.keyClicks(editor, "see [[fa")
    QTest.keyClick(editor.links.popup, key)

    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    reader.settle()

    # The offscreen plugin leaves the closed list the active window; so it is the window that is asked.
    assert window.focusWidget() in window.desk.panes


def test_the_note_is_shown_as_it_will_be_read(reader: Reader) -> None:
    """Below the field, sanitised; plain words need no second showing."""
    _, card = begin(reader)
    assert card.editor is not None
    assert card.preview is not None
    assert not card.preview.isVisible()

    card.editor.setPlainText("**Strong** <img src=x> [[Fares]]")
    reader.qtbot.waitUntil(card.preview.isVisible)

    shown = card.preview.document()
    assert shown.toPlainText() == "Strong <img src=x> Fares"


def address_of(words: str) -> QUrl:
    """Return where the link of a note leads."""
    return QUrl(note_html(words).partition('href="')[2].partition('"')[0])


def test_a_link_leads_there_and_the_other_end_knows_it(reader: Reader) -> None:
    """From a note to another story; the notes there say who links to it; a click leads back."""
    window, card = begin(reader)
    reader.press("Esc")
    story = window.reading.story
    reader.drop(text=OTHER)
    assert window.reading.base is not None
    db, article = window.session.library.reader, window.reading.base.id
    uuid = db.value("SELECT uuid FROM articles WHERE id = ?", (article,))
    link = NoteLink("The museum", LinkKind.ARTICLE, token_of(uuid))
    window.reading.open(story)
    reader.settle()
    window.notes.cards[0].edit().setPlainText(f"see {link}")
    reader.press("Ctrl+Return")

    (card,) = window.notes.cards
    assert card.browser is not None
    card.browser.link_clicked.emit(address_of(card.mark.text))
    reader.settle()
    assert window.reading.story != story
    (line,) = window.notes.backlinks.lines
    assert "see" in line.text()
    line.click()
    reader.settle()
    assert window.reading.story == story


def test_a_link_to_a_code_turns_to_the_codebook(reader: Reader) -> None:
    """And one that leads nowhere any more says so."""
    window, _ = begin(reader)
    reader.press("Esc")
    for words in ("[[Fares]]", "[[Gone]]"):
        window.notes.link_clicked.emit(address_of(words))
    reader.settle()

    code = window.codes.current()
    assert code is not None
    assert code.name == "Fares"
    assert "not in this library" in window.messages.text


def test_a_code_knows_the_notes_that_link_to_it(reader: Reader) -> None:
    """The menu of codes shows them in the list of all notes, and the choice can be taken back."""
    window, card = begin(reader)
    (target,) = [t for t in window.hands.linking.offers("fares") if t.link.kind is LinkKind.CODE]
    assert card.editor is not None
    card.editor.setPlainText(f"see {target.link}")
    reader.press("Ctrl+Return")
    reader.press("Shift+N")
    reader.write("No link")
    reader.press("Ctrl+Return")
    window.codes.choose(window.codes.rows[0].code.id)

    window.bar[ActionId.CODE_LINKS].trigger()
    reader.settle()

    page = window.hands.all_notes.page
    assert page.model.rowCount() == 1
    page.linking.setChecked(False)
    assert page.model.rowCount() == 2
