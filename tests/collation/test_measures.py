"""What a version took from its base, in figures."""

import pytest
from hypothesis import given, settings

from variorum.collation.collate import collate
from variorum.collation.measures import Derivation, Measures, measure
from variorum.text import Article

from .collation_helpers import article
from .test_laws import edited_pairs

BASE = article(
    "The ferry board raised its fares by 4 per cent on Monday, officials said.",
    "“We had no choice,” chair Adaeze Oke told reporters in Halvern.",
    "Crews go back to work on Friday after nine days ashore, a spokesman said.",
    "The northern piers will be closed until the end of May for repairs.",
    "Nobody on the islands had wanted that, Mayor Ilsa Thorne said.",
)


def measured(base: Article, version: Article) -> Measures:
    """Measure a pair."""
    return measure(base, version, collate(base, version))


def test_a_copy_is_wholly_derived() -> None:
    """Nothing is new, nothing lost, all of it is one run."""
    found = measured(BASE, BASE)

    assert found.derivation is Derivation.WHOLLY
    assert (found.verbatim, found.rewrite, found.new) == (1, 0, 0)
    assert (found.churn, found.churn_raw, found.containment_of_base) == (1, 1, 1)
    assert found.longest_common_run == found.base_words
    assert found.survival_by_fifth == (1, 1, 1, 1, 1)
    assert (found.tail_cut, found.quotes_retained, found.figures_retained) == (0, 1, 1)
    assert found.attributions_retained == 1
    assert found.reading_ease_base == found.reading_ease_version


def test_another_story_is_not_derived() -> None:
    """What shares no sentence is new."""
    other = article("A dam in the hills broke overnight, and 12 farms were flooded.")
    found = measured(BASE, other)

    assert found.derivation is Derivation.NON
    assert (found.new, found.kept, found.tail_cut) == (1, 0, 1)


def test_a_cut_from_the_bottom_is_seen_at_the_bottom() -> None:
    """The first fifths live, the last do not, and the tail says how much is gone."""
    top = article(*(BASE.text.split("\n\n")[:3]))
    found = measured(BASE, top)

    assert found.survival_by_fifth[0] == 1
    assert found.survival_by_fifth[-1] == 0
    assert found.tail_cut is not None
    assert 0.3 < found.tail_cut < 0.5
    assert found.containment_of_version == pytest.approx(1)


def test_words_are_verbatim_rewritten_or_new() -> None:
    """Each word of the version has one of the three classes."""
    text = BASE.text.replace("4 per cent", "6 per cent") + "\n\nA new ship comes in the autumn."
    found = measured(BASE, article(*text.split("\n\n")))

    assert found.rewrite == pytest.approx(1 / found.version_words)
    assert found.new == pytest.approx(7 / found.version_words)
    assert found.figures_retained == pytest.approx(1 / 2)
    assert found.quotes_retained == 1


def test_a_lost_attribution_is_counted() -> None:
    """Of the verbs of saying outside quotations those are retained that live on."""
    text = BASE.text.replace(", officials said", "")
    found = measured(BASE, article(*text.split("\n\n")))

    assert found.attributions_retained == pytest.approx(3 / 4)


def test_no_reading_ease_for_other_languages() -> None:
    """The measure is made for English."""
    french = article("Le conseil a voté la hausse des tarifs lundi soir.", language="fr")

    assert measured(french, french).reading_ease_base is None


@given(edited_pairs())
@settings(max_examples=40, deadline=None)
def test_every_share_is_a_share(pair: tuple[Article, Article]) -> None:
    """Whatever the texts, shares lie between 0 and 1, and the three classes are all words."""
    found = measured(*pair)
    shares = [found.kept, found.churn, found.churn_raw, found.tail_cut, found.quotes_retained]
    shares += [found.containment_of_base, found.containment_of_version, found.figures_retained]
    shares += [found.attributions_retained, *found.survival_by_fifth]

    assert all(share is None or 0 <= share <= 1 for share in shares)
    if found.version_words:
        assert sum(filter(None, (found.verbatim, found.rewrite, found.new))) == pytest.approx(1)
    assert found.longest_common_run <= min(found.base_words, found.version_words)
