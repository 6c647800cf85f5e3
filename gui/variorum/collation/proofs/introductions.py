"""Tell whether words open a sentence, so that the comma behind them is one of breath: After the vote, he left."""

from collections.abc import Sequence

from variorum.collation.lexicons.words import calendar, commas, reporting, words
from variorum.collation.reading.forms import POSSESSIVE, Form
from variorum.collation.reading.verbs import AUXILIARIES, Tense, is_form

_QUOTES = frozenset({'"', "'"})


def introduces(earlier: Sequence[Form], after: Form) -> bool:
    """Tell whether all before a mark opens the sentence: After the vote, the minister left.

    A quotation may open with it, and "however", or "but", may stand before it with a pause.
    """
    earlier = _without_aside(_without_marks(earlier))
    spoken = [form for form in earlier if form.word]
    if not spoken or len(spoken) != len(earlier) or not after.word:
        return False
    first = spoken[0].lower
    if " ".join(form.lower for form in spoken) in commas().asides:
        return True
    if len(spoken) == 1:
        if first in _COUNTING:
            # "Second, homes are taxed", "second homes are taxed".
            return after.little or after.name
        if first in _ALONE:
            return after.lower in _PERSONS
        return first in commas().openers or spoken[0].keys[0] in calendar().times
    if first == "not" and any(is_form(form.lower, Tense.PAST) for form in spoken):
        # "Not all men left" is the sentence itself.
        return False
    if first in {"a", "each", "every"} and len(spoken) <= _MOST_TIMES:
        # A year ago, each week: of a time the rest can only be told.
        return spoken[-1].keys[0] in calendar().times and after.lower in _SUBJECTS
    if first == "of":
        # "Of the 43 ships, 12 were lost": the figure is what is told.
        return bool(after.figures) and not spoken[-1].figures
    opens = first in commas().openers or first in commas().clauses or first in commas().phrases
    if not opens and is_form(first, Tense.ING, Tense.PARTICIPLE):
        return after.lower in _SUBJECTS or after.lower.endswith(POSSESSIVE) or after.name
    graded = first in _GRADED and len(spoken) > 1 and spoken[1].lower.endswith("ly")
    adverb = first.endswith("ly") and first not in commas().no_adverbs
    return opens or graded or (adverb and len(spoken) <= _MOST_ADVERBS)


_SUBJECTS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "the", "a", "an", "his", "her", "its", "their", "our", "my"}
)  # fmt: skip
"""What a subject begins with: Speaking in Lund, the mayor; Founded in 1904, it."""
_ALONE = frozenset({"there", "here", "again", "perhaps", "maybe", "yes", "well"})
"""Words that open a sentence with a pause or without, and begin it otherwise: there a man stood."""
_PERSONS = frozenset({"he", "she", "it", "they", "we", "i", "you"})
_MOST_TIMES = 4
_MOST_ADVERBS = 3
_COUNTING = frozenset(
    {"first", "second", "third", "fourth", "fifth", "last", "once", "further", "next"}
)
_GRADED = frozenset({"more", "most", "less"})


def ends_in_noun(earlier: Sequence[Form]) -> bool:
    """Tell whether what opens a sentence ends in a noun that could be a verb elsewhere: in its report."""
    spoken = [form for form in _without_aside(_without_marks(earlier)) if form.word]
    if len(spoken) < _LEAST_PHRASE or spoken[0].lower not in _PREPOSITIONS:
        return False
    return is_form(spoken[-1].lower, Tense.BASE, Tense.THIRD) and not is_form(
        spoken[-1].lower, Tense.PAST
    )


_LEAST_PHRASE = 2
_PREPOSITIONS = frozenset(
    {"in", "on", "at", "by", "for", "from", "with", "without", "under", "within", "during", "throughout", "despite", "amid", "following", "upon", "according"}
)  # fmt: skip


def tells_that(rest: Sequence[Form]) -> bool:
    """Tell whether what follows a mark tells of "that" alone: at this price, that is a loss.

    A second verb might be the one of the sentence: in the town that was flooded he stayed.
    """
    if len(rest) < _LEAST_TOLD or rest[0].lower != "that":
        return False
    if rest[1].lower.removesuffix("n't") not in AUXILIARIES:
        return False
    tail = rest[2:]
    bare = next((n for n, form in enumerate(tail) if not form.lower.endswith("ly")), 0)
    return not any(
        form.lower in AUXILIARIES - {"be", "been", "have"} or is_form(form.lower, Tense.PAST)
        for form in tail[bare + 1 :]
    )


_LEAST_TOLD = 3


def _without_marks(earlier: Sequence[Form]) -> Sequence[Form]:
    """Return what stands behind the marks that open a sentence: of a quotation, of a point in a list."""
    first = next((n for n, form in enumerate(earlier) if form.word), 0)
    opening = _QUOTES | {"*", "•", "-", "..."}
    return earlier[first:] if all(form.folded in opening for form in earlier[:first]) else earlier


def _without_aside(earlier: Sequence[Form]) -> Sequence[Form]:
    """Return what stands behind a word that only joins a sentence to the one before it: However, ..."""
    if len(earlier) < _LEAST_BEHIND or earlier[1].folded != ",":
        return earlier
    joins = earlier[0].lower in words().joints or earlier[0].lower.endswith("ly")
    return earlier[2:] if joins else earlier


_LEAST_BEHIND = 3
"""A word, its comma, and another word."""


def reported(earlier: Sequence[Form]) -> Sequence[Form]:
    """Return what stands behind the last "that" of a report: said that, in its judgement."""
    for n in range(len(earlier) - 1, 0, -1):
        if earlier[n].lower == "that" and earlier[n - 1].lower in reporting():
            rest = earlier[n + 1 :]
            return rest[1:] if rest and rest[0].folded == "," else rest
    return ()
