"""The history of marks as a table that other programs read."""

import csv
import datetime as dt
import io

from variorum.exchange.history_csv import history_as_csv
from variorum.ids import ArticleId
from variorum.library.commands import Command
from variorum.library.mark_history import MarkDeed, Step

DEED = MarkDeed(
    dt.datetime(2026, 3, 4, 5, 6, 7, tzinfo=dt.UTC),
    Command.SET_CODES,
    Step.UNDONE,
    "Ada",
    ArticleId(1),
    "0197",
    "-- With “assistance”,\nfrom Lund",
    ("Place", "Figure"),
    None,
)


def test_a_reader_of_tables_finds_the_same_words() -> None:
    """Line breaks, quotation marks and commas survive; formula-like cells are harmless."""
    (row,) = csv.DictReader(io.StringIO("".join(history_as_csv([DEED])), newline=""))

    assert row == {
        "made": "2026-03-04T05:06:07+00:00",
        "done_by": "Ada",
        "deed": "set_codes",
        "step": "undone",
        "mark": "0197",
        "words": "'-- With “assistance”,\nfrom Lund",
        "codes": "Place; Figure",
        "note": "",
    }
