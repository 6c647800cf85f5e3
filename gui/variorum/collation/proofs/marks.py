"""Prove that only marks differ, and that none of them turns the sense.

A mark that stands for another one is form. A mark that came or went is form only where its place
proves it: after an introduction, before "and", round a date. The commas that make a clause
restrictive, or change who speaks, are left to judgement.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from variorum.collation.lexicons.words import (
    abbreviations,
    calendar,
    commas,
    people,
    places,
    reporting,
)
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.equal_forms import prove_equal
from variorum.collation.proofs.introductions import (
    ends_in_noun,
    introduces,
    reported,
    tells_that,
)
from variorum.collation.proofs.led_on import is_led_on
from variorum.collation.proofs.pauses import counts, is_set_apart, tells_amount
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.proofs.restrictive import (
    goes_on_with_and,
    is_at_hand,
    is_denied,
    is_denied_by_clause,
    may_be_doing,
    may_do,
    may_explain,
    tells_which,
)
from variorum.collation.proofs.set_apart import is_clear
from variorum.collation.proofs.swapped_marks import tells_inches, turns_by_swap
from variorum.collation.reading.forms import Form
from variorum.collation.reading.naming import is_kind_of_company
from variorum.collation.reading.people import is_particle
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import Tense, is_form
from variorum.collation.values import ReasonKind, Rule

_QUOTES = frozenset({'"', "'"})
_REGISTERED = frozenset({"®", "™", "©"})
_SOFT = _REGISTERED | frozenset(
    {",", ";", ":", "-", "(", ")", "[", "]", "<", ">", ".", "...", "!", "*", "•"}
)
_SPOKEN = frozenset({",", ";", ":", "-", ".", "!"})
"""Marks that desks set as they hear them; brackets and dots inside a quotation say what was left out."""
_SHAPES = ({"(", "["}, {")", "]"})
"""Agencies whose wire has no square brackets set round ones about what the speaker left out."""
_BRACKETS = frozenset({"(", ")", "<", ">"})
_PAUSES = frozenset({",", "-", "(", ")", "[", "]"})
_AUXILIARIES = frozenset(
    {"is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "did", "does", "do"}
)  # fmt: skip


def prove_marks(pair: Pair, block: Block) -> Proof | None:
    """Prove that only marks differ that carry no meaning of their own where they stand."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if any(form.word for form in (*base, *version)):
        return None
    one, other = [form.folded for form in base], [form.folded for form in version]
    if one == other:
        return prove_equal(pair, block)
    if {*one, *other} <= _QUOTES and len(one) == len(other):
        if len(one) == 1 and tells_inches(pair, block):
            return None
        return Proof(Rule.QUOTE_MARKS, block, ReasonKind.FORM_ONLY)
    if len(one) == len(other) == 1 and {*one, *other} in _SHAPES:
        return Proof(Rule.PUNCTUATION, block, ReasonKind.FORM_ONLY)
    rest, rest_other = [m for m in one if m not in _QUOTES], [m for m in other if m not in _QUOTES]
    if len(one) - len(rest) != len(other) - len(rest_other):
        return None
    allowed = _SPOKEN if pair.quoted(block) else _SOFT
    if {*rest, *rest_other} <= allowed and _are_free(pair, block, rest, rest_other):
        return Proof(Rule.PUNCTUATION, block, ReasonKind.FORM_ONLY)
    return None


def prove_spacing(pair: Pair, block: Block) -> Proof | None:
    """Prove that only white space came or went beside a mark; never between two figures."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if not base or not version:
        return None
    one, other = ([f.surface for f in forms] for forms in (base, version))
    if "".join(one) != "".join(other) or "".join(one).isalnum():
        return None
    for row in (one, other):
        if any(a[-1].isalnum() and b[0].isalnum() for a, b in pairwise(row)):
            return None
    return Proof(Rule.SPACING, block, ReasonKind.SAME_GLYPHS)


def _are_free(pair: Pair, block: Block, one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether the marks of a block stand for one another, or may come and go where they are."""
    if len(one) == len(other):
        return not turns_by_swap(pair, block, one, other)
    if one and other:
        # A full stop beside the bracket that closes before it, and the like: the end is the same.
        return bool(_ENDS.intersection(one) & _ENDS.intersection(other)) or "," in {
            one[0],
            other[0],
        }
    base, version = pair.stretches(block)
    side, start, end = base if one else version
    return all(_is_free(pair, side, place) for place in range(start, end))


_ENDS = frozenset({".", "!", "..."})


