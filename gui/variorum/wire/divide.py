"""Cut a block where furniture is glued to it: metadata at its head, notes and credits at its end.

A cut is made only where the piece it sets free is recognised as furniture by its own family.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from variorum.text import NOTE_KINDS, PassageKind
from variorum.wire import bylines, glued, headers
from variorum.wire.contributors import ROLE
from variorum.wire.lexicon import (
    AGENCY_OF_CREDIT,
    BRINGING_VERBS,
    CORRECTING_VERBS,
    SOFT_VERBS,
    STORY_SUBJECTS,
)
from variorum.wire.patterns import alternatives, pattern
from variorum.wire.pieces import Guess, Piece
from variorum.wire.words import first_within

Judge = Callable[[str], Guess | None]

_NOTE_VERBS = alternatives(CORRECTING_VERBS | SOFT_VERBS | BRINGING_VERBS)
_IN_BRACKETS = (
    rf"\((?i:(?P<credit>\(?\s{{0,2}}(?=\w)(?:{ROLE}|(?:reporting|writing|editing)\b[^.()]{{0,30}}\bby\b))"
    rf"|(?P<note>(?=\w)(?:{_NOTE_VERBS}|{alternatives(STORY_SUBJECTS)})\b))"
)
_CUE_IN_BRACKETS = pattern(_IN_BRACKETS, cased=True)
"""Begins with one sign in one case, so that words without a bracket are passed over at once."""
_CUE = pattern(
    r"(?i:(?P<contact>To contact (?:the|this) (?:reporter|editor|author|writer)s?\b)"
    r"|(?P<assist>[-–—]{1,2}\s?With (?:assistance|reporting) (?:from|by)\b)"
    r"|(?P<rights>©\s?\d{4}|\(c\)\s{1,2}copyright|copyright\s{1,2}(?:©|\(c\)|\d{4}\b)))"
    rf"|{_IN_BRACKETS}",
    cased=True,
)
_SIGNS = ("©", "opyright", "OPYRIGHT", "ontact", "ith assist", "ith report")
"""One of them stands in every cue without a bracket; to look for them is quicker than to try the cues."""
_GLUED_END = pattern(
    r"(?:(?<=[.!?\"”'’)\]])\s{1,6}(?=[^（])|(?<=[。！？”])\s{0,3}(?=[（(]))(?P<mark>[（(](?:完|终|終|了)[)）]|reuters?(?:[\W\d]{0,12}(?:/\s?[a-z]{1,3})?)?|ends|\(ends\)|\(end\)|-30-|#{3}|-ends-|enditem|endit)$"
)
_AGENCIES = alternatives(
    credit.upper() for credit in AGENCY_OF_CREDIT if credit.isalpha() and len(credit) <= 5
)
_GLUED_SIGN_OFF = pattern(
    rf"(?<=[.!?\"”»'’)\]])\s{{1,6}}(?P<mark>\((?:{_AGENCIES})\)\.?|(?:{_AGENCIES})(?P<initials>(?:\s[A-Z ]{{2,30}})?))$",
    cased=True,
)
"""An agency, and perhaps the initials of its desk, behind the last sentence: (ANSA)., EFE, PTI AK."""
_GLUED_EDITORS = pattern(
    r"(?<=[。！？」])\s{0,3}(?P<mark>[（(](?:(?:責任|责任)?[編编][輯辑]|[譯译]者|核稿)[：:/][^（()）\n]{1,30}[)）]\d{0,8})$"
)
"""Who edited the copy, and its day in figures, behind the last sentence: （編輯：…）1070604."""
_CLOSED = pattern(r"[.!?\"”»'’)\]]\s|[。！？”]", cased=True)
"""Before every mark that is glued to a sentence; few blocks have it near their end."""
_INITIALS = range(2, 5)
_LONGEST_BRACKET = 1200
_LONGEST_STAMPED = 120
"""Code points of a line of writers and the day."""


def divide(text: str, block: Piece, judge: Judge) -> list[Piece]:
    """Return a block's pieces in order; the block alone where nothing is glued to it."""
    pieces: list[Piece] = []
    run = headers.leaked(block.of(text)[:600])
    if run and run < len(block) and "\n" not in text[block.start : block.start + run]:
        head = Piece(block.start, block.start + run).guessed(PassageKind.HEADER, 0.95)
        pieces.append(head)
        block = _trimmed(text, replace(block, start=block.start + run))
    bar = headers.stamped_from(block.of(text)) if len(block) <= _LONGEST_STAMPED else -1
    if bar > 0 and bylines.are_writers(text[block.start : block.start + bar].strip()):
        names = _trimmed(text, Piece(block.start, block.start + bar))
        stamp = _trimmed(text, Piece(block.start + bar, block.end))
        return [
            *pieces,
            names.guessed(PassageKind.BYLINE, 0.85),
            stamp.guessed(PassageKind.HEADER, 0.85),
        ]
    tail: list[Piece] = []
    block, mark = _without_end_mark(text, block)
    if mark is not None:
        tail.append(mark)
    for piece in _at_cues(text, block, judge):
        pieces += _at_crossheads(text, piece) if piece.guess is None else [piece]
    return pieces + tail


