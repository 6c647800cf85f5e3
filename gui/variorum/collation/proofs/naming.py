"""Prove that one thing or person is named in another form: companies, initials, titles.

A name may be shortened where the same article calls the same thing so, and nothing else begins
with the same name; the words that tell of a person may go where the article tells them elsewhere.
"""

import re
from collections.abc import Sequence

from variorum.collation.lexicons.names import bodies
from variorum.collation.lexicons.words import abbreviations, people, places, words
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import Form, in_small
from variorum.collation.reading.naming import (
    Run,
    initials_of,
    is_kind_of_company,
    joined_runs_of,
    kinds_given,
    runs_of,
    told_of,
    whole_runs_of,
)
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule
from variorum.text import PassageKind

_SOURCES = frozenset(
    {"source", "sources", "report", "reports", "paper", "papers", "media", "official", "officials", "police", "poll", "survey", "study", "lawyer", "analyst", "analysts", "ministry", "radio", "tv", "agency", "minister", "spokesman"}
)  # fmt: skip
_SOUNDED = re.compile(r"(?:[a-z]+-)+[A-Z]{2,}(?:-[a-z]+)*|[A-Z]{2,}(?:-[a-z]+)+")
_LEAST_DIGITS = 8


def prove_company(pair: Pair, block: Block) -> Proof | None:
    """Prove that the end of a company's name came or went: Lund Motor Co, Lund Motor, Lund."""
    side, other, start, end, place = pair.gone(block)
    forms = side.forms[start:end]
    spoken = [form for form in forms if form.word]
    if not start or not place or not spoken or not all(_of_company(f) for f in forms):
        return None
    before, its = side.forms[start - 1], other.forms[place - 1]
    if not before.name or before.bare != its.bare or side.homes[start - 1] != side.homes[start]:
        return None
    if {form.folded for form in forms if not form.word} - {",", ".", "&"}:
        return None
    if all(is_kind_of_company(form) or form.folded == "&" for form in spoken):
        known = _is_company(pair, side, other, start) or _is_lone_body(pair, spoken, before)
        return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_NAME) if known else None
    after = other.forms[place] if place < len(other.forms) else None
    if (after and after.name) or len(spoken) != len(forms):
        return None
    return _prove_shortened(pair, block, side, other, start, end)


def _of_company(form: Form) -> bool:
    return form.name or form.folded == "&" or not form.word


def _is_company(pair: Pair, side: Side, other: Side, start: int) -> bool:
    """Tell whether a name without "Co" is surely the company's: the articles use it for one.

    "Ford" alone may be Mr Ford: either its own article gives the kind elsewhere, or the article
    that gives it here calls the company so, too; and neither names a person so.
    """
    name = _name_before(side, start)
    if any(
        s.cast.is_person(m)
        for s in (pair.base, pair.version)
        for m in s.cast.by_name.get(name[-1], ())
        if m.titles or m.gender
    ):
        return False
    return (
        len(name) > 1 or name in kinds_given(other.analysis) or name in whole_runs_of(side.analysis)
    )


def _is_lone_body(pair: Pair, spoken: Sequence[Form], before: Form) -> bool:
    """Tell whether a legal form tells nothing more of a name that no article gives to a person."""
    if any(form.bare not in LEGAL_FORMS for form in spoken) or before.bare in places().words:
        return False
    return not any(
        m.titles or m.gender or m.is_full
        for side in (pair.base, pair.version)
        for m in side.cast.by_name.get(before.bare, ())
    )


LEGAL_FORMS = frozenset({"inc", "corp", "ltd", "plc", "llc", "ag", "sa", "nv", "gmbh", "spa", "ab", "asa", "oyj", "bhd", "sdn", "pty", "pte", "pvt", "lp", "llp"})  # fmt: skip


def _name_before(side: Side, place: int) -> Run:
    first = place
    while first and side.forms[first - 1].name and side.homes[first - 1] == side.homes[place]:
        first -= 1
    return tuple(form.bare for form in side.forms[first:place])


def _prove_shortened(
    pair: Pair, block: Block, side: Side, other: Side, start: int, end: int
) -> Proof | None:
    short = _name_before(side, start)
    full = (*short, *(f.bare for f in side.forms[start:end] if not is_kind_of_company(f)))
    if short[0] in places().words or not _is_only(pair, short, full):
        return None
    dropped = {form.bare for form in side.forms[start:end]}
    if dropped <= places().words or not dropped.isdisjoint(bodies().waters):
        # A land behind a company's name makes a daughter of it: Lund Norway; and a river is no town.
        return None
    if any(m.gender for s in (side, other) for m in s.cast.by_name.get(short[-1], ())):
        return None
    called = short in whole_runs_of(side.analysis)
    organised = any(form.bare in people().organisations for form in side.forms[start:end])
    told = full in runs_of(other.analysis)
    if not (called and (organised or told)):
        return None
    return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_NAME)


