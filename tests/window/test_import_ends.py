"""How an import ends in the window: cut off and gone on with, left out and written down, asked."""

import csv
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from variorum.intake.importer import import_paths
from variorum.intake.saving import BATCH
from variorum.library.library import Library
from variorum.library.queries.articles import article_count
from variorum.library.unfinished import unfinished
from variorum.window.main_window import MainWindow
from variorum.window.status import pace_of

from .hands import PATIENCE_MS, Reader
from .test_suggested import FIRST, SECOND

COUNT = BATCH + 20


class Killed(Exception):
    """Stand for the end of the program."""


def cut_off(reader: Reader, folder: Path) -> None:
    """Leave a library with an import that did not come to its end."""
    folder.mkdir()
    for number in range(COUNT):
        words = " ".join(f"Boat{n}x{number} leaves quay{n}x{number}." for n in range(9))
        (folder / f"{number:04}.txt").write_text(words, encoding="utf-8")

    def saved(articles: int) -> None:
        if articles:
            raise Killed

    with Library.open(reader.library, create=True) as library, suppress(Killed):
        import_paths(library, [folder], saved=saved)


def click(window: MainWindow, words: str) -> None:
    """Click a button of the message."""
    buttons = window.messages.findChildren(QAbstractButton)
    next(button for button in reversed(buttons) if button.text() == words).click()


def test_a_window_tells_of_what_was_cut_off_and_goes_on(reader: Reader, tmp_path: Path) -> None:
    """One click brings what is missing."""
    cut_off(reader, tmp_path / "stories")
    window = reader.open()
    db = window.session.library.reader
    told = window.messages.text

    click(window, "Go on")
    reader.qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=PATIENCE_MS)
    reader.settle()

    assert f"{BATCH} article" in told
    assert article_count(db) == COUNT
    assert unfinished(db) == []


def test_what_was_cut_off_can_be_left(reader: Reader, tmp_path: Path) -> None:
    """What is there stays, and nobody asks again."""
    cut_off(reader, tmp_path / "stories")
    window = reader.open()
    db = window.session.library.reader

    click(window, "Leave it")
    reader.qtbot.waitUntil(lambda: not unfinished(db), timeout=PATIENCE_MS)

    assert article_count(db) == BATCH


def test_what_was_left_out_can_be_saved_as_a_table(reader: Reader, tmp_path: Path) -> None:
    """Each file has its line with the reason."""
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    window = reader.open()
    reader.answers.path = tmp_path / "left out.csv"

    reader.drop([tmp_path / "one.txt", tmp_path / "two.txt"])
    reader.qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=PATIENCE_MS)
    reader.settle()
    click(window, "Save the list…")

    with reader.answers.path.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == ["file", "reason", "message", "hint"]
    assert [(Path(row[0]).name, row[1]) for row in rows] == [
        ("one.txt", "empty"),
        ("two.txt", "empty"),
    ]


def test_an_import_leads_to_its_questions(reader: Reader, tmp_path: Path) -> None:
    """What may belong to two stories is told of, and one click shows it."""
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    window = reader.open()

    reader.drop([tmp_path / "first.txt", tmp_path / "second.txt"])
    reader.qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=PATIENCE_MS)
    reader.settle()
    click(window, "Answer…")

    assert window.hands.suggesting.page.asks


@pytest.mark.parametrize(
    ("seconds", "done", "left"), [(10.0, 500, 10.0), (30.0, 750, 10.0), (1.0, 0, None)]
)
def test_the_time_left_follows_from_what_is_done(
    seconds: float, done: int, left: float | None
) -> None:
    """What is left takes as long as what was done, by its share."""
    assert pace_of(seconds, done=done, total=1_000).left == left
