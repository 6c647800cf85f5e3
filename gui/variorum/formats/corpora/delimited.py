"""Read CSV and TSV, the first line naming the columns, however many rows there are."""

import csv
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import BinaryIO

from variorum.errors import FormatError
from variorum.formats.corpora.delimited_sniff import Shape, likely_shape
from variorum.formats.corpora.lines import Lines, mended, open_lines
from variorum.formats.corpora.rows import LeftOut, LeftOutWhy, Row, Table

_LONGEST_CELL = 10_000_000
# The module knows one limit for the whole program; its own is 128 kB, which a book passes.
csv.field_size_limit(_LONGEST_CELL)


def open_table(file: BinaryIO, *, name: str) -> Table:
    """Return the table of a file; raise `FormatError` where its first line names no columns."""
    lines = open_lines(file)
    shape = likely_shape(mended(lines.head))
    recorded = _Recorded(lines, shape)
    for _ in range(shape.above):
        next(recorded)
    reader = csv.reader(recorded, delimiter=shape.delimiter)
    try:
        head: list[str] = next(reader, list[str]())
    except csv.Error as error:
        raise FormatError(f"The first line of {name} cannot be read as a table's.") from error
    recorded.take()
    columns = named_columns(head)
    return Table(
        rows=_rows(reader, recorded, columns, shape.delimiter),
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

    def __init__(self, lines: Lines, shape: Shape) -> None:
        self._lines = lines
        self._shape = shape
        self._coming: Iterator[str] = lines.each()
        self._taken: list[str] = []
        self.is_unclosed = False
        """Whether a record that was given was still asking for its quote when the file ended."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._coming, None)
        self.is_unclosed = line is None
        if line is None:
            raise StopIteration
        self._taken.append(line)
        return self._plain(line)

    def _plain(self, line: str) -> str:
        return self._shape.plain(mended(line))

    def take(self) -> bytes:
        """Return the bytes of the lines that were read since this was asked last."""
        taken = self._lines.received("".join(self._taken))
        self._taken.clear()
        return taken

    def taken(self) -> list[str]:
        """Return the lines of the record that the reader gave last."""
        return [self._plain(line) for line in self._taken]

    def put_back(self) -> None:
        """Give the lines below the record's first once more."""
        self.is_unclosed = False
        self._coming = chain(self._taken[1:], self._coming)
        self._taken.clear()


def _has_swallowed(record: Sequence[str], delimiter: str, width: int) -> bool:
    """Tell whether a broken quote took the rows below for its cell.

    Most lines below the first are then rows of their own, which those of prose are not.
    """
    if len(record) < 2 or width < 2 or _is_sound(record, delimiter):
        return False
    below = [line for line in record[1:] if line.strip()]
    alone = sum(
        _is_sound([line], delimiter) and len(next(csv.reader([line], delimiter=delimiter))) == width
        for line in below
    )
    return bool(below) and 2 * alone >= len(below)


def _is_sound(record: Sequence[str], delimiter: str) -> bool:
    """Tell whether the quotes of a record are as the rules of CSV have them."""
    try:
        return len(list(csv.reader(record, delimiter=delimiter, strict=True))) == 1
    except csv.Error:
        return False


def _rows(
    reader: Iterator[list[str]], recorded: _Recorded, columns: Sequence[str], delimiter: str
) -> Iterator[Row | LeftOut]:
    number = 0
    while True:
        try:
            values = next(reader, None)
            is_broken = recorded.is_unclosed
        except csv.Error:
            values, is_broken = [""], True
        if values is None:
            return
        if not values:
            recorded.take()
            continue
        number += 1
        if _has_swallowed(recorded.taken(), delimiter, len(columns)):
            recorded.put_back()
            yield LeftOut(number, LeftOutWhy.UNREADABLE)
            continue
        received = recorded.take()
        if is_broken:
            yield LeftOut(number, LeftOutWhy.UNREADABLE)
        else:
            yield Row(number, cells_of(columns, values), received)
