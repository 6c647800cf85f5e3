"""A page that stands alone: versions side by side, underlined by class, marks tinted.

It needs no script and no network, and forbids itself both: whatever a story holds, its
words are only ever words here.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from variorum.assets import resources
from variorum.collation.values import Relation, Variant, VariantClass
from variorum.exchange.comparison import Comparison, Edition, Mark, Row, StorySheet, rows
from variorum.exchange.facts import day, heading, sums
from variorum.exchange.palette import colours_css
from variorum.exchange.runs import Run, runs
from variorum.exchange.templates import Label
from variorum.exchange.wording import ENGLISH, Wording
from variorum.text import Article, Passage, Span

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"

_TOLD = frozenset({Relation.SPLIT, Relation.MERGED, Relation.REARRANGED})

_Tag = Variant | Mark


def page(sheets: Iterable[StorySheet], *, title: str, wording: Wording = ENGLISH) -> Iterator[str]:
    """Return a page of stories piece by piece, so that a large library needs no large memory."""
    css = (resources() / "export" / "page.css").read_text(encoding="utf-8")
    yield (
        '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_words(title)}</title>\n<style>\n{colours_css()}{css}</style>\n</head>\n<body>\n"
    )
    painter = _Painter(wording)
    for sheet in sheets:
        yield from painter.sheet(sheet)
    yield painter.legend()
    yield "</body>\n</html>\n"


class _Painter:
    """Turn sheets into HTML in the language of a wording."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def sheet(self, sheet: StorySheet) -> Iterator[str]:
        yield f'<h1 dir="auto">{_words(sheet.title)}</h1>\n'
        yield from self._notes(sheet.notes)
        if not sheet.comparisons:
            yield from self._alone(sheet.base)
        for comparison in sheet.comparisons:
            yield from self._comparison(comparison)
        yield from self._marks(sheet.editions)

    def _comparison(self, comparison: Comparison) -> Iterator[str]:
        facts = sums(comparison, self._wording)
        yield '<ul class="sums">'
        yield from (f"<li>{_words(label)} <b>{_words(value)}</b></li>" for label, value in facts)
        yield "</ul>\n"
        names = (comparison.base, comparison.version)
        labels = (Label.BASE, Label.VERSION)
        cells = (self._name(*pair) for pair in zip(names, labels, strict=True))
        yield f'<div class="row name">{"".join(cells)}</div>\n'
        for row in rows(comparison):
            yield self._row(row, comparison)
        yield from self._quotations(comparison)
        yield from self._variant_notes(comparison)

    def _name(self, edition: Edition, label: Label) -> str:
        about = " · ".join(filter(None, [self._wording.label(label), day(edition.article)]))
        return (
            f'<div class="cell"><b dir="auto">{_words(edition.name)}</b>'
            f" <small>{_words(about)}</small></div>"
        )

    def _row(self, row: Row, comparison: Comparison) -> str:
        variants = comparison.collation.variants
        base = self._cell(row.base, comparison.base, [(v.base, v) for v in variants])
        version = self._cell(row.version, comparison.version, [(v.version, v) for v in variants])
        told = self._told(row)
        if row.gap is not None:
            kind = (row.base or row.version)[0].kind
            gap = f'<p class="gap">— {_words(self._wording.gap(kind, row.gap))} —</p>'
            base, version = base or gap, version or gap
        cells = f'<div class="cell">{told}{base}</div><div class="cell">{version}</div>'
        return f'<div class="row">{cells}</div>\n'

    def _told(self, row: Row) -> str:
        """Say what happened to whole passages, where their words alone do not show it."""
        told: list[str] = []
        if row.link.moved:
            told.append(f"⇅ {self._wording.label(Label.MOVED_HERE)}")
        if row.link.relation in _TOLD:
            told.append(self._wording.relation(row.link.relation))
        return f'<p class="told">{_words(" · ".join(told))}</p>' if told else ""

    def _quotations(self, comparison: Comparison) -> Iterator[str]:
        quotations = comparison.collation.quotations
        if not quotations:
            return
        yield f"<h3>{_words(self._wording.label(Label.QUOTATIONS))}</h3>\n<table>\n"
        heads = [
            comparison.base.name or self._wording.label(Label.BASE),
            comparison.version.name or self._wording.label(Label.VERSION),
            self._wording.label(Label.SPEAKER),
            self._wording.label(Label.VERDICT),
        ]
        columns = "".join(f'<th scope="col" dir="auto">{_words(head)}</th>' for head in heads)
        yield f"<tr>{columns}</tr>\n"
        for quotation in quotations:
            ends = (
                quotation.base.of(comparison.base.article.text) if quotation.base else "",
                quotation.version.of(comparison.version.article.text) if quotation.version else "",
            )
            cells = [*ends, quotation.speaker or "", self._wording.verdict(quotation.verdict)]
            row = "".join(f'<td dir="auto">{_words(cell)}</td>' for cell in cells)
            yield f"<tr>{row}</tr>\n"
        yield "</table>\n"

    def legend(self) -> str:
        """Explain the underlines once, at the end."""
        items = (
            f'<li><span class="v {kind}">{_words(self._wording.variant_class(kind))}</span> '
            f"{_words(self._wording.variant_class_line(kind))}</li>"
            for kind in VariantClass
        )
        return f'<footer><ul class="sums">{"".join(items)}</ul></footer>\n'

    def _alone(self, edition: Edition) -> Iterator[str]:
        yield f'<div class="name">{self._name(edition, Label.VERSION)}</div>\n'
        yield f'<div class="cell">{self._cell(edition.article.passages, edition, [])}</div>\n'

    def _cell(
        self,
        passages: Sequence[Passage],
        edition: Edition,
        variants: Sequence[tuple[Span, Variant]],
    ) -> str:
        tags: list[tuple[Span, _Tag]] = [*variants, *((mark.span, mark) for mark in edition.marks)]
        return "".join(self._passage(passage, edition.article, tags) for passage in passages)

    def _passage(
        self, passage: Passage, article: Article, tags: Sequence[tuple[Span, _Tag]]
    ) -> str:
        words = "".join(self._run(run, article.text) for run in runs(passage.words, tags))
        if passage.kind.is_story:
            return f'<p dir="auto" class="{passage.kind}">{words}</p>'
        kind = self._wording.passage_kind(passage.kind)
        label = f'<span class="kind">{_words(kind)}</span>'
        return f'<div dir="auto" class="furniture {passage.kind}">{label}{words}</div>'

    def _run(self, run: Run[_Tag], text: str) -> str:
        words = _words(run.span.of(text))
        for tag in run.marks:
            if isinstance(tag, Variant):
                words = self._underlined(words, tag)
        for tag in run.marks:
            if isinstance(tag, Mark):
                words = _tinted(words, tag)
        return words

    def _underlined(self, words: str, variant: Variant) -> str:
        kind = variant.variant_class
        lines = [self._wording.classed(variant), self._wording.reason(variant.reason)]
        if variant.decided is None:
            lines.append(self._wording.rule_line(variant.rule))
        about = "\n".join(lines)
        return f'<span class="v {kind}" title="{_words(about)}">{words}</span>'

    def _marks(self, editions: Sequence[Edition]) -> Iterator[str]:
        marked = [edition for edition in editions if edition.marks or edition.notes]
        if not marked:
            return
        yield f"<h2>{_words(self._wording.label(Label.HIGHLIGHTS))}</h2>\n"
        for edition in marked:
            yield f'<h3 dir="auto">{_words(edition.name)}</h3>\n'
            yield from self._notes(edition.notes)
            if edition.marks:
                yield "<table>\n"
                yield from (_mark_row(mark, edition.article) for mark in edition.marks)
                yield "</table>\n"

    def _variant_notes(self, comparison: Comparison) -> Iterator[str]:
        if not comparison.notes:
            return
        yield f"<h3>{_words(self._wording.label(Label.NOTES))}</h3>\n<table>\n"
        for note in comparison.notes:
            ends = (
                note.base.of(comparison.base.article.text),
                note.version.of(comparison.version.article.text),
            )
            cells = "".join(f'<td dir="auto">{_words(end)}</td>' for end in ends)
            yield f'<tr>{cells}<td class="note" dir="auto">{_words(note.text)}</td></tr>\n'
        yield "</table>\n"

    @staticmethod
    def _notes(notes: Sequence[str]) -> Iterator[str]:
        for note in notes:
            yield f'<p class="note notes" dir="auto">{_words(note)}</p>\n'


