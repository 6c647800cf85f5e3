"""Prove that only forms differ: contractions, abbreviations, hyphens, letters with marks."""

import re
from collections.abc import Sequence

from variorum.collation.lexicons.names import machines, single_codes
from variorum.collation.lexicons.words import (
    abbreviations,
    calendar,
    contractions,
    known_words,
    people,
    words,
)
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.contracted import reading_fits
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import Form, in_small
from variorum.collation.reading.verbs import Tense, is_form, lemma
from variorum.collation.values import ReasonKind, Rule

_DIGRAPHS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa", "œ": "oe"}
)


def prove_contraction(pair: Pair, block: Block) -> Proof | None:
    """Prove that one side is a contraction of the other, in any of its readings."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    one, other = tuple(f.lower for f in base), tuple(f.lower for f in version)
    for short, long in ((one, other), (other, one)):
        if (
            len(short) == 1
            and long in contractions().get(short[0], ())
            and reading_fits(pair, block)
        ):
            return Proof(Rule.CONTRACTION, block, ReasonKind.EXPANDED)
    return None


def prove_abbreviation(pair: Pair, block: Block) -> Proof | None:
    """Prove that capitals are the initials of the other side's words."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    for short, long in ((base, version), (version, base)):
        if len(short) != 1 or len(long) < 2 or not short[0].word:
            continue
        letters = short[0].folded.replace(".", "").removesuffix("'s")
        if not letters.isupper() or not letters.isalpha() or len(letters) < 2:
            continue
        if _initials(long, letters) and _introduced(pair, block, long, letters):
            return Proof(Rule.ABBREVIATION, block, ReasonKind.EXPANDED)
    return None


def _initials(long: Sequence[Form], letters: str) -> bool:
    """Tell whether words have these initials, little words left out or not."""
    if any(not form.word for form in long):
        return False
    if in_small(long) in abbreviations().initials.get(letters, ()):
        return True
    every = "".join(form.folded[:1] for form in long).upper()
    capitals = "".join(form.folded[:1] for form in long if form.folded[:1].isupper())
    return letters in {every, capitals} and len(capitals) >= 2


def _introduced(pair: Pair, block: Block, long: Sequence[Form], letters: str) -> bool:
    """Tell whether letters are known for these words: by the lexicon, or by either article.

    An article knows them that says both side by side, one of them in brackets.
    """
    table = abbreviations()
    spoken = in_small(long).removesuffix("'s")
    if spoken in table.initials.get(letters, ()):
        before = pair.base.forms[block.base_start - 1] if block.base_start else None
        return before is None or not before.folded[:1].isdigit()
    if letters in table.capitals:
        return False
    words_ = r"\s+".join(re.escape(form.surface.removesuffix("'s")) for form in long)
    points = r"\.?".join(letters)
    both = re.compile(rf"\b{words_}\s*\(\W?{points}\b|\b{points}\s*\((?:the\s+)?{words_}\b")
    return any(both.search(side.analysis.article.text) for side in (pair.base, pair.version))