def _at_crossheads(text: str, piece: Piece) -> list[Piece]:
    """Cut a paragraph before and after the crossheads that run on within it."""
    found = glued.crossheads(piece.of(text))
    if not found:
        return [piece]
    pieces: list[Piece] = []
    done = piece.start
    crosshead = Guess(PassageKind.CROSSHEAD, 0.8)
    for start, end in found:
        _add(text, pieces, done, piece.start + start, None)
        _add(text, pieces, piece.start + start, piece.start + end, crosshead)
        done = piece.start + end
    _add(text, pieces, done, piece.end, None)
    return pieces


def _trimmed(text: str, piece: Piece) -> Piece:
    """Return a piece without white space at its ends."""
    words = piece.of(text)
    start = piece.start + len(words) - len(words.lstrip())
    end = max(start, piece.start + len(words.rstrip()))
    if start == piece.start and end == piece.end:
        return piece
    return replace(piece, start=start, end=end)


def _without_end_mark(text: str, block: Piece) -> tuple[Piece, Piece | None]:
    """Return a block and the end mark that was glued to it."""
    start = max(block.start, block.end - 40)
    end = text[start : block.end]
    if _CLOSED.search(end) is None:
        return block, None
    match = _GLUED_END.search(end)
    kind = PassageKind.END_MARK
    if match is None:
        match = _sign_off(end) or _GLUED_EDITORS.search(end)
        kind = PassageKind.CREDIT
    if match is None or start + match.start("mark") <= block.start:
        return block, None
    at = start + match.start("mark")
    mark = Piece(at, block.end).guessed(kind, 0.9)
    return _trimmed(text, replace(block, end=at)), mark


def _sign_off(words: str) -> re.Match[str] | None:
    """Find an agency and the initials of its desk behind the last sentence."""
    match = _GLUED_SIGN_OFF.search(words)
    if match is None:
        return None
    initials = (match["initials"] or "").split()
    return match if all(len(part) in _INITIALS for part in initials) else None


def _at_cues(text: str, block: Piece, judge: Judge) -> list[Piece]:
    """Cut a block before and after the furniture that its cues announce."""
    words = block.of(text)
    matches = _cues(words)
    if not matches:
        return [block]
    pieces: list[Piece] = []
    done = 0
    for number, match in enumerate(matches):
        start = match.start()
        if start < done:
            continue
        following = matches[number + 1].start() if number + 1 < len(matches) else len(words)
        end = _bracket_end(words, start) if words[start] == "(" else following
        if end is None:
            continue
        at_head = not words[:start].strip()
        if match.lastgroup == "note" and not at_head and not _closes(words, end):
            continue
        if match.lastgroup == "credit" and _sentence_goes_on(words, end):
            continue
        if not at_head and match.lastgroup == "rights" and not _after_sentence(words, start):
            continue
        said = words[start:end].strip()
        guess = judge(said)
        if guess is None or " " not in said or (at_head and end >= len(words)):
            continue
        if match.lastgroup == "note" and at_head and guess.kind not in NOTE_KINDS:
            continue
        _add(text, pieces, block.start + done, block.start + start, None)
        _add(text, pieces, block.start + start, block.start + end, guess)
        done = end
    _add(text, pieces, block.start + done, block.end, None, tabular=block.tabular)
    return pieces


def _cues(words: str) -> list[re.Match[str]]:
    """Return the cues in words, in order."""
    cue = _CUE_IN_BRACKETS if first_within(words, _SIGNS) is None else _CUE
    return list(cue.finditer(words))


def _add(
    text: str,
    pieces: list[Piece],
    start: int,
    end: int,
    guess: Guess | None,
    *,
    tabular: bool = False,
) -> None:
    """Add a piece unless it holds no words; stray marks join the piece before them."""
    piece = _trimmed(text, Piece(start, end, guess, tabular))
    if piece.start == piece.end:
        return
    strayed = guess is None and pieces and not any(c.isalnum() for c in piece.of(text))
    if strayed:
        pieces[-1] = replace(pieces[-1], end=piece.end)
    else:
        pieces.append(piece)


def _bracket_end(words: str, start: int) -> int | None:
    """Return where the bracket that opens at a place closes; the words' end if it is lost.

    None where nothing closes it within the length of a note.
    """
    limit = start + _LONGEST_BRACKET
    place = start
    for depth in range(1, 6):
        place = words.find(")", place, limit) + 1
        if not place:
            break
        if words.count("(", start, place) <= depth:
            return place
    return len(words) if len(words) <= limit else None


def _closes(words: str, end: int) -> bool:
    """Tell whether nothing but more furniture follows a note within its block."""
    rest = words[end:].strip(" .")
    return not rest or _CUE.match(rest) is not None


def _sentence_goes_on(words: str, end: int) -> bool:
    """Tell whether the sentence around a bracket goes on after it."""
    return words[end : end + 8].lstrip()[:1].islower()


def _after_sentence(words: str, start: int) -> bool:
    """Tell whether a sentence has just ended before a place."""
    before = words[:start].rstrip()
    return not before or before[-1] in ".!?)”\"'’]"
