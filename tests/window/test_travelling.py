"""Marks leave the library and come back, by menu and dialog."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from variorum.app.session import Session
from variorum.exchange.formats import SUFFIXES, ExportFormat
from variorum.window.action_row import ActionId
from variorum.window.main_window import MainWindow
from variorum.window.travelling.dialog import ExportDialog, Wanted

from .hands import Reader
from .story import bring_pair, highlight


def export(reader: Reader, window: MainWindow, chosen: ExportFormat, file: Path) -> None:
    """Choose a format in the dialog and save."""
    reader.answers.path = file
    window.bar[ActionId.EXPORT_MARKS].trigger()
    dialog = window.hands.travelling.dialog
    assert isinstance(dialog, ExportDialog)
    dialog.formats.setCurrentRow(list(ExportFormat).index(chosen))
    dialog.accept()
    reader.settle()


def highlights(session: Session) -> int:
    """Count the highlights of the library."""
    return session.library.reader.value("SELECT count(*) FROM highlights")


def test_every_format_is_written(reader: Reader, tmp_path: Path) -> None:
    """The dialog offers each, and the file is there when the bar says so."""
    window = bring_pair(reader)
    highlight(reader, "four per cent")

    for chosen in ExportFormat:
        file = tmp_path / f"{chosen}{SUFFIXES[chosen]}"
        export(reader, window, chosen, file)

        assert file.stat().st_size
        assert file.name in window.messages.text


@pytest.mark.parametrize("chosen", [ExportFormat.JSONLD, ExportFormat.QDPX])
def test_marks_that_were_deleted_come_back(
    reader: Reader, tmp_path: Path, chosen: ExportFormat
) -> None:
    """Exported, deleted, imported: the highlight is there again; undo takes it as one deed."""
    window = bring_pair(reader)
    highlight(reader, "four per cent")
    export(reader, window, chosen, tmp_path / "marks")
    window.marks.remove(window.marks.highlights[0].id)
    reader.settle()
    assert highlights(window.session) == 0

    window.bar[ActionId.IMPORT_MARKS].trigger()
    reader.settle()

    assert [mark.anchor.exact for mark in window.marks.highlights] == ["four per cent"]
    assert "1 highlight" in window.messages.text
    window.bar[ActionId.UNDO].trigger()
    reader.settle()
    assert highlights(window.session) == 0


def test_a_file_of_something_else_is_told_of(reader: Reader, tmp_path: Path) -> None:
    """The bar says that there are no annotations; the window goes on."""
    window = bring_pair(reader)
    reader.answers.path = tmp_path / "letter.txt"
    reader.answers.path.write_text("Dear desk", encoding="utf-8")

    window.bar[ActionId.IMPORT_MARKS].trigger()
    reader.settle()

    assert "holds no annotations" in window.messages.text


def test_the_dialog_hands_over_what_is_wanted(qtbot: QtBot) -> None:
    """Raw is for tables alone; without a story the whole library is meant."""
    dialog = ExportDialog(before=ExportFormat.CSV, has_story=False)
    qtbot.addWidget(dialog)
    dialog.raw.setChecked(True)
    wanted: list[Wanted] = []
    dialog.chosen.connect(wanted.append)

    dialog.accept()
    dialog.formats.setCurrentRow(0)
    dialog.accept()

    assert wanted == [
        Wanted(ExportFormat.CSV, whole=True, raw=True),
        Wanted(ExportFormat.HTML, whole=True, raw=False),
    ]


def test_what_would_come_is_said_before_it_does(reader: Reader, tmp_path: Path) -> None:
    """The question counts it; who says no has the library as it was."""
    window = bring_pair(reader)
    highlight(reader, "four per cent")
    export(reader, window, ExportFormat.JSONLD, tmp_path / "marks")
    window.marks.remove(window.marks.highlights[0].id)
    reader.settle()
    reader.answers.yes = False

    window.bar[ActionId.IMPORT_MARKS].trigger()
    reader.settle()

    assert "1 highlight" in reader.answers.asked[-1]
    assert highlights(window.session) == 0


def test_a_codebook_goes_out_and_comes_in(reader: Reader, tmp_path: Path) -> None:
    """From the menu of codes; it comes as one deed with a name of its own."""
    window = reader.open()
    for name in ("A", "B"):
        reader.answers.line = name
        reader.press("Ctrl+Shift+K")
    reader.answers.path = tmp_path / "desk.qdc"
    window.bar[ActionId.EXPORT_CODES].trigger()
    dialog = window.hands.travelling.dialog
    assert isinstance(dialog, ExportDialog)
    assert dialog.format is ExportFormat.QDC
    dialog.accept()
    reader.settle()
    window.session.undo()
    window.session.undo()
    reader.settle()
    assert window.codes.rows == ()

    window.bar[ActionId.IMPORT_CODES].trigger()
    reader.settle()

    assert [row.code.name for row in window.codes.rows] == ["A", "B"]
    assert "import of a codebook" in window.bar[ActionId.UNDO].text()
