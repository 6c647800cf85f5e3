"""Join the lines of printed pages to paragraphs, by where they stand and how they end."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median

from variorum.formats.documents.document import Paragraph
from variorum.formats.documents.pdf_lines import CELL, PARTING, Line

_FIGURES = re.compile(r"\d+|\b[ivxlc]{1,6}\b")
_EDGE = 2
"""Lines at the top and at the foot of a page that may be its head and foot."""
_SAME_PLACE = 6.0
"""Points."""
_MOST_PAGES = 0.6
_WIDE_GAP = 1.45
"""Times the usual distance of lines, from which on a paragraph ends."""
_OPEN = 1.5
"""Times a line's height, from which on lines stand apart."""
_BROWSERS = re.compile(
    r"(?:https?|file)://\S+|\d{1,4} ?(?:/|of|von|sur|de|di|van|av) ?\d{1,4}"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:.]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?"
)
"""The address, the number of the page, the hour of printing."""
_INDENT = 0.6
"""Of a line's height."""
_SHORT = 0.85
"""Of the usual width, below which a line that ends a sentence ends a paragraph."""
_LARGE = 1.2
"""Times the usual size, from which on a short run of lines is a heading."""
_MOST_HEADING = 250
_ENDS = re.compile(r"[.!?:…。！？؟][\"'”’»)\]]*$")
_LONGEST_WORD = 60
_LAST_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]++)-$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:-[^\W\d_]++)++")


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """Return the paragraphs of pages; lines that every page repeats come once, at the end."""
    repeated = {**_running(pages), **_of_browsers(pages)}
    lines = [line for page in pages for line in page if line not in repeated]
    heads = dict.fromkeys(line.text for line in repeated)
    first_of_each = {_FIGURES.sub("#", text): text for text in reversed(heads)}
    shown = reversed([text for mask, text in first_of_each.items() if mask.strip("#-– /|")])
    return [*_joined(lines), *(Paragraph(_clean(text), is_furniture=True) for text in shown)]


def _running(pages: Sequence[Sequence[Line]]) -> dict[Line, None]:
    """Return the lines at the edges of pages that most pages have, but for their figures."""
    if len(pages) < _EDGE:
        return {}
    edges = [edge for page in pages for edge in _edges(page)]
    places = {(line.page, *_mark(line)) for edge in edges for line in edge}
    seen = Counter((words, place) for _, words, place in places)
    least = max(2, _MOST_PAGES * len(pages))
    # What stands within the page is its head or foot only behind others that are.
    return {
        line: None
        for edge in edges
        for line in takewhile(lambda each: seen[_mark(each)] >= least, edge)
    }


def _of_browsers(pages: Sequence[Sequence[Line]]) -> dict[Line, None]:
    """Return what browsers print at the edges of a page, where it is one page alone too."""
    edges = (line for page in pages for edge in _edges(page) for line in edge)
    return {
        line: None
        for line in edges
        if _is_row(line) and any(map(_BROWSERS.fullmatch, line.text.split(CELL)))
    }


def _edges(page: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """Return the first lines of a page and its last ones, each from the edge inwards."""
    standing = sorted(page, key=lambda line: line.top)
    return standing[:_EDGE], standing[: -_EDGE - 1 : -1]


def _mark(line: Line) -> tuple[str, int]:
    """Return what the same line of another page has in common: its words and where it stands."""
    return _mask(line), round(line.top / _SAME_PLACE)


def _mask(line: Line) -> str:
    return _FIGURES.sub("#", " ".join(line.text.casefold().split()))


@dataclass(frozen=True, slots=True)
class _Usual:
    """Hold what is usual in a text: the distance of its lines, their size, their width."""

    pitch: float
    size: float
    width: float


def _usual(lines: Sequence[Line]) -> _Usual:
    sizes = [line.size for line in lines if line.size > 0]
    size = median(sizes) if sizes else 0.0
    widths = sorted(line.right - line.left for line in lines)
    return _Usual(
        _pitch(lines, size),
        size,
        widths[int(0.8 * (len(widths) - 1))] if widths else 0.0,
    )


def _pitch(lines: Sequence[Line], size: float) -> float:
    """Return the distance of a paragraph's lines; short paragraphs stand mostly apart."""
    steps = [
        (after.bottom - before.bottom, bool(_ENDS.search(before.text)))
        for before, after in pairwise(lines)
        if before.page == after.page and after.bottom > before.bottom
    ]
    usual = median(step for step, _ in steps) if steps else 0.0
    going_on = sorted(step for step, closes in steps if not closes)
    if usual <= _OPEN * size or 2 * len(going_on) > len(steps) + 1:
        return usual
    return min(going_on[len(going_on) // 4], usual) if len(going_on) > 2 else size


def _joined(lines: Sequence[Line]) -> Iterator[Paragraph]:
    usual = _usual(lines)
    compounds = {word.casefold() for line in lines for word in _COMPOUND.findall(line.text)}
    run: list[Line] = []
    for line in lines:
        if run and _ends(run, line, usual):
            yield _paragraph(run, usual, compounds)
            run = []
        run.append(line)
    if run:
        yield _paragraph(run, usual, compounds)


def _ends(run: Sequence[Line], line: Line, usual: _Usual) -> bool:
    """Tell whether a paragraph ends before a line."""
    before = run[-1]
    if before.text[-1] in PARTING:
        return False
    closes = bool(_ENDS.search(before.text))
    is_short = before.right - before.left < _SHORT * usual.width
    if _is_large(before, usual) != _is_large(line, usual) or _is_row(before) != _is_row(line):
        return True
    if _is_row(line):
        return False
    if before.page != line.page or line.top < before.top - usual.pitch:
        # A new page or column: the sentence tells whether the paragraph goes on.
        return closes and (is_short or line.text[:1].isupper())
    if line.bottom - before.bottom > _WIDE_GAP * max(usual.pitch, 1.0):
        return True
    if len(run) > 1 and line.left - before.left > _INDENT * max(usual.size, 1.0):
        return True
    return closes and is_short


def _is_large(line: Line, usual: _Usual) -> bool:
    return bool(usual.size) and line.size > _LARGE * usual.size


def _is_row(line: Line) -> bool:
    return CELL in line.text


def _paragraph(run: Sequence[Line], usual: _Usual, compounds: set[str]) -> Paragraph:
    if _is_row(run[0]):
        return Paragraph("\n".join(_clean(line.text) for line in run), is_table=len(run) > 1)
    text = run[0].text
    for line in run[1:]:
        text = _with(text, line.text, compounds)
    text = _clean(text)
    is_heading = _is_large(run[0], usual) and len(text) <= _MOST_HEADING
    return Paragraph(text, is_heading=is_heading)


def _with(text: str, line: str, compounds: set[str]) -> str:
    """Return a text with its next line, a word that was parted at the end whole again."""
    if text[-1] in PARTING:
        return text[:-1] + line
    found, first = _LAST_WORD.search(text[-_LONGEST_WORD:]), _FIRST_WORD.match(line)
    if found and first:
        # Names are joined by their hyphen; other words only where the text does so elsewhere.
        is_compound = f"{found[1]}-{first.group()}".casefold() in compounds
        return (text if is_compound or not first.group().islower() else text[:-1]) + line
    return f"{text} {line}"


def _clean(text: str) -> str:
    return text.replace(PARTING, "")
