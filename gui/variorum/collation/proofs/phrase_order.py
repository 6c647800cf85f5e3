"""Prove that a phrase is built in another order of the same words.

The ministry's spokesman, a spokesman for the ministry; harbour master Orla Finch, Orla Finch, the
harbour master; is also, also is; salt and oil, oil and salt; Finch was held by police, police held Finch. The blocks of such a phrase are told
together: alone each of them is words that came or went. Who did what to whom is never turned.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from variorum.collation.lexicons.orders import is_deed, orders
from variorum.collation.lexicons.words import Strength, numbers, places, reporting
from variorum.collation.lexicons.words import words as words_
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import POSSESSIVE, Form
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import AUXILIARIES, Tense, is_form, lemma, verb_forms
from variorum.collation.values import ReasonKind, Rule

_MOST_BLOCKS = 4
_MOST_WORDS = 14
_ARTICLES = frozenset({"a", "an", "the"})
_LISTS = frozenset({"and", "or", ","})
_CLAUSES = frozenset(
    {"that", "who", "which", "whom", "whose", "when", "while", "but", "not", "to", "if", "as", "than", "because", "both", "either", "neither"}
)  # fmt: skip

_RANKS = frozenset({"respectively", "former", "latter"})
"""What goes by the order in which things were told."""

Row = Sequence[Form]


def prove_phrases(pair: Pair, blocks: Sequence[Block]) -> dict[Block, Proof]:
    """Return the blocks that belong to a phrase in another order, each with its proof."""
    proved: dict[Block, Proof] = {}
    first = 0
    while first < len(blocks) - 1:
        last = next(
            (
                n
                for n in _ends(pair, blocks, first)
                if _says_the_same(pair, blocks[first], blocks[n])
            ),
            first,
        )
        if last > first:
            for block in blocks[first : last + 1]:
                proved[block] = Proof(Rule.ORDER, block, ReasonKind.SAME_WORDS)
        first = max(last, first) + 1
    return proved


def _ends(pair: Pair, blocks: Sequence[Block], first: int) -> Iterator[int]:
    """Yield with which blocks a stretch from one on may end: near, in one sentence, not quoted."""
    for last in range(first + 1, min(first + _MOST_BLOCKS, len(blocks))):
        whole = _whole(blocks[first], blocks[last])
        if (
            max(whole.base_end - whole.base_start, whole.version_end - whole.version_start)
            > _MOST_WORDS
        ):
            return
        if _one_sentence(pair, whole) and not pair.quoted(whole):
            yield last


def _whole(one: Block, other: Block) -> Block:
    return Block(one.base_start, other.base_end, one.version_start, other.version_end)


def _one_sentence(pair: Pair, block: Block) -> bool:
    base, version = pair.base.homes, pair.version.homes
    return (
        len({*base[block.base_start : block.base_end]}) == 1
        and len({*version[block.version_start : block.version_end]}) == 1
    )


def _says_the_same(pair: Pair, first: Block, last: Block) -> bool:
    whole = _whole(first, last)
    base, version = pair.base_forms(whole), pair.version_forms(whole)
    if not _may_match(base, version):
        return False
    if _is_helped(base, version):
        return True
    if not _is_focused(pair, whole) and (_is_turned(base, version) or _is_turned(version, base)):
        return True
    if any(
        form.lower in _CLAUSES or form.folded in {'"', ";", ":", "(", ")"}
        for form in (*base, *version)
    ):
        return False
    if _content(base) != _content(version):
        return False
    before = pair.base.forms[whole.base_start - 1] if whole.base_start else None
    after = pair.next_base(whole)
    if any(form.lower in _RANKS for form in pair.base.forms):
        return False
    ranked = _is_ranked(pair.base, whole.base_start, whole.base_end)
    for one, other in ((base, version), (version, base)):
        if _is_attribute(one, other) or (_is_joined(one, other) and not ranked):
            return True
        if _is_apposed(one, other, before, after):
            return True
    return False


def _is_focused(pair: Pair, whole: Block) -> bool:
    """Tell whether a word before a clause bears on whom it begins with: only police held Finch."""
    starts = ((pair.base, whole.base_start), (pair.version, whole.version_start))
    return any(start and side.forms[start - 1].lower in _FOCUS for side, start in starts)


_FOCUS = frozenset({"only", "even", "just", "not", "never", "mainly", "mostly", "hardly", "also"})


def _is_ranked(side: Side, start: int, end: int) -> bool:
    """Tell whether a sentence tells something of each of two things in their order.

    Tea and coffee rose 4 and 6 percent; fish and rice, in that order; first and second.
    """
    home = side.homes[start]
    rest = [n for n in range(len(side.forms)) if side.homes[n] == home and not start <= n < end]
    for n in rest:
        row = [form.lower for form in side.forms[n : n + 2]]
        if row == ["that", "order"]:
            return True
        if row[0] != "and" or not 0 < n < len(side.forms) - 1:
            continue
        before = side.forms[max(n - _NEAR_FIGURE, 0) : n]
        after = side.forms[n + 1 : n + 1 + _NEAR_FIGURE]
        if all(any(map(_is_counted, row)) for row in (before, after)):
            return True
    return False


_NEAR_FIGURE = 3


def _is_counted(form: Form) -> bool:
    fractions = {"half", "third", "quarter", "fifth", "tenth"}
    return bool(form.figures) or form.lower in numbers().ordinals or form.lower in fractions


def _may_match(base: Row, version: Row) -> bool:
    """Tell whether two rows have the same words but for little ones and the forms of their verbs."""
    rows = _content(base), _content(version)
    # Most rows have a word of their own: sets tell it sooner than counts.
    if not all(map(_may_differ, {*rows[0]} ^ {*rows[1]})):
        return False
    one, other = map(Counter, rows)
    return all(map(_may_differ, (one - other) + (other - one)))


def _may_differ(stem: str) -> bool:
    return stem in _OF_PASSIVES or stem in verb_forms()


_OF_PASSIVES = AUXILIARIES | {"been", "being", "by"}


def _content(row: Row) -> list[str]:
    """Return the stems of the words that tell something, sorted; neutral verbs of saying are one."""
    return sorted([stem for form in _without_kinds(row) for stem in _stems(form)])


def _stems(form: Form) -> tuple[str, ...]:
    """Return what a word is in one number and without its owner's mark; a country's adjective is its name."""
    if form.name and form.lower in places().adjectives:
        return tuple(places().adjectives[form.lower].split())
    return _stems_of(form.lower, form.keys)


@lru_cache(maxsize=1 << 14)
def _stems_of(lower: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    if lower in _ARTICLES or lower in orders().joins:
        return ()
    return tuple([_singular(key) for key in keys if key != POSSESSIVE])


def _singular(key: str) -> str:
    if len(key) < _LEAST_PLURAL or key.endswith("ss"):
        return key
    if key.endswith("ies"):
        return key[:-3] + "y"
    return key[:-2] if key.endswith(("xes", "ches", "shes", "sses")) else key.removesuffix("s")


_LEAST_PLURAL = 4


def _is_helped(one: Row, other: Row) -> bool:
    """Tell whether an adverb only passed the verb that helps another: is also, also is."""
    if len(one) != 2 or [form.lower for form in one] != [form.lower for form in other[::-1]]:
        return False
    told = {form.lower for form in one}
    return bool(told & AUXILIARIES) and bool(told & orders().adverbs)


def _acts(form: Form) -> bool:
    return form.lower in AUXILIARIES or (
        not form.name and (is_form(form.lower, Tense.PAST) or form.lower in reporting())
    )


def _is_turned(long: Row, short: Row) -> bool:
    """Tell whether one row tells by the passive what the other tells of the one who does it.

    Finch was arrested by police, police arrested Finch: the same deed by and to the same.
    """
    if any(not form.word or form.lower in _CLAUSES for form in (*long, *short)):
        return False
    agents = [n for n, form in enumerate(long) if form.lower == "by"]
    helped = [n for n, form in enumerate(long) if form.lower in _PASSIVES]
    if len(agents) != 1 or not helped or not 0 < helped[0] < agents[0] - 1:
        return False
    group = [form.lower for form in long[helped[0] : agents[0]]]
    active = _ACTIVE.get(tuple(group[:-1]))
    hit, doer = _plain(long[: helped[0]]), _plain(long[agents[0] + 1 :])
    if active is None or not hit or not doer or not is_form(group[-1], Tense.PARTICIPLE):
        return False
    helps, tenses = active
    verbs = [
        n
        for n, form in enumerate(short)
        if is_form(form.lower, *tenses) and lemma(form.lower) == lemma(group[-1])
    ]
    if len(verbs) != 1 or tuple(f.lower for f in short[verbs[0] - len(helps) : verbs[0]]) != helps:
        return False
    return _plain(short[: verbs[0] - len(helps)]) == doer and _plain(short[verbs[0] + 1 :]) == hit


_ACTIVE: dict[tuple[str, ...], tuple[tuple[str, ...], tuple[Tense, ...]]] = {
    **{(be,): ((), (Tense.PAST,)) for be in ("was", "were")},
    **{(be,): ((), (Tense.THIRD, Tense.BASE)) for be in ("is", "are")},
    **{(have, "been"): ((have,), (Tense.PARTICIPLE,)) for have in ("has", "have", "had")},
    **{
        (modal, "be"): ((modal,), (Tense.BASE,))
        for modal in ("will", "would", "could", "may", "might", "must")
    },
}
"""By what stands before a passive's participle: what stands before the active verb, and its tense."""
_PASSIVES = frozenset([group[0] for group in _ACTIVE])


