"""Guess which column of a corpus holds what: by its name in many languages, and by its cells.

A name alone is not believed: a column called *date* whose cells are no dates is none. A guess
is *certain* where the text has a telling name and cells like a text's, and nothing is left that
looks like a headline or a date.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import fmean

from variorum.assets import lexicon
from variorum.formats.corpora import mapping
from variorum.formats.corpora.column_dates import needs_order, order_of, read_date
from variorum.formats.corpora.mapping import DateOrder, Role

LEAST_TEXT = 200
"""Code points, on average, of a column that is taken for the text without a telling name."""
_LEAST_NAMED_TEXT = 40
_LEAST_WORDS = 25
_FEWEST_CELLS = 2
"""One cell alone shows nothing of its column."""
_LONGER = 3
"""How much longer another column is that is the text more likely than the one of the best name."""
_MOST = 0.8
_HALF = 0.5
"""Share of cells by which a plainly named column is believed, though the rest of them deny it."""
_FEWEST_LETTERS = 4
_UNSPACED = "\u0e00"
"""The first of the scripts that put no space between words."""
_LINE = (15, 200)
"""Shortest and longest average of a column of headlines, in code points."""
_SEPARATORS = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}")
_VALUE = re.compile(r"[\W_]*(?:rendered|t|text|value|main|original|name|content|default)")
"""What a last part of a path is called that only says: the value itself."""
_RANK_LIKELY, _RANK_TAIL, _RANK_PART, _NO_NAME = 30, 50, 70, 99


@dataclass(frozen=True, slots=True)
class Guess:
    """Hold a guessed mapping; `certain` where a reader need not be asked."""

    mapping: mapping.Mapping
    certain: bool


@dataclass(frozen=True, slots=True)
class _Names:
    sure: Mapping[str, int]
    likely: Mapping[str, int]


def _load() -> tuple[dict[Role, _Names], dict[str, str], tuple[str, ...]]:
    table = lexicon("columns.toml")
    names = {
        role: _Names(
            {plain_name(name): place for place, name in enumerate(table[role]["sure"])},
            {plain_name(name): place for place, name in enumerate(table[role]["likely"])},
        )
        for role in Role
    }
    languages = {
        plain_name(word): code for code, words in table["languages"].items() for word in words
    }
    return names, languages, tuple(table["late"]["stems"])


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """Return a column's name without case, accents and separators: `date published`."""
    split = _CAMEL.sub(" ", name)
    bare = unicodedata.normalize("NFKD", split)
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    return _SEPARATORS.sub(" ", bare.casefold()).strip()


_NAMES, _LANGUAGES, _LATE = _load()


def named_roles(columns: Sequence[str]) -> set[Role]:
    """Return the roles that some columns' names tell beyond doubt."""
    return {role for role in Role for name in columns if _rank(name, role) < _RANK_LIKELY}


def language_of_cell(cell: str) -> str | None:
    """Return the language that a cell names, as BCP 47."""
    cell = cell.strip()
    if code := _LANGUAGES.get(plain_name(cell)):
        return code
    if not _LANGUAGE.fullmatch(cell):
        return None
    parts = cell.replace("_", "-").split("-")
    return "-".join([parts[0].lower(), *(p.upper() if len(p) == 2 else p for p in parts[1:])])


@lru_cache(maxsize=16_384)
def _rank(column: str, role: Role) -> int:
    """Return how well a name says the role, 0 best; `_NO_NAME` where it does not."""
    names = _NAMES[role]
    path, _, tail = column.rpartition(".")
    if path and _VALUE.fullmatch(tail.casefold()):
        return min(_rank(path, role) + 1, _NO_NAME)
    whole = plain_name(column)
    if whole in names.sure:
        return min(names.sure[whole], _RANK_LIKELY - 1)
    if whole in names.likely:
        return _RANK_LIKELY + min(names.likely[whole], _RANK_TAIL - _RANK_LIKELY - 1)
    if path and plain_name(tail) in names.sure:
        return _RANK_TAIL
    words = whole.split()
    if any(" ".join(words[n:]) in names.sure for n in range(1, len(words))):
        return _RANK_PART
    return _NO_NAME


