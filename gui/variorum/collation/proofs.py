"""Prove that a block changes nothing: each proof answers for a whole block or not at all.

A proof below substance must hold whatever the sentence is about. Words inside quotation marks
are not the desk's own: there only spelling, typography, capitals, hyphens and marks may differ.
"""

from collections.abc import Callable, Sequence

from variorum.collation.alignment import Block
from variorum.collation.dates import days_of, is_day_word, is_month_word
from variorum.collation.equal_forms import prove_equal
from variorum.collation.forms import Form
from variorum.collation.lexicons import abbreviations, contractions, people, places, reporting, words
from variorum.collation.people import Mention
from variorum.collation.proof import Pair, Proof
from variorum.collation.quantities import converts, read_quantity, same_amount
from variorum.collation.side import Side
from variorum.collation.values import ReasonKind, Rule
from variorum.text import PassageKind

_SOFT_MARKS = frozenset({",", ";", ":", "-", "(", ")", "[", "]", ".", "...", "!", "*", "•", "/"})
_MOST_BEFORE = 6
"""How many words before a bracket are tried as the amount that it converts."""


def _marks_only(forms: Sequence[Form]) -> bool:
    return all(not form.word for form in forms)


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
    if {*rest, *rest_other} <= _SOFT_MARKS:
        return Proof(Rule.PUNCTUATION, block, ReasonKind.FORM_ONLY)
    return None


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
        if _initials(long, letters):
            return Proof(Rule.ABBREVIATION, block, ReasonKind.EXPANDED)
    return None


def _initials(long: Sequence[Form], letters: str) -> bool:
    """Tell whether words have these initials, little words left out or not."""
    if any(not form.word for form in long):
        return False
    every = "".join(form.folded[0] for form in long).upper()
    capitals = "".join(form.folded[0] for form in long if form.folded[0].isupper())
    return letters in {every, capitals} and len(capitals) >= 2


def prove_honorific(pair: Pair, block: Block) -> Proof | None:
    """Prove that an honorific was put before, or taken from, the name of the same person."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    changed = (*base, *version)
    if not changed or not all(form.honorific for form in changed):
        return None
    name, other = pair.next_base(block), pair.next_version(block)
    if name is None or other is None or not name.name or not other.name:
        return None
    if name.bare != other.bare:
        return None
    genders = {people().honorifics[form.lower.rstrip(".")] for form in changed} - {"any"}
    if len(genders) > 1 or (base and version and not genders):
        return None
    known = _same_person(pair, block, name.bare, genders)
    return Proof(Rule.HONORIFIC, block, ReasonKind.SAME_PERSON, known) if known is not None else None


def _same_person(pair: Pair, block: Block, name: str, genders: set[str]) -> str | None:
    """Return the number of the passage that names the person in full, None when in doubt."""
    found: list[Mention] = []
    for side, place in ((pair.base, block.base_end), (pair.version, block.version_end)):
        unit = side.homes[place]
        mention = side.cast.who(name, unit=unit)
        if mention is not None:
            found.append(mention)
        told = {m.gender for m in side.cast.by_name.get(name, ()) if m.gender and m.unit == unit}
        if mention and mention.gender:
            told.add(mention.gender)
        if genders and told - genders:
            return None
    if len({frozenset(mention.names) for mention in found}) > 1 and not _nested(found):
        return None
    if name in places().words and not found:
        return None
    numbers = [
        _paragraph(side, mention)
        for side in (pair.base, pair.version)
        for mention in found
        if mention in side.cast.by_name.get(name, ())
    ]
    return str(min(numbers)) if numbers else ""


def _paragraph(side: Side, mention: Mention) -> int:
    """Return which story paragraph a mention stands in, from 1: furniture is not counted."""
    before = side.analysis.article.passages[: mention.passage + 1]
    return max(1, sum(passage.kind is PassageKind.PARAGRAPH for passage in before))


def _nested(mentions: Sequence[Mention]) -> bool:
    one, other = (set(mention.names) for mention in mentions)
    return one <= other or other <= one


def prove_day_preposition(pair: Pair, block: Block) -> Proof | None:
    """Prove that only "on" came or went before a day."""
    changed = (*pair.base_forms(block), *pair.version_forms(block))
    if len(changed) != 1 or changed[0].lower != "on":
        return None
    for side, place in ((pair.base, block.base_end), (pair.version, block.version_end)):
        if not _day_at(side, place):
            return None
    return Proof(Rule.DAY_PREPOSITION, block, ReasonKind.LITTLE_WORDS)


def _day_at(side: Side, place: int) -> bool:
    """Tell whether a weekday, or a day of a month, stands here."""
    here = side.forms[place : place + 2]
    if not here:
        return False
    if is_day_word(here[0]):
        return True
    if len(here) < 2:
        return False
    month_first = is_month_word(here[0]) and here[1].folded[0].isdigit()
    return month_first or (here[0].folded[0].isdigit() and is_month_word(here[1]))


def prove_date(pair: Pair, block: Block) -> Proof | None:
    """Prove that two ways of naming a day name the same one, or that a gloss names its day."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if base and version:
        one, other = _days(pair, base, pair.base), _days(pair, version, pair.version)
        same = one & other
        if len(same) != 1:
            return None
        return Proof(Rule.DATE_FORM, block, ReasonKind.SAME_DAY, min(same).isoformat())
    forms = base or version
    side, place = (pair.base, block.base_start) if base else (pair.version, block.version_start)
    if len(forms) < 2 or not (forms[0].folded in "([," or forms[0].folded == "on"):
        return None
    glossed = side.forms[max(place - 1, 0) : place]
    same = _days(pair, forms, side) & _days(pair, glossed, side)
    if len(same) != 1:
        return None
    return Proof(Rule.DATE_GLOSS, block, ReasonKind.SAME_DAY, min(same).isoformat())


