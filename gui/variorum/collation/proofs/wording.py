"""Prove that other words make the same claim: little words, synonyms, verbs of saying."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from variorum.collation.lexicons.words import (
    Strength,
    numbers,
    reporting,
    words,
)
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.little_words import prove_little
from variorum.collation.proofs.other_senses import shows_other_sense
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import POSSESSIVE, Form, in_small
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import BEFORE_NOUNS, DOUBLE, Tense, is_form, lemma
from variorum.collation.values import ReasonKind, Rule
from variorum.wire.lexicon import AGENCY_OF_CREDIT

_TO_WHOM = frozenset(
    {
        "reporters",
        "journalists",
        "newsmen",
        "us",
        "in",
        "a",
        "statement",
        "the",
        "by",
        "that",
        "news",
        "conference",
        "briefing",
        "call",
    }
)

_SIGNS = frozenset({"a", "us", "dollar", "euro", "pound", "yen"})
"""Keys with which an amount may begin besides its figure."""


_CONNECTIVES = frozenset({"and", "but", "while", "which", "who", "that", "as", "then"})
_RELATIVES = frozenset({"which", "who", "that"})
_PERSONS = frozenset({"he", "she"})
_SUBJECTS = frozenset(
    {"it", "he", "she", "they", "this", "the", "and", "but", "that", "those", "these"}
)
_JOINTS = frozenset({".", ",", ";", ":", "-"})


def prove_joint(pair: Pair, block: Block) -> Proof | None:
    """Prove that two sentences were only joined or parted: ". It", "and"."""
    if len(pair.base.units) == len(pair.version.units):
        return None
    parted, start, end, joined = (
        (pair.base, block.base_start, block.base_end, pair.version_forms(block))
        if len(pair.base.units) > 1
        else (pair.version, block.version_start, block.version_end, pair.base_forms(block))
    )
    apart = parted.forms[start:end]
    words_apart = {f.lower for f in apart if f.word}
    words_joined = {f.lower for f in joined if f.word}
    marks = {f.folded for f in (*apart, *joined) if not f.word}
    if words_joined & _RELATIVES and not words_apart:
        return None
    if words_apart & _PERSONS and not _of_person(parted, start):
        return None
    if not words_apart <= _SUBJECTS or not words_joined <= _CONNECTIVES or not marks <= _JOINTS:
        return None
    if not words_apart and not words_joined:
        return None
    if "and" in words_joined and _is_reported(parted, start):
        return None
    at_start = parted.begins(start) and start > 0
    at_end = parted.begins(end) and end > start
    if not at_start and not at_end:
        return None
    return Proof(Rule.FUNCTION_WORD, block, ReasonKind.LITTLE_WORDS)


def _is_reported(side: Side, place: int) -> bool:
    """Tell whether the sentence before a joint says who says it, or doubts it: police said he lied. He fled."""
    if not place:
        return False
    home = side.homes[place - 1]
    row = [n for n in range(place) if side.homes[n] == home and n not in side.quoted]
    return any(
        side.forms[n].lower in words().hedges or (_speaks(side.forms[n]) and place - n > _TRAILING)
        for n in row
    )


def _speaks(form: Form) -> bool:
    return form.lower in reporting() and form.lower not in DOUBLE


_TRAILING = 4
"""How many words end a sentence that tells its source last: ..., police said on Monday."""


def _of_person(side: Side, place: int) -> bool:
    """Tell whether the sentence before a joint is about a person from its first words on."""
    if not place:
        return False
    first = side.homes.index(side.homes[place - 1])
    if side.forms[first].lower in _PERSONS:
        return True
    named = side.cast.by_unit.get(side.homes[place - 1], ())
    return bool(named) and named[0].start <= _LEADS


_LEADS = 2
"""How many words may stand before the person of whom a sentence tells: "The mayor, Orla Finch"."""
_TO_SOMEBODY = frozenset(
    {"told", "tell", "tells", "telling", "asked", "ask", "asks", "accused", "urged"}
)
_SUBJECT_WORDS = frozenset(
    {
        "he", "she", "they", "it", "the", "a", "an", "police", "officials", "official", "sources", "source", "witnesses", "prosecutors", "analysts",
        "ministry", "company", "government", "agency", "army", "military", "court", "report", "bank", "union",
    }
)  # fmt: skip


def prove_inverted(pair: Pair, block: Block) -> Proof | None:
    """Prove that speaker and verb changed places after a mark: said Kim, Kim said."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    words_ = [sorted(f.lower for f in forms) for forms in (base, version)]
    if not block.base_start or not block.version_start:
        return None
    if words_[0] != words_[1] and not _shortens(pair, base, version):
        return None
    if (
        pair.base.forms[block.base_start - 1].word
        or pair.version.forms[block.version_start - 1].word
    ):
        return None
    longer = max(base, version, key=len)
    verbs = [f for f in longer if f.lower in reporting() and f.lower not in _TO_SOMEBODY]
    others = [f for f in longer if f.lower not in reporting()]
    named = all(f.name or f.honorific or f.title or f.lower in _SUBJECT_WORDS for f in others)
    if len(verbs) != 1 or len(verbs) + len(others) != len(longer) or not others or not named:
        return None
    return Proof(Rule.ORDER, block, ReasonKind.SAME_WORDS)


