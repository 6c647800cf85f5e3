"""An import that was cut off goes on where it was, and reads nothing twice."""

import json
from contextlib import suppress
from pathlib import Path

import pytest

from variorum.formats.corpora.mapping import DateOrder, Role, mapping_of
from variorum.formats.corpora.rows import GUESSED, Columns
from variorum.intake.importer import BATCH, import_paths
from variorum.intake.resuming import columns_from_json, columns_to_json
from variorum.library.library import Library
from variorum.library.queries.articles import article_count
from variorum.library.safety.integrity import check
from variorum.library.unfinished import Ended, unfinished
from variorum.progress import Cancelled

ROWS = 2 * BATCH + 10


class Killed(Exception):
    """Stand for the end of the program."""


def words(number: int) -> str:
    """Return an article that shares no three words with another."""
    return " ".join(f"Ship{n}x{number} sails to port{n}x{number}." for n in range(12))


def corpus(folder: Path) -> Path:
    """Write a corpus of articles that have nothing in common."""
    file = folder / "corpus.jsonl"
    lines = (json.dumps({"title": f"Story {n}", "text": words(n)}) for n in range(ROWS))
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def files(folder: Path) -> None:
    """Write articles into files of their own."""
    for n in range(ROWS):
        (folder / f"{n:04}.txt").write_text(f"Story {n}\n\n{words(n)}\n", encoding="utf-8")


def cut_off(library: Library, path: Path, error: type[Exception], *, after: int) -> int:
    """Import until some articles are saved, then be ended; return how many were."""

    def saved(articles: int) -> None:
        if articles >= after:
            raise error

    with suppress(Killed):
        import_paths(library, [path], saved=saved)
    return article_count(library.reader)


@pytest.mark.parametrize("write", [corpus, files])
@pytest.mark.parametrize("error", [Killed, Cancelled])
def test_an_import_goes_on(
    library: Library, folder: Path, write: object, error: type[Exception]
) -> None:
    """All of it is there in the end, under one import, and what was there is not read again."""
    assert callable(write)
    write(folder)
    before = cut_off(library, folder, error, after=BATCH)

    report = import_paths(library, [folder])

    assert 0 < before < ROWS
    assert (report.before, report.imported) == (before, ROWS - before)
    # Of the file that was read last it may not be known that it was at its end.
    assert report.duplicates <= 1
    assert article_count(library.reader) == ROWS
    assert library.reader.value("SELECT count(DISTINCT import) FROM articles") == 1
    assert unfinished(library.reader) == []


@pytest.mark.parametrize(("error", "ended"), [(Killed, Ended.RUNNING), (Cancelled, Ended.STOPPED)])
def test_a_library_knows_what_was_cut_off(
    library: Library, folder: Path, error: type[Exception], ended: Ended
) -> None:
    """It is sound, and tells which import did not come to its end, and how."""
    corpus(folder)
    before = cut_off(library, folder, error, after=BATCH)

    (left,) = unfinished(library.reader)

    assert (left.ended, left.paths, left.articles) == (ended, (str(folder),), before)
    assert check(library).is_sound


def test_a_file_that_changed_is_read_again(library: Library, folder: Path) -> None:
    """What was read of a file counts only while it is the same."""
    file = corpus(folder)
    before = cut_off(library, folder, Killed, after=BATCH)
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    report = import_paths(library, [folder])

    assert (report.imported, report.duplicates) == (ROWS - before, before)


def test_a_new_import_gives_up_what_was_stopped(library: Library, folder: Path) -> None:
    """Only the last import that was stopped can go on."""
    corpus(folder)
    cut_off(library, folder, Cancelled, after=BATCH)

    import_paths(library, [folder / "corpus.jsonl"])

    assert unfinished(library.reader) == []


@pytest.mark.parametrize(
    "columns",
    [
        GUESSED,
        Columns(certain_only=True),
        Columns(mapping_of([(Role.TEXT, "body"), (Role.DATE, "wann")], order=DateOrder.DAY_FIRST)),
    ],
)
def test_how_rows_are_read_is_kept(columns: Columns) -> None:
    """What is kept of the columns gives them again."""
    assert columns_from_json(columns_to_json(columns)) == columns


def test_an_import_under_way_is_not_cut_off(library: Library, folder: Path) -> None:
    """The same folder dropped once more meanwhile is an import of its own; both come to their end."""
    path = corpus(folder)
    others: list[int] = []

    def saved(articles: int) -> None:
        if articles >= BATCH and not others:
            others.append(articles)
            others.append(import_paths(library, [path]).imported)

    report = import_paths(library, [path], saved=saved)

    assert report.imported + others[-1] == article_count(library.reader) == ROWS
    assert unfinished(library.reader) == []
    assert check(library).findings == ()
