"""Columns of a corpus: asked for only where they are not certain, answered with the keyboard."""

# pytest-qt carries no type information.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

import csv
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialogButtonBox
from pytestqt.qtbot import QtBot

from variorum.formats.corpora.mapping import DateOrder, Mapping, Role, format_mapping, mapping_of
from variorum.formats.corpora.rows import Look
from variorum.intake.report import ImportReport
from variorum.window.columns.dialog import ColumnsDialog

from .hands import Reader

LONG = "PORTO NOVA (Sample Wire) - Pilots returned to work on Monday. " * 6
HEAD = ["h", "words", "when"]


def write(file: Path, head: list[str], third: str) -> Path:
    """Write a corpus of three rows; the third column begins with a number."""
    rows = [[f"Pilots end strike {n}", f"{LONG} {n}", f"0{n}{third}"] for n in (3, 4, 5)]
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([head, *rows])
    return file


@pytest.fixture
def dialog(qtbot: QtBot) -> ColumnsDialog:
    """Return the question about a corpus of which only the headline was recognised."""
    row = {"h": "Pilots end strike", "words": LONG, "when": "03/04/2019"}
    look = Look(tuple(HEAD), (row,), mapping_of([(Role.HEADLINE, "h")]), certain=False)
    dialog = ColumnsDialog("corpus.csv", look)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def boxes(dialog: ColumnsDialog) -> dict[str, QComboBox]:
    """Return the boxes by their columns, as a screen reader names them."""
    found = dialog.findChildren(QComboBox)
    return {box.accessibleName().split()[1]: box for box in found if box.accessibleName()}


def import_button(dialog: ColumnsDialog) -> object:
    """Return whether the import can be begun."""
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    (button,) = [b for b in buttons.buttons() if b.text() == "Import"]
    return button.isEnabled()


def choose(box: QComboBox, role: Role) -> None:
    """Choose what a column holds."""
    box.setCurrentIndex(box.findData(role.value))


def test_nothing_is_imported_without_a_text(dialog: ColumnsDialog) -> None:
    """The column of the text has to be named first."""
    assert not import_button(dialog)

    choose(boxes(dialog)["words"], Role.TEXT)

    assert import_button(dialog)


def test_a_role_has_one_column(dialog: ColumnsDialog) -> None:
    """The column that had a role before keeps its name then."""
    choose(boxes(dialog)["words"], Role.HEADLINE)

    assert boxes(dialog)["h"].currentIndex() == 0


def test_the_order_of_dates_is_asked_where_it_matters(dialog: ColumnsDialog) -> None:
    """Only a column of dates that may be read both ways brings the question."""
    order = next(b for b in dialog.findChildren(QComboBox) if b not in boxes(dialog).values())
    assert not order.isVisible()

    choose(boxes(dialog)["words"], Role.TEXT)
    choose(boxes(dialog)["when"], Role.DATE)
    order.setCurrentIndex(order.findData(DateOrder.DAY_FIRST.value))

    assert order.isVisible()
    assert format_mapping(dialog.mapping()) == "text=words,headline=h,date=when,order=dmy"


def test_the_keyboard_is_enough(dialog: ColumnsDialog, qtbot: QtBot) -> None:
    """Tab goes from column to column, letters choose, Enter imports."""
    first = boxes(dialog)["h"]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    second = boxes(dialog)["words"]
    qtbot.keyClick(second, Qt.Key.Key_T)

    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(second, Qt.Key.Key_Return)
    mapping: Mapping = (chosen.args or [])[0]

    assert second.currentData() == Role.TEXT
    assert mapping.column(Role.TEXT) == "words"


def brought(reader: Reader, deed: Callable[[], object]) -> ImportReport:
    """Return what an import comes to that a deed begins."""
    with reader.qtbot.waitSignal(reader.window.hands.importing.finished) as finished:
        deed()
    reader.settle()
    report: ImportReport = (finished.args or [])[0]
    return report


def asked(reader: Reader) -> ColumnsDialog:
    """Return the question that is put."""
    asking = reader.window.hands.importing.columns
    reader.qtbot.waitUntil(lambda: asking.dialog is not None)
    assert asking.dialog is not None
    return asking.dialog


def test_an_uncertain_corpus_is_asked_about_and_imported_so(reader: Reader, tmp_path: Path) -> None:
    """The import stops at the question, and what is answered is how it is read."""
    file = write(tmp_path / "corpus.csv", HEAD, "/04/2019")
    window = reader.open()

    nothing = brought(reader, lambda: window.hands.importing.bring([file]))
    dialog = asked(reader)
    choose(boxes(dialog)["words"], Role.TEXT)
    report = brought(reader, dialog.accept)

    assert (nothing.imported, report.imported) == (0, 3)


def test_an_uncertain_corpus_in_an_archive_is_asked_about_too(
    reader: Reader, tmp_path: Path
) -> None:
    """The question names the member, which is read alone."""
    file = write(tmp_path / "corpus.csv", HEAD, "/04/2019")
    archive = tmp_path / "desk.zip"
    with ZipFile(archive, "w") as members:
        members.write(file, "rows/corpus.csv")
    window = reader.open()

    nothing = brought(reader, lambda: window.hands.importing.bring([archive]))
    dialog = asked(reader)
    choose(boxes(dialog)["words"], Role.TEXT)
    report = brought(reader, dialog.accept)

    assert (nothing.imported, report.imported) == (0, 3)


def test_a_certain_corpus_is_not_asked_about_but_can_be_read_anew(
    reader: Reader, tmp_path: Path
) -> None:
    """The message offers the columns; another answer takes the place of the import."""
    file = write(tmp_path / "corpus.csv", ["headline", "text", "desk"], " ports")
    window = reader.open()
    first = brought(reader, lambda: window.hands.importing.bring([file]))
    asking = window.hands.importing.columns.dialog
    offers = {offer.text: offer.deed for offer in window.hands.importing.summary(first).offers}

    offers["Columns…"]()
    dialog = asked(reader)
    choose(boxes(dialog)["desk"], Role.SLUG)
    second = brought(reader, dialog.accept)

    assert asking is None
    assert (first.imported, second.imported, second.duplicates) == (3, 3, 0)
