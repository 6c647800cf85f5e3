"""Choose the version with which the others are compared, unless the reader does."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from variorum.stories.fingerprints import hash_of_text
from variorum.text import Article, LineageKind, PassageKind
from variorum.wire.lexicon import AGENCY_OF_CREDIT
from variorum.wire.lineage import in_headline

UPDATING = frozenset(
    {
        LineageKind.UPDATE,
        LineageKind.LEAD,
        LineageKind.WRITETHRU,
        LineageKind.ADDITION,
        LineageKind.WRAP,
        LineageKind.REPLACEMENT,
    }
)
_FOLLOWING = UPDATING | {
    LineageKind.CORRECTION,
    LineageKind.REFILE,
    LineageKind.REPEAT,
    LineageKind.WITHDRAWAL,
}
"""Marks of an item that another was sent before."""

_PARTS = re.compile(r"[/,;&|]|(?<=\s)and(?=\s)")

Judge = Callable[[Sequence[Article], list[int]], list[int]]
"""Narrow the numbers of those articles that may be the base; never to none."""


def choose_base(articles: Sequence[Article]) -> int:
    """Return the number of the base among the versions of one story.

    It is the version that another credits, else the one whose source is an agency, else the
    earliest, else the longest; what is still equal is settled by the text's hash. Of one
    outlet and day, a text without a mark is earlier than its `UPDATE 1-`, its correction. The
    order of the articles has no say.
    """
    if not articles:
        raise ValueError("a story without versions has no base")
    left = list(range(len(articles)))
    for judge in _JUDGES:
        left = judge(articles, left)
        if len(left) == 1:
            break
    return min(left, key=lambda number: hash_of_text(articles[number].text))


def _credited(articles: Sequence[Article], left: list[int]) -> list[int]:
    """Keep what other outlets among the versions name as the origin of their words."""
    issuers = [outlet_name(article.source) for article in articles]
    credited = [credits_of(article) for article in articles]

    def is_credited(number: int) -> bool:
        issuer = issuers[number]
        return issuer is not None and any(
            issuer in credited[other] and issuers[other] != issuer for other in range(len(articles))
        )

    return [number for number in left if is_credited(number)] or left


def _from_agency(articles: Sequence[Article], left: list[int]) -> list[int]:
    def is_agency(number: int) -> bool:
        source = articles[number].source
        return source is not None and source.casefold() in _AGENCY_NAMES

    return [number for number in left if is_agency(number)] or left


def _earliest(articles: Sequence[Article], left: list[int]) -> list[int]:
    """Keep the earliest day, and of one day the earliest instant, when all are known.

    What has no date may be as early as the earliest, never known to be later: it stays.
    """
    moments = {number: articles[number].published for number in left}
    days = {number: _day(moment) for number, moment in moments.items() if moment is not None}
    if not days:
        return left
    first = min(days.values())
    left = [number for number in left if days.get(number, first) == first]
    instants = {
        number: moment
        for number in left
        if isinstance(moment := moments[number], datetime) and moment.tzinfo is not None
    }
    if len(instants) < len(left):
        return left
    return [number for number in left if instants[number] == min(instants.values())]


def _first_sent(articles: Sequence[Article], left: list[int]) -> list[int]:
    """Keep what a desk sent first of a day: before its update, its correction."""
    return [
        number
        for number in left
        if not any(follows(articles[number], articles[other]) for other in left)
    ] or left


def _longest(articles: Sequence[Article], left: list[int]) -> list[int]:
    lengths = {number: _story_length(articles[number]) for number in left}
    return [number for number in left if lengths[number] == max(lengths.values())]


_JUDGES: tuple[Judge, ...] = (_credited, _from_agency, _earliest, _first_sent, _longest)


def outlet_name(name: str | None) -> str | None:
    """Return one name for an outlet however it is printed: an agency's own, else folded."""
    if name is None:
        return None
    plain = " ".join(name.split()).casefold()
    agency = AGENCY_OF_CREDIT.get(plain)
    return agency.name.casefold() if agency else plain


_AGENCY_NAMES = frozenset(
    form for credit, agency in AGENCY_OF_CREDIT.items() for form in (credit, agency.name.casefold())
)


def credits_of(article: Article) -> frozenset[str]:
    """Return the outlets that an article's dateline and credit lines name."""
    printed: list[str] = []
    if article.dateline is not None and article.dateline.credit is not None:
        printed.append(article.dateline.credit)
    printed += [
        article.words_of(passage)
        for passage in article.passages
        if passage.kind in {PassageKind.CREDIT, PassageKind.BYLINE}
    ]
    names = (outlet_name(part.strip(" .()[]-–—")) for line in printed for part in _split(line))
    return frozenset(name for name in names if name)


def _split(line: str) -> list[str]:
    """Return the line and its parts: "Reuters, AP" names two, "Smith & Sons News" one."""
    return [line, *(part.strip() for part in _PARTS.split(line))]


def _day(moment: date) -> date:
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).date() if moment.tzinfo else moment.date()
    return moment


def follows(one: Article, other: Article) -> bool:
    """Tell whether one was sent after the other by what the copy of one desk says; dates aside.

    A higher take is later; of one take that which is marked as an update, a correction, a
    withdrawal, or as sent again, where the other is not.
    """
    # Most copy says nothing of itself: ask that first, of all pairs of a story.
    if not one.lineage or not is_of_one_desk(one, other):
        return False
    takes = take_of(one), take_of(other)
    if takes[0] != takes[1]:
        return takes[0] > takes[1]
    marks = marks_of(one), marks_of(other)
    news, olds = marks[0] - marks[1], marks[1] - marks[0]
    return bool(news & _FOLLOWING) and not olds & _FOLLOWING


def is_of_one_desk(one: Article, other: Article) -> bool:
    """Tell whether nothing shows two articles to be of different outlets."""
    outlets = {outlet_name(one.source), outlet_name(other.source)} - {None}
    return len(outlets) < 2 and not is_print_of(one, other) and not is_print_of(other, one)


def is_print_of(one: Article, other: Article) -> bool:
    """Tell whether one is another outlet's print of what the other's sent."""
    issuer = outlet_name(other.source)
    if issuer is None or issuer == outlet_name(one.source):
        return False
    return issuer in credits_of(one)


def marks_of(article: Article) -> frozenset[LineageKind]:
    """Return what an article's copy says of its descent, in kinds."""
    return frozenset(mark.kind for mark in article.lineage)


def take_of(article: Article) -> int:
    """Return which take a headline's tag tells of: none is 0, `UPDATE 2-` is 2; an alert is none."""
    marks = in_headline(article.headline or "")
    return max((mark.number or 1 for mark in marks if mark.kind in _FOLLOWING), default=0)


def _story_length(article: Article) -> int:
    return sum(len(passage.words) for passage in article.passages if passage.kind.is_story)
