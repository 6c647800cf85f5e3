"""Say to a pane how the reader's marks are painted."""

from collections.abc import Iterator

from variorum.annotations.values import VariantPlace
from variorum.app.marks import Marks
from variorum.app.writing import Writing
from variorum.ids import ArticleId, HighlightId
from variorum.window.desk.values import Mark

NO_HIGHLIGHT = HighlightId(0)
"""The id of what a pane paints that is no highlight."""


def marks_of(marks: Marks, writing: Writing, article: ArticleId) -> list[Mark]:
    """Return an article's marks: those saved, those on their way, echoes, signs of notes."""
    saved = [
        Mark(
            mark.id,
            mark.span,
            colours=tuple(code.colour for code in marks.codes_of(mark.codes)),
            has_note=bool(marks.notes.get(mark.id)),
            sign=marks.signs.get(mark.annotator, ("", ""))[0],
            sign_colour=marks.signs.get(mark.annotator, ("", ""))[1],
        )
        for mark in marks.highlights
        if mark.article == article
    ]
    pending = [
        Mark(
            mark.id,
            mark.span,
            colours=tuple(code.colour for code in marks.codes_of(mark.codes)),
            pending=True,
        )
        for mark in marks.pending
        if mark.article == article
    ]
    echoes = [
        Mark(echo.highlight, echo.span, colours=_colours_of_echo(marks, echo.highlight), echo=True)
        for echo in marks.echoes
        if echo.article == article
    ]
    return [*saved, *pending, *echoes, *_signs(writing, article)]


def _signs(writing: Writing, article: ArticleId) -> Iterator[Mark]:
    """Yield where notes on differences end in an article."""
    for one in writing.written:
        if isinstance(one.on, VariantPlace) and one.note is not None:
            ends = {one.on.base_article: one.on.base, one.on.version_article: one.on.version}
            span = ends.get(article)
            if span is not None and len(span):
                yield Mark(NO_HIGHLIGHT, span, has_note=True, sign_only=True)


def _colours_of_echo(marks: Marks, highlight: HighlightId) -> tuple[str, ...]:
    mark = marks.find(highlight)
    return tuple(code.colour for code in marks.codes_of(mark.codes)) if mark else ()
