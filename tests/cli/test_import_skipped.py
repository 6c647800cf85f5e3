"""`variorum import`: what was left out as a table, and an import that goes on."""

import csv
from contextlib import suppress
from pathlib import Path

from variorum.intake.importer import import_paths
from variorum.intake.saving import BATCH
from variorum.library.library import Library

from .conftest import Run


class Killed(Exception):
    """Stand for the end of the program."""


def test_what_was_left_out_is_written_as_a_table(run: Run, tmp_path: Path) -> None:
    """Each file has its line with the reason; the rest is imported."""
    folder, table = tmp_path / "stories", tmp_path / "left out.csv"
    folder.mkdir()
    (folder / "one.txt").write_text("The ferry is late.", encoding="utf-8")
    (folder / "two.txt").write_text("", encoding="utf-8")

    outcome = run("import", folder, "--library", tmp_path / "l.variorum", "--skipped", table)

    with table.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert outcome.status == 0
    assert [(Path(row["file"]).name, row["reason"]) for row in rows] == [("two.txt", "empty")]
    assert "skipped 1" in outcome.out


def test_an_interrupted_import_goes_on(run: Run, tmp_path: Path) -> None:
    """The same command brings the rest, and says how much was there."""
    folder, file = tmp_path / "stories", tmp_path / "l.variorum"
    folder.mkdir()
    for number in range(BATCH + 5):
        (folder / f"{number:04}.txt").write_text(f"Boat {number} is late.", encoding="utf-8")

    def saved(_: int) -> None:
        raise Killed

    with Library.open(file, create=True) as library, suppress(Killed):
        import_paths(library, [folder], saved=saved)

    first = run("import", folder, "--library", file, "--json").json
    again = run("import", folder, "--library", file, "--json").json

    assert (first["before"], first["imported"]) == (BATCH, 5)
    assert (again["before"], again["imported"]) == (0, 0)
