"""Align the words of a link: which words stand for which, and what lies between them.

The keys of both sides are aligned as sequences (`rapidfuzz` Indel: longest common
subsequence); words whose keys all met are anchors, whatever lies between two anchors is a
block. Works on forms alone and knows no offsets.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from rapidfuzz.distance import Indel

from variorum.collation.reading.forms import Form

MOST_PAIRS = 100_000_000
"""Above this many pairs of keys (12 MB in the aligner) two rows are aligned in pieces."""


class Block(NamedTuple):
    """Hold two stretches of words, by number: the base's and the version's."""

    base_start: int
    base_end: int
    version_start: int
    version_end: int

    @property
    def empty(self) -> bool:
        """Tell whether nothing stands on either side."""
        return self.base_start == self.base_end and self.version_start == self.version_end


class Alignment(NamedTuple):
    """Hold the anchors (equal keys) and the blocks (anything else), each in order."""

    anchors: list[Block]
    blocks: list[Block]


def align(base: Sequence[Form], version: Sequence[Form]) -> Alignment:
    """Return the anchors and the blocks of two rows of words; both together cover the rows.

    What is equal at both ends is left out: it holds no difference.
    """
    anchors: list[Block] = []
    blocks: list[Block] = []
    start, base_end, version_end = _equal_ends(base, version)
    base_at = version_at = start
    last = Block(base_end, base_end, version_end, version_end)
    for anchor in (*_anchors(base[:base_end], version[:version_end], start), last):
        gap = Block(base_at, anchor.base_start, version_at, anchor.version_start)
        if not gap.empty:
            for part in _at_marks(gap, base, version):
                head, middle, tail = _without_equal_ends(part, base, version)
                anchors.extend(head)
                if not middle.empty:
                    blocks.append(middle)
                anchors.extend(tail)
        if not anchor.empty:
            anchors.append(anchor)
        base_at, version_at = anchor.base_end, anchor.version_end
    return _rejoined(Alignment(anchors, blocks), base, version)


def _rejoined(alignment: Alignment, base: Sequence[Form], version: Sequence[Form]) -> Alignment:
    """Join what came or went that the aligner parted at a little word which ends it, too.

    "(According to) the (mayor, the) mill" is "(According to the mayor,) the mill".
    """
    anchors, blocks = list(alignment.anchors), list(alignment.blocks)
    for n in range(len(blocks) - 1, 0, -1):
        one, other = blocks[n - 1], blocks[n]
        came = one.base_start == one.base_end and other.base_start == other.base_end
        went = one.version_start == one.version_end and other.version_start == other.version_end
        parting = Block(one.base_end, other.base_start, one.version_end, other.version_start)
        if came == went or parting.base_end - parting.base_start != 1:
            continue
        row, at, end = (
            (version, parting.version_start, other.version_end)
            if came
            else (base, parting.base_start, other.base_end)
        )
        if end - at == parting.version_end - parting.version_start or not row[at].little:
            continue
        if not row[at].word or row[at].lower != row[end - 1].lower or parting not in anchors:
            continue
        start, other_start = one.base_start, one.version_start
        whole = (
            Block(start, start, other_start, end - 1)
            if came
            else Block(start, end - 1, other_start, other_start)
        )
        blocks[n - 1 : n + 1] = [whole]
        place = anchors.index(parting)
        anchors[place] = Block(
            whole.base_end, whole.base_end + 1, whole.version_end, whole.version_end + 1
        )
    return Alignment(anchors, blocks)


def _equal_ends(base: Sequence[Form], version: Sequence[Form]) -> tuple[int, int, int]:
    """Return where the equal start ends, and where the equal end starts on each side."""
    start, shorter = 0, min(len(base), len(version))
    while start < shorter and base[start].printed == version[start].printed:
        start += 1
    end, other_end = len(base), len(version)
    while (
        end > start
        and other_end > start
        and base[end - 1].printed == version[other_end - 1].printed
    ):
        end -= 1
        other_end -= 1
    return start, end, other_end


def _flat(forms: Sequence[Form], start: int) -> tuple[list[str], list[int]]:
    keys: list[str] = []
    owners: list[int] = []
    for number, form in enumerate(forms[start:], start):
        for key in form.keys:
            keys.append(key)
            owners.append(number)
    return keys, owners


def _anchors(base: Sequence[Form], version: Sequence[Form], start: int) -> Iterator[Block]:
    """Yield the groups of words from a place on whose keys all met, in order."""
    base_keys, base_owners = _flat(base, start)
    version_keys, version_owners = _flat(version, start)
    group: list[int] | None = None
    for base_number, version_number in _met(base_keys, version_keys, base_owners, version_owners):
        if group and (base_number == group[1] or version_number == group[3]):
            group[1], group[3] = base_number, version_number
            group[4] += 1
            continue
        if group and _complete(group, base, version):
            yield Block(group[0], group[1] + 1, group[2], group[3] + 1)
        group = [base_number, base_number, version_number, version_number, 1]
    if group and _complete(group, base, version):
        yield Block(group[0], group[1] + 1, group[2], group[3] + 1)


def _met(
    base_keys: list[str], version_keys: list[str], base_owners: list[int], version_owners: list[int]
) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the words of each pair of keys that met."""
    for start, other_start, size in _equal_runs(base_keys, version_keys):
        yield from zip(
            base_owners[start : start + size],
            version_owners[other_start : other_start + size],
            strict=True,
        )


