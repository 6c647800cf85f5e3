"""Recognise CSV and TSV by their shape: a line of names, then rows of as many cells.

Wire copy has commas too, and its tables have tabs; they stay plain text. A table is a corpus
only where a column is named as corpora name theirs, or holds whole paragraphs.
"""

import csv
import re
from collections.abc import Iterable, Sequence
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


def is_table(head: bytes) -> bool:
    """Tell whether a file's first bytes are those of a table of articles."""
    return delimiter_of(mended(decode(whole_lines(head, longest=_SAMPLE)).text)) is not None


def delimiter_of(head: str) -> str | None:
    """Return what stands between the cells of a table; None where a text is no table."""
    head = _below_separator(head)
    found = [(weight, mark) for mark in _DELIMITERS if (weight := _weight(head, mark))]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def has_columns(head: bytes, columns: Iterable[str]) -> bool:
    """Tell whether a file's first line names all of some columns, as a table's does."""
    text = mended(decode(whole_lines(head, longest=_SAMPLE)).text)
    names = {name.strip() for name in _first_record(text, likely_delimiter(text))}
    return len(names) > 1 and names.issuperset(columns)


def likely_delimiter(head: str) -> str:
    """Return what stands between the cells of a table, or would if a text were one."""
    widths = {mark: len(_first_record(head, mark)) for mark in _DELIMITERS}
    return delimiter_of(head) or max(widths, key=lambda mark: widths[mark])


def names_separator(line: str) -> bool:
    """Tell whether a line only says, as spreadsheets write it, what stands between the cells."""
    return _SEPARATOR.fullmatch(line) is not None


def _below_separator(head: str) -> str:
    found = _SEPARATOR.match(head)
    return head[found.end() :] if found else head


def _first_record(head: str, delimiter: str) -> list[str]:
    head = _below_separator(head)
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
