"""Know how an article names things: runs of names, and what it calls them for short."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from variorum.collation.lexicons.names import bodies
from variorum.collation.lexicons.words import people, words
from variorum.collation.reading.analysis import Analysis
from variorum.collation.reading.forms import Form
from variorum.collation.reading.people import Mention

Run = tuple[str, ...]
_JOINS = frozenset({"of", "and", "the", "for", "&"})
_MOST_BEFORE = 8
"""How many words before a surname may tell of its bearer."""


@lru_cache(maxsize=64)
def runs_of(analysis: Analysis) -> frozenset[Run]:
    """Return the runs of names of an article, without what only says of what kind a company is."""
    return frozenset(
        tuple(w for w in run if w not in people().companies) for run in whole_runs_of(analysis)
    )


@lru_cache(maxsize=64)
def whole_runs_of(analysis: Analysis) -> frozenset[Run]:
    """Return the runs of names of an article as they stand."""
    return frozenset(run for unit in analysis.units for run in _runs(unit.forms))


@lru_cache(maxsize=64)
def kinds_given(analysis: Analysis) -> frozenset[Run]:
    """Return the names of an article behind which the kind of a company stands: Lund Motor Co."""
    return frozenset(
        tuple(form.bare for form in unit.forms[first:place])
        for unit in analysis.units
        for place, kind in enumerate(unit.forms)
        if is_kind_of_company(kind)
        for first in range(max(place - _MOST_NAMES, 0), place)
        if all(_is_name(form) for form in unit.forms[first:place])
    )


_MOST_NAMES = 5


@lru_cache(maxsize=64)
def joined_runs_of(analysis: Analysis) -> frozenset[Run]:
    """Return the runs of names of an article, little words between two names included."""
    return frozenset(run for unit in analysis.units for run in _joined(unit.forms))


def _runs(forms: Sequence[Form]) -> Iterator[Run]:
    run: list[str] = []
    for form in forms:
        if _is_name(form):
            run.append(form.bare)
        elif run:
            yield tuple(run)
            run = []
        if run and form.lower.endswith("'s"):
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _joined(forms: Sequence[Form]) -> Iterator[Run]:
    start = 0
    while start < len(forms):
        if not _is_name(forms[start]):
            start += 1
            continue
        end = start + 1
        while end < len(forms):
            if _is_name(forms[end]):
                end += 1
            elif (
                forms[end].folded in _JOINS
                and (ahead := _next_name(forms, end))
                and not forms[end - 1].lower.endswith("'s")
            ):
                end = ahead
            else:
                break
        yield tuple(form.bare for form in forms[start:end])
        start = end


def _next_name(forms: Sequence[Form], place: int) -> int:
    """Return the place behind the name that follows one or two joining words, else 0."""
    while place < len(forms) and forms[place].folded in _JOINS:
        place += 1
    return place + 1 if place < len(forms) and forms[place].name else 0


def _is_name(form: Form) -> bool:
    """Tell whether a word is part of a name: "The" at a sentence's start is none."""
    return form.name and form.lower not in words().function and form.lower not in words().starters


def _is_kind(form: Form) -> bool:
    return form.bare in people().companies


def is_kind_of_company(form: Form) -> bool:
    """Tell whether a word only says of what legal kind a company is: Inc, Ltd."""
    return _is_kind(form) and form.surface[0].isupper()


def initials_of(run: Run) -> set[str]:
    """Return the letters that a run of names may be known by, little words left out or not."""
    parts = [part for word in run for part in word.split("-") if part[:1].isalnum()]
    every = "".join(part[0] for part in parts)
    heavy = "".join(part[0] for part in parts if part not in words().function)
    return {every, heavy}


def told_of(analysis: Analysis, surname: str) -> Iterator[frozenset[str]]:
    """Yield, for each naming of a surname, the words before it that may tell of its bearer."""
    for mention in analysis.cast.by_name.get(surname, ()):
        forms = analysis.units[mention.unit].forms
        place = mention.place + mention.names.index(surname)
        row = forms[max(place - _MOST_BEFORE, 0) : place]
        marks = [n for n, form in enumerate(row) if not form.word]
        yield frozenset(form.bare for form in row[(marks[-1] + 1 if marks else 0) :])
        yield from _apposed(forms, mention)


def _apposed(forms: Sequence[Form], mention: Mention) -> Iterator[frozenset[str]]:
    """Yield what a sentence says somebody is, between two marks: Orla Finch, the mayor of Lund, said.

    Whom an office had, or whose relative somebody is, gives nobody the office.
    """
    first, end = mention.start, mention.place + len(mention.names)
    before = [n for n in range(first - 1) if not forms[n].word]
    rows = (
        forms[end + 1 : end + 1 + _MOST_BEFORE] if _is_comma(forms, end) else (),
        forms[before[-1] + 1 if before else 0 : first - 1]
        if _is_comma(forms, first - 1) and _is_comma(forms, end)
        else (),
    )
    for row in rows:
        last = next(
            (n for n, form in enumerate(row) if not form.word or form.lower in _OF), len(row)
        )
        told = frozenset(form.bare for form in row[:last])
        if told.isdisjoint(bodies().telling) and told.isdisjoint(people().kin):
            yield told


_OF = frozenset({"of", "for", "in", "at", "to", "and", "with", "who"})


def _is_comma(forms: Sequence[Form], place: int) -> bool:
    return 0 <= place < len(forms) and forms[place].folded == ","
