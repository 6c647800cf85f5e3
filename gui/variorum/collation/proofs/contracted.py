"""Tell which reading of a contraction a sentence allows: he'd left had, he'd leave would."""

from collections.abc import Iterator, Sequence

from variorum.collation.lexicons.words import contractions
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair
from variorum.collation.reading.forms import Form
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import Tense, is_form

_ADVERBS = frozenset(
    {
        "not",
        "never",
        "also",
        "just",
        "already",
        "always",
        "still",
        "now",
        "long",
        "only",
        "ever",
        "since",
    }
)
_LIKELY = 3


def reading_fits(pair: Pair, block: Block) -> bool:
    """Tell whether the verb behind each contraction that changed has the form its reading needs."""
    rows = (
        (pair.base_forms(block), pair.version, block.version_start, block.version_end),
        (pair.version_forms(block), pair.base, block.base_start, block.base_end),
    )
    return all(
        _fits(side, start, end, form.lower)
        for short, side, start, end in rows
        for form in short
        if form.lower in contractions()
    )


def _fits(side: Side, start: int, end: int, short: str) -> bool:
    """Tell whether the words for a contraction stand before a verb that they can govern."""
    ending = short.rpartition("'")[2]
    spoken = {form.lower for form in side.forms[start:end]}
    verb = next(_verbs(side.forms[end:]), "")
    past, base = is_form(verb, Tense.PARTICIPLE), is_form(verb, Tense.BASE)
    if ending == "d":
        return not ("would" in spoken and past and not base) and not (
            "had" in spoken and base and not past
        )
    if ending == "s":
        return not ("has" in spoken and not past) and not (
            "is" in spoken and verb in {"been", "had", "become"}
        )
    return True


def _verbs(forms: Sequence[Form]) -> Iterator[str]:
    """Yield the words after a contraction that are no adverbs."""
    for form in forms[:_LIKELY]:
        if form.lower not in _ADVERBS and not form.lower.endswith("ly"):
            yield form.lower
