"""The details of a version: shown while it is read, walked through and copied by keyboard."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor

from variorum.exchange.wording import ENGLISH
from variorum.formats.documents.plain import read_text
from variorum.intake.importer import import_articles
from variorum.library.queries.articles import stored_article
from variorum.text import Details, Lineage, LineageKind, Problem, ProblemKind
from variorum.window.action_row import ActionId
from variorum.window.details.facts import sections_of
from variorum.window.details.side import Leaf
from variorum.window.main_window import MainWindow

from ..fresh import library_at
from .hands import Reader
from .story import REPRINT, WIRE

DETAILS = Details(
    guid="urn:newsml:northline.example:20210412T060000:" + "halvern" * 30,
    subjects=("sea transport", "prices"),
    editor_note="ATTENTION - ADDS quotes ///",
    embargo=dt.datetime(2021, 4, 12, 6, 0, tzinfo=dt.UTC),
    extra=(("desk", "ميناء هالفرن"),),
)


@pytest.fixture
def window(reader: Reader) -> MainWindow:
    """Return a window over a wire item with details and its reprint without any."""
    item = read_text(WIRE, origin="wire.txt")
    problems = (Problem(ProblemKind.AGAINST_STANDARD, "no language"),)
    article = replace(
        item.article,
        slug="HALVERN-FARES/",
        source="Northline",
        lineage=(Lineage(LineageKind.UPDATE, 2),),
    )
    with library_at(reader.library) as library:
        import_articles(
            library, [replace(item, article=article, details=DETAILS, problems=problems)]
        )
        import_articles(library, [read_text(REPRINT, origin="paste:1")])
    return reader.open()


def test_all_that_is_known_is_shown(reader: Reader, window: MainWindow) -> None:
    """Fields of the article, of its file, and of the import stand in one text."""
    reader.press("Ctrl+I")
    said = window.frame.details.words

    for words in (
        "HALVERN-FARES/",
        "Sent as\nupdate 2",
        "sea transport\nprices",
        "12 Apr 2021, 06:00 UTC",
        "ATTENTION - ADDS quotes ///",
        "desk\nميناء هالفرن",
        "wire.txt",
        "The file breaks its own standard: no language.",
    ):
        assert words in said


def test_what_versions_are_to_each_other_is_said_of_both(
    reader: Reader, window: MainWindow
) -> None:
    """The version names its forerunner, and the forerunner its version."""
    reader.press("Ctrl+I")
    base = window.frame.details.words
    window.desk.focus_pane_of(window.reading.sides[1].id)
    reader.settle()

    assert "Other articles\nReworked in\n" in base
    assert "Other articles\nReworked from\n" in window.frame.details.words


def test_every_field_of_the_details_is_shown(reader: Reader) -> None:
    """No field that a file may have is forgotten by the panel."""
    day = dt.date(2021, 4, 12)
    lists = {
        name: (f"{name} 1",) for name in ("headlines", "subjects", "keywords", "places", "authors")
    }
    moments = dict.fromkeys(("embargo", "created", "revised"), day)
    others = set(Details.__dataclass_fields__) - set(lists) - set(moments) - {"extra"}
    full = replace(Details(), **lists, **moments, **{name: f"{name} 1" for name in others})
    with library_at(reader.library) as library:
        report = import_articles(library, [replace(read_text(WIRE, origin="w"), details=full)])
        stored = stored_article(library.reader, report.articles[0])

    section = next(s for s in sections_of(stored, ENGLISH) if s.title == "From the file")

    assert len(section.facts) == len(lists) + len(moments) + len(others)


def test_the_panel_follows_the_reader(reader: Reader, window: MainWindow) -> None:
    """The pane with the keys says whose details are shown."""
    reader.press("Ctrl+I")
    assert "HALVERN-FARES/" in window.frame.details.words

    window.desk.focus_pane_of(window.reading.sides[1].id)
    reader.settle()

    assert "HALVERN-FARES/" not in window.frame.details.words
    assert "Pasted text" in window.frame.details.words


def test_details_are_copied_by_keyboard(reader: Reader, window: MainWindow) -> None:
    """The keys walk through the panel, and what they select is copied."""
    reader.press("Ctrl+I")
    view = window.frame.details.view
    assert view.hasFocus()
    view.setTextCursor(view.document().find("sea transport"))
    view.moveCursor(QTextCursor.MoveOperation.StartOfLine)

    reader.press("Shift+Down")
    reader.press("Shift+End")
    reader.press("Ctrl+C")

    assert QGuiApplication.clipboard().text() == "sea transport\nprices"


def test_long_and_right_to_left_values_keep_to_the_panel(
    reader: Reader, window: MainWindow
) -> None:
    """An identifier without spaces is broken, and Arabic stands on its own side."""
    reader.press("Ctrl+I")
    view = window.frame.details.view
    arabic = view.document().find("ميناء").block()

    assert view.document().idealWidth() <= view.viewport().width()
    assert arabic.blockFormat().layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_the_keys_lead_back_to_the_text(reader: Reader, window: MainWindow) -> None:
    """Pressed again, the notes are there and the pane has the keys."""
    reader.press("Ctrl+I")
    reader.press("Ctrl+I")

    assert window.frame.side.leaf is Leaf.NOTES
    assert window.desk.panes[0].hasFocus()


def test_a_corrected_field_stands_with_what_was_read(reader: Reader, window: MainWindow) -> None:
    """The panel leads to the box of corrections, and shows both values afterwards."""
    reader.press("Ctrl+I")
    window.frame.details.correct_wanted.emit()
    dialog = window.hands.stories_deeds.dialog
    assert dialog is not None
    dialog.source.setText("Island Wire")
    dialog.accept()
    reader.settle()

    assert "Island Wire\nas read: Northline" in window.frame.details.words


def test_a_field_is_found_by_the_search(reader: Reader, window: MainWindow) -> None:
    """A result names the field, and leads to the article."""
    reader.press("Ctrl+K")
    reader.write("halvern-fares")
    reader.settle()
    lines = [
        str(window.hands.searcher.panel.model.index(row).data())
        for row in range(window.hands.searcher.panel.model.rowCount())
    ]

    assert any(line.startswith("Details · Slug, Northline: HALVERN-FARES/") for line in lines)


def test_a_found_detail_is_opened_where_it_stands(reader: Reader, window: MainWindow) -> None:
    """The panel turns to the details of that version, the words selected."""
    reader.press("Ctrl+K")
    reader.write("halvern-fares")
    reader.settle()
    model = window.hands.searcher.panel.model
    rows = (row for row in range(model.rowCount()) if "Slug" in str(model.index(row).data()))
    hit = model.hit(model.index(next(rows)))
    assert hit is not None
    window.hands.searcher.open(hit)
    reader.settle()

    assert window.frame.side.leaf is Leaf.DETAILS
    assert window.frame.details.view.textCursor().selectedText() == "HALVERN-FARES"
    assert window.desk.panes[0].hasFocus()


def test_nothing_is_read_while_notes_are_shown(reader: Reader, window: MainWindow) -> None:
    """The panel is filled when it is looked at."""
    reader.settle()

    assert window.frame.details.words == ""
    assert window.bar[ActionId.SHOW_DETAILS].isEnabled()
