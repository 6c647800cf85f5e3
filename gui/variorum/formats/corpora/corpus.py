"""Read a corpus: a table of articles, a row each, however many there are.

Nothing here knows files: a format gives a `Table`, whose rows are read one after the other, and
this room turns each into an article, by a mapping that was given or guessed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain, islice

from variorum.errors import FormatError
from variorum.formats.corpora import mapping
from variorum.formats.corpora.corpus_rows import article_of, holds_text
from variorum.formats.corpora.guessing import guess
from variorum.formats.corpora.mapping import Role
from variorum.formats.corpora.rows import (
    GUESSED,
    Columns,
    LeftOut,
    LeftOutWhy,
    Look,
    Row,
    Table,
    UnknownColumns,
)
from variorum.formats.corpora.table import Format, OpenTable
from variorum.text import Imported

SAMPLE = 200
"""Rows by which columns are guessed."""
_MOST_LISTED = 30


@dataclass(frozen=True, slots=True)
class _Begun:
    """Hold a table whose first rows were looked at; `rows` gives them once more."""

    columns: tuple[str, ...]
    sample: tuple[Mapping[str, str], ...]
    rows: Iterator[Row | LeftOut]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Read a small corpus at once, as any other file is read."""

    format_name: str
    open_table: OpenTable

    def __call__(self, data: bytes, *, name: str, origin: str) -> list[Imported]:
        """Return the articles of all rows; raise `FormatError` where there are none."""
        table = self.open_table(BytesIO(data), name=name)
        rows = read(table, columns=GUESSED, name=name, origin=origin, format_name=self.format_name)
        articles = [row for row in rows if isinstance(row, Imported)]
        if not articles:
            raise FormatError(f"No row of {name} holds a text.", hint="Name its columns.")
        return articles


def corpus_format(
    name: str, sniff: Callable[[bytes], bool], open_table: OpenTable, *, is_binary: bool = False
) -> Format:
    """Return the row of the table of formats for a corpus."""
    return Format(name, sniff, Corpus(name, open_table), open_table, is_binary)


def look(table: Table) -> Look:
    """Return a table's columns, its first rows, and what its columns are taken for."""
    begun = _begin(table)
    guessed = guess(begun.columns, begun.sample)
    return Look(begun.columns, begun.sample, guessed.mapping, guessed.certain)


def read(
    table: Table, *, columns: Columns, name: str, origin: str, format_name: str, after: int = 0
) -> Iterator[Imported | LeftOut]:
    """Yield the articles of a table but for the first, as `after` says, and the rows that hold none.

    Raises `FormatError` before the first, where the column of the text is not known.
    """
    begun = _begin(table)
    chosen = _chosen(begun, columns, name)
    number = 0
    for row in begun.rows:
        if isinstance(row, LeftOut):
            yield row
            continue
        if number < after:
            number += holds_text(row, chosen)
            continue
        imported = article_of(
            row, mapping=chosen, origin=origin, index=number, format_name=format_name, table=table
        )
        if imported is None:
            yield LeftOut(row.number, LeftOutWhy.NO_TEXT)
        else:
            number += 1
            yield imported


def _begin(table: Table) -> _Begun:
    coming = iter(table.rows)
    first = list(islice(coming, SAMPLE))
    sample = tuple(row.cells for row in first if isinstance(row, Row))
    names = table.columns or tuple(dict.fromkeys(chain.from_iterable(sample)))
    return _Begun(names, sample, chain(first, coming))


def _chosen(begun: _Begun, columns: Columns, name: str) -> mapping.Mapping:
    if columns.mapping is not None:
        _refuse_missing(columns.mapping, begun.columns, name)
        return columns.mapping
    guessed = guess(begun.columns, begun.sample)
    if guessed.mapping.column(Role.TEXT) is None:
        raise UnknownColumns(
            f"{name} is a table, and none of its columns is plainly the text.",
            hint=f"Name the columns. There are: {_listed(begun.columns)}.",
        )
    if columns.certain_only and not guessed.certain:
        raise UnknownColumns(
            f"It is not certain what the columns of {name} hold.", hint="Name the columns."
        )
    return guessed.mapping


def _refuse_missing(given: mapping.Mapping, columns: Sequence[str], name: str) -> None:
    missing = [column for _, column in given.columns if column not in columns]
    if missing:
        raise UnknownColumns(
            f"{name} has no column “{missing[0]}”.", hint=f"There are: {_listed(columns)}."
        )


def _listed(columns: Sequence[str]) -> str:
    shown = [column or "(without a name)" for column in columns[:_MOST_LISTED]]
    return ", ".join(shown) + (" …" if len(columns) > _MOST_LISTED else "")
