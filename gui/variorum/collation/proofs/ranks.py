"""Prove that one rank, judge or honour stands before one name: Det Ch Insp, CJI, Justices A and B."""

from collections.abc import Sequence

from variorum.collation.lexicons.ranks import ranks
from variorum.collation.lexicons.words import abbreviations, people, places
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import Form
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule

_LITTLE = frozenset({"of", "the", "for", "and"})
_MOST_WORDS = 6
_MOST_LISTED = 24


def prove_rank(pair: Pair, block: Block) -> Proof | None:
    """Prove that a rank before one name is shortened: Detective Chief Inspector, Det Ch Insp, DCI."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if max(len(base), len(version)) > _MOST_WORDS or not _stands_before_name(pair, block):
        return None
    one, other = _words(base), _words(version)
    if one and other and (_is_same(one, other) or _spells(one, other) or _spells(other, one)):
        return Proof(Rule.TITLE_FORM, block, ReasonKind.EXPANDED)
    return None


def _stands_before_name(pair: Pair, block: Block) -> bool:
    """Tell whether one name follows on both sides, further words of the rank left out that both have."""
    base, version = pair.base.forms, pair.version.forms
    place, other = block.base_end, block.version_end
    while place < len(base) and other < len(version) and base[place].bare == version[other].bare:
        if base[place].name and not _is_of_rank(base[place].bare):
            return True
        if not (_is_of_rank(base[place].bare) or base[place].folded == "."):
            return False
        place, other = place + 1, other + 1
    return False


def _words(forms: Sequence[Form]) -> list[str]:
    """Return the parts of a rank's words as they are printed, without points; none for other words."""
    found: list[str] = []
    for form in forms:
        if form.folded in {".", "-", "/"} or form.lower in _LITTLE:
            continue
        if not form.word or not (form.folded[0].isupper() or form.folded[0].isdigit()):
            return []
        found += [part for part in form.folded.replace(".", "-").split("-") if part]
    return found


def _is_of_rank(word: str) -> bool:
    return word.casefold() in ranks().words or word.casefold() in ranks().short


def _meant(word: str) -> frozenset[str]:
    lower = word.casefold()
    return frozenset((lower, *ranks().short.get(lower, ()))) if _is_of_rank(lower) else frozenset()


def _is_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether each word of a rank is the other's, in full or shortened."""
    return len(one) == len(other) and all(
        _is_one(mine.casefold(), its.casefold()) for mine, its in zip(one, other, strict=True)
    )


def _is_one(mine: str, its: str) -> bool:
    """Tell whether one word is the other's short form; of two short forms each may mean but one thing."""
    one, other = _meant(mine) - {mine}, _meant(its) - {its}
    if mine == its:
        return _is_of_rank(mine)
    return mine in other or its in one or (len(one) == 1 and one == other)


