"""Sum up the rows of a corpus that hold no article, in a sentence a reason."""

from collections import defaultdict
from collections.abc import Generator, Iterable

from variorum.formats.corpora.rows import LeftOut, LeftOutWhy
from variorum.intake.skips import Skipped, SkipReason
from variorum.text import Imported

_MOST_NAMED = 10
_WHY = {
    LeftOutWhy.NO_TEXT: "without text",
    LeftOutWhy.UNREADABLE: "that cannot be read",
}


def summed(
    rows: Iterable[Imported | LeftOut], *, file: str, called: str
) -> Generator[Imported | Skipped]:
    """Yield the articles of a corpus; at the end, what of it was left out."""
    left_out: defaultdict[LeftOutWhy, list[int]] = defaultdict(list)
    for row in rows:
        if isinstance(row, LeftOut):
            left_out[row.why].append(row.row)
        else:
            yield row
    for why, numbers in left_out.items():
        yield Skipped(file, SkipReason.ROWS, _told(called, why, numbers))


def _told(called: str, why: LeftOutWhy, rows: list[int]) -> str:
    """Say which rows were left out, the first of them by number."""
    count = "1 row" if len(rows) == 1 else f"{len(rows)} rows"
    named = ", ".join(map(str, rows[:_MOST_NAMED])) + (" …" if len(rows) > _MOST_NAMED else "")
    number = "row" if len(rows) == 1 else "rows"
    return f"{called}: {count} {_WHY[why]} ({number} {named})."
