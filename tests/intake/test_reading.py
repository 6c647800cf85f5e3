"""Reading many files: here, in one process beside, in several: the same, in the same order."""

from collections.abc import Iterable
from pathlib import Path

from variorum.intake.pieces import Piece
from variorum.intake.reading import read_files
from variorum.intake.skips import Skipped, SkipReason


def found_in(pieces: Iterable[Piece]) -> list[list[object]]:
    """Return what each file held."""
    files: list[list[object]] = [[]]
    for piece in pieces:
        files[-1].extend(piece.found)
        if piece.is_last:
            files.append([])
    return files[:-1]


def test_processes_read_what_one_process_reads(folder: Path) -> None:
    """Order, articles and reasons are the same, however many readers there are."""
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(f"Story number {number}." * (number % 7))
    (folder / "30.csv").write_text("headline,text\n" + "One," + "Words of a story. " * 40 + "\n")
    files = sorted(folder.iterdir())

    beside, here = found_in(read_files(files, many=1)), found_in(read_files(files))

    assert beside == here
    assert len(here) == len(files)
    skipped = [each.reason for read in here for each in read if isinstance(each, Skipped)]
    assert skipped == [SkipReason.EMPTY] * 9


def test_reading_can_be_left_off(folder: Path) -> None:
    """Who has enough ends the readers."""
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(f"Story number {number}.")
    reading = read_files(sorted(folder.iterdir()), many=1)

    next(reading)
    reading.close()

    assert list(reading) == []
