"""Quotations and notes as Markdown, story by story."""

import re
from collections.abc import Iterable, Iterator

from variorum.exchange.comparison import Comparison, Edition, Mark, StorySheet
from variorum.exchange.facts import day, sums
from variorum.exchange.templates import Label
from variorum.exchange.wording import ENGLISH, Wording

# What every Markdown lets a backslash escape; for the rest only an entity is safe everywhere.
_SPECIAL = re.compile(r"[\\`*_\[\]#]")
_ENTITIES = str.maketrans({sign: f"&#{ord(sign)};" for sign in "&<>|~$="})
_LINE_START = re.compile(r"^[^\S\n]*(?:([-+])|(\d+)([.)]))?", re.MULTILINE)


def markdown(sheets: Iterable[StorySheet], *, wording: Wording = ENGLISH) -> Iterator[str]:
    """Return stories with their comparisons' sums, their quotations and notes."""
    for sheet in sheets:
        yield f"# {one_line(sheet.title)}\n\n"
        yield from _notes(sheet.notes)
        for comparison in sheet.comparisons:
            yield from _comparison(comparison, wording)
        for edition in sheet.editions:
            if edition.marks or edition.notes:
                yield from _edition(edition)


def _comparison(comparison: Comparison, wording: Wording) -> Iterator[str]:
    names = " → ".join(one_line(e.name) for e in (comparison.base, comparison.version))
    yield f"## {names}\n\n"
    facts = (f"{label} {value}" for label, value in sums(comparison, wording))
    yield f"{' · '.join(facts)}\n\n"
    base, version = comparison.base.article.text, comparison.version.article.text
    for quotation in comparison.collation.quotations:
        here, text = (quotation.base, base) if quotation.base else (quotation.version, version)
        words = one_line(here.of(text)) if here else ""
        yield f"- “{words}”: {wording.verdict(quotation.verdict)}\n"
    if comparison.collation.quotations:
        yield "\n"
    if comparison.notes:
        yield f"### {wording.label(Label.NOTES)}\n\n"
    for note in comparison.notes:
        yield f"{quoted(note.base.of(base))}>\n> →\n>\n{quoted(note.version.of(version))}\n"
        yield f"{note.text}\n\n"


def _edition(edition: Edition) -> Iterator[str]:
    about = " · ".join(filter(None, [one_line(edition.name), day(edition.article)]))
    yield f"## {about}\n\n"
    yield from _notes(edition.notes)
    for mark in edition.marks:
        yield from _mark(mark, edition)


def _mark(mark: Mark, edition: Edition) -> Iterator[str]:
    yield quoted(mark.span.of(edition.article.text))
    about = [*(f"**{one_line(code.name)}**" for code in mark.codes), one_line(mark.annotator)]
    yield f"\n{' · '.join(filter(None, about))}\n\n"
    yield from _notes(mark.notes)


def _notes(notes: Iterable[str]) -> Iterator[str]:
    """Return notes as written: they are Markdown already."""
    for note in notes:
        yield f"{note}\n\n"


def quoted(words: str) -> str:
    """Return words as a quotation in which nothing means anything to Markdown."""
    return "".join(f"> {line}\n" for line in _plain(words).splitlines() or [""])


def one_line(text: str) -> str:
    """Return text on one line in which nothing means anything to Markdown."""
    return " ".join(_plain(text).split())


def _plain(text: str) -> str:
    """Return text in which nothing means anything to Markdown."""
    escaped = _SPECIAL.sub(r"\\\g<0>", text).translate(_ENTITIES)
    return _LINE_START.sub(_escaped_start, escaped)


def _escaped_start(match: re.Match[str]) -> str:
    """Take a line's beginning its power to make a list or, by spaces, a block of code."""
    sign, number, dot = match.groups()
    if sign:
        return f"\\{sign}"
    return f"{number}\\{dot}" if number else ""
