"""What a corpus is to those who read it: a table, its rows, and what was asked of its columns."""

from collections import abc
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from variorum.errors import FormatError
from variorum.formats.corpora.mapping import Mapping
from variorum.text import Problem


class UnknownColumns(FormatError):
    """Say that nobody knows which column of a corpus holds its text."""


class LeftOutWhy(StrEnum):
    """Name why a row of a corpus gave no article."""

    NO_TEXT = "no_text"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Hold the number, from 1, of a row that gave no article."""

    row: int
    why: LeftOutWhy


@dataclass(frozen=True, slots=True)
class Row:
    """Hold a row: its number from 1, the head left out, its cells by column, its bytes."""

    number: int
    cells: abc.Mapping[str, str]
    received: bytes


@dataclass(frozen=True, slots=True)
class Table:
    """Hold a corpus that is being read; its rows can be gone through once."""

    rows: Iterable[Row | LeftOut]
    columns: tuple[str, ...] = ()
    """Empty where each row names its own, as in JSON Lines."""
    encoding: str = "utf-8"
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """Say how the columns of a corpus are to be read."""

    mapping: Mapping | None = None
    """None guesses."""
    certain_only: bool = False
    """Refuse a corpus whose columns can only be guessed, so that a person can be asked."""


GUESSED = Columns()


@dataclass(frozen=True, slots=True)
class Look:
    """Hold what a corpus looks like: its columns, its first rows, what they are taken for."""

    columns: tuple[str, ...]
    rows: tuple[abc.Mapping[str, str], ...]
    mapping: Mapping
    certain: bool
