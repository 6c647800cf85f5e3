"""Corpora on their way into a library: streamed, mapped, their bad rows summed up."""

import json
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from variorum.formats.corpora.mapping import parse_mapping
from variorum.formats.corpora.rows import Columns
from variorum.intake.files import look_into
from variorum.intake.guarded import Reader
from variorum.intake.importer import import_paths
from variorum.intake.skips import FileRefused, SkipReason
from variorum.library.library import Library
from variorum.library.queries.articles import stored_article
from variorum.progress import Cancelled

LONG = "PORTO NOVA (Sample Wire) - Pilots returned to work on Monday. " * 6


def lines(count: int) -> str:
    """Return JSON Lines of so many articles that have nothing in common but their opening."""
    words = (" ".join(f"w{row}x{n}" for n in range(60)) for row in range(count))
    return "".join(
        json.dumps({"id": f"row {n}", "title": f"Story {n}", "text": f"{LONG}{text}", "mood": "calm"}) + "\n"
        for n, text in enumerate(words)
    )  # fmt: skip


def test_a_corpus_comes_whole_and_what_is_left_out_is_summed_up(
    library: Library, tmp_path: Path
) -> None:
    """Good rows are imported around bad ones, which are told in one sentence a reason."""
    file = tmp_path / "corpus.jsonl"
    good = lines(3).splitlines(keepends=True)
    bad = ['{"id": "x", "title": "x", "text": ""}\n', '{"id": \n']
    file.write_text("".join([*good[:2], *bad, good[2]]), encoding="utf-8")

    report = import_paths(library, [file])

    assert report.imported == 3
    assert [skipped.reason for skipped in report.skipped] == [SkipReason.ROWS] * 2
    assert report.skipped[0].message == "corpus.jsonl: 1 row without text (row 3)."
    assert report.is_one_corpus


def test_a_row_keeps_its_columns_in_the_library(library: Library, tmp_path: Path) -> None:
    """Columns without a role come back under their own names."""
    file = tmp_path / "corpus.jsonl"
    file.write_text(lines(1), encoding="utf-8")

    report = import_paths(library, [file])
    stored = stored_article(library.reader, report.articles[0])

    assert stored.article.headline == "Story 0"
    assert stored.details.extra == (("mood", "calm"),)


def test_the_same_corpus_again_is_all_duplicates(library: Library, tmp_path: Path) -> None:
    """Rows are known again by where they stand."""
    file = tmp_path / "corpus.jsonl"
    file.write_text(lines(3), encoding="utf-8")
    import_paths(library, [file])

    again = import_paths(library, [file])

    assert (again.imported, again.duplicates) == (0, 3)


def test_a_corpus_can_be_stopped_in_its_midst(library: Library, tmp_path: Path) -> None:
    """Progress is told within a file, and the reader may stop there."""
    file = tmp_path / "corpus.jsonl"
    file.write_text(lines(400), encoding="utf-8")

    def tick(done: int, total: int) -> None:
        if 0 < done < total:
            raise Cancelled

    report = import_paths(library, [file], tick=tick)

    assert report.stopped
    assert report.imported < 400


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_whose_columns_are_named_is_read_whatever_it_looks_like(
    library: Library, tmp_path: Path, delimiter: str
) -> None:
    """Short cells under names of one's own are articles when somebody says so."""
    table, copy = tmp_path / "a.csv", tmp_path / "b.txt"
    table.write_text(delimiter.join(["k", "q"]) + "\n" + delimiter.join(["1", "Short."]) + "\n")
    copy.write_text("A story of its own, in plain words.")

    report = import_paths(library, [tmp_path], columns=Columns(parse_mapping("text=q,guid=k")))
    texts = [stored_article(library.reader, each).article.text for each in report.articles]

    assert sorted(texts) == ["A story of its own, in plain words.", "Short."]


def test_an_uncertain_corpus_waits_for_an_answer(library: Library, tmp_path: Path) -> None:
    """Whoever can ask a person does not guess."""
    file = tmp_path / "corpus.csv"
    file.write_text(f"a,b\n1,{LONG}\n2,{LONG} Again.\n", encoding="utf-8")

    waiting = import_paths(library, [file], columns=Columns(certain_only=True))
    guessed = import_paths(library, [file])

    assert [skipped.reason for skipped in waiting.skipped] == [SkipReason.COLUMNS]
    assert (waiting.imported, guessed.imported) == (0, 2)


def test_a_row_with_a_place_of_its_own_is_a_new_version_wherever_it_stands(
    library: Library, tmp_path: Path
) -> None:
    """A later edition of a corpus, in another order, brings what has changed and nothing else."""
    body = (
        "Pilots at the largest port of Karsova walked off the job on Monday, the Guild said. " * 4
    )
    before = [{"guid": f"tag:paper.example,2021:{n}", "text": f"{body}Row {n}."} for n in range(3)]
    changed = before[0] | {"text": f"{body}Row 0. They go back on Friday."}
    for name, rows in (("first", before), ("later", [before[2], before[1], changed])):
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / f"{name}.jsonl").write_text(text, encoding="utf-8")

    import_paths(library, [tmp_path / "first.jsonl"])
    report = import_paths(library, [tmp_path / "later.jsonl"])

    assert (report.imported, report.new_versions, report.duplicates) == (1, 1, 2)


def test_an_uncertain_corpus_in_an_archive_waits_for_an_answer(
    library: Library, tmp_path: Path
) -> None:
    """A member is looked into and read alone, by the name under which it was left out."""
    rows = "".join(f"{n},{LONG}{n}\n" for n in range(3))
    archive = tmp_path / "desk.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("story.txt", "HALVERN (Northline) - A ship left the harbour at dawn.")
        file.writestr("rows/odd.csv", f"a,b\n{rows}")

    waiting = import_paths(library, [archive], columns=Columns(certain_only=True))
    (left_out,) = waiting.skipped
    member = Path(left_out.file)
    answered = import_paths(library, [member], columns=Columns(parse_mapping("text=b")))

    assert (waiting.imported, left_out.reason) == (1, SkipReason.COLUMNS)
    assert look_into(member).columns == ("a", "b")
    assert (answered.imported, answered.skipped) == (3, ())


def test_a_large_corpus_is_looked_into_under_guard(tmp_path: Path) -> None:
    """What its columns are is the same, whoever looks."""
    corpus = tmp_path / "rows.csv"
    corpus.write_text("a,b\n" + "".join(f"{n},{LONG}{n}\n" for n in range(2_000)))
    with closing(Reader()) as reader:
        guarded = look_into(corpus, dear=reader.pieces)

    assert guarded == look_into(corpus)


def test_a_corpus_that_hangs_is_refused_with_a_sentence(tmp_path: Path) -> None:
    """Whoever asks for its columns is told why there are none."""
    corpus = tmp_path / "rows.csv"
    corpus.write_text("a,b\n" + "".join(f"{n},{LONG}{n}\n" for n in range(2_000)))
    with closing(Reader(seconds=0)) as reader, pytest.raises(FileRefused) as refused:
        look_into(corpus, dear=reader.pieces)

    assert refused.value.reason is SkipReason.TOO_SLOW
