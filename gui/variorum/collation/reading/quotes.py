"""Find what stands in quotation marks, and who says it.

Knows the marks of English, French, German, Nordic and wire copy (`` and ''). A quotation that
runs on over several paragraphs, each opened anew and only the last closed, is one a paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, groupby
from operator import attrgetter

from variorum.collation.lexicons.words import reporting
from variorum.collation.reading.forms import Form
from variorum.collation.reading.people import Cast, Mention
from variorum.collation.reading.tokens import Token
from variorum.collation.reading.units import Unit
from variorum.collation.reading.unnamed import unnamed_speaker
from variorum.text import Span

_OPENS_ALWAYS = frozenset({"“", "‘‘", "„", "‘", "‚", "``", "‟", "「"})
_CLOSES_ALWAYS = frozenset({"”", "’’", "’", "」"})
_MARKS = frozenset({'"', "'"})
_CLIPPED = frozenset({"n", "em", "til", "tis", "twas", "cause", "round", "bout", "cos"})
"""Words that begin with an apostrophe; decades do too."""
_DECADE = re.compile(r"\d0s$")
_SPEECH_WORDS = 3
"""Longer than this is speech even without a verb of saying."""
_NEAR_VERB = 8


@dataclass(frozen=True, slots=True)
class _Row:
    """Hold the words and marks of a paragraph, and where each of its sentences begins."""

    units: Sequence[Unit]
    starts: Sequence[int]
    """The number of each sentence's first word; where the paragraph ends comes last."""
    tokens: Sequence[Token]
    forms: Sequence[Form]
    marks: Sequence[int]
    """The numbers of the marks that may open or close a quotation."""

    @classmethod
    def of(cls, units: Sequence[Unit]) -> "_Row":
        """Return the row of a paragraph's sentences."""
        forms = tuple(chain.from_iterable([unit.forms for unit in units]))
        return cls(
            units,
            tuple(accumulate([len(unit.forms) for unit in units], initial=0)),
            tuple(chain.from_iterable([unit.tokens for unit in units])),
            forms,
            [n for n, form in enumerate(forms) if form.folded in _MARKS],
        )

    def home(self, place: int) -> int:
        """Return which sentence a word stands in, counted from the paragraph's first."""
        return bisect_right(self.starts, place) - 1

    def marks_behind(self, place: int) -> Sequence[int]:
        """Return the numbers of the marks behind a word."""
        return self.marks[bisect_right(self.marks, place) :]

    def around(self, start: int, end: int) -> Sequence[Form]:
        """Return the words beside a stretch in the sentences in which it begins and ends."""
        return (
            *self.forms[self.starts[self.home(start)] : start],
            *self.forms[end : self.starts[self.home(end - 1) + 1]],
        )


@dataclass(frozen=True, slots=True)
class Quote:
    """Hold the words between a pair of marks, and the sentences they stand in."""

    words: Span
    forms: tuple[Form, ...]
    tokens: tuple[Token, ...]
    first_unit: int
    last_unit: int
    speech: bool
    speaker: str | None
    speaker_names: frozenset[str]
    """Nothing where the speaker has no name: a police spokesman."""


def quotes_of(units: Sequence[Unit], cast: Cast) -> tuple[Quote, ...]:
    """Return the quotations of an article's story, in order."""
    found: list[Quote] = []
    for _, group in groupby(units, key=_PASSAGE):
        within = list(group)
        if not any(map(_has_marks, within)):
            continue
        row = _Row.of(within)
        for start, end in _pairs(row):
            quote = _quote(row, start, end, cast)
            found.append(_continued(quote, found[-1] if found else None, row, start, end))
    return tuple(found)


_PASSAGE = attrgetter("passage")


def _has_marks(unit: Unit) -> bool:
    return not _MARKS.isdisjoint([form.folded for form in unit.forms])


def _continued(quote: Quote, last: Quote | None, row: _Row, start: int, end: int) -> Quote:
    """Return a quotation with the speaker of the one before it, where nothing else stands beside it.

    So runs "…," X said. "…": the second is a sentence of its own, in the same paragraph.
    """
    if quote.speaker or last is None or last.speaker is None:
        return quote
    if last.last_unit != quote.first_unit - 1 or row.units[0].number > last.last_unit:
        return quote
    if any(form.word for form in row.around(start, end)):
        return quote
    return replace(quote, speech=True, speaker=last.speaker, speaker_names=last.speaker_names)


