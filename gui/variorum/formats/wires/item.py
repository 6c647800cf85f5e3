"""What the XML formats of the trade read of an item, and how that becomes an article.

The text is what a reader would read: headline, byline, and the body below its dateline. An
item whose body is empty has its summary or caption for a text.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import TypeVar

from variorum.errors import FormatError
from variorum.formats.compose import Part, as_marked_up, as_read, compose
from variorum.formats.corpora.guessing import language_of_cell
from variorum.formats.html.tree import squash
from variorum.formats.xml.tree import Node, XmlFile, parse
from variorum.text import NO_DETAILS, Article, Details, Imported, PassageKind, Problem, ProblemKind
from variorum.wire import datelines, field_marks, lineage
from variorum.wire.fields import NO_FIELDS, Fields

_REACH = 5
"""Parts at the head of a body that may repeat its byline or its headline."""
_LONGEST_EXTRA = 80
_DASHES = "-–—―_"
_Values = TypeVar("_Values", Fields, Details)


@dataclass(frozen=True, slots=True)
class Item:
    """Hold what one item of a file says, in its fields and in its body."""

    parts: tuple[Part, ...] = ()
    summary: tuple[Part, ...] = ()
    """An abstract, a description or a caption; the text of an item that has no body."""
    printed_byline: str | None = None
    """The byline as it is printed, where that is more than the field: with a title below."""
    fields: Fields = NO_FIELDS
    details: Details = NO_DETAILS
    origin: str | None = None
    """What all versions of the item share: its guid without a version."""
    problems: tuple[Problem, ...] = ()

    @property
    def has_text(self) -> bool:
        """Tell whether there is more to read than a headline."""
        return bool(self.parts or self.summary)


@dataclass(slots=True)
class Reading:
    """Gather the articles of one file; what has no text is named among the problems."""

    file: XmlFile
    received: bytes
    name: str
    origin: str
    format: str
    found: list[tuple[Item, Node]] = field(default_factory=list[tuple[Item, Node]])
    problems: list[Problem] = field(default_factory=list[Problem])
    instead: list[str] = field(default_factory=list[str])
    """What was found that has no text."""

    def leave(self, what: str, named: str) -> None:
        """Note what holds no text."""
        self.instead.append(what)
        self.problems.append(Problem(ProblemKind.PART_UNREAD, f"{what}: {named}"))

    def add(self, item: Item, node: Node) -> None:
        """Take an item that has a text."""
        self.found.append((item, node))

    def imported(self, *, hint: str) -> list[Imported]:
        """Return the articles; raise `FormatError` with the hint where there are none."""
        if not self.found:
            what = f"There is only {self.instead[0]} in it. " if self.instead else ""
            raise FormatError(f"{self.name} holds no text to read.", hint=what + hint)
        many = len(self.found) > 1
        articles = [
            self._imported(item, node if many else None, index)
            for index, (item, node) in enumerate(self.found)
        ]
        noted = (*self.file.problems, *self.problems, *articles[0].problems)
        return [replace(articles[0], problems=noted), *articles[1:]]

    def _imported(self, item: Item, node: Node | None, index: int) -> Imported:
        return Imported(
            article=article_of(item),
            origin=item.origin or self.origin,
            # One item's own bytes: a file of a thousand items is not kept a thousand times.
            received=self.received if node is None else self.file.bytes_of(node),
            encoding=self.file.encoding,
            format=self.format,
            index=0 if item.origin else index,
            problems=item.problems,
            details=details_of(item),
        )


Gather = Callable[[Reading, Node], None]
"""What a format takes of a root, and of a piece that another format wraps."""


def read_items(
    data: bytes, gather: Gather, *, name: str, origin: str, kind: str, hint: str
) -> list[Imported]:
    """Return the articles that a format gathers in a file; raise `FormatError` where none are."""
    file = parse(data, name=name)
    reading = Reading(file, data, name, origin, kind)
    gather(reading, file.root)
    return reading.imported(hint=hint)


def article_of(item: Item) -> Article:
    """Return the article of an item."""
    known = replace(item.fields, language=language_of_cell(item.fields.language or ""))
    body = _without_headline(list(item.parts or item.summary), known.headline)
    body = _below_dateline(body, item.details.dateline)
    head: list[Part] = []
    if known.headline:
        head.append(Part(known.headline, PassageKind.HEADLINE))
    printed = item.printed_byline or known.byline
    if printed and not _is_printed(known.byline or printed, body):
        head.append(Part(printed, PassageKind.BYLINE))
    mend = as_marked_up if known.headline else as_read
    article = compose([*head, *body], fields=known, mend=mend)
    marks = field_marks.with_fields(
        article.lineage,
        status=item.details.status,
        note=item.details.editor_note,
        embargoed=item.details.embargo is not None,
    )
    return replace(article, lineage=marks)


def details_of(item: Item) -> Details:
    """Return the details of an item, its summary among them."""
    return replace(item.details, extra=(*item.details.extra, *_summary(item)))


def _summary(item: Item) -> tuple[tuple[str, str], ...]:
    """Return the summary where it is not the text, or the start of the text, itself."""
    words = " ".join(" ".join(part.text.split()) for part in item.summary)
    text = squash(" ".join(part.text for part in item.parts))
    return (("summary", words),) if text and words and squash(words) not in text else ()


def merged(first: Item, second: Item) -> Item:
    """Return an item with what it lacks taken from another one."""
    return replace(
        first,
        parts=first.parts or second.parts,
        summary=first.summary or second.summary,
        printed_byline=first.printed_byline or second.printed_byline,
        fields=_filled(first.fields, second.fields),
        details=_filled(first.details, second.details),
        origin=first.origin or second.origin,
        problems=(*first.problems, *second.problems),
    )


def unique(values: Iterable[str | None]) -> tuple[str, ...]:
    """Return values that are there, each once, in their order."""
    return tuple(dict.fromkeys(value for value in values if value))


def _filled(first: _Values, second: _Values) -> _Values:
    empty = [one.name for one in fields(first) if not getattr(first, one.name)]
    return replace(first, **{name: getattr(second, name) for name in empty})


def _without_headline(body: list[Part], headline: str | None) -> list[Part]:
    """Return a body without the headline that some print once more above it."""
    said = {squash(headline), squash(_untagged(headline))} if headline else set[str]()
    return [
        part
        for place, part in enumerate(body)
        if not (place < _REACH and squash(part.text) in said - {""})
    ]


def _untagged(headline: str) -> str:
    """Return a headline without its version, which few print above the body once more."""
    spans = [mark.span for mark in lineage.in_headline(headline) if mark.span]
    for span in reversed(spans):
        headline = headline[: span.start] + headline[span.end :]
    return headline


def _is_printed(byline: str, body: Sequence[Part]) -> bool:
    """Tell whether a body prints its byline in a line of its own."""
    letters = squash(byline)
    return any(
        letters in squash(part.text) and len(part.text) <= len(byline) + _LONGEST_EXTRA
        for part in body[:_REACH]
    )


def _below_dateline(body: list[Part], dateline: str | None) -> list[Part]:
    """Return a body that opens with the dateline which the item keeps in a field of its own."""
    if not dateline or any(datelines.find(part.text) for part in body[:_REACH]):
        return body
    for place, part in enumerate(body):
        if part.kind is None:
            opened = f"{_with_dash(dateline)} {part.text}"
            if _has_credit(opened):
                return [*body[:place], replace(part, text=opened), *body[place + 1 :]]
            return body
    return body


def _with_dash(dateline: str) -> str:
    dateline = dateline.rstrip()
    return dateline if dateline.endswith(tuple(_DASHES)) else f"{dateline} -"


def _has_credit(words: str) -> bool:
    """Tell whether words open with a dateline that names an agency: a place alone is no print."""
    found = datelines.find(words)
    return found is not None and found.credit is not None
