"""Each command on invented stories: what it prints, and how it fails."""

import json
import multiprocessing
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from variorum import __version__
from variorum.assets import resources
from variorum.cli.main import COMMANDS
from variorum.library.engine import SQLITE_VERSION
from variorum.library.library import Library

from .conftest import Run

Twins = tuple[Path, Path]
SAMPLES = resources() / "samples"


@pytest.mark.parametrize("command", [*COMMANDS, None])
def test_every_command_helps_with_an_example(run: Run, command: str | None) -> None:
    """`--help` says what a command does and shows how it is used."""
    outcome = run(*([command] if command else []), "--help")

    assert outcome.status == 0
    assert "Example: variorum" in outcome.out


def test_a_wrong_command_is_wrong_usage(run: Run) -> None:
    """Wrong usage ends with 2 and says what is wrong."""
    outcome = run("colate")

    assert outcome.status == 2
    assert "colate" in outcome.err


def test_the_version_names_what_the_program_stands_on(run: Run) -> None:
    """`--version` names our version, and those of SQLite and Qt."""
    outcome = run("--version")

    assert outcome.status == 0
    assert outcome.out.startswith(f"Variorum {__version__} (")
    assert f"SQLite {SQLITE_VERSION}" in outcome.out
    assert "Qt 6." in outcome.out


def test_a_program_without_a_console_fails_quietly(tmp_path: Path) -> None:
    """Where there are no streams a command goes on, and its status tells the rest."""
    start = (
        "import sys; sys.stdout = sys.stderr = None; sys.argv = ['variorum', *sys.argv[1:]]\n"
        "from variorum.__main__ import main; main()"
    )
    command = [sys.executable, "-c", start, "parse"]
    gone = subprocess.run([*command, tmp_path / "gone.txt"], check=False, cwd=tmp_path)
    helped = subprocess.run([*command, "--help"], check=False, cwd=tmp_path)

    assert (gone.returncode, helped.returncode) == (1, 0)


def test_only_one_library_is_opened(run: Run, tmp_path: Path) -> None:
    """A library that was clicked and another that was named are wrong usage."""
    outcome = run("open", tmp_path / "a.variorum", "--library", tmp_path / "b.variorum")

    assert outcome.status == 2
    assert "Choose one library" in outcome.err


def test_parse_prints_an_object_an_article(run: Run, twins: Twins) -> None:
    """Each file is a line, under the name it was given."""
    outcome = run("parse", *twins, "--json")

    assert [line["file"] for line in outcome.lines] == [str(file) for file in twins]
    first = outcome.lines[0]
    assert first["dateline"]["place"] == "PORT MERROW"
    assert first["dateline"]["date"] == "--04-12"
    assert first["text"] == twins[0].read_text(encoding="utf-8")


def test_parse_goes_on_behind_a_bad_file(run: Run, twins: Twins, tmp_path: Path) -> None:
    """What cannot be read is one sentence on stderr each."""
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))

    outcome = run("parse", tmp_path / "gone.txt", picture, tmp_path, twins[0], "--json")

    assert outcome.status == 0
    assert len(outcome.lines) == 1
    assert len(outcome.err.splitlines()) == 3


def test_parse_leaves_nobody_behind_who_read_a_large_file(
    run: Run, twins: Twins, tmp_path: Path
) -> None:
    """What may be dear is read in a process beside, which ends with the command."""
    large = tmp_path / "large.txt"
    large.write_text(twins[0].read_text(encoding="utf-8") + "\n\nA ship left." * 8_000, "utf-8")

    outcome = run("parse", large, "--json")

    assert outcome.lines[0]["headline"] == run("parse", twins[0], "--json").lines[0]["headline"]
    assert multiprocessing.active_children() == []


def test_parse_fails_when_nothing_could_be_read(run: Run, tmp_path: Path) -> None:
    """Without a single article the command has failed."""
    assert run("parse", tmp_path / "gone.txt").status == 1


def test_parse_tells_a_person_what_each_passage_is(run: Run, twins: Twins) -> None:
    """The outline names kinds and facts."""
    out = run("parse", twins[0]).out

    assert "paragraph" in out
    assert "PORT MERROW, April 12 (Northline) -" in out


def test_collate_prints_variants_with_their_words(run: Run, twins: Twins) -> None:
    """The figure is substance, the contraction is style."""
    shape = run("collate", *twins, "--json").json

    found = {(v["class"], v["rule"], v["base_text"], v["version_text"]) for v in shape["variants"]}
    assert ("substance", "figure", "14", "17") in found
    assert ("style", "contraction", "didn’t", "did not") in found
    assert shape["summary"]["by_class"]["substance"] == 1
    assert shape["summary"]["cut"] == 1


