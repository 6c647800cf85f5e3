"""Two signs by which annotators are told apart: a colour and letters, each its own."""

from collections.abc import Iterable, Sequence
from itertools import count

COLOURS: Sequence[str] = (
    "blue", "orange", "green", "violet", "red", "teal", "pink", "lime", "yellow", "grey",
)  # fmt: skip
"""In the order in which annotators take them; neighbours differ also for who confuses hues."""


def colour_for(number: int) -> str:
    """Return the colour of the annotator who came as this one, from 0."""
    return COLOURS[number % len(COLOURS)]


def initials_of(name: str, taken: Iterable[str] = ()) -> str:
    """Return up to three letters of a name that nobody else has, a number added where needed."""
    words = ["".join(filter(str.isalnum, word)) for word in name.split()]
    words = [word for word in words if word]
    letters = "".join(word[0] for word in words[:3]) if len(words) > 1 else "".join(words)[:2]
    letters = letters.upper() or "?"
    others = {one.casefold() for one in taken}
    if letters.casefold() not in others:
        return letters
    return next(
        found for number in count(2) if (found := f"{letters}{number}").casefold() not in others
    )
