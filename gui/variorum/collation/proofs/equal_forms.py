"""Say how two forms of the same words differ: their keys are equal, their characters are not."""

import re
import unicodedata
from collections.abc import Sequence

from variorum.collation.lexicons.words import (
    Spelling,
    abbreviations,
    calendar,
    contractions,
    numbers,
    senses,
    spellings,
    units,
    words,
)
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.capitals import case_is_free
from variorum.collation.proofs.contracted import reading_fits
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import Form, american, without_accents, word_key
from variorum.collation.reading.lengths import may_be_length
from variorum.collation.reading.tokens import fold
from variorum.collation.reading.verbs import Tense, is_form, lemma
from variorum.collation.values import ReasonKind, Rule

_QUOTES = frozenset("\"'’‘“”„«»‹›`´ʼ‛‚‟″′「」")
_DASHES = frozenset("-–—―−‐‑‒_")
_STANDARDS = {"B": "British", "Z": "British -ize", "C": "Canadian", "D": "Australian"}


def prove_equal(pair: Pair, block: Block) -> Proof | None:
    """Return the rule for words that have equal keys, or None where a doubt is left."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    one, other = _joined(base), _joined(version)
    if one == other:
        if _printed(base) != _printed(version):
            return Proof(Rule.CAPITALISATION, block, ReasonKind.FORM_ONLY)
        return Proof(_glyph_rule(base, version), block, ReasonKind.SAME_GLYPHS)
    if _marks(base) != _marks(version) or not case_is_free(pair, block, base, version):
        return None
    if unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other):
        return Proof(Rule.ACCENT_FORM, block, ReasonKind.SAME_GLYPHS)
    small, small_other = one.casefold(), other.casefold()
    if small == small_other:
        return Proof(Rule.CAPITALISATION, block, ReasonKind.FORM_ONLY)
    if without_accents(small) == without_accents(small_other):
        if words().accents & {form.bare for form in (*base, *version)}:
            return None
        if _is_foreign(pair) and not any(form.surface[:1].isupper() for form in base):
            # Outside English the accent makes another word: ou, où; ano, año.
            return None
        return Proof(Rule.ACCENT_FORM, block, ReasonKind.SAME_GLYPHS)
    return _by_words(pair, block, base, version, small, small_other)


def _printed(forms: Sequence[Form]) -> list[str]:
    """Return words as they are printed, with one glyph for each kind of mark."""
    return [" ".join(fold(form.printed).split()) for form in forms]


def _is_foreign(pair: Pair) -> bool:
    """Tell whether either article is known to be in another language than English."""
    languages = {side.analysis.article.language for side in (pair.base, pair.version)}
    return not languages <= {None, "en"}


def _marks(forms: Sequence[Form]) -> list[str]:
    """Return the marks between words that are more than a hyphen."""
    return [form.folded for form in forms if not form.word and form.folded != "-"]


def _by_words(
    pair: Pair,
    block: Block,
    base: Sequence[Form],
    version: Sequence[Form],
    one: str,
    other: str,
) -> Proof | None:
    if _contracted(base) or _contracted(version):
        if not reading_fits(pair, block):
            return None
        return Proof(Rule.CONTRACTION, block, ReasonKind.EXPANDED)
    if one.replace("-", " ").split() == other.replace("-", " ").split():
        after = pair.next_base(block)
        if _counts_otherwise(one, other) or _compounds(one, other, after):
            return None
        rule = Rule.NAME_FORM if _is_of_person(pair, block) else Rule.HYPHENATION
        return Proof(rule, block, ReasonKind.FORM_ONLY)
    rule = _figure_rule(base, version)
    if rule in _MEASURES and not _is_counted(pair, block):
        if one.rstrip("s") == other.rstrip("s"):
            # Without a figure one is not many: the stone, the stones.
            return None
        rule = None
    if rule is Rule.NUMBER_FORM and may_be_length(pair.changed(block), pair.next_base(block)):
        return None
    if rule:
        clock = _is_of_clock(pair, block)
        return None if clock else Proof(rule, block, ReasonKind.SAME_NUMBER)
    return _by_letters(pair, block, base, version, one, other)


def _by_letters(
    pair: Pair,
    block: Block,
    base: Sequence[Form],
    version: Sequence[Form],
    one: str,
    other: str,
) -> Proof | None:
    """Return the rule for equal keys that state no figure."""
    if _closed(one) == _closed(other):
        pointed = one.replace(".", "") == other.replace(".", "")
        rule = Rule.ABBREVIATION if pointed else Rule.HYPHENATION
        return Proof(rule, block, ReasonKind.FORM_ONLY)
    if _abbreviated(base) or _abbreviated(version):
        return Proof(Rule.ABBREVIATION, block, ReasonKind.EXPANDED)
    return _spelling(pair, block, one, other)


_MEASURES = frozenset({Rule.UNIT_FORM, Rule.CURRENCY_FORM})


def _is_counted(pair: Pair, block: Block) -> bool:
    """Tell whether a figure stands in a block or before it, so that its measure is one."""
    before = pair.base.forms[block.base_start - 1].keys if block.base_start else ()
    counted = [*before, *(key for form in pair.base_forms(block) for key in form.keys)]
    return any(key[0].isdigit() or key in numbers().magnitudes or key == "per" for key in counted)


def _is_of_clock(pair: Pair, block: Block) -> bool:
    """Tell whether "second" may be a sixtieth of a minute: a second, he said."""
    if not any(f.lower == "second" for f in pair.changed(block)):
        return False
    before = pair.base.forms[block.base_start - 1].lower if block.base_start else ""
    after = pair.next_base(block)
    timely = after is None or not after.word or after.little or after.lower in {"later", "ago"}
    return timely and before in {"a", "one", "per", "each", "every", "split", "half"}


def _counts_otherwise(one: str, other: str) -> bool:
    """Tell whether a number lost its hyphen and its compound kept another: three year-old trees."""
    gaps = [
        [(n, joint) for n, joint in enumerate(re.findall(r"[ -]+", text))] for text in (one, other)
    ]
    parts = re.split(r"[ -]+", one)
    differ = [n for n, joint in gaps[0] if (joint == " ") != (gaps[1][n][1] == " ")]
    for gap in differ:
        if word_key(parts[gap])[:1].isdigit():
            after = gap + 1
            kept = [joints[after][1] for joints in gaps if after < len(joints)]
            if kept and all(joint != " " for joint in kept):
                return True
    return False


def _compounds(one: str, other: str, after: Form | None) -> bool:
    """Tell whether a hyphen makes another thing: a man-eating shark, ten-dollar bills, twenty-odd."""
    if not numbers().scales.isdisjoint(one.replace("-", " ").split()):
        return False
    parted = [text.split() for text in (one, other)]
    joined = min(parted, key=len)
    if _degrees(one) != _degrees(other) or _joins_otherwise(one, other):
        return True
    if len(parted[0]) == len(parted[1]):
        return False
    for word in joined:
        parts = word.split("-")
        if len(parts) < 2:
            continue
        money = parts[-1] in units().currency_words and after is not None and after.word
        number = word_key(parts[0])[:1].isdigit()
        # Before no noun it eats nothing: the wound is life-threatening.
        described = after is not None and after.word and not after.little
        acts = described and is_form(parts[-1], Tense.ING) and not _describes(parts[0])
        if acts or (number and (money or parts[-1] == "odd")):
            return True
    return False


def _describes(word: str) -> bool:
    """Tell whether a word is no noun, so that it does nothing to anybody: interactive learning."""
    return word in _NO_NOUNS or word.endswith(_OF_ADJECTIVES)


_NO_NOUNS = frozenset(
    {"non", "long", "fast", "slow", "low", "hard", "well", "good", "better", "best", "ever", "far", "free", "easy", "early", "late", "quick", "short", "deep", "wide", "near"}
)  # fmt: skip
_OF_ADJECTIVES = ("ly", "ous", "ful", "less", "able", "ible", "ctive", "sive")
_DEGREES = frozenset(
    {"little", "much", "more", "most", "less", "least", "few", "fewer", "no", "first", "last"}
)


def _degrees(text: str) -> int:
    """Return how many hyphens join a word of degree: a little-used car is no little used car."""
    joined = [part.split("-") for part in text.split() if "-" in part and part != "no-one"]
    return sum(row[0] in _DEGREES and row[1] not in _PERIODS for row in joined)


_PERIODS = frozenset({"quarter", "half", "year", "ever"})
"""The first-quarter loss is the first quarter's: here the word counts."""


