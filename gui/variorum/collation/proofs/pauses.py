"""Tell whether a comma stands where two parts are apart without it: before who said it, or who somebody is.

Each way is known by the words beside the comma; whatever could be read as one part without it, as
"sent Varde a mill", is none.
"""

from collections.abc import Sequence
from itertools import pairwise

from variorum.collation.lexicons.clauses import clauses
from variorum.collation.lexicons.words import calendar, commas, numbers, reporting, words
from variorum.collation.reading.forms import POSSESSIVE, Form
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import AUXILIARIES, Tense, is_form, lemma

_ARTICLES = frozenset({"a", "an", "the"})
_LISTS = frozenset({"and", "or"})
_MOST_SPEAKER = 10
_MOST_APPOSED = 24
_BEFORE_NAME = 8
"""How far before a name a verb with two objects may stand."""


def is_set_apart(side: Side, place: int, before: Form, after: Form) -> bool:
    """Tell whether the words beside a comma belong to two parts of their sentence without it, too."""
    return (
        _names_speaker(side, place, before)
        or _opens_apposition(side, place, before, after)
        or _tells_of_body(side, place, before, after)
        or _follows_amount(side, place, before, after)
        or _tells_when_said(side, place, before, after)
        or _closes_subject(side, place, after)
        or _is_however(side, place, before, after)
    )


def _rest(side: Side, place: int) -> Sequence[Form]:
    """Return what stands in the sentence behind a comma."""
    end = place + 1
    while end < len(side.forms) and side.homes[end] == side.homes[place]:
        end += 1
    return side.forms[place + 1 : end]


def _names_speaker(side: Side, place: int, before: Form) -> bool:
    """Tell whether the sentence ends with who said it: it was lost, the mayor of Lund said on Monday."""
    row = [form for form in _rest(side, place) if form.word or form.folded != "."]
    while row and (row[-1].lower in _TIMES or _is_day(row[-1])):
        row = row[:-1]
    if not 1 < len(row) <= _MOST_SPEAKER or row[-1].lower not in {
        "said",
        "says",
        "showed",
        "added",
    }:
        return False
    subject = row[:-1]
    opens = subject[0].lower in _ARTICLES | _PRONOUNS or subject[0].name or subject[0].title
    if row[-1].lower in _SHOWS and not counts([before]) and not _measures(before):
        # "The boat the picture showed", "the tax the mayor added".
        return False
    if before.lower in clauses().spoken:
        # "Everything the mayor said", "worse than police said".
        return False
    plain = all(form.word and form.lower not in AUXILIARIES for form in subject)
    acted = any(is_form(form.lower, Tense.PAST) and not form.name for form in subject)
    return opens and plain and not acted and before.lower not in reporting() and not before.name


_SHOWS = frozenset({"showed", "added"})


def _measures(form: Form) -> bool:
    """Tell whether a word ends an amount or a date: 5 percent, 3 million, in May."""
    keys = set(form.keys)
    return (
        form.lower in clauses().measures
        or _is_day(form)
        or not keys.isdisjoint(numbers().magnitudes)
        or not keys.isdisjoint(calendar().months)
    )


_TIMES = frozenset({"on", "in", "at", "late", "early", "today", "yesterday", "earlier", "later"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "officials", "police", "sources", "analysts"})


def _is_day(form: Form) -> bool:
    return any(key in calendar().days or key in calendar().times for key in form.keys)


def _opens_apposition(side: Side, place: int, before: Form, after: Form) -> bool:
    """Tell whether who or what a name is follows to a later comma or to the end: Varde, the mill in Lund."""
    opens = after.lower in _ARTICLES or after.title or after.lower.endswith(POSSESSIVE)
    joins = side.starts_sentence(place - 1) and before.lower in words().starters
    if not opens or joins or not (before.name or _is_day(before)):
        return False
    earlier = [
        side.forms[n]
        for n in range(max(place - _BEFORE_NAME, 0), place)
        if side.homes[n] == side.homes[place]
    ]
    led = next((form.lower for form in reversed(earlier) if not form.name and form.word), "")
    if led not in _PREPOSITIONS and any(_takes_two(form) for form in earlier):
        return False
    rest = _rest(side, place)[:_MOST_APPOSED]
    for n, form in enumerate(rest):
        behind = rest[n + 1] if n + 1 < len(rest) else None
        if form.folded in {",", "."} or (behind is None and n < _MOST_APPOSED - 1):
            return behind is None or not (behind.lower in _LISTS or behind.name or behind.title)
        if form.lower in AUXILIARIES | _LISTS or not form.word:
            return False
        if is_form(form.lower, Tense.PAST, Tense.THIRD) and not form.name:
            return False
    return False


_PREPOSITIONS = frozenset(
    {"to", "from", "of", "for", "with", "by", "at", "in", "near", "against", "on"}
)


def _takes_two(form: Form) -> bool:
    stems = {lemma(form.lower)}
    if form.lower.endswith("ed"):
        # No table holds every verb: crowned, dubbed.
        stems |= {form.lower[:-1], form.lower[:-2], form.lower[:-3]}
    return not stems.isdisjoint(clauses().two_objects)


