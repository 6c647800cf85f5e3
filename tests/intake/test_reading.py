"""Reading many files in processes beside: the same result, in the same order."""

from pathlib import Path

from variorum.intake.files import Skipped, SkipReason
from variorum.intake.reading import read_files


def test_processes_read_what_one_process_reads(folder: Path) -> None:
    """Order, articles and reasons are the same, however many readers there are."""
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(f"Story number {number}." * (number % 7))
    files = sorted(folder.iterdir())

    beside, here = list(read_files(files, many=1)), list(read_files(files))

    assert beside == here
    skipped = [read.reason for read in here if isinstance(read, Skipped)]
    assert skipped == [SkipReason.EMPTY] * 9


def test_reading_can_be_left_off(folder: Path) -> None:
    """Who has enough ends the readers."""
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(f"Story number {number}.")
    reading = read_files(sorted(folder.iterdir()), many=1)

    next(reading)
    reading.close()

    assert list(reading) == []