def test_collate_shows_a_person_two_columns(run: Run, twins: Twins) -> None:
    """Signs mark the classes, a gap is labelled, the sums stand below."""
    out = run("collate", *twins).out

    assert "[!14]" in out
    assert "[!17]" in out
    assert "[°did" in out
    assert "— cut —" in out
    assert "substance 1" in out


def test_collate_hides_what_it_is_told_to_hide(run: Run, twins: Twins) -> None:
    """A hidden class is not marked, and still counted."""
    out = run("collate", *twins, "--hide", "style").out

    assert "[°did" not in out
    assert "[!14]" in out


def test_collate_writes_a_page(run: Run, twins: Twins, tmp_path: Path) -> None:
    """The page stands alone in its file; the terminal stays quiet."""
    page = tmp_path / "page.html"

    outcome = run("collate", *twins, "--html", page)

    assert (outcome.status, outcome.out) == (0, "")
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_collate_pairs_reports_what_fails_on_its_line(
    run: Run, twins: Twins, tmp_path: Path
) -> None:
    """One bad pair among many spoils nothing."""
    base, version = map(str, twins)
    pairs = tmp_path / "pairs.jsonl"
    lines = [
        json.dumps({"base": base, "version": version}),
        json.dumps({"base": base, "version": "gone.txt"}),
        "{no json",
        "",
        json.dumps({"base": version, "version": version}),
    ]
    pairs.write_text("\n".join(lines), encoding="utf-8")

    good, missing, broken, same = run("collate", "--pairs", pairs, "--json").lines

    assert good["elapsed_ms"] > 0
    assert good["base"]["file"] == base
    assert set(missing) == {"base", "version", "error"}
    assert "Line 3" in broken["error"]
    assert same["summary"]["kept"] == 1


@pytest.mark.parametrize("arguments", [[], ["one.txt"], ["a", "b", "--pairs", "c"]])
def test_collate_wants_two_articles(run: Run, arguments: list[str]) -> None:
    """Anything else is wrong usage."""
    assert run("collate", *arguments).status == 2


def test_collate_fails_in_one_sentence(run: Run, twins: Twins) -> None:
    """A missing version is told without a traceback."""
    outcome = run("collate", twins[0], "gone.txt")

    assert outcome.status == 1
    assert outcome.err == "variorum: There is no file gone.txt.\n"


def test_carry_answers_line_by_line(run: Run, twins: Twins, tmp_path: Path) -> None:
    """Each span has its answer, in the order asked."""
    base = twins[0].read_text(encoding="utf-8")
    spans = tmp_path / "spans.jsonl"
    starts = [(base.index(words), len(words)) for words in ("Saltholm", "14", "Lund")]
    spans.write_text(
        "\n".join(json.dumps({"start": start, "end": start + size}) for start, size in starts),
        encoding="utf-8",
    )

    lines = run("carry", *twins, "--spans", spans, "--json").lines

    assert [line["status"] for line in lines] == ["carried", "changed", "dropped"]
    start, end = lines[0]["version"]
    assert twins[1].read_text(encoding="utf-8")[start:end] == "Saltholm"
    assert lines[2]["version"] is None


def test_carry_tells_of_what_is_no_span_and_goes_on(run: Run, twins: Twins, tmp_path: Path) -> None:
    """The sentence names the line; the others are answered all the same."""
    spans = tmp_path / "spans.jsonl"
    spans.write_text(
        '{"start": 0, "end": 5}\n{"start": 9, "end": 99999}\nnonsense\n{"start": 0, "end": 4}\n'
    )

    outcome = run("carry", *twins, "--spans", spans)
    lines = run("carry", *twins, "--spans", spans, "--json").lines

    assert outcome.status == 0
    assert "Line 2" in outcome.err
    assert "Line 3" in outcome.err
    assert len(outcome.out.splitlines()) == 2
    assert ["error" in line for line in lines] == [False, True, True, False]
    assert (lines[1]["end"], lines[1]["version"]) == (99999, None)


MISSING = [
    ["collate", "--pairs", "gone.jsonl"],
    ["collate", "{base}", "{version}", "--html", "{folder}"],
    ["carry", "{base}", "{version}", "--spans", "gone.jsonl"],
    ["carry", "{base}", "{version}", "--spans", "{folder}"],
    ["list", "--library", "gone.variorum"],
    ["list", "--library", "{folder}"],
    ["check", "--library", "{folder}"],
    ["import", "{base}", "--library", "{folder}"],
    ["backup", "--library", "l.variorum", "--to", "{folder}"],
    ["export", "--library", "l.variorum", "--format", "html", "--to", "{folder}"],
    ["restore", "--library", "l.variorum", "--from", "gone.variorum"],
    ["restore", "--library", "l.variorum", "--from", "{folder}"],
]


