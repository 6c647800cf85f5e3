"""Set apart what a press release carries below its news: About the firm, forward-looking words.

Only copy whose dateline credits a distributor of releases is read so: in a story, `About Ann`
may be a crosshead. A head opens a section; each closed paragraph belongs to it until a line
comes that is neither, such as the title of a table.
"""

from collections.abc import Sequence

from variorum.text import PassageKind
from variorum.wire.lexicon import RELEASE_CREDITS, RELEASE_HEADS, RELEASE_SIGNED
from variorum.wire.pieces import Piece
from variorum.wire.words import bare, ends_sentence, heard, is_capital, is_caps, opens_with

_LONGEST_HEAD = 90
_WORDS_OF_A_HEAD = 12
_WORDS_OF_A_SIGNATURE = 9
_MOST_SIGNATURES = 4
_ABOUT = ("about ", "über ", "à propos de ", "a propos de ", "acerca de ", "sobre ", "om ", "over ")


def label(text: str, pieces: Sequence[Piece], *, credit: str | None) -> list[Piece]:
    """Return the story's pieces with a release's standing matter decided."""
    settled = list(pieces)
    if credit is None or credit.casefold() not in RELEASE_CREDITS:
        return settled
    within = False
    signatures = 0
    for number, piece in enumerate(pieces):
        if number == 0 or piece.guess is not None or piece.tabular:
            continue
        words = heard(piece.of(text))
        if opens_with(words, RELEASE_SIGNED) is not None and not ends_sentence(words):
            signatures = _MOST_SIGNATURES
        if signatures and len(words.split()) <= _WORDS_OF_A_SIGNATURE and not is_head(words):
            settled[number] = piece.guessed(PassageKind.CREDIT, 0.7)
            signatures -= 1
            continue
        signatures = 0
        within = is_head(words) or (within and ends_sentence(words))
        if within:
            settled[number] = piece.guessed(PassageKind.CLUTTER, 0.8)
    return settled


def is_head(words: str) -> bool:
    """Tell whether a line heads standing matter: About Northline, Forward-Looking Statements."""
    if len(words) > _LONGEST_HEAD or len(words.split()) > _WORDS_OF_A_HEAD:
        return False
    folded = words.casefold().strip(" :.")
    if folded in RELEASE_HEADS:
        return True
    if ends_sentence(words.rstrip(":")) or not folded.startswith(_ABOUT):
        return False
    named = words.rsplit(maxsplit=1)[-1] if folded.startswith(_ABOUT[2:4]) else words.split()[1]
    return is_capital(bare(named)) or is_caps(words)
