"""Prove that one word stands for another of equal meaning, in the same form: led, headed.

The table of meanings says what each word is in a sentence. A form that may be a verb or a noun is
taken for what its place shows, on both sides; a capital that makes a name of it proves nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache

from variorum.collation.lexicons.words import meanings, numbers
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.other_senses import shows_other_sense
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import POSSESSIVE, behind_article, in_small
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import AUXILIARIES, BEFORE_NOUNS, Tense, forms_of, is_form
from variorum.collation.values import ReasonKind, Rule
from variorum.text import PassageKind

_MOST = 5
_ARTICLES = frozenset({"a", "an"})
_BEFORE_VERBS = frozenset(
    {
        "to", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "did", "do", "does", "not",
        "cannot", "i", "you", "we", "they", "he", "she", "it", "who", "which", "also",
    }
)  # fmt: skip
_OPEN = frozenset({Tense.BASE, Tense.THIRD})
"""Forms that may be nouns as well."""

Senses = frozenset[tuple[int, str]]
"""Numbers of groups, each with the form that a word has in it."""


@cache
def told_words() -> frozenset[str]:
    """Return every word of the table, in all forms that it may have there."""
    table = meanings()
    told = (*table.phrases, *table.counted, *table.others, *_nouns(), *_verbs(), *_ARTICLES)
    return frozenset(word for phrase in told for word in phrase.split())


def prove_meaning(pair: Pair, block: Block) -> Proof | None:
    """Prove by the table of meanings that words say the same as a whole."""
    if not _is_short(pair, block) or not _same(pair, block):
        return None
    return Proof(Rule.SYNONYM, block, ReasonKind.EQUAL_MEANING)


def prove_each_meaning(pair: Pair, block: Block) -> Proof | None:
    """Prove by the table of meanings that words say the same one by one."""
    size = block.base_end - block.base_start
    if size == 1 or size != block.version_end - block.version_start or not _is_short(pair, block):
        return None
    return Proof(Rule.SYNONYM, block, ReasonKind.EQUAL_MEANING) if _same_each(pair, block) else None


def _is_short(pair: Pair, block: Block) -> bool:
    """Tell whether a few words stand on both sides, and no mark."""
    rows = pair.base_forms(block), pair.version_forms(block)
    return all(0 < len(row) <= _MOST for row in rows) and all(f.word for row in rows for f in row)


def _same_each(pair: Pair, block: Block) -> bool:
    """Tell whether each word of a stretch stands for the one at its place."""
    start, end, other_start, _ = block
    for offset in range(end - start):
        one, other = pair.base.forms[start + offset], pair.version.forms[other_start + offset]
        place = Block(
            start + offset, start + offset + 1, other_start + offset, other_start + offset + 1
        )
        if one.surface != other.surface and not _same(pair, place):
            return False
    return True


def _same(pair: Pair, block: Block) -> bool:
    """Tell whether two stretches are one group's in the same form."""
    sides = pair.stretches(block)
    if any(_is_name(side, n) for side, start, end in sides for n in range(start, end)):
        return False
    one, other = (in_small(side.forms[start:end]) for side, start, end in sides)
    if one == other or shows_other_sense(pair, block):
        return False
    table = meanings()
    if _share(table.phrases, one, other) or _share_widened(pair, block, one, other):
        return True
    if _share(table.counted, one, other) and _is_counted(pair, block):
        return True
    if one.endswith(POSSESSIVE) != other.endswith(POSSESSIVE):
        return False
    plain, its = one.removesuffix(POSSESSIVE), other.removesuffix(POSSESSIVE)
    if _share(_nouns(), plain, its) or _share(_nouns(), behind_article(plain), behind_article(its)):
        return all(_is_noun(*place) for place in sides)
    if plain != one:
        return False
    if _share(table.others, one, other):
        return not any(_acts(side, start, end) for side, start, end in sides)
    shared = _verbs().get(one, frozenset()) & _verbs().get(other, frozenset())
    if not all(_has_object(side, end) for side, _, end in sides):
        shared = frozenset(sense for sense in shared if sense[0] >= 0)
    sure = any(tense not in _OPEN for _, tense in shared)
    return bool(shared) and (sure or all(_acts(*place) for place in sides))


