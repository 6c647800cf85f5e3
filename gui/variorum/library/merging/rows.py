"""Rows on their way from one library to another: read, translated, counted, written.

Rows are copied column by column, as the schema of today has them, so that a column that a
later schema adds travels along.
"""

import json
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from variorum.library.connection import Db
from variorum.library.merging.values import (
    Clash,
    MergeKind,
    MergeReport,
    SameName,
    Tally,
)
from variorum.library.moments import now

Row = dict[str, Any]

_NAMESPACE = uuid.UUID("8c2f5d5e-6a0b-5d1c-9a55-0f6f3a1e7b42")
"""Ours, for names that are made from what they name (RFC 9562, version 5)."""
_BATCH = 400


def derived(*parts: object) -> str:
    """Return the stable id of what is told by these parts, the same in every library."""
    return str(uuid.uuid5(_NAMESPACE, json.dumps(parts)))


def without_id(row: Row) -> Row:
    """Return a row without the number that it had."""
    return {column: value for column, value in row.items() if column != "id"}


def columns(db: Db, table: str) -> list[str]:
    """Return the columns of a table."""
    return [row[1] for row in db.rows(f"PRAGMA table_info({table})")]


def rows(db: Db, table: str, rest: str = "", parameters: Sequence[Any] = ()) -> list[Row]:
    """Return rows of a table by their columns."""
    names = columns(db, table)
    found = db.rows(f"SELECT {', '.join(names)} FROM {table} {rest}", parameters)
    return [dict(zip(names, row, strict=True)) for row in found]


def rows_of(db: Db, table: str, column: str, ids: Sequence[int]) -> Iterator[Row]:
    """Yield the rows that a column links to some ids, some at a time."""
    for first in range(0, len(ids), _BATCH):
        some = json.dumps(ids[first : first + _BATCH])
        yield from rows(db, table, f"WHERE {column} IN (SELECT value FROM json_each(?))", (some,))


def insert(db: Db, table: str, row: Mapping[str, Any]) -> int:
    """Write a row; return its number."""
    names = ", ".join(row)
    places = ", ".join("?" * len(row))
    return db.write(f"INSERT INTO {table} ({names}) VALUES ({places})", list(row.values()))


def by_stable_id(db: Db, table: str) -> dict[str, int]:
    """Return the numbers of a table's rows by their stable ids."""
    return dict(db.rows(f"SELECT uuid, id FROM {table}"))


class Ledger:
    """Count what is merged, and keep what the two libraries say otherwise."""

    def __init__(self, db: Db, library: str) -> None:
        self._db = db
        self._library = library
        self._counts: defaultdict[MergeKind, Counter[str]] = defaultdict(Counter)
        self._clashes: list[Clash] = []
        self._names: list[SameName] = []

    def new(self, kind: MergeKind) -> None:
        """Count what comes."""
        self._counts[kind]["new"] += 1

    def equal(self, kind: MergeKind) -> None:
        """Count what is here already."""
        self._counts[kind]["equal"] += 1

    def joined(self, kind: MergeKind) -> None:
        """Count what is here and gets something more."""
        self._counts[kind]["joined"] += 1

    def left(self, kind: MergeKind) -> None:
        """Count what stays out."""
        self._counts[kind]["left"] += 1

    def same_name(self, name: SameName) -> None:
        """Keep the name of somebody who may be two people."""
        self._names.append(name)

    def clash(
        self,
        kind: MergeKind,
        clash: Clash,
        *,
        article: int | None = None,
        set_aside: tuple[object, object] | None = None,
    ) -> None:
        """Count what is said otherwise; what does not come into the library is set aside."""
        self._counts[kind]["conflicts"] += 1
        self._clashes.append(clash)
        if set_aside is not None:
            here, there = (json.dumps(one, ensure_ascii=False) for one in set_aside)
            self._db.write(
                "INSERT INTO set_aside (uuid, library, kind, article, here, there, made)"
                " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (
                    derived(self._library, clash.kind, clash.about, here, there),
                    self._library,
                    clash.kind,
                    article,
                    here,
                    there,
                    now(),
                ),
            )

    def report(self) -> MergeReport:
        """Return what was counted."""
        return MergeReport(
            {kind: Tally(**self._counts[kind]) for kind in MergeKind if kind in self._counts},
            tuple(self._clashes),
            tuple(self._names),
        )


class Numbers:
    """Translate the numbers of the other library's rows into those that they have here."""

    def __init__(self) -> None:
        self.annotators: dict[int, int] = {}
        self.articles: dict[int, int] = {}
        self.stories: dict[int, int] = {}
        self.codes: dict[int, int] = {}
        self.highlights: dict[int, int] = {}

    def codes_of(self, there: Iterable[int]) -> set[int]:
        """Return codes as they are numbered here."""
        return {self.codes[code] for code in there if code in self.codes}