def _is_attribute(long: Row, short: Row) -> bool:
    """Tell whether a noun stands behind another with "of", or before it: cuts in taxes, tax cuts."""
    long = [form for form in _without_kinds(long) if form.lower not in _ARTICLES]
    if any(not form.word or _acts(form) for form in (*long, *short)):
        return False
    short = [form for form in short if form.lower not in _ARTICLES]
    joints = [n for n, form in enumerate(long) if form.lower in orders().joins]
    if len(joints) != 1 or any(form.lower in orders().joins for form in short):
        return False
    join, thing, owner = long[joints[0]].lower, long[: joints[0]], long[joints[0] + 1 :]
    size = len(short) - len(thing)
    if not thing or not owner or size < 1:
        return False
    if [f.keys for f in short[size:]] != [f.keys for f in thing] or any(f.little for f in short):
        return False
    if _row_of(short[:size]) != _row_of(owner):
        return False
    return _may_stand_before(short[:size], thing, join)


def _row_of(row: Row) -> list[str]:
    return [stem for form in row for stem in _stems(form)]


def _without_kinds(row: Row) -> list[Form]:
    """Return words without what a place is called before its name: the state of Georgia."""
    if not any(form.lower in orders().kinds for form in row):
        return [*row]
    left: list[Form] = []
    n = 0
    while n < len(row):
        named = row[n].lower in orders().kinds and [f.lower for f in row[n + 1 : n + 2]] == ["of"]
        if named and n + 2 < len(row) and row[n + 2].name:
            n += 2
            continue
        left.append(row[n])
        n += 1
    return left


