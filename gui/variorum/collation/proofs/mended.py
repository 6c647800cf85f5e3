"""Prove that only a slip of the hand or of grammar was mended: words that stood twice, "could of".

One of the two sides cannot be meant as it stands, and what it can only be meant for is the other.
"""

from collections.abc import Sequence

from variorum.collation.lexicons.slips import slips
from variorum.collation.lexicons.words import words
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import POSSESSIVE, Form, in_small
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import Tense, is_form, verb_forms
from variorum.collation.values import ReasonKind, Rule

_MOST_TWICE = 4


def prove_doubled(pair: Pair, block: Block) -> Proof | None:
    """Prove that only words came or went that stand right beside themselves: of the of the crews.

    Names, figures and what may be said twice on purpose are no slip: Walla Walla, two two, very very.
    """
    side, _, start, end, _ = pair.gone(block)
    row, size = side.forms[start:end], end - start
    if size > _MOST_TWICE or not all(form.word for form in row) or pair.quoted(block):
        return None
    told = [form.lower for form in row]
    before = [form.lower for form in side.forms[max(start - size, 0) : start]]
    after = [form.lower for form in side.forms[end : end + size]]
    if told not in (before, after) or len(set(told)) != size:
        return None
    first = start - size if told == before else start
    if len({*side.homes[first : first + 2 * size]}) != 1 or not _is_slip(side, first, size):
        return None
    return Proof(Rule.COPY_SLIP, block, ReasonKind.FORM_ONLY)


def _is_slip(side: Side, first: int, size: int) -> bool:
    """Tell whether what stands twice from a place on can do so by no purpose."""
    row = side.forms[first : first + size]
    if any(form.figures or any(key[0].isdigit() for key in form.keys) for form in row):
        return False
    if any(form.lower in verb_forms() and form.lower not in _ONCE for form in row):
        # "Those who left left early", "what he did he did well".
        return False
    if size == 1:
        form = row[0]
        plain = form.surface.islower() or side.starts_sentence(first)
        return plain and form.lower not in slips().twice and len(form.lower) > 1
    if all(form.name for form in row):
        return False
    if _nests(row):
        return False
    # "Day after day after day" is no slip: what stands before is told a third time.
    before = side.forms[first - 1].lower if first else ""
    return before != row[-1].lower and not {f.lower for f in row} <= slips().twice


def _nests(row: Sequence[Form]) -> bool:
    """Tell whether words may stand in themselves: a friend of a friend of his, the day after the day after."""
    return any(
        (form.lower in _LEADS or form.lower in _NESTING) and not row[n - 1].little
        for n, form in enumerate(row)
        if n or row[-1].lower not in _DETERMINERS
    )


_NESTING = frozenset({"after", "before", "behind", "beside", "between", "that", "who"})
_ONCE = frozenset({"has", "have", "will", "would", "be", "been"})


def prove_confused(pair: Pair, block: Block) -> Proof | None:
    """Prove that two words are confused where only one of them can stand: it's own, could of gone."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    one, other = (in_small(forms) for forms in (base, version))
    table = slips().words
    if table.get(one) == other or table.get(other) == one:
        return Proof(Rule.SPELLING, block, ReasonKind.SLIP)
    if len(base) != 1 or len(version) != 1:
        return None
    places = (pair.base, block.base_start), (pair.version, block.version_start)
    free = any(
        {one, other} == {wrong, right} and all(fits(side.forms, n) for side, n in places)
        for wrong, right, fits in _CONFUSED
    )
    return Proof(Rule.COPY_SLIP, block, ReasonKind.FORM_ONLY) if free else None


def _owns(forms: Sequence[Form], place: int) -> bool:
    """Tell whether only "its" can stand here: it owns something, or a preposition leads to it."""
    return _after(forms, place) == "own" or _before(forms, place) in _LEADS


def _is(forms: Sequence[Form], place: int) -> bool:
    """Tell whether only "it's" can stand here: an article, "not" or "been" follows."""
    return _after(forms, place) in _TOLD


def _compares(forms: Sequence[Form], place: int) -> bool:
    """Tell whether only "than" can stand here: behind a comparative, before what is compared."""
    after = forms[place + 1] if place + 1 < len(forms) else None
    graded = _before(forms, place) in _GRADED or _before(forms, place).endswith("er")
    return graded and after is not None and (bool(after.figures) or after.lower in _DETERMINERS)


def _helps(forms: Sequence[Form], place: int) -> bool:
    """Tell whether only "have" can stand here: could have gone."""
    before = _before(forms, place) if _before(forms, place) != "not" else _before(forms, place - 1)
    return before in _MODALS and is_form(_after(forms, place), Tense.PARTICIPLE)


def _is_lost(forms: Sequence[Form], place: int) -> bool:
    """Tell whether only a verb that means to lose can stand here: may lose the port."""
    led = _before(forms, place) in _MODALS | {"to"}
    return led and _after(forms, place) in _DETERMINERS


def _suffers(forms: Sequence[Form], place: int) -> bool:
    """Tell whether only a participle can stand here: was led by."""
    return _before(forms, place) in _BEING and _after(forms, place) == "by"


def _results(forms: Sequence[Form], place: int) -> bool:
    """Tell whether only a noun can stand here: had an effect on."""
    return _before(forms, place) in {"an", "the", "no", "any"} and _after(forms, place) in {
        "on",
        "of",
    }


def _joins(forms: Sequence[Form], place: int) -> bool:
    """Tell whether no article can stand here: one follows."""
    return _after(forms, place) in _DETERMINERS and place > 0 and forms[place - 1].word


_LEADS = frozenset(
    {"of", "in", "for", "from", "by", "with", "at", "into", "over", "under", "through", "against", "within", "during", "on", "to", "about", "near", "outside", "inside"}
)  # fmt: skip
_TOLD = frozenset({"a", "an", "the", "not", "been"})
_GRADED = frozenset({"more", "less", "rather", "other", "worse", "fewer"})
_DETERMINERS = frozenset(
    {"a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those", "he", "she", "it", "they", "we", "any"}
)  # fmt: skip
_MODALS = frozenset({"could", "would", "should", "might", "must", "may", "will", "can", "cannot"})
_BEING = frozenset({"is", "are", "was", "were", "been", "being", "be"})
_CONFUSED = (
    ("it's", "its", _owns),
    ("its", "it's", _is),
    ("whose", "who's", _is),
    ("your", "you're", _is),
    ("then", "than", _compares),
    ("of", "have", _helps),
    ("loose", "lose", _is_lost),
    ("lead", "led", _suffers),
    ("affect", "effect", _results),
    ("an", "and", _joins),
)
"""Two words, and what tells that only the second can stand in a place."""


def confused_words() -> frozenset[str]:
    """Return the words that are taken for others where only those can stand."""
    return frozenset(word for *two, _ in _CONFUSED for word in two)


def _before(forms: Sequence[Form], place: int) -> str:
    return forms[place - 1].lower if place else ""


def _after(forms: Sequence[Form], place: int) -> str:
    return forms[place + 1].lower if place + 1 < len(forms) else ""


def prove_agreement(pair: Pair, block: Block) -> Proof | None:
    """Prove that only the number agrees otherwise, which another word tells: the crew is, the crew are."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if len(base) != 1 or len(version) != 1 or pair.quoted(block):
        return None
    places = (pair.base, block.base_start), (pair.version, block.version_start)
    one, other = base[0].lower, version[0].lower
    many, single = sorted((one, other), key=len, reverse=True)
    finite = frozenset({one, other}) in _NUMBERS
    if (not finite and many not in _plurals(single)) or tells_number(pair, block):
        return None
    if finite:
        free = all(_is_collective(side, n) for side, n in places) or all(
            _counts_behind(side, n) for side, n in places
        )
    else:
        free = all(_is_counted(side, n) for side, n in places)
    return Proof(Rule.COPY_SLIP, block, ReasonKind.FORM_ONLY) if free else None


