"""Prove that one clause is built in two ways: which is based in Lund, based in Lund; Varde's shares.

What is proved here is grammar alone: no word that tells something comes, goes or changes.
"""

from collections.abc import Sequence

from variorum.collation.lexicons.orders import is_deed
from variorum.collation.lexicons.words import places, words
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import POSSESSIVE, Form, in_small
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import AUXILIARIES, Tense, is_form, verb_forms
from variorum.collation.values import ReasonKind, Rule

_RELATIVES = frozenset({"which", "who", "that"})
_PRESENT = frozenset({"is", "are"})
_PAST = frozenset({"was", "were"})
_MODALS = frozenset(
    {"will", "would", "can", "could", "may", "might", "must", "should", "shall", "to"}
)
_BETWEEN = frozenset({"not", "also", "soon", "now", "still", "n't"})
_NEAR = 8


def prove_relative(pair: Pair, block: Block) -> Proof | None:
    """Prove that only "which is" came or went behind a comma: Varde, which is based in Lund."""
    side, _, start, end, _ = pair.gone(block)
    row = [form.lower for form in side.forms[start:end] if form.word]
    marks = [form for form in side.forms[start:end] if not form.word]
    led = len(row) == _WITH_ARTICLE and row[2] in {"a", "an", "the"}
    if not (led or len(row) == 2) or row[0] not in _RELATIVES or marks or not start:
        return None
    after = side.forms[end] if end < len(side.forms) else None
    if side.forms[start - 1].folded != "," or after is None or not after.word:
        return None
    participle = after.lower.endswith("ed") or is_form(after.lower, Tense.PARTICIPLE, Tense.ING)
    if row[1] in _PAST:
        # Who was mayor is mayor no more; what was based in Lund may be so still.
        return _wording(block) if participle else None
    if row[1] not in _PRESENT or after.lower in {"not", "no", "to", "being", "going"}:
        return None
    explains = led or after.lower in {"a", "an", "the", "one"} or after.lower.endswith(POSSESSIVE)
    return _wording(block) if participle or explains else None


_WITH_ARTICLE = 3
"""A relative, its verb and an article: which is the."""


def prove_progressive(pair: Pair, block: Block) -> Proof | None:
    """Prove that a verb behind a modal goes on or not: would promote, would be promoting."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    plain, going = sorted((base, version), key=len)
    if len(plain) != 1 or len(going) != 2 or going[0].lower != "be":
        return None
    verbs = _lemmas(plain[0], Tense.BASE) & _lemmas(going[1], Tense.ING)
    modal = all(
        _behind_modal(side.forms, start)
        for side, start in ((pair.base, block.base_start), (pair.version, block.version_start))
    )
    return Proof(Rule.TENSE, block, ReasonKind.EQUAL_MEANING) if verbs and modal else None


def prove_participle(pair: Pair, block: Block) -> Proof | None:
    """Prove that a clause that tells which one is shortened to its verb: mills that reach, mills reaching."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    long, short = sorted(
        ([f for f in base if f.folded != ","], [f for f in version if f.folded != ","]),
        key=len,
        reverse=True,
    )
    if len(short) != 1 or len(long) != _RELATIVE or long[0].lower not in _RELATIVES:
        return None
    verbs = {lemma for t in (Tense.THIRD, Tense.BASE) for lemma in _lemmas(long[1], t)}
    if not verbs & _lemmas(short[0], Tense.ING):
        return None
    for side, start in ((pair.base, block.base_start), (pair.version, block.version_start)):
        set_off = start > 1 and side.forms[start - 1].folded == ","
        before = side.forms[start - 1 - set_off] if start else None
        if before is None or not before.word or before.little or before.lower in AUXILIARIES:
            return None
        if is_form(before.lower, Tense.PAST, Tense.PARTICIPLE):
            # "The unit closed, which cuts": what was told does.
            return None
    return _wording(block)


_RELATIVE = 2
"""A relative and its verb."""


def _lemmas(form: Form, tense: Tense) -> set[str]:
    return {r.lemma for r in verb_forms().get(form.lower, ()) if r.tense is tense}


def _behind_modal(forms: Sequence[Form], place: int) -> bool:
    while place and forms[place - 1].lower in _BETWEEN:
        place -= 1
    before = forms[place - 1].lower if place else ""
    return before.removesuffix("n't") in _MODALS or before == "wo"


def prove_attribute(pair: Pair, block: Block) -> Proof | None:
    """Prove that a name owns the noun behind it or stands before it: Varde's shares, (the) Varde shares."""
    base, version = _behind_the(pair.base_forms(block)), _behind_the(pair.version_forms(block))
    if len(base) != 1 or len(version) != 1 or not (base[0].name and version[0].name):
        return None
    one, other = base[0].folded, version[0].folded
    if one.removesuffix(POSSESSIVE) != other.removesuffix(POSSESSIVE) or one == other:
        return None
    rows = (pair.base.forms[block.base_end :], pair.version.forms[block.version_end :])
    if rows[0][:1] != rows[1][:1] or not rows[0] or not rows[0][0].word or rows[0][0].little:
        return None
    noun = rows[0][0]
    if is_deed(noun.bare.removesuffix("s")):
        # "Lund's defeat" is one that Lund suffers, "the Lund defeat" may be one that others did there.
        return None
    if not all(
        _is_body(side, n)
        for side, n in ((pair.base, block.base_end - 1), (pair.version, block.version_end - 1))
    ):
        return None
    if is_form(noun.lower, Tense.ING, Tense.PARTICIPLE, Tense.PAST) or noun.lower in AUXILIARIES:
        # "Varde's cutting costs" owns nothing.
        return None
    acts = is_form(noun.lower, Tense.BASE, Tense.THIRD)
    if acts and not all(_goes_on(row[1:]) for row in rows):
        return None
    return Proof(Rule.FUNCTION_WORD, block, ReasonKind.FORM_ONLY)


