"""Rank names by how well a few typed letters fit them; knows no Qt.

All letters must stand in the name in their order. Letters that follow one another count
most, into the next word most of all, beginnings of words next, and of equals the shorter name
comes first.
"""

import unicodedata
from collections.abc import Sequence

_BEGINS_WORD = 8
_FOLLOWS = 9
_GOES_ON = 10
"""It begins the word after the one that the last letter ended: `back up` is no `backup`."""
_ANYWHERE = 1


def rank(typed: str, names: Sequence[str]) -> list[int]:
    """Return the numbers of the names that fit, the best first; all of them for no letters."""
    wanted = [letter for letter in _plain(typed) if not letter.isspace()]
    scored = [(_score(wanted, _plain(name)), number) for number, name in enumerate(names)]
    fitting = [(score, number) for score, number in scored if score is not None]
    if not wanted:
        return [number for _, number in fitting]
    fitting.sort(key=lambda pair: (-pair[0], len(names[pair[1]]), pair[1]))
    return [number for _, number in fitting]


def _plain(text: str) -> str:
    parted = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in parted if not unicodedata.combining(letter)).casefold()


def _score(wanted: Sequence[str], name: str) -> int | None:
    """Return the best score of any way to find the letters, or None when they are not there.

    `best[n]` is the best score with the letters so far, the last of them at place n.
    """
    best = _nothing(name)
    for number, letter in enumerate(wanted):
        before, best = best, _nothing(name)
        reached: int | None = 0 if not number else None
        for place, character in enumerate(name):
            if character == letter and reached is not None:
                begins = not place or not name[place - 1].isalnum()
                best[place] = reached + (_BEGINS_WORD if begins else _ANYWHERE)
            last = before[place - 1] if number and place else None
            if character == letter and last is not None:
                best[place] = max(best[place] or 0, last + _FOLLOWS)
            left = before[place - 2] if number and place > 1 else None
            if character == letter and left is not None and not name[place - 1].isalnum():
                best[place] = max(best[place] or 0, left + _GOES_ON)
            here = before[place] if number else None
            if here is not None:
                reached = here if reached is None else max(reached, here)
    if not wanted:
        return 0
    return max((score for score in best if score is not None), default=None)


def _nothing(name: str) -> list[int | None]:
    return [None for _ in name]