def _days(pair: Pair, forms: Sequence[Form], side: Side) -> frozenset[object]:
    other = pair.version if side is pair.base else pair.base
    return frozenset(days_of(forms, side.day or other.day))


def prove_quantity(pair: Pair, block: Block) -> Proof | None:
    """Prove that two amounts are equal, or one the other's right conversion."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if base and version:
        one, other = read_quantity(base), read_quantity(version)
        if one is None or other is None:
            return None
        if same_amount(one, other):
            return Proof(_amount_rule(base, version), block, ReasonKind.SAME_NUMBER)
        if converts(one, other) or converts(other, one):
            return Proof(Rule.UNIT_FORM, block, ReasonKind.CONVERTED)
        return None
    return _prove_conversion(pair, block)


def _amount_rule(base: Sequence[Form], version: Sequence[Form]) -> Rule:
    amount = read_quantity(base)
    if amount is None or not amount.unit:
        return Rule.NUMBER_FORM
    if amount.unit == "percent":
        return Rule.PERCENT_FORM
    return Rule.CURRENCY_FORM if amount.is_currency else Rule.UNIT_FORM


def _prove_conversion(pair: Pair, block: Block) -> Proof | None:
    """Prove that an amount in brackets is the amount before it in another unit."""
    side, start, end = (
        (pair.base, block.base_start, block.base_end)
        if block.base_start < block.base_end
        else (pair.version, block.version_start, block.version_end)
    )
    forms = side.forms[start:end]
    if len(forms) < 3 or forms[0].folded not in "([" or forms[-1].folded not in ")]":
        return None
    shown = read_quantity(forms)
    if shown is None:
        return None
    for length in range(_MOST_BEFORE, 0, -1):
        amount = read_quantity(side.forms[max(start - length, 0) : start])
        if amount and (converts(amount, shown) or converts(shown, amount)):
            return Proof(Rule.UNIT_FORM, block, ReasonKind.CONVERTED)
    return None


def prove_closed_up(pair: Pair, block: Block) -> Proof | None:
    """Prove that words were only joined or parted: healthcare, health care, health-care."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if not base or not version or not all(f.word for f in (*base, *version)):
        return None
    one = "".join(form.lower for form in base).replace("-", "")
    other = "".join(form.lower for form in version).replace("-", "")
    if one != other or one in words().hyphen or any(c.isdigit() for c in one):
        return None
    return Proof(Rule.HYPHENATION, block, ReasonKind.FORM_ONLY)


def prove_place(pair: Pair, block: Block) -> Proof | None:
    """Prove that two names are names of one place."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    aliases = places().aliases
    one = " ".join(key for form in base for key in form.keys if key != "'s")
    other = " ".join(key for form in version for key in form.keys if key != "'s")
    if one in aliases and aliases.get(one) == aliases.get(other):
        return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_PLACE)
    return None


def prove_name(pair: Pair, block: Block) -> Proof | None:
    """Prove that the rest of a person's name, or the title that the article gives, came or went."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if base and version:
        return _prove_same_name(pair, block)
    changed = base or version
    if not changed or not all(f.name or f.title or f.honorific for f in changed):
        return None
    name, other = pair.next_base(block), pair.next_version(block)
    if name is None or other is None or not name.name or name.bare != other.bare:
        return None
    added = {form.bare for form in changed if form.name}
    for side, place in ((pair.base, block.base_end), (pair.version, block.version_end)):
        mention = side.cast.who(name.bare, unit=side.homes[place])
        if mention is None or not added <= set(mention.names):
            return None
    if not added:
        return None
    return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_PERSON)


