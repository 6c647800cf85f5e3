"""Read the head of an e-mail that came along with the copy: From, Sent, To, Subject, line by line.

One such label proves nothing (`To: the people of …`); three different ones on neighbouring
lines do. The line above them that says whose message begins is a header as well.
"""

from collections.abc import Sequence

from variorum.text import PassageKind
from variorum.wire.lexicon import MAIL_LABELS, MAIL_RULES
from variorum.wire.pieces import Piece

_FEWEST = 3
"""Different labels on neighbouring lines."""
_LONGEST_LABEL = 16
_LONGEST_RULE = 60
_SURE = 0.95


def settle(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with the heads of messages made headers."""
    settled = list(pieces)
    run: list[int] = []
    labels: set[str] = set()
    for number, piece in enumerate((*pieces, None)):
        label = _label(text, piece) if piece is not None else ""
        if label:
            run.append(number)
            labels.add(label)
            continue
        if len(labels) >= _FEWEST:
            _decide(text, settled, run)
        run, labels = [], set()
    return settled


def _label(text: str, piece: Piece) -> str:
    """Return the label of a message's head that opens a line, in small letters; empty for none."""
    colon = text.find(":", piece.start, min(piece.end, piece.start + _LONGEST_LABEL))
    if colon < 0:
        return ""
    label = text[piece.start : colon].strip(" >*\t").casefold()
    return label if label in MAIL_LABELS else ""


def _decide(text: str, pieces: list[Piece], run: Sequence[int]) -> None:
    """Make the lines of a message's head headers, and the rule above them."""
    for number in run:
        pieces[number] = pieces[number].guessed(PassageKind.HEADER, _SURE)
    above = run[0] - 1
    if above >= 0 and _is_rule(pieces[above].of(text)):
        pieces[above] = pieces[above].guessed(PassageKind.HEADER, _SURE)


def _is_rule(words: str) -> bool:
    """Tell whether a line says that another's message begins."""
    return len(words) <= _LONGEST_RULE and words.casefold().strip("-_ :>*") in MAIL_RULES
