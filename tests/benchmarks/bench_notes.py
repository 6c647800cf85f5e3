# ruff: noqa: T201 - a benchmark prints
"""How long the list of all notes takes to follow its filter, at ten thousand notes and more.

The library is made for it, of invented words. Each filter is asked several times; the median and
the slowest are printed, with how many notes fit. Paired with the same question as a scan by
`LIKE`, which is what most programs of this kind do. Run from the root of the checkout:
`python tests/benchmarks/bench_notes.py [NOTES]`.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from variorum.annotations.seeking import Seeker, Sought
from variorum.library import annotations, codebook
from variorum.library.annotators import ensure_annotator
from variorum.library.articles import add_article, begin_import
from variorum.library.coding import articles_of, find_places
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.queries.links import link_targets, linking_notes
from variorum.library.queries.marks import codes
from variorum.library.queries.notes import NoteFilter, NoteKind, note_ids, note_rows
from variorum.text import Article, Imported, Passage, PassageKind, Span

_WORDS = [a + b for a in ("har", "fer", "cou", "mar", "pil", "tra", "sal") for b in
          ("bour", "ry", "ncil", "ket", "ot", "wler", "tern", "ing", "ed", "s")]  # fmt: skip
_TIMES = 15


def _article(chance: random.Random) -> Imported:
    text = " ".join(chance.choices(_WORDS, k=400))
    whole = Span(0, len(text))
    article = Article(text, (Passage(PassageKind.PARAGRAPH, whole, whole),), headline=text[:40])
    return Imported(
        article, origin=text[:60], received=text.encode(), encoding="utf-8", format="plain"
    )


def fill(library: Library, count: int) -> None:
    """Write so many notes on highlights of as many articles as they need."""
    chance = random.Random(7)

    def deed(db: Db) -> None:
        started = begin_import(db)
        me = ensure_annotator(db, "Ada")
        codes = [codebook.add_code(db, name=name, colour="blue") for name in _WORDS[:20]]
        homes = [
            add_article(db, _article(chance), import_id=started).article
            for _ in range(-(-count // 20))
        ]
        for number in range(count):
            article = homes[number // 20]
            start = 5 + 100 * (number % 20)
            mark = annotations.add_highlight(
                db, article=article, span=Span(start, start + 60), annotator=me,
                codes=[chance.choice(codes)],
            )  # fmt: skip
            text = " ".join(chance.choices(_WORDS, k=30))
            annotations.add_note(db, on=annotations.OnHighlight(mark), text=text, annotator=me)

    library.run(Command.IMPORT, deed)


def tell(name: str, work: Callable[[], int]) -> None:
    """Print how long a piece of work takes."""
    took: list[float] = []
    found = work()
    for _ in range(_TIMES):
        start = time.perf_counter()
        found = work()
        took.append((time.perf_counter() - start) * 1000)
    print(
        f"{name:44} {statistics.median(took):7.1f} ms  {max(took):7.1f} ms at most  {found:6} found"
    )


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(folder) / "notes.variorum", create=True) as library,
    ):
        fill(library, count)
        db = library.reader
        code = db.value("SELECT min(id) FROM codes")
        story = db.value("SELECT min(id) FROM stories")
        print(f"{count} notes; filter and the first 64 rows, as the list reads them")
        filters = {
            "no filter": NoteFilter(),
            "one letter": NoteFilter(text="h"),
            "a word that many have": NoteFilter(text="harbour"),
            "two words": NoteFilter(text="harbour pilot"),
            "a word that none has": NoteFilter(text="zebra"),
            "a code": NoteFilter(code=code),
            "a kind": NoteFilter(kind=NoteKind.HIGHLIGHT),
            "a story": NoteFilter(story=story),
            "a word, a code, a kind": NoteFilter(text="ferry", code=code, kind=NoteKind.HIGHLIGHT),
        }
        for name, wanted in filters.items():

            def work(wanted: NoteFilter = wanted) -> int:
                ids = note_ids(db, wanted)
                note_rows(db, ids[:64])
                return len(ids)

            tell(name, work)
        tell("the codebook with its counts", lambda: sum(row.highlights for row in codes(db)))
        tell("notes that link to a code", lambda: len(linking_notes(db, codes=[code])))
        tell("offers for a link", lambda: len(link_targets(db, "har")))
        seeker, everywhere = Seeker(Sought("harbour")), articles_of(db, None)
        tell(
            "a word in every article, to code it",
            lambda: len(find_places(db, seeker, everywhere, code=code).places),
        )
        scan = "SELECT id FROM notes WHERE text LIKE ? ORDER BY changed DESC"
        tell("peer: LIKE on the text alone", lambda: len(db.rows(scan, ("%harbour%",))))


if __name__ == "__main__":
    main()
