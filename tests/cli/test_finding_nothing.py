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


def test_a_class_nobody_compared_says_so(run: Run, twins: tuple[Path, Path]) -> None:
    """The sentence tells where the comparing is done."""
    library = twins[0].with_name("twins.variorum")
    run("import", *twins, "--library", library)

    said = run("search", "class:substance", "--library", library).err

    assert "not compared yet: 1." in said
    assert "Compare all versions of the library" in said


@pytest.mark.parametrize("query", ["-ferry", "-harbour"])
@pytest.mark.parametrize("is_last", [False, True])
def test_a_query_may_begin_with_a_minus(
    run: Run, library: Path, query: str, *, is_last: bool
) -> None:
    """It rules a word out, and is no option."""
    rest = ["--library", library, "--json"]
    outcome = run("search", *([*rest, query] if is_last else [query, *rest]))

    assert (outcome.status, outcome.err) == (0, "")
    assert len(outcome.lines) == (1 if query == "-ferry" else 2)


def test_an_option_that_there_is_not_is_still_refused(run: Run, library: Path) -> None:
    """Two minuses make no query."""
    assert "No such option" in run("search", "ferry", "--jsn", "--library", library).err


def test_rows_of_one_table_are_told_apart(run: Run, tmp_path: Path) -> None:
    """Even those that have an identifier of their own are named by where they stand."""
    table = tmp_path / "P.csv"
    table.write_text(
        "guid,title,text\na,One,Grain prices rose again.\nb,Two,Dockers walked out on Monday.\n",
        "utf-8",
    )

    assert f"{table}#1" in run("group", table).out
    assert [each["articles"][0]["index"] for each in run("group", table, "--json").lines] == [0, 1]
    assert f"{table}#1" in run("parse", table).out
