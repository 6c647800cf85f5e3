"""The wire room's working value: a piece of the text that becomes a passage."""

from dataclasses import dataclass

from variorum.text import PassageKind


@dataclass(frozen=True, slots=True)
class Guess:
    """Say what a piece seems to be, and how sure that is, 0 to 1."""

    kind: PassageKind
    confidence: float


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold a stretch of the text without the white space around it."""

    start: int
    end: int
    guess: Guess | None = None
    tabular: bool = False
    """The layout shows columns: a row of a table."""

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words that stand here in a text."""
        return text[self.start : self.end]

    def guessed(self, kind: PassageKind, confidence: float) -> "Piece":
        """Return the piece with its kind decided."""
        return Piece(self.start, self.end, Guess(kind, confidence), self.tabular)

    def is_a(self, *kinds: PassageKind) -> bool:
        """Tell whether the piece is taken for one of these kinds."""
        return self.guess is not None and self.guess.kind in kinds
