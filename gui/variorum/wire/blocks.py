"""Cut a text into its blocks: paragraphs by blank lines, by lines, by indents, or hard-wrapped.

Lines end where `str.splitlines` says (CRLF, lone CR, U+2028, U+2029 and the rest). Nothing
here knows what wire copy is; a caller says which lines never join others.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from variorum.wire.pieces import Piece
from variorum.wire.words import ends_sentence

_NARROWEST_WRAP = 36
_WIDEST_WRAP = 110
_INDENT = 2
_FEWEST_INDENTS = 2
_CLOSED = 0.6
_LONGEST_WORD = 20
"""Code points; in a script without spaces a line is one word, and may break anywhere."""
_MUCH_WIDER = 1.3
_BROKEN = 0.5
"""Share of the full lines of wrapped copy that break off within a sentence, at least."""
_FULL = 0.86
_SHORT = 0.72
_MANY = 10
"""Lines from which on their widths tell more than the widest of them."""
_LONGEST_ROW = 160
_FEWEST_SHOUTED = 4
"""Words of a headline in capitals."""
_FEWEST_HEADS = 4
"""Columns of a row without figures, the gaps between some of which are narrow."""
_LONGEST_FIGURES = 70
_LONGEST_ALONE = 240
"""Code points; what has grown longer joins the lines below it, and is not looked at again."""


@dataclass(frozen=True, slots=True)
class Line:
    """Hold a line's words, how far it is indented, and whether a blank line stands before it."""

    start: int
    end: int
    indent: int
    after_blank: bool
    first_word: int
    """Length of its first word."""

    @property
    def width(self) -> int:
        """Return how many characters its words take."""
        return self.end - self.start


def cut(text: str, *, stands_alone: Callable[[str], bool]) -> list[Piece]:
    """Return the blocks of a text as pieces, in order, without the white space between them."""
    lines = list(_lines(text))
    layout = _Layout.of(text, lines)
    pieces: list[Piece] = []
    before: Line | None = None
    for line in lines:
        words = text[line.start : line.end]
        near = before is not None and not line.after_blank
        goes_on = (
            before is not None
            and near
            and (
                layout.joins(before, line, text) if layout.wrapped else _goes_on(text, before, line)
            )
            and not pieces[-1].tabular
        )
        row = _has_columns(words) or (
            not goes_on and _is_figures(words, layout.width) and not stands_alone(words)
        )
        if (row and near and pieces[-1].tabular) or (
            goes_on
            and not row
            and not stands_alone(words)
            and not (
                len(pieces[-1]) <= _LONGEST_ALONE
                and stands_alone(text[pieces[-1].start : pieces[-1].end])
            )
        ):
            # Not `replace`, which takes thrice the time; this is done for every line.
            pieces[-1] = Piece(pieces[-1].start, line.end, tabular=pieces[-1].tabular)
        else:
            pieces.append(Piece(line.start, line.end, tabular=row))
        before = line
    return _without_lone_rows(text, pieces)