def _joins_otherwise(one: str, other: str) -> bool:
    """Tell whether a hyphen beside a number went elsewhere: twenty five-dollar, twenty-five dollar."""
    joints = [re.findall(r"[ -]+", text) for text in (one, other)]
    moved = [n for n, joint in enumerate(joints[0]) if joint != joints[1][n]]
    hyphens = {joints[0][n] for n in moved}
    numbered = any(word_key(part)[:1].isdigit() for part in re.split(r"[ -]+", one))
    return numbered and len(moved) > 1 and len(hyphens) > 1


def _is_of_person(pair: Pair, block: Block) -> bool:
    """Tell whether words are part of a person's full name on both sides: Jae-in, Jae In."""
    persons: list[bool] = []
    for side, place in ((pair.base, block.base_start), (pair.version, block.version_start)):
        unit = side.homes[place]
        mention = side.cast.at(unit, place - side.homes.index(unit))
        if mention is None or not mention.is_full:
            return False
        persons.append(side.cast.is_person(mention))
    return any(persons)


def _joined(forms: Sequence[Form]) -> str:
    return " ".join(form.folded for form in forms)


def _closed(text: str) -> str:
    return text.replace(" ", "").replace("-", "").replace(".", "")


def _glyph_rule(base: Sequence[Form], version: Sequence[Form]) -> Rule:
    """Name the kind of glyph in which two words differ."""
    one = "".join(form.surface for form in base)
    other = "".join(form.surface for form in version)
    differing = set(one) ^ set(other)
    if one.strip("-") == other.strip("-") or (differing and differing <= _DASHES):
        return Rule.DASH_GLYPH
    if differing <= _QUOTES:
        return Rule.QUOTE_GLYPH
    if "…" in differing:
        return Rule.ELLIPSIS
    return Rule.SPACING


