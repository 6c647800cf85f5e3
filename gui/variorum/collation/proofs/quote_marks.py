"""Prove that a quotation mark came or went, and the same words are quoted as before.

A mark tells that words are somebody's own, so it is form only where something else tells the
same: the words beside it are quoted on both sides all the same, the sentence is part of a longer
quotation on both, it speaks of "we" as only a speaker does, or the marks are those of a title.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from variorum.collation.lexicons.names import works
from variorum.collation.lexicons.words import reporting
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import Form
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule

_QUOTES = frozenset({'"', "'"})
SELVES = frozenset(
    {"i", "we", "my", "our", "us", "me", "mine", "ours", "i'm", "i've", "i'd", "i'll", "we're", "we've", "we'd", "we'll", "let's"}
)  # fmt: skip
_MOST_TITLE = 8
_CALLED_WITHIN = 6
_NOUN_WITHIN = 3
_LEAST_SPOKEN = 4


class _Lost(NamedTuple):
    """Hold a mark that one side has alone, and where it would stand on the other."""

    whole: Side
    place: int
    other: Side
    gap: int

    @property
    def home(self) -> range:
        """Return the places of the mark's sentence."""
        return _sentence(self.whole, self.place)

    @property
    def other_home(self) -> range:
        """Return the places of the sentence where the mark would stand."""
        last = len(self.other.forms) - 1
        before = self.gap - 1
        closes = self.place > self.home.start and before >= 0
        return _sentence(self.other, before if closes else min(self.gap, last))


def prove_lost_mark(pair: Pair, block: Block) -> Proof | None:
    """Prove that one mark came or went, and that the words beside it are quoted on both sides, or on none."""
    lost = _lost(pair, block)
    if lost is None or not lost.other.forms:
        return None
    if (
        _is_quoted_alike(lost)
        or _runs_on(lost)
        or _is_half(lost)
        or _speaks_of_self(lost)
        or _is_of_title(lost)
    ):
        return Proof(Rule.QUOTE_MARKS, block, ReasonKind.FORM_ONLY)
    return None


def _lost(pair: Pair, block: Block) -> _Lost | None:
    """Return the one mark that is a whole block."""
    if block.base_start < block.base_end:
        found = _Lost(pair.base, block.base_start, pair.version, block.version_start)
        forms = pair.base_forms(block)
    else:
        found = _Lost(pair.version, block.version_start, pair.base, block.base_start)
        forms = pair.version_forms(block)
    return found if len(forms) == 1 and forms[0].folded in _QUOTES else None


def _sentence(side: Side, place: int) -> range:
    home, start, end = side.homes[place], place, place + 1
    while start and side.homes[start - 1] == home:
        start -= 1
    while end < len(side.homes) and side.homes[end] == home:
        end += 1
    return range(start, end)


def _at_edge(lost: _Lost) -> bool:
    """Tell whether a mark opens or ends its sentence, and would do so on the other side."""
    home, other = lost.home, lost.other_home
    if lost.place == home.start:
        return lost.gap == other.start
    return lost.place == home.stop - 1 and lost.gap == other.stop


def _is_quoted_alike(lost: _Lost) -> bool:
    """Tell whether the words before and behind a mark are the same on both sides, and quoted alike.

    Within a quotation a mark quotes somebody else, or doubts a word.
    """
    if lost.place in lost.whole.quoted:
        return False
    rows = (
        (_words(lost.whole, range(lost.place - 1, -1, -1)), _words(lost.other, range(lost.gap - 1, -1, -1))),
        (
            _words(lost.whole, range(lost.place + 1, len(lost.whole.forms))),
            _words(lost.other, range(lost.gap, len(lost.other.forms))),
        ),
    )  # fmt: skip
    quoted = False
    for row, other_row in rows:
        here, there = next(row, None), next(other_row, None)
        if here is None or there is None:
            if here is not there:
                return False
            continue
        one, other = here in lost.whole.quoted, there in lost.other.quoted
        if lost.whole.forms[here].lower != lost.other.forms[there].lower or one != other:
            return False
        quoted |= one
    return quoted


def _words(side: Side, places: range) -> Iterator[int]:
    return (n for n in places if side.forms[n].word)


def _runs_on(lost: _Lost) -> bool:
    """Tell whether words beside a mark at its sentence's edge are quoted on both sides."""
    if len(lost.whole.units) != 1 or len(lost.other.units) != 1 or not _at_edge(lost):
        return False
    step = 1 if lost.place == 0 else -1
    one = lost.place + step
    other = lost.gap if step > 0 else lost.gap - 1
    return one in lost.whole.quoted and other in lost.other.quoted


def _is_half(lost: _Lost) -> bool:
    """Tell whether a sentence of a longer quotation lacks a mark: the other side opens it, or closes it.

    Of the sentence in the middle the first paper has the mark that opens, the other the one that closes.
    """
    if len(lost.whole.units) != 1 or len(lost.other.units) != 1 or not _at_edge(lost):
        return False
    marks = _marks(lost.whole, lost.home), _marks(lost.other, lost.other_home)
    if len(marks[0]) == 2 and len(marks[1]) == 1:
        return True
    if len(marks[1]) % 2 == 0:
        return False
    opens = lost.place == lost.home.start
    return _closes(lost.other, marks[1][0]) if opens else _opens(lost.other, marks[1][-1])


