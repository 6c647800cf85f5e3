"""The lexicons: what they must hold, and that each says where it is from."""

from collections import Counter

import pytest

from variorum.assets import resources
from variorum.collation.lexicons import words as lexicons
from variorum.collation.lexicons.words import Strength

FILES = (
    "abbreviations.toml",
    "calendar.toml",
    "clauses.toml",
    "contractions.toml",
    "currencies.toml",
    "given_names.toml",
    "governed.toml",
    "governments.toml",
    "honorifics.toml",
    "known_words.txt",
    "meanings.toml",
    "numbers.toml",
    "orders.toml",
    "parties.toml",
    "places.toml",
    "ranks.toml",
    "regions.toml",
    "reporting_verbs.tsv",
    "romanised.toml",
    "senses.toml",
    "spelling.tsv",
    "terms.toml",
    "units.toml",
    "verbs.toml",
    "words.toml",
)


@pytest.mark.parametrize("name", FILES)
def test_each_file_names_its_source_and_licence(name: str) -> None:
    """Data without a source and a licence may not be shipped."""
    lines = (resources() / "lexicons" / name).read_text("utf-8").splitlines()
    head = "\n".join(line for line in lines[:60] if line.startswith("#"))

    assert "Source:" in head
    assert "Licence:" in head


def test_there_are_enough_verbs_of_saying() -> None:
    """At least 120 verbs, each with a strength."""
    rows = (resources() / "lexicons" / "reporting_verbs.tsv").read_text("utf-8").splitlines()
    verbs = {row.split("\t")[1] for row in rows if row and not row.startswith("#")}

    assert len(verbs) >= 120


@pytest.mark.parametrize(
    ("word", "strength"),
    [
        ("said", Strength.NEUTRAL),
        ("claims", Strength.DISTANCING),
        ("admitted", Strength.CONCEDING),
        ("confirming", Strength.ASSERTING),
        ("denied", Strength.DENYING),
    ],
)
def test_verbs_of_saying_have_their_strength(word: str, strength: Strength) -> None:
    """Claimed casts doubt, admitted concedes."""
    assert lexicons.reporting()[word] is strength


def test_the_calendar_is_whole() -> None:
    """Twelve months and seven days."""
    assert Counter(lexicons.calendar().months.values()) == Counter(range(1, 13))
    assert Counter(lexicons.calendar().days.values()) == Counter(range(7))


@pytest.mark.parametrize(
    ("word", "american"),
    [
        ("colour", "color"),
        ("organise", "organize"),
        ("programme", "program"),
        ("baulked", "balked"),
    ],
)
def test_spellings_lead_to_the_american_one(word: str, american: str) -> None:
    """The table maps every other spelling to the American."""
    assert lexicons.spellings()[word].american == american


def test_no_spelling_leads_to_another_in_the_table() -> None:
    """Two spellings of one word end at the same form."""
    table = lexicons.spellings()

    assert not [word for word, s in table.items() if s.american in table]
