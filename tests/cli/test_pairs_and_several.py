"""Many pairs as a table, and several versions at once, on the command line."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from variorum.cli.pairs import MANY
from variorum.collation.measures import METHOD
from variorum.exchange.measures_table import COLUMNS

from .conftest import Run

WIRE = "HALVERN (Northline) -- The board raised its fares by {} per cent.\n\n{}\n"
VOTE = "The council of the islands votes on the new pier in the autumn."


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Return a wire with an update and a reprint of the update."""
    paths = [tmp_path / f"={name}.txt" for name in ("wire", "update", "reprint")]
    texts = (WIRE.format(4, VOTE), WIRE.format(6, VOTE), WIRE.format(6, VOTE.replace("new", "old")))
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def pairs_of(tmp_path: Path, pairs: Sequence[object]) -> Path:
    """Write a file of pairs."""
    file = tmp_path / "pairs.jsonl"
    file.write_text("\n".join(json.dumps(pair) for pair in pairs), encoding="utf-8")
    return file


@pytest.mark.parametrize("many", [False, True], ids=["here", "beside"])
def test_the_measures_of_pairs_become_a_table(
    run: Run,
    tmp_path: Path,
    files: list[Path],
    many: bool,  # noqa: FBT001 - a parameter
) -> None:
    """A row a pair, in order, failures too; few are measured here, many in processes."""
    good = {"base": str(files[0]), "version": str(files[1])}
    pairs: list[object] = [good, {"base": "gone.txt", "version": "gone.txt"}, {"base": 1}]
    pairs += [good] * (MANY if many else 1)
    table = tmp_path / "table.csv"

    answer = run("collate", "--pairs", pairs_of(tmp_path, pairs), "--table", table)

    assert answer.out == f"Pairs measured: {len(pairs) - 2}; failed: 2.\n"
    with table.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert list(rows[0]) == list(COLUMNS)
    assert [bool(row["error"]) for row in rows[:4]] == [False, True, True, False]
    assert len(rows) == len(pairs)
    assert rows[0]["variants_substance"] == "1"
    assert rows[0]["method"] == METHOD


def test_no_cell_of_the_table_is_a_formula(run: Run, tmp_path: Path) -> None:
    """A file's name may begin like one."""
    table = tmp_path / "table.csv"
    pairs = pairs_of(tmp_path, [{"base": "=1+1.txt", "version": "@x.txt"}])
    run("collate", "--pairs", pairs, "--table", table)

    row = table.read_text(encoding="utf-8-sig").splitlines()[1]
    assert row.startswith("'=1+1.txt,'@x.txt,")


def test_the_table_may_be_json_lines(run: Run, tmp_path: Path, files: list[Path]) -> None:
    """The same columns; nothing where nothing can be measured."""
    pairs = pairs_of(tmp_path, [{"base": str(files[0]), "version": str(files[1])}])
    table = tmp_path / "table.jsonl"
    run("collate", "--pairs", pairs, "--table", table)

    (row,) = (json.loads(line) for line in table.read_text(encoding="utf-8").splitlines())
    assert tuple(row) == COLUMNS
    assert row["quotes_retained"] is None
    assert row["derivation"] == "wholly_derived"


@pytest.mark.parametrize("arguments", [["a", "b", "--table", "t.csv"], ["--table", "t.csv"]])
def test_a_table_is_of_pairs(run: Run, arguments: list[str]) -> None:
    """Without pairs there is nothing to measure."""
    assert run("collate", *arguments).status == 2


def test_a_table_has_a_known_form(run: Run, tmp_path: Path) -> None:
    """The end of its name says which."""
    answer = run("collate", "--pairs", pairs_of(tmp_path, []), "--table", tmp_path / "t.xls")

    assert answer.status == 1
    assert "is no table" in answer.err


def test_several_versions_are_laid_side_by_side(run: Run, files: list[Path]) -> None:
    """Each against the base and its forerunner, the matrix, and from which each was made."""
    found = run("collate", *files, "--json").json

    assert [one["version"]["file"] for one in found["against_base"]] == [str(f) for f in files[1:]]
    assert [(a["version"], a["forerunner"]) for a in found["against_forerunner"]] == [
        (0, None),
        (1, 0),
    ]
    assert [[cell["relation"] for cell in row["cells"]] for row in found["matrix"]] == [
        ["edited", "edited"],
        ["same", "edited"],
    ]
    assert [one["ancestor"] for one in found["ancestors"]] == [None, 0]
    (shared,) = found["ancestors"][1]["shared"]
    text = found["versions"][1]["text"]
    assert text[slice(*shared["version"])] == "6"


def test_several_versions_are_told_to_a_person(run: Run, files: list[Path]) -> None:
    """A row a passage, a column a version, and who copied whom."""
    out = run("collate", *files).out

    assert "=reprint.txt was made from =update.txt" in out
    assert "both: substance: 6" in out
