"""What only words, names or marks a claim otherwise is no substance; its near twin is.

Each pair is held both ways, because a mirrored collation may not know more.
"""

import pytest

from .test_proofs_prove import QUIET, SUBSTANCE, Case, loudness

CODES: list[Case] = [
    (QUIET, "Varde Shipping ( VARD.L ) cut its forecast.", "Varde Shipping cut its forecast."),
    (QUIET, "Varde VARD.OL cut its forecast for the year.", "Varde cut its forecast for the year."),
    (QUIET, "Varde's (VARD.OL) chairman cut the forecast.", "Varde's chairman cut the forecast."),
    (QUIET, "Varde Shipping (NYSE: VRD) cut its forecast.", "Varde Shipping cut its forecast."),
    (QUIET, "Varde Ltd <VARD.L> cut its forecast.", "Varde Ltd cut its forecast."),
    (QUIET, "The unit is <Lund Aluminium Corp> of Lund.", "The unit is Lund Aluminium Corp of Lund."),
    (QUIET, "The pier was shut. [ID:nL081255] Ships left.", "The pier was shut. Ships left."),
    (QUIET, "The index .OBX fell on the day.", "The index fell on the day."),
    (SUBSTANCE, "Varde ( VARD.L ) cut its forecast.", "Varde ( VARE.L ) cut its forecast."),
    (SUBSTANCE, "The growth was <5 percent of output.", "The growth was 5 percent of output."),
    (SUBSTANCE, "Varde Shipping (Norway) cut its forecast.", "Varde Shipping cut its forecast."),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "one", "other"), [*CODES])
def test_other_words_both_ways(expected: str, one: str, other: str) -> None:
    """Only what a rule proves to be the same is quiet or wording, in either order of the texts."""
    assert (loudness(one, other), loudness(other, one)) == (expected, expected)

