"""Every flaw of a library has its sentence."""

from variorum.exchange.flaws import flaw_line
from variorum.library.safety.proofs import Flaw


def test_every_flaw_has_a_sentence_of_its_own() -> None:
    """What `check` finds is told in words."""
    lines = [flaw_line(flaw) for flaw in Flaw]

    assert all(line.endswith(".") for line in lines)
    assert len(set(lines)) == len(lines)
