"""Prove that a name or a body is written shorter or longer: SARS, D-S.D., Orla M. Finch, al-Reyle.

What is proved here stands at the same place of the same sentence; it is refused where either
article has another thing of that name, so that the two could be told apart.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from variorum.collation.lexicons.names import parties, short_given
from variorum.collation.lexicons.words import abbreviations, calendar, places, words
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.naming import LEGAL_FORMS
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.clocks import read_clock, same_moment
from variorum.collation.reading.forms import POSSESSIVE, Form, in_small
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule

_INITIAL = re.compile(r"[A-Z]\.")
_INITIALS = re.compile(r"(?:[A-Z]\.?)+")
_LEAST_LETTERS = 3
_LETTERS = re.compile(r"[A-Z]{2,}s?")


def prove_short_given(pair: Pair, block: Block) -> Proof | None:
    """Prove that a given name before one surname is the other's short form: Dave Reyle, David Reyle."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if len(base) != 1 or len(version) != 1 or not (base[0].name and version[0].name):
        return None
    after, its = pair.next_base(block), pair.next_version(block)
    if not (after and its and after.name and its.name and after.bare == its.bare):
        return None
    if (base[0].lower, version[0].lower) not in short_given():
        return None
    if any(
        _has_both(side, {base[0].bare, version[0].bare}, after.bare)
        for side in (pair.base, pair.version)
    ):
        return None
    return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_PERSON)


def _has_both(side: Side, givens: set[str], surname: str) -> bool:
    """Tell whether one article has two persons by two given names: Dave Reyle and his father, David Reyle."""
    found = {
        form.bare
        for unit in side.analysis.units
        for form, behind in pairwise(unit.forms)
        if form.bare in givens and behind.bare == surname
    }
    return found == givens


def prove_middle_initial(pair: Pair, block: Block) -> Proof | None:
    """Prove that only a second name's initial came or went: Orla Finch, Orla M. Finch."""
    side, other, start, end, place = pair.gone(block)
    forms = side.forms[start:end]
    if len(forms) != 1 or not _INITIAL.fullmatch(forms[0].folded) or not start or not place:
        return None
    if end >= len(side.forms) or place >= len(other.forms) or side.begins(start):
        return None
    given, surname = side.forms[start - 1], side.forms[end]
    if (given.folded, surname.bare) != (other.forms[place - 1].folded, other.forms[place].bare):
        return None
    if not (given.name and surname.name) or given.little or "." in given.folded:
        return None
    if len(surname.bare) == 1:
        # One of two initials came or went: George H. W. Finch is another than George W. Finch.
        return None
    if _initials_between(pair, given.bare, surname.bare) != {forms[0].folded}:
        return None
    return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_PERSON)


def _initials_between(pair: Pair, given: str, surname: str) -> set[str]:
    """Return what stands of initials, in one word or several, between a given name and a surname."""
    found: set[str] = set()
    for row in (unit.forms for side in (pair.base, pair.version) for unit in side.analysis.units):
        for n in (n for n, form in enumerate(row) if form.bare == given):
            end = n + 1
            while end < len(row) and _INITIALS.fullmatch(row[end].folded):
                end += 1
            if n + 1 < end < len(row) and row[end].bare == surname:
                found.add("".join(form.folded for form in row[n + 1 : end]))
    return found


def prove_same_initials(pair: Pair, block: Block) -> Proof | None:
    """Prove that the initials before a surname have points and spaces, or none: A M Tharu, A.M. Tharu, AM Tharu.

    Behind a figure they tell an hour.
    """
    told: set[str] = set()
    for side, start, end in pair.stretches(block):
        letters = "".join(form.folded for form in side.forms[start:end]).replace(".", "")
        named = end < len(side.forms) and side.forms[end].name and side.forms[end].word
        figure = start > 0 and side.forms[start - 1].folded[:1].isdigit()
        alone = all(_ONE_INITIAL.fullmatch(form.folded) for form in side.forms[start:end])
        if not named or figure or len(letters) > _MOST_INITIALS or not (alone and letters):
            return None
        told.add(letters)
    return Proof(Rule.NAME_FORM, block, ReasonKind.FORM_ONLY) if len(told) == 1 else None


_ONE_INITIAL = re.compile(r"(?:[A-Z]\.?){1,3}")
_MOST_INITIALS = 3


