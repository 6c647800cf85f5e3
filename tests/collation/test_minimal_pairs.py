"""Hundreds of pairs that a sceptical editor would try: no changed fact in a quiet class, no house style as a fact.

The pairs stand in `minimal_pairs.txt`, with what their letters and braces mean; what stylebooks
settle, and what changed side by side with something else, in files of their own.
"""

import datetime as dt
import re
from pathlib import Path

import pytest

from variorum.collation.collate import collate
from variorum.collation.values import Relation, VariantClass

from .collation_helpers import article

WEDNESDAY = dt.date(2019, 3, 13)
ORDER = "QWS"
FILES = ("minimal_pairs.txt", "minimal_pairs_of_runs.txt", "minimal_pairs_of_stylebooks.txt")
PAIRS = [
    line
    for name in FILES
    for line in (Path(__file__).parent / name).read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
_CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


def sides(line: str) -> tuple[str, str]:
    """Return the two texts of a line."""
    words = line[2:].replace(r"\n", "\n")
    if " => " in words:
        one, other = words.split(" => ")
        return one, other
    one, other = _CHOICE.sub(r"\1", words), _CHOICE.sub(r"\2", words)
    return _tidy(one), _tidy(other)


def _tidy(words: str) -> str:
    """Return words without the spaces that an empty choice left."""
    return re.sub(r" +(?=[ ,.;])", "", words.replace("  ", " ")).strip()


def loudness(base: str, version: str) -> str:
    """Return the letter of the loudest class between two texts."""
    one, other = (
        article(*text.split("\n\n"), "The harbour drew visitors this spring.", published=WEDNESDAY)
        for text in (base, version)
    )
    collation = collate(one, other)
    classes = {variant.variant_class for variant in collation.variants}
    parted = any(link.relation in {Relation.CUT, Relation.ADDED} for link in collation.links)
    if VariantClass.SUBSTANCE in classes or parted:
        return "S"
    return "W" if VariantClass.WORDING in classes else "Q"


@pytest.mark.parametrize("line", PAIRS)
def test_a_pair_is_called_what_it_is(line: str) -> None:
    """A changed fact is substance both ways; what is form, or only worded otherwise, is no louder."""
    one, other = sides(line)
    found = {loudness(one, other), loudness(other, one)}

    assert one != other
    if line[0] == "S":
        assert found == {"S"}
    else:
        assert max(map(ORDER.index, found)) <= ORDER.index(line[0])