_NUMBERS = frozenset(
    map(frozenset, (("is", "are"), ("was", "were"), ("has", "have"), ("does", "do"), ("doesn't", "don't")))
)  # fmt: skip


def tells_number(pair: Pair, block: Block) -> bool:
    """Tell whether a verb alone tells how many there are: the aircraft was lost, the aircraft were."""
    rows = pair.base_forms(block), pair.version_forms(block)
    if frozenset(map(in_small, rows)) not in _NUMBERS:
        return False
    side, place = pair.base, block.base_start
    noun = _before(side.forms, place)
    alike = noun in slips().invariant or (noun.endswith("ese") and side.forms[place - 1].name)
    near = side.forms[max(place - _NEAR, 0) : max(place - 1, 0)]
    return alike and not any(form.figures or _counts(form.lower) for form in near)


def _counts(word: str) -> bool:
    """Tell whether a word tells how many there are: each, these, both."""
    return word in {"both", "few", "two"} or _is_determiner(word)


def _is_determiner(word: str) -> bool:
    return word in slips().one or word in slips().many


def _is_collective(side: Side, place: int) -> bool:
    """Tell whether what stands before a verb is one or many as a house will have it, or a pronoun tells it."""
    forms = side.forms
    before = _before(forms, place)
    if before in {"he", "she", "it"}:
        return forms[place].lower in {"doesn't", "don't"}
    row = forms[max(place - _NEAR, 0) : place]
    if not row or any(form.lower in _JOINED for form in row):
        return False
    told = row[-1].name and not before.endswith("s") and row[-1].lower not in words().function
    return (told or before in slips().collective) and side.homes[place - 1] == side.homes[place]


_NEAR = 5
_JOINED = frozenset({"of", "and", "or", "&", ",", "who", "which", "that"})


def _counts_behind(side: Side, place: int) -> bool:
    """Tell whether "there" stands before a verb, and a figure behind it: there was two boats."""
    after = side.forms[place + 1] if place + 1 < len(side.forms) else None
    counted = after is not None and (bool(after.figures) or after.lower in slips().many)
    return _before(side.forms, place) == "there" and counted


def _plurals(single: str) -> frozenset[str]:
    if single.endswith("y") and single[-2:-1] not in {"a", "e", "o", "u"}:
        return frozenset({f"{single[:-1]}ies"})
    if single.endswith(("s", "x", "z", "ch", "sh")):
        return frozenset({f"{single}es"})
    return frozenset({f"{single}s"})


def _is_counted(side: Side, place: int) -> bool:
    """Tell whether the word before a noun tells alone how many there are: a boats, these boat."""
    form, before = side.forms[place], _before(side.forms, place)
    after = side.forms[place + 1] if place + 1 < len(side.forms) else None
    ends = after is None or after.little or not after.word or after.lower in verb_forms()
    noun = not (form.name or form.little or form.lower.endswith(POSSESSIVE)) and not form.figures
    singular = form.lower.removesuffix("s")
    last = after is None or not after.word
    if singular in slips().other_with_s:
        return False
    if is_form(form.lower, Tense.THIRD, Tense.BASE) and not (last and before in {"a", "an"}):
        # "This boats", but "this means": the word may be the verb.
        return False
    return noun and ends and _is_determiner(before)
