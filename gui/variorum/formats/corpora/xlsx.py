"""Read an Excel workbook as a corpus: the first sheet that has a line of names and rows below."""

# openpyxl's values are typed loosely; here they become words.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO

import openpyxl

from variorum.errors import FormatError
from variorum.formats.corpora.delimited import cells_of, named_columns
from variorum.formats.corpora.rows import Row, Table
from variorum.formats.documents.office_zip import opened

_HEAD = 20
"""Rows in which the names of the columns are looked for, below a title and notes."""
_MOST_COLUMNS = 1_000
_LINE_END = "_x000D_"


def open_table(file: BinaryIO, *, name: str) -> Table:
    """Return the table of a workbook; raise `FormatError` where no sheet holds one."""
    with opened(file, name=name):
        pass
    file.seek(0)
    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
        sheets = list(book.worksheets)
    except Exception as error:
        # Its reader raises whatever it stumbles over.
        raise _damaged(name) from error
    for sheet in sheets:
        rows = _values(sheet, name)
        head = _head(rows)
        if head is not None:
            return Table(_rows(rows, head), columns=head)
    raise FormatError(f"{name} holds no table.", hint="Its first row has to name the columns.")


def _values(sheet: Any, name: str) -> Iterator[list[str]]:
    # What a file says of its own size is often wrong.
    sheet.reset_dimensions()
    try:
        for row in sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS):
            values = [_cell(value) for value in row]
            while values and not values[-1]:
                values.pop()
            yield values
    except Exception as error:
        raise _damaged(name) from error


def _head(rows: Iterator[list[str]]) -> tuple[str, ...] | None:
    """Return the names of the columns: the first row of two cells or more, none of them long."""
    for values in islice(rows, _HEAD):
        if sum(map(bool, values)) >= 2:
            return named_columns(values)
    return None


def _rows(rows: Iterator[list[str]], columns: Sequence[str]) -> Iterator[Row]:
    number = 0
    for values in rows:
        if values:
            number += 1
            received = json.dumps(values, ensure_ascii=False).encode("utf-8", "replace")
            yield Row(number, cells_of(columns, values), received)


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case str():
            return value.replace(_LINE_END, "")
        case bool():
            return "true" if value else "false"
        case dt.datetime() if value.time() == dt.time():
            return value.date().isoformat()
        case dt.date() | dt.time():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)


def _damaged(name: str) -> FormatError:
    return FormatError(f"{name} is damaged.", hint="It may not have been saved whole.")
