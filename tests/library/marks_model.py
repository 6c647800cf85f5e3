"""What the library should contain, as the machine of marks knows it, and the texts it works on.

Rows are known by their stable ids, since their numbers change when they come back.
"""

import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from variorum.annotations.carrying import carry
from variorum.annotations.values import Carried, CarriedStatus
from variorum.collation.collate import collate
from variorum.collation.values import Collation
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.text import Article, Span
from variorum.wire.reader import read

VERSIONS = (
    """PORT MERROW (Meridian) - The harbour board closed two ferry terminals on Monday.

“We have asked for rest, not riches,” Edda Moll told reporters.

About 12 ships lay at anchor off Saltholm, the Chamber of Trade said.

A nine-day stoppage in 2009 emptied the shelves of the outer islands. \N{GRINNING FACE}""",
    """PORT MERROW (MERIDIAN) - The harbour board has closed two ferry terminals on Monday.

"We have asked for rest, not riches," Edda Moll told reporters.

About 21 ships lay at anchor off Saltholm, the Chamber of Trade said.""",
    """PORT MERROW (Meridian) - A nine-day stoppage in 2009 emptied the shelves of the isles.

About 12 ships lay at anchor off Saltholm on Tuesday, the Chamber of Trade said.

The harbour board closed both ferry terminals on Monday.""",
)
ARTICLES: tuple[Article, ...] = tuple(read(text) for text in VERSIONS)


@cache
def images(start: int, goal: int, span: Span) -> Carried:
    """Return what becomes of a span from one version to another."""
    base, version = ARTICLES[start], ARTICLES[goal]
    return carry(_collation(start, goal), [span], base=base, version=version)[0]


@cache
def _collation(start: int, goal: int) -> Collation:
    return collate(ARTICLES[start], ARTICLES[goal])


@dataclass(frozen=True)
class Marked:
    """Hold a highlight as the model knows it."""

    article: int
    span: Span
    codes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Noted:
    """Hold a note: its words, and the highlight that it is on, if any."""

    text: str
    highlight: str | None = None


@dataclass(frozen=True)
class Came:
    """Hold what became of a highlight in a version."""

    highlight: str | None
    status: CarriedStatus
    reviewed: bool = False


@dataclass
class State:
    """Hold what the library should contain, by stable ids."""

    highlights: dict[str, Marked] = field(default_factory=dict[str, Marked])
    notes: dict[str, Noted] = field(default_factory=dict[str, Noted])
    codes: set[str] = field(default_factory=set[str])
    carried: dict[tuple[str, int], Came] = field(default_factory=dict[tuple[str, int], Came])

    def review(self, highlight: str) -> None:
        """Take a mark that was carried for reviewed: a person has been at it."""
        for key, came in self.carried.items():
            if came.highlight == highlight and not came.reviewed:
                self.carried[key] = Came(highlight, came.status, reviewed=True)

    def forget(self, highlight: str) -> None:
        """Drop a highlight, the notes on it, and what became of it."""
        self.review(highlight)
        del self.highlights[highlight]
        self.notes = {key: n for key, n in self.notes.items() if n.highlight != highlight}
        self.carried = {
            key: Came(None, came.status, came.reviewed) if came.highlight == highlight else came
            for key, came in self.carried.items()
            if key[0] != highlight
        }

    def recode(self, highlight: str, codes: Iterable[str]) -> None:
        """Give a highlight these codes."""
        mark = self.highlights[highlight]
        self.highlights[highlight] = Marked(mark.article, mark.span, frozenset(codes))

    def stretch(self, highlight: str, span: Span) -> None:
        """Let a highlight stand on another span."""
        mark = self.highlights[highlight]
        self.review(highlight)
        self.highlights[highlight] = Marked(mark.article, span, mark.codes)

    def drop_code(self, gone: str, instead: Iterable[str]) -> None:
        """Take a code out of the codebook; its highlights get others instead."""
        self.codes.remove(gone)
        for uuid, mark in list(self.highlights.items()):
            if gone in mark.codes:
                self.recode(uuid, (mark.codes - {gone}) | set(instead))

    def came_from(self, highlight: str) -> set[int]:
        """Return the versions from which a highlight was carried."""
        return {
            self.highlights[source].article
            for (source, _), came in self.carried.items()
            if came.highlight == highlight
        }

    def waiting(self) -> list[tuple[str, int]]:
        """Return what waits to be reviewed."""
        return sorted(
            key
            for key, came in self.carried.items()
            if not came.reviewed and came.status is not CarriedStatus.CARRIED
        )


def found(db: Db, articles: Sequence[int]) -> State:
    """Return what the library says, in the model's terms; its versions are these articles."""
    number = {row: place for place, row in enumerate(articles)}
    codes = dict(db.rows("SELECT id, uuid FROM codes"))
    coded: dict[int, set[str]] = {}
    for highlight, code in db.rows("SELECT highlight, code FROM highlight_codes"):
        coded.setdefault(highlight, set()).add(codes[code])
    rows = db.rows("SELECT id, uuid, article, span_start, span_end FROM highlights")
    names: Mapping[int, str] = {row[0]: row[1] for row in rows}
    return State(
        {
            uuid: Marked(number[article], Span(start, end), frozenset(coded.get(row, set())))
            for row, uuid, article, start, end in rows
        },
        {
            uuid: Noted(text, names.get(on))
            for uuid, text, on in db.rows("SELECT uuid, text, highlight FROM notes")
        },
        set(codes.values()),
        {
            (names[source], number[article]): Came(
                names.get(highlight), CarriedStatus(status), reviewed=reviewed is not None
            )
            for source, article, highlight, status, reviewed in db.rows(
                "SELECT source, article, highlight, status, reviewed FROM carryings"
            )
        },
    )


@dataclass
class Done:
    """Hold a command with the model before and after it."""

    command: Command
    before: State
    after: State


def copy_as_it_lies(path: Path, new: Path) -> None:
    """Copy the files of an open library, as a kill would leave them.

    Another process does it: closing a live file here would drop SQLite's locks.
    """
    copier = shutil.which("cp") or "cp"
    for end in ("", "-wal"):
        source = path.with_name(path.name + end)
        if source.exists():
            subprocess.run([copier, source, f"{new}{end}"], check=True)