@pytest.mark.parametrize("arguments", MISSING, ids=" ".join)
def test_a_file_that_is_missing_or_none_fails_in_one_sentence(
    run: Run, twins: Twins, tmp_path: Path, arguments: list[str]
) -> None:
    """What is no file is no wrong usage: 1, a sentence, and no lines of usage."""
    names = {"base": twins[0], "version": twins[1], "folder": tmp_path}

    outcome = run(*(argument.format(**names) for argument in arguments))

    assert outcome.status == 1
    assert outcome.err.startswith("variorum: ")
    assert len(outcome.err.splitlines()) == 1


def test_group_puts_every_article_into_one_story(run: Run) -> None:
    """The samples come apart into their folders."""
    files = sorted(SAMPLES.glob("*/*.txt"))

    stories = run("group", *files, "--json").lines

    grouped = [article["file"] for story in stories for article in story["articles"]]
    assert sorted(grouped) == sorted(map(str, files))
    folders = [{Path(a["file"]).parent.name for a in story["articles"]} for story in stories]
    assert all(len(names) == 1 for names in folders)
    assert len(stories) == len({file.parent for file in files})
    assert all(len(s["why"]) == len(s["articles"]) - 1 for s in stories)


def test_a_library_from_import_to_backup(run: Run, twins: Twins, tmp_path: Path) -> None:
    """Import, list, search, check, back up and export on one library."""
    library, copy = tmp_path / "l.variorum", tmp_path / "copy.variorum"

    report = run("import", *twins, tmp_path / "gone.txt", "--library", library, "--json").json
    listed = run("list", "--library", library, "--json").lines
    hits = run("search", "wheat", "--library", library, "--json").lines
    checked = run("check", "--library", library, "--json")
    backed = run("backup", "--library", library, "--to", copy)

    assert (report["imported"], report["stories"]) == (2, 1)
    assert [skipped["reason"] for skipped in report["skipped"]] == ["missing"]
    assert {line["story"] for line in listed} == {1}
    assert [hit["article"] for hit in hits] == [1]
    assert (checked.status, checked.json["sound"]) == (0, True)
    assert (backed.status, run("list", "--library", copy, "--json").lines) == (0, listed)


@pytest.mark.parametrize("export_format", ["html", "csv", "csv-variants", "markdown", "articles"])
def test_every_export_writes_its_file(
    run: Run, twins: Twins, tmp_path: Path, export_format: str
) -> None:
    """A file appears whole under its name, and nothing beside it."""
    library, folder = tmp_path / "l.variorum", tmp_path / "out"
    folder.mkdir()
    run("import", *twins, "--library", library)

    outcome = run(
        "export", "--library", library, "--format", export_format, "--to", folder / "file"
    )

    assert outcome.status == 0
    assert [file.name for file in folder.iterdir()] == ["file"]
    assert (folder / "file").stat().st_size > 0


@pytest.mark.parametrize("command", ["list", "check", "export", "search", "show", "backup"])
def test_a_missing_library_is_told(run: Run, tmp_path: Path, command: str) -> None:
    """No command makes an empty library by mistake."""
    library = tmp_path / "gone.variorum"
    more = {
        "export": ["--format", "csv", "--to", tmp_path / "out.csv"],
        "search": ["word"],
        "show": ["1"],
        "backup": ["--to", tmp_path / "copy.variorum"],
    }

    outcome = run(command, *more.get(command, []), "--library", library)

    assert outcome.status == 1
    assert len(outcome.err.splitlines()) == 1
    assert not library.exists()


def test_a_backup_never_overwrites_its_library(run: Run, twins: Twins, tmp_path: Path) -> None:
    """A copy onto itself is refused."""
    library = tmp_path / "l.variorum"
    run("import", *twins, "--library", library)

    assert run("backup", "--library", library, "--to", library).status == 1
    assert run("check", "--library", library).status == 0


def test_a_backup_is_put_back(run_alone: Run, twins: Twins, tmp_path: Path) -> None:
    """A library is as in the copy again; what it was in between is kept and named."""
    library, copy = tmp_path / "l.variorum", tmp_path / "copy.variorum"
    run_alone("import", twins[0], "--library", library)
    run_alone("backup", "--library", library, "--to", copy)
    before = run_alone("list", "--library", library, "--json").lines
    run_alone("import", twins[1], "--library", library)

    outcome = run_alone("restore", "--library", library, "--from", copy)

    assert outcome.status == 0
    assert "is kept as" in outcome.out
    assert run_alone("list", "--library", library, "--json").lines == before


