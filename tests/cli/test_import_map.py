"""`variorum import --map`: columns by their names, and what is said of a slip."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from variorum.cli.main import variorum


def run(tmp_path: Path, *words: str) -> tuple[int, str]:
    """Import a small table, and return the exit code and all that was said."""
    table = tmp_path / "corpus.csv"
    table.write_text('k,"q, clean",when\n1,Short.,03/04/2019\n', encoding="utf-8")
    library = tmp_path / "l.variorum"
    result = CliRunner().invoke(variorum, ["import", str(table), "--library", str(library), *words])
    return result.exit_code, result.output


def test_columns_are_read_as_they_are_named(tmp_path: Path) -> None:
    """A name with a comma stands in quotes, and the order of dates is said."""
    code, said = run(tmp_path, "--map", '"text=q, clean",guid=k,date=when,order=dmy')

    assert (code, said.split(" · ")[0]) == (0, "imported 1")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("headline=k", "A map names the column of the text."),
        ("text=q,colour=k", "There is nothing called “colour” to map."),
        ("text", "“text” names no column."),
        ("text=k,order=ymd", "“ymd” is no order of dates."),
    ],
)
def test_a_slip_is_told_in_a_sentence(tmp_path: Path, words: str, sentence: str) -> None:
    """What cannot be meant ends the command before anything is imported."""
    code, said = run(tmp_path, "--map", words)

    assert code == 1
    assert said.startswith(f"variorum: {sentence}")