def prove_number_sign(pair: Pair, block: Block) -> Proof | None:
    """Prove that "No" before a figure is "No." with its point left out: No 10."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    figures = pair.next_base(block), pair.next_version(block)
    if {f.folded for f in (*base, *version)} not in ({"No", "No."}, {"No", "."}, {"."}):
        return None
    for side, start, end in pair.stretches(block):
        sign = side.forms[end - 1] if end > start else side.forms[start - 1]
        after = side.forms[end + 1] if end + 1 < len(side.forms) else None
        # "No 10 ships sailed" counts none.
        first = end < len(side.forms) and side.forms[end].folded == "1"
        if sign.lower.rstrip(".") != "no":
            return None
        ranked = side.forms[end - 2 if end > start else start - 2].lower in _RANKING
        if not first and not ranked and after and after.word and not _ends_noun(after):
            return None
    if any(figure is None or not figure.folded[:1].isdigit() for figure in figures):
        return None
    return Proof(Rule.ABBREVIATION, block, ReasonKind.FORM_ONLY)


_RANKING = frozenset(
    {"the", "its", "their", "a", "this", "that", "nation's", "world's", "country's"}
)


def _ends_noun(form: Form) -> bool:
    return form.little or is_form(form.lower, Tense.PAST)


def prove_street(pair: Pair, block: Block) -> Proof | None:
    """Prove that "St." after a name is a street, not a saint: Main St., Main Street."""
    words_ = {f.lower for f in pair.changed(block)}
    if words_ - {"."} not in ({"st.", "street"}, {"st", "street"}) or not block.base_start:
        return None
    before = pair.base.forms[block.base_start - 1]
    nexts = (pair.next_base(block), pair.next_version(block))
    if not before.surface[0].isalnum() or not before.surface[:1].isupper():
        return None
    if any(form is not None and form.name for form in nexts):
        return None
    return Proof(Rule.ABBREVIATION, block, ReasonKind.EXPANDED)


def prove_closed_up(pair: Pair, block: Block) -> Proof | None:
    """Prove that words were only joined or parted: healthcare, health care, health-care."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if not base or not version or not all(f.word for f in (*base, *version)):
        return None
    one = "".join(form.lower for form in base).replace("-", "")
    other = "".join(form.lower for form in version).replace("-", "")
    if one != other or one in words().hyphen:
        return None
    if any(c.isdigit() for c in one):
        return _prove_code(pair, block)
    if _opens_up(base, version) or _repeats(base) or _repeats(version):
        return None
    if _capitals(base) != _capitals(version) or _counts_beside(base, version):
        return None
    return Proof(Rule.HYPHENATION, block, ReasonKind.FORM_ONLY)


