"""The same pairs in small letters and in capitals: no fact turns quiet, and style no louder than it must."""

import re
from collections.abc import Callable

import pytest

from variorum.collation.collate import collate
from variorum.collation.reading.restored import restored
from variorum.collation.reading.tokens import tokenise
from variorum.collation.values import Relation, Rule, VariantClass
from variorum.text import Article, PassageKind

from .collation_helpers import article
from .test_minimal_pairs import ORDER, PAIRS, WEDNESDAY, sides

Case = Callable[[str], str]

CASES = [pytest.param(str.lower, id="small"), pytest.param(str.upper, id="capitals")]
_STARTS = re.compile(r"(?:\A|[.!?:]['\"”’)]*\s+|\n|[\"“(\[])\s*[\"“'(]*\w")
_LOUDER = {
    "Two words that change places may be two names.": ("salt and oil", "gold and cash"),
    "A comma behind a name may part it from what it said.": ("Finch said{,|}", '"We go in May," Finch said.'),
    "What stands with a point is an abbreviation by its capital alone.": ("{Wed.|",),
    "A demonym may be the name of who is told of.": ("{Indian|",),
    "Officers may be a name as well.": ("{Varde|} police officers",),
    "What stands behind a comma may be told of a name.": ("bolts{,| and} nuts",),
    "A tag is known by its small letters.": ("{<b>",),
}  # fmt: skip
"""What may be louder in one case, though its capitals are known: by the reason some words of the pairs."""


def _article(text: str, case: Case) -> Article:
    blocks = [*text.split("\n\n"), "The harbour drew visitors this spring."]
    return article(*map(case, blocks), published=WEDNESDAY)


def _loudness(base: Article, version: Article) -> str:
    """Return the letter of the loudest class between two articles."""
    collation = collate(base, version)
    classes = {variant.variant_class for variant in collation.variants}
    parted = any(link.relation in {Relation.CUT, Relation.ADDED} for link in collation.links)
    if VariantClass.SUBSTANCE in classes or parted:
        return "S"
    return "W" if VariantClass.WORDING in classes else "Q"


def _is_known(text: str) -> bool:
    """Tell whether a text in small letters gets its capitals back, but for those of sentences."""
    plain = _STARTS.sub(lambda match: match[0].lower(), text)
    small = tokenise(text.lower(), 0, len(text))
    return "".join(t.surface for t in restored(small, {})).replace(" ", "") == "".join(
        plain.split()
    )


def _may_be_louder(line: str) -> bool:
    listed = any(words in line for kind in _LOUDER.values() for words in kind)
    return listed or not all(map(_is_known, sides(line)))


@pytest.mark.parametrize("case", CASES)
def test_pairs_of_one_case(case: Case) -> None:
    """A fact stays substance; form is as quiet as in mixed copy wherever the capitals are known."""
    quiet: list[str] = []
    loud: list[str] = []
    for line in PAIRS:
        one, other = sides(line)
        if case(one) == case(other) or (line[0] != "S" and _may_be_louder(line)):
            continue
        found = _loudness(_article(one, case), _article(other, case))
        if line[0] == "S":
            quiet += [line] if found != "S" else []
        elif ORDER.index(found) > ORDER.index(line[0]):
            loud.append(line)

    assert quiet == []
    assert loud == []


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(
    "words",
    [
        "Mr. Polish, the mayor of Osk, met Polish pilots in May to polish a plan.",
        "Turkey told us on Monday that U.S. aides may march in March.",
        "The price rose 5 per cent to $10.50 at 100 km/h, O'Brien-Lund's firm said.",
    ],
)
def test_one_side_of_one_case(words: str, case: Case) -> None:
    """The same words are capitalisation where one paper sets them in one case."""
    found = collate(article(words), article(case(words))).variants

    assert {variant.rule for variant in found} == {Rule.CAPITALISATION}


def test_a_headline_in_capitals_says_what_the_body_shows() -> None:
    """Above mixed copy a headline's words are the body's; a spelling stays one, a fact stays loud."""
    body = "The harbour of Varde was closed by Orla Moll, who likes its colour."
    one = article((PassageKind.HEADLINE, "COLOUR OF VARDE HARBOUR PLEASES ORLA MOLL"), body)
    other = article((PassageKind.HEADLINE, "Color of Varde harbor pleases Ivo Moll"), body)
    rules = {one.text[v.base.start : v.base.end]: v.rule for v in collate(one, other).variants}

    assert rules["COLOUR"] is Rule.SPELLING
    assert rules["HARBOUR"] is Rule.SPELLING
    assert rules["MOLL"] is Rule.CAPITALISATION
    assert rules["ORLA"].variant_class is VariantClass.SUBSTANCE


@pytest.mark.parametrize("case", CASES)
def test_what_is_read_is_what_is_printed(case: Case) -> None:
    """Words of one case keep their characters: the variants' spans hold the article's own."""
    base, version = (
        _article(text, case)
        for text in ("Mr. Reyle met the U.S. aides.", "Reyle met the US aides.")
    )
    found = collate(base, version).variants

    assert [base.text[v.base.start : v.base.end] for v in found] == [case("Mr."), case("U.S.")]
    assert {v.variant_class for v in found} == {VariantClass.STYLE}
