"""Recognise captions by the photograph's credit or the gallery's buttons beside them.

A credit alone proves nothing of the sentence next to it, which may be the story's; a caption
also says who stands where, on which day of which year, or does something in the present.
"""

from collections.abc import Sequence

from variorum.text import PassageKind
from variorum.wire.lexicon import (
    CAPTION_GALLERY,
    CAPTION_SCENES,
    CAPTION_SIDES,
    MONTH_OF_NAME,
    PHOTO_AGENCIES,
    SAYING,
)
from variorum.wire.patterns import alternatives, pattern
from variorum.wire.pieces import Piece
from variorum.wire.words import bare, collapsed, ends_sentence

_MONTHS = rf"(?=[^\W\d_])(?:{alternatives(name for name in MONTH_OF_NAME if len(name) >= 3)})"
_FULL_DATE = pattern(
    rf"\b(?:{_MONTHS}\.?\s\d{{1,2}},?,?\s{{1,2}}(?:19|20)\d{{2}}|\d{{1,2}}\.?\s(?:de\s)?{_MONTHS}\.?\s(?:de\s)?(?:19|20)\d{{2}})\b"
)
_IN_YEAR = pattern(r"\bin\s(?:19|20)\d{2}\b.{0,40}$")
_CREDIT_WORDS = 9
_LONGEST = 90
"""Words; captions of agencies explain what happened."""
_SHORT = 26
_FEWEST_OF_A_GALLERY = 3
_FEWEST_OF_A_HEADLINE = 4
_SAME = 50
"""Code points in which two blocks must agree to be one caption, shortened and in full."""
_REACH = 14
_SENTENCE_BREAK = pattern(r"[a-z)\d][.!?]\s{1,3}[A-Z]", cased=True)
_OF_A_WRITER = SAYING | {"i", "we", "you", "our", "my", "your", "us", "me"}
"""Words that tell of somebody who speaks; captions hold none."""


def beside_credits(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with the captions decided that stand beside credits and buttons."""
    pieces = _doubled(text, pieces)
    settled = list(pieces)
    first = next((n for n, p in enumerate(pieces) if p.guess is None and _is_prose(p.of(text))), 0)
    buttons = sum(p.is_a(PassageKind.CLUTTER) and _is_picture(text, p) for p in pieces)
    titled = told = False
    gallery: list[int] = []
    doubtful: list[int] = []
    for number, piece in enumerate(pieces):
        titled = titled or piece.is_a(PassageKind.BYLINE, PassageKind.HEADER)
        told = told or piece.is_a(PassageKind.BYLINE)
        if piece.guess is not None or piece.tabular:
            continue
        words = piece.of(text)
        above = number > 0 and _is_picture(text, pieces[number - 1])
        below = number + 1 < len(pieces) and _is_picture(text, pieces[number + 1])
        credited = below and pieces[number + 1].is_a(PassageKind.CAPTION)
        if credited and titled and told and not ends_sentence(words):
            settled[number] = piece.guessed(PassageKind.CAPTION, 0.75)
            continue
        # Below a page's day the first line may be the headline; below a byline it is none.
        told = told or len(words.split()) >= _FEWEST_OF_A_HEADLINE
        titled = titled or _is_prose(words)
        if not (above or below):
            continue
        seen = _evidence(words)
        enclosed = above and below
        pressed = (
            enclosed
            and buttons >= _FEWEST_OF_A_GALLERY
            and not (pieces[number - 1].is_a(PassageKind.CAPTION) and credited)
        )
        opens = credited and number == first and seen and len(words.split()) <= _SHORT
        if (
            (enclosed and seen)
            or (pressed and len(words.split()) <= _LONGEST)
            or ((above or below) and seen >= 2)
            or opens
        ):
            settled[number] = piece.guessed(PassageKind.CAPTION, 0.85 if enclosed else 0.75)
            gallery += [number] if enclosed else []
        elif enclosed and len(words.split()) <= _LONGEST:
            doubtful.append(number)
    if len(gallery) >= _FEWEST_OF_A_GALLERY and len(gallery) > len(doubtful):
        for number in doubtful:
            settled[number] = pieces[number].guessed(PassageKind.CAPTION, 0.7)
    return settled


def _doubled(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Make a block that stands twice beside a credit a caption: a picture's text and its title."""
    settled = list(pieces)
    for number in range(len(pieces) - 1):
        pair = pieces[number], pieces[number + 1]
        if any(piece.guess is not None for piece in pair) or not _alike(
            *(p.of(text) for p in pair)
        ):
            continue
        outer = (*pieces[max(0, number - 1) : number], *pieces[number + 2 : number + 3])
        if any(_is_picture(text, piece) for piece in outer):
            for place in (number, number + 1):
                settled[place] = pieces[place].guessed(PassageKind.CAPTION, 0.85)
    return settled


def _alike(words: str, other: str) -> bool:
    """Tell whether two blocks are one text, or open with the same half sentence."""
    one, two = collapsed(words).casefold(), collapsed(other).casefold()
    return one == two or (len(one) > _SAME and one[:_SAME] == two[:_SAME])


def _is_prose(words: str) -> bool:
    return ends_sentence(words) and len(words.split()) > 6


def _is_picture(text: str, piece: Piece) -> bool:
    """Tell whether a piece is a photograph's credit or a button of a gallery."""
    words = piece.of(text)
    if piece.is_a(PassageKind.CAPTION):
        return len(words.split()) <= _CREDIT_WORDS
    if piece.is_a(PassageKind.CLUTTER):
        return words.casefold().strip(" :").startswith(CAPTION_GALLERY)
    return False


def _evidence(words: str) -> int:
    """Count the signs that a block says what a picture shows; none where somebody spoke."""
    tokens = words.split()
    if not tokens or len(tokens) > _LONGEST or any(mark in words for mark in '“"«'):
        return 0
    folded = words.casefold()
    if any(bare(token).casefold() in _OF_A_WRITER for token in tokens):
        return 0
    sides = any(side in folded for side in CAPTION_SIDES)
    dated = _FULL_DATE.search(words) is not None or _IN_YEAR.search(words) is not None
    scene = len(_SENTENCE_BREAK.findall(words)) <= 1 and any(
        bare(token).casefold() in CAPTION_SCENES for token in tokens[1:_REACH]
    )
    return 2 * sides + dated + scene


def ends_with_credit(words: str) -> bool:
    """Tell whether a line without a final point ends with an agency of photographs in brackets."""
    if not words.endswith(")") or len(words) > 400:
        return False
    before, bracket, credit = words[:-1].rpartition("(")
    return (
        bool(bracket)
        and credit.strip().casefold() in PHOTO_AGENCIES
        and len(before.split()) >= 3
        and not ends_sentence(before)
    )
