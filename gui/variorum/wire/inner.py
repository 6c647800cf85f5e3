"""Tell paragraphs, crossheads, promos and tables apart inside the story, by general evidence.

To set a story's sentence apart as furniture is the worst fault, so a promo needs every sign of
headline language; what only lacks its final point stays a paragraph.
"""

from collections.abc import Sequence
from dataclasses import replace

from variorum.text import PassageKind
from variorum.wire.lexicon import TITLE_SMALL_WORDS
from variorum.wire.patterns import pattern
from variorum.wire.pieces import Piece
from variorum.wire.words import BULLETS, bare, ends_sentence, is_capital, is_caps

_CROSSHEAD_WORDS = 6
_CROSSHEAD_LENGTH = 52
_MANY_HEADS = 4
"""Links between paragraphs are fewer; a story in parts has a head on each."""
_PROMO_WORDS = range(6, 23)
_LONGEST_LABEL = 150
"""Code points; a longer block without a final point was broken off, and goes on below."""
_POINTS = tuple("*•·-–")
"""What opens the points of a list below its head."""
_LONGEST_CELL = 40
_AGATE = pattern(r"[A-Z][\w .'’-]{0,30}(?<=[^\W_])_[^\W_].{0,40}\d|[A-Z]_\d", cased=True)
"""Results in agate: a label, a low dash for a long one, names and figures."""
_LONGEST_AGATE = 600
_LONGEST_MARK = 3
_SHARES = ("%", "percent", "per cent", " pct", " points")


