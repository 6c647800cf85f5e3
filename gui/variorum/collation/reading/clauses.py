"""Tell by a sentence's words where its verb stands, and which of them only say who said it.

No parser: a verb is one that the lexicons know, or that ends in "-ed" before no noun.
"""

from collections.abc import Iterator, Sequence

from variorum.collation.lexicons.words import Strength, reporting
from variorum.collation.reading.forms import Form
from variorum.collation.reading.verbs import AUXILIARIES, BEFORE_NOUNS, Tense, is_form, lemma

_RELATIVE = frozenset({"which", "who", "whose", "whom", "where"})
_MARKS = frozenset({",", ";", ":", '"', "'", "-"})
_CLOSES = frozenset({",", ";", ".", "-"})
_RARELY = frozenset({"own", "relate", "allow", "grant", "charge", "begin", "order", "post", "rule"})
"""Verbs that say something only before "that" or a quotation."""
_BEFORE_WORDS = frozenset({"that", ",", ":", '"'})
_LEADS = BEFORE_NOUNS | {"to", "other", "such", "many", "more", "most", "several", "both", "few"}
"""What leads a noun or an infinitive: the claims, other packaged foods, to claim."""
_OF_MANY = frozenset({"people", "police", "men", "women"})
"""Behind these a word is a verb that behind others is a noun: people claim, an insurance claim."""
_MOST_OF_SUBJECT = 7
"""How many words may stand between a mark and the verb of saying behind it."""
_MOST_BETWEEN = 24
"""How many words may stand between two dashes that belong together."""
_MOST_TO_SAYING = 8
"""How many words may stand between two verbs of one saying: was quoted by a daily as saying."""


def verb_of(forms: Sequence[Form], passed: frozenset[int] = frozenset()) -> int:
    """Return the place of the first verb of a sentence's main clause; its end if it has none.

    Places that are `passed` are none of it.
    """
    places = (n for n in of_main_clause(forms) if n not in passed)
    return next((n for n in places if _is_finite(forms, n)), len(forms))


def attributed(forms: Sequence[Form]) -> frozenset[int]:
    """Return the places of the words that only say who said the rest.

    Quill, head of the board, said; according to Quill, head of the board; Quill added on Monday.
    """
    found: set[int] = set()
    verb = verb_of(forms)
    if said := _end_of_saying(forms, verb):
        found.update(range(_behind_quotation(forms, said), said))
    for place, form in enumerate(forms):
        if form.lower == "according":
            start = place
        elif _says(forms, place):
            start = _start_of_subject(forms, place)
        else:
            continue
        if start is not None and place not in found:
            found.update(range(start, _end_of_source(forms, place)))
    return frozenset(found)


def _end_of_saying(forms: Sequence[Form], verb: int) -> int:
    """Return where the saying ends with which a sentence begins, 0 where it begins otherwise."""
    said = next((n for n in range(verb, min(verb + 3, len(forms))) if _says(forms, n)), None)
    if said is None or any(not forms[n].little for n in range(verb + 1, said)):
        return 0
    if not any(form.word for form in forms[said + 1 :]):
        return 0
    for place in range(said + 1, min(said + 1 + _MOST_TO_SAYING, len(forms))):
        if forms[place].lower == "saying":
            return place + 1
    return said + 1


def _behind_quotation(forms: Sequence[Form], end: int) -> int:
    """Return where words before a place begin that stand behind a quotation, 0 without one."""
    return next((n + 1 for n in range(end - 1, -1, -1) if forms[n].folded == '"'), 0)


def _start_of_subject(forms: Sequence[Form], verb: int) -> int | None:
    """Return where the clause of a verb of saying begins: behind a mark or with the sentence."""
    for place in range(verb - 1, max(verb - 2 - _MOST_OF_SUBJECT, -1), -1):
        if forms[place].folded in _MARKS:
            return place + 1
        if _is_finite(forms, place):
            return None
    return 0 if verb <= _MOST_OF_SUBJECT else None


def _end_of_source(forms: Sequence[Form], place: int) -> int:
    """Return where the words end that name a source: with the sentence unless it goes on."""
    later = [n for n in of_main_clause(forms) if n > place and _is_finite(forms, n)]
    if not later:
        return len(forms)
    marks = (n for n in range(place + 1, later[0]) if forms[n].folded in _MARKS)
    return next(marks, place + 1)


def _says(forms: Sequence[Form], place: int) -> bool:
    """Tell whether a word is a finite verb of saying."""
    strength = reporting().get(forms[place].lower)
    noun = forms[place].name or _is_led(forms, place)
    return strength not in {None, Strength.THINKING} and not (noun or says_otherwise(forms, place))


def says_otherwise(forms: Sequence[Form], place: int) -> bool:
    """Tell whether a verb that may be one of saying is another one: related to, owned by Moor."""
    after = forms[place + 1].folded if place + 1 < len(forms) else ""
    return lemma(forms[place].lower) in _RARELY and after not in _BEFORE_WORDS


def of_main_clause(forms: Sequence[Form]) -> Iterator[int]:
    """Yield the places of words that stand in no relative clause, nor between two dashes.

    Quill, who led it, resigned; Quill - a friend of hers - resigned.
    """
    relative, behind = False, 0
    for place, form in enumerate(forms):
        before = forms[place - 1].folded if place else ""
        if place < behind:
            continue
        if relative:
            relative = form.folded not in _CLOSES
        elif form.lower in _RELATIVE and before == ",":
            relative = True
        elif form.folded == "-":
            later = range(place + 1, min(place + 1 + _MOST_BETWEEN, len(forms)))
            behind = next((n + 1 for n in later if forms[n].folded == "-"), 0)
        else:
            yield place


def _is_finite(forms: Sequence[Form], place: int) -> bool:
    """Tell whether a word is likely a finite verb; "packaged" before a noun is none."""
    form, word = forms[place], forms[place].lower
    before = forms[place - 1].lower if place else ""
    if form.name or _is_led(forms, place) or before == "being":
        return False
    if not AUXILIARIES.isdisjoint((word, *form.keys)) or is_form(word, Tense.PAST, Tense.THIRD):
        return True
    if word in reporting():
        return place == 0 or forms[place - 1].little or before.endswith("s") or before in _OF_MANY
    after = forms[place + 1] if place + 1 < len(forms) else None
    noun = after is not None and after.word and not (after.little or after.name or after.figures)
    return word.endswith("ed") and not noun


def _is_led(forms: Sequence[Form], place: int) -> bool:
    """Tell whether what stands before a word makes it a noun or an infinitive: the report, to report."""
    return place > 0 and forms[place - 1].lower in _LEADS
