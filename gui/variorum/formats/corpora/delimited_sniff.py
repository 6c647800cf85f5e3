"""Recognise CSV and TSV by their shape: a line of names, then rows of as many cells.

Wire copy has commas too, and its tables have tabs; they stay plain text. A table is a corpus
only where a column is named as corpora name theirs, or holds whole paragraphs. Some programs write
a few lines above it, which say what it is, or a backslash before a quotation mark in a cell.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from statistics import fmean

from variorum.formats.corpora.guessing import named_roles
from variorum.formats.corpora.lines import mended, whole_lines
from variorum.formats.corpora.mapping import Role
from variorum.formats.encodings import decode

_DELIMITERS = "\t,;|"
_RECORDS = 60
_SAMPLE = 65_536
_LONGEST_NAME = 60
_MOST_WORDS = 4
_CONSISTENT = 0.9
_FEWEST_NAMED = 2
"""Columns named beyond doubt that make a table without a named text a corpus."""
_PARAGRAPH = 120
"""Code points, on average, of a column that makes a table without known names a corpus."""
_SEPARATOR = re.compile(r'\ufeff?"?sep=[^\r\n]"?(?:\r\n?|\n)', re.IGNORECASE)
_NAME = re.compile(r"[\w #%./()&:-]*")
_MOST_ABOVE = 8
"""Lines above a table, the one that only names its separator among them."""
_LONGEST_ABOVE = 200
_BACKSLASHED = re.compile(r'(?<!\\)\\"(?!["\t,;|\r\n]|$)')
"""A quotation mark within a cell, as programs write it that do not double it."""
_ESCAPED = re.compile(r'\\(["\\])')


@dataclass(frozen=True, slots=True)
class Shape:
    """Hold how a table is written."""

    delimiter: str
    above: int = 0
    """Lines above the one that names the columns."""
    is_backslashed: bool = False

    def plain(self, text: str) -> str:
        """Return some of a file with the quotation marks in its cells as the rules of CSV have them."""
        return _ESCAPED.sub(_doubled, text) if self.is_backslashed else text


def is_table(head: bytes) -> bool:
    """Tell whether a file's first bytes are those of a table of articles."""
    return shape_of(mended(decode(whole_lines(head, longest=_SAMPLE)).text)) is not None


def shape_of(head: str) -> Shape | None:
    """Return how a table is written; None where a text is no table."""
    is_backslashed = _BACKSLASHED.search(head) is not None
    start = above = 0
    if named := _SEPARATOR.match(head):
        start, above = named.end(), 1
    delimiter = _delimiter_of(head[start:], is_backslashed=is_backslashed)
    while delimiter is None and above < _MOST_ABOVE:
        end = head.find("\n", start) + 1
        if not end or end - start > _LONGEST_ABOVE:
            return None
        start, above = end, above + 1
        delimiter = _delimiter_of(head[start:], is_backslashed=is_backslashed, is_below=True)
    return None if delimiter is None else Shape(delimiter, above, is_backslashed)


def likely_shape(head: str) -> Shape:
    """Return how a table is written, or would be if a text were one."""
    found = shape_of(head)
    if found is not None:
        return found
    named = _SEPARATOR.match(head)
    below = head[named.end() :] if named else head
    widths = {mark: len(_first_record(below, mark)) for mark in _DELIMITERS}
    return Shape(max(widths, key=lambda mark: widths[mark]), above=1 if named else 0)


def has_columns(head: bytes, columns: Iterable[str]) -> bool:
    """Tell whether a file's first line names all of some columns, as a table's does."""
    text = mended(decode(whole_lines(head, longest=_SAMPLE)).text)
    shape = likely_shape(text)
    below = "".join(text.splitlines(keepends=True)[shape.above :])
    names = {name.strip() for name in _first_record(below, shape.delimiter)}
    return len(names) > 1 and names.issuperset(columns)


def _doubled(found: re.Match[str]) -> str:
    return '""' if found[1] == '"' else found[1]


def _delimiter_of(head: str, *, is_backslashed: bool, is_below: bool = False) -> str | None:
    """Return what stands between the cells of a table; below other lines its columns must say it."""
    if is_backslashed:
        head = _ESCAPED.sub(_doubled, head)
    found = [(weight, mark) for mark in _DELIMITERS if (weight := _weight(head, mark))]
    if not found:
        return None
    delimiter = max(found, key=lambda pair: pair[0])[1]
    if is_below:
        roles = named_roles(_first_record(head, delimiter))
        return delimiter if Role.TEXT in roles and len(roles) >= _FEWEST_NAMED else None
    return delimiter


def _first_record(head: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(StringIO(head, newline=""), delimiter=delimiter))
    except (csv.Error, StopIteration):
        return []


def _weight(head: str, delimiter: str) -> float:
    """Return how surely a text is a table with this delimiter; 0 where it is none."""
    first = head.partition("\n")[0].partition("\r")[0]
    if delimiter not in first or len(first) > _LONGEST_NAME * 100:
        return 0.0
    records = _records(head, delimiter)
    if len(records) < 2:
        return 0.0
    names, rows = records[0], records[1:]
    roles = named_roles(names)
    known = len(roles) if Role.TEXT in roles or len(roles) >= _FEWEST_NAMED else 0
    if len(names) < 2 or not _are_names(names, known):
        return 0.0
    same = sum(len(row) == len(names) for row in rows) / len(rows)
    if same < _CONSISTENT and not (Role.TEXT in roles and 2 * known >= len(names) >= _FEWEST_NAMED):
        # A first line that names the columns of a corpus is no prose, however its rows came out.
        return 0.0
    return 1 + 2 * known + same if known or _has_paragraphs(names, rows) else 0.0


def _records(head: str, delimiter: str) -> list[list[str]]:
    """Return the first records, without the last where the sample may have cut it."""
    try:
        # A cell may hold line ends, so the text goes in as one stream.
        lines = StringIO(head, newline="")
        read = [r for r in islice(csv.reader(lines, delimiter=delimiter), _RECORDS) if r]
    except csv.Error:
        return []
    is_cut = len(read) > 2 and len(read[-1]) != len(read[0]) and len(head) > _SAMPLE // 4
    return read[:-1] if is_cut else read


def _are_names(names: Sequence[str], known: int) -> bool:
    """Tell whether the cells of a first line name columns."""
    named = [name.strip() for name in names if name.strip()]
    return (
        len(named) >= len(names) - 1
        and len(set(named)) == len(named)
        and all(
            len(name) <= _LONGEST_NAME
            and len(name.split()) <= _MOST_WORDS
            and name[-1] not in ".!?"
            and (_NAME.fullmatch(name) is not None)
            for name in named
        )
        and (known > 0 or not any(name.isdecimal() for name in named))
    )


def _has_paragraphs(names: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    columns = range(len(names))
    cells = ([row[n] for row in rows if n < len(row)] for n in columns)
    return any(column and fmean(map(len, column)) >= _PARAGRAPH for column in cells)