def _is_free(pair: Pair, side: Side, place: int) -> bool:
    """Tell whether a mark may come or go where it stands."""
    mark = side.forms[place].folded
    if mark in _QUOTES or mark in _REGISTERED:
        return True
    before, after = _beside(side, place)
    if before is None or after is None:
        return True
    if mark == "-" and _grades(side, place, before):
        return False
    if mark in _ENDS:
        return mark != "." or not after.word or _is_shortened(before) or _is_company(side, place)
    if mark == ":":
        return before.lower in reporting() or not after.word
    if mark == ";":
        return after.lower in {"and", "but"}
    coded = (mark in _BRACKETS and _is_code(side, place)) or _encloses_names(side, place)
    if coded or mark not in _PAUSES:
        return coded
    if not before.word or not after.word:
        return _QUOTES.isdisjoint({before.folded, after.folded}) or not _moves(pair)
    stays = after.lower in _BEGIN_CLAUSES or not _moves(pair)
    return stays and _is_pause(pair, side, place, before, after)


_BEGIN_CLAUSES = frozenset(
    {"but", "only", "which", "who", "whose", "although", "though", "whereas"}
)
"""What a clause begins with wherever its comma stands: no comma that stands elsewhere took it along."""


def _is_pause(pair: Pair, side: Side, place: int, before: Form, after: Form) -> bool:
    """Tell whether a mark between two words is a pause that says nothing."""
    earlier = [side.forms[n] for n in _sentence(side, place) if n < place]
    rest = [side.forms[n] for n in _sentence(side, place) if n > place]
    if is_led_on(earlier, rest):
        return False
    if _is_apposed(side, place):
        return True
    if side.forms[place].folded == "," and (
        is_clear(side, place, before, after)
        or (_is_lone(pair) and is_set_apart(side, place, before, after))
    ):
        return True
    if all(map(_SCORE.fullmatch, (before.folded, after.folded))):
        return True
    if before.lower in reporting() and counts(side.forms[max(place - 2, 0) : place - 1]):
        # "12 points" says nothing.
        return _pauses(side, place, before, after)
    if introduces(earlier, after) and (
        tells_that(rest) or (ends_in_noun(earlier) and not _turns(None, after))
    ):
        return True
    turns = _turns(before, after) and not _is_subject(side, place, after)
    return not turns and _pauses(side, place, before, after)


def _grades(side: Side, place: int, before: Form) -> bool:
    """Tell whether a mark right behind letters and apart from the next word is part of a grade: AA- in May."""
    ends = side.tokens[place - 1].end == side.tokens[place].start
    if not ends or side.tokens[place].end == side.tokens[place + 1].start:
        return False
    return before.folded.isupper() or (
        side.in_one_case(place - 1) and len(before.folded) <= _LONGEST_GRADE
    )


_LONGEST_GRADE = 3


def _is_code(side: Side, place: int) -> bool:
    """Tell whether an agency's code of a company stands beside a bracket: (RYL.N), <RYL.N>."""
    forms = side.forms
    rows = (forms[place + 1 : place + 4], forms[max(place - 3, 0) : place])
    return any(_CODE.fullmatch("".join(form.folded for form in row)) for row in rows) or any(
        0 <= n < len(forms) and _CODE.fullmatch(forms[n].folded) for n in (place - 1, place + 1)
    )


_PARTNERS = {"[": ("]", 1), "]": ("[", -1), "<": (">", 1), ">": ("<", -1)}


def _encloses_names(side: Side, place: int) -> bool:
    """Tell whether a wire's bracket is one of two about a name: <Lund Express>, [Lund and Osk Co]."""
    partner, step = _PARTNERS.get(side.forms[place].folded, ("", 0))
    for n in range(place + step, place + step * _MOST_ENCLOSED, step) if step else ():
        if not 0 <= n < len(side.forms) or side.homes[n] != side.homes[place]:
            return False
        form = side.forms[n]
        if form.folded == partner:
            return abs(n - place) > 1
        if not (form.name or form.folded in {"&", "and", "of", ",", "-", "."}):
            return False
    return False


_MOST_ENCLOSED = 9


_CODE = re.compile(r"[A-Z0-9]{1,6}[a-z]?\.[A-Z]{1,3}")


def _is_shortened(form: Form) -> bool:
    """Tell whether a word is an abbreviation with its point and without; mass, co and no are words."""
    table = abbreviations()
    return form.lower in table.points and form.lower not in table.need_figure | table.need_capital


def _is_company(side: Side, place: int) -> bool:
    """Tell whether a point stands behind what says of what kind a company is: Reyle & Co."""
    row = side.forms[max(place - 2, 0) : place]
    named = len(row) == 2 and (row[0].name or row[0].folded == "&")
    return named and row[1].surface[:1].isupper() and is_kind_of_company(row[1])


