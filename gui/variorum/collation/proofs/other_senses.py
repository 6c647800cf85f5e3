"""Tell whether words of equal meaning are none where they stand: what is near shows another sense.

A pipeline's gas is no petrol, a match that was fixed was not repaired, and hostages are not published.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from variorum.collation.lexicons.other_senses import OtherSense, other_senses
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Stretch
from variorum.collation.reading.forms import POSSESSIVE, Form, behind_article, in_small
from variorum.collation.reading.persons import is_person
from variorum.collation.reading.verbs import forms_of, lemma

_NEAR = 4
"""How many words before or behind may show a sense."""


def shows_other_sense(pair: Pair, block: Block) -> bool:
    """Tell whether what stands near a block parts the senses of its words, on either side."""
    one, other = (_plain(forms) for forms in (pair.base_forms(block), pair.version_forms(block)))
    senses = _senses().get((one, other), ())
    return any(_shows(sense, place) for sense in senses for place in pair.stretches(block))


def _plain(forms: Sequence[Form]) -> str:
    text = in_small(forms).removesuffix(POSSESSIVE)
    return behind_article(text) or text


def _shows(sense: OtherSense, stretch: Stretch) -> bool:
    side, start, end = stretch
    home = side.homes[start]
    before = [f for f, at in zip(side.forms[:start], side.homes, strict=False) if at == home]
    after = [
        side.forms[n]
        for n in range(end, min(end + _NEAR, len(side.forms)))
        if side.homes[n] == home
    ]
    near = [*before[-_NEAR:], *after]
    return (
        any(form.lower in sense.behind for form in after[:1])
        or any(form.lower in sense.before for form in before[-1:])
        or any(not sense.near.isdisjoint(_bare(form)) for form in near)
        or (sense.inside and bool(before) and before[-1].word)
        or (sense.persons and any(map(is_person, near)))
    )


def _bare(form: Form) -> Iterator[str]:
    """Yield a word as the table may have it: as it stands, of one only, as its verb is named."""
    word = form.lower.removesuffix(POSSESSIVE)
    yield from (word, word.removesuffix("s"), word.removesuffix("es"), lemma(word))
    if word.endswith("ies"):
        yield f"{word[:-3]}y"


@cache
def _senses() -> Mapping[tuple[str, str], tuple[OtherSense, ...]]:
    """Return the senses by the two words that they part, in every form of both."""
    found: dict[tuple[str, str], list[OtherSense]] = defaultdict(list)
    for sense in other_senses():
        ones = [form for word in sense.words for form in _forms(word)]
        others = [form for word in sense.others for form in _forms(word)]
        for one in ones:
            for other in others:
                for key in {(one, other), (other, one)} if one != other else ():
                    found[key].append(sense)
    return {key: tuple(senses) for key, senses in found.items()}


def _forms(words: str) -> frozenset[str]:
    """Return a word, or the first of several, with every ending that it may have."""
    word, _, rest = words.partition(" ")
    forms = {word, f"{word}s", f"{word}es", *(form for _, form in forms_of(word))}
    if word.endswith("y"):
        forms.add(f"{word[:-1]}ies")
    return frozenset(f"{form} {rest}".strip() for form in forms)
