"""Marks as an Excel workbook: highlights, notes and codes, a sheet each.

Every cell that holds words is a string, whatever it begins with; a word that a spreadsheet
would take for a formula once the sheet is saved as CSV gets an apostrophe all the same.
"""

import re
from collections.abc import Iterable
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from variorum.annotations.mark_set import MarkSet
from variorum.exchange.csv_tables import harmless
from variorum.exchange.mark_rows import (
    CODE_COLUMNS,
    HIGHLIGHT_COLUMNS,
    NOTE_COLUMNS,
    Cells,
    code_rows,
    highlight_rows,
    note_rows,
)
from variorum.exchange.refi import xml_words

LONGEST_CELL = 32_767
"""UTF-16 units that Excel lets a cell hold."""
_CUT = " […]"
_ESCAPE = re.compile(r"_x(?=[0-9A-Fa-f]{4}_)")


def write_workbook(out: BinaryIO, marks: MarkSet, *, raw: bool = False) -> None:
    """Write a workbook; raw, nothing that could be a formula gets an apostrophe."""
    book = Workbook(write_only=True)
    for title, columns, rows in (
        ("highlights", HIGHLIGHT_COLUMNS, highlight_rows(marks)),
        ("notes", NOTE_COLUMNS, note_rows(marks)),
        ("codes", CODE_COLUMNS, code_rows(marks)),
    ):
        _write(book.create_sheet(title), columns, rows, raw=raw)
    book.save(out)


def _write(sheet: Any, columns: Cells, rows: Iterable[Cells], *, raw: bool) -> None:
    sheet.freeze_panes = "A2"
    sheet.append(columns)
    for row in rows:
        sheet.append([_cell(sheet, value, raw=raw) for value in row])


def _cell(sheet: Any, value: str | int | None, *, raw: bool) -> Any:
    if not isinstance(value, str):
        return value
    words = value if raw else str(harmless(value))
    cell = WriteOnlyCell(sheet, value=_fitted(xml_words(words)))
    # Without it openpyxl makes a formula of what begins with a sign of equality.
    cell.data_type = "s"
    return cell


def _fitted(words: str) -> str:
    """Return words as a cell can hold them: Excel reads `_x000D_` as a character's number."""
    escaped = _ESCAPE.sub("_x005F_x", words).replace("\r", "_x000D_")
    if len(escaped.encode("utf-16-le")) <= 2 * LONGEST_CELL:
        return escaped
    room = 2 * (LONGEST_CELL - len(_CUT))
    return escaped.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + _CUT
