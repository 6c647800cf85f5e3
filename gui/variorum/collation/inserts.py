"""Find what stands among the sentences of a paragraph and is part of none.

A crosshead that was run into its paragraph, an item's code behind a full stop.
"""

from collections.abc import Sequence

from variorum.collation.lexicons import words
from variorum.collation.tokens import Token

_OPENS = frozenset({"<", "["})
_CLOSES = frozenset({">", "]"})
_MOST_OF_CODE = 6
_LONG = 4
"""Letters of a word in capitals that is most likely no abbreviation."""
_MOST_OF_CROSSHEAD = 10


def past_code(tokens: Sequence[Token], place: int) -> int:
    """Return where an item's code ends that stands here, else the place itself: <ID:N0123>."""
    if place + 1 >= len(tokens) or tokens[place].surface not in _OPENS:
        return place
    if tokens[place + 1].surface not in {"ID", "nN", "nL"}:
        return place
    for end in range(place + 2, min(place + _MOST_OF_CODE, len(tokens))):
        if tokens[end].surface in _CLOSES:
            return end + 1
    return place


def crosshead_end(tokens: Sequence[Token]) -> int:
    """Return where a crosshead in capitals ends that opens a paragraph, 0 where none does.

    "NEW TALKS, OLD DEBTS On a call with analysts ...": at least two long words in capitals, and a
    word behind them that begins a sentence.
    """
    end = 0
    while end < len(tokens) and (
        tokens[end].surface.isupper() or tokens[end].surface in {",", "&", "'"}
    ):
        end += 1
    if end == len(tokens) or end > _MOST_OF_CROSSHEAD:
        return 0
    follower = tokens[end].surface
    long = sum(len(token.surface) >= _LONG and token.surface.isalpha() for token in tokens[:end])
    if tokens[end - 1].surface in {"A", "I"}:
        # "PAST TALKS A spokesman said": the article begins the sentence.
        end, follower = end - 1, tokens[end - 1].surface
    begins = follower.lower() in words().function or follower.lower() in words().starters
    return end if long > 1 and begins and follower[:1].isupper() else 0
