"""Merging two libraries: what holds for all of them."""

import hashlib
import shutil
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings

from variorum.library.commands import ChangeSet, Command, Table
from variorum.library.library import Library
from variorum.library.merging.merge import merge, opened_to_merge, rehearse
from variorum.library.merging.values import KEPT_TWICE, MergeReport
from variorum.library.safety.proofs import findings

from ..fresh import quick_folder
from .making import dump
from .merging_worlds import World, view, worlds

FEW = settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])


def merged(path: Path, other: Path) -> tuple[MergeReport, ChangeSet]:
    """Merge another library into one."""
    with Library.open(path) as library, opened_to_merge(other, path) as source:
        done = library.run(Command.MERGE_LIBRARY, lambda db: merge(db, source))
    return done.value, done.changes


def files(folder: Path, name: str) -> dict[str, str]:
    """Return the hashes of a library's file and of all that lies beside it."""
    found = folder.glob(f"{name}*")
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


@FEW
@given(worlds)
@example(World([("article", 0, 0, 0), ("article", 1, 1, 0)], [("part", 0, 0, 0)], []))
def test_merging_twice_changes_nothing(world: World) -> None:
    """The second merge finds everything here; the other library is never changed."""
    with quick_folder() as folder:
        ada, ben = world.make(Path(folder))
        before = files(Path(folder), "ben")
        merged(ada, ben)
        with Library.open(ada) as library:
            once = dump(library, list(Table))

        report, changes = merged(ada, ben)

        assert not report.brings
        assert not changes
        assert files(Path(folder), "ben") == before
        with Library.open(ada) as library:
            assert dump(library, list(Table)) == once
            assert not findings(library.reader)


@FEW
@given(worlds)
def test_a_rehearsal_says_what_comes_and_writes_nothing(world: World) -> None:
    """The dry run reports what the merge then reports, and leaves the library as it was."""
    with quick_folder() as folder:
        ada, ben = world.make(Path(folder))
        with Library.open(ada) as library, opened_to_merge(ben, ada) as other:
            before = dump(library, list(Table))
            promised = rehearse(library, other)

            assert dump(library, list(Table)) == before

        report, changes = merged(ada, ben)
        assert promised == report
        assert report.brings <= bool(changes)


@FEW
@given(worlds)
def test_undo_takes_the_whole_merge_back(world: World) -> None:
    """One undo shows the library as it was, one redo as it became."""
    with quick_folder() as folder:
        ada, ben = world.make(Path(folder))
        with Library.open(ada) as library, opened_to_merge(ben, ada) as other:
            before = view(library)
            done = library.run(Command.MERGE_LIBRARY, lambda db: merge(db, other))
            after = view(library)
            if not done.changes:
                return
            library.undo().result()
            undone = view(library)
            library.redo().result()

            assert undone == before
            assert view(library) == after
            library.undo().result()
            again = library.run(Command.MERGE_LIBRARY, lambda db: merge(db, other))
            assert bool(again.changes)
            assert view(library) == after


@FEW
@given(worlds)
def test_nothing_here_is_lost(world: World) -> None:
    """What is here stays: every mark, word and decision, whatever the other library says."""
    with quick_folder() as folder:
        ada, ben = world.make(Path(folder))
        with Library.open(ada) as library:
            before = view(library)
        report, _ = merged(ada, ben)
        with Library.open(ada) as library:
            after = view(library)
            aside = library.reader.value("SELECT count(*) FROM set_aside")

        for name in ("collected", "notes", "decisions", "pairs", "words", "codes", "settlements"):
            assert before[name] <= after[name]
        assert _places(before["highlights"]) <= _places(after["highlights"])
        others = {
            (c.kind, c.about, c.here, c.there) for c in report.clashes if c.kind not in KEPT_TWICE
        }
        assert (aside > 0) == bool(others)


@FEW
@given(worlds)
def test_nothing_there_is_lost(world: World) -> None:
    """All marks and notes of the other library are here then, with all their codes."""
    with quick_folder() as folder:
        ada, ben = world.make(Path(folder))
        with Library.open(ben) as library:
            there = view(library)
        merged(ada, ben)
        with Library.open(ada) as library:
            here = view(library)

        assert {row[:2] for row in there["articles"]} <= {row[:2] for row in here["articles"]}
        assert {row[0] for row in there["codes"]} <= {row[0] for row in here["codes"]}
        assert {row[1] for row in there["notes"]} <= {row[1] for row in here["notes"]}
        marked = {row[1:4] for row in there["highlights"]}
        assert marked <= {row[1:4] for row in here["highlights"]}


@FEW
@given(worlds)
def test_either_may_be_merged_into_the_other(world: World) -> None:
    """Where the two say nothing otherwise, it is one whether ours takes theirs or theirs ours."""
    with quick_folder() as name:
        folder = Path(name)
        ada, ben = world.make(folder)
        ours, theirs = (folder / f"copy-{path.name}" for path in (ada, ben))
        shutil.copy(ada, ours)
        shutil.copy(ben, theirs)
        one, _ = merged(ours, ben)
        other, _ = merged(theirs, ada)
        with Library.open(ours) as first, Library.open(theirs) as second:
            here, there = view(first), view(second)

        if one.clashes or other.clashes:
            return
        if here["stories"] == there["stories"]:
            assert here == there


def _places(marks: set[tuple[Any, ...]]) -> set[tuple[Any, ...]]:
    """Return where marks stand and by whom they were made, whatever their codes."""
    return {row[:7] for row in marks}
