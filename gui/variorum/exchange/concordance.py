"""A concordance as a table for spreadsheets and as JSON."""

from collections.abc import Iterable, Iterator

from variorum.exchange.csv_tables import csv_line
from variorum.library.search.concordance import Line

COLUMNS = ("article", "story", "source", "published", "start", "end", "left", "word", "right")


def concordance_table(lines: Iterable[Line], *, raw: bool = False) -> Iterator[str]:
    """Yield a CSV table, line by line; raw, nothing that could be a formula gets an apostrophe."""
    yield csv_line(COLUMNS)
    for line in lines:
        shape = line_shape(line)
        yield csv_line([shape[column] for column in COLUMNS], raw=raw)


def line_shape(line: Line) -> dict[str, object]:
    """Return a line as JSON; offsets are code points."""
    return {
        "article": line.article,
        "story": line.story,
        "source": line.source or None,
        "published": line.published or None,
        "start": line.span.start,
        "end": line.span.end,
        "left": line.left,
        "word": line.word,
        "right": line.right,
    }
