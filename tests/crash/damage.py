"""Damage a library in thousands of ways, and see that each is met with a sentence.

    python tests/crash/damage.py --flips 2000 --cuts 200

Bytes are flipped, the file is cut, pages are zeroed, the header is spoiled, the log of another
library is put beside it. A library so damaged is refused or opens; it never ends in anything
but a `LibraryError`. Wherever the text of an article, a note or a quotation is not what it
was, the check must say so.
"""

import argparse
import datetime as dt
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from variorum.errors import LibraryError
from variorum.ids import ArticleId
from variorum.library import annotations, articles
from variorum.library.annotators import ensure_annotator
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.safety import backups
from variorum.library.safety.backups import Why
from variorum.library.safety.integrity import check
from variorum.library.safety.restoring import restore
from variorum.text import Article, Imported, Passage, PassageKind, Span

WORDS = {
    "texts": "SELECT article, text FROM texts ORDER BY article",
    "notes": "SELECT id, text FROM notes ORDER BY id",
    "highlights": "SELECT id, exact FROM highlights ORDER BY id",
}
Rows = dict[str, list[tuple[object, ...]]]


@dataclass
class Figures:
    """Count what became of the damage."""

    outcomes: Counter[str] = field(default_factory=Counter[str])
    missed: list[str] = field(default_factory=list[str])
    uncaught: list[str] = field(default_factory=list[str])
    restored: int = 0

    def __str__(self) -> str:
        told = ", ".join(f"{name} {count}" for name, count in sorted(self.outcomes.items()))
        return (
            f"{self.outcomes.total()} damaged: {told}; changed words missed {len(self.missed)},"
            f" uncaught {len(self.uncaught)}, restored {self.restored}"
        )


def made(path: Path, *, count: int = 40) -> Path:
    """Make a library with articles, highlights and notes."""

    def bring(db: Db) -> None:
        import_id = articles.begin_import(db)
        for number in range(count):
            text = " ".join(f"The ferry {number} was {n} minutes late." for n in range(number + 8))
            whole = Span(0, len(text))
            read = Article(text, (Passage(PassageKind.PARAGRAPH, whole, whole),), headline="Late")
            imported = Imported(read, f"file {number}", text.encode(), "utf-8", "plain")
            articles.add_article(db, imported, import_id=import_id)

    with Library.open(path, create=True) as library:
        library.run(Command.IMPORT, bring)
        me = library.run(Command.ADD_ANNOTATOR, lambda db: ensure_annotator(db, "Ada")).value
        for number in range(1, count):
            article = ArticleId(number)
            mark = library.run(
                Command.HIGHLIGHT,
                lambda db, article=article: annotations.add_highlight(
                    db, article=article, span=Span(4, 60), annotator=me
                ),
            ).value
            library.run(
                Command.ADD_NOTE,
                lambda db, mark=mark: annotations.add_note(
                    db,
                    on=annotations.OnHighlight(mark),
                    text=f"Ask about {mark}. " * 9,
                    annotator=me,
                ),
            )
    return path


def words_of(library: Library) -> Rows:
    """Return the words that have a hash of their own."""
    return {name: library.reader.rows(query) for name, query in WORDS.items()}


def meet(path: Path, expected: Rows, title: str, figures: Figures) -> None:
    """Open and check a damaged library, as the program would."""
    try:
        with Library.open(path) as library:
            is_sound = check(library).is_sound
            try:
                is_same = words_of(library) == expected
            except LibraryError:
                is_same = False
    except LibraryError as error:
        figures.outcomes[f"refused as {type(error).__name__}"] += 1
        return
    except Exception as error:  # noqa: BLE001 - what must not be is counted here
        figures.uncaught.append(f"{title}: {type(error).__name__}: {error}")
        figures.outcomes["uncaught"] += 1
        return
    if is_sound and not is_same:
        figures.missed.append(title)
    found = "harmless" if is_same else "words changed"
    figures.outcomes[f"{found}, found by the check" if not is_sound else f"{found}, not found"] += 1


def run(folder: Path, *, flips: int, cuts: int, seed: int) -> Figures:
    """Damage copies of one library; restore a backup over some of them."""
    chance, figures = random.Random(seed), Figures()
    sound, other = made(folder / "sound.variorum"), made(folder / "other.variorum", count=9)
    with Library.open(sound) as library:
        expected = words_of(library)
        one = backups.make(
            library.backup_to, of=sound, folder=folder / "kept", why=Why.ASKED, now=_now()
        )
    data = sound.read_bytes()
    log = _log_of(other)
    for title, change in _damages(data, chance, flips=flips, cuts=cuts):
        path = folder / "damaged.variorum"
        for left in folder.glob("*damaged*"):
            left.unlink()
        path.write_bytes(change(data))
        if title == "foreign log":
            path.with_name(path.name + "-wal").write_bytes(log)
        meet(path, expected, title, figures)
        if figures.outcomes.total() % 20 == 0:
            restore(path, one.path, folder=folder / "kept", now=_now())
            with Library.open(path) as library:
                figures.restored += words_of(library) == expected
    return figures


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _damages(
    data: bytes, chance: random.Random, *, flips: int, cuts: int
) -> list[tuple[str, Callable[[bytes], bytes]]]:
    size = len(data)
    found: list[tuple[str, Callable[[bytes], bytes]]] = []
    for number in range(flips):
        places = [chance.randrange(size) for _ in range((1, 10, 100)[number % 3])]
        found.append((f"flipped at {places[:3]}", lambda d, places=places: _flipped(d, places)))
    for number in range(cuts):
        end = size * number // cuts
        found.append((f"cut at {end}", lambda d, end=end: d[:end]))
    for page in range(0, size // 8192, max(1, size // 8192 // max(1, cuts))):
        begin = page * 8192
        found.append(
            (f"zeroed page {page}", lambda d, b=begin: d[:b] + bytes(8192) + d[b + 8192 :])
        )
    found.extend((
        ("wrong magic", lambda d: b"SQLite format 9\0" + d[16:]),
        ("another format", lambda d: b"%PDF-1.7" + d[8:]),
        ("no application", lambda d: d[:68] + bytes(4) + d[72:]),
        ("foreign log", lambda d: d),
    ))  # fmt: skip
    return found


def _flipped(data: bytes, places: list[int]) -> bytes:
    changed = bytearray(data)
    for place in places:
        changed[place] ^= 1 << (place % 8)
    return bytes(changed)


def _log_of(path: Path) -> bytes:
    """Return the log that a library has while it is open."""
    with Library.open(path) as library:
        library.run(Command.ADD_ANNOTATOR, lambda db: ensure_annotator(db, "Eve"))
        return path.with_name(path.name + "-wal").read_bytes()


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--flips", type=int, default=2000)
    parser.add_argument("--cuts", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(2**31))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = run(Path(folder), flips=given.flips, cuts=given.cuts, seed=given.seed)
    print(f"{figures} (seed {given.seed})")  # noqa: T201 - a script prints
    for line in (*figures.missed, *figures.uncaught):
        print("  ", line)  # noqa: T201 - a script prints
    return 1 if figures.missed or figures.uncaught else 0


if __name__ == "__main__":
    sys.exit(main())