def _contracted(forms: Sequence[Form]) -> bool:
    return any(form.lower in contractions() for form in forms)


def _abbreviated(forms: Sequence[Form]) -> bool:
    table = abbreviations()
    return any(
        "." in form.folded
        or form.folded.removesuffix("'s") in table.capitals
        or form.lower in table.plain
        or form.lower in table.points
        or any(part in table.capitals for part in form.folded.split("-"))
        for form in forms
    )


def _figure_rule(base: Sequence[Form], version: Sequence[Form]) -> Rule | None:
    """Name the rule when the words state a figure, equal on both sides."""
    both = (*base, *version)
    keys = {key for form in both for key in form.keys}
    if "percent" in keys:
        return Rule.PERCENT_FORM
    if keys & calendar().months.keys() or keys & calendar().days.keys():
        return None
    if keys & {"am", "pm"}:
        return Rule.DATE_FORM
    if any(key in units().currency_words for key in keys):
        return Rule.CURRENCY_FORM
    if any(form.folded in units().currencies or form.surface[0] in "$€£¥₹₩" for form in both):
        return Rule.CURRENCY_FORM
    if any(key in units().sizes for key in keys) or "per" in keys:
        return Rule.UNIT_FORM
    figures = numbers()
    if any(key[0].isdigit() for key in keys) or keys & figures.magnitudes.keys():
        changed = [form for form in both if any(c.isdigit() for c in form.folded)]
        worded = [f for f in both if f.lower in figures.units or f.lower in figures.ordinals]
        if changed or worded or keys & figures.magnitudes.keys():
            return Rule.NUMBER_FORM
    return None


def _spelling(pair: Pair, block: Block, one: str, other: str) -> Proof | None:
    standard = ""
    one_parts, other_parts = one.replace("-", " ").split(), other.replace("-", " ").split()
    if len(one_parts) != len(other_parts):
        return Proof(Rule.HYPHENATION, block, ReasonKind.FORM_ONLY)
    for part, other_part in zip(one_parts, other_parts, strict=True):
        part_word, other_word = part.removesuffix("'s"), other_part.removesuffix("'s")
        if part_word == other_word:
            continue
        if not _sense_agrees(pair, block, part_word, other_word):
            return None
        if _is_capital(pair, block, part_word) and _names_somebody(pair, block):
            return None
        standard = standard or standard_of(part_word) or standard_of(other_word)
    return Proof(Rule.SPELLING, block, ReasonKind.SPELLING_STANDARD, standard)


def standard_of(word: str) -> str:
    """Return the name of the standard that spells a word so, where it is not American."""
    spelling = spellings().get(word) or _by_ending(word)
    if spelling is None:
        return ""
    return next((name for mark, name in _STANDARDS.items() if mark in spelling.standards), "")


def _by_ending(word: str) -> Spelling | None:
    plain = american(word)
    return Spelling(plain, "B", "") if plain != word else None


def _is_capital(pair: Pair, block: Block, part: str) -> bool:
    """Tell whether a part of words has a capital: Guinea-focused has none in its second."""
    parts = [p for form in pair.base_forms(block) for p in form.folded.split("-")]
    return any(p.casefold().removesuffix("'s") == part and p[:1].isupper() for p in parts)


def _names_somebody(pair: Pair, block: Block) -> bool:
    """Tell whether words are part of a person's name, whose spelling is the person's own."""
    for side, place in ((pair.base, block.base_start), (pair.version, block.version_start)):
        unit = side.homes[place]
        mention = side.cast.at(unit, place - side.homes.index(unit))
        if mention and (mention.is_full or mention.gender or mention.titles):
            return True
        if mention and any(side.cast.full_names(name) for name in mention.names):
            return True
    return False


_NEAR = 8


_COUNTED = "<counted>"
"""Tells a sense by a number that is joined to the word: a three-story mill."""


def _sense_agrees(pair: Pair, block: Block, one: str, other: str) -> bool:
    """Tell whether the words beside show the sense in which two spellings are of one word."""
    told = [spellings()[word].sense for word in (one, other) if word in spellings()]
    headword = next(filter(None, told), "")
    plain = american(one)
    singular = plain[:-3] + "y" if plain.endswith("ies") else plain.removesuffix("s")
    entries = (plain, singular, plain.removesuffix("es"), lemma(plain), headword)
    sense = next((senses()[entry] for entry in entries if entry in senses()), None)
    if sense is None:
        return not headword
    before = pair.base.forms[block.base_start - 1].lower if block.base_start else ""
    near: set[str] = set()
    for side, start, end in pair.stretches(block):
        for form in (*side.forms[max(start - _NEAR, 0) : start], *side.forms[end : end + _NEAR]):
            near |= {form.lower, form.folded[:1]}
    if any(key[0].isdigit() for form in pair.base_forms(block) for key in form.keys):
        near.add(_COUNTED)
    if sense.refused or (sense.verbs_refused and before in words().verb_before):
        return False
    if sense.near and not sense.near & near:
        return False
    return not sense.not_near & near
