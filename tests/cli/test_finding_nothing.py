"""A command that finds nothing says why, and what to do."""

from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture
def library(run: Run, tmp_path: Path) -> Path:
    """Return a library of two stories."""
    for name, text in (("ferry", "The ferry to Saltholm is late."), ("wheat", "Wheat is dear.")):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    run(
        "import",
        tmp_path / "ferry.txt",
        tmp_path / "wheat.txt",
        "--library",
        tmp_path / "l.variorum",
    )
    return tmp_path / "l.variorum"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("ferry zeppelin", "“zeppelin” stands nowhere"),
        ("ferry wheat", "nowhere together"),
        ("OR", "asks for no word"),
    ],
)
def test_a_search_says_why_it_finds_nothing(run: Run, library: Path, query: str, said: str) -> None:
    """On the stream of errors: what is piped on stays empty."""
    outcome = run("search", query, "--library", library)

    assert (outcome.out, said in outcome.err) == ("", True)


def test_a_concordance_says_that_a_word_stands_nowhere(run: Run, library: Path) -> None:
    """It is no error."""
    outcome = run("concordance", "zeppelin", "--library", library, "--json")

    assert outcome.out == ""
    assert "stands in no text" in outcome.err


@pytest.mark.parametrize(
    ("query", "said"),
    [("date:2021..2020", "ends before it begins"), ("sorce:ferry", "perhaps you mean source:")],
)
def test_what_cannot_be_understood_is_refused(
    run: Run, library: Path, query: str, said: str
) -> None:
    """The sentence says how to write it."""
    assert said in run("search", query, "--library", library).err
