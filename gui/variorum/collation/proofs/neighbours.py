"""Tell whether a stretch only changed places with the words beside it, inside one noun phrase.

The mayor, Ann Quill, and Ann Quill, the mayor; the 2016 U.S. vote and the U.S. 2016 vote; Lund
weather and weather in Lund. What passes a verb, or one of two names that "and" joins, is no such.
"""

from collections.abc import Sequence

from variorum.collation.lexicons.orders import orders
from variorum.collation.lexicons.words import places, reporting
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair
from variorum.collation.reading.dates import is_year
from variorum.collation.reading.forms import POSSESSIVE, Form
from variorum.collation.reading.verbs import AUXILIARIES, Tense, is_form

NOUN_JOINS = frozenset({"of", "in", "the"})
"""What joins a noun to the one that tells more of it."""
_MOST_PASSED = 8
_MOST_OF_PHRASE = 3


def is_beside(pair: Pair, lost: Block, gained: Block) -> bool:
    """Tell whether what went and what came stand on two sides of the words that they belong to."""
    start, end = min(lost, gained).base_end, max(lost, gained).base_start
    passed = pair.base.forms[start:end]
    ends = (lost.base_start, lost.base_end, gained.base_start, gained.base_end)
    homes = {pair.base.homes[min(n, len(pair.base.homes) - 1)] for n in (min(ends), max(ends) - 1)}
    inside = any(n in pair.base.quoted for n in range(min(ends), max(ends)))
    if not passed or len(passed) > _MOST_PASSED or len(homes) > 1 or inside:
        return False
    words = [form for form in pair.base_forms(lost) if form.word]
    its = [form for form in pair.version_forms(gained) if form.word]
    if any(map(_acts, (*passed, *words))) or _speak_in_turn(pair, lost, gained):
        return False
    return (
        _is_apposition(pair, lost, gained, passed, words)
        or _is_modifier(passed, words, its)
        or _is_joined(passed, words, its)
    )


def _speak_in_turn(pair: Pair, lost: Block, gained: Block) -> bool:
    """Tell whether each of two stands on one side before what he said: Osk, a dealer said, lied."""
    ends = ((pair.base, max(lost, gained).base_end), (pair.version, max(lost, gained).version_end))
    return any(n < len(side.forms) and side.forms[n].lower in reporting() for side, n in ends)


def _acts(form: Form) -> bool:
    """Tell whether a word may be a verb, or begin a clause."""
    return (
        form.lower in AUXILIARIES
        or (form.lower in reporting() and not form.name)
        or (form.lower.endswith("ed") and not form.name)
        or (not form.name and is_form(form.lower, Tense.PAST))
        or form.lower
        in {
            "that",
            "who",
            "which",
            "when",
            "while",
            "but",
            "or",
            "not",
            "by",
            "to",
            "from",
            "for",
            "with",
        }
        or form.folded in {";", ":", '"', "(", ")"}
    )


def _is_apposition(
    pair: Pair, lost: Block, gained: Block, passed: Sequence[Form], words: Sequence[Form]
) -> bool:
    """Tell whether a noun phrase between marks explains the names that it passed."""
    for forms in (pair.base_forms(lost), pair.version_forms(gained)):
        if sum(form.folded == "," for form in forms) != 1:
            return False
    other = [form for form in passed if form.word]
    return _explains(words, other) or _explains(other, words)


def _explains(words: Sequence[Form], named: Sequence[Form]) -> bool:
    """Tell whether a noun phrase can say what some names are: the mayor; the largest markets."""
    if len(words) < 2 or not named or not named[0].name or not named[-1].name:
        return False
    plain = all(form.name or form.lower in {"and", "the", "of"} for form in named)
    several = any(form.lower == "and" for form in named)
    return plain and (not several or words[-1].lower.endswith("s"))


def _is_modifier(passed: Sequence[Form], words: Sequence[Form], its: Sequence[Form]) -> bool:
    """Tell whether a year or a place passed a name before one noun: 2016 U.S., U.S. 2016."""
    if [form.keys for form in words] != [form.keys for form in its] or len(words) > 1:
        return False
    if len(passed) > 1 or not passed[0].word:
        return False
    both = (*passed, *words)
    years = sum(is_year(form.folded) for form in both)
    return years == 1 and all(
        form.name or is_year(form.folded) or form.keys[0] in places().words for form in both
    )


def _tells_country(form: Form) -> bool:
    """Tell whether a word before a noun says of which country it is: Iraqi, U.S."""
    letters = len(form.keys) > 1 and " ".join(form.keys) in places().aliases
    return letters or form.bare in places().demonyms


def _is_national(form: Form) -> bool:
    plain = form.bare
    return not orders().nationals.isdisjoint({plain, plain.removesuffix("s"), plain[:-3] + "y"})


def _is_joined(passed: Sequence[Form], words: Sequence[Form], its: Sequence[Form]) -> bool:
    """Tell whether "in" or "of" came with a noun that changed sides: Lund weather, weather in Lund."""
    led = {key for f in words for key in f.keys} ^ {key for f in its for key in f.keys}
    if not led or not led <= {*NOUN_JOINS, POSSESSIVE} or not led & {"of", "in"}:
        return False
    nouns = [form for form in (*passed, *words, *its) if form.lower not in NOUN_JOINS]
    if "in" in led and any(map(_tells_country, nouns)) and any(map(_is_national, nouns)):
        # An Iraqi crew is none in Iraq.
        return False
    short = len(passed) <= _MOST_OF_PHRASE and all(form.word for form in passed)
    return (
        short and all(form.name or not form.little for form in nouns) and any(f.name for f in nouns)
    )