def _shortens(pair: Pair, base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether two rows differ in a given name that both articles tell: said Orla Finch, Finch said."""
    one, other = sorted((base, version), key=len)
    told, less = [f.lower for f in other], [f.lower for f in one]
    if not less or any(word not in told for word in less) or len(set(told)) != len(told):
        return False
    gone = {form.bare for form in other if form.lower not in less}
    names = [form.bare for form in one if form.name]
    if not gone or len(names) != 1 or not all(f.name for f in other if f.bare in gone):
        return False
    return all(
        any(gone <= m.parts for m in side.cast.full_names(names[0]))
        for side in (pair.base, pair.version)
    )


def prove_synonym(pair: Pair, block: Block) -> Proof | None:
    """Prove by the lexicon that one word stands for another of equal meaning."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if len(base) != 1 or len(version) != 1:
        return None
    one, other = (form.lower.removesuffix(POSSESSIVE) for form in (base[0], version[0]))
    owned = base[0].lower.endswith(POSSESSIVE) != version[0].lower.endswith(POSSESSIVE)
    if owned or shows_other_sense(pair, block):
        return None
    if _grouped(words().synonyms, one, other):
        return Proof(Rule.SYNONYM, block, ReasonKind.EQUAL_MEANING)
    if _grouped(words().nouns, one, other) and _is_noun(pair, block):
        return Proof(Rule.SYNONYM, block, ReasonKind.EQUAL_MEANING)
    return None


def _grouped(groups: Mapping[str, frozenset[int]], one: str, other: str) -> bool:
    return bool(groups.get(one, frozenset()) & groups.get(other, frozenset()))


def _is_noun(pair: Pair, block: Block) -> bool:
    """Tell whether an article stands before a word, and a mark, little word or past after it."""
    for side, start, end in pair.stretches(block):
        if not start or side.forms[start - 1].lower not in BEFORE_NOUNS:
            return False
        after = side.forms[end] if end < len(side.forms) else None
        if side.forms[start].lower.endswith(POSSESSIVE):
            continue
        if after and not (after.little or is_form(after.lower, Tense.PAST, Tense.THIRD)):
            return False
    return True


def prove_approximate(pair: Pair, block: Block) -> Proof | None:
    """Prove that one word for "about", or for "more than", stands for another before a figure."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    one, other = (in_small(forms) for forms in (base, version))
    after = pair.next_base(block)
    if not _grouped(words().amounts, one, other) or after is None or not after.keys:
        return None
    figure = after.keys[0]
    if not figure[0].isdigit() and figure not in numbers().magnitudes and figure not in _SIGNS:
        return None
    return Proof(Rule.SYNONYM, block, ReasonKind.EQUAL_MEANING)


_OTHER_DEEDS = frozenset(map(lemma, DOUBLE))


def prove_reporting_verb(pair: Pair, block: Block) -> Proof | None:
    """Prove that one verb of saying stands for another that commits as much: said, told reporters."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if not base or not version:
        return None
    strengths: list[set[str]] = []
    if _names_agency(base) and _names_agency(version):
        return None
    for forms in (base, version):
        verbs = [f.lower for f in forms if f.lower in reporting()]
        rest = [f for f in forms if f.lower not in reporting() and f.word]
        if len(verbs) != 1 or lemma(verbs[0]) in _OTHER_DEEDS or not _is_press(rest):
            return None
        if forms[0].name and forms[0].lower not in reporting():
            # Who is named before the verb says it: the Weather Service said.
            return None
        strengths.append({reporting()[verbs[0]]})
    if strengths[0] != strengths[1] or strengths[0] != {"neutral"}:
        return None
    return Proof(Rule.REPORTING_VERB, block, ReasonKind.EQUAL_MEANING)


def prove_told_press(pair: Pair, block: Block) -> Proof | None:
    """Prove that only which of the press was told differs: told the Associated Press, told reporters."""
    rows = pair.base_forms(block), pair.version_forms(block)
    if not all(rows) or not all(map(_is_press, rows)):
        return None
    agency, nobody = sorted(rows, key=lambda row: not _names_agency(row))
    if not _names_agency(agency) or not all(form.lower in _PRESS for form in nobody):
        return None
    told = all(
        start > 0 and lemma(side.forms[start - 1].lower) == "tell"
        for side, start, _ in pair.stretches(block)
    )
    return Proof(Rule.REPORTING_VERB, block, ReasonKind.EQUAL_MEANING) if told else None


_PRESS = frozenset({"reporters", "journalists", "newsmen"})


def _names_agency(forms: Sequence[Form]) -> bool:
    return any(map(_is_agency, _names(forms)))


def _is_press(forms: Sequence[Form]) -> bool:
    """Tell whether words say no more than that the press was told: reporters, the Associated Press."""
    plain = all(form.name or form.lower in _TO_WHOM for form in forms)
    return plain and all(map(_is_agency, _names(forms)))


def _names(forms: Sequence[Form]) -> list[list[Form]]:
    """Return the runs of words that are names."""
    return [list(run) for is_name, run in groupby(forms, lambda form: form.name) if is_name]


def _is_agency(name: Sequence[Form]) -> bool:
    """Tell whether a whole name is an agency's: no India, no News of the World, no woman named Ana."""
    if " ".join(form.bare for form in name) not in AGENCY_OF_CREDIT:
        return False
    letters = name[0].surface
    return len(name) > 1 or len(letters) > _MOST_LETTERS or letters.isupper()


_MOST_LETTERS = 4
"""How many letters an agency's code has; in small letters such may be a given name."""


def prove_attribution(pair: Pair, block: Block) -> Proof | None:
    """Prove that "according to" stands for a verb of saying that commits no more."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    one, other = ([f.lower for f in forms if f.word] for forms in (base, version))
    for accorded, said in ((one, other), (other, one)):
        if accorded[:2] != ["according", "to"] or len(said) < 2:
            continue
        neutral = [w for w in said if reporting().get(w) is Strength.NEUTRAL]
        if len(neutral) == 1 and sorted(w for w in said if w != neutral[0]) == sorted(accorded[2:]):
            return Proof(Rule.REPORTING_VERB, block, ReasonKind.EQUAL_MEANING)
    return None


def prove_that(pair: Pair, block: Block) -> Proof | None:
    """Prove that only "that" came or went behind what a verb of saying is told with."""
    changed = pair.changed(block)
    if len(changed) != 1 or changed[0].lower != "that":
        return None
    if len(pair.base.units) != len(pair.version.units):
        return None
    return prove_little(pair, block)