def _is_only(pair: Pair, short: Run, full: Run) -> bool:
    """Tell whether nothing but one thing is named with these first names in either article."""
    size = len(short)
    return all(
        run == short or run[: len(full)] == full or full[: len(run)] == run
        for side in (pair.base, pair.version)
        for run in runs_of(side.analysis)
        if run[:size] == short
    )


def prove_initials(pair: Pair, block: Block) -> Proof | None:
    """Prove that letters are the initials of what their own article has named in full."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    for short, long, side in ((base, version, pair.version), (version, base, pair.base)):
        parts = [part for form in long for part in form.bare.split("-") if part]
        if len(short) != 1 or len(parts) < 2 or not all(form.name for form in long):
            continue
        own = pair.base if side is pair.version else pair.version
        letters = short[0].folded.replace(".", "").removesuffix("'s")
        if not letters.isupper() or len(letters) < 2 or letters in abbreviations().capitals:
            continue
        if short[0].lower.endswith("'s") != long[-1].lower.endswith("'s"):
            continue
        spoken = tuple(form.bare for form in long)
        meant = {run for run in joined_runs_of(own.analysis) if letters.lower() in initials_of(run)}
        if len(meant) == 1 and min(meant)[: len(spoken)] == spoken:
            return Proof(Rule.ABBREVIATION, block, ReasonKind.EXPANDED)
    return None


def prove_letters(pair: Pair, block: Block) -> Proof | None:
    """Prove that only the letters came or went that stand for the words before them: the Osk Mill Board (OMB).

    They stand in brackets or, in capitals, between commas.
    """
    side, _, start, end, _ = pair.gone(block)
    forms = side.forms[start:end]
    marks = [form.folded for form in forms if not form.word]
    if marks not in (["(", ")"], [",", ","], [","]) or len(forms) != len(marks) + 1:
        return None
    letters = forms[1].folded.replace(".", "")
    small = letters.islower() and len(letters) > _LEAST_SMALL and marks[0] == "("
    if not (letters.isalpha() and len(letters) > 1 and (letters.isupper() or small)):
        return None
    row = [form for form in side.forms[max(start - _MOST_SPELT, 0) : start] if form.word]
    heavy = [form for form in row if form.lower not in words().function]
    most = [form for form in row if form.lower not in _JOINS]
    rows = (row, most, heavy)
    told = (*map(_spelt, rows), *map(_spelt_with_letters, rows))
    if any(found.endswith(letters.lower()) for found in told):
        return Proof(Rule.ABBREVIATION, block, ReasonKind.EXPANDED)
    return None


_LEAST_SMALL = 2
_MOST_SPELT = 10
_JOINS = frozenset({"and", "of", "the", "for", "to", "in", "on", "a"})


def _spelt(forms: Sequence[Form]) -> str:
    """Return the first letters of words and of their parts."""
    return "".join(part[0] for form in forms for part in form.bare.split("-") if part)


def _spelt_with_letters(forms: Sequence[Form]) -> str:
    """Return the first letters of words, and all of what is letters itself: of the U.S. Dairy Board usdb."""
    told: list[str] = []
    for form in forms:
        letters = form.folded.replace(".", "")
        told.append(letters.lower() if letters.isupper() else _spelt([form]))
    return "".join(told)


def prove_told_before(pair: Pair, block: Block) -> Proof | None:
    """Prove that titles and given names came or went that both articles tell of the person."""
    side, other, start, end, place = pair.gone(block)
    forms = side.forms[start:end]
    if not forms or not all(f.name or f.title or f.lower in {"of", "the", "and"} for f in forms):
        return None
    name = side.forms[end] if end < len(side.forms) else None
    its = other.forms[place] if place < len(other.forms) else None
    if name is None or its is None or not name.name or name.bare != its.bare:
        return None
    told = {form.bare for form in forms if form.lower not in {"of", "the", "and"}}
    persons = {m.parts for s in (side, other) for m in s.cast.full_names(name.bare)}
    if not any(form.title for form in forms) or not _one_person(persons):
        return None
    if not any(told <= near for near in told_of(other.analysis, name.bare)):
        return None
    given = not forms[-1].title
    return Proof(Rule.NAME_FORM if given else Rule.TITLE_FORM, block, ReasonKind.SAME_PERSON)


def prove_called(pair: Pair, block: Block) -> Proof | None:
    """Prove that titles and given names before a surname are others of one person: President, Mr."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    name, its = pair.next_base(block), pair.next_version(block)
    if name is None or its is None or not name.name or name.bare != its.bare:
        return None
    if not base or not version or not all(_calls(form) for form in (*base, *version)):
        return None
    sides = ((base, pair.version), (version, pair.base))
    persons = {m.parts for _, side in sides for m in side.cast.full_names(name.bare)}
    if not _one_person(persons) or not all(_told(f, s, name.bare) for f, s in sides):
        return None
    genders = {people().honorifics.get(form.bare, "any") for form in (*base, *version)} - {"any"}
    known = {m.gender for _, s in sides for m in s.cast.by_name.get(name.bare, ()) if m.gender}
    if len(genders | known) > 1:
        return None
    given = any(form.name for form in (*base, *version))
    return Proof(Rule.NAME_FORM if given else Rule.TITLE_FORM, block, ReasonKind.SAME_PERSON)