def test_flaws_end_the_check_with_a_sentence(run: Run, twins: Twins, tmp_path: Path) -> None:
    """A note or text that is not as it was saved is named, and a script is told by the status."""
    library = tmp_path / "l.variorum"
    run("import", *twins, "--library", library)
    with closing(sqlite3.connect(library)) as db:
        db.execute("UPDATE articles SET text_sha256 = '' WHERE id = 1")
        db.commit()

    outcome = run("check", "--library", library)

    assert outcome.status == 1
    assert "text is not the one imported" in outcome.out
    assert "one flaw; restore a backup" in outcome.err


def test_the_command_starts_without_qt_and_without_sqlite(run_alone: Run) -> None:
    """Help and parsing import neither; that keeps them fast."""
    code = (
        "import sys; import variorum.cli.main, variorum.cli.parse, variorum.cli.collate;"
        "heavy = {'PySide6', 'sqlite3', 'sqlite_utils'} & sys.modules.keys();"
        "sys.exit(f'{heavy}' if heavy else 0)"
    )
    import_only = run_alone("--version")

    assert import_only.status == 0
    assert _status_of(code) == 0


def _status_of(code: str) -> int:
    return subprocess.run([sys.executable, "-c", code], check=False).returncode


def test_a_closed_pipe_ends_quietly(twins: Twins) -> None:
    """`variorum parse … | head` prints no traceback."""
    files = [str(twins[0])] * 2000
    with subprocess.Popen(
        [sys.executable, "-m", "variorum", "parse", *files, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()

        assert b"Traceback" not in process.stderr.read()


def test_open_saves_a_picture_where_there_is_no_screen(run_alone: Run, tmp_path: Path) -> None:
    """The sample library is painted into a file."""
    picture = tmp_path / "window.png"

    outcome = run_alone("open", "--sample", "--snapshot", picture)

    assert outcome.status == 0, outcome.err
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("opening", [["open"], []])
def test_a_library_is_opened_by_its_name_alone(
    run_alone: Run, tmp_path: Path, opening: list[str]
) -> None:
    """A double click, or a file dropped on the program, names nothing else."""
    library = tmp_path / "desk.variorum"
    Library.open(library, create=True).close()

    outcome = run_alone(*opening, library, "--story", "999")

    assert outcome.status == 1
    assert "no story 999" in outcome.err


def test_open_says_that_there_is_no_such_story(run_alone: Run, tmp_path: Path) -> None:
    """A number that no story has ends the command with one sentence."""
    library, picture = tmp_path / "l.variorum", tmp_path / "window.png"
    story = tmp_path / "story.txt"
    story.write_text("The harbour board closed the old fish market of Quayle for good on Friday.")
    run_alone("import", story, "--library", library)

    outcome = run_alone("open", "--library", library, "--story", "999", "--snapshot", picture)

    assert (outcome.status, outcome.err) == (1, "There is no story 999 in this library.\n")
    assert not picture.exists()


def test_list_tells_a_headline_from_first_words(run: Run, tmp_path: Path) -> None:
    """A story without a headline has none; what a list shows instead begins after the dateline."""
    words = "The harbour board closed the old fish market for good on Friday, its chairman said."
    (tmp_path / "bare.txt").write_text(f"QUAYLE (Northline) - {words}")
    library = tmp_path / "l.variorum"
    run("import", tmp_path / "bare.txt", "--library", library)

    (row,) = run("list", "--library", library, "--json").lines

    assert (row["headline"], row["title"]) == (None, words)


def test_a_page_calls_files_by_their_names(run: Run, tmp_path: Path) -> None:
    """Folders of this machine stand on no page that is given away."""
    texts = ("The harbour board closed the old market.", "The harbour board shut the old market.")
    for name, text in zip(("a.txt", "b.txt"), texts, strict=True):
        (tmp_path / name).write_text(text)
    page = tmp_path / "page.html"

    run("collate", tmp_path / "a.txt", tmp_path / "b.txt", "--html", page)

    assert ">a.txt<" in page.read_text("utf-8")
    assert str(tmp_path) not in page.read_text("utf-8")


def test_no_command_lets_a_text_control_the_terminal(run: Run, tmp_path: Path) -> None:
    """An escape in a story is shown, never obeyed."""
    story = tmp_path / "story.txt"
    story.write_text("A \x1b]0;title\x07 story of \u202eturned words about a ferry.")
    library = tmp_path / "l.variorum"

    run("import", story, "--library", library)
    outputs = [
        run("parse", story).out,
        run("group", story).out,
        run("list", "--library", library).out,
        run("search", "ferry", "--library", library).out,
    ]

    assert not set("\x1b\x07\u202e") & set("".join(outputs))
