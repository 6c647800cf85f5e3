"""Tell whether a word says what a person is: a title, kin, a trade, one named by what they do."""

from functools import cache

from variorum.collation.lexicons.clauses import clauses
from variorum.collation.lexicons.words import people
from variorum.collation.reading.forms import POSSESSIVE, Form
from variorum.collation.reading.verbs import Tense, is_form

_TRADES = ("ist", "ian", "man", "men", "woman", "women")
_DOERS = ("er", "or")


def is_person(form: Form) -> bool:
    """Tell whether a word, in singular or plural, says what somebody is."""
    return form.title or _is_person(form.lower.removesuffix(POSSESSIVE))


@cache
def _is_person(word: str) -> bool:
    singular = word.removesuffix("s")
    table = people().kin | people().titles | clauses().persons
    return (
        not table.isdisjoint({word, singular}) or singular.endswith(_TRADES) or _is_doer(singular)
    )


def _is_doer(word: str) -> bool:
    """Tell whether a word is a verb with the ending of who does it: singer, writer, drummer."""
    if not word.endswith(_DOERS):
        return False
    stem = word[:-2]
    doubled = stem[-2:-1] == stem[-1:]
    verbs = (stem, f"{stem}e", *([stem[:-1]] if doubled else []))
    return any(is_form(verb, Tense.BASE) for verb in verbs if verb)
