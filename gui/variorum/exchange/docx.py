"""Marked articles as a Word document: words tinted where they are marked, notes as comments.

Written part by part after ECMA-376 (WordprocessingML); only what such a document needs. A
comment begins with the codes of its highlight, since a tint alone names none.
"""

import datetime as dt
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import BinaryIO

from variorum.annotations.mark_set import (
    MarkSet,
    OnArticleOf,
    OnHighlightOf,
    OnStoryOf,
    SetEnd,
    SetHighlight,
    SetNote,
    SetVariant,
    StableId,
)
from variorum.exchange.docx_parts import CONTENT_TYPES, NAMESPACE, PARTS, RELATIONS, STYLES
from variorum.exchange.facts import day
from variorum.exchange.mark_rows import Known
from variorum.exchange.palette import code_tints
from variorum.exchange.refi import xml_words
from variorum.progress import Tick, no_tick
from variorum.text import Article, Passage, Span

ArticleOf = Callable[[StableId], Article]


@dataclass(frozen=True, slots=True)
class _Comment:
    """Hold a comment and the words it stands on; no span where it is on the whole article."""

    number: int
    span: Span | None
    author: str
    made: dt.datetime
    text: str


def write_docx(
    out: BinaryIO, marks: MarkSet, *, title: str, article_of: ArticleOf, tick: Tick = no_tick
) -> None:
    """Write the articles that carry marks, or are of a story with a note, one after the other."""
    writer = _Writer(marks)
    body = [_paragraph(_run(title), style="Title")]
    articles = writer.articles()
    for done, stable in enumerate(articles):
        tick(done, len(articles))
        body.extend(writer.article(stable, article_of(stable)))
    tick(len(articles), len(articles))
    document = f"<w:document {NAMESPACE}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>"
    comments = "".join(_comment(comment) for comment in writer.comments)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (
            ("[Content_Types].xml", CONTENT_TYPES),
            ("_rels/.rels", PARTS),
            ("word/_rels/document.xml.rels", RELATIONS),
            ("word/styles.xml", STYLES),
            ("word/comments.xml", f"<w:comments {NAMESPACE}>{comments}</w:comments>"),
            ("word/document.xml", document),
        ):
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>\n{content}'.encode())


class _Writer:
    """Set articles with their marks, and gather the comments on the way."""

    def __init__(self, marks: MarkSet) -> None:
        self._known = Known.of(marks)
        self._marks = marks
        self._highlights: defaultdict[StableId, list[SetHighlight]] = defaultdict(list)
        for highlight in marks.highlights:
            self._highlights[highlight.article].append(highlight)
        self._on_highlights = marks.notes_on_highlights()
        self._on_articles: defaultdict[StableId, list[SetNote]] = defaultdict(list)
        self._on_ends: defaultdict[StableId, list[tuple[SetEnd, SetEnd, SetNote]]]
        self._on_ends = defaultdict(list)
        first_of = {story.id: story.articles[0] for story in marks.stories if story.articles}
        for note in marks.notes:
            match note.on:
                case OnArticleOf(place):
                    self._on_articles[place].append(note)
                case OnStoryOf(place) if place in first_of:
                    self._on_articles[first_of[place]].append(note)
                case SetVariant(base, version):
                    self._on_ends[base.article].append((base, version, note))
                    self._on_ends[version.article].append((version, base, note))
                case OnStoryOf() | OnHighlightOf():
                    pass
        self.comments: list[_Comment] = []

    def articles(self) -> list[StableId]:
        """Return the articles to set, in the order of the set."""
        wanted = self._marks.marked | self._on_articles.keys()
        return [article.id for article in self._marks.articles if article.id in wanted]

    def article(self, stable: StableId, article: Article) -> Iterator[str]:
        """Yield an article's paragraphs."""
        about = self._known.articles[stable]
        whole = [self._say(None, note, note.text) for note in self._on_articles[stable]]
        heading = "".join(_start(each) for each in whole) + _run(about.title)
        yield _paragraph(heading + "".join(_end(each) for each in whole), style="Heading1")
        line = " · ".join(filter(None, [about.source, day(article)]))
        if line:
            yield _paragraph(_run(line), style="Subtitle")
        comments = [*self._of_highlights(stable), *self._of_ends(stable)]
        edges = _Edges(article.passages, comments)
        highlights = self._highlights[stable]
        for number, passage in enumerate(article.passages):
            style = "Normal" if passage.kind.is_story else "Furniture"
            runs = _runs(article.text, passage.words, highlights, edges.of(number), self._tint)
            yield _paragraph("".join(runs), style=style)

    def _of_highlights(self, stable: StableId) -> Iterator[_Comment]:
        for highlight in self._highlights[stable]:
            span = highlight.anchor.span
            names = ", ".join(self._known.code_names(highlight))
            notes = self._on_highlights.get(highlight.id, ())
            for note in notes:
                yield self._say(span, note, "\n".join(filter(None, [names, note.text])))
            if names and not notes:
                yield self._say(span, highlight, names)

    def _of_ends(self, stable: StableId) -> Iterator[_Comment]:
        for here, there, note in self._on_ends[stable]:
            source = self._known.articles[there.article].source or ""
            other = f"↔ {source}: {there.anchor.exact}".strip()
            yield self._say(here.anchor.span, note, f"{other}\n{note.text}")

    def _say(self, span: Span | None, by: SetNote | SetHighlight, text: str) -> _Comment:
        author = self._known.names.get(by.annotator, "")
        comment = _Comment(len(self.comments), span, author, by.made, text)
        self.comments.append(comment)
        return comment

    def _tint(self, highlight: SetHighlight) -> str:
        colours = [self._known.codes[code].colour for code in highlight.codes]
        return code_tints().get((colours or ["yellow"])[0], "#fff0b3").removeprefix("#")


