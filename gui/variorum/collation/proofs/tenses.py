"""Prove that a verb stands in another tense by the step that reporting makes.

"Has closed" is "closed"; after "said" what is, was, and what will be, would be; a headline tells
yesterday's news in the present. Anything else tells of another time: is mayor, was mayor.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from variorum.collation.lexicons.clauses import clauses
from variorum.collation.lexicons.words import reporting, words
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.mended import tells_number
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import Form
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import BEFORE_NOUNS, DOUBLE, Tense, is_form, verb_forms
from variorum.collation.values import ReasonKind, Rule
from variorum.text import PassageKind

_HAVE = frozenset({"has", "had", "have"})
_BE = frozenset({"is", "was", "are", "were", "been", "am", "'s", "be"})
_HELPERS = _HAVE | _BE
_MODALS = {"will": "would", "can": "could", "would": "will", "could": "can"}
_MAY = {"may", "might"}
_PRESENT = frozenset({"is", "are", "am", "has", "have"})
_ADVERBS = frozenset({"also", "already", "now", "long", "once", "ever", "just", "not"})
_SAYING = frozenset({"say", "tell"})
_REACH = 3
"""How many words after a group of auxiliaries its verb may stand."""


class _Time(StrEnum):
    PRESENT = "present"
    PAST = "past"
    PERFECT = "perfect"


@dataclass(frozen=True, slots=True)
class _Verb:
    """Hold a verb as a row of words tells it: which one, when, and whether it is suffered."""

    lemma: str
    time: _Time
    passive: bool = False


def prove_tense(pair: Pair, block: Block) -> Proof | None:
    """Prove that one verb stands in two tenses that a report may use for one another."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    changed = (*base, *version)
    if not _helps(base) and not _helps(version) and not (base and version):
        # A verb that came or went itself is no other tense of anything.
        return None
    if any(not form.word for form in changed) or _are_two_verbs(base, version):
        return None
    if _must(pair, block, changed):
        return None
    if tells_number(pair, block):
        return None
    if any(_is_noun(side, place) for side, place in _places(pair, block)):
        return None
    free = (
        _shifted(pair, block, base, version)
        or _perfected(pair, block, base, version)
        or _said_before(base, version)
    )
    return Proof(Rule.TENSE, block, ReasonKind.EQUAL_MEANING) if free else None


