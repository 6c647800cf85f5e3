"""Say to a pane how the reader's marks are painted."""

from collections.abc import Callable, Iterator, Sequence

from variorum.annotations.values import Highlight, VariantPlace
from variorum.app.marks import Echo, Marks
from variorum.app.writing import Writing
from variorum.ids import ArticleId, CodeId, HighlightId
from variorum.window.desk.values import Mark

NO_HIGHLIGHT = HighlightId(0)
"""The id of what a pane paints that is no highlight."""


def marks_of(marks: Marks, writing: Writing, article: ArticleId) -> list[Mark]:
    """Return an article's marks, for who asks once."""
    return ShownMarks(marks, writing).of(article)


class ShownMarks:
    """Say how marks are painted; what is the same as before is the same value."""

    def __init__(self, marks: Marks, writing: Writing) -> None:
        self._marks, self._writing = marks, writing
        self._known: dict[HighlightId, tuple[object, Mark]] = {}
        self._known_echoes: dict[tuple[HighlightId, ArticleId], tuple[object, Mark]] = {}
        self._made_of: tuple[object, ...] = ()
        self._lists: dict[tuple[str, ArticleId], tuple[tuple[object, ...], list[Mark]]] = {}

    def of(self, article: ArticleId) -> list[Mark]:
        """Return an article's marks: those saved, those on their way, echoes, signs of notes."""
        marks = self._marks
        made_of = (marks.codebook, marks.signs)
        if any(one is not other for one, other in zip(made_of, self._made_of, strict=False)):
            self._known.clear()
            self._known_echoes.clear()
            self._lists.clear()
        self._made_of = made_of
        saved = self._kept(
            ("saved", article),
            (marks.highlights, marks.notes),
            lambda: [self._saved(mark) for mark in marks.highlights if mark.article == article],
        )
        pending = [
            Mark(mark.id, mark.span, colours=_colours(marks, mark.codes), pending=True)
            for mark in marks.pending
            if mark.article == article
        ]
        # They are made anew whenever marks are read again.
        echoes = self._kept(
            ("echoes", article),
            (marks.echoes,),
            lambda: [self._echo(echo) for echo in marks.echoes if echo.article == article],
        )
        return [*saved, *pending, *echoes, *_signs(self._writing, article)]

    def _kept(
        self,
        name: tuple[str, ArticleId],
        made_of: tuple[object, ...],
        make: Callable[[], list[Mark]],
    ) -> list[Mark]:
        """Return a list made before, while what it was made of is the very same; else a new one."""
        known = self._lists.get(name)
        if known is None or any(
            one is not other for one, other in zip(made_of, known[0], strict=True)
        ):
            known = self._lists[name] = (made_of, make())
        return known[1]

    def _saved(self, mark: Highlight) -> Mark:
        has_note = mark.id in self._marks.notes
        known = self._known.get(mark.id)
        # While nothing was read again the values are the very same: that is told at once.
        is_known = known is not None and known[1].has_note == has_note
        if known is not None and is_known and (known[0] is mark or known[0] == mark):
            if known[0] is not mark:
                # Read again: next time it is the very same.
                self._known[mark.id] = (mark, known[1])
            return known[1]
        sign, sign_colour = self._marks.signs.get(mark.annotator, ("", ""))
        shown = Mark(
            mark.id,
            mark.span,
            colours=_colours(self._marks, mark.codes),
            has_note=has_note,
            sign=sign,
            sign_colour=sign_colour,
        )
        self._known[mark.id] = (mark, shown)
        return shown

    def _echo(self, echo: Echo) -> Mark:
        mark = self._marks.find(echo.highlight)
        codes = mark.codes if mark is not None else ()
        known = self._known_echoes.get((echo.highlight, echo.article))
        if known is not None and known[0] == codes and known[1].span == echo.span:
            return known[1]
        shown = Mark(echo.highlight, echo.span, colours=_colours(self._marks, codes), echo=True)
        self._known_echoes[echo.highlight, echo.article] = (codes, shown)
        return shown


def _colours(marks: Marks, codes: Sequence[CodeId]) -> tuple[str, ...]:
    return tuple(code.colour for code in marks.codes_of(codes)) if codes else ()


def _signs(writing: Writing, article: ArticleId) -> Iterator[Mark]:
    """Yield where notes on differences end in an article."""
    for one in writing.written:
        if isinstance(one.on, VariantPlace) and one.note is not None:
            ends = {one.on.base_article: one.on.base, one.on.version_article: one.on.version}
            span = ends.get(article)
            if span is not None and len(span):
                yield Mark(NO_HIGHLIGHT, span, has_note=True, sign_only=True)