class _Column:
    """Look at a column's cells once."""

    def __init__(self, name: str, cells: Sequence[str]) -> None:
        self.name = name
        self.cells = [cell for cell in cells if cell.strip()]
        self.length = fmean(map(len, self.cells)) if self.cells else 0.0
        self.words = fmean(len(c.split()) for c in self.cells) if self.cells else 0.0
        proven = order_of(self.cells)
        self.order = proven
        self.undecided = proven is None and needs_order(self.cells)

    def share(self, test: Callable[[str], object]) -> float:
        """Return the share of the column's cells that pass a test."""
        return sum(1 for cell in self.cells if test(cell)) / len(self.cells) if self.cells else 0.0

    def is_unique(self) -> bool:
        """Tell whether no cell stands in the column twice."""
        return len(set(self.cells)) == len(self.cells)

    def holds_dates(self, share: float = _MOST) -> bool:
        """Tell whether so many of the cells are dates, whatever stands first in them."""
        order = self.order or DateOrder.DAY_FIRST
        return self.share(lambda cell: read_date(cell, order)) >= share or (
            self.undecided
            and self.share(lambda cell: read_date(cell, DateOrder.MONTH_FIRST)) >= share
        )

    def looks_like_text(self) -> bool:
        """Tell whether the cells are long enough for articles, in any script."""
        spaced = self.words >= _LEAST_WORDS or self.length >= _LEAST_WORDS * self.words
        told = len(self.cells) >= _FEWEST_CELLS and not self.holds(Role.ADDRESS)
        return self.length >= LEAST_TEXT and spaced and told

    def has_words(self) -> bool:
        """Tell whether at least half of the cells are words in a row, however few."""
        return not self.holds(Role.ADDRESS) and self.share(_is_worded) >= _HALF

    def looks_like_headlines(self) -> bool:
        """Tell whether the cells are lines of some words, most of them different."""
        fits = _LINE[0] <= self.length <= _LINE[1] and self.words >= 3
        return fits and len(set(self.cells)) >= _MOST * len(self.cells)

    def holds(self, role: Role) -> bool:
        """Tell whether the cells can be what a name says they are."""
        if not self.cells:
            return False
        match role:
            case Role.TEXT:
                return self.length >= _LEAST_NAMED_TEXT
            case Role.DATE:
                return self.holds_dates()
            case Role.ADDRESS:
                return self.share(_ADDRESS.match) >= _MOST
            case Role.LANGUAGE:
                return self.share(language_of_cell) >= _MOST
            case Role.GUID:
                return self.is_unique() and self.length <= _LINE[1]
            case Role.HEADLINE:
                return self.share(_ADDRESS.match) < _MOST and not self.holds_dates()
            case _:
                return self.length <= _LINE[1] and self.share(_ADDRESS.match) < _MOST


