"""Set the foot of a page apart: lists of other stories, topics, comments, menus.

The foot begins at a head such as *Related* or *Most read* below the story, and only where no
sentence of a story's length follows that readers' comments do not explain. A closed sentence
in it is left to the story all the same, unless it stands among comments.
"""

from collections.abc import Sequence

from variorum.text import PassageKind
from variorum.wire.lexicon import FOOT_HEADS, FOOT_TALK, PROMO_HEADS
from variorum.wire.patterns import pattern
from variorum.wire.pieces import Piece
from variorum.wire.words import ends_sentence

_LONGEST_LINE = 60
"""Code points from which a closed block is a sentence of its own."""
_FEWEST_ABOVE = 2
_WORDS_OF_A_STORY = 3
_SHARE_OF_TALK = 0.2
_STAMPED = pattern(
    r".{0,40}\b\d{1,3}\s?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|[smhd])\sago$"
)
_MORE = ("more from ", "more by ", "more in ", "latest from ", "mehr von ", "más de ", "plus de ")
_WORDS_OF_A_HEAD = 6
_COMMENTS = ("comment", "kommentar", "coment", "reacti", "join the")


def is_list_head(words: str) -> bool:
    """Tell whether a line is the head of a list of links, with nothing behind it."""
    bare = _bare(words[: 2 * _LONGEST_LINE])
    more = bare.startswith(_MORE) and len(bare.split()) <= _WORDS_OF_A_HEAD
    return bare in PROMO_HEADS or (more and not ends_sentence(words))


def set_apart(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with those of the page's foot decided."""
    start = _start(text, pieces)
    if start is None:
        return list(pieces)
    settled = list(pieces)
    listed = talk = False
    for number in range(start, len(pieces)):
        piece, words = pieces[number], pieces[number].of(text)
        if _is_head(words):
            listed = is_list_head(words) or not _opens_talk(words)
            talk = talk or _opens_talk(words)
        if piece.guess is not None or piece.tabular or (ends_sentence(words) and not talk):
            continue
        story = listed and not talk and len(words.split()) >= _WORDS_OF_A_STORY
        kind = PassageKind.PROMO if story else PassageKind.CLUTTER
        settled[number] = piece.guessed(kind, 0.75)
    return settled


def _start(text: str, pieces: Sequence[Piece]) -> int | None:
    """Return the number of the piece with which the foot begins; None where there is none."""
    prose = [n for n, p in enumerate(pieces) if p.guess is None and _is_prose(p.of(text))]
    talk = _talk(text, pieces)
    story = [number for number in prose if talk is None or number < talk]
    if len(story) < _FEWEST_ABOVE:
        return None
    heads = (
        number
        for number in range(story[-1] + 1, len(pieces))
        if not pieces[number].is_a(PassageKind.PARAGRAPH) and _is_head(pieces[number].of(text))
    )
    return next(heads, None)


def _talk(text: str, pieces: Sequence[Piece]) -> int | None:
    """Return where readers' comments begin: at their head, with their buttons below it."""
    found, signs = None, 0
    for number in range(len(pieces) - 1, -1, -1):
        words = pieces[number].of(text)
        below = len(pieces) - number - 1
        opens = pieces[number].guess is not None and _opens_talk(words)
        if opens and signs >= _FEWEST_ABOVE and signs >= _SHARE_OF_TALK * below:
            found = number
        signs += _bare(words[:_LONGEST_LINE]) in FOOT_TALK or bool(_STAMPED.match(words[:80]))
    return found


def _is_prose(words: str) -> bool:
    return ends_sentence(words) and len(words) >= _LONGEST_LINE


def _is_head(words: str) -> bool:
    bare = _bare(words[: 2 * _LONGEST_LINE])
    return bare in FOOT_HEADS or bare in PROMO_HEADS or _opens_talk(words)


def _opens_talk(words: str) -> bool:
    bare = _bare(words[: _LONGEST_LINE + 1])
    return (
        len(words) <= _LONGEST_LINE
        and len(bare.split()) <= _WORDS_OF_A_STORY
        and bare.startswith(_COMMENTS)
    )


def _bare(words: str) -> str:
    return words.casefold().strip(" :.…>»›▸►()0123456789")
