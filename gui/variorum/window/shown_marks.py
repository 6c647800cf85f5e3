"""Say to a pane how the reader's marks are painted."""

from variorum.app.marks import Marks
from variorum.ids import ArticleId, HighlightId
from variorum.window.desk.values import Mark


def marks_of(marks: Marks, article: ArticleId) -> list[Mark]:
    """Return an article's marks: those saved, those on their way, and echoes."""
    saved = [
        Mark(
            mark.id,
            mark.span,
            colours=tuple(code.colour for code in marks.codes_of(mark.codes)),
            has_note=bool(marks.notes.get(mark.id)),
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
    return [*saved, *pending, *echoes]


def _colours_of_echo(marks: Marks, highlight: HighlightId) -> tuple[str, ...]:
    mark = marks.find(highlight)
    return tuple(code.colour for code in marks.codes_of(mark.codes)) if mark else ()
