"""Write the measures of many pairs, a row a pair: CSV for spreadsheets, or JSON Lines.

In both the columns are the same. The method and the program's version stand in each row, so
that rows from two tables are never compared without knowing it.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from variorum import __version__
from variorum.collation.measures import METHOD, Measures
from variorum.collation.values import Collation, VariantClass
from variorum.exchange.csv_tables import harmless

Value = str | int | float | bool | None
Row = Mapping[str, Value]

_COUNTED = ("same", "edited", "split", "merged", "cut", "added", "moved")
_SURVIVAL = "survival_by_fifth"
_DIGITS = 4


def _columns() -> tuple[str, ...]:
    measured: list[str] = []
    for each in fields(Measures):
        if each.name == _SURVIVAL:
            measured += [f"survival_{number}" for number in range(1, 6)]
        else:
            measured.append(each.name)
    changes = [
        "reading_ease_change",
        "sentence_length_change",
        *(f"sentences_{name}" for name in _COUNTED),
        *(f"variants_{kind}" for kind in VariantClass),
        "correction_not_carried",
        "furniture_cut",
    ]
    ends = ("elapsed_ms", "error", "method", "program")
    return ("base", "version", *measured, *changes, *ends)


COLUMNS = _columns()
"""The names of the columns, in order."""


def measures_row(
    measures: Measures, collation: Collation, *, base: str, version: str, elapsed_ms: float
) -> Row:
    """Return the row of a pair."""
    row: dict[str, Value] = {"base": base, "version": version}
    for each in fields(Measures):
        value = getattr(measures, each.name)
        if each.name == _SURVIVAL:
            row |= {f"survival_{n}": share for n, share in enumerate(value, 1)}
        else:
            row[each.name] = value
    summary = collation.summary
    row["reading_ease_change"] = _change(measures.reading_ease_base, measures.reading_ease_version)
    row["sentence_length_change"] = _change(
        measures.sentence_length_base, measures.sentence_length_version
    )
    row |= {f"sentences_{name}": getattr(summary, name) for name in _COUNTED}
    row |= {f"variants_{kind}": summary.by_class.get(kind, 0) for kind in VariantClass}
    row["correction_not_carried"] = summary.correction_not_carried
    row["furniture_cut"] = sum(summary.furniture_cut.values())
    row["elapsed_ms"] = elapsed_ms
    return _whole(row)


def failed_row(*, base: str | None, version: str | None, error: str) -> Row:
    """Return the row of a pair that could not be compared."""
    return _whole({"base": base, "version": version, "error": error})


def as_csv(rows: Iterable[Row]) -> Iterator[str]:
    """Return rows as CSV, line by line; nothing is given for what cannot be measured."""
    yield _line(COLUMNS)
    for row in rows:
        yield _line([_cell(row[name]) for name in COLUMNS])


def as_json_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Return rows as JSON Lines."""
    for row in rows:
        yield f"{json.dumps(row)}\n"


def _change(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else after - before


def _whole(row: Mapping[str, Value]) -> Row:
    known = {**row, "method": METHOD, "program": f"Variorum {__version__}"}
    return {name: _rounded(known.get(name)) for name in COLUMNS}


def _rounded(value: Value) -> Value:
    return round(value, _DIGITS) if isinstance(value, float) else value


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            # A number is written plainly; a minus before it is no formula.
            return f"{value:.{_DIGITS}f}"
        case int():
            return str(value)
        case str():
            return str(harmless(value))


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
