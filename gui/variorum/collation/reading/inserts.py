"""Find what stands among the sentences of a paragraph and is part of none.

A crosshead that was run into its paragraph, an item's code behind a full stop.
"""

from collections.abc import Sequence

from variorum.collation.lexicons.words import market_codes, reporting, words
from variorum.collation.reading.tokens import Token
from variorum.collation.reading.verbs import AUXILIARIES, Tense, is_form

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


def opens_code(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a bracket opens a company's code here: Lund Motor Co. (LMC.L)."""
    row = [token.surface for token in tokens[place : place + 5]]
    if len(row) < 5 or row[0] != "(" or row[2] != "." or row[4] != ")":
        return False
    return row[1].isupper() and row[3] in market_codes().suffixes


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
    begins = (
        follower.lower() in words().function
        or follower.lower() in words().starters
        or _acts(tokens, end)
    )
    return end if long > 1 and begins and follower[:1].isupper() else 0


def _acts(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether somebody says or does something from here on: Quill said, Ann Quill has."""
    row = [token.surface for token in tokens[place : place + _MOST_NAMED]]
    verb = next((word for word in row if not word[0].isupper()), "")
    named = bool(row) and len(row[0]) > 1 and not row[0].isupper()
    return named and (
        verb in AUXILIARIES or (verb in reporting() and is_form(verb, Tense.PAST, Tense.THIRD))
    )


_MOST_NAMED = 4
