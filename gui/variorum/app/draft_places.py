"""Name the places in which one writes, for the drafts that a library keeps."""

from dataclasses import astuple

from variorum.annotations.values import VariantPlace
from variorum.ids import ArticleId, HighlightId, NoteId, StoryId
from variorum.library.annotations import NotePlace, OnArticle, OnHighlight, OnStory
from variorum.text import Span

_NEW = 0
"""Stands for a note that is not written yet."""


def draft_place(on: NotePlace, note: NoteId | None) -> str:
    """Name a place to write in: a note, or the new note on something."""
    return f"{_on(on)} note {note or _NEW}"


def _on(on: NotePlace) -> str:
    match on:
        case OnHighlight(highlight):
            return f"highlight {highlight}"
        case OnArticle(article):
            return f"article {article}"
        case OnStory(story):
            return f"story {story}"
        case VariantPlace(base_article, base, version_article, version):
            ends = (base_article, *astuple(base), version_article, *astuple(version))
            return f"variant {' '.join(map(str, ends))}"


def place_of_new(name: str) -> NotePlace | None:
    """Return what a new note was being written on; None for other drafts."""
    on, _, note = name.partition(" note ")
    kind, *numbers = on.split() or ("",)
    if note != str(_NEW) or not all(number.isdigit() for number in numbers):
        return None
    match kind, [int(number) for number in numbers]:
        case "highlight", [highlight]:
            return OnHighlight(HighlightId(highlight))
        case "article", [article]:
            return OnArticle(ArticleId(article))
        case "story", [story]:
            return OnStory(StoryId(story))
        case "variant", [base, start, end, version, other_start, other_end]:
            return VariantPlace(
                ArticleId(base), Span(start, end), ArticleId(version), Span(other_start, other_end)
            )
        case _:
            return None