def prove_spelt_out(pair: Pair, block: Block) -> Proof | None:
    """Prove that three letters or more stand for the words that they are the initials of: ADA."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    for short, long in ((base, version), (version, base)):
        if len(short) != 1 or len(long) < _LEAST_LETTERS:
            continue
        if short[0].lower.endswith(POSSESSIVE) != long[-1].lower.endswith(POSSESSIVE):
            continue
        letters = short[0].folded.replace(".", "").removesuffix(POSSESSIVE)
        if _spell(letters, long) and _is_told(letters, long):
            return Proof(Rule.ABBREVIATION, block, ReasonKind.EXPANDED)
    return None


def prove_glossed(pair: Pair, block: Block) -> Proof | None:
    """Prove that only the words came or went, in brackets, for which the letters before them stand."""
    side, _, start, end, _ = pair.gone(block)
    forms = side.forms[start:end]
    if len(forms) < 4 or (forms[0].folded, forms[-1].folded) != ("(", ")") or not start:
        return None
    letters = side.forms[start - 1].folded.replace(".", "")
    if _spell(letters, forms[1:-1]):
        return Proof(Rule.ABBREVIATION, block, ReasonKind.EXPANDED)
    return None


def _spell(letters: str, long: Sequence[Form]) -> bool:
    """Tell whether words have these initials, the little ones between them left out or not."""
    if len(letters) < _LEAST_LETTERS or not _LETTERS.fullmatch(letters):
        return False
    if not all(form.word and form.lower.removesuffix(POSSESSIVE).isalpha() for form in long):
        parts = [part for form in long for part in form.bare.split("-")]
        if not all(part.isalpha() for part in parts):
            return False
    every = [part for form in long for part in form.bare.split("-")]
    heavy = [part for part in every if part not in words().function]
    spelt = {"".join(part[0] for part in row).upper() for row in (every, heavy)}
    return letters.upper() in spelt


def _is_told(letters: str, long: Sequence[Form]) -> bool:
    """Tell whether letters mean these words: the lexicon knows it, or they name no body."""
    table = abbreviations()
    known = table.initials.get(letters, ())
    spoken = " ".join(form.bare for form in long)
    if letters in table.capitals:
        return False
    # A body's letters may be another's: the lexicon or the article must know them.
    return spoken in known or not (known or any(form.name for form in long))


def prove_party(pair: Pair, block: Block) -> Proof | None:
    """Prove that a lawmaker's party and state are told in two ways: D-S.D., a South Dakota Democrat."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if not base or not version or not any(form.name for form in (*base, *version)):
        return None
    one = _affiliation(base)
    if one is None or one != _affiliation(version):
        return None
    return Proof(Rule.TITLE_FORM, block, ReasonKind.SAME_WORDS)


_CODE = re.compile(r"\(?([A-Z][a-z]{0,2})[-.,]+\s*([A-Z][A-Za-z. ]*)\)?")


def _affiliation(forms: Sequence[Form]) -> tuple[str, str] | None:
    """Return the party and the state that words tell, and nothing besides."""
    table = parties()
    text = " ".join(form.folded for form in forms if form.folded not in {",", "(", ")"})
    if match := _CODE.fullmatch(text):
        told = table.codes.get(match[1]), table.states.get(_unpointed(match[2]))
        return (told[0], told[1]) if told[0] and told[1] else None
    row = [f.lower for f in forms if f.word and f.lower not in {"a", "an", "the", "of", "from"}]
    told = [table.names[word] for word in row if word in table.names]
    state = table.states.get(_unpointed(" ".join(w for w in row if w not in table.names)))
    return (told[0], state) if len(told) == 1 and state else None


def _unpointed(text: str) -> str:
    return re.sub(r"[. ]", "", text).casefold()


_ARTICLE = re.compile(r"(?:al|el|an|ar|as|ash|at|az)-(?=\w)", re.IGNORECASE)


