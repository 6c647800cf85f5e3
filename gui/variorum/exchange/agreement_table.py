"""Write figures of agreement, a row a scope: CSV for spreadsheets, objects for scripts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from variorum.agreement.measuring import Measured
from variorum.agreement.reliability import reliability
from variorum.agreement.values import Figures
from variorum.exchange.csv_tables import csv_line
from variorum.ids import AnnotatorId, ArticleId, CodeId

_DIGITS = 4
_FIGURES = tuple(each.name for each in fields(Figures))
COLUMNS = ("code", "annotators", "article", *_FIGURES, "reliability")
"""The names of the columns, in order; `reliability` is what `alpha` allows one to conclude."""


@dataclass(frozen=True, slots=True)
class Names:
    """Say what annotators, codes and articles are called."""

    annotators: Mapping[AnnotatorId, str]
    codes: Mapping[CodeId, str]
    articles: Mapping[ArticleId, str]


def agreement_shape(measured: Measured, names: Names) -> dict[str, object]:
    """Return the object of a row; what is null is not told apart, or not defined."""
    scope = measured.scope
    return {
        "code": None if scope.code is None else names.codes[scope.code],
        "annotators": [names.annotators[each] for each in scope.annotators],
        "article": scope.article,
        **{name: _rounded(getattr(measured.figures, name)) for name in _FIGURES},
        "reliability": reliability(measured.figures.alpha).value,
    }


def _rounded(value: float | None) -> float | None:
    return round(value, _DIGITS) if isinstance(value, float) else value


def agreement_table(rows: Iterable[Measured], names: Names, *, raw: bool = False) -> Iterator[str]:
    """Return a CSV table, line by line; an empty cell is not told apart, or not defined."""
    yield csv_line(COLUMNS)
    for row in rows:
        shape = agreement_shape(row, names)
        article = row.scope.article
        cells = {
            **shape,
            "annotators": " | ".join(names.annotators[each] for each in row.scope.annotators),
            "article": "" if article is None else names.articles[article],
        }
        yield csv_line(["" if cells[name] is None else cells[name] for name in COLUMNS], raw=raw)