def _without_lone_rows(text: str, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with tables of one row made lines like any other."""
    settled = list(pieces)
    for number, piece in enumerate(pieces):
        if not piece.tabular:
            continue
        beside = (*pieces[max(0, number - 1) : number], *pieces[number + 1 : number + 2])
        if not any(other.tabular for other in beside):
            rows = len(piece.of(text).splitlines())
            settled[number] = replace(piece, tabular=rows > 1)
    return settled


def _lines(text: str) -> Iterator[Line]:
    """Yield the lines that hold words."""
    place, blank = 0, False
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if not words:
            blank = True
        else:
            indent = len(raw) - len(raw.lstrip())
            start = place + indent
            first = words.split(maxsplit=1)[0]
            yield Line(start, start + len(words), indent, blank, min(len(first), _LONGEST_WORD))
            blank = False
        place += len(raw)


def _has_columns(words: str) -> bool:
    """Tell whether wide gaps or tabs set a line in columns."""
    if len(words) > _LONGEST_ROW or not ("   " in words or "\t" in words):
        return False
    columns = [column for column in words.replace("\t", "   ").split("   ") if column.strip()]
    if len(columns) >= 3:
        return True
    if len(columns) != 2 or ends_sentence(words):
        return False
    heads = [column for column in words.split("  ") if column.strip()]
    return len(heads) >= _FEWEST_HEADS or any(word[:1].isdigit() for word in words.split())


def _has_gap(text: str, line: Line) -> bool:
    """Tell whether a line is set in columns, so that its width tells nothing of a margin."""
    return text.find("   ", line.start, line.end) >= 0 and _has_columns(text[line.start : line.end])


def _is_figures(words: str, width: int) -> bool:
    """Tell whether a short line holds figures above all."""
    if len(words) > min(width, _LONGEST_FIGURES) or ends_sentence(words) or _is_rate(words):
        return False
    tokens = words.split()
    figures = sum(1 for token in tokens if token.lstrip("$£€+-(")[:1].isdigit())
    return figures >= 2 and figures >= 0.3 * len(tokens)


def _goes_on(text: str, before: Line, line: Line) -> bool:
    """Tell whether a line breaks off in a sentence, and the next one goes on with it."""
    words = text[before.start : before.end]
    return (
        before.width >= _NARROWEST_WRAP
        and not ends_sentence(words)
        and text[line.start].islower()
        and line.indent < before.indent + _INDENT
    )


def _is_rate(words: str) -> bool:
    """Tell whether a line is a note of what money is worth: ($1 = 0.90 euros)."""
    return words[0] == "(" and " = " in words


@dataclass(frozen=True, slots=True)
class _Layout:
    """Say how a text breaks its lines."""

    wrapped: bool
    indented: bool
    """Paragraphs begin with an indent."""
    width: int
    step: int = _INDENT
    """How far an indent goes in, at least."""
    first: int = _WIDEST_WRAP
    """How far the first lines of most paragraphs are indented."""

    @classmethod
    def of(cls, text: str, lines: list[Line]) -> "_Layout":
        """Judge the layout from the lines: full lines that break before a word that will not fit."""
        rows = {line.start for line in lines if _has_gap(text, line)}
        followed = [
            (line, after)
            for line, after in pairwise(lines)
            if not after.after_blank and line.start not in rows and after.start not in rows
        ]
        if len(followed) < 2:
            return cls(wrapped=False, indented=False, width=_WIDEST_WRAP)
        widths = sorted(line.width + line.indent for line, _ in followed)
        width = widths[int(len(widths) * 0.9)] if len(widths) >= 10 else widths[-1]
        wrapped = _wraps_at(width, text, followed, share=0.5)
        if len(widths) < _MANY and any(line.width > _MUCH_WIDER * width for line in lines):
            wrapped = False  # of few lines none may run on: the rest are heads, or one-line notes
        if not wrapped and len(widths) >= _MANY:
            # Paragraphs that lost the break between them make lines far wider than the rest.
            common = widths[int(len(widths) * 0.65)]
            wrapped = _wraps_at(common, text, followed, share=0.8)
            width = common if wrapped else width
        if not wrapped and not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
            return cls(wrapped=False, indented=False, width=max(width, _WIDEST_WRAP))
        margin = min(line.indent for line in lines)
        step = _INDENT if not wrapped else _step(text, followed, margin)
        indents = sum(line.indent >= margin + step for line in lines)
        indented = 2 <= indents < len(lines)
        first = Counter(line.indent for line in lines if line.indent >= margin + step)
        common = first.most_common(1)[0][0] if first else margin
        return cls(wrapped=wrapped, indented=indented, width=width, step=step, first=common)

    def joins(self, line: Line, after: Line, text: str) -> bool:
        """Tell whether a line goes on with the line before it."""
        if after.indent >= line.indent + self.step:
            return False
        if self.indented and after.indent >= self.step and after.indent == line.indent:
            return False
        if text[after.start].isupper() and _is_deck(text, line, after):
            return False
        needed = line.indent + line.width + 1 + after.first_word
        if needed < _SHORT * self.width:
            centred = line.indent > self.first + _INDENT
            return self.indented and not centred and not ends_sentence(text[line.start : line.end])
        return True


def _is_deck(text: str, line: Line, after: Line) -> bool:
    """Tell whether a line in capitals stands above one in small letters: a headline and its deck."""
    above, below = text[line.start : line.end], text[after.start : after.end]
    return above.isupper() and not below.isupper() and len(above.split()) >= _FEWEST_SHOUTED


def _step(text: str, followed: list[tuple[Line, Line]], margin: int) -> int:
    """Return one where lines stand in by a single space, and most of them after a sentence."""
    inner = [before for before, line in followed if line.indent == margin + 1 > before.indent]
    closed = sum(ends_sentence(text[line.start : line.end]) for line in inner)
    deeper = any(line.indent > margin + 1 for _, line in followed)
    single = len(inner) >= _FEWEST_INDENTS and not deeper and closed >= _CLOSED * len(inner)
    return 1 if single else _INDENT


def _wraps_at(width: int, text: str, followed: list[tuple[Line, Line]], *, share: float) -> bool:
    """Tell whether lines break at a width: most are full, and most in the middle of a sentence."""
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    inner = [pair for pair in followed if pair[1].indent < pair[0].indent + _INDENT]
    full = [line for line, after in inner if _is_full(line, after, width)]
    mid_sentence = sum(not ends_sentence(text[line.start : line.end]) for line, _ in inner)
    # Paragraphs of one full line each end in a point; headlines between them do not.
    broken = sum(not ends_sentence(text[line.start : line.end]) for line in full)
    if len(full) == 1 and not any(text[after.start].islower() for _, after in inner):
        return False
    enough = bool(inner) and min(len(full), mid_sentence) >= share * len(inner)
    return enough and broken >= _BROKEN * len(full)


def _is_full(line: Line, after: Line, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on this line."""
    return line.indent + line.width + 1 + after.first_word > _FULL * width
