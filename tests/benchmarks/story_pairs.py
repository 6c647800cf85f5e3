"""What pairs of made-up copy are made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """Hold two texts, of which kind they are, and whether they are versions of one story."""

    kind: str
    one: str
    other: str
    is_one: bool


def text(*paragraphs: str) -> str:
    """Return a text of paragraphs."""
    return "\n\n".join(paragraphs)
