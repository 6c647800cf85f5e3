"""What makes a sentence part of another, and what only stands beside its rewording."""

import pytest

from variorum.collation.collate import collate
from variorum.collation.values import Relation
from variorum.text import PassageKind

from .collation_helpers import article

NEXT = "Fishing crews who land their catch there fear they will lose the herring season to rival ports."
LAMPS = "The maker of Lumen lamps, Halo heaters and most of the island's street lights"
EARNED = "earned 4.2 million crowns before tax last year, a tenth more than the year before."


def relations(base: list[str], version: list[str]) -> list[str]:
    """Return the relations of the links of two stories, in order."""
    one, other = article(*base, NEXT), article(*version, NEXT)
    return [link.relation.value for link in collate(one, other).links]


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        # what somebody is, lent to another claim
        (
            (
                f"{LAMPS} also opened a shop in Moor as it moved its head office.",
                f"The firm, whose founder retired in spring, {EARNED}",
            ),
            f"{LAMPS} {EARNED}",
        ),
        # the same in a relative clause
        (
            (
                "Visitors to the museum rose to 310,000 in the winter from 280,000.",
                "Ticket prices at the house in Velmar, which lost its roof in the storm of January, went up for the first time in six years.",
            ),
            "The house in Velmar, which lost its roof in the storm of January, said its visitors rose to 310,000 in the winter from 280,000.",
        ),
        # a speaker's name
        (
            (
                "Edda Moll, who trains the junior crews, watched from the pier with a stopwatch.",
                '"We rowed like farmers," she said.',
            ),
            '"We rowed like farmers," said Edda Moll, who trains the junior crews.',
        ),
        # a speaker named at the end
        (
            (
                "The bees will come back within two summers, according to Ivo Lang, keeper of the botanical garden in Saltholm.",
                "Lang told pupils that the old orchard had room for forty hives.",
            ),
            "Ivo Lang, keeper of the botanical garden in Saltholm, said the old orchard had room for forty hives.",
        ),
        # where it was said
        (
            (
                "The abbot, in a letter read out on Sunday, said the bells would stay silent until Easter.",
                'Brother Anselm was quoted by the parish paper Lantern as saying: "The frame is rotten."',
            ),
            "The abbot, Brother Anselm, said in a letter to the parish paper Lantern the bells would stay silent until Easter.",
        ),
        # a subject
        (
            (
                "The night train is paid for by three cantons.",
                "The service stops at eleven stations and carries bicycles for a fee.",
            ),
            "The night train stops at eleven stations and carries bicycles for a fee.",
        ),
    ],
)
def test_what_only_lends_a_description_is_no_part(parts: tuple[str, str], whole: str) -> None:
    """A sentence whose own claim stands nowhere in the whole was cut beside its rewording."""
    assert sorted(relations([" ".join(parts)], [whole])) == ["cut", "edited", "same"]
    assert sorted(relations([whole], [" ".join(parts)])) == ["added", "edited", "same"]


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        # a clause without its main clause
        (
            (
                "Mr. Hale left the hall on Tuesday, as the jury was still counting votes for the tango.",
                "He kissed a rival and tore up his score card.",
            ),
            "The jury was still counting votes for the tango when Hale kissed a rival and tore up his score card.",
        ),
        # a quotation under another claim
        (
            (
                'She answered the critics with a postcard from the summit: "I have never slept so well above the clouds.',
                'Somebody should tell the clouds about it."',
            ),
            '"I have never slept so well above the clouds," Moll said, adding that "somebody should tell the clouds about it."',
        ),
        # who it was that spoke
        (
            (
                "The tunnel will be open to lorries before the first snow, an engineer told the assembly on Friday.",
                "Clara Stene, who runs the drilling for the canton, spoke after a tour of the shaft.",
            ),
            "Clara Stene, who runs the drilling for the canton, told the assembly on Friday that the tunnel will be open to lorries before the first snow.",
        ),
    ],
)
def test_what_says_something_of_the_whole_is_a_part(parts: tuple[str, str], whole: str) -> None:
    """A sentence of which one clause lives on in the whole is a part, whatever else it says."""
    assert sorted(relations([" ".join(parts)], [whole])) == ["merged", "same"]
    assert sorted(relations([whole], [" ".join(parts)])) == ["same", "split"]


