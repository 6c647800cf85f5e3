"""Put off loading the patterns of wire copy until there is copy to read."""

from collections.abc import Iterator, Sequence
from importlib import import_module

from variorum.text import Lineage, Passage


def in_headline(words: str) -> Iterator[Lineage]:
    """Return the marks in front of a headline, or behind it, with spans in its words."""
    return import_module("variorum.wire.lineage").in_headline(words)


def lineage_of(
    text: str, passages: Sequence[Passage], *, headline: str | None, slug: str | None
) -> tuple[Lineage, ...]:
    """Return the marks of descent that a text bears, and those of the file's headline and slug."""
    return import_module("variorum.wire.lineage").of(text, passages, headline=headline, slug=slug)


def lineage_with_fields(
    marks: tuple[Lineage, ...], *, status: str | None, note: str | None
) -> tuple[Lineage, ...]:
    """Return an item's marks with those of its fields."""
    fields = import_module("variorum.wire.field_marks")
    return fields.with_fields(marks, status=status, note=note)
