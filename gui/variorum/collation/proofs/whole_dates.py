"""Treat days of a month as one whole where their parts changed places: March 3, 3 March 2019.

The aligner meets either the month or the figure of such a pair and leaves the other over as two
changes. Where a date of the base stands for a date of the version, both become one block.
"""

from collections.abc import Iterator, Sequence

from variorum.collation.linking.alignment import Alignment, Block
from variorum.collation.proofs.proof import Pair
from variorum.collation.reading.dates import is_month_word
from variorum.collation.reading.forms import Form
from variorum.collation.reading.side import Side


def whole_dates(pair: Pair, alignment: Alignment) -> list[Block]:
    """Return the blocks that dates with their parts in another order make, in order."""
    if not any(_may_be_part(form) for form in _changed(pair, alignment.blocks)):
        return []
    others = list(_dates(pair.version))
    found: list[Block] = []
    for start, end in _dates(pair.base):
        for other_start, other_end in others:
            whole = Block(start, end, other_start, other_end)
            if _month_first(pair.base, start) == _month_first(pair.version, other_start):
                continue
            if (not found or _before(found[-1], whole)) and _fits(alignment, whole):
                found.append(whole)
    return found


def outside(blocks: Sequence[Block], dates: Sequence[Block]) -> list[Block]:
    """Return what is left of blocks outside of some dates, in order."""
    left = list(blocks)
    for date in dates:
        left = [part for block in left for part in _clipped(block, date) if not part.empty]
    return left


def _clipped(block: Block, date: Block) -> tuple[Block, ...]:
    start, end, other_start, other_end = block
    first, last, other_first, other_last = date
    if (end <= first and other_end <= other_first) or (start >= last and other_start >= other_last):
        return (block,)
    return (
        Block(start, max(min(end, first), start), other_start, max(min(other_end, other_first), other_start)),
        Block(min(max(start, last), end), end, min(max(other_start, other_last), other_end), other_end),
    )  # fmt: skip


def _may_be_part(form: Form) -> bool:
    return is_month_word(form) or form.folded[:1].isdigit()


def _changed(pair: Pair, blocks: Sequence[Block]) -> list[Form]:
    return [form for block in blocks for form in pair.changed(block)]


def _dates(side: Side) -> Iterator[tuple[int, int]]:
    """Yield where days of a month stand, with their year: March 3, 2019; the 3rd of March."""
    forms = side.forms
    for place, form in enumerate(forms):
        if not is_month_word(form):
            continue
        home = side.homes[place]
        if _is_day(forms, place - 1) and side.homes[place - 1] == home:
            yield place - 1, _with_year(side, place + 1)
        elif (
            place > 1
            and forms[place - 1].lower == "of"
            and _is_day(forms, place - 2)
            and side.homes[place - 2] == home
        ):
            led = place > 2 and forms[place - 3].lower == "the" and side.homes[place - 3] == home
            yield place - 2 - led, _with_year(side, place + 1)
        elif _is_day(forms, place + 1) and side.homes[place + 1] == home:
            yield place, _with_year(side, place + 2)


def _with_year(side: Side, end: int) -> int:
    """Return where a date ends, its year included; a comma after the year goes with it."""
    forms, home = side.forms, side.homes[end - 1]
    year = end + (end < len(forms) and forms[end].folded == ",")
    if year >= len(forms) or side.homes[year] != home or not _is_year(forms[year]):
        return end
    closed = year > end and year + 1 < len(forms) and forms[year + 1].folded == ","
    return year + 1 + closed


def _is_day(forms: Sequence[Form], place: int) -> bool:
    if not 0 <= place < len(forms) or len(forms[place].keys) != 1:
        return False
    figure = forms[place].keys[0].rstrip(".")
    return figure.isdecimal() and forms[place].folded[:1].isdigit() and 1 <= int(figure) <= 31


def _is_year(form: Form) -> bool:
    return (
        len(form.folded) == 4 and form.folded.isdecimal() and form.folded[:2] in {"18", "19", "20"}
    )


def _month_first(side: Side, start: int) -> bool:
    return is_month_word(side.forms[start])


def _before(last: Block, block: Block) -> bool:
    return last.base_end <= block.base_start and last.version_end <= block.version_start


def _fits(alignment: Alignment, whole: Block) -> bool:
    """Tell whether the words that met stand in both dates or in neither, not astride."""
    rows = sorted([*alignment.anchors, *alignment.blocks])
    start, end = rows[0].base_start, rows[-1].base_end
    other_start, other_end = rows[0].version_start, rows[-1].version_end
    # The equal ends of the rows are met word by word.
    if max(start - whole.base_start, 0) != max(other_start - whole.version_start, 0):
        return False
    if max(whole.base_end - end, 0) != max(whole.version_end - other_end, 0):
        return False
    for anchor in alignment.anchors:
        inside = whole.base_start <= anchor.base_start and anchor.base_end <= whole.base_end
        other_inside = (
            whole.version_start <= anchor.version_start and anchor.version_end <= whole.version_end
        )
        apart = _before(anchor, whole) or _before(whole, anchor)
        if not (inside and other_inside) and not apart:
            return False
    return True