def _share_widened(pair: Pair, block: Block, one: str, other: str) -> bool:
    """Tell whether two phrases are one group's with a word beside that they share: for example, news conference."""
    after, its = pair.next_base(block), pair.next_version(block)
    if after and its and after.lower == its.lower:
        phrases = meanings().phrases
        if _share(phrases, f"{one} {after.lower}", f"{other} {after.lower}"):
            return True
    if not block.base_start or not block.version_start:
        return False
    before = pair.base.forms[block.base_start - 1].lower
    if before != pair.version.forms[block.version_start - 1].lower:
        return False
    return _share(meanings().phrases, f"{before} {one}", f"{before} {other}")


def _is_name(side: Side, place: int) -> bool:
    """Tell whether a capital may make a name of a word: the House, Close Brothers."""
    form = side.forms[place]
    if not form.surface[:1].isupper() or side.starts_sentence(place):
        return False
    return side.unit(place).kind is not PassageKind.HEADLINE


def _is_noun(side: Side, start: int, end: int) -> bool:
    """Tell whether words are a noun where they stand; one that may be an adjective, the last."""
    if _acts(side, start, end):
        return False
    last = side.forms[end - 1].lower
    after = side.forms[end] if end < len(side.forms) else None
    if last not in meanings().doubtful or after is None or not after.word:
        return True
    return after.little or is_form(after.lower, Tense.PAST, Tense.THIRD)


def _acts(side: Side, start: int, end: int) -> bool:
    """Tell whether what stands before some words makes a verb of the first: to head, he heads.

    A third person stands behind a name or a noun, and no little word of nouns before it.
    """
    before = side.forms[start - 1] if start and not side.begins(start) else None
    if before is None or not before.word:
        return False
    if before.lower in _BEFORE_VERBS or before.lower.endswith("n't"):
        return True
    after = side.forms[end] if end < len(side.forms) else None
    third = any(tense is Tense.THIRD for _, tense in _verbs().get(side.forms[start].lower, ()))
    if not third or before.little or before.lower in _NEVER_BEFORE_THIRD:
        return False
    return (
        after is not None and after.word and after.lower not in {"of", "is", "are", "was", "were"}
    )


_NEVER_BEFORE_THIRD = BEFORE_NOUNS | AUXILIARIES


def _has_object(side: Side, place: int) -> bool:
    """Tell whether an object follows a verb, with an article, a possessive or a name; or none but "by"."""
    after = side.forms[place] if place < len(side.forms) else None
    if after is None:
        return False
    return after.name or after.lower in _BEFORE_OBJECTS


_BEFORE_OBJECTS = BEFORE_NOUNS - {"for", "on", "in", "with", "under", "over", "about", "from", "of"}


def _share(table: Mapping[str, Collection[object]], one: str, other: str) -> bool:
    return any(sense in table.get(other, ()) for sense in table.get(one, ()))


def _is_counted(pair: Pair, block: Block) -> bool:
    """Tell whether a figure follows."""
    after = pair.next_base(block)
    if after is None or not after.keys:
        return False
    key = after.keys[0]
    return key[0].isdigit() or key in numbers().magnitudes or key in {"us", "dollar", "a"}


@cache
def _verbs() -> Mapping[str, Senses]:
    """Return each form of the verbs of the table with its groups; below 0 those that need an object."""
    found: dict[str, set[tuple[int, str]]] = defaultdict(set)
    table = meanings()
    deeds = [(-number, group) for number, group in enumerate(table.deeds, 1)]
    for number, group in (*enumerate(table.verbs), *deeds):
        for phrase in group:
            verb, _, rest = phrase.partition(" ")
            # "Is made up of" agrees in person with "consists of", and in time.
            forms = _BEING if verb == "be" else forms_of(verb)
            for tense, form in forms:
                found[f"{form} {rest}".strip()].add((number, tense))
    return {text: frozenset(senses) for text, senses in found.items()}


_BEING = [(Tense.BASE, "be"), (Tense.THIRD, "is"), (Tense.PAST, "was"), (Tense.PAST, "were"), (Tense.ING, "being"), (Tense.BASE, "are")]  # fmt: skip


@cache
def _nouns() -> Mapping[str, Senses]:
    """Return each noun of the table with its groups, and in which number it stands in them."""
    found: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for number, group in enumerate(meanings().nouns):
        for entry in group:
            forms = entry.split("/")
            for count in ("one", "many") if len(forms) == 1 else ():
                found[forms[0]].add((number, count))
            if len(forms) == 2:
                found[forms[0]].add((number, "one"))
                found[forms[1]].add((number, "many"))
    return {text: frozenset(senses) for text, senses in found.items()}
