"""Values that the families of patterns hand to one another."""

from dataclasses import dataclass

from variorum.text import PartialDate


@dataclass(frozen=True, slots=True)
class Opening:
    """Hold a dateline by offsets into the words that were read."""

    start: int
    end: int
    place: str | None
    credit: str | None
    date: PartialDate | None
    confidence: float
