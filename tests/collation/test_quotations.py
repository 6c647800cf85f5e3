"""What became of quotations: trimmed or altered, who speaks, and which marks open none."""

import pytest

from variorum.collation.collate import collate
from variorum.collation.values import QuotationPair, Verdict

from .collation_helpers import article

SAID = '"We will never sell the old pier to strangers," Finch said.'


def quotations(base: str, version: str) -> tuple[QuotationPair, ...]:
    """Return the quotations of two articles of one paragraph."""
    return collate(article(base), article(version)).quotations


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ('"We will never sell the old pier," Finch said.', "trimmed"),
        ('"The old pier to strangers," Finch said.', "trimmed"),
        ('"We will … sell the old pier," Finch said.', "trimmed"),
        ('"We will never sell ... to strangers," Finch said.', "trimmed"),
        ('"We will sell the old pier to strangers," Finch said.', "altered"),
        ('"We never sell the pier to strangers," Finch said.', "altered"),
        ('"We will ... sell the pier to strangers," Finch said.', "altered"),
    ],
)
def test_a_trimmed_quotation_is_a_run_of_the_whole(version: str, expected: str) -> None:
    """A word that goes from inside, without a mark that tells of it, alters what was said."""
    (quotation,) = quotations(SAID, version)

    assert quotation.verdict.value == expected


@pytest.mark.parametrize(
    "text",
    [
        "Finch praised the pilots' courage and the crews' calm in Quayle.",
        "Finch said the '90s and the pilots' courage made the pier.",
        "Finch said the ’90s and the pilots’ courage made the pier.",
    ],
)
def test_an_apostrophe_opens_no_quotation(text: str) -> None:
    """A plural's apostrophe, or the one before a decade, is no mark of a quotation."""
    assert quotations(text, text) == ()


def test_a_plural_closes_no_quotation() -> None:
    """The apostrophe of a plural within single marks belongs to its word."""
    text = "'We praise the pilots' courage and the crews' calm,' Finch said."
    (quotation,) = quotations(text, text)

    assert quotation.base is not None
    assert quotation.base.of(text).endswith("calm,")


@pytest.mark.parametrize(
    "office",
    [
        "Under-Secretary of Trade ",
        "Secretary of State ",
        "Minister for Trade and Industry ",
        "Minister of Foreign Affairs ",
        "Deputy Prime Minister ",
        "",
    ],
)
def test_an_office_is_no_part_of_the_speakers_name(office: str) -> None:
    """What an office is for stands before the name, not in it."""
    text = f'"We will never sell the old pier," said {office}Orla Finch.'
    (quotation,) = quotations(text, text)

    assert quotation.speaker == "Orla Finch"


def test_a_second_quotation_keeps_the_speaker() -> None:
    """A quotation that is a sentence of its own goes on where the one before it stopped."""
    text = '"We will never sell the pier," Orla Finch said. "It is ours for ever."'

    assert [q.speaker for q in quotations(text, text)] == ["Orla Finch", "Orla Finch"]


def test_a_quotation_with_its_own_speaker_takes_no_other() -> None:
    """Whoever speaks beside a quotation is its speaker."""
    text = '"We will sell the pier," Orla Finch said. "It is ours for ever," Tomas Reyle said.'

    assert [q.speaker for q in quotations(text, text)] == ["Orla Finch", "Tomas Reyle"]


@pytest.mark.parametrize(
    ("one", "other", "respeaker"),
    [
        ('"We will go at once," a police spokesman said.', '"We will go at once," a navy spokesman said.', True),
        ('"We will go at once," said an aide.', '"We will go at once," said a rival.', True),
        ('A witness said: "We will go at once."', 'The mayor said: "We will go at once."', True),
        ('"We will go at once," a police spokesman said.', '"We will go at once," the spokesman said.', False),
        ('"We will go at once," the mayor said.', '"We will go at once," Orla Finch said.', False),
        ('"We will go at once," a police spokesman said.', 'A police spokesman said: "We will go at once."', False),
    ],
)  # fmt: skip
def test_speakers_without_a_name_are_told_apart(one: str, other: str, *, respeaker: bool) -> None:
    """Whoever has no name is known by the words for the office."""
    (quotation,) = quotations(one, other)

    assert quotation.respeaker is respeaker


def test_marks_round_no_word_are_no_piece() -> None:
    """Stray marks round nothing but marks are paired with nothing, whatever stands beside them."""
    one, other = article("0", '"{"0;0'), article('"{"0"{"0;', "0")

    assert all(q.verdict is not Verdict.VERBATIM for q in collate(one, other).quotations)


def test_who_has_no_name_speaks_a_quotation_of_three_sentences() -> None:
    """What stands behind a quotation is read there however many sentences it has."""
    text = (
        '"The pier is shut. The ferry goes from the quay. Nobody was hurt," a port statement said.'
    )

    assert [q.speaker for q in quotations(text, text)] == ["port statement"]