def label(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with everything decided that was open."""
    labelled = list(pieces)
    open_numbers = [n for n, piece in enumerate(pieces) if piece.guess is None]
    unclosed = {n for n in open_numbers if _is_unclosed(pieces[n].of(text))}
    points = {n for n in unclosed if pieces[n].of(text)[0] in BULLETS}
    runs = _runs(open_numbers, unclosed, points)
    for place, number in enumerate(open_numbers):
        piece = pieces[number]
        if piece.tabular:
            labelled[number] = piece.guessed(PassageKind.TABLE, 0.7)
            continue
        words = piece.of(text)
        if "_" in words and len(words) <= _LONGEST_AGATE and _AGATE.match(words):
            labelled[number] = piece.guessed(PassageKind.TABLE, 0.7)
            continue
        before = pieces[open_numbers[place - 1]].of(text) if place else ""
        after = pieces[open_numbers[place + 1]].of(text) if place + 1 < len(open_numbers) else ""
        run = runs.get(number, 0)
        if _is_cell(piece.of(text), after, run) and labelled[number - 1].is_a(PassageKind.TABLE):
            labelled[number] = piece.guessed(PassageKind.TABLE, 0.6)
            continue
        labelled[number] = _judge(piece, piece.of(text), before, after, run=run)
    return _headed(labelled, open_numbers)


def _headed(pieces: Sequence[Piece], open_numbers: Sequence[int]) -> list[Piece]:
    """Return the pieces with lone promos made crossheads where a story has many of them."""
    lone = [
        number
        for number in open_numbers[1:-1]
        if pieces[number].is_a(PassageKind.PROMO)
        and pieces[number - 1].is_a(PassageKind.PARAGRAPH)
        and pieces[number + 1].is_a(PassageKind.PARAGRAPH)
    ]
    if len(lone) < _MANY_HEADS:
        return list(pieces)
    headed = list(pieces)
    for number in lone:
        headed[number] = pieces[number].guessed(PassageKind.CROSSHEAD, 0.6)
    return headed


def merge_tables(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with neighbouring rows of a table made one."""
    merged: list[Piece] = []
    for piece in pieces:
        if merged and piece.is_a(PassageKind.TABLE) and merged[-1].is_a(PassageKind.TABLE):
            merged[-1] = replace(merged[-1], end=piece.end)
        else:
            merged.append(piece)
    return merged


def _runs(open_numbers: Sequence[int], unclosed: set[int], points: set[int]) -> dict[int, int]:
    """Return for each unclosed piece how many of them stand one after another.

    Bulleted points make runs of their own: a label below them is no part of their list.
    """
    lengths: dict[int, int] = {}
    run: list[int] = []
    for number in [*open_numbers, -1]:
        if number in unclosed and (not run or (number in points) == (run[-1] in points)):
            run.append(number)
            continue
        lengths.update(dict.fromkeys(run, len(run)))
        run = [number] if number in unclosed else []
    return lengths


def _judge(piece: Piece, words: str, before: str, after: str, *, run: int) -> Piece:
    """Decide one piece of the body from its words and its neighbours; a run of 0 is closed."""
    if not run:
        shouted = is_caps(words) and len(words.split()) <= _CROSSHEAD_WORDS
        if shouted and words[-1] in "?:!\"”'’" and _is_prose(after):
            return piece.guessed(PassageKind.CROSSHEAD, 0.7)
        return piece.guessed(PassageKind.PARAGRAPH, 0.95)
    if (
        len(words) <= _LONGEST_MARK
        and words.islower()
        and len(set(words)) == 1
        and before
        and after
    ):
        return piece.guessed(
            PassageKind.CLUTTER, 0.6
        )  # letters that part two scenes, as a rule does
    if _is_between_dashes(words) and _is_prose(after):
        return piece.guessed(PassageKind.CROSSHEAD, 0.85)
    if words[0] in BULLETS or words.endswith(",") or not _is_whole(before):
        return piece.guessed(PassageKind.PARAGRAPH, 0.7)
    if _is_promo(words) and (before or after):
        return piece.guessed(PassageKind.PROMO, 0.85 if run <= 2 and before and after else 0.7)
    if run >= 3:
        return piece.guessed(PassageKind.PARAGRAPH, 0.6)
    if _is_crosshead(words) and (_is_prose(after) or (run == 1 and after[:1] in _POINTS)):
        return piece.guessed(PassageKind.CROSSHEAD, 0.85 if run == 1 else 0.65)
    return piece.guessed(PassageKind.PARAGRAPH, 0.6)


def _is_between_dashes(words: str) -> bool:
    """Tell whether a short line stands between two dashes, as agencies of France set crossheads."""
    return (
        words[:2] in {"- ", "– ", "— "}
        and words[-2:] in {" -", " –", " —"}
        and len(words) <= _CROSSHEAD_LENGTH
        and is_capital(words[2:])
    )


def _is_whole(before: str) -> bool:
    """Tell whether what stands before a line is complete, so that the line is no part of it."""
    close = before.rstrip()[-1:]
    if close in {":", ";", ","}:
        return False
    return not before or ends_sentence(before) or len(before) <= _LONGEST_LABEL


def _is_unclosed(words: str) -> bool:
    """Tell whether words stop without the mark of a sentence."""
    return not ends_sentence(words)


def _is_prose(words: str) -> bool:
    """Tell whether a block reads like sentences."""
    return len(words) >= 60 or ends_sentence(words)


def _is_crosshead(words: str) -> bool:
    """Tell whether a line is a short label that opens with a capital."""
    tokens = words.split()
    if len(words) > _CROSSHEAD_LENGTH or not is_capital(words) or words[0].isdigit():
        return False
    if 3 * sum(map(_is_figure, tokens)) >= len(tokens) or _is_a_rate(words):
        return False
    return len(tokens) <= _CROSSHEAD_WORDS or (is_caps(words) and len(tokens) <= 10)


def _is_a_rate(words: str) -> bool:
    """Tell whether a line gives a share, a rate or a sum: `Oslo: up 0.4 percent`, `(1 euro = $1.12)`."""
    if not any(map(str.isdigit, words)):
        return False
    folded = words.casefold()
    return " = " in words or any(sign in folded for sign in _SHARES)


def _is_figure(token: str) -> bool:
    """Tell whether a word is a figure other than a year: lines of results hold such."""
    core = bare(token)
    return core[:1].isdigit() and not (
        len(core) == 4 and core.isdigit() and core[:2] in {"19", "20"}
    )


def _is_cell(words: str, after: str, run: int) -> bool:
    """Tell whether a short line under a table belongs to it rather than to the prose below."""
    if not run or len(words) > _LONGEST_CELL:
        return False
    return not _is_prose(after) or any(character.isdigit() for character in words)


def _is_promo(words: str) -> bool:
    """Tell whether a line is in the title case of headlines from its first word to its last."""
    tokens = words.split()
    if len(tokens) not in _PROMO_WORDS or len(words) > 150 or is_caps(words):
        return False
    if words[0] in '"“«' or "; " in words or ". " in words:
        return False
    large = [
        core for core in map(bare, tokens) if core and core.casefold() not in TITLE_SMALL_WORDS
    ]
    if len(large) < 5 or not is_capital(tokens[0]) or not is_capital(tokens[-1]):
        return False
    capital = sum(core[0].isupper() or core[0].isdigit() for core in large)
    figures = sum(core[0].isdigit() for core in large)
    return capital >= 0.9 * len(large) and figures <= 0.3 * len(large)
