"""Runs of changed words: what is proved of a part is told of it, what is left is judged alone."""

import pytest

from variorum.collation.values import Variant, VariantClass

from .collation_helpers import variants_between

NEXT = "The harbour drew visitors this spring."


def told(variants: list[Variant], base: str, version: str) -> list[tuple[str, str, str]]:
    """Return each variant's rule with its words on both sides."""
    return [(v.rule.value, v.base.of(base), v.version.of(version)) for v in variants]


@pytest.mark.parametrize(
    ("base", "version", "expected"),
    [
        # letters in brackets beside another verb, beside another name
        ("The Mill Trust says the wheel is safe.", "The Mill Trust (MT) said the wheel is safe.", [("abbreviation", "", "(MT)"), ("tense", "says", "said")]),
        ("The Dairy Service says the milk is safe.", "The Dairy Survey (DS) said the milk is safe.", [("name", "Service", "Survey"), ("abbreviation", "", "(DS)"), ("tense", "says", "said")]),
        # a measure in brackets beside a source that went
        ("The well goes down 60 meters (197 feet), he said.", "The well goes down 197 feet.", [("unit_form", "60 meters (197 feet)", "197 feet"), ("attribution", ", he said", "")]),
        ("The well allegedly goes down 60 meters (197 feet).", "The well allegedly reaches 197 feet.", [("claim", "goes down", "reaches"), ("unit_form", "60 meters (197 feet)", "197 feet")]),
        # an hour at a sentence's end
        ("The kiln was lit at 4.45pm. A crowd came.", "The kiln was lit at 4:45 p.m. A crowd came.", [("date_form", "4.45pm.", "4:45 p.m.")]),
        # another word, and one that came with it
        ("Orla Finch said the mast was lost.", "Orla Finch told divers in Osk the mast was lost.", [("reporting_verb", "said", "told"), ("name", "", "divers in Osk")]),
        ("Prices kept slipping in May.", "Prices kept sliding down in May.", [("synonym", "slipping", "sliding"), ("detail_added", "", "down")]),
        # two changes about one comma
        ("It freed the guards, though the mayor wept.", "It freed the prison officers, although the mayor wept.", [("claim", "guards", "prison officers"), ("function_word", "though", "although")]),
        # a mark of what stays, beside a word that changed
        ('The term "hardway" hardly sold.', "The term hardway gladly sold.", [("quote_marks", '"', ""), ("quote_marks", '"', ""), ("negation", "hardly", "gladly")]),
    ],
)  # fmt: skip
def test_a_part_is_told_by_itself(
    base: str, version: str, expected: list[tuple[str, str, str]]
) -> None:
    """A proved part keeps its rule beside a fact, and the fact its own words."""
    assert told(variants_between(base, version, NEXT), base, version) == expected


@pytest.mark.parametrize(
    ("base", "version"),
    [
        # a verb and what governs it
        ("The clerk tells the truth.", "The clerk refused to tell the truth."),
        ("He said he was adding a mast.", "He said he was willing to add a mast."),
        # a noun and what tells of it
        ("It reported quarterly earnings in May.", "It reported net profit in May."),
        # another day, another amount
        ("The boat left on Monday evening.", "The boat left on Friday night."),
        # what is quoted
        ('He said there was "a gale in the bay".', 'He said: "There is a gale in the bay.'),
    ],
)
def test_what_belongs_together_is_told_whole(base: str, version: str) -> None:
    """No half of one phrase is told as a mere matter of form or wording beside the other."""
    found = variants_between(base, version, NEXT)

    assert VariantClass.SUBSTANCE in {v.variant_class for v in found}
    assert not [v for v in found if v.rule.value in {"tense", "synonym"}]


@pytest.mark.parametrize(
    ("base", "version"),
    [
        ("Orla Finch met Ivo Lang. Finch wept.", "Orla Finch met Ivo Lang. Lang wept."),
        ("Mr Finch, the mayor, met Lang.", "Mr Lang, the mayor, met Finch."),
        ("Norsteel Inc sold the mill.", "Norsteel Ltd sold the mill."),
        ("The mayor, Orla Finch, wept.", "The mayor, Ivo Lang, wept."),
        ("It froze on Monday, Finch said.", "It froze on Friday, Finch said."),
        ("The mast stood 24 kilometers (15 miles) off.", "The mast stood 24 kilometers (25 miles) off."),
        ("They paid 5 million pounds (6 million euros) each.", "They paid 6 million euros in all."),
    ],
)  # fmt: skip
def test_no_fact_is_lost_between_parts(base: str, version: str) -> None:
    """One thing in another's place is no cut of the one and no gloss by the other."""
    found = {v.variant_class for v in variants_between(base, version, NEXT)}

    assert VariantClass.SUBSTANCE in found
