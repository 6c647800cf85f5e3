"""Print a comparison in two columns, for a person at a terminal.

Each variant stands between brackets with its class's sign, and in its class's colour, so
that neither a colour terminal nor colour vision is needed.
"""

import re
import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import click

from variorum.cli.output import harmless
from variorum.collation.values import QuotationPair, Variant, VariantClass
from variorum.exchange.comparison import Comparison, Edition, Row, rows
from variorum.exchange.facts import sums
from variorum.exchange.runs import runs
from variorum.exchange.wording import ENGLISH
from variorum.text import Passage, Span

_SIGNS = {
    VariantClass.TYPOGRAPHY: "'",
    VariantClass.SPELLING: "~",
    VariantClass.STYLE: "°",
    VariantClass.WORDING: "*",
    VariantClass.SUBSTANCE: "!",
}
_COLOURS = {
    VariantClass.TYPOGRAPHY: "bright_black",
    VariantClass.SPELLING: "cyan",
    VariantClass.STYLE: "magenta",
    VariantClass.WORDING: "blue",
    VariantClass.SUBSTANCE: "red",
}
_GUTTER = " │ "
_NARROWEST, _WIDEST = 24, 75


@dataclass(frozen=True, slots=True)
class _Piece:
    """Hold characters that are printed in one style."""

    text: str
    kind: VariantClass | None = None

    def styled(self) -> str:
        if self.kind is None:
            return self.text
        strong = self.kind is VariantClass.SUBSTANCE
        return click.style(self.text, fg=_COLOURS[self.kind], bold=strong)


_Word = list[_Piece]


def print_columns(comparison: Comparison, *, hidden: frozenset[VariantClass]) -> None:
    """Print both sides level by level, then the sums, the quotations and the legend."""
    columns = shutil.get_terminal_size((100, 24)).columns
    width = max(_NARROWEST, min(_WIDEST, (columns - len(_GUTTER)) // 2))
    shown = [v for v in comparison.collation.variants if v.variant_class not in hidden]
    names = (comparison.base.name, comparison.version.name)
    _print_level(*([_Piece(name)] for name in names), width=width)
    click.echo("─" * (2 * width + len(_GUTTER)))
    for row in rows(comparison):
        base = _side(row, row.base, comparison.base, [(v.base, v) for v in shown])
        version = _side(row, row.version, comparison.version, [(v.version, v) for v in shown])
        _print_level(base, version, width=width)
        click.echo(" " * width + _GUTTER.rstrip())
    _print_sums(comparison)


def _side(
    row: Row, passages: Sequence[Passage], edition: Edition, variants: list[tuple[Span, Variant]]
) -> list[_Piece]:
    """Return a side's pieces; the label of its gap where it has none."""
    if not passages and row.gap is not None:
        return [_Piece(f"— {ENGLISH.gap((row.base or row.version)[0].kind, row.gap)} —")]
    pieces = [_Piece("⇅ ")] if row.link.moved else []
    for passage in passages:
        if passage.kind.is_furniture:
            pieces.append(_Piece(f"[{ENGLISH.passage_kind(passage.kind)}] "))
        for run in runs(passage.words, variants):
            pieces += _marked(run.span.of(edition.article.text), run.marks)
        pieces.append(_Piece(" "))
    return pieces


def _marked(text: str, variants: Sequence[Variant]) -> list[_Piece]:
    """Put a variant's words between brackets with its sign."""
    if not variants:
        return [_Piece(text)]
    kind = max((v.variant_class for v in variants), key=list(VariantClass).index)
    return [_Piece(f"[{_SIGNS[kind]}{text.strip()}]", kind)]


def _words(pieces: Sequence[_Piece]) -> Iterator[_Word]:
    """Divide pieces at white space; a word may be of several pieces."""
    word: _Word = []
    for piece in pieces:
        for number, part in enumerate(re.split(r"\s+", piece.text)):
            if number and word:
                yield word
                word = []
            if part:
                word.append(_Piece(harmless(part), piece.kind))
    if word:
        yield word


def _wrapped(pieces: Sequence[_Piece], width: int) -> list[list[_Word]]:
    lines: list[list[_Word]] = [[]]
    room = width
    for word in _words(pieces):
        for part in _broken(word, width):
            needed = _width(part)
            if lines[-1] and needed + 1 > room:
                lines.append([])
                room = width
            room -= needed + bool(lines[-1])
            lines[-1].append(part)
    return lines


def _broken(word: _Word, width: int) -> list[_Word]:
    """Break a word that is wider than a column, such as an address or a Chinese sentence."""
    if _width(word) <= width:
        return [word]
    parts: list[_Word] = [[]]
    room = width
    for piece in word:
        for character in piece.text:
            needed = _width([_Piece(character)])
            if needed > room:
                parts.append([])
                room = width
            room -= needed
            parts[-1].append(_Piece(character, piece.kind))
    return parts


def _print_level(base: Sequence[_Piece], version: Sequence[_Piece], *, width: int) -> None:
    """Print two sides beside each other, line by line."""
    for left, right in zip_longest(
        _wrapped(base, width), _wrapped(version, width), fillvalue=list[_Word]()
    ):
        filled = sum(map(_width, left)) + max(0, len(left) - 1)
        line = _styled(left) + " " * (width - filled) + _GUTTER + _styled(right)
        click.echo(line.rstrip())


def _styled(line: Sequence[_Word]) -> str:
    return " ".join("".join(piece.styled() for piece in word) for word in line)


def _width(word: _Word) -> int:
    """Count the columns of a terminal that a word takes."""
    return sum(_columns(character) for piece in word for character in piece.text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _print_sums(comparison: Comparison) -> None:
    facts = sums(comparison, ENGLISH)
    click.echo(" · ".join(f"{label} {value}" for label, value in facts))
    for quotation in comparison.collation.quotations:
        words = " ".join(_quoted(comparison, quotation).split())
        speaker = f" ({quotation.speaker})" if quotation.speaker else ""
        click.echo(harmless(f"“{words}”{speaker}: {ENGLISH.verdict(quotation.verdict)}"))
    legend = (
        click.style(f"[{_SIGNS[kind]}{ENGLISH.variant_class(kind)}]", fg=_COLOURS[kind])
        for kind in VariantClass
    )
    click.echo(" ".join(legend))


def _quoted(comparison: Comparison, quotation: QuotationPair) -> str:
    if quotation.base is not None:
        return quotation.base.of(comparison.base.article.text)
    if quotation.version is not None:
        return quotation.version.of(comparison.version.article.text)
    return ""