def _prove_same_name(pair: Pair, block: Block) -> Proof | None:
    """Prove that a surname with an honorific and a full name are one person."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    names = [{f.bare for f in forms if f.name} for forms in (base, version)]
    if not all(f.name or f.honorific for f in (*base, *version)) or not all(names):
        return None
    if not (names[0] < names[1] or names[1] < names[0]):
        return None
    full = max(names, key=len)
    lone = min(names, key=len)
    for side, place in ((pair.base, block.base_start), (pair.version, block.version_start)):
        who = side.cast.who(next(iter(lone)), unit=side.homes[place])
        if who is None or set(who.names) != full:
            return None
    return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_PERSON)


def prove_title(pair: Pair, block: Block) -> Proof | None:
    """Prove that a title differs in its form alone: Gov., Governor."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if len(base) != 1 or len(version) != 1 or not base[0].title or not version[0].title:
        return None
    one, other = (f.lower.rstrip(".") for f in (base[0], version[0]))
    points = abbreviations().points
    if points.get(one, one) == points.get(other, other):
        return Proof(Rule.TITLE_FORM, block, ReasonKind.FORM_ONLY)
    return None


def prove_little(pair: Pair, block: Block) -> Proof | None:
    """Prove that only little words came, went or changed that carry no claim."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    one = [f.lower for f in base if f.word]
    other = [f.lower for f in version if f.word]
    marks = {f.folded for f in (*base, *version) if not f.word}
    if not (one or other) or not marks <= {",", "-"}:
        return None
    light, swaps = words().light, words().swaps
    free = all(word in light for word in (*one, *other)) and not (one and other)
    swapped = (
        len(one) == len(other)
        and bool(one)
        and all(
            a == b or swaps.get(a, frozenset()) & swaps.get(b, frozenset())
            for a, b in zip(one, other, strict=True)
        )
    )
    if free or swapped:
        return Proof(Rule.FUNCTION_WORD, block, ReasonKind.LITTLE_WORDS)
    return None


def prove_synonym(pair: Pair, block: Block) -> Proof | None:
    """Prove by the lexicon that one word stands for another of equal meaning."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if len(base) != 1 or len(version) != 1:
        return None
    groups = words().synonyms
    if groups.get(base[0].lower, frozenset()) & groups.get(version[0].lower, frozenset()):
        return Proof(Rule.SYNONYM, block, ReasonKind.EQUAL_MEANING)
    return None


_TO_WHOM = frozenset({"reporters", "journalists", "newsmen", "us", "in", "a", "statement", "the", "by", "that"})


def prove_reporting_verb(pair: Pair, block: Block) -> Proof | None:
    """Prove that one verb of saying stands for another that commits as much: said, told reporters."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if not base or not version:
        return None
    strengths: list[set[str]] = []
    for forms in (base, version):
        verbs = [f.lower for f in forms if f.lower in reporting()]
        rest = [f.lower for f in forms if f.lower not in reporting() and f.word]
        if len(verbs) != 1 or not set(rest) <= _TO_WHOM:
            return None
        strengths.append({reporting()[verbs[0]]})
    if strengths[0] != strengths[1] or strengths[0] != {"neutral"}:
        return None
    return Proof(Rule.REPORTING_VERB, block, ReasonKind.EQUAL_MEANING)


def prove_tense(pair: Pair, block: Block) -> Proof | None:
    """Prove that one verb stands in two tenses: meets, met; says, said."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    one = [f.lower for f in base if f.lower not in _AUXILIARIES]
    other = [f.lower for f in version if f.lower not in _AUXILIARIES]
    if len(one) != 1 or len(other) != 1 or not all(f.word for f in (*base, *version)):
        return None
    if base[0].surface[0].isupper() != version[0].surface[0].isupper():
        return None
    stem = _lemma(one[0])
    if stem and stem == _lemma(other[0]):
        return Proof(Rule.TENSE, block, ReasonKind.EQUAL_MEANING)
    return None


_AUXILIARIES = frozenset({"has", "had", "have", "is", "was", "are", "were", "been", "being"})


def _lemma(word: str) -> str:
    """Return a verb's base form; the third person only of verbs known as such."""
    known = words().lemmas.get(word)
    if known:
        return known
    if word.endswith("s") and (word[:-1] in words().lemmas or word[:-1] in reporting()):
        return word[:-1].removesuffix("e") if word[:-1] not in words().lemmas else word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return _undoubled(word[: -len(ending)])
    return word.removesuffix("e") if len(word) > 3 else word


def _undoubled(stem: str) -> str:
    if stem[-1] == stem[-2] and stem[-1] not in "aeiousl":
        stem = stem[:-1]
    return words().lemmas.get(stem, stem)


WholeProof = Callable[[Pair, Block], Proof | None]

QUIET_IN_QUOTES: tuple[WholeProof, ...] = (prove_marks, prove_closed_up)
QUIET: tuple[WholeProof, ...] = (
    prove_marks,
    prove_honorific,
    prove_day_preposition,
    prove_contraction,
    prove_abbreviation,
    prove_title,
    prove_date,
    prove_quantity,
    prove_closed_up,
    prove_place,
    prove_name,
)
WORDING: tuple[WholeProof, ...] = (
    prove_little,
    prove_synonym,
    prove_reporting_verb,
    prove_tense,
)
EDGES: tuple[WholeProof, ...] = (prove_honorific, prove_day_preposition, prove_date, prove_quantity)
"""What may be split off a larger block as a variant of its own."""
