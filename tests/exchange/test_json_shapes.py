"""The JSON's promise: every key is there, and every offset is right."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.collation.collate import collate
from variorum.collation.values import VariantClass
from variorum.exchange.json_shapes import article_shape, collation_shape
from variorum.formats.documents.plain import read_text

PARSED = {
    "file",
    "index",
    "format",
    "headline",
    "slug",
    "byline",
    "dateline",
    "published",
    "published_from",
    "language",
    "source",
    "text",
    "passages",
    "problems",
    "lineage",
    "details",
}
SUMMED = {
    "kept",
    "same",
    "edited",
    "split",
    "merged",
    "cut",
    "added",
    "moved",
    "by_class",
    "correction_not_carried",
    "furniture_cut",
}
TEXTS = st.text(alphabet="Mr Kim said 12’'.\n\N{GRINNING FACE}\u00a0", max_size=80).filter(
    str.strip
)


@given(TEXTS)
def test_passages_tile_the_text(text: str) -> None:
    """Each passage begins where the one before ends, and its words lie inside."""
    shape = article_shape(read_text(text, origin="test"), file="f")

    place = 0
    for passage in shape["passages"]:
        assert passage["start"] == place
        assert passage["start"] <= passage["text_start"] <= passage["text_end"] <= passage["end"]
        place = passage["end"]
    assert place == len(shape["text"])


@settings(max_examples=50)
@given(TEXTS, TEXTS)
def test_a_comparison_has_every_key_and_its_words(base: str, version: str) -> None:
    """What is promised to scripts is there for any two texts, and can be written as JSON."""
    sides = read_text(base, origin="b"), read_text(version, origin="v")
    collation = collate(sides[0].article, sides[1].article)
    made = collation_shape(
        collation, base=sides[0], version=sides[1], base_file="b", version_file="v"
    )

    shape = json.loads(json.dumps(made))

    assert set(shape["base"]) >= PARSED
    assert set(shape["summary"]) >= SUMMED
    assert list(shape["summary"]["by_class"]) == [kind.value for kind in VariantClass]
    for variant in shape["variants"]:
        for side in ("base", "version"):
            start, end = variant[side]
            assert shape[side]["text"][start:end] == variant[f"{side}_text"]