def prove_arabic_article(pair: Pair, block: Block) -> Proof | None:
    """Prove that only the Arabic article before a name came or went: al-Reyle, Reyle."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if len(base) != 1 or len(version) != 1:
        return None
    one, other = (_ARTICLE.sub("", form.folded) for form in (base[0], version[0]))
    if one != other or not one[:1].isupper() or base[0].folded == version[0].folded:
        return None
    return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_NAME)


def prove_months(pair: Pair, block: Block) -> Proof | None:
    """Prove that the months of a span are shortened or joined in another way: Jan-March, January to March."""
    one, other = (_months(forms) for forms in (pair.base_forms(block), pair.version_forms(block)))
    if len(one) == 2 and one == other:
        return Proof(Rule.DATE_FORM, block, ReasonKind.SAME_DAY)
    return None


def _months(forms: Sequence[Form]) -> list[int]:
    """Return the numbers of the months that words tell with a joint between, nothing for other words."""
    text = in_small(forms)
    parts = [part.rstrip(".") for part in re.split(r"\s*(?:-to-|-| to )\s*", text)]
    points, months = abbreviations().points, calendar().months
    told = [months.get(points.get(part, part)) for part in parts]
    return [month for month in told if month] if all(told) else []


def prove_other_zone(pair: Pair, block: Block) -> Proof | None:
    """Prove that only the same time in another zone came or went: 7 a.m. EDT (1100 GMT)."""
    side, _, start, end, _ = pair.gone(block)
    forms = side.forms[start:end]
    if len(forms) < 3 or (forms[0].folded, forms[-1].folded) != ("(", ")"):
        return None
    told = read_clock(forms)
    for size in range(2, _MOST_CLOCK + 1):
        before = read_clock(side.forms[max(start - size, 0) : start])
        if told and before and same_moment(before, told):
            return Proof(Rule.DATE_FORM, block, ReasonKind.CONVERTED)
    return None


_MOST_CLOCK = 4


def prove_former(pair: Pair, block: Block) -> Proof | None:
    """Prove that "ex-" stands for "former": ex-president, former president."""
    one, other = (in_small(forms) for forms in (pair.base_forms(block), pair.version_forms(block)))
    if one != other and "ex-" in one + other and _formerly(one) == _formerly(other):
        return Proof(Rule.SYNONYM, block, ReasonKind.EQUAL_MEANING)
    return None


def _formerly(text: str) -> str:
    return re.sub(r"\bex-(?=\w)", "former ", text)


def prove_owning_company(pair: Pair, block: Block) -> Proof | None:
    """Prove that an owner's legal form came or went: Reyle Inc's shares, Reyle's shares."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    both = (*base, *version)
    if len(base) == len(version) or not all(form.name for form in both):
        return None
    if (
        not base[-1:]
        or not version[-1:]
        or not all(row[-1].lower.endswith(POSSESSIVE) for row in (base, version))
    ):
        return None
    rows = [[form.bare for form in row if form.bare not in LEGAL_FORMS] for row in (base, version)]
    if rows[0] != rows[1] or not rows[0]:
        return None
    if any(side.cast.full_names(rows[0][-1]) for side in (pair.base, pair.version)):
        return None
    return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_NAME)


def prove_adjective(pair: Pair, block: Block) -> Proof | None:
    """Prove that one country is told before a noun: the U.S. army, the American army, America's army."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if not base or not version or not all(form.name for form in (*base, *version)):
        return None
    if not any(form.bare in places().adjectives for form in (*base, *version)):
        return None
    one, other = _country(base), _country(version)
    if one != other or [f.bare for f in base] == [f.bare for f in version]:
        return None
    after, its = pair.next_base(block), pair.next_version(block)
    if after is None or its is None or not after.word or after.little or after.lower != its.lower:
        return None
    if after.name or (one in _PEOPLES_TOO and after.bare not in _OF_STATES):
        # A capital makes a name of both: the American League.
        return None
    return Proof(Rule.SYNONYM, block, ReasonKind.SAME_PLACE)


_PEOPLES_TOO = frozenset({"india", "united states"})
"""Whose adjective names a people of another kind as well: an Indian tribe, Native American groups."""
_OF_STATES = frozenset(
    {
        "ambassador", "ambassadors", "army", "authorities", "border", "budget", "citizen", "citizens", "consulate", "currency", "dollar",
        "dollars", "diplomat", "diplomats", "economy", "embassy", "envoy", "exports", "firm", "firms", "company", "companies", "forces",
        "government", "imports", "intelligence", "military", "minister", "ministers", "ministry", "navy", "official", "officials", "police", "president",
        "rupee", "rupees", "soldier", "soldiers", "tariffs", "troops", "warship", "warships", "warplanes", "congress", "parliament", "airstrike",
        "airstrikes", "administration", "allies", "base", "bases", "sanctions", "stocks", "shares", "consumers", "economists", "lawmakers",
    }
)  # fmt: skip
"""What a state has and no tribe."""


def _country(forms: Sequence[Form]) -> str:
    """Return the country that an adjective, or a name before a noun, tells."""
    table = places()
    if len(forms) == 1 and forms[0].bare in table.adjectives:
        return table.adjectives[forms[0].bare]
    return " ".join(key for form in forms for key in form.keys if key != POSSESSIVE)
