"""Marks, notes, codes, and what leaves the window, by hand."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QApplication, QMenu

from variorum.app.carrying import CarriedSum
from variorum.app.settings import Appearance
from variorum.ids import HighlightId
from variorum.library.annotations import OnHighlight
from variorum.library.commands import Command
from variorum.library.queries import stories as queries
from variorum.text import Span
from variorum.window.action_row import ActionId
from variorum.window.notes.browser import NoteBrowser
from variorum.window.notes.editor import NoteEditor
from variorum.window.theme import Theme

from .hands import Reader
from .story import WIRE, bring_pair, highlight

# --- marks ----------------------------------------------------------------------------------------


def test_a_highlight_is_painted_before_it_is_saved(reader: Reader) -> None:
    """The tint is there at once, pending; when it is on the disk it is no longer."""
    window = bring_pair(reader)
    base = window.reading.base
    assert base is not None
    reader.select(base.id, Span(27, 40))

    window.hands.annotating.highlight()

    marks = list(window.desk.panes[0].column.marks)
    assert [mark.pending for mark in marks if not mark.echo] == [True]
    reader.settle()
    marks = list(window.desk.panes[0].column.marks)
    assert [mark.pending for mark in marks if not mark.echo] == [False]


def test_a_mark_echoes_in_the_other_pane(reader: Reader) -> None:
    """The same words are outlined there; a click makes them a mark of their own."""
    window = bring_pair(reader)
    highlight(reader, "The councils of the islands")

    (echo,) = window.marks.echoes
    window.desk.echo_activated.emit(echo.highlight)
    reader.settle()

    assert len(window.marks.highlights) == 2
    assert window.marks.echoes == ()


def test_marks_are_carried_as_one_deed(reader: Reader) -> None:
    """C carries to the other versions, says what came of it, and is undone at once."""
    window = bring_pair(reader)
    highlight(reader, "The councils of the islands")
    highlight(reader, "chair Adaeze Oke")

    reader.press("C")

    assert len(window.marks.highlights) == 4
    assert window.messages.text == "2 marks carried."
    reader.press("Ctrl+Z")
    assert len(window.marks.highlights) == 2


@pytest.mark.parametrize(
    ("total", "said"),
    [
        (CarriedSum(carried=1, changed=3), "1 mark carried; 3 stand on changed words."),
        (
            CarriedSum(changed=1, dropped=2),
            "1 mark stands on changed words; 2 dropped.",
        ),
        (CarriedSum(), "No mark carried."),
    ],
)
def test_what_did_not_happen_to_marks_is_not_said(
    reader: Reader, total: CarriedSum, said: str
) -> None:
    """The sum of a carry counts what there is, in the right number."""
    assert reader.open().hands.carrier.words_of(total) == said


def test_number_keys_set_and_unset_the_code_of_a_mark(reader: Reader) -> None:
    """At a mark the key gives it the code; pressed again it takes it away."""
    window = bring_pair(reader)
    reader.answers.line = "Figure"
    reader.press("Ctrl+Shift+K")
    highlight(reader, "four per cent")

    reader.press("1")
    (mark,) = window.marks.highlights
    assert [code.name for code in window.marks.codes_of(mark.codes)] == ["Figure"]

    reader.press("1")
    (mark,) = window.marks.highlights
    assert mark.codes == ()


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_a_right_click_on_a_mark_begins_with_its_deeds(reader: Reader) -> None:
    """Note and removal come first there; on words alone it is the highlight."""
    window = bring_pair(reader)
    highlight(reader, "four per cent")
    (mark,) = window.marks.highlights

    for place, first in (
        (mark.span, ActionId.NOTE),
        (Span(mark.span.start - 20, mark.span.start), ActionId.HIGHLIGHT),
    ):
        reader.select(mark.article, Span(place.start, place.start))
        window.desk.context_requested.emit(window.pos(), mark.article, None)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert menu.actions()[0] is window.bar[first]
        menu.close()


def test_delete_takes_the_mark_at_the_caret_away(reader: Reader) -> None:
    """Delete removes it, undo brings it back with its note."""
    window = bring_pair(reader)
    highlight(reader, "four per cent")
    (mark,) = window.marks.highlights
    window.workspace.writing.write(OnHighlight(mark.id), None, "Or six?")
    reader.settle()
    window.desk.focus_pane_of(mark.article)

    reader.press("Del")
    assert window.notes.cards == ()

    reader.press("Ctrl+Z")
    assert [card.mark.text for card in window.notes.cards] == ["Or six?"]


def test_typed_words_outlive_a_crash(reader: Reader) -> None:
    """What is being typed is kept as a draft and offered again."""
    window = bring_pair(reader)
    highlight(reader, "four per cent")
    reader.press("N")
    editor = window.notes.cards[0].editor
    assert editor is not None

    with reader.qtbot.waitSignal(editor.drafted):
        reader.write("half a thou")
    reader.settle()

    (mark,) = window.marks.highlights
    assert window.workspace.writing.draft(OnHighlight(mark.id), None) == "half a thou"
    reader.press("Esc")
    assert window.workspace.writing.draft(OnHighlight(mark.id), None) is None
    assert [card.mark.text for card in window.notes.cards] == ["half a thou"]


def test_words_that_cannot_be_saved_are_kept(reader: Reader) -> None:
    """When a note is refused, here because its highlight is gone, what was typed stays."""
    window = bring_pair(reader)
    highlight(reader, "four per cent")
    (mark,) = window.marks.highlights
    gone = HighlightId(mark.id + 1)
    told: list[Exception] = []
    window.session.failed.disconnect()
    window.session.failed.connect(told.append)

    window.workspace.writing.write(OnHighlight(gone), None, "Or six?")
    reader.settle()

    assert len(told) == 1
    assert window.workspace.writing.draft(OnHighlight(gone), None) == "Or six?"
    assert window.session.undo_state.undo is Command.HIGHLIGHT


def test_an_emptied_note_is_gone(reader: Reader) -> None:
    """A note without words is no note; its highlight stays."""
    window = bring_pair(reader)
    highlight(reader, "four per cent")
    (mark,) = window.marks.highlights
    window.workspace.writing.write(OnHighlight(mark.id), None, "Or six?")
    reader.settle()
    card = window.notes.cards[0]

    editor = card.edit()
    editor.setPlainText("")
    editor.end()
    reader.settle()

    assert [card.mark.text for card in window.notes.cards] == [""]
    assert len(window.marks.highlights) == 1


def test_letters_in_a_note_are_no_shortcuts(reader: Reader) -> None:
    """H, N, S, C and digits are typed into a note like any others."""
    window = bring_pair(reader)
    highlight(reader, "four per cent")

    reader.press("N")
    reader.write("hnsc 123 []")
    reader.press("Ctrl+Return")

    assert [card.mark.text for card in window.notes.cards] == ["hnsc 123 []"]
    assert len(window.marks.highlights) == 1


# --- edges -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://example.org/a", True),
        ("mailto:desk@example.org", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("smb://host/share", False),
        ("data:text/html,x", False),
    ],
)
def test_only_known_links_are_offered(reader: Reader, address: str, *, asked: bool) -> None:
    """The reader is asked for web and mail addresses; others do nothing at all."""
    window = reader.open()
    reader.answers.yes = False

    window.hands.annotating.open_link(QUrl(address))

    assert bool(reader.answers.asked) is asked


def test_a_note_loads_nothing(reader: Reader) -> None:
    """No picture, file or page is fetched for a note, whatever it names."""
    browser = NoteBrowser()
    reader.qtbot.addWidget(browser)

    for kind in (
        QTextDocument.ResourceType.ImageResource,
        QTextDocument.ResourceType.StyleSheetResource,
        QTextDocument.ResourceType.HtmlResource,
    ):
        assert browser.loadResource(kind, QUrl("file:///etc/passwd")) is None


def test_the_comparison_is_exported_where_asked(reader: Reader, tmp_path: Path) -> None:
    """Ctrl+P writes a page with both texts and says where it is."""
    window = bring_pair(reader)
    reader.answers.path = tmp_path / "page.html"

    reader.press("Ctrl+P")

    page = reader.answers.path.read_text(encoding="utf-8")
    assert "Adaeze Oke" in page
    assert "page.html" in window.messages.text


def test_trouble_is_a_bar_and_no_box(reader: Reader, tmp_path: Path) -> None:
    """A page that cannot be saved is told of in the bar; the window goes on."""
    window = bring_pair(reader)
    reader.answers.path = tmp_path / "no such folder" / "page.html"

    reader.press("Ctrl+P")

    assert "could not be saved" in window.messages.text
    assert window.messages.isVisibleTo(window)


def test_our_mistakes_are_told_of_once(reader: Reader) -> None:
    """An error that is nobody's but ours leaves the window through `crashed`."""
    window = reader.open()

    def stumble() -> None:
        raise KeyError("ours")

    seen: list[Exception] = []
    window.crashed.connect(seen.append)

    window.bar.dispatch(stumble)

    assert [type(error) for error in seen] == [KeyError]


