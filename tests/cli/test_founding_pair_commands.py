"""The founding pair through the command line: the figures that the product was founded on."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

Seeds = tuple[Path, Path]


@pytest.fixture
def shape(run: Run, seeds: Seeds) -> Any:
    """Return the comparison as it is printed."""
    return run("collate", *seeds, "--json").json


def test_every_variant_has_its_class(shape: Any) -> None:
    """Style 21, spelling 3, wording 3, typography 15, substance none."""
    assert shape["summary"]["by_class"] == {
        "typography": 15,
        "spelling": 3,
        "style": 21,
        "wording": 3,
        "substance": 0,
    }


def test_every_variant_has_its_rule(shape: Any) -> None:
    """The table of the design, rule by rule."""
    rules = Counter(variant["rule"] for variant in shape["variants"])

    assert rules == {
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


def test_offsets_are_whole_words(shape: Any) -> None:
    """Each span is its words, and cuts none of them."""
    for variant in shape["variants"]:
        for side in ("base", "version"):
            text, (start, end) = shape[side]["text"], variant[side]
            assert text[start:end] == variant[f"{side}_text"]
            for edge in (start, end):
                pair = text[max(0, edge - 1) : edge + 1]
                assert not (len(pair) == 2 and pair.isalnum() and start != end)


def test_passages_are_read(shape: Any) -> None:
    """Both files' passages have their kinds."""
    kinds = [Counter(p["kind"] for p in shape[side]["passages"]) for side in ("base", "version")]

    assert kinds[0] == {
        "paragraph": 8,
        "promo": 2,
        "crosshead": 1,
        "correction": 1,
        "contact": 2,
        "copyright": 1,
    }
    assert kinds[1]["paragraph"] == 9


def test_the_dateline_is_read(shape: Any) -> None:
    """Place, credit and date of the reprint; the leaked date is the article's."""
    version = shape["version"]

    assert version["dateline"]["place"] == "SEOUL"
    assert version["dateline"]["credit"] == "BLOOMBERG"
    assert version["published"] == "2019-04-16"
    assert shape["base"]["source"] == "Bloomberg"


def test_sentences_are_linked(shape: Any) -> None:
    """Eleven links; one passage was split in two; nothing of the story was added."""
    linked = [link for link in shape["links"] if link["base"] and link["version"]]
    splits = [link for link in shape["passages"] if link["relation"] == "split"]

    assert len(linked) == 11
    assert [(len(link["base"]), len(link["version"])) for link in splits] == [(1, 2)]
    assert shape["summary"]["added"] == 0


def test_the_quotation_is_verbatim(shape: Any) -> None:
    """There is one, and it was not touched."""
    assert [quotation["verdict"] for quotation in shape["quotations"]] == ["verbatim"]


def test_the_correction_was_not_carried(shape: Any) -> None:
    """The reader is told so."""
    assert shape["summary"]["correction_not_carried"] is True
    assert shape["summary"]["furniture_cut"]["promo"] == 2


def test_marks_are_carried(run: Run, seeds: Seeds) -> None:
    """All 35 lines of the marks give their place in the version."""
    marks = seeds[0].parent / "marks.jsonl"
    expected = [json.loads(line)["version"] for line in marks.read_text("utf-8").splitlines()]

    lines = run("carry", *seeds, "--spans", marks, "--json").lines

    assert [line["version"] for line in lines] == expected


@pytest.mark.parametrize("turned", [False, True])
def test_the_base_does_not_depend_on_the_order(
    run: Run, seeds: Seeds, tmp_path: Path, *, turned: bool
) -> None:
    """Whichever file is imported first, the agency's is the base."""
    library = tmp_path / "l.variorum"
    for file in reversed(seeds) if turned else seeds:
        run("import", file, "--library", library)

    lines = run("list", "--library", library, "--json").lines

    assert len({line["story"] for line in lines}) == 1
    assert [line["source"] for line in lines if line["base"]] == ["Bloomberg"]


def test_group_finds_the_pair(run: Run, seeds: Seeds) -> None:
    """The two printings are one story."""
    (story,) = run("group", *seeds, "--json").lines

    assert len(story["articles"]) == 2