def _equal_runs(one: list[str], other: list[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the runs of equal keys: where they start on either side, and how long they are.

    The aligner keeps a bit for each pair of keys, so endless rows are aligned in pieces.
    """
    if len(one) * len(other) <= MOST_PAIRS:
        for code in Indel.opcodes(one, other):
            if code.tag == "equal":
                yield code.src_start, code.dest_start, code.src_end - code.src_start
        return
    cut, other_cut = _middle(one, other)
    yield from _equal_runs(one[:cut], other[:other_cut])
    for start, other_start, size in _equal_runs(one[cut:], other[other_cut:]):
        yield cut + start, other_cut + other_start, size


def _middle(one: list[str], other: list[str]) -> tuple[int, int]:
    """Return where to cut two long rows: at the key nearest the middle that stands once in both."""
    counts, others = Counter(one), Counter(other)
    middle = len(one) // 2
    for place in sorted(range(1, len(one)), key=lambda n: abs(n - middle)):
        if counts[one[place]] == 1 == others[one[place]]:
            found = other.index(one[place])
            if found > 0 and abs(found / len(other) - place / len(one)) < 0.25:
                return place, found
    return middle, len(other) // 2


def _complete(group: list[int], base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether no key of the group's words was left over on either side."""
    first, last, other_first, other_last, count = group
    if first == last and other_first == other_last:
        return len(base[first].keys) == count == len(version[other_first].keys)
    return (
        sum(len(form.keys) for form in base[first : last + 1]) == count
        and sum(len(form.keys) for form in version[other_first : other_last + 1]) == count
    )


def _at_marks(
    gap: Block, base: Sequence[Form], version: Sequence[Form], kinds: Sequence[str] = ()
) -> list[Block]:
    """Part a gap at the marks that stand once on both sides: what they part is told by itself."""
    kinds = kinds or _PARTING
    if _no_marks(base, gap.base_start, gap.base_end) or _no_marks(
        version, gap.version_start, gap.version_end
    ):
        return [gap]
    for number, kind in enumerate(kinds):
        one = _lone(base, gap.base_start, gap.base_end, kind)
        other = _lone(version, gap.version_start, gap.version_end, kind)
        if one is None or other is None:
            continue
        parts = (
            Block(gap.base_start, one, gap.version_start, other),
            Block(one, gap.base_end, other, gap.version_end),
        )
        rest = kinds[number + 1 :]
        return (
            [found for part in parts for found in _at_marks(part, base, version, rest)]
            if rest
            else [*parts]
        )
    return [gap]


def _no_marks(forms: Sequence[Form], start: int, end: int) -> bool:
    return all(map(_WORD, forms[start:end]))


_WORD = attrgetter("word")

_PARTING = ('"', "-", "(", ")", ";", ":")


def _lone(forms: Sequence[Form], start: int, end: int, kind: str) -> int | None:
    """Return where the only mark of a kind stands in a row; a quotation mark if it closes."""
    marks = [n for n in range(start, end) if forms[n].folded == kind]
    if len(marks) != 1:
        return None
    closes = marks[0] > 0 and forms[marks[0] - 1].folded in _BEFORE_CLOSING
    return marks[0] if closes or kind != '"' else None


_BEFORE_CLOSING = frozenset({",", ".", "!", "?"})


def _without_equal_ends(
    gap: Block, base: Sequence[Form], version: Sequence[Form]
) -> tuple[list[Block], Block, list[Block]]:
    """Split equal marks off both ends of a gap; they are anchors too."""
    start, end, other_start, other_end = gap
    head: list[Block] = []
    tail: list[Block] = []
    while start < end and other_start < other_end and _is_same(base[start], version[other_start]):
        head.append(Block(start, start + 1, other_start, other_start + 1))
        start += 1
        other_start += 1
    while (
        start < end and other_start < other_end and _is_same(base[end - 1], version[other_end - 1])
    ):
        end -= 1
        other_end -= 1
        tail.append(Block(end, end + 1, other_end, other_end + 1))
    return head, Block(start, end, other_start, other_end), tail[::-1]


def _is_same(one: Form, other: Form) -> bool:
    """Tell whether two words or marks are the same; in copy of one case by what is printed."""
    return one.folded == other.folded or one.printed == other.printed