def _spells(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether letters are the initials of a rank in full: DSP."""
    if len(short) != 1 or len(long) < 2 or not short[0].isupper():
        return False
    full = all(word.casefold() in ranks().words for word in long)
    return full and short[0] == "".join(word[0] for word in long)


def prove_judge(pair: Pair, block: Block) -> Proof | None:
    """Prove that only Mr or Mrs came or went before a judge's title and name: Mr Justice Platt."""
    side, other, start, end, place = pair.gone(block)
    row = side.forms[start:end]
    if len(row) != 1 or row[0].bare not in people().plain:
        return None
    rows = side.forms[end : end + 2], other.forms[place : place + 2]
    led = all(len(row) == 2 and row[0].folded in _JUDGES and row[1].name for row in rows)
    if led and rows[0][1].bare == rows[1][1].bare:
        return Proof(Rule.HONORIFIC, block, ReasonKind.SAME_PERSON)
    return None


_JUDGES = frozenset({"Justice", "Judge", "Speaker"})


def prove_honour(pair: Pair, block: Block) -> Proof | None:
    """Prove that only an honour that a house prints or leaves out came or went: Datuk Seri, Alhaji."""
    rows = pair.base_forms(block), pair.version_forms(block)
    if not all(not row or _is_honour(row) for row in rows):
        return None
    name, its = pair.next_base(block), pair.next_version(block)
    if name is None or its is None or name.bare != its.bare or not _may_be_name(name):
        return None
    if any(start and _may_lead(side.forms[start - 1]) for side, start, _ in pair.stretches(block)):
        return None
    if name.bare in places().words or name.bare in _LANDS:
        return None
    genders = {people().honorifics.get(form.bare, "any") for row in rows for form in row} - {"any"}
    if all(rows) or len(genders) > 1:
        return None
    return Proof(Rule.HONORIFIC, block, ReasonKind.SAME_PERSON)


def _may_be_name(form: Form) -> bool:
    """Tell whether a word may be a name, "Tan" too, which is one more often than it is an honour."""
    return form.name or (
        form.honorific and form.surface[0].isupper() and form.bare not in people().plain
    )


def _may_lead(form: Form) -> bool:
    """Tell whether a word may be the first of a longer honour: Tan Sri is none that Tan is."""
    return form.folded == "'" or any(honour.split()[0] == form.lower for honour in ranks().honours)


_LANDS = frozenset({"lanka", "jayawardenepura"})
"""What "Sri" is a part of."""


def _is_honour(row: Sequence[Form]) -> bool:
    # The apostrophe of "Dato'" is a mark of its own.
    text = " ".join(form.lower for form in row).replace(" '", "'").rstrip(".")
    return text in ranks().honours and row[0].folded[0].isupper()


def prove_titled_list(pair: Pair, block: Block) -> Proof | None:
    """Prove that a title is told once of several people or of each: Justices A and B, Justice A and Justice B."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    words = [word for word in map(_title, (*base, *version)) if word in people().titles]
    if not words:
        return None
    title = min(words, key=len)
    lists = [_listed(side, start, title) for side, start, _ in pair.stretches(block)]
    if lists[0] is None or lists[1] is None or lists[0] != lists[1]:
        return None
    return Proof(Rule.TITLE_FORM, block, ReasonKind.SAME_WORDS)


def _title(form: Form) -> str:
    """Return a title in full, as one has it: Sgt., Sergeants."""
    word = abbreviations().points.get(form.bare, form.bare)
    return word.removesuffix("s") if word.removesuffix("s") in people().titles else word


def _leads(form: Form, title: str) -> bool:
    return form.surface[0].isupper() and _title(form) == title


def _is_plural(form: Form) -> bool:
    return abbreviations().points.get(form.bare, form.bare).endswith("s")


def _listed(side: Side, place: int, title: str) -> tuple[str, ...] | None:
    """Return the names of a list that a title leads once or before each, where a place stands in it."""
    first = place
    while first and place - first < _MOST_LISTED and _is_of_list(side.forms[first - 1], title):
        first -= 1
    last = place
    while (
        last < len(side.forms)
        and last - place < _MOST_LISTED
        and _is_of_list(side.forms[last], title)
    ):
        last += 1
    row = side.forms[first:last]
    opening = next((n for n, form in enumerate(row) if _leads(form, title)), None)
    if opening is None:
        return None
    row = row[opening:]
    while row and not row[-1].name:
        row = row[:-1]
    return _names_of(row, title)


def _is_of_list(form: Form, title: str) -> bool:
    return form.name or _leads(form, title) or form.lower == "and" or form.folded == ","


def _names_of(row: Sequence[Form], title: str) -> tuple[str, ...] | None:
    """Return the words of a list of two people and more without their title; None where some lack it."""
    joints = [n for n, form in enumerate(row) if form.lower == "and" or form.folded == ","]
    if not row or not joints:
        return None
    starts = [0, *(n + 1 for n in joints)]
    if _is_plural(row[0]):
        told = not any(_leads(form, title) for form in row[1:])
    else:
        told = all(_leads(row[n], title) for n in starts if n < len(row))
    if not told:
        return None
    return tuple(part for form in row if not _leads(form, title) for part in _parts(form))


def _parts(form: Form) -> Sequence[str]:
    """Return a name, or its initials one by one: K.M., K M."""
    letters = form.folded.replace(".", "")
    initials = letters.isupper() and len(letters) <= _MOST_INITIALS
    return tuple(letters.casefold()) if initials else (form.bare,)


_MOST_INITIALS = 3
