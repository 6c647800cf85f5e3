"""Read the corpora of an import row by row, and sum up the rows that held no article."""

from collections import defaultdict
from collections.abc import Callable, Generator
from pathlib import Path

from variorum.formats.rows import Columns, LeftOut, LeftOutWhy
from variorum.intake.files import FileRefused, Skipped, SkipReason, called, read_corpus
from variorum.text import Imported

_MOST_NAMED = 10
_WHY = {
    LeftOutWhy.NO_TEXT: "without text",
    LeftOutWhy.UNREADABLE: "that cannot be read",
}


def read_rows(
    path: Path, *, columns: Columns, at: Callable[[int, int], None]
) -> Generator[Imported | Skipped]:
    """Yield the articles of a corpus; at the end, what of it was left out.

    `at` is told after each row how many bytes were read, and of how many.
    """
    left_out: defaultdict[LeftOutWhy, list[int]] = defaultdict(list)
    try:
        for row in read_corpus(path, columns=columns, at=at):
            if isinstance(row, LeftOut):
                left_out[row.why].append(row.row)
            else:
                yield row
    except FileRefused as refused:
        yield Skipped(str(path), refused.reason, refused.message, refused.hint)
    for why, rows in left_out.items():
        yield Skipped(str(path), SkipReason.ROWS, _told(path, why, rows))


def _told(path: Path, why: LeftOutWhy, rows: list[int]) -> str:
    """Say which rows were left out, the first of them by number."""
    count = "1 row" if len(rows) == 1 else f"{len(rows)} rows"
    named = ", ".join(map(str, rows[:_MOST_NAMED])) + (" …" if len(rows) > _MOST_NAMED else "")
    return f"{called(path)}: {count} {_WHY[why]} ({named})."
