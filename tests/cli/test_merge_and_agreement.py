"""`variorum merge` and `variorum agreement`: what they print, and what they leave alone."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from variorum.cli.main import variorum
from variorum.library import annotations
from variorum.library.annotators import ensure_annotator
from variorum.library.articles import add_article, begin_import
from variorum.library.codebook import add_code
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.text import Article, Imported, Passage, PassageKind, Span

TEXT = "The ferry left the harbour at noon, the pilot said."


def run(*arguments: object) -> Result:
    """Run the command line."""
    return CliRunner().invoke(variorum, [str(each) for each in arguments])


def make(path: Path, name: str, *marked: str, text: str = TEXT) -> Path:
    """Make a library in which somebody marked words with one code."""
    whole = Span(0, len(text))
    article = Article(
        text, (Passage(PassageKind.PARAGRAPH, whole, whole),), headline="Ferry", source="The Bugle"
    )

    def deed(db: Db) -> None:
        import_id = begin_import(db)
        imported = Imported(
            article, origin="paste", received=text.encode(), encoding="utf-8", format="plain"
        )
        number = add_article(db, imported, import_id=import_id).article
        me = ensure_annotator(db, name)
        code = add_code(db, name="claim", colour="green")
        for words in marked:
            start = text.index(words)
            span = Span(start, start + len(words))
            annotations.add_highlight(db, article=number, span=span, annotator=me, codes=[code])

    with Library.open(path, create=True) as library:
        library.run(Command.IMPORT, deed)
    return path


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Return the libraries of two people who marked one article."""
    ada = make(tmp_path / "ada.variorum", "Ada", "The ferry", "noon")
    return ada, make(tmp_path / "ben.variorum", "Ben", "ferry", "noon")


def test_a_dry_run_writes_nothing(two: tuple[Path, Path]) -> None:
    """It says what would come; neither file changes."""
    before = [path.read_bytes() for path in two]

    result = run("merge", *two, "--dry-run", "--json")

    told = json.loads(result.output)
    assert told["dry_run"]
    assert told["brings"]
    assert told["backup"] is None
    assert told["highlights"] == {"new": 2, "equal": 0, "joined": 0, "conflicts": 0, "left": 0}
    assert told["articles"]["equal"] == 1
    assert [path.read_bytes() for path in two] == before


def test_merging_twice_brings_nothing_new(two: tuple[Path, Path]) -> None:
    """The second time everything is there; a checked copy of before is kept."""
    first = json.loads(run("merge", *two, "--json").output)
    second = json.loads(run("merge", *two, "--json", "--no-backup").output)

    assert first["brings"]
    assert not second["brings"]
    assert second["highlights"]["equal"] == 2
    assert Path(first["backup"]).name == "ada.before-merge.variorum"
    with Library.open(Path(first["backup"]), read_only=True) as copy:
        assert copy.reader.value("SELECT count(*) FROM highlights") == 2


def test_a_person_is_told_in_a_table(two: tuple[Path, Path]) -> None:
    """Without JSON there is a line for each kind."""
    result = run("merge", *two, "--dry-run")

    assert result.exit_code == 0
    assert "Highlights" in result.output


def test_a_library_is_not_merged_into_itself(two: tuple[Path, Path]) -> None:
    """It is one sentence and exit code 1."""
    result = run("merge", two[0], two[0])

    assert result.exit_code == 1
    assert "itself" in result.output


def test_agreement_as_json(two: tuple[Path, Path]) -> None:
    """Figures by code, and the places where the two differ."""
    run("merge", *two)
    told = json.loads(run("agreement", two[0], "--json", "--by", "code", "--places").output)

    assert told["annotators"] == ["Ada", "Ben"]
    assert [row["code"] for row in told["rows"]] == [None, "claim"]
    assert told["rows"][0]["words"] == 10
    assert told["rows"][0]["observed"] == pytest.approx(0.9)
    assert [(place["start"], place["differences"]) for place in told["places"]] == [(0, ["bounds"])]


def test_agreement_as_a_table(two: tuple[Path, Path]) -> None:
    """A row a scope, with the names of its columns above."""
    run("merge", *two)
    rows = list(
        csv.DictReader(run("agreement", two[0], "--csv", "--by", "article").output.splitlines())
    )

    assert [row["article"] for row in rows] == ["", "The Bugle: Ferry"]
    assert rows[0]["annotators"] == "Ada | Ben"
    assert float(rows[0]["alpha"]) < 1


def test_agreement_for_a_person(two: tuple[Path, Path]) -> None:
    """The table says in words what the figure allows one to conclude."""
    run("merge", *two)
    result = run("agreement", two[0])

    assert "Ada / Ben" in result.output
    assert result.exit_code == 0


def test_one_annotator_agrees_with_nobody(two: tuple[Path, Path]) -> None:
    """Who asks for one annotator, or for an unknown one, is told so."""
    alone = run("agreement", two[0], "--annotator", "Ada")
    unknown = run("agreement", two[0], "--annotator", "Eve")

    assert (alone.exit_code, unknown.exit_code) == (1, 1)
    assert "two annotators" in alone.output
    assert "Eve" in unknown.output
