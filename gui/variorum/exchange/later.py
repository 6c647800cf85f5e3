"""Put off loading what writes a format until a file of that format is written."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO

from variorum.library.mark_history import MarkDeed

if TYPE_CHECKING:
    from variorum.annotations.mark_set import MarkSet


def write_workbook(out: BinaryIO, marks: "MarkSet", *, raw: bool) -> None:
    """Write a workbook; openpyxl takes longer to load than most exports to write."""
    import_module("variorum.exchange.workbook").write_workbook(out, marks, raw=raw)


def skipped_table(rows: Iterable[tuple[str, str, str, str]]) -> Iterator[str]:
    """Return the lines of a table of what was left out: see `skipped_table.skipped_table`."""
    return import_module("variorum.exchange.skipped_table").skipped_table(rows)


def history_as_csv(deeds: Iterable[MarkDeed]) -> Iterator[str]:
    """Return the lines of a table of deeds: see `history_csv.history_as_csv`."""
    return import_module("variorum.exchange.history_csv").history_as_csv(deeds)
