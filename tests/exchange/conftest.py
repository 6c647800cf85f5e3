"""A story with its versions and marks, to be exported."""

import datetime as dt

import pytest

from variorum.collation.collate import collate
from variorum.exchange.comparison import (
    Comparison,
    Edition,
    Mark,
    ShownCode,
    StorySheet,
    VariantNote,
)
from variorum.text import Span
from variorum.wire.fields import Fields
from variorum.wire.reader import read

BASE = (
    "PORT MERROW, April 12 (Northline) - Pilots walked off the job on Monday, leaving 14 ships"
    " at anchor off Saltholm, the <b>Pilots’ Guild</b> said.\n\n"
    "=2+3 was written on a banner at the gate, a reporter saw.\n\n"
    '"We have asked for rest, not riches," Guild chair Edda Moll told reporters.\n\n'
    "(Reporting by Clara Stene in Port Merrow; Editing by Jon Abel)"
)
VERSION = (
    "PORT MERROW (NORTHLINE) - Pilots walked off the job on Monday, leaving 17 ships"
    " at anchor off Saltholm, the <b>Pilots' Guild</b> said.\n\n"
    "=2+3 was written on a banner at the gate, a reporter saw."
)


def mark(text: str, words: str, *notes: str, code: str = "claim") -> Mark:
    """Return a mark on words that stand once in a text."""
    start = text.index(words)
    return Mark(
        Span(start, start + len(words)),
        (ShownCode(code, "blue"),),
        annotator="-me",
        made=dt.datetime(2021, 4, 13, 12, tzinfo=dt.UTC),
        notes=notes,
    )


@pytest.fixture
def sheet() -> StorySheet:
    """Return a story of a base and a version with marks and notes of every kind."""
    base = Edition(
        read(BASE, fields=Fields(source="Northline")),
        "Northline",
        marks=(
            mark(BASE, "=2+3 was written", "What does it mean?\n\nAsk *her*."),
            mark(BASE, "<b>Pilots’ Guild</b>", code="<i>who</i>"),
        ),
        notes=("On the article.",),
    )
    version = Edition(read(VERSION), "Channel Post")
    collation = collate(base.article, version.article)
    figure = VariantNote(
        Span(BASE.index("14"), BASE.index("14") + 2),
        Span(VERSION.index("17"), VERSION.index("17") + 2),
        "Who counted <them>?",
    )
    comparison = Comparison(base, version, collation, notes=(figure,))
    return StorySheet("Pilots <walk> out", base, (comparison,), notes=("On the story.",))