def _are_two_verbs(base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell quickly whether one word is no form of the verb that the other is a form of."""
    if len(base) != 1 or len(version) != 1 or _helps(base) or _helps(version):
        return False
    return not _are_of_one_verb(base[0].lower, version[0].lower)


def _are_of_one_verb(one: str, other: str) -> bool:
    """Tell whether two words are forms of one verb alone, or two forms of an auxiliary."""
    return _MODALS.get(one) == other or (_lemma(one) == _lemma(other) != "")


def prove_may(pair: Pair, block: Block) -> Proof | None:
    """Prove that "might" is the "may" of what somebody said: said it may close, said it might close."""
    if {form.lower for form in pair.changed(block)} != _MAY:
        return None
    said = all(
        _reported(side, place) and side.unit(place).kind is not PassageKind.HEADLINE
        for side, place in _places(pair, block)
    )
    return Proof(Rule.TENSE, block, ReasonKind.EQUAL_MEANING) if said else None


def _said_before(base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether somebody says, said or has said the same: the tense of "say" tells nothing more."""
    rows = [[form.lower for form in forms] for forms in (base, version)]
    verbs = {_lemma(row[-1]) for row in rows if row}
    helped = all(len(row) == 1 or (len(row) == _WITH_HELP and row[0] in _HAVE) for row in rows)
    active = all(("saying" not in row and row[-1:] != ["say"]) or len(row) == 1 for row in rows)
    return helped and active and len(verbs) == 1 and verbs <= _SAYING


_WITH_HELP = 2


def _helps(forms: Sequence[Form]) -> bool:
    """Tell whether words hold a verb that helps another one to its tense."""
    return any(form.lower in _HELPERS for form in forms)


def _places(pair: Pair, block: Block) -> tuple[tuple[Side, int], ...]:
    return (pair.base, block.base_start), (pair.version, block.version_start)


def _is_noun(side: Side, place: int) -> bool:
    return place > 0 and side.forms[place - 1].lower in BEFORE_NOUNS


def _must(pair: Pair, block: Block, changed: Sequence[Form]) -> bool:
    """Tell whether "have to" came or went: it binds."""
    after = pair.next_base(block)
    return any(form.lower in _HAVE for form in changed) and (
        any(form.lower == "to" for form in changed) or (after is not None and after.lower == "to")
    )


def _shifted(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether one word stands in present and past where a report or a headline frees it."""
    if len(base) != 1 or len(version) != 1:
        return False
    one, other = base[0].lower, version[0].lower
    if not _are_of_one_verb(one, other):
        return False
    saying = _lemma(one) in _SAYING
    if not saying and not all(_reported(side, place) for side, place in _places(pair, block)):
        return _backshifted(pair, block, one, other)
    if _MODALS.get(one) == other:
        return True
    return (saying and "saying" not in {one, other}) or {_is_past(one), _is_past(other)} == {
        True,
        False,
    }


def _backshifted(pair: Pair, block: Block, one: str, other: str) -> bool:
    """Tell whether the tense went with that of the verb of saying: say it is, have said it was."""
    times: list[tuple[bool, bool]] = []
    for (side, place), word in zip(_places(pair, block), (one, other), strict=True):
        said = _says_when(side, place)
        past = _is_past(word)
        if said is None or past is None or said != past:
            return False
        times.append((said, past))
    return times[0] != times[1] and bool(_lemma(one)) and _lemma(one) == _lemma(other)


def _says_when(side: Side, place: int) -> bool | None:
    """Tell whether the verb of saying before a word in its sentence stands in the past; None without one."""
    if place in side.quoted:
        return None
    for n in range(place - 1, -1, -1):
        form = side.forms[n]
        if side.homes[n] != side.homes[place] or form.folded in {'"', ";"} or form.lower == "and":
            return None
        if n in side.quoted or form.lower not in reporting() or form.lower in DOUBLE:
            continue
        if form.lower in {"say", "says"}:
            return False
        perfect = n > 0 and side.forms[n - 1].lower in _HAVE
        if form.lower == "said" and (perfect or _reports(side, n)):
            return True
    return None


def _lemma(word: str) -> str:
    return _lemmas().get(word, "")


@cache
def _lemmas() -> Mapping[str, str]:
    """Return the verb of each form that is a form of one verb alone."""
    found = {word: {r.lemma for r in readings} for word, readings in verb_forms().items()}
    return {word: lemmas.pop() for word, lemmas in found.items() if len(lemmas) == 1}


def _is_past(word: str) -> bool | None:
    """Tell whether a word is a past, else a present; None for what is neither alone."""
    if word in _PRESENT:
        return False
    if is_form(word, Tense.PAST):
        return True
    return False if is_form(word, Tense.BASE, Tense.THIRD) else None


def _reported(side: Side, place: int) -> bool:
    """Tell whether a word stands in a headline, or in a sentence that somebody said, not in quotes."""
    if place in side.quoted or place >= len(side.homes):
        return False
    home = side.homes[place]
    if side.unit(place).kind is PassageKind.HEADLINE:
        return True
    sentence = [n for n, at in enumerate(side.homes) if at == home]
    if place > sentence[0] and side.forms[place - 1].lower == "and":
        # "Said it was lost and leaves": nobody said the second.
        return False
    if _describes(side, place, sentence[0]):
        return False
    last = sum(side.forms[n].word for n in sentence)
    told = 0
    for n in sentence:
        told += side.forms[n].word
        governs = n < place or last - told <= _TRAILING
        if governs and n != place and n not in side.quoted and _reports(side, n):
            return n > place or not _is_past_clause(side, n, place, sentence[0])
    return False


def _describes(side: Side, place: int, first: int) -> bool:
    """Tell whether a word stands in a clause that tells of a name or noun: Finch, who is mayor, said."""
    for n in range(place - 1, first, -1):
        form, before = side.forms[n], side.forms[n - 1]
        if form.folded == ",":
            return False
        if form.lower in _RELATIVES and (before.folded == "," or before.lower in _BEFORE_RELATIVES):
            return True
    return False


_RELATIVES = frozenset({"who", "which", "whose", "whom", "where"})
_BEFORE_RELATIVES = frozenset({"of", "in", "for", "with", "to", "from", "by", "at", "on"})


def _is_past_clause(side: Side, said: int, place: int, first: int) -> bool:
    """Tell whether the clause that somebody spoke in is over: who said taxes fell owns; when he said so, it is."""
    if said > first and side.forms[said - 1].lower in _RELATIVES | {"that"}:
        return True
    opens = side.forms[first].lower in _OPENERS
    return opens and any(form.folded == "," for form in side.forms[said + 1 : place])


_OPENERS = frozenset(
    {"when", "after", "as", "before", "while", "since", "although", "though", "because", "until", "once"}
)  # fmt: skip

_TRAILING = 2
"""How many words may follow a verb of saying that ends its sentence: police said on Monday."""


def _reports(side: Side, place: int) -> bool:
    """Tell whether a past verb of saying stands here whose subject speaks: not "was said"."""
    form = side.forms[place]
    passive = place > 0 and side.forms[place - 1].lower in _BE
    if form.lower not in reporting() or form.lower in DOUBLE or passive:
        return False
    return is_form(form.lower, Tense.PAST) and not _is_noun(side, place)


def _perfected(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether one deed is told as done and as past: has closed, closed; never of a state."""
    rows = [
        _group(forms, side.forms[end:])
        for forms, side, end in (
            (base, pair.base, block.base_end),
            (version, pair.version, block.version_end),
        )
    ]
    one, other = (_read(row) for row in rows)
    if rows[0][-1:] == rows[1][-1:] and one is not other and None in {one, other}:
        # "Had forecast", "forecast": the past looks like the present.
        one = other = _same_form(rows, one or other)
    if one is None or other is None or (one.lemma, one.passive) != (other.lemma, other.passive):
        return False
    forecast = one.lemma in clauses().forecasts and not one.passive
    if (one.lemma in words().states and not forecast) or _Time.PRESENT in {one.time, other.time}:
        return one.time is other.time and one.lemma not in words().states
    past = any(form.lower == "had" for form in pair.changed(block))
    lasting = one.lemma not in _FOR_A_TERM and not past
    return not any(_up_to_now(side, place, lasting=lasting) for side, place in _places(pair, block))


def _up_to_now(side: Side, place: int, *, lasting: bool) -> bool:
    """Tell whether a sentence says how long something goes on: have been married nine years, since May.

    What is told of such in the past is over. A term of prison is none of it: `lasting` is false.
    """
    home = side.homes[min(place, len(side.homes) - 1)]
    inside = [n for n, at in enumerate(side.homes) if at == home]
    return any(
        side.forms[n].lower == "since" or (lasting and _is_duration(side, n, inside[0]))
        for n in inside
    )


def _is_duration(side: Side, place: int, first: int) -> bool:
    """Tell whether a span of time stands here behind "for" or a verb: married nine years."""
    if side.forms[place].lower not in _SPANS:
        return False
    after = side.forms[place + 1].lower if place + 1 < len(side.forms) else ""
    if after in _FROM_NOW:
        return False
    n = place - 1
    while n > first and (side.forms[n].figures or side.forms[n].lower in _ABOUT):
        n -= 1
    before = side.forms[max(n, first)].lower
    return before == "for" or (n < place - 1 and is_form(before, Tense.PARTICIPLE))


_SPANS = frozenset(
    word + plural
    for word in ("minute", "hour", "day", "week", "month", "year", "decade", "generation")
    for plural in ("", "s")
) | {"century", "centuries"}
_FROM_NOW = frozenset({"ago", "later", "earlier", "before", "after", "old"})
_ABOUT = frozenset(
    {"a", "an", "more", "less", "than", "nearly", "almost", "about", "around", "some", "many"}
    | {"several", "few", "the", "past", "last", "at", "least", "well", "over", "half"}
)
_FOR_A_TERM = frozenset(
    {"jail", "imprison", "ban", "bar", "suspend", "extend", "delay", "postpone"}
)
"""Deeds whose "for two years" is what was decided, not how long it took."""


def _same_form(rows: Sequence[Sequence[str]], told: _Verb | None) -> _Verb | None:
    """Return the verb of which one row tells the perfect, and the other only a form that may be its past."""
    plain = min(rows, key=len)
    past = len(plain) == 1 and is_form(plain[0], Tense.PAST)
    perfect = told is not None and told.time is _Time.PERFECT and not told.passive
    return told if past and perfect else None


def _group(forms: Sequence[Form], after: Sequence[Form]) -> list[str]:
    """Return the words of a verb: those that changed, and the verb that follows auxiliaries."""
    group = [form.lower for form in forms]
    if group and group[-1] not in _HELPERS:
        return group
    for form in after[:_REACH]:
        if form.lower in _ADVERBS or form.lower.endswith("ly"):
            continue
        group.append(form.lower)
        if form.lower not in _BE:
            break
    return group


def _read(group: Sequence[str]) -> _Verb | None:
    """Return the verb that a row of words tells: [has] [been] closed."""
    row = [word for word in group if word not in _ADVERBS]
    perfect = len(row) > 1 and row[0] in _HAVE
    first = row[0] if row else ""
    row = row[perfect:]
    passive = len(row) > 1 and row[0] in _BE
    present = first in _PRESENT
    row = row[passive:]
    if len(row) != 1:
        return None
    readings = verb_forms().get(row[0], frozenset())
    if passive or perfect:
        # Behind "have" it is "found" that stands for "find", not what somebody founds.
        readings = {reading for reading in readings if reading.tense is Tense.PARTICIPLE}
    tenses = {reading.tense for reading in readings}
    lemmas = {reading.lemma for reading in readings}
    if len(lemmas) != 1:
        return None
    if passive or perfect:
        time = _Time.PERFECT if perfect else _Time.PRESENT if present else _Time.PAST
        return _Verb(lemmas.pop(), time, passive)
    if Tense.PAST in tenses and not tenses & {Tense.BASE, Tense.THIRD}:
        return _Verb(lemmas.pop(), _Time.PAST)
    return None
