"""What a file's own fields already say; it wins over what is read from the text."""

from dataclasses import dataclass

from variorum.text import Moment


@dataclass(frozen=True, slots=True)
class Fields:
    """Hold what a file says of its article beside the text."""

    headline: str | None = None
    slug: str | None = None
    byline: str | None = None
    published: Moment | None = None
    source: str | None = None
    language: str | None = None
    """BCP 47."""
    place: str | None = None
    """Where the copy was filed; it fills a dateline that prints no place of its own."""


NO_FIELDS = Fields()
