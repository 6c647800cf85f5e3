"""Correction notes: what they say, and whether the other article has it."""

import pytest

from variorum.collation.collate import collate
from variorum.collation.corrections import Replacement, read_note
from variorum.collation.packing import pack, unpack
from variorum.collation.values import Collation, CorrectionFate
from variorum.text import PassageKind

from .collation_helpers import article

LEAD = "The harbour board will spend 26 million pesos on the timber pier, director Orla Finch said on Monday."
MORE = "Crews left the lighthouse before the storm reached the coast and the boats were tied up."


def collated(note: str, right: str, wrong: str, *, in_base: bool = False) -> Collation:
    """Collate an article that carries a note with one that does not."""
    corrected = article((PassageKind.CORRECTION, note), right, MORE)
    other = article(wrong, MORE)
    return collate(corrected, other) if in_base else collate(other, corrected)


@pytest.mark.parametrize(
    ("note", "right", "wrong"),
    [
        ("(Corrects cost in paragraph 3 to 26 million from 22 million)", "26 million", "22 million"),
        ("(Corrects cost to 26 million from 22 million in first and third paragraphs.)", "26 million", "22 million"),
        ("(Corrects cost from 22 million to 26 million)", "26 million", "22 million"),
        ("(Corrects headline to read piers, not pliers)", "piers", "pliers"),
        ("(Corrects to June instead of July in last paragraph; adds byline)", "June", "July"),
        ("(Corrects paragraph 2 to show the pier was closed, not sold. Error first occurred in UPDATE 1)", "the pier was closed", "sold"),
        ("(Corrects year in paragraph 4 to 2009 from 2008)", "2009", "2008"),
        ("(Corrects surname of director to Finch)", "Finch", ""),
        ("(Corrects 5th paragraph to remove reference to 1991)", "", "1991"),
        ("(Corrects paragraphs 4-5 to show that crews were not consulted)", "crews were not consulted", ""),
    ],
)  # fmt: skip
def test_a_note_is_read(note: str, right: str, wrong: str) -> None:
    """The right words and the wrong ones are told apart, wherever the note names the place."""
    assert read_note(note)[0] == Replacement(right, wrong)


@pytest.mark.parametrize("note", ["(Corrects figures)", "(Corrects title in paragraph 9)", ""])
def test_a_note_that_names_no_words_says_nothing(note: str) -> None:
    """Nothing is made up of a note that only names a place."""
    assert read_note(note) == ()


@pytest.mark.parametrize("in_base", [False, True])
def test_uncorrected_words_are_found(*, in_base: bool) -> None:
    """Whoever carries the note, the other article still has the wrong words, and they are substance."""
    note = "(Corrects cost in first paragraph to 26 million from 22 million)"
    collation = collated(note, LEAD, LEAD.replace("26", "22"), in_base=in_base)
    (check,) = collation.corrections

    assert (check.fate, check.in_base) == (CorrectionFate.UNCORRECTED, in_base)
    assert (check.base, check.version) == (
        collation.variants[0].base,
        collation.variants[0].version,
    )


def test_corrected_words_are_found() -> None:
    """An article without the note may have the right words all the same."""
    note = "(Corrects cost in first paragraph to 26 million from 22 million)"
    (check,) = collated(note, LEAD, LEAD.replace("will spend", "spends")).corrections

    assert check.fate is CorrectionFate.CORRECTED


def test_a_sentence_that_was_cut_has_neither() -> None:
    """Where the sentence is not, nothing can be said of its words."""
    note = "(Corrects cost in first paragraph to 26 million from 22 million)"
    corrected = article((PassageKind.CORRECTION, note), LEAD, MORE)
    (check,) = collate(corrected, article(MORE)).corrections

    assert check.fate is CorrectionFate.CUT


def test_a_dropped_word_is_found() -> None:
    """A note may correct what is only missing: fell to, fell."""
    right = "The board of the harbour said profit fell to 26 million pesos on Monday."
    note = "(Corrects first paragraph to show profit fell to 26 million pesos, not fell 26 million pesos)"
    (check,) = collated(note, right, right.replace("fell to", "fell")).corrections

    assert check.fate is CorrectionFate.UNCORRECTED


def test_a_note_that_both_carry_is_checked_once() -> None:
    """The same note on both sides says one thing."""
    note = (PassageKind.CORRECTION, "(Corrects cost to 26 million from 22 million)")
    checks = collate(article(note, LEAD), article(note, LEAD)).corrections

    assert [check.fate for check in checks] == [CorrectionFate.CORRECTED]


def test_checks_outlive_packing() -> None:
    """What a note says is kept with the collation."""
    note = "(Corrects cost in first paragraph to 26 million from 22 million)"
    collation = collated(note, LEAD, LEAD.replace("26", "22"))

    assert unpack(pack(collation)) == collation
