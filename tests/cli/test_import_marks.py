"""Marks out of one library and into another, by the command line."""

from pathlib import Path

import pytest

from variorum.library import annotations
from variorum.library.annotators import ensure_annotator
from variorum.library.commands import Command
from variorum.library.library import Library
from variorum.library.queries import stories as queries
from variorum.text import Span

from .conftest import Run

Twins = tuple[Path, Path]


@pytest.fixture
def marked(run: Run, twins: Twins, tmp_path: Path) -> Path:
    """Return a library in which the first words of each article are marked."""
    library = tmp_path / "marked.variorum"
    run("import", *twins, "--library", library)
    with Library.open(library) as opened:
        (story,) = queries.stories(opened.reader)
        for row in queries.versions(opened.reader, story.story):
            me = opened.run(Command.ADD_ANNOTATOR, lambda db: ensure_annotator(db, "Ada")).value
            opened.run(
                Command.HIGHLIGHT,
                lambda db, article=row.article, me=me: annotations.add_highlight(
                    db, article=article, span=Span(0, 11), annotator=me
                ),
            )
    return library


@pytest.mark.parametrize("chosen", ["jsonld", "qdpx"])
def test_marks_travel_from_library_to_library(
    run: Run, twins: Twins, marked: Path, tmp_path: Path, chosen: str
) -> None:
    """Exported from one and taken into another, they are there, once."""
    file, other = tmp_path / "marks", tmp_path / "other.variorum"
    run("export", "--library", marked, "--format", chosen, "--to", file)
    run("import", *twins, "--library", other)

    first = run("import-marks", file, "--library", other, "--json").json
    second = run("import-marks", file, "--library", other)

    assert first == {
        "dry_run": False, "highlights": 2, "notes": 0, "codes": 0, "known": 0, "left": [],
    }  # fmt: skip
    assert second.out == "highlights 0 · notes 0 · codes 0 · known 2 · left out 0\n"


def test_a_dry_run_says_what_would_come_and_writes_nothing(
    run: Run, twins: Twins, marked: Path, tmp_path: Path
) -> None:
    """The figures of the deed, of a library that stays byte for byte as it was."""
    file, other = tmp_path / "marks", tmp_path / "other.variorum"
    run("export", "--library", marked, "--format", "jsonld", "--to", file)
    run("import", *twins, "--library", other)
    before = other.read_bytes()

    told = run("import-marks", file, "--library", other, "--dry-run", "--json").json
    shown = run("import-marks", file, "--library", other, "--dry-run")

    assert (told["dry_run"], told["highlights"], told["known"]) == (True, 2, 0)
    assert "nothing was written" in shown.out
    assert other.read_bytes() == before


def test_a_codebook_comes_from_a_table(run: Run, twins: Twins, tmp_path: Path) -> None:
    """A spreadsheet's CSV brings codes; exported, a .qdc file brings them elsewhere."""
    table, book = tmp_path / "codes.csv", tmp_path / "desk.qdc"
    one, other = tmp_path / "one.variorum", tmp_path / "other.variorum"
    table.write_text("code,below\nFrames,\nLoss,Frames\n", encoding="utf-8")
    for library in (one, other):
        run("import", *twins, "--library", library)

    assert run("import-marks", table, "--library", one, "--json").json["codes"] == 2
    run("export", "--library", one, "--format", "qdc", "--to", book)

    assert run("import-marks", book, "--library", other, "--json").json["codes"] == 2
    assert run("import-marks", book, "--library", other, "--json").json["codes"] == 0


def test_marks_that_find_no_words_are_told_of(
    run: Run, twins: Twins, marked: Path, tmp_path: Path
) -> None:
    """On stderr a line each, and the exit is none of failure."""
    file, other = tmp_path / "marks", tmp_path / "other.variorum"
    run("export", "--library", marked, "--format", "jsonld", "--to", file)
    run("import", twins[0], "--library", other)

    told = run("import-marks", file, "--library", other)

    assert (told.status, told.out.split(" · ")[-1]) == (0, "left out 1\n")
    assert "does not have its article" in told.err


def test_a_file_of_something_else_is_refused(run: Run, twins: Twins, marked: Path) -> None:
    """One sentence, exit 1, and the library is as it was."""
    told = run("import-marks", twins[0], "--library", marked)

    assert told.status == 1
    assert "holds no annotations" in told.err


def test_raw_is_for_tables_only(run: Run, marked: Path, tmp_path: Path) -> None:
    """A table warns; another format says that it has no such thing."""
    table = run(
        "export", "--library", marked, "--format", "csv", "--to", tmp_path / "t.csv", "--raw"
    )
    page = run(
        "export", "--library", marked, "--format", "html", "--to", tmp_path / "p.html", "--raw"
    )

    assert table.status == 0
    assert "formula" in table.err
    assert page.status == 1