def _closes(side: Side, place: int) -> bool:
    """Tell whether a mark sticks to the word or mark before it alone."""
    return _sticks(side, place - 1) and not _sticks(side, place)


def _opens(side: Side, place: int) -> bool:
    return _sticks(side, place) and not _sticks(side, place - 1)


def _sticks(side: Side, place: int) -> bool:
    """Tell whether nothing lies between a word or mark and the next one."""
    row = side.tokens[max(place, 0) : place + 2]
    return place >= 0 and len(row) > 1 and row[0].end == row[1].start


def _marks(side: Side, places: range) -> list[int]:
    """Return the marks of quotation of a sentence; an apostrophe is none."""
    forms = side.forms
    return [
        n
        for n in places
        if forms[n].folded == '"' or (forms[n].folded == "'" and not _owns(forms, n))
    ]


def _owns(forms: Sequence[Form], place: int) -> bool:
    """Tell whether a mark is a plural's apostrophe: the crews' pay."""
    return (
        place > 0
        and forms[place - 1].lower.endswith("s")
        and place + 1 < len(forms)
        and forms[place + 1].word
    )


def _speaks_of_self(lost: _Lost) -> bool:
    """Tell whether a sentence begins as speech, and says "we" with the marks and without them.

    No report says it of itself: "We never saw the boat," the mate said. => We never saw the boat.
    What stands behind a verb of saying may be told in the paper's words, and is another matter.
    """
    home, other = lost.home, lost.other_home
    marks = _marks(lost.whole, home)
    opened = not marks or marks[0] == home.start or marks[0] == lost.place
    if not opened or _marks(lost.other, other):
        return False
    end = next((n for n in marks if n > home.start), home.stop)
    spoken = [lost.whole.forms[n].lower for n in range(home.start, end) if lost.whole.forms[n].word]
    told = [lost.other.forms[n] for n in other if lost.other.forms[n].word]
    if lost.place not in {home.start, end} or len(spoken) < _LEAST_SPOKEN:
        return False
    if not _begins_alike(lost, spoken, [form.lower for form in told]):
        return False
    own = next((n for n, word in enumerate(spoken) if word in SELVES), None)
    its = next((n for n, form in enumerate(told) if form.lower in SELVES), None)
    if own is None or its is None or spoken[own] != told[its].lower:
        return False
    return not any(word in reporting() or word == "that" for word in (*spoken[:own], *(f.lower for f in told[:its])))  # fmt: skip


def _begins_alike(lost: _Lost, spoken: Sequence[str], told: Sequence[str]) -> bool:
    """Tell whether the words beside a mark are the same: the first ones, or those before the mark that closes."""
    if lost.place == lost.home.start:
        return spoken[:1] == told[:1]
    before = lost.other.forms[: lost.gap]
    last = next((form.lower for form in reversed(before) if form.word), "")
    return spoken[-1] == last


def _is_of_title(lost: _Lost) -> bool:
    """Tell whether a mark is one of two round a title, whose words stand plain on the other side.

    Houses set the film "The Long Pier" in quotation marks, in italics or plain; marks about other
    words tell that somebody said them, or doubt them: "Lying Pete", the "Great Betrayal".
    """
    if lost.whole.forms[lost.place].folded != '"':
        return False
    marks = [n for n in lost.home if lost.whole.forms[n].folded == '"']
    first = marks.index(lost.place) // 2 * 2
    if len(marks) % 2 or not _is_work(lost.whole, marks[first], marks[first + 1]):
        return False
    titled = [
        lost.whole.forms[n].lower
        for n in range(marks[first] + 1, marks[first + 1])
        if lost.whole.forms[n].word
    ]
    plain = [n for n in lost.other_home if lost.other.forms[n].word]
    return any(
        [lost.other.forms[n].lower for n in row] == titled
        and lost.other.quoted.isdisjoint(row)
        and lost.gap in {row[0], row[-1] + 1}
        for row in (plain[n : n + len(titled)] for n in range(len(plain) - len(titled) + 1))
    )


def _is_work(side: Side, first: int, last: int) -> bool:
    """Tell whether what stands between two marks is titled, by its capitals and a noun beside it.

    Whoever calls a film a name, or says a word of somebody, is quoted.
    """
    row = [form for form in side.forms[first + 1 : last] if form.word]
    if not row or len(row) > _MOST_TITLE:
        return False
    before = [form.lower for form in side.forms[max(first - _CALLED_WITHIN, 0) : first]]
    if before[-1:] == ["word"]:
        return len(row) == 1 and any(form.lower in works().spelt for form in side.forms)
    if works().calling.intersection(before) or (before and before[-1] in reporting()):
        return False
    titled = [form for form in row if not form.little]
    capitals = bool(titled) and all(form.surface[0].isupper() for form in titled)
    if before and before[-1] in works().titled:
        return capitals
    after = [form.lower for form in side.forms[last + 1 : last + 2]]
    beside = works().nouns.intersection((*before[-_NOUN_WITHIN:], *after))
    return capitals and len(titled) > 1 and bool(beside)