def _may_stand_before(owner: Row, thing: Row, join: str) -> bool:
    """Tell whether a noun may stand before what it was joined to: an Iraqi crew is no crew in Iraq.

    Whom a deed hit stands behind "of", who did it before it: the killing of police, police killing.
    """
    told = _singular(thing[-1].bare)
    if told in orders().changes and join in {"in", "of"}:
        return True
    deed = is_deed(told)
    owned = owner[-1].lower.endswith(POSSESSIVE)
    if join in orders().local:
        land = any(f.bare in places().demonyms or len(f.keys) > 1 + owned for f in owner)
        return owner[-1].name and not (land and (deed or told in orders().nationals))
    return not deed


def _is_apposed(long: Row, short: Row, before: Form | None, after: Form | None) -> bool:
    """Tell whether who somebody is stands behind the name, between commas, or before it.

    "Finch, the mayor, and Reyle" may be three.
    """
    if after is not None and after.folded in _LISTS and after.folded != ",":
        return False
    long, short = _without_saying(long, before), _without_saying(short, before)
    commas = [n for n, form in enumerate(long) if form.folded == ","]
    if any(not form.word for form in short) or not commas or not long:
        return False
    if len(commas) > 2 or (len(commas) == 2 and commas[1] != len(long) - 1):
        return False
    name, office = long[: commas[0]], [form for form in long[commas[0] + 1 :] if form.word]
    if not name or not office or not all(_is_called(form) for form in name):
        return False
    size = len(short) - len(name)
    if size < 1 or [f.bare for f in short[size:]] != [f.bare for f in name]:
        return False
    if any(_acts(form) for form in (*office, *short[:size])):
        return False
    return _content(short[:size]) == _content(office) and any(
        f.title or not f.little for f in office
    )


def _is_called(form: Form) -> bool:
    return form.word and form.name and not form.lower.endswith(POSSESSIVE)


def _without_saying(row: Row, before: Form | None) -> Row:
    """Return a row without the verb of saying at one of its ends, where a mark stands before it."""
    if before is None or before.word or not row:
        return row
    words = [n for n, form in enumerate(row) if form.word]
    for n in (words[0], words[-1]) if words else ():
        if reporting().get(row[n].lower) is Strength.NEUTRAL and is_form(row[n].lower, Tense.PAST):
            return [*row[:n], *row[n + 1 :]]
    return row


def _is_joined(one: Row, other: Row) -> bool:
    """Tell whether two things that "and" joins changed places: salt and oil, oil and salt.

    Two names may be ranked, figures told respectively, and deeds done one after the other.
    """
    parts, its = _parts(one), _parts(other)
    if not parts or not its or any(not form.word or _acts(form) for form in (*one, *other)):
        return False
    (first, second), (its_first, its_second) = parts, its
    if _plain(first) != _plain(its_second) or _plain(second) != _plain(its_first):
        return False
    return not any(
        form.name or form.title or form.figures or not form.keys or _counts(form)
        for form in (*first, *second)
        if form.lower not in _ARTICLES
    )


def _counts(form: Form) -> bool:
    return any(key in numbers().magnitudes or key in numbers().vague for key in form.keys) or bool(
        words_().negations.intersection(form.keys)
    )


def _parts(row: Row) -> tuple[Row, Row] | None:
    joints = [n for n, form in enumerate(row) if form.lower in {"and", "or"}]
    if len(joints) != 1 or not 0 < joints[0] < len(row) - 1:
        return None
    return row[: joints[0]], row[joints[0] + 1 :]


def _plain(row: Row) -> list[str]:
    return [form.lower for form in row if form.lower not in _ARTICLES]
