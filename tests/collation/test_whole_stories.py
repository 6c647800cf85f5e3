"""Stories cut, joined, quoted within another, in other languages, without a stop at the end."""

import pytest

from variorum.collation.collate import collate
from variorum.collation.values import Relation
from variorum.text import Article

from .collation_helpers import article

STORY = (
    "The harbour board voted on Monday to close the timber pier after inspectors found rot in its posts.",
    "Director Orla Finch said the repairs would cost 26 million pesos and last until the autumn.",
    "Fishermen blocked the road to the market for two hours and threw crates at the gate.",
    "A similar closure in 2009 ruined three canning plants on the northern shore.",
    "Tourist ferries will run from the lighthouse quay until June.",
)
OTHER = (
    "The army of Sandvik sent two ships to the reef on Friday, a spokesman said.",
    "Rebels have held the reef since the spring and say that it is theirs.",
    "Neither side would tell how many men were hurt in the fight for the beacon.",
)


def relations(base: Article, version: Article) -> list[str]:
    """Return the relations of the links, in order."""
    return [link.relation.value for link in collate(base, version).links]


@pytest.mark.parametrize("kept", [1, 2, 3])
def test_a_version_cut_to_its_first_paragraphs(kept: int) -> None:
    """What was kept is the same, the rest is cut, and nothing moved."""
    collation = collate(article(*STORY), article(*STORY[:kept]))

    assert [link.relation.value for link in collation.links] == ["same"] * kept + ["cut"] * (
        len(STORY) - kept
    )
    assert collation.summary.moved == 0


@pytest.mark.parametrize(
    "merged",
    [(*STORY, *OTHER), (*OTHER, *STORY), (STORY[0], OTHER[0], *STORY[1:3], *OTHER[1:], *STORY[3:])],
)
def test_two_wires_merged_into_one(merged: tuple[str, ...]) -> None:
    """Either wire finds its own sentences, in place, and the other's are added."""
    for wire in (STORY, OTHER):
        collation = collate(article(*wire), article(*merged))

        assert collation.summary.same == len(wire)
        assert collation.summary.added == len(merged) - len(wire)
        assert collation.summary.moved == 0


@pytest.mark.parametrize("place", [0, 2, 3])
def test_a_story_quoted_inside_another(place: int) -> None:
    """A paragraph of one story inside another is linked and nothing else is."""
    within = (*OTHER[:place], STORY[1], *OTHER[place:])
    collation = collate(article(*STORY), article(*within))

    assert collation.summary.same == 1
    assert (collation.summary.cut, collation.summary.added) == (len(STORY) - 1, len(OTHER))


@pytest.mark.parametrize(
    "halves",
    [
        ("The harbour board voted on Monday to close the timber pier.", "Inspectors had found rot in its posts."),
        ("Inspectors found rot in the posts of the timber pier.", "On Monday the harbour board voted to close it."),
        ("The timber pier will close, the harbour board voted on Monday.", "The posts are full of rot, inspectors found."),
    ],
)  # fmt: skip
def test_a_sentence_is_split_and_rewritten(halves: tuple[str, str]) -> None:
    """Both halves belong to the sentence they came from, whole passages or not."""
    base = article(*STORY)

    assert relations(base, article(*halves, *STORY[1:]))[0] == "split"
    assert relations(base, article(" ".join(halves), *STORY[1:]))[0] == "split"
    assert relations(article(*halves, *STORY[1:]), base)[0] == "merged"


@pytest.mark.parametrize("joint", [", and", "; and", ", while"])
def test_two_sentences_are_merged(joint: str) -> None:
    """A joined sentence answers to both, and the joint changes no fact."""
    joined = f"{STORY[3][:-1]}{joint} tourist{STORY[4][7:]}"
    collation = collate(article(*STORY), article(*STORY[:3], joined))

    assert collation.links[3].relation is Relation.MERGED
    assert {v.variant_class.value for v in collation.variants} <= {"wording", "style"}


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "fr",
            "Le port où il vit est fermé depuis lundi.",
            "Le port ou il vit est fermé depuis lundi.",
        ),
        (
            "es",
            "El alcalde cumplió un año en el puerto.",
            "El alcalde cumplió un ano en el puerto.",
        ),
        ("fr", "Le maire n'a pas fermé le port lundi.", "Le maire a fermé le port lundi."),
        ("de", "Der Rat hat den Hafen nicht geschlossen.", "Der Rat hat den Hafen geschlossen."),
        ("ar", "أغلق المجلس الميناء يوم الاثنين", "أغلق المجلس المطار يوم الاثنين"),
        ("zh", "港务局星期一关闭了码头。", "港务局星期二关闭了码头。"),
    ],
)
def test_facts_change_in_every_language(language: str, one: str, other: str) -> None:
    """A changed word is substance wherever no proof says otherwise."""
    collation = collate(article(one, language=language), article(other, language=language))

    assert {v.variant_class.value for v in collation.variants} == {"substance"}


@pytest.mark.parametrize("text", ["One line without a stop", "Two sentences. The last has none", "– a dash"])  # fmt: skip
def test_copy_without_a_final_stop(text: str) -> None:
    """Copy that ends without a mark is compared like any other."""
    collation = collate(article(text), article(f"{text}."))

    assert [link.relation.value for link in collation.links][-1] == "edited"
    assert [v.rule.value for v in collation.variants] == ["punctuation"]