def test_colours_change_live(reader: Reader) -> None:
    """Dark is worn at once, and remembered."""
    window = bring_pair(reader)
    dark = Theme.load("dark")

    wanted: list[Appearance] = []
    window.appearance_wanted.connect(wanted.append)
    window.bar[ActionId.DARK].trigger()
    window.wear(dark)

    assert wanted == [Appearance.DARK]
    assert reader.settings.appearance is Appearance.DARK
    seen = QColor(window.grab().toImage().pixel(5, window.height() // 2))
    assert seen.lightness() < 100


def test_a_paste_takes_the_clipboards_text(reader: Reader) -> None:
    """Ctrl+Shift+V imports the text; an empty clipboard is told of."""
    window = reader.open()
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    reader.press("Ctrl+Shift+V")
    assert "no text on the clipboard" in window.messages.text

    clipboard.setText(WIRE)
    with reader.qtbot.waitSignal(window.hands.importing.finished):
        reader.press("Ctrl+Shift+V")
    reader.settle()

    assert queries.story_count(window.session.library.reader) == 1


def test_another_theme_leaves_an_open_note_open(reader: Reader) -> None:
    """Dusk may fall while one writes: the words, the keys and the place in them stay."""
    window = bring_pair(reader)
    highlight(reader, "four per cent")
    reader.press("N")
    reader.write("half a sen")
    editor = QApplication.focusWidget()

    window.wear(Theme.load("dark"))
    reader.write("tence")

    assert isinstance(editor, NoteEditor)
    assert QApplication.focusWidget() is editor
    assert editor.toPlainText() == "half a sentence"
    assert window.notes.is_editing


def test_a_new_mark_is_not_hidden_by_the_selection(reader: Reader) -> None:
    """After H nothing is selected, and the caret stands in the mark for what comes next."""
    window = bring_pair(reader)
    highlight(reader, "four per cent")

    assert window.desk.selection() is None
    assert len(window.hands.annotating.marks_at_caret()) == 1