def _beside(side: Side, place: int) -> tuple[Form | None, Form | None]:
    """Return the words or marks beside a mark in its sentence."""
    home = side.homes[place]
    inside = [n for n in (place - 1, place + 1) if 0 <= n < len(side.forms)]
    found = {n: side.forms[n] for n in inside if side.homes[n] == home}
    return found.get(place - 1), found.get(place + 1)


def _moves(pair: Pair) -> bool:
    """Tell whether as many commas stand on both sides, and one that came is one that went elsewhere.

    It did where the words that it stands between on one side stand side by side on the other.
    """
    commas_, joints = zip(*(_joints(side.forms) for side in (pair.base, pair.version)), strict=True)
    if commas_[0].total() != commas_[1].total():
        return False
    lost, gained = commas_[0] - commas_[1], commas_[1] - commas_[0]
    return any(joint in joints[1] for joint in lost) and any(joint in joints[0] for joint in gained)


def _is_lone(pair: Pair) -> bool:
    """Tell whether the two sides differ in one comma: of two each may belong to what stands between."""
    count = [sum(form.folded == "," for form in side.forms) for side in (pair.base, pair.version)]
    return abs(count[0] - count[1]) == 1


def _joints(forms: Sequence[Form]) -> tuple[Counter[tuple[str, str]], set[tuple[str, str]]]:
    """Return the words about each comma, and all words that stand side by side."""
    rows = [*forms, None]
    commas_ = Counter(
        (forms[n - 1].lower if n else "", after.lower if after else "")
        for n, (form, after) in enumerate(pairwise(rows))
        if form is not None and form.folded == ","
    )
    return commas_, {(one.lower, other.lower) for one, other in pairwise(forms)}


def _turns(before: Form | None, after: Form) -> bool:
    """Tell whether a pause between two words makes another claim: no, more; Cruz, said Lopez."""
    table = commas()
    if after.lower in table.relative:
        return True
    if after.lower in reporting() and not is_form(after.lower, Tense.ING):
        return True
    if before is None:
        return False
    if before.lower in table.never_after:
        return True
    if after.lower == "but" and before.lower in _EXCEPTED:
        return True
    joins = is_form(after.lower, Tense.ING) or after.lower in {"and", "but"}
    if before.lower in reporting() and not joins:
        return True
    if after.lower in table.clauses:
        return False
    timely = {form.keys[0] for form in (before, after) if form.keys}
    return len(timely) == 2 and timely <= {*calendar().days, *calendar().times}


_EXCEPTED = frozenset(
    {"all", "any", "anything", "everything", "everyone", "none", "nothing", "nobody"}
)
"""Behind these "but" may be "except": nothing but the truth."""


def _is_subject(side: Side, place: int, after: Form) -> bool:
    """Tell whether a verb of saying is a noun behind an introduction: On Monday, reports said."""
    earlier = [side.forms[n] for n in _sentence(side, place) if n < place]
    noun = is_form(after.lower, Tense.THIRD) and after.lower not in {"says", "tells"}
    return (
        noun
        and bool(earlier)
        and introduces(earlier, after)
        and earlier[-1].lower not in reporting()
    )


def _pauses(side: Side, place: int, before: Form, after: Form) -> bool:
    """Tell whether a pause between two words is one of breath alone."""
    sentence = list(_sentence(side, place))
    earlier = [side.forms[n] for n in sentence if n < place]
    rest = [side.forms[n] for n in sentence if n > place]
    if after.lower == "or" and (counts(earlier[-1:]) or not _lists_or_adds(side, place, earlier)):
        # "5 or 6 percent" tells two amounts, "5 points, or 6 percent" one; so may "cement, or rubber".
        return False
    if after.lower in commas().joins:
        # What a bracket closes is no item of a list: the captain (a doctor) and a nurse.
        return side.forms[place].folded not in _BRACKETS and not may_explain(earlier)
    if before.name and after.name and after.keys[0] in places().words:
        return True
    if _is_dated(earlier, after) or _is_located(earlier) or _ends_name(before, after):
        return True
    if after.lower in commas().adverbs or (before.lower in commas().adverbs and len(earlier) > 1):
        return True
    if introduces(earlier, after) or introduces(reported(earlier), after):
        # "In Lund, Osk and Varde mills closed": nobody knows where the list begins.
        return not (before.name and after.name and goes_on_with_and(side, place))
    if after.lower in commas().clauses:
        return not (may_be_doing(earlier, rest) or is_denied_by_clause(earlier, after))
    if after.lower in commas().phrases:
        which = tells_which(side, place, earlier, after) or is_at_hand(earlier, after)
        return not (which or is_denied(earlier, after))
    if tells_amount(side, place, earlier) or _parts_subject(before, after):
        return True
    acted = any(
        f.lower in _AUXILIARIES or is_form(f.lower, Tense.PAST, Tense.THIRD) for f in earlier
    )
    return acted and is_form(after.lower, Tense.ING) and not may_do(earlier, after)


