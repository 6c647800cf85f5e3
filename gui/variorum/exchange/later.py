"""Put off loading what writes a format until a file of that format is written."""

from importlib import import_module
from typing import BinaryIO

from variorum.annotations.mark_set import MarkSet


def write_workbook(out: BinaryIO, marks: MarkSet, *, raw: bool) -> None:
    """Write a workbook; openpyxl takes longer to load than most exports to write."""
    import_module("variorum.exchange.workbook").write_workbook(out, marks, raw=raw)