def _pairs(row: _Row) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the first word inside a pair of marks and of its closing mark."""
    past = 0
    for place in row.marks:
        kind = row.forms[place].folded
        if place >= past and _opens(row.tokens, place, single=kind == "'"):
            end = _closing(row, place, kind)
            if end is not None:
                if end > place + 1:
                    yield place + 1, end
                past = end + 1


def _opens(tokens: Sequence[Token], place: int, *, single: bool) -> bool:
    surface = tokens[place].surface
    follower = tokens[place + 1].surface if place + 1 < len(tokens) else ""
    if surface != "‘" and single and (_DECADE.match(follower) or follower.lower() in _CLIPPED):
        return False
    if surface in _OPENS_ALWAYS:
        return True
    if surface in _CLOSES_ALWAYS:
        return False
    if not single:
        return True
    before_apart = place == 0 or tokens[place - 1].end < tokens[place].start
    after_close = place + 1 < len(tokens) and tokens[place + 1].start == tokens[place].end
    return before_apart and after_close


def _closing(row: _Row, start: int, kind: str) -> int | None:
    curly = row.tokens[start].surface in _OPENS_ALWAYS
    for place in row.marks_behind(start):
        if row.forms[place].folded != kind or row.tokens[place].surface == "‘":
            continue
        if kind == "'" and not _stands_after(row.tokens, place):
            continue
        if kind == "'" and _is_possessive(row, place):
            continue
        return place
    # A paragraph of a longer quotation stays open.
    return len(row.tokens) if kind == '"' and curly else None


def _stands_after(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a single mark follows its word directly and nothing sticks to it."""
    if tokens[place - 1].end != tokens[place].start:
        return False
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return after is None or after.start > tokens[place].end or not after.surface[0].isalnum()


def _is_possessive(row: _Row, place: int) -> bool:
    """Tell whether a mark behind an s is a plural's apostrophe: another one closes further on."""
    after = row.tokens[place + 1 : place + 2]
    ends_in_s = row.forms[place - 1].lower.endswith("s")
    if not ends_in_s or not after or not after[0].surface[0].isalnum():
        return False
    for later in row.marks_behind(place):
        if row.forms[later].folded != "'":
            continue
        if _opens(row.tokens, later, single=True):
            return False
        if _stands_after(row.tokens, later):
            return True
    return False


def _quote(row: _Row, start: int, end: int, cast: Cast) -> Quote:
    forms = tuple(row.forms[start:end])
    words = sum([form.word for form in forms])
    around = row.around(start, end)
    said = any(form.lower in reporting() or form.lower == "according" for form in around)
    speaker = _speaker(row, start, end, cast) if said else None
    unnamed = _unnamed(row, start, end) if said and not speaker else None
    return Quote(
        words=Span(row.tokens[start].start, row.tokens[end - 1].end),
        forms=forms,
        tokens=tuple(row.tokens[start:end]),
        first_unit=row.units[row.home(start)].number,
        last_unit=row.units[row.home(end - 1)].number,
        speech=words > _SPEECH_WORDS or said,
        speaker=_full(speaker, cast).label if speaker else unnamed,
        speaker_names=frozenset(_full(speaker, cast).names) if speaker else frozenset(),
    )


def _unnamed(row: _Row, start: int, end: int) -> str | None:
    """Return the speaker without a name who stands beside a quotation."""
    first, past = row.starts[row.home(start)], row.starts[row.home(end - 1) + 1]
    return unnamed_speaker(row.forms[first:past], start - first, end - first)


def _full(mention: Mention, cast: Cast) -> Mention:
    """Return the full naming of a speaker, where the article has one."""
    if mention.is_full:
        return mention
    return cast.who(mention.names[0], unit=mention.unit) or mention


def _speaker(row: _Row, start: int, end: int, cast: Cast) -> Mention | None:
    """Return who is named beside the verb of saying: after the quotation, else before it."""
    after = _said_by(row, range(end, min(len(row.forms), end + _NEAR_VERB)), cast, adjacent=True)
    if after:
        return after
    before = range(start - 1, row.starts[row.home(start)] - 1, -1)
    found = _said_by(row, before, cast, adjacent=False)
    if found:
        return found
    rest = range(end, row.starts[row.home(end - 1) + 1])
    return _said_by(row, rest, cast, adjacent=False)


_PRONOUNS = {"he": "male", "she": "female"}


def _said_by(row: _Row, places: Sequence[int], cast: Cast, *, adjacent: bool) -> Mention | None:
    """Return the person named directly before or after the first verb of saying that has one."""
    for place in places:
        form = row.forms[place]
        if adjacent and form.folded in {".", ";"}:
            return None
        if form.lower not in reporting():
            continue
        home = row.home(place)
        unit, start = row.units[home].number, row.starts[home]
        offset = place - start
        named = cast.by_unit.get(unit, ())
        beside = [
            *(m for m in named if m.place + len(m.names) == offset),
            *(m for m in named if m.start == offset + 1),
        ]
        if beside:
            return beside[0]
        near = [m for m in named if places[0] - start <= m.place < offset] if adjacent else []
        if near:
            return near[-1]
        before = row.forms[place - 1].lower if place else ""
        if before in _PRONOUNS:
            return _last_person(cast, unit, before)
    return None


def _last_person(cast: Cast, unit: int, pronoun: str) -> Mention | None:
    """Return whom a pronoun means: the person named last in the two sentences before."""
    before = [m for n in (unit - 2, unit - 1) for m in cast.by_unit.get(n, ())]
    for mention in reversed(before):
        person = mention.is_full or mention.titles or cast.full_names(mention.names[0])
        if person and mention.gender in {None, _PRONOUNS[pronoun]}:
            return mention
    return None


def by_unit(quotes: Sequence[Quote]) -> dict[int, tuple[Quote, ...]]:
    """Return the quotations that stand in each sentence."""
    found: dict[int, tuple[Quote, ...]] = {}
    for quote in quotes:
        for number in range(quote.first_unit, quote.last_unit + 1):
            found[number] = (*found.get(number, ()), quote)
    return found
