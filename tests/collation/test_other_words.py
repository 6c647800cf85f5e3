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
NAMINGS: list[Case] = [
    (QUIET, "Varde Shipping Ltd cut its forecast. Varde fell.", "Varde Shipping cut its forecast. Varde fell."),
    (QUIET, "Varde Shipping & Co cut its forecast.", "Varde Shipping cut its forecast."),
    (QUIET, "Varde Corp cut its forecast. Varde said so.", "Varde cut its forecast. Varde said so."),
    (SUBSTANCE, "Police sued Ford Co for the loss.", "Police sued Ford for the loss."),
    (QUIET, "Lund Stock Market Inc cut its forecast. Lund said so.", "Lund cut its forecast. Lund said so."),
    (SUBSTANCE, "Varde Holding Inc fell. Varde Bank Inc fell. Varde said so.", "Varde Holding Inc fell. Varde fell. Varde said so."),
    (QUIET, "The Lund Port Authority met. Then Lund Port Authority said no to the new pier.", "The Lund Port Authority met. Then LPA said no to the new pier."),
    (QUIET, "The Lund Port Authority met. Lund Port said no to the new pier.", "The Lund Port Authority met. LPA said no to the new pier."),
    (SUBSTANCE, "The harbour board met. Then Lund Port Authority said no to the new pier.", "The harbour board met. Then LPA said no to the new pier."),
    (QUIET, "Ann Quill, chief executive officer of Varde, left.", "Ann Quill, chief executive of Varde, left."),
    (QUIET, "The CEO of Varde Shipping left on Friday.", "The chief executive of Varde Shipping left on Friday."),
    (SUBSTANCE, "The CEO of Varde Shipping left on Friday.", "The chief financial officer of Varde Shipping left on Friday."),
    (QUIET, "A spokesman for Varde said no.", "A spokesperson for Varde said no."),
    (SUBSTANCE, "A spokesman for Varde said no.", "A spokeswoman for Varde said no."),
    (QUIET, "Swedish Ports Minister Ann Quill left. On Friday Swedish Ports Minister Ann Quill spoke.", "Swedish Ports Minister Ann Quill left. On Friday Quill spoke."),
    (SUBSTANCE, "The ports were shut. On Friday Swedish Ports Minister Ann Quill spoke.", "The ports were shut. On Friday Quill spoke."),
    (QUIET, "He met Mara Quill (MAH-rah KWIL) in Lund.", "He met Mara Quill in Lund."),
    (QUIET, "The book is 9781604025514 in shops.", "The book is 978-1-60402-551-4 in shops."),
    (QUIET, "The U.S. Officials gave notice.", "The U.S. officials gave notice."),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "one", "other"), [*CODES, *NAMINGS])
def test_other_words_both_ways(expected: str, one: str, other: str) -> None:
    """Only what a rule proves to be the same is quiet or wording, in either order of the texts."""
    assert (loudness(one, other), loudness(other, one)) == (expected, expected)

