"""Write what an import left out, and why, as a CSV table."""

from collections.abc import Iterable, Iterator

from variorum.exchange.csv_tables import csv_line

_HEAD = ("file", "reason", "message", "hint")


def skipped_table(rows: Iterable[tuple[str, str, str, str]]) -> Iterator[str]:
    """Yield a CSV table, line by line: file, reason, message and hint of each."""
    yield csv_line(_HEAD)
    for row in rows:
        yield csv_line(row)
