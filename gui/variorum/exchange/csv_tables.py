"""Tables for spreadsheets: a row a mark, or a row a variant.

Wire copy really begins lines with `--` and `=`: a cell that a spreadsheet would take for a
formula gets an apostrophe before it (OWASP ASVS 1.2.10).
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from variorum.collation.values import LinkDecision
from variorum.exchange.comparison import (
    Comparison,
    Edition,
    ShownDecision,
    ShownWords,
    StorySheet,
)
from variorum.exchange.facts import day, heading
from variorum.exchange.wording import ENGLISH, Wording

_FORMULA = tuple("=+-@\t\r\0＝＋－＠")

_OF_MARKS = (
    "story",
    "headline",
    "source",
    "published",
    "start",
    "end",
    "words",
    "codes",
    "annotator",
    "made",
    "notes",
)

_OF_VARIANTS = (
    "story",
    "base_source",
    "version_source",
    "class",
    "rule",
    "base_start",
    "base_end",
    "version_start",
    "version_end",
    "base_words",
    "version_words",
    "reason",
    "notes",
)


_OF_DECISIONS = (
    "story",
    "base_source",
    "version_source",
    "decided",
    "class",
    "base_start",
    "base_end",
    "version_start",
    "version_end",
    "base_words",
    "version_words",
    "holds",
    "annotator",
    "made",
)


def decisions_table(
    sheets: Iterable[StorySheet], words: Iterable[ShownWords], *, raw: bool = False
) -> Iterator[str]:
    """Return a CSV table of what was decided by hand, line by line; words that hold everywhere last."""
    yield csv_line(_OF_DECISIONS)
    for sheet in sheets:
        for comparison in sheet.comparisons:
            for made in comparison.decisions:
                yield csv_line(_decision(sheet, comparison, made), raw=raw)
    for each in words:
        pair = each.pair
        places = ("", "", "", "", pair.one, pair.other, "yes")
        made = each.made.isoformat()
        cells = ("", "", "", "words", pair.variant_class, *places, each.annotator, made)
        yield csv_line(cells, raw=raw)


def _decision(sheet: StorySheet, comparison: Comparison, made: ShownDecision) -> Sequence[object]:
    decision = made.decision
    is_link = isinstance(decision, LinkDecision)
    return (
        sheet.title,
        comparison.base.name,
        comparison.version.name,
        decision.choice if is_link else "class",
        "" if is_link else decision.variant_class,
        decision.base.start,
        decision.base.end,
        decision.version.start,
        decision.version.end,
        decision.base.of(comparison.base.article.text),
        decision.version.of(comparison.version.article.text),
        "no" if decision in comparison.collation.lost else "yes",
        made.annotator,
        made.made.isoformat(),
    )


def marks_table(sheets: Iterable[StorySheet], *, raw: bool = False) -> Iterator[str]:
    """Return a CSV table of all highlights, line by line; raw, formulas keep their power."""
    yield csv_line(_OF_MARKS)
    for sheet in sheets:
        for edition in sheet.editions:
            yield from (csv_line(cells, raw=raw) for cells in _marks(sheet, edition))


def variants_table(
    sheets: Iterable[StorySheet], *, wording: Wording = ENGLISH, raw: bool = False
) -> Iterator[str]:
    """Return a CSV table of all variants, line by line."""
    yield csv_line(_OF_VARIANTS)
    for sheet in sheets:
        for comparison in sheet.comparisons:
            rows = _variants(sheet, comparison, wording)
            yield from (csv_line(cells, raw=raw) for cells in rows)


def _marks(sheet: StorySheet, edition: Edition) -> Iterator[Sequence[object]]:
    article = edition.article
    for mark in edition.marks:
        yield (
            sheet.title,
            heading(article),
            edition.name,
            day(article),
            mark.span.start,
            mark.span.end,
            mark.span.of(article.text),
            "; ".join(code.name for code in mark.codes),
            mark.annotator,
            mark.made.isoformat(),
            "\n\n".join(mark.notes),
        )


def _variants(
    sheet: StorySheet, comparison: Comparison, wording: Wording
) -> Iterator[Sequence[object]]:
    base, version = comparison.base, comparison.version
    for variant in comparison.collation.variants:
        yield (
            sheet.title,
            base.name,
            version.name,
            variant.variant_class,
            variant.classed_by,
            variant.base.start,
            variant.base.end,
            variant.version.start,
            variant.version.end,
            variant.base.of(base.article.text),
            variant.version.of(version.article.text),
            wording.reason(variant.reason),
            "\n\n".join(comparison.notes_on(variant)),
        )


def csv_line(cells: Sequence[object], *, raw: bool = False) -> str:
    """Return a line of a table; not raw, no cell is one that a spreadsheet would compute."""
    out = io.StringIO()
    shown = cells if raw else [harmless(cell) for cell in cells]
    csv.writer(out, lineterminator="\r\n").writerow(shown)
    return out.getvalue()


def harmless(cell: object) -> object:
    """Return a cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if isinstance(cell, str) and _could_compute(cell) else cell


def disarmed(cell: str) -> str:
    """Return the words of a cell that `harmless` wrote."""
    return cell[1:] if cell.startswith("'") and _could_compute(cell[1:]) else cell


def _could_compute(cell: str) -> bool:
    """Tell whether a spreadsheet may take a cell for a formula, once or twice quoted too."""
    return cell.lstrip(" \n'").startswith(_FORMULA)
