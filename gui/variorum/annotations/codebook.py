"""The tree of codes, and the letters that tell them apart."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import count
from typing import TypeVar

LONGEST_SIGN = 2
"""Letters beside a code's colour."""
KEYS = range(1, 10)
"""The number keys that a code can have."""

_Item = TypeVar("_Item")


def tree_order(
    items: Sequence[_Item],
    *,
    id_of: Callable[[_Item], Hashable],
    parent_of: Callable[[_Item], Hashable],
) -> list[tuple[_Item, int]]:
    """Return items with their depths: each before those below it, siblings as they came.

    What stands below nothing known, or in a ring, stands at the top.
    """
    known = {id_of(item) for item in items}
    below: dict[Hashable, list[_Item]] = {}
    for item in items:
        parent = parent_of(item)
        below.setdefault(parent if parent in known else None, []).append(item)
    found: list[tuple[_Item, int]] = []
    seen: set[Hashable] = set()

    def visit(tops: Iterable[_Item]) -> None:
        waiting = [(item, 0) for item in reversed([*tops])]
        while waiting:
            item, depth = waiting.pop()
            if id_of(item) in seen:
                continue
            seen.add(id_of(item))
            found.append((item, depth))
            inner = below.get(id_of(item), ())
            waiting.extend((each, depth + 1) for each in reversed([*inner]))

    visit(below.get(None, ()))
    for item in items:
        visit([item])
    return found


def sign_for(name: str, taken: Iterable[str]) -> str:
    """Return letters for a code's name that no other code has, at most two."""
    others = {sign.casefold() for sign in taken}
    return next(sign for sign in _signs(name) if sign.casefold() not in others)


def _signs(name: str) -> Iterator[str]:
    """Yield signs without end: of the name's letters first, then numbers."""
    words = ["".join(filter(str.isalnum, word)) for word in name.split()]
    letters = "".join(words)
    first = letters[:1].upper()
    if first:
        seconds = ["", *(word[0] for word in words[1:] if word), *letters[1:]]
        # Some letters become two when their case changes.
        yield from ((first + letter.lower())[:LONGEST_SIGN] for letter in seconds)
    yield from (str(number) for number in count(1))
