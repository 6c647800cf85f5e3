"""Read CSV and TSV, the first line naming the columns, however many rows there are."""

import csv
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from variorum.errors import FormatError
from variorum.formats.corpus_lines import Lines, mended, open_lines
from variorum.formats.delimited_sniff import likely_delimiter, names_separator
from variorum.formats.rows import LeftOut, LeftOutWhy, Row, Table

_LONGEST_CELL = 10_000_000
# The module knows one limit for the whole program; its own is 128 kB, which a book passes.
csv.field_size_limit(_LONGEST_CELL)


def open_table(file: BinaryIO, *, name: str) -> Table:
    """Return the table of a file; raise `FormatError` where its first line names no columns."""
    lines = open_lines(file)
    recorded = _Recorded(lines)
    if names_separator(lines.head.partition("\n")[0] + "\n"):
        next(recorded)
    reader = csv.reader(recorded, delimiter=likely_delimiter(lines.head))
    try:
        head: list[str] = next(reader, list[str]())
    except csv.Error as error:
        raise FormatError(f"The first line of {name} cannot be read as a table's.") from error
    recorded.take()
    columns = named_columns(head)
    return Table(
        rows=_rows(reader, recorded, columns),
        columns=columns,
        encoding=lines.encoding,
        problems=lines.problems,
    )


def named_columns(head: Sequence[str]) -> tuple[str, ...]:
    """Return the names of columns, each once; those without one are called by their number."""
    names: dict[str, None] = {}
    for number, given in enumerate(head, 1):
        plain = given.strip() or f"#{number}"
        name, again = plain, 2
        while name in names:
            name, again = f"{plain} ({again})", again + 1
        names[name] = None
    return tuple(names)


def cells_of(columns: Sequence[str], values: Sequence[str]) -> dict[str, str]:
    """Return a row's cells by column; cells that have no column are called by their number."""
    extra = [f"#{number}" for number in range(len(columns) + 1, len(values) + 1)]
    return dict(zip([*columns, *extra], values, strict=False))


class _Recorded:
    """Give lines to a reader, and remember which of them made the record it gave."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._coming = lines.each()
        self._taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._coming)
        self._taken.append(line)
        return mended(line)

    def take(self) -> bytes:
        """Return the bytes of the lines that were read since this was asked last."""
        taken = self._lines.received("".join(self._taken))
        self._taken.clear()
        return taken


def _rows(
    reader: Iterator[list[str]], recorded: _Recorded, columns: Sequence[str]
) -> Iterator[Row | LeftOut]:
    number = 0
    while True:
        try:
            values = next(reader, None)
        except csv.Error:
            number += 1
            recorded.take()
            yield LeftOut(number, LeftOutWhy.UNREADABLE)
            continue
        if values is None:
            return
        received = recorded.take()
        if values:
            number += 1
            yield Row(number, cells_of(columns, values), received)
