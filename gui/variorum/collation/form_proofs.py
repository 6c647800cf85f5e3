"""Prove that only forms differ: marks, contractions, abbreviations, hyphens, letters with marks."""

import re
from collections.abc import Sequence
from itertools import pairwise

from variorum.collation.alignment import Block
from variorum.collation.equal_forms import prove_equal
from variorum.collation.forms import Form
from variorum.collation.lexicons import (
    abbreviations,
    contractions,
    reporting,
    words,
)
from variorum.collation.proof import Pair, Proof
from variorum.collation.values import ReasonKind, Rule
from variorum.collation.verbs import Tense, is_form, lemma

_SOFT_MARKS = frozenset({",", ";", ":", "-", "(", ")", "[", "]", ".", "...", "!", "*", "•", "/"})

_DIGRAPHS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa", "œ": "oe"}
)


def prove_marks(pair: Pair, block: Block) -> Proof | None:
    """Prove that only marks differ that carry no meaning of their own."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if not _marks_only(base) or not _marks_only(version):
        return None
    one, other = [form.folded for form in base], [form.folded for form in version]
    if one == other:
        return prove_equal(pair, block)
    quotes = {'"', "'"}
    if {*one, *other} <= quotes and len(one) == len(other):
        return Proof(Rule.QUOTE_MARKS, block, ReasonKind.FORM_ONLY)
    rest, rest_other = [m for m in one if m not in quotes], [m for m in other if m not in quotes]
    if len(one) - len(rest) != len(other) - len(rest_other):
        return None
    if {*rest, *rest_other} <= _SOFT_MARKS and not _parts_speech(pair, block):
        return Proof(Rule.PUNCTUATION, block, ReasonKind.FORM_ONLY)
    return None


def _parts_speech(pair: Pair, block: Block) -> bool:
    """Tell whether a mark that came or went turns who says what: Cruz, said Lopez, lied; no, more."""
    if block.base_start < block.base_end and block.version_start < block.version_end:
        return False
    before = pair.base.forms[block.base_start - 1] if block.base_start else None
    after = pair.next_base(block)
    if before is None or after is None or not after.word:
        return False
    return before.lower in {"no", "not"} or (before.name and after.lower in reporting())


def _marks_only(forms: Sequence[Form]) -> bool:
    return all(not form.word for form in forms)


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


def prove_contraction(pair: Pair, block: Block) -> Proof | None:
    """Prove that one side is a contraction of the other, in any of its readings."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    one, other = tuple(f.lower for f in base), tuple(f.lower for f in version)
    for short, long in ((one, other), (other, one)):
        if len(short) == 1 and long in contractions().get(short[0], ()):
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
    if " ".join(form.lower for form in long) in abbreviations().initials.get(letters, ()):
        return True
    every = "".join(form.folded[0] for form in long).upper()
    capitals = "".join(form.folded[0] for form in long if form.folded[0].isupper())
    return letters in {every, capitals} and len(capitals) >= 2


def _introduced(pair: Pair, block: Block, long: Sequence[Form], letters: str) -> bool:
    """Tell whether letters are known for these words: by the lexicon, or by either article.

    An article knows them that says both side by side, one of them in brackets.
    """
    table = abbreviations()
    spoken = " ".join(form.lower for form in long).removesuffix("'s")
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
    for side, start, end in (
        (pair.base, block.base_start, block.base_end),
        (pair.version, block.version_start, block.version_end),
    ):
        sign = side.forms[end - 1] if end > start else side.forms[start - 1]
        after = side.forms[end + 1] if end + 1 < len(side.forms) else None
        # "No 10 ships sailed" counts none.
        if sign.lower.rstrip(".") != "no" or (after and after.word and not _ends_noun(after)):
            return None
    if any(figure is None or not figure.folded[0].isdigit() for figure in figures):
        return None
    return Proof(Rule.ABBREVIATION, block, ReasonKind.FORM_ONLY)


def _ends_noun(form: Form) -> bool:
    return form.little or is_form(form.lower, Tense.PAST)


def prove_street(pair: Pair, block: Block) -> Proof | None:
    """Prove that "St." after a name is a street, not a saint: Main St., Main Street."""
    words_ = {f.lower for f in (*pair.base_forms(block), *pair.version_forms(block))}
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
    if one != other or one in words().hyphen or any(c.isdigit() for c in one):
        return None
    if _opens_up(base, version) or _repeats(base) or _repeats(version):
        return None
    if _capitals(base) != _capitals(version):
        return None
    return Proof(Rule.HYPHENATION, block, ReasonKind.FORM_ONLY)


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
    one, other = (" ".join(f.lower for f in forms) for forms in (base, version))
    if one == other or (one.isascii() and other.isascii()):
        return None
    if one.translate(_DIGRAPHS) == other.translate(_DIGRAPHS):
        return Proof(Rule.ACCENT_FORM, block, ReasonKind.SAME_GLYPHS)
    return None
