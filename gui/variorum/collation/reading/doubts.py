"""Read copy of one case a second time: with every word for a name that may be one.

Where capitals tell nothing, Finch may be a bird. What both readings prove is proved.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from variorum.collation.lexicons.words import calendar, numbers, people, units, words
from variorum.collation.reading.analysis import Analysis
from variorum.collation.reading.cases import LetterCase
from variorum.collation.reading.forms import Form, form_of, printed_otherwise
from variorum.collation.reading.people import cast_of
from variorum.collation.reading.quotes import by_unit, quotes_of
from variorum.collation.reading.units import Unit
from variorum.collation.reading.verbs import verb_forms

_DETERMINERS = frozenset(
    {"his", "her", "its", "their", "our", "my", "your", "this", "these", "those", "no", "some", "any", "every", "each"}
)  # fmt: skip


@lru_cache(maxsize=64)
def doubted(analysis: Analysis) -> Analysis:
    """Return an analysis in which what may be a name in copy of one case is one; its words stay where they are."""
    mixed = [unit for unit in analysis.units if unit.case is LetterCase.MIXED]
    asked = {f.lower for u in analysis.units if u.case is not LetterCase.MIXED for f in u.forms}
    small = frozenset(
        form.lower
        for unit in mixed
        for form in unit.forms
        if form.lower in asked and form.folded.islower()
    )
    units = tuple(
        unit if unit.case is LetterCase.MIXED else replace(unit, forms=tuple(_forms(unit, small)))
        for unit in analysis.units
    )
    cast = cast_of(
        units, {unit.number: analysis.cast.by_unit.get(unit.number, ()) for unit in mixed}
    )
    quotes = quotes_of(units, cast)
    return replace(analysis, units=units, cast=cast, quotes=quotes, quotes_by_unit=by_unit(quotes))


def _forms(unit: Unit, small: frozenset[str]) -> Iterator[Form]:
    """Yield a sentence's words, those that may be names with a capital."""
    before: Form | None = None
    for form, after in zip(unit.forms, (*unit.forms[1:], None), strict=True):
        if form.lower not in small and _may_be_name(form, before, after):
            surface = form.surface[:1].upper() + form.surface[1:]
            yield printed_otherwise(form_of(surface), form.printed)
        else:
            yield form
        before = form


def _may_be_name(form: Form, before: Form | None, after: Form | None) -> bool:
    """Tell whether a word in small letters may be a name: no verb, and with no article before it.

    What capitals make another word may be that one even behind an article: the House.
    """
    if form.name or not form.word or form.little or form.figures or not form.surface[0].islower():
        return False
    led = before is not None and (
        before.lower in words().articles or before.lower in _DETERMINERS or bool(before.figures)
    )
    if form.lower in words().case and (led or form.lower not in verb_forms()):
        return True
    # "the dune police": a name may stand between an article and what it is the name of.
    leads = after is not None and after.lower in people().organisations
    return not (led and not leads) and not _is_ordinary(form)


def _is_ordinary(form: Form) -> bool:
    """Tell whether a word is known as one that names nobody."""
    told = {form.bare, *form.keys}
    return (
        form.title
        or form.honorific
        or form.lower.endswith("ly")
        or form.lower in verb_forms()
        or form.bare in _of_people()
        or form.bare in words().nouns
        or form.bare in words().synonyms
        or not told.isdisjoint(units().sizes)
        or not told.isdisjoint(numbers().magnitudes)
        or not told.isdisjoint(calendar().times)
        or not told.isdisjoint(words().hedges)
        or "percent" in told
    )


@cache
def _of_people() -> frozenset[str]:
    """Return the words beside names that name nobody themselves."""
    table = people()
    return table.kin | table.bodies | table.portfolios | table.companies