def comparison_page(comparison: Comparison, *, wording: Wording = ENGLISH) -> str:
    """Return the page of one comparison."""
    title = heading(comparison.base.article)
    sheet = StorySheet(title, comparison.base, (comparison,))
    return "".join(page([sheet], title=title, wording=wording))


def _words(text: str) -> str:
    return escape(text, quote=True)


def _tinted(words: str, mark: Mark) -> str:
    colours = [code.colour for code in mark.codes if code.colour.isalnum()] or ["yellow"]
    lines = ", ".join(
        f"inset 0 -{2 * number}px var(--line-{colour})" for number, colour in enumerate(colours, 1)
    )
    names = ", ".join(code.name for code in mark.codes)
    style = f"background: var(--tint-{colours[0]}); box-shadow: {lines}"
    return f'<mark style="{style}" title="{_words(names)}">{words}</mark>'


def _mark_row(mark: Mark, article: Article) -> str:
    codes = ", ".join(code.name for code in mark.codes)
    notes = "\n\n".join(mark.notes)
    return (
        f'<tr><td dir="auto">{_tinted(_words(mark.span.of(article.text)), mark)}</td>'
        f'<td dir="auto">{_words(codes)}</td>'
        f'<td class="note" dir="auto">{_words(notes)}</td></tr>\n'
    )
