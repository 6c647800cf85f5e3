"""What is printed below the texts: the figures of each version, marks and notes in words."""

from collections.abc import Iterator

from variorum.exchange.comparison import Comparison, Edition, StorySheet
from variorum.exchange.facts import day, sums
from variorum.exchange.templates import Label
from variorum.exchange.wording import Wording
from variorum.window.printing.paper import DetailList

_NOTHING = "∅"


def details_of(sheet: StorySheet, wording: Wording) -> list[DetailList]:
    """Return the details of what is shown: the base, then each version beside it."""
    base = sheet.base
    label = wording.label(Label.BASE) if sheet.comparisons else ""
    first = DetailList(_named(base, label), notes=[*sheet.notes, *_of_edition(base)])
    others = (
        DetailList(
            title=_named(one.version, ""),
            facts=sums(one, wording),
            notes=[*_of_variants(one), *_of_edition(one.version)],
        )
        for one in sheet.comparisons
    )
    details = [first, *others]
    return [one for one in details if one.facts or one.notes]


def _named(edition: Edition, label: str) -> str:
    return " · ".join(filter(None, [edition.name, label, day(edition.article)]))


def _of_edition(edition: Edition) -> Iterator[str]:
    """Yield the notes on a version, then its highlights with their codes and notes."""
    yield from edition.notes
    for mark in edition.marks:
        words = " ".join(mark.span.of(edition.article.text).split())
        codes = ", ".join(code.name for code in mark.codes)
        yield " — ".join(filter(None, [f"“{words}”", codes, *mark.notes]))


def _of_variants(one: Comparison) -> Iterator[str]:
    for note in one.notes:
        ends = note.base.of(one.base.article.text), note.version.of(one.version.article.text)
        base, version = (" ".join(end.split()) or _NOTHING for end in ends)
        yield f"{base} → {version}: {note.text}"
