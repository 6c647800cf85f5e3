"""Find what stands in quotation marks, and who says it.

Knows the marks of English, French, German, Nordic and wire copy (`` and ''). A quotation that
runs on over several paragraphs, each opened anew and only the last closed, is one a paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
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
_FOLDED = attrgetter("folded")
_MARKS = frozenset({'"', "'"})
_CLIPPED = frozenset({"n", "em", "til", "tis", "twas", "cause", "round", "bout", "cos"})
"""Words that begin with an apostrophe; decades do too."""
_DECADE = re.compile(r"\d0s$")
_SPEECH_WORDS = 3
"""Longer than this is speech even without a verb of saying."""
_NEAR_VERB = 8

Row = Sequence[tuple[Token, Form, Unit]]
"""The words and marks of a paragraph, with their sentences."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Hold the words between a pair of marks, and the sentences they stand in."""

    words: Span
    forms: tuple[Form, ...]
    places: tuple[Span, ...]
    """Where each word and mark stands."""
    first_unit: int
    last_unit: int
    speech: bool
    speaker: str | None
    speaker_names: frozenset[str]
    """Nothing where the speaker has no name: a police spokesman."""


def quotes_of(units: Sequence[Unit], cast: Cast) -> tuple[Quote, ...]:
    """Return the quotations of an article's story, in order."""
    found: list[Quote] = []
    for _, group in groupby(units, key=lambda unit: unit.passage):
        within = list(group)
        if all(_MARKS.isdisjoint(map(_FOLDED, unit.forms)) for unit in within):
            continue
        row = [
            (token, form, unit)
            for unit in within
            for token, form in zip(unit.tokens, unit.forms, strict=True)
        ]
        for start, end in _pairs([token for token, _, _ in row], [form for _, form, _ in row]):
            quote = _quote(row, start, end, cast)
            found.append(_continued(quote, found[-1] if found else None, row, start, end))
    return tuple(found)


def _continued(quote: Quote, last: Quote | None, row: Row, start: int, end: int) -> Quote:
    """Return a quotation with the speaker of the one before it, where nothing else stands beside it.

    So runs "…," X said. "…": the second is a sentence of its own, in the same paragraph.
    """
    if quote.speaker or last is None or last.speaker is None:
        return quote
    if last.last_unit != quote.first_unit - 1 or row[0][2].number > last.last_unit:
        return quote
    alone = not any(
        form.word
        for place, (_, form, unit) in enumerate(row)
        if quote.first_unit <= unit.number <= quote.last_unit and not start <= place < end
    )
    if not alone:
        return quote
    return replace(quote, speech=True, speaker=last.speaker, speaker_names=last.speaker_names)


def _pairs(tokens: Sequence[Token], forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the first word inside a pair of marks and of its closing mark."""
    place = 0
    while place < len(tokens):
        kind = forms[place].folded
        if kind in {'"', "'"} and _opens(tokens, place, single=kind == "'"):
            end = _closing(tokens, forms, place, kind)
            if end is not None:
                if end > place + 1:
                    yield place + 1, end
                place = end + 1
                continue
        place += 1


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


def _closing(tokens: Sequence[Token], forms: Sequence[Form], start: int, kind: str) -> int | None:
    curly = tokens[start].surface in _OPENS_ALWAYS
    for place in range(start + 1, len(tokens)):
        if forms[place].folded != kind or tokens[place].surface == "‘":
            continue
        if kind == "'" and not _stands_after(tokens, place):
            continue
        if kind == "'" and _is_possessive(tokens, forms, place):
            continue
        return place
    # A paragraph of a longer quotation stays open.
    return len(tokens) if kind == '"' and curly else None


def _stands_after(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a single mark follows its word directly and nothing sticks to it."""
    if tokens[place - 1].end != tokens[place].start:
        return False
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return after is None or after.start > tokens[place].end or not after.surface[0].isalnum()


def _is_possessive(tokens: Sequence[Token], forms: Sequence[Form], place: int) -> bool:
    """Tell whether a mark behind an s is a plural's apostrophe: another one closes further on."""
    after = tokens[place + 1 : place + 2]
    if not forms[place - 1].lower.endswith("s") or not after or not after[0].surface[0].isalnum():
        return False
    for later in range(place + 1, len(tokens)):
        if forms[later].folded != "'":
            continue
        if _opens(tokens, later, single=True):
            return False
        if _stands_after(tokens, later):
            return True
    return False


def _quote(row: Row, start: int, end: int, cast: Cast) -> Quote:
    forms = tuple(form for _, form, _ in row[start:end])
    first, last = row[start][2], row[end - 1][2]
    words = sum(form.word for form in forms)
    beside = {first.number, last.number}
    around = [
        form
        for n, (_, form, unit) in enumerate(row)
        if unit.number in beside and not start <= n < end
    ]
    said = any(form.lower in reporting() or form.lower == "according" for form in around)
    speaker = _speaker(row, start, end, cast) if said else None
    unnamed = _unnamed(row, start, end) if said and not speaker else None
    return Quote(
        words=Span(row[start][0].start, row[end - 1][0].end),
        forms=forms,
        places=tuple(Span(token.start, token.end) for token, _, _ in row[start:end]),
        first_unit=first.number,
        last_unit=last.number,
        speech=words > _SPEECH_WORDS or said,
        speaker=_full(speaker, cast).label if speaker else unnamed,
        speaker_names=frozenset(_full(speaker, cast).names) if speaker else frozenset(),
    )


def _unnamed(row: Row, start: int, end: int) -> str | None:
    """Return the speaker without a name who stands beside a quotation."""
    units = {row[start][2].number, row[end - 1][2].number}
    within = [n for n in range(len(row)) if row[n][2].number in units]
    forms = [row[n][1] for n in within]
    return unnamed_speaker(forms, start - within[0], end - within[0])


def _full(mention: Mention, cast: Cast) -> Mention:
    """Return the full naming of a speaker, where the article has one."""
    if mention.is_full:
        return mention
    return cast.who(mention.names[0], unit=mention.unit) or mention


def _speaker(row: Row, start: int, end: int, cast: Cast) -> Mention | None:
    """Return who is named beside the verb of saying: after the quotation, else before it."""
    after = _said_by(row, range(end, min(len(row), end + _NEAR_VERB)), cast, adjacent=True)
    if after:
        return after
    unit = row[start][2].number
    before = [n for n in range(start - 1, -1, -1) if row[n][2].number == unit]
    found = _said_by(row, before, cast, adjacent=False)
    if found:
        return found
    unit = row[end - 1][2].number
    rest = [n for n in range(end, len(row)) if row[n][2].number == unit]
    return _said_by(row, rest, cast, adjacent=False)


_PRONOUNS = {"he": "male", "she": "female"}


def _said_by(row: Row, places: Sequence[int], cast: Cast, *, adjacent: bool) -> Mention | None:
    """Return the person named directly before or after the first verb of saying that has one."""
    for place in places:
        _, form, unit = row[place]
        if adjacent and form.folded in {".", ";"}:
            return None
        if form.lower not in reporting():
            continue
        start = next(n for n in range(len(row)) if row[n][2] is unit)
        offset = place - start
        named = cast.by_unit.get(unit.number, ())
        beside = [
            *(m for m in named if m.place + len(m.names) == offset),
            *(m for m in named if m.start == offset + 1),
        ]
        if beside:
            return beside[0]
        near = [m for m in named if places[0] - start <= m.place < offset] if adjacent else []
        if near:
            return near[-1]
        if place and row[place - 1][1].lower in _PRONOUNS:
            return _last_person(cast, unit.number, row[place - 1][1].lower)
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