def guess(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> Guess:
    """Return what the columns hold, judged by their names and by some rows.

    The mapping has no text where no column can be it.
    """
    left = {name: _Column(name, [row.get(name, "") for row in rows]) for name in columns}
    found: dict[Role, str] = {}
    chosen_text = _text(list(left.values())) or _short_text(list(left.values()), len(rows))
    if chosen_text is not None:
        found[Role.TEXT] = chosen_text.name
        del left[chosen_text.name]
    for role in (role for role in Role if role is not Role.TEXT):
        chosen = _best(role, list(left.values()))
        if chosen is None and role is Role.DATE:
            chosen = _spoilt_dates(list(left.values()))
        if chosen is not None:
            found[role] = chosen.name
            del left[chosen.name]
    guessed = [role for role in (Role.HEADLINE, Role.DATE) if _by_cells(role, left, found)]
    date = found.get(Role.DATE)
    seen = _Column(date, [row.get(date, "") for row in rows]) if date else None
    certain = (
        chosen_text is not None
        and _is_sure(chosen_text, left)
        and not guessed
        and not (seen and seen.undecided)
    )
    return Guess(mapping.mapping_of(found.items(), order=seen.order if seen else None), certain)


def guess_by_names(cells: Mapping[str, str]) -> dict[Role, str]:
    """Return the values whose names say their role, and which can be that; no text among them."""
    left = {name: _Column(name, [value]) for name, value in cells.items()}
    found: dict[Role, str] = {}
    for role in (role for role in Role if role is not Role.TEXT):
        chosen = _best(role, list(left.values()))
        if chosen is not None:
            found[role] = cells[chosen.name].strip()
            del left[chosen.name]
    return found


def _best(role: Role, left: Sequence[_Column]) -> _Column | None:
    """Return the column whose name says the role best, and whose cells do not deny it."""
    ranked = [(_rank(column.name, role), column) for column in left]
    fitting = [(rank, column) for rank, column in ranked if rank < _NO_NAME and column.holds(role)]
    return min(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _text(left: Sequence[_Column]) -> _Column | None:
    """Return the column of the text: by name, unless a longer one has a name for it as well."""
    named = _best(Role.TEXT, left)
    longest = max((c for c in left if c.looks_like_text()), key=lambda c: c.length, default=None)
    if named is None or longest is None:
        return named or longest
    may_be = _rank(longest.name, Role.TEXT) < _NO_NAME or named.length < LEAST_TEXT
    return longest if may_be and longest.length > _LONGER * named.length else named


def _short_text(left: Sequence[_Column], rows: int) -> _Column | None:
    """Return the column plainly called the text whose cells are only short.

    A single article has to have a headline's column beside it: any object may have a text.
    """
    if rows == 1 and Role.HEADLINE not in named_roles([column.name for column in left]):
        return None
    plain = _plainly(Role.TEXT, left)
    return next((column for column in plain if rows == 1 or column.has_words()), None)


def _spoilt_dates(left: Sequence[_Column]) -> _Column | None:
    """Return the column plainly called the date of which some cells are none."""
    return next((each for each in _plainly(Role.DATE, left) if each.holds_dates(_HALF)), None)


def _plainly(role: Role, left: Sequence[_Column]) -> list[_Column]:
    """Return the columns whose names say a role beyond doubt, the most telling first."""
    ranked = [(_rank(column.name, role), column) for column in left if column.cells]
    sure = [(rank, column) for rank, column in ranked if rank < _RANK_LIKELY]
    return [column for _, column in sorted(sure, key=lambda pair: pair[0])]


def _is_worded(cell: str) -> bool:
    """Tell whether a cell holds words in a row, in any script."""
    letters = sum(map(str.isalpha, cell))
    return letters >= _FEWEST_LETTERS and (len(cell.split()) > 1 or max(cell) >= _UNSPACED)


def _by_cells(role: Role, left: dict[str, _Column], found: dict[Role, str]) -> bool:
    """Give a role without a named column to the first whose cells are like it, and tell so."""
    if role in found:
        return _rank(found[role], role) >= _RANK_PART
    for column in sorted(left.values(), key=lambda column: _is_late(column.name)):
        if not column.cells or _named_otherwise(column.name):
            continue
        fits = column.holds_dates() if role is Role.DATE else column.looks_like_headlines()
        if fits and not (role is Role.DATE and column.share(str.isdecimal) >= _MOST):
            found[role] = column.name
            del left[column.name]
            return True
    return False


def _is_late(name: str) -> bool:
    """Tell a column of when a row was fetched or changed, which is no date of publication."""
    return any(word.startswith(_LATE) for word in plain_name(name).split())


def _named_otherwise(name: str) -> bool:
    return any(_rank(name, role) < _RANK_TAIL for role in Role)


def _is_sure(text: _Column, left: Mapping[str, _Column]) -> bool:
    """Tell whether the text's column is beyond doubt."""
    if _rank(text.name, Role.TEXT) >= _RANK_LIKELY:
        return False
    return not any(
        column.length > text.length and column.looks_like_text() for column in left.values()
    )