def _calls(form: Form) -> bool:
    """Tell whether a word may stand before a surname: a given name, a title, Mr."""
    return form.name or form.title or form.bare in people().plain


def _told(forms: Sequence[Form], side: Side, surname: str) -> bool:
    """Tell whether an article gives somebody these titles and names, too; everybody is Mr or Ms."""
    called = side.cast.titles_of(surname).union(
        *(mention.names for mention in side.cast.full_names(surname))
    )
    return all(form.bare in people().plain or form.bare in called for form in forms)


def _one_person(persons: set[frozenset[str]]) -> bool:
    longest = max(persons, key=len, default=frozenset[str]())
    return bool(persons) and all(parts <= longest for parts in persons)


def prove_office(pair: Pair, block: Block) -> Proof | None:
    """Prove that one office is named in two ways: CEO, chief executive, chief executive officer."""
    table = people().offices
    if not any(f.title or f.lower in table for f in pair.changed(block)):
        return None
    base, version = (
        _with_office(side.forms, start, end) for side, start, end in pair.stretches(block)
    )
    if base != version and table.get(base, frozenset()) & table.get(version, frozenset()):
        return Proof(Rule.TITLE_FORM, block, ReasonKind.FORM_ONLY)
    return None


def _with_office(forms: Sequence[Form], start: int, end: int) -> str:
    """Return the words of a stretch, with those of its office before it."""
    while start and (forms[start - 1].title or forms[start - 1].lower in {"vice", "deputy"}):
        start -= 1
    return in_small(forms[start:end])


def prove_sounded(pair: Pair, block: Block) -> Proof | None:
    """Prove that only a hint came or went how a name is spoken: (mar-EE-nah)."""
    side, _, start, end, _ = pair.gone(block)
    forms = side.forms[start:end]
    if len(forms) < 3 or forms[0].folded != "(" or forms[-1].folded != ")" or not start:
        return None
    spoken = [form.surface for form in forms[1:-1] if form.word]
    if side.forms[start - 1].name and any(map(_SOUNDED.fullmatch, spoken)):
        return Proof(Rule.NAME_FORM, block, ReasonKind.FORM_ONLY)
    return None


def prove_same_digits(pair: Pair, block: Block) -> Proof | None:
    """Prove that only the hyphens of a long number of a book or a telephone differ."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if len(base) != 1 or len(version) != 1:
        return None
    one, other = (form.folded.replace("-", "") for form in (base[0], version[0]))
    if one == other and one.isdecimal() and len(one) >= _LEAST_DIGITS:
        return Proof(Rule.NUMBER_FORM, block, ReasonKind.SAME_NUMBER)
    return None


def is_headline_speaker(pair: Pair, blocks: tuple[Block, Block]) -> bool:
    """Tell whether a headline's speaker changed ends: Quill: port is safe; Port is safe: Quill."""
    rows = [pair.changed(block) for block in blocks]
    if not all(any(form.folded == ":" for form in row) for row in rows):
        return False
    units = (*pair.base.units, *pair.version.units)
    spoken = [[form.lower for form in row if form.word] for row in rows]
    titled = all(unit.kind is PassageKind.HEADLINE for unit in units)
    return titled and spoken[0] == spoken[1]


def prove_headline_source(pair: Pair, block: Block) -> Proof | None:
    """Prove that a headline's source stands behind another mark: deal: source, deal-source."""
    texts: list[str] = []
    for side, start, end in pair.stretches(block):
        if start == end or side.unit(start).kind is not PassageKind.HEADLINE:
            return None
        texts.append(in_small(side.forms[start:end]))
    one, other = (re.split(r"\s*[:-]\s*", text) for text in texts)
    if one == other and len(one) == 2 and one[1] in _SOURCES:
        return Proof(Rule.PUNCTUATION, block, ReasonKind.FORM_ONLY)
    return None
