"""Choose the version with which the others are compared, unless the reader does."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from variorum.stories.fingerprints import hash_of_text
from variorum.text import Article, PassageKind
from variorum.wire.lexicon import AGENCY_OF_CREDIT
from variorum.wire.lineage import in_headline

_PARTS = re.compile(r"[/,;&|]|(?<=\s)and(?=\s)")

Judge = Callable[[Sequence[Article], list[int]], list[int]]
"""Narrow the numbers of those articles that may be the base; never to none."""


def choose_base(articles: Sequence[Article]) -> int:
    """Return the number of the base among the versions of one story.

    It is the version that another credits, else the one whose source is an agency, else the
    earliest, else the longest; what is still equal is settled by the text's hash. Of one
    outlet and day, a text without a tag is earlier than its `UPDATE 1-`. The order of the
    articles has no say.
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
    """Keep what one outlet sent first of a day: before its update, its correction."""
    names = {outlet_name(articles[number].source) for number in left}
    if None in names or len(names) > 1:
        return left
    takes = {number: take_of(articles[number]) for number in left}
    return [number for number in left if takes[number] == min(takes.values())]


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


def take_of(article: Article) -> int:
    """Return which take a headline's tag tells of: none is 0, `UPDATE 2-` is 2."""
    return max((mark.number or 1 for mark in in_headline(article.headline or "")), default=0)


def _story_length(article: Article) -> int:
    return sum(len(passage.words) for passage in article.passages if passage.kind.is_story)