def _counts_beside(base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether a hyphen beside a number went elsewhere: twenty five-dollar, twenty-five dollar."""
    both = all(any("-" in form.folded for form in forms) for forms in (base, version))
    return both and any(form.figures for form in (*base, *version))


_CODE = re.compile(r"([A-Za-z]+)[- ]?(\d+)")
_SHORTEST_CODE = 2
"""Of one letter and one figure there are many: K2 is a mountain."""


def _prove_code(pair: Pair, block: Block) -> Proof | None:
    """Prove that letters and a figure are one code, joined or parted: G20, G-20; MH17, MH 17."""
    codes: set[tuple[str, ...]] = set()
    for forms in (pair.base_forms(block), pair.version_forms(block)):
        match = _CODE.fullmatch(" ".join(form.folded for form in forms))
        letters = match[1] if match else ""
        dated = letters.casefold() in {*calendar().months, *abbreviations().points}
        if match is None or dated or not letters[0].isupper():
            return None
        if len(forms) > 1 and (not letters.isupper() or letters.casefold() in words().function):
            return None
        codes.add((letters.casefold(), match[2]))
    if any(len(f"{letters}{figures}") == _SHORTEST_CODE for letters, figures in codes):
        after = pair.next_base(block)
        told = after is not None and after.lower in machines()
        if not told and not codes <= {(code[:1], code[1:]) for code in single_codes()}:
            return None
    return Proof(Rule.HYPHENATION, block, ReasonKind.FORM_ONLY) if len(codes) == 1 else None


def prove_point(pair: Pair, block: Block) -> Proof | None:
    """Prove that an abbreviation only lost its point: Inc., Inc; Sen., Sen; Jan. 5, Jan 5."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if len(base) != 1 or len(version) != 1:
        return None
    if base[0].lower.endswith("'s") != version[0].lower.endswith("'s"):
        return None
    one, other = (f.folded.removesuffix("'s").rstrip(".") for f in (base[0], version[0]))
    meant = abbreviations().points.get(one.casefold(), "")
    if one != other or not one[:1].isupper():
        return None
    known = meant in people().titles or meant in people().honorifics or meant in words().pointed
    if not known and not (meant in calendar().months or meant in calendar().days):
        return None
    return Proof(Rule.ABBREVIATION, block, ReasonKind.FORM_ONLY)


def prove_apostrophe(pair: Pair, block: Block) -> Proof | None:
    """Prove that a name lost the apostrophe of its spelling: Shi'ite, Shiite; Qur'an, Quran."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if len(base) != 1 or len(version) != 1:
        return None
    one, other = base[0].folded.removesuffix("'s"), version[0].folded.removesuffix("'s")
    named = any(part[:1].isupper() for part in one.split("-"))
    if one == other or one.replace("'", "") != other.replace("'", "") or not named:
        return None
    whole = max(one, other, key=len)
    if whole.endswith(("'", "'t", "'d")) or whole.casefold() in contractions():
        return None
    if base[0].lower.endswith("'s") != version[0].lower.endswith("'s"):
        return None
    return Proof(Rule.NAME_FORM, block, ReasonKind.FORM_ONLY)


def prove_lost_apostrophe(pair: Pair, block: Block) -> Proof | None:
    """Prove that an owner lost the mark: the companys plan, Reyles plan; never markets for the market's.

    Without it the letters make no word, or the article that lacks it names the owner elsewhere.
    """
    base, version = pair.base_forms(block), pair.version_forms(block)
    if len(base) != 1 or len(version) != 1:
        return None
    sides = (pair.base, base[0], block.base_end), (pair.version, version[0], block.version_end)
    owner = max(base[0].folded, version[0].folded, key=len)
    lost, form, end = min(sides, key=lambda side: len(side[1].folded))
    if not owner.endswith("'s") or form.folded != owner.replace("'", ""):
        return None
    after = lost.forms[end] if end < len(lost.forms) else None
    if after is None or not after.word or after.little or is_form(after.lower, Tense.PAST):
        return None
    name = owner.removesuffix("'s")
    unknown = len(form.folded) >= _LEAST_KNOWN and form.lower not in known_words()
    named = form.name and any(
        name == other.folded for unit in lost.analysis.units for other in unit.forms
    )
    whole = sum(form.folded == other.folded for unit in lost.analysis.units for other in unit.forms)
    if not unknown and not (named and whole == 1) and not name.isupper():
        return None
    return Proof(Rule.PUNCTUATION, block, ReasonKind.FORM_ONLY)


_LEAST_KNOWN = 6
"""The lexicon of words has only those of as many letters."""


def _opens_up(base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether words that are parted mean another thing than joined: a way, a green house."""
    if len(base) == len(version):
        return False
    parted = max(base, version, key=len)
    if "".join(form.lower for form in parted) in words().joined:
        return False
    return parted[0].lower in words().never_joined or any(
        form.lower in words().function for form in parted
    )


def _repeats(forms: Sequence[Form]) -> bool:
    """Tell whether a word says "again" by its hyphen: re-signed is not resigned."""
    for form in forms:
        rest = form.lower.removeprefix("re-")
        if rest != form.lower and not rest.startswith("e") and lemma(rest) not in words().again:
            return True
    return False


def _capitals(forms: Sequence[Form]) -> list[str]:
    """Return the parts of words that are abbreviations by their capitals: US is not us."""
    known = abbreviations().capitals
    parts = (part for form in forms for part in form.folded.split("-"))
    return sorted(part for part in parts if part.removesuffix("'s") in known)


def prove_digraph(pair: Pair, block: Block) -> Proof | None:
    """Prove that letters with marks were written out: Müller, Mueller."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    one, other = (in_small(forms) for forms in (base, version))
    if one == other or (one.isascii() and other.isascii()):
        return None
    if one.translate(_DIGRAPHS) == other.translate(_DIGRAPHS):
        return Proof(Rule.ACCENT_FORM, block, ReasonKind.SAME_GLYPHS)
    return None
