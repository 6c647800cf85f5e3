"""Back a library up on four hundred simulated days, and open everything that was kept.

    python tests/crash/year_of_backups.py --days 400

Each day the library changes and is backed up a few times. At the end the kept files must be
those that the rule keeps, each must be sound, and each must hold exactly what the library
held when it was made; restored, the library is as it was then.
"""

import argparse
import datetime as dt
import random
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from variorum.library import articles
from variorum.library.commands import Command
from variorum.library.connection import Db, connect_reading
from variorum.library.library import Library
from variorum.library.safety import backups
from variorum.library.safety.backups import Why
from variorum.library.safety.proofs import findings
from variorum.library.safety.restoring import restore
from variorum.library.safety.thinning import kept
from variorum.text import Article, Imported, Passage, PassageKind, Span

BEGIN = dt.datetime(2037, 6, 1, 8, tzinfo=dt.UTC)
"""The year 2038 is among the days."""


@dataclass
class Figures:
    """Count what was made and kept."""

    made: int = 0
    kept: int = 0
    restored: int = 0
    wrong: list[str] = field(default_factory=list[str])

    def __str__(self) -> str:
        return (
            f"backups made {self.made}, kept {self.kept}, each opened, proved and restored"
            f" {self.restored}, wrong {len(self.wrong)}"
        )


def hashes(db: Db) -> list[tuple[object, ...]]:
    """Return what a library holds, by the hashes of its texts."""
    return db.rows("SELECT id, text_sha256 FROM articles ORDER BY id")


def change(library: Library, number: int) -> None:
    """Bring an article in."""
    text = f"On day {number} the ferry was late again."
    whole = Span(0, len(text))
    read = Article(text, (Passage(PassageKind.PARAGRAPH, whole, whole),))
    imported = Imported(read, f"day {number}", text.encode(), "utf-8", "plain")
    library.run(
        Command.IMPORT,
        lambda db: articles.add_article(db, imported, import_id=articles.begin_import(db)),
    )


def run(days: int, *, folder: Path, seed: int) -> Figures:
    """Simulate the days; open and restore what is left of them."""
    figures, chance = Figures(), random.Random(seed)
    path, store = folder / "desk.variorum", folder / "kept"
    held: dict[dt.datetime, list[tuple[object, ...]]] = {}
    expected: set[dt.datetime] = set()
    with Library.open(path, create=True) as library:
        for day in range(days):
            change(library, day)
            for number in range(chance.randint(1, 3)):
                now = BEGIN + dt.timedelta(days=day, minutes=30 * number)
                backups.make(library.backup_to, of=path, folder=store, why=Why.CHANGED, now=now)
                held[now] = hashes(library.reader)
                expected = kept(expected | {now})
                figures.made += 1
    there = backups.backups(store)
    figures.kept = len(there)
    if {one.made for one in there} != expected:
        figures.wrong.append("the kept files are not those of the rule")
    for one in there:
        with closing(connect_reading(one.path, frozen=True)) as db:
            if findings(db) or hashes(db) != held[one.made]:
                figures.wrong.append(one.path.name)
        restore(path, one.path, folder=folder / "before", now=dt.datetime.now(dt.UTC))
        with Library.open(path) as library:
            figures.restored += hashes(library.reader) == held[one.made]
    return figures


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--days", type=int, default=400)
    parser.add_argument("--seed", type=int, default=random.randrange(2**31))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = run(given.days, folder=Path(folder), seed=given.seed)
    print(f"{figures} (seed {given.seed})")  # noqa: T201 - a script prints
    for line in figures.wrong:
        print("  ", line)  # noqa: T201 - a script prints
    return 1 if figures.wrong or figures.restored != figures.kept else 0


if __name__ == "__main__":
    sys.exit(main())
