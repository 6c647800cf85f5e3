"""The history of an article's marks as a table: who did what to which words, and when."""

from collections.abc import Iterable, Iterator

from variorum.exchange.csv_tables import csv_line
from variorum.library.mark_history import MarkDeed

_COLUMNS = ("made", "done_by", "deed", "step", "mark", "words", "codes", "note")


def history_as_csv(deeds: Iterable[MarkDeed], *, raw: bool = False) -> Iterator[str]:
    """Yield the table line by line, in the order given; names of deeds are those of the file."""
    rows = (
        (
            deed.made.isoformat(timespec="seconds"),
            deed.annotator,
            deed.command.value,
            deed.step.value,
            deed.mark or "",
            deed.words,
            "; ".join(deed.codes),
            deed.note or "",
        )
        for deed in deeds
    )
    yield csv_line(_COLUMNS)
    yield from (csv_line(row, raw=raw) for row in rows)
