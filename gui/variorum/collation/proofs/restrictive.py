"""Tell whether a comma decides of whom, or of which ones, the words behind it tell.

Patients, over 60, were sent home; he saw the thief, climbing; Osk did not vote, like Reyle.
"""

from collections.abc import Sequence

from variorum.collation.lexicons.clauses import clauses
from variorum.collation.lexicons.words import commas, words
from variorum.collation.reading.forms import Form
from variorum.collation.reading.persons import is_person
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import AUXILIARIES, Tense, is_form


def tells_which(side: Side, place: int, earlier: Sequence[Form], after: Form) -> bool:
    """Tell whether two commas about a phrase tell it of all: patients, over 60, were sent home."""
    subject = earlier[-1].lower.endswith("s") or is_person(earlier[-1])
    acted = any(form.lower in AUXILIARIES or is_form(form.lower, Tense.PAST) for form in earlier)
    if not subject or acted:
        return False
    rest = _rest(side, place)
    named = after.lower in {"in", "at"} and len(rest) > 1 and rest[1].name
    if after.lower not in _WHICH and not named:
        return False
    closes = next((n for n, form in enumerate(rest) if not form.word), len(rest))
    behind = rest[closes + 1] if closes + 1 < len(rest) else None
    verb = behind is not None and (
        behind.lower in AUXILIARIES or is_form(behind.lower, Tense.PAST, Tense.THIRD)
    )
    return verb and rest[closes].folded == ","


_WHICH = frozenset({"with", "without", "like", "unlike", "over", "under", "above", "below", "from", "near", "inside", "outside", "against"})  # fmt: skip


def is_at_hand(earlier: Sequence[Form], after: Form) -> bool:
    """Tell whether what follows may be told of the one it was done to: they shot the man, with a gun."""
    if after.lower not in _AT_HAND or not is_person(earlier[-1]) or len(earlier) < 2:
        return False
    return any(is_form(form.lower, Tense.PAST) for form in earlier[:-1])


_AT_HAND = frozenset({"with", "without", "from"})


def is_denied(earlier: Sequence[Form], after: Form) -> bool:
    """Tell whether a negation may reach a comparison behind a comma: did not vote, like Reyle."""
    negated = any(key in words().negations for form in earlier for key in form.keys)
    return after.lower in _COMPARES and negated


def is_denied_by_clause(earlier: Sequence[Form], after: Form) -> bool:
    """Tell whether a negation may reach a clause behind a comma: did not leave, because it rained."""
    negated = any(key in words().negations for form in earlier for key in form.keys)
    return negated and after.lower not in commas().never_denied


_COMPARES = frozenset({"like", "due", "thanks"})


def goes_on_with_and(side: Side, place: int) -> bool:
    """Tell whether the name behind a comma goes on with another: In Lund, Osk and Varde mills."""
    end = place + 1
    while end < len(side.forms) and side.forms[end].name:
        end += 1
    return end < len(side.forms) and side.forms[end].lower in {"and", "or"}


def may_do(earlier: Sequence[Form], after: Form) -> bool:
    """Tell whether whoever a pause follows may do what is told behind it: saw the thief, climbing."""
    noticed = any(form.lower in clauses().noticed for form in earlier)
    if (after.lower in commas().results and not noticed) or len(earlier) < 2:
        return False
    return _did_to_somebody(earlier)


def may_be_doing(earlier: Sequence[Form], rest: Sequence[Form]) -> bool:
    """Tell whether whoever a pause follows may be whom a clause without a subject tells of: hit the boy, while drunk.

    "While he was drunk" has a subject.
    """
    if not rest or rest[0].lower not in _WHILE or len(earlier) < 2:
        return False
    end = next((n for n, form in enumerate(rest) if not form.word), len(rest))
    told = rest[1:end]
    named = not told or told[0].little or told[0].name
    placed = bool(told) and told[0].lower in commas().phrases
    finite = any(
        form.lower in AUXILIARIES or is_form(form.lower, Tense.PAST, Tense.THIRD)
        for form in told[1:]
    )
    return (placed or not named) and not finite and _did_to_somebody(earlier)


_WHILE = frozenset({"while", "whilst", "when", "if", "though", "although", "once", "until"})


def _did_to_somebody(earlier: Sequence[Form]) -> bool:
    """Tell whether words end with somebody to whom something was done: saw the thief."""
    first = len(earlier) - 1
    while first and earlier[first].name:
        first -= 1
    named = earlier[-1].name and earlier[first].lower not in _LEADS_PLACE
    acted = any(is_form(f.lower, Tense.PAST, Tense.THIRD) for f in earlier[:-1])
    return acted and (named or is_person(earlier[-1]))


_LEADS_PLACE = frozenset({"in", "at", "on", "near", "to", "from", "of", "outside", "across"})


def _rest(side: Side, place: int) -> Sequence[Form]:
    """Return what stands in the sentence behind a comma."""
    home = side.homes[place]
    return [f for n, f in enumerate(side.forms) if n > place and side.homes[n] == home]


def may_explain(earlier: Sequence[Form]) -> bool:
    """Tell whether the item before "and" may explain the one before it: Finch, the mayor, and Reyle."""
    marks = [n for n, form in enumerate(earlier) if form.folded in {",", "-", "("}]
    if not marks or marks[-1] == 0 or marks[-1] + 1 >= len(earlier):
        return False
    before, item = earlier[marks[-1] - 1], earlier[marks[-1] + 1 :]
    if _is_clause(item):
        return False
    first = marks[-2] + 1 if len(marks) > 1 else max(marks[-1] - _MOST_ITEM, 0)
    told = item[0].lower in _DETERMINERS and not any(form.name for form in item)
    explains = before.name and not item[0].name and (told or _tells_office(item))
    counted = any(key == "2" for form in earlier[first : marks[-1]] for key in form.keys)
    pair = item[0].lower in _DETERMINERS or item[0].name
    return (
        explains
        or (counted and pair)
        or (item[0].name and not before.name and _tells_one(earlier[first : marks[-1]]))
    )


def _is_clause(item: Sequence[Form]) -> bool:
    """Tell whether what stands between two marks has a verb of its own, and is no relative clause."""
    told = {form.lower for form in item}
    return not told.isdisjoint(AUXILIARIES) and told.isdisjoint({"who", "which", "that", "whose"})


_MOST_ITEM = 4
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my", "your"})


def _tells_office(forms: Sequence[Form]) -> bool:
    """Tell whether words say what somebody is: the mayor of Lima, his brother."""
    return any(is_person(form) or form.lower in _PARENTS for form in forms)


def _tells_one(forms: Sequence[Form]) -> bool:
    """Tell whether the name that follows words may be whom or what they tell of: the firm, Lund."""
    return _tells_office(forms) or any(form.lower in _DETERMINERS for form in forms)


_PARENTS = frozenset({"parents", "twins", "grandparents"})