def _tells_of_body(side: Side, place: int, before: Form, after: Form) -> bool:
    """Tell whether "which" tells more of what is named and no person: Varde Co, which owns the mill."""
    if after.lower != "which" or not before.name or place < 1:
        return False
    persons = side.cast.by_name.get(before.bare, ())
    listed = any(form.lower in _LISTS for form in side.forms[max(place - _NEAR, 0) : place])
    return not listed and not any(m.gender or m.titles for m in persons)


_NEAR = 4


def _follows_amount(side: Side, place: int, before: Form, after: Form) -> bool:
    """Tell whether an amount or a day stands before what cannot tell which: in May, boosted by; $5, a year earlier."""
    counted = any(key[0].isdigit() or key in numbers().magnitudes for key in before.keys)
    measured = counted or before.lower in clauses().measures | {"share"}
    if not (measured or _is_day(before) or set(before.keys) & calendar().months.keys()):
        return False
    row = _rest(side, place)
    rest = [form.lower for form in row[:3]]
    # "5 percent a year before the vote" tells how much a year.
    ends = rest[2:] != ["before"] or not any(form.word for form in row[3:4])
    ago = rest[:1] == ["a"] and rest[2:] in (["earlier"], ["ago"], ["before"]) and ends
    led = is_form(after.lower, Tense.PARTICIPLE) and rest[1:2] in (["by"], ["on"], ["from"])
    return ago or led


def _tells_when_said(side: Side, place: int, before: Form, after: Form) -> bool:
    """Tell whether when or how somebody spoke follows the verb of saying: said, when asked about it."""
    if before.lower not in {"said", "says"}:
        return after.lower in {"according", "citing"}
    beside = [form for form in _rest(side, place)[1:2] if form.word]
    tells = after.lower in commas().clauses | {"without"} and after.lower != "as"
    return tells and any(f.lower == "asked" or is_form(f.lower, Tense.ING) for f in beside)


def _closes_subject(side: Side, place: int, after: Form) -> bool:
    """Tell whether a comma closes what the name that opens the sentence is: Finch, the mayor of Lund, said."""
    if after.lower not in {"said", "says"}:
        return False
    first = place
    while first and side.homes[first - 1] == side.homes[place]:
        first -= 1
    row = side.forms[first:place]
    opened = next((n for n, form in enumerate(row) if not form.word), 0)
    if not opened or row[opened].folded != "," or not all(f.name for f in row[:opened]):
        return False
    told = row[opened + 1 :]
    apposed = bool(told) and (told[0].lower in _ARTICLES or told[0].title)
    return apposed and all(f.word and f.lower not in reporting() for f in told)


def _is_however(side: Side, place: int, before: Form, after: Form) -> bool:
    """Tell whether "however" opens a sentence as "but" does: However, the vote; not: However the vote goes, he stays."""
    opens = before.lower == "however" and side.starts_sentence(place - 1)
    begins = after.name or after.lower in _ARTICLES | {"some", "this", "these", "those", "there"}
    rest = _rest(side, place)
    said = any(form.lower in {"said", "says"} for form in rest)
    turned = not said and any(
        form.folded == "," and behind.lower in _ARTICLES | _PRONOUNS | {"we", "you", "i"}
        for form, behind in pairwise(rest)
    )
    return opens and begins and not turned


def tells_amount(side: Side, place: int, earlier: Sequence[Form]) -> bool:
    """Tell whether where an amount went follows one by how much: rose 5 percent, to 10 million."""
    row = side.forms[place + 1 : place + 4]
    if earlier and earlier[-1].figures and not _has_unit(earlier):
        # "Rose 3 to 10" tells a range, "rose 3, to 10" by how much.
        return False
    if (
        len(row) < 2
        or row[0].lower not in _LEADS_AMOUNT
        or not counts(_without_time(earlier)[-_NEAR_AMOUNT:])
    ):
        return False
    return counts(row[1:2]) or (row[1].lower in {"about", "nearly"} and counts(row[2:]))


def _has_unit(earlier: Sequence[Form]) -> bool:
    """Tell whether the figure that ends words is one of money, or by how much: rose $5, rose by 5."""
    money = earlier[-1].surface[:1] in {"$", "£", "€", "¥"}
    return money or (len(earlier) > 1 and (not earlier[-2].word or earlier[-2].lower == "by"))


def _without_time(earlier: Sequence[Form]) -> Sequence[Form]:
    """Return words without when it was at their end: rose 5 percent last week."""
    end = len(earlier)
    while end and (
        earlier[end - 1].lower in _WHEN or set(earlier[end - 1].keys) & calendar().months.keys()
    ):
        end -= 1
    return earlier[:end]


_WHEN = frozenset({"in", "during", "over", "the", "last", "past", "this", "previous", "first", "second", "third", "fourth", "day", "week", "month", "quarter", "year", "period"})  # fmt: skip


def counts(forms: Sequence[Form]) -> bool:
    """Tell whether any word states a figure."""
    return any(key[0].isdigit() for form in forms for key in form.keys)


_LEADS_AMOUNT = frozenset({"to", "from"})
_NEAR_AMOUNT = 4