class _Edges:
    """Say where comments begin and end; places between two passages go to the nearest words."""

    def __init__(self, passages: Sequence[Passage], comments: Iterable[_Comment]) -> None:
        self._words = [passage.words for passage in passages]
        self._found: defaultdict[int, list[_Edge]] = defaultdict(list)
        for comment in comments:
            if comment.span is not None and self._words:
                self._place(comment, comment.span)

    def _place(self, comment: _Comment, span: Span) -> None:
        last = len(self._words) - 1
        reach = span.start + (1 if len(span) else 0)
        behind = (n for n, words in enumerate(self._words) if words.end >= reach)
        first = next(behind, last)
        words = self._words[first]
        start = (first, min(max(span.start, words.start), words.end))
        before = (n for n in range(last, -1, -1) if self._words[n].start < span.end)
        final = next(before, first)
        words = self._words[final]
        end = max(start, (final, max(min(span.end, words.end), words.start)))
        self._found[start[0]].append(_Edge(start[1], comment, begins=True))
        self._found[end[0]].append(_Edge(end[1], comment, begins=False))

    def of(self, number: int) -> "list[_Edge]":
        """Return the edges in a passage, in the order in which they are written."""
        return sorted(self._found[number], key=lambda edge: edge.place)


@dataclass(frozen=True, slots=True)
class _Edge:
    """Hold where a comment begins or ends."""

    place: int
    comment: _Comment
    begins: bool

    def written(self) -> str:
        """Return the edge as Word has it."""
        return _start(self.comment) if self.begins else _end(self.comment)


def _runs(
    text: str,
    words: Span,
    highlights: Sequence[SetHighlight],
    edges: Sequence[_Edge],
    tint: Callable[[SetHighlight], str],
) -> Iterator[str]:
    """Yield a passage's runs, cut wherever a mark begins or ends."""
    near = [highlight for highlight in highlights if highlight.anchor.span.overlaps(words)]
    # Of marks on the same words the shortest is the one that is seen.
    near.sort(key=lambda highlight: len(highlight.anchor.span))
    cuts = {words.start, words.end, *(edge.place for edge in edges)}
    for highlight in near:
        span = highlight.anchor.span
        cuts |= {max(words.start, span.start), min(words.end, span.end)}
    for place, end in pairwise([*sorted(cuts), words.end]):
        yield from (edge.written() for edge in edges if edge.place == place)
        piece = Span(place, end)
        if len(piece):
            over = next((each for each in near if each.anchor.span.covers(piece)), None)
            yield _run(piece.of(text), tint=tint(over) if over else "")


def _paragraph(runs: str, *, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _run(words: str, *, tint: str = "") -> str:
    shade = f'<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="{tint}"/></w:rPr>' if tint else ""
    return f"<w:r>{shade}{_inner(words)}</w:r>"


def _inner(words: str) -> str:
    """Return words as the inside of a run: line ends and tabs have elements of their own."""
    lines = xml_words(words).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "<w:br/>".join(
        "<w:tab/>".join(
            f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>' if part else ""
            for part in line.split("\t")
        )
        for line in lines
    )


def _start(comment: _Comment) -> str:
    return f'<w:commentRangeStart w:id="{comment.number}"/>'


def _end(comment: _Comment) -> str:
    return (
        f'<w:commentRangeEnd w:id="{comment.number}"/>'
        f'<w:r><w:commentReference w:id="{comment.number}"/></w:r>'
    )


def _comment(comment: _Comment) -> str:
    author = escape(xml_words(comment.author))
    initials = escape("".join(part[0] for part in xml_words(comment.author).split())[:3])
    made = comment.made.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    paragraphs = "".join(
        _paragraph(_run(line), style="CommentText") for line in comment.text.splitlines() or [""]
    )
    return (
        f'<w:comment w:id="{comment.number}" w:author="{author}" w:initials="{initials}"'
        f' w:date="{made}">{paragraphs}</w:comment>'
    )
