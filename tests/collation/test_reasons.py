"""The rule of a changed fact names what changed, as a journalist would say it."""

import pytest

from .collation_helpers import rules, variants_between

CREWS = "Fishing crews fear that higher tolls will close two schools in the port."


@pytest.mark.parametrize(
    ("base", "version", "expected"),
    [
        # a figure that went the other way
        ("Shares rose 5 pct in Quayle.", "Shares fell 5 pct in Quayle.", ["figure"]),
        ("Moor won the match 14-0.", "Moor won the match 21-3.", ["figure"]),
        # a capital at a sentence's start, or in a headline, is no name
        ("Sources said the talks failed.", "A source said the talks failed.", ["attribution"]),
        ("Schools closed on Friday.", "Shops closed on Friday.", ["claim"]),
        ("Higher Tolls May Ruin Fishing Crews", "Higher Ports May Ruin Fishing Crews", ["claim"]),
        # the number in a name
        ("The unit is for sale.", "The Option One unit is for sale.", ["name"]),
        # a land's letters, its adjective, a town before its land
        ("The navy left the port.", "The U.S. navy left the port.", ["place"]),
        ("The navy left the port.", "The Greek navy left the port.", ["place"]),
        ("The vote came late.", "The vote came late in Bern, Switzerland.", ["place"]),
        # what a thing is like denies nothing
        ("The bond is listed in Quayle.", "The non-callable bond is listed in Quayle.", ["detail_added"]),
        ("The ferry can sail on Monday.", "The ferry can not sail on Monday.", ["negation"]),
        # a long stretch that came is a detail, whatever stands in it; a source is a source
        (
            "The firm grew in the north.",
            "The firm, which in May closed a deal to buy two mills, grew in the north.",
            ["detail_added"],
        ),
        (
            "A storm hit the coast of Quayle.",
            "A storm, which no pilot could avoid in time, hit the coast of Quayle.",
            ["detail_added"],
        ),
        (
            "The storm related to the wet spring hit the coast.",
            "The storm hit the coast.",
            ["detail_cut"],
        ),
        (
            "The pier will close for the winter and all spring.",
            "The pier will close for the winter and all spring, a court official said on Friday.",
            ["attribution"],
        ),
        (
            "Foote said the plan failed in May.",
            "Foote, 83 pct owned by Moor Mining, said the plan failed in May.",
            ["detail_added"],
        ),
        ("Reyle and Trooper Quill left.", "Reyle and state Trooper Quill left.", ["detail_added"]),
        ("The pier will close.", "The pier will close on Friday.", ["date_time"]),
        ("The pier cost pesos.", "The pier cost 12 million pesos.", ["figure"]),
    ],
)  # fmt: skip
def test_a_rule_names_what_changed(base: str, version: str, expected: list[str]) -> None:
    """The same both ways, but that what came then went."""
    assert rules(variants_between(base, version, CREWS)) == expected
    other = {"detail_cut": "detail_added", "detail_added": "detail_cut"}
    assert rules(variants_between(version, base, CREWS)) == [other.get(r, r) for r in expected]
