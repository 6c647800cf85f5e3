"""Set the parts of an article one below the other, and read them as wire copy."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from variorum.progress import pulse
from variorum.text import Article, Passage, PassageKind, Span
from variorum.wire import reader
from variorum.wire.fields import Fields

_BETWEEN = "\n\n"
_SURE = 0.95


@dataclass(frozen=True, slots=True)
class Part:
    """Hold a part of an article, with the kind that the file's mark-up gives it."""

    text: str
    kind: PassageKind | None = None
    """None leaves the kind to the wire reader."""
    linked: bool = False
    """Some of it is a link."""


def as_marked_up(passage: Passage, part: Part) -> Passage:
    """Return a passage as it can be below a headline: no second headline, and a promo is a link."""
    if passage.kind is PassageKind.HEADLINE:
        return replace(passage, kind=PassageKind.PARAGRAPH)
    if passage.kind is not PassageKind.PROMO or part.linked:
        return passage
    is_cued = reader.judge(part.text) is not None
    return passage if is_cued else replace(passage, kind=PassageKind.CROSSHEAD)


def as_read(passage: Passage, _part: Part) -> Passage:
    """Return a passage as the wire reader has it."""
    return passage


def compose(
    parts: Sequence[Part],
    *,
    fields: Fields,
    mend: Callable[[Passage, Part], Passage] = as_marked_up,
    between: str = _BETWEEN,
) -> Article:
    """Return the article whose text is the parts, an empty line between two.

    A part of a given kind becomes one passage; in the others `mend` may correct what the wire
    reader made of each passage. A part's text holds more than white space.
    """
    pulse()
    article = reader.read(between.join(part.text for part in parts), fields=fields)
    passages = _with_kinds(article.passages, parts, mend=mend, gap=len(between))
    headline = article.headline
    if not fields.headline and any(_is_other(part, headline) for part in parts):
        headline = None
    return replace(article, passages=passages, headline=headline)


def _is_other(part: Part, headline: str | None) -> bool:
    """Tell whether what was read as the headline is a part that the file calls something else."""
    is_told = part.kind not in {None, PassageKind.HEADLINE}
    return is_told and headline is not None and part.text.split() == headline.split()


def _with_kinds(
    passages: Sequence[Passage],
    parts: Sequence[Part],
    *,
    mend: Callable[[Passage, Part], Passage],
    gap: int,
) -> tuple[Passage, ...]:
    """Return the passages with the kinds that the file's mark-up is sure of."""
    told: list[Passage] = []
    waiting = deque(passages)
    start = 0
    for part in parts:
        end = start + len(part.text)
        inside: list[Passage] = []
        while waiting and waiting[0].words.start < end:
            inside.append(waiting.popleft())
        if inside and part.kind is not None:
            told.append(_as_one(inside, part.kind))
        else:
            told.extend(mend(passage, part) for passage in inside)
        start = end + gap
    return (*told, *waiting)


def _as_one(inside: Sequence[Passage], kind: PassageKind) -> Passage:
    """Return the passages of a part as one, of the kind the mark-up gives."""
    first, last = inside[0], inside[-1]
    return Passage(
        kind,
        Span(first.span.start, last.span.end),
        Span(first.words.start, last.words.end),
        _SURE,
    )