def test_a_clause_of_saying_is_no_part() -> None:
    """Who said a thing is nothing of it; the clause went beside the rewording."""
    base = [
        "Another 412 seats are to go on sale for the winter matches under the new plan, the club said."
    ]
    version = [
        "the club said.",
        "Another 400 badges are to go on sale for the spring fair under the new plan, it said.",
    ]

    assert "split" not in relations(base, version)


def test_a_part_that_repeats_the_other_goes() -> None:
    """Where one sentence tells all that another does, only the one is linked."""
    praise = 'Stene and Lang added: "Nobody reads the sky as Edda Moll does."'
    base = [f"Edda Moll will explain the eclipse on the radio. {praise}"]
    version = ['"Nobody reads the sky as Edda Moll does," said Stene and Lang.']

    assert sorted(relations(base, version)) == ["cut", "edited", "same"]


def test_a_headline_is_no_half_of_a_sentence() -> None:
    """What stands over a story tells nothing that its sentences leave out."""
    base = article(
        (PassageKind.HEADLINE, "Karsova doubles its fines for late books to 8 crowns"),
        "It said it had asked 12 crowns a week for atlases and 3 for songs from August.",
        NEXT,
    )
    version = article(
        "Karsova said it had doubled its fines for late books to 8 crowns beside asking 12 crowns a week for atlases and 3 for songs.",
        NEXT,
    )

    assert Relation.MERGED not in {link.relation for link in collate(base, version).links}


SAILINGS = (
    "The ferry line scrapped its dawn sailings to Osk this week, a spokeswoman told Lantern radio."
)
FERRIES = (
    "The ferry line scrapped its dawn sailings to Osk and Velmar this week for want of stokers, and "
    "its captains refuse to carry livestock on open wooden decks."
)


def test_a_clause_that_lives_on_in_the_whole_makes_a_part() -> None:
    """What a sentence says may stand in another beside much that neither half tells."""
    captains = (
        "At odds with the harbour office since autumn over berths, tugs, pilots, buoys and unpaid "
        "overtime, the captains now refuse to carry livestock on open wooden decks."
    )

    assert sorted(relations([f"{SAILINGS} {captains}"], [FERRIES])) == ["merged", "same"]
    assert sorted(relations([FERRIES], [f"{SAILINGS} {captains}"])) == ["same", "split"]


def test_a_subject_that_stands_in_the_whole_makes_no_part() -> None:
    """What is said of something in another sentence is no clause of one that names it too."""
    rule = (
        "The licence to carry livestock on open wooden decks was printed for the first time in 1911 "
        "by a clerk of the abbey, whose grandson keeps bees and clocks in a lighthouse near Velmar."
    )

    assert sorted(relations([f"{SAILINGS} {rule}"], [FERRIES])) == ["cut", "edited", "same"]


def test_two_exact_figures_make_a_part_of_what_is_told_in_other_words() -> None:
    """Nobody tells 54.25 and 45.75 of two things, whatever words stand around them."""
    lodge = "Nine in ten members of the lodge came to the ballot on the new organ"
    base = f"{lodge}, the warden said. Its friends were 1,229 (54.25), those who thought its bellows too dear 1,016 (45.75)."
    version = f"{lodge}, of whom 54.25 per cent were for it and 45.75 per cent against it, the warden said."

    assert sorted(relations([base], [version])) == ["merged", "same"]
    assert sorted(relations([version], [base])) == ["same", "split"]


def test_marks_without_a_word_break_nothing() -> None:
    """A line of marks alone has no words of which a share could stand in another."""
    base, version = (
        ["of of", "+ + 7 ?", "= 7 7", "! ! +"],
        ["+ of ? *", "of the * !", "? +", "= = 7 *"],
    )

    assert collate(article(*base), article(*version)).links