_SCORE = re.compile(r"\d{1,3}-\d{1,3}")
"""What a set, or a match, ended with: won 6-4, 6-3."""


def _lists_or_adds(side: Side, place: int, earlier: Sequence[Form]) -> bool:
    """Tell whether "or" ends a list of three and more, or joins what is done or said besides."""
    listed = any(form.folded == "," for form in earlier[-_MOST_LISTED:])
    behind = side.forms[place + 2] if place + 2 < len(side.forms) else None
    return listed or (
        behind is not None
        and (
            behind.lower in _JOINED_BY_OR
            or bool(behind.figures)
            or is_form(behind.lower, Tense.PAST, Tense.BASE)
        )
    )


_MOST_LISTED = 8
_JOINED_BY_OR = frozenset(
    {"he", "she", "it", "they", "we", "you", "i", "there", "to", "else", "even", "at", "in", "on", "if", "when", "by", "for", "not", "just", "about", "more", "less"}
)  # fmt: skip


def _parts_subject(before: Form, after: Form) -> bool:
    """Tell whether a pause stands between a noun and its verb: the crews of both ships, were lost.

    Only what can be nothing but a verb in the past shows it; "the boats, built in May" tells which.
    """
    acts = after.lower in _AUXILIARIES | {"cannot"} or (
        is_form(after.lower, Tense.PAST) and not is_form(after.lower, Tense.PARTICIPLE, Tense.BASE)
    )
    noun = not before.little and not is_form(before.lower, Tense.PAST, Tense.PARTICIPLE)
    return acts and noun and not after.name


def _is_apposed(side: Side, place: int) -> bool:
    """Tell whether a pause stands before or behind a name that says who an officer is.

    "The mayor, Orla Finch, said" tells no more than "the mayor Orla Finch said"; a list would go on
    with "and".
    """
    forms = side.forms
    if place and _is_officer(forms[place - 1]):
        end = place + 1
        while end < len(forms) and _is_called(forms[end]):
            end += 1
        closed = end < len(forms) and forms[end].folded == ","
        return closed and end > place + 1 and not _goes_on(forms[end + 1 : end + 2])
    first = place
    while first and _is_called(forms[first - 1]):
        first -= 1
    opened = 1 < first < place and forms[first - 1].folded == "," and _is_officer(forms[first - 2])
    return opened and not _goes_on(forms[place + 1 : place + 2])


def _is_officer(form: Form) -> bool:
    """Tell whether a word says what office somebody has; of a sister a comma tells how many there are."""
    return form.title and form.lower not in people().kin


def _is_called(form: Form) -> bool:
    return form.word and (form.name or is_particle(form))


def _goes_on(forms: Sequence[Form]) -> bool:
    """Tell whether what follows a pause is another item of a list."""
    return any(form.name or form.title or form.lower in {"and", "or"} for form in forms)


def _ends_name(before: Form, after: Form) -> bool:
    """Tell whether a pause stands beside what closes a name: Reyle, Jr., said; Dell, Inc."""
    return not {before.bare, after.bare}.isdisjoint(commas().suffixes)


def _sentence(side: Side, place: int) -> Iterator[int]:
    home = side.homes[place]
    return (n for n in range(len(side.forms)) if side.homes[n] == home)


def _is_dated(earlier: Sequence[Form], after: Form) -> bool:
    """Tell whether a pause stands inside a date or after one: March 12, 2018, he; Monday, March 12."""
    last = earlier[-1]
    months, days = calendar().months, calendar().days
    near = {form.keys[0] for form in earlier[-5:] if form.keys}
    year = len(last.folded) == 4 and last.folded.isdecimal()
    if year:
        return bool(near & months.keys()) and not after.folded[:1].isdigit()
    if last.folded[:1].isdigit():
        return bool(near & months.keys()) and (
            len(after.folded) == 4 or not after.folded[:1].isdigit()
        )
    if not last.keys or not after.keys:
        return False
    if last.figures and near & months.keys() and after.folded.isdecimal():
        return len(after.folded) == 4
    monthly = last.keys[0] in months and len(after.folded) == 4 and after.folded.isdecimal()
    return monthly or (last.keys[0] in days and after.keys[0] in months)


def _is_located(earlier: Sequence[Form]) -> bool:
    """Tell whether a pause follows the land, or state, of a town: in Lima, Peru, on Monday."""
    marks = [n for n, form in enumerate(earlier) if form.folded == ","]
    if not marks or not 0 < marks[-1] < len(earlier) - 1 or not earlier[marks[-1] - 1].name:
        return False
    land = " ".join(key for form in earlier[marks[-1] + 1 :] for key in form.keys)
    return land in places().words or land in places().aliases or land == "district of columbia"
