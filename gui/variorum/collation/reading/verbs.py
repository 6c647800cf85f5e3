"""Know the forms of verbs: which word is a form of which verb, and which form it is.

Only verbs that the lexicons list are known: "-ed" on a stem proves nothing, a plane is no form
of to plan.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from variorum.collation.lexicons.words import reporting_verbs, words


class Tense(StrEnum):
    """Name a form of a verb."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold one way of reading a word as a verb."""

    lemma: str
    tense: Tense


@cache
def verb_forms() -> Mapping[str, frozenset[Reading]]:
    """Return every form of the verbs that are known, with all its readings."""
    forms: dict[str, set[Reading]] = {}
    known = words()
    for lemma_, past, *more in known.irregular:
        participles = more or [past]
        for tense, form in (
            (Tense.PAST, past),
            *((Tense.PARTICIPLE, participle) for participle in participles),
            *_present(lemma_, doubled=_doubles(lemma_)),
        ):
            forms.setdefault(form, set()).add(Reading(lemma_, tense))
    irregular = {lemma_ for lemma_, *_ in known.irregular}
    listed = {*known.regular, *known.doubled, *known.again, *reporting_verbs()} - irregular
    for lemma_ in sorted(listed):
        past = _past(lemma_, doubled=lemma_ in known.doubled)
        for tense, form in (
            (Tense.PAST, past),
            (Tense.PARTICIPLE, past),
            *_present(lemma_, doubled=lemma_ in known.doubled),
        ):
            forms.setdefault(form, set()).add(Reading(lemma_, tense))
    return {form: frozenset(readings) for form, readings in forms.items()}


def forms_of(lemma_: str) -> list[tuple[Tense, str]]:
    """Return every form of a verb, also of one that no table holds: it is taken for regular."""
    known = words()
    for irregular, past, *more in known.irregular:
        if irregular == lemma_ and lemma_ != "be":
            participles = [(Tense.PARTICIPLE, form) for form in more or [past]]
            return [(Tense.PAST, past), *participles, *_present(lemma_, doubled=_doubles(lemma_))]
    doubled = lemma_ in known.doubled
    past = _past(lemma_, doubled=doubled)
    return [(Tense.PAST, past), (Tense.PARTICIPLE, past), *_present(lemma_, doubled=doubled)]


def lemma(word: str) -> str:
    """Return the verb of which a word is a form; other words as they are."""
    readings = verb_forms().get(word, frozenset())
    return min((reading.lemma for reading in readings), default=word)


def is_form(word: str, *tenses: Tense) -> bool:
    """Tell whether a word can be one of some forms of a verb."""
    return not _tenses().get(word, _NONE).isdisjoint(tenses)


@cache
def _tenses() -> Mapping[str, frozenset[Tense]]:
    """Return by word which forms of verbs it can be."""
    return {
        word: frozenset(reading.tense for reading in readings)
        for word, readings in verb_forms().items()
    }


_NONE = frozenset[Tense]()


BEFORE_NOUNS = frozenset(
    {
        "the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your", "any",
        "some", "no", "every", "each", "of", "for", "on", "in", "by", "with", "under", "over", "about", "from", "new",
    }
)  # fmt: skip
"""After these a form of a verb is a noun: these claims."""


AUXILIARIES = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "did", "does", "do"}
)  # fmt: skip
"""Finite verbs that help others."""


DOUBLE = frozenset({"began", "begin", "ordered", "posted", "found", "continued", "ruled", "called", "showed", "read", "wrote", "feel", "felt"})  # fmt: skip
"""Verbs of saying that are mostly something else."""


def _present(lemma_: str, *, doubled: bool) -> list[tuple[Tense, str]]:
    return [
        (Tense.BASE, lemma_),
        (Tense.THIRD, _third(lemma_)),
        (Tense.ING, _ing(lemma_, doubled=doubled)),
    ]


def _doubles(lemma_: str) -> bool:
    """Tell whether a short irregular verb doubles its last letter: cut, cutting."""
    return (
        len(lemma_) > 2
        and lemma_[-1] not in "aeiouwxy"
        and lemma_[-2] in "aeiou"
        and lemma_[-3] not in "aeiou"
    )


def _third(lemma_: str) -> str:
    if lemma_ in {"have", "be"}:
        return {"have": "has", "be": "is"}[lemma_]
    if lemma_.endswith("y") and lemma_[-2] not in "aeiou":
        return f"{lemma_[:-1]}ies"
    return f"{lemma_}es" if lemma_.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{lemma_}s"


def _past(lemma_: str, *, doubled: bool) -> str:
    if lemma_.endswith("e"):
        return f"{lemma_}d"
    if lemma_.endswith("y") and lemma_[-2] not in "aeiou":
        return f"{lemma_[:-1]}ied"
    return f"{lemma_}{lemma_[-1]}ed" if doubled else f"{lemma_}ed"


def _ing(lemma_: str, *, doubled: bool) -> str:
    if lemma_.endswith("ie"):
        return f"{lemma_[:-2]}ying"
    if lemma_.endswith("e") and not lemma_.endswith(("ee", "oe", "ye")) and lemma_ != "be":
        return f"{lemma_[:-1]}ing"
    return f"{lemma_}{lemma_[-1]}ing" if doubled else f"{lemma_}ing"
