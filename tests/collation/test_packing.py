"""A collation that was packed is the same when it is unpacked, and nothing else is one."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from variorum.collation.collate import collate
from variorum.collation.decisions import Decisions, WordPair
from variorum.collation.packing import made_of, pack, unpack
from variorum.collation.values import VariantClass
from variorum.text import Article, Dateline, PassageKind, Span

from .collation_helpers import article
from .test_decisions import decided_pairs

ONE = article("The ferry board raised its fares.", (PassageKind.PROMO, "More on ferries"))
OTHER = article("The ferry board raised its tolls.")


@given(decided_pairs())
@settings(max_examples=40, deadline=None)
def test_what_is_packed_comes_back(made: tuple[Article, Article, Decisions]) -> None:
    """Links, variants, quotations, the sum, and lost decisions: all of it."""
    base, version, decisions = made
    collation = collate(base, version, decisions=decisions)

    assert unpack(pack(collation)) == collation


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"[1,2,3,4,5,6]", b"\xff", b"[" * 100_000])
def test_what_is_no_collation_is_refused(data: bytes) -> None:
    """A library from elsewhere may hold anything; it is made anew then."""
    assert unpack(data) is None


def test_the_hash_tells_all_that_matters_apart() -> None:
    """Other words, kinds, dates, datelines and decisions make another collation."""
    words = (WordPair("fares", "tolls", VariantClass.STYLE),)
    as_promo = article((PassageKind.PROMO, OTHER.text))
    with_dateline = replace(OTHER, dateline=Dateline(Span(0, 3), place="THE"))
    hashes = [
        made_of(ONE, OTHER),
        made_of(OTHER, ONE),
        made_of(ONE, ONE),
        made_of(ONE, as_promo),
        made_of(ONE, with_dateline),
        made_of(ONE, OTHER, Decisions(words=words)),
    ]

    assert len(set(hashes)) == len(hashes)


def test_the_hash_is_the_same_for_what_does_not_matter() -> None:
    """A corrected source or headline changes no comparison."""
    renamed = replace(OTHER, source="The Ledger", headline="Fares")

    assert made_of(ONE, renamed) == made_of(ONE, OTHER)
