"""Laws of the wording: every enum has its sentence, and every sentence can be filled in."""

from collections.abc import Callable
from enum import StrEnum

import pytest

from variorum.annotations.values import CarriedStatus
from variorum.collation.values import Reason, ReasonKind, Relation, Rule, VariantClass, Verdict
from variorum.exchange.wording import ENGLISH, Wording
from variorum.library.detail_fields import Detail
from variorum.text import Lineage, LineageKind, PassageKind, Problem, ProblemKind, PublishedFrom

NAMED: list[tuple[type[StrEnum], Callable[..., str]]] = [
    (VariantClass, ENGLISH.variant_class),
    (VariantClass, ENGLISH.variant_class_line),
    (Rule, ENGLISH.rule),
    (Rule, ENGLISH.rule_line),
    (Relation, ENGLISH.relation),
    (Verdict, ENGLISH.verdict),
    (CarriedStatus, ENGLISH.status),
    (PassageKind, ENGLISH.passage_kind),
    (PublishedFrom, ENGLISH.published_from),
    (LineageKind, ENGLISH.lineage_kind),
    (Detail, ENGLISH.detail),
]


@pytest.mark.parametrize(("members", "say"), NAMED)
def test_every_member_has_its_wording(
    members: type[StrEnum], say: Callable[[StrEnum], str]
) -> None:
    """Each member of each enum has words of its own."""
    words = [say(member) for member in members]

    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("kind", ReasonKind)
@pytest.mark.parametrize("sides", [("", ""), ("two", ""), ("", "2"), ("two", "2")])
@pytest.mark.parametrize("detail", ["", "British"])
def test_every_reason_has_a_sentence(kind: ReasonKind, sides: tuple[str, str], detail: str) -> None:
    """A reason makes a sentence without empty fields, whatever it knows."""
    base, version = sides

    sentence = ENGLISH.reason(Reason(kind, base=base, version=version, detail=detail))

    assert sentence.endswith(".")
    assert "“”" not in sentence
    assert "{" not in sentence


@pytest.mark.parametrize("kind", ProblemKind)
@pytest.mark.parametrize("detail", ["", "cp1252"])
def test_every_problem_has_a_sentence(kind: ProblemKind, detail: str) -> None:
    """An oddity of a file makes a sentence with and without its detail."""
    sentence = ENGLISH.problem(Problem(kind, detail))

    assert sentence.endswith(".")
    assert "{" not in sentence


@pytest.mark.parametrize("kind", PassageKind)
@pytest.mark.parametrize("relation", [Relation.CUT, Relation.ADDED])
def test_every_gap_has_a_label(kind: PassageKind, relation: Relation) -> None:
    """A passage of any kind leaves a labelled gap on either side."""
    assert ENGLISH.gap(kind, relation)


def test_a_correction_left_out_is_not_called_cut() -> None:
    """A correction that the other paper did not print was not carried."""
    assert ENGLISH.gap(PassageKind.CORRECTION, Relation.CUT) == "correction not carried"


def test_quoted_words_may_hold_braces() -> None:
    """Words of an article are never taken for a template's fields."""
    reason = Reason(ReasonKind.CUT, base="{version}")

    assert ENGLISH.reason(reason) == "“{version}” was cut."


def test_the_window_s_translation_is_used() -> None:
    """Each sentence goes through the `translate` that was handed in, before it is filled in."""
    shouted = Wording(str.upper)

    assert shouted.relation(Relation.CUT) == "CUT"


def test_a_mark_of_descent_says_its_number_and_its_soft_words() -> None:
    """An update is numbered; a correction in soft words says that it is one."""
    assert ENGLISH.lineage(Lineage(LineageKind.UPDATE, 2)) == "update 2"
    assert ENGLISH.lineage(Lineage(LineageKind.WITHDRAWAL)) == "withdrawn"
    assert "soft" in ENGLISH.lineage(Lineage(LineageKind.CORRECTION, soft=True))
