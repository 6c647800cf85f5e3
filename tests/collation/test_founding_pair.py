"""The founding pair: every link, every variant, by offsets and counts alone."""

from collections import Counter
from pathlib import Path

import pytest

from variorum.collation.collate import collate
from variorum.collation.values import Collation, Relation, VariantClass, Verdict
from variorum.text import Article, PassageKind
from variorum.wire.reader import read

from .collation_helpers import law_holds

Pair = tuple[Article, Article]


@pytest.fixture(scope="module")
def pair(seeds: tuple[Path, Path]) -> Pair:
    """Return the two articles as the wire reader reads them."""
    base, version = (read(path.read_text("utf-8")) for path in seeds)
    return base, version


@pytest.fixture(scope="module")
def collation(pair: Pair) -> Collation:
    """Return what the collation of the pair says."""
    return collate(*pair)


def test_every_variant_has_its_rule(collation: Collation) -> None:
    """The counts are those of the design."""
    counts = Counter(variant.rule.value for variant in collation.variants)

    assert counts == {
        "honorific": 11,
        "day_preposition": 3,
        "date_gloss": 1,
        "contraction": 2,
        "abbreviation": 2,
        "hyphenation": 1,
        "dateline_form": 1,
        "spelling": 3,
        "function_word": 3,
        "quote_glyph": 13,
        "dash_glyph": 2,
    }


def test_nothing_of_substance_changed(collation: Collation) -> None:
    """The line the reader came for."""
    assert collation.summary.by_class == {
        VariantClass.TYPOGRAPHY: 15,
        VariantClass.SPELLING: 3,
        VariantClass.STYLE: 21,
        VariantClass.WORDING: 3,
        VariantClass.SUBSTANCE: 0,
    }


@pytest.mark.parametrize(
    ("rule", "base", "version"),
    [
        ("dateline_form", (0, 14), (17, 35)),
        ("honorific", (188, 188), (209, 211)),
        ("quote_glyph", (188, 193), (212, 217)),
        ("abbreviation", (217, 221), (241, 254)),
        ("day_preposition", (440, 440), (473, 475)),
        ("date_gloss", (447, 447), (484, 494)),
        ("function_word", (634, 638), (696, 696)),
        ("contraction", (675, 681), (732, 739)),
        ("hyphenation", (797, 809), (789, 801)),
        ("spelling", (1046, 1062), (1045, 1061)),
        ("abbreviation", (1739, 1743), (1668, 1670)),
        ("dash_glyph", (1873, 1875), (1801, 1802)),
    ],
)
def test_variants_stand_where_they_should(
    collation: Collation, rule: str, base: tuple[int, int], version: tuple[int, int]
) -> None:
    """Whole words, and an empty span where nothing stood."""
    found = {
        (v.rule.value, (v.base.start, v.base.end), (v.version.start, v.version.end))
        for v in collation.variants
    }

    assert (rule, base, version) in found


def test_eleven_sentences_are_linked_one_to_one(collation: Collation) -> None:
    """The crosshead alone has no partner."""
    linked = [link for link in collation.links if link.base and link.version]
    lone = [link.relation for link in collation.links if link not in linked]

    assert [(len(link.base), len(link.version)) for link in linked] == [(1, 1)] * 11
    assert not any(link.moved for link in linked)
    assert lone == [Relation.CUT]


def test_passages_are_linked_with_their_kind(pair: Pair, collation: Collation) -> None:
    """One paragraph is split; promos, crosshead, correction, contacts and copyright are cut."""
    base, version = pair
    split = [p for p in collation.passages if p.relation is Relation.SPLIT]
    cut = Counter(
        base.passages[n].kind for p in collation.passages if not p.version for n in p.base
    )
    added = [version.passages[n].kind for p in collation.passages if not p.base for n in p.version]

    assert [(p.base, p.version) for p in split] == [((4,), (4, 5))]
    assert cut == {
        PassageKind.PROMO: 2,
        PassageKind.CROSSHEAD: 1,
        PassageKind.CORRECTION: 1,
        PassageKind.CONTACT: 2,
        PassageKind.COPYRIGHT: 1,
    }
    assert added == [PassageKind.HEADER]


def test_the_quotation_is_verbatim_and_has_its_speaker(pair: Pair, collation: Collation) -> None:
    """One quotation, its words untouched but for their marks."""
    (quotation,) = collation.quotations
    speaker = quotation.speaker or ""

    assert quotation.verdict is Verdict.VERBATIM
    assert not quotation.respeaker
    assert quotation.base is not None
    assert quotation.version is not None
    assert quotation.base.of(pair[0].text) == quotation.version.of(pair[1].text)
    assert speaker == pair[0].text[819:827]


def test_the_correction_was_not_carried(collation: Collation) -> None:
    """The other paper printed the story without the desk's own correction."""
    assert collation.summary.correction_not_carried


def test_nearly_everything_was_kept(collation: Collation) -> None:
    """Two words of wording and the crosshead's are lost of the base's."""
    assert round(collation.summary.kept, 3) == 0.988


def test_the_law_holds(pair: Pair, collation: Collation) -> None:
    """The base's words with the variants applied are the version's."""
    assert law_holds(*pair, collation)
    assert law_holds(pair[1], pair[0], collate(pair[1], pair[0]))