def _behind_the(forms: Sequence[Form]) -> Sequence[Form]:
    return forms[1:] if len(forms) == 2 and forms[0].lower == "the" else forms


def _is_body(side: Side, place: int) -> bool:
    """Tell whether a name is known for that of a body: no person's, and no single word said once."""
    name = side.forms[place].bare
    mentions = side.cast.by_name.get(name, ())
    if any(m.gender or m.titles or (m.is_full and side.cast.is_person(m)) for m in mentions):
        return False
    parts = place > 0 and side.forms[place - 1].name and not side.starts_sentence(place - 1)
    return parts or sum(f.bare == name for unit in side.analysis.units for f in unit.forms) > 1


def _goes_on(forms: Sequence[Form]) -> bool:
    """Tell whether a finite verb follows in the same clause, so that what is before it is a noun."""
    for form in forms[:_NEAR]:
        if not form.word or form.lower in {"and", "to", "that", "by", "from", "for"}:
            return False
        if form.lower in AUXILIARIES or is_form(form.lower, Tense.PAST):
            return True
    return False


def prove_genitive(pair: Pair, block: Block) -> Proof | None:
    """Prove that "of" stands for a possessive: the mayor of the city, the city's mayor."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    for long, short in ((base, version), (version, base)):
        owned = [n for n, form in enumerate(short) if form.lower.endswith(POSSESSIVE)]
        joints = [n for n, form in enumerate(long) if form.lower == "of"]
        if len(owned) != 1 or len(joints) != 1 or not all(f.word for f in (*long, *short)):
            continue
        owner, thing = short[: owned[0] + 1], short[owned[0] + 1 :]
        its_thing, its_owner = _bare(long[: joints[0]]), _bare(long[joints[0] + 1 :])
        if thing and _bare(thing) == its_thing and _owner(owner) == its_owner:
            return Proof(Rule.ORDER, block, ReasonKind.SAME_WORDS)
    return None


def _bare(forms: Sequence[Form]) -> list[str]:
    row = [form.lower for form in forms]
    return row[1:] if row[:1] == ["the"] else row


def _owner(forms: Sequence[Form]) -> list[str]:
    row = _bare(forms)
    return [*row[:-1], row[-1].removesuffix(POSSESSIVE)]


def prove_here(pair: Pair, block: Block) -> Proof | None:
    """Prove that "here" is the place of its article's dateline: in Lund, here."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    for short, long, side in ((base, version, pair.base), (version, base, pair.version)):
        words = [form.lower for form in short]
        named = [key for form in long for key in form.keys]
        dateline = side.analysis.article.dateline
        if words != ["here"] or len(named) < 2 or named[0] not in {"in", "at"}:
            continue
        told = "" if dateline is None or not dateline.place else dateline.place.split(",")[0]
        if told and told.casefold().split() == named[1:]:
            return Proof(Rule.REFERENCE, block, ReasonKind.SAME_PLACE)
    return None


def prove_country(pair: Pair, block: Block) -> Proof | None:
    """Prove that whose body is meant is told elsewhere: the U.S. government, the government.

    The article that leaves the country out names the same body with it, and neither article
    names that of another country.
    """
    side, other, start, end, place = (
        (pair.base, pair.version, block.base_start, block.base_end, block.version_start)
        if block.base_start < block.base_end
        else (pair.version, pair.base, block.version_start, block.version_end, block.base_start)
    )
    if end - start != 1 or not start or not _is_country(side.forms[start]):
        return None
    after = side.forms[end] if end < len(side.forms) else None
    its = other.forms[place] if place < len(other.forms) else None
    if after is None or its is None or after.little or not after.word or after.lower != its.lower:
        return None
    countries = {_told_before(s, after.bare) for s in (side, other)}
    own = frozenset({" ".join(side.forms[start].keys)})
    if _is_known(side, end, own) and countries <= {own, frozenset()}:
        return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_NAME)
    if countries != {own}:
        return None
    return Proof(Rule.REFERENCE, block, ReasonKind.SAME_NAME)


def _is_known(side: Side, place: int, country: frozenset[str]) -> bool:
    """Tell whether the name of a country's own body follows, which no other country's has."""
    text = in_small(side.forms[place : place + _MOST_BODY])
    named = [body for land in country for body in places().bodies.get(land, ())]
    capital = place < len(side.forms) and side.forms[place].surface[:1].isupper()
    return capital and any(text == body or text.startswith(f"{body} ") for body in named)


_MOST_BODY = 7


def _is_country(form: Form) -> bool:
    table = places()
    return form.name and (
        form.bare in table.demonyms
        or form.bare in table.words
        or " ".join(form.keys) in table.aliases
    )


def _told_before(side: Side, noun: str) -> frozenset[str]:
    """Return the names that stand before a noun anywhere in an article: any may say whose it is."""
    found: set[str] = set()
    for unit in side.analysis.units:
        for before, form in zip(unit.forms, unit.forms[1:], strict=False):
            if form.bare == noun and before.name and before.lower not in words().function:
                found.add(" ".join(before.keys))
    return frozenset(found)


def _wording(block: Block) -> Proof:
    return Proof(Rule.FUNCTION_WORD, block, ReasonKind.LITTLE_WORDS)
