"""What was seen saved is there after the program was killed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from variorum.ids import HighlightId
from variorum.library.library import Library
from variorum.library.queries import marks as queries_marks
from variorum.library.queries.articles import all_articles, article

SCRIPT = Path(__file__).with_name("dying_window.py")
GUI = Path(__file__).parents[2] / "gui"


def run_and_kill(folder: Path, *, after: int) -> list[list[str]]:
    """Run a window that says what it saved; kill it after so many lines; return the lines."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(GUI)}
    with subprocess.Popen(
        [sys.executable, str(SCRIPT), str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    ) as window:
        assert window.stdout is not None
        lines = [window.stdout.readline() for _ in range(after)]
        window.kill()
        lines += window.stdout.readlines()
    return [line.rstrip("\n").split(" ", maxsplit=3) for line in lines if line.endswith("\n")]


@pytest.mark.parametrize("after", [1, 6, 25])
def test_nothing_seen_saved_is_lost(tmp_path: Path, after: int) -> None:
    """Every mark and note that the window had shown as saved is in the library, in its place."""
    said = run_and_kill(tmp_path, after=after)

    with Library.open(tmp_path / "library.variorum") as library:
        (number,) = all_articles(library.reader)
        text = article(library.reader, number).text
        marks = {mark.id: mark for mark in queries_marks.highlights(library.reader, [number])}
        notes = queries_marks.notes_of_highlights(library.reader, list(marks))
    texts = {note.highlight: note.text for note in notes}
    assert len(said) >= after
    for kind, highlight, *rest in said:
        mark = marks[HighlightId(int(highlight))]
        assert mark.span.of(text) == mark.anchor.exact
        if kind == "mark":
            assert [mark.span.start, mark.span.end] == [int(place) for place in rest]
        else:
            assert texts[mark.id] == " ".join(rest)
