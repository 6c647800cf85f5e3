"""Read the heads of Chinese, Japanese and Korean copy, which have no capitals and few spaces."""

import re

from variorum.text import PartialDate
from variorum.wire import dates
from variorum.wire.lexicon import AGENCY_OF_CREDIT
from variorum.wire.patterns import alternatives, pattern
from variorum.wire.values import Opening

_HAN_AGENCIES = alternatives(
    credit for credit in AGENCY_OF_CREDIT if any("一" <= c <= "鿿" for c in credit)
)
_CHINESE = pattern(
    rf"(?P<credit>(?:本报|(?:{_HAN_AGENCIES})){{1,2}})[/、／\s]{{0,2}}(?P<place>[一-鿿·]{{2,12}}?)"
    r"(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日(?:电|電|讯|訊)"
    r"\s{0,2}(?:[（(][^（()）\n]{1,40}[)）])?\s{0,2}(?:题：)?"
)
_JAPANESE = pattern(
    r"[［\[【(（](?P<place>[^\s\d０-９＝=［］\[\]【】()（）]{2,16})[\s　]{0,2}"
    r"(?:(?P<day>\d{1,2})日[\s　]{0,2})?(?P<credit>[^\s\d＝=［］\[\]【】()（）]{2,12})[］\]】)）][\s　]{0,2}[-－–—―]{1,2}"
)
_KOREAN = pattern(
    r"[\[(](?P<place>[^\s=\[\]()]{1,16}(?:[·ㆍ,/]\s?[^\s=\[\]()]{1,16})?)\s?=\s?(?P<credit>[^=\[\]()\n]{2,20})[\])]"
    r"(?:\s{0,2}[^=\n]{2,40}?\s?=)?"
)
_BRACKETED_JAPANESE = pattern(
    rf"【(?P<place>[^\s\d【】]{{1,12}}?)[\s　]{{0,2}}(?:(?P<day>\d{{1,2}})日[\s　]{{0,2}})?(?P<credit>{_HAN_AGENCIES}|ロイター|時事|AFP)(?:[=＝][^【】]{{1,20}})?】"
)
_SIGNED_JAPANESE = pattern(
    r"【(?P<place>[^\s\d０-９＝=・【】]{1,12})[＝=][^\s\d０-９【】]{2,20}】(?P<credit>)"
)
"""A paper's own: the place, and who reports from there."""
_TAIWANESE = pattern(
    rf"[（(](?P<credit>{_HAN_AGENCIES})[記记]者[一-鿿]{{3}}(?P<place>[一-鿿]{{2,6}}?)"
    r"(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日[專专]?[電电][）)]"
)
_HEADS: tuple[re.Pattern[str], ...] = (
    _CHINESE,
    _TAIWANESE,
    _JAPANESE,
    _BRACKETED_JAPANESE,
    _SIGNED_JAPANESE,
    _KOREAN,
)


_BY_AGENCY = (_CHINESE, _TAIWANESE, _BRACKETED_JAPANESE, _SIGNED_JAPANESE)
"""Forms that are read by the agency's own name, or that no agency has."""


def find(head: str, start: int) -> Opening | None:
    """Return a Chinese, Japanese or Korean dateline at a place in the words, or None."""
    if head[start : start + 12].isascii():
        return None
    for form in _HEADS:
        match = form.match(head, start)
        if match is None:
            continue
        if form not in _BY_AGENCY and match["credit"].casefold() not in AGENCY_OF_CREDIT:
            continue
        end = len(match[0].rstrip())
        credit = match["credit"] or None
        return Opening(start, start + end, match["place"], credit, _date(match), 0.97)
    return None


def _date(match: re.Match[str]) -> PartialDate | None:
    """Return the month and day of a head; a day alone is no date."""
    groups = match.groupdict()
    month, day = groups.get("month"), groups.get("day")
    return dates.possible(None, int(month), int(day)) if month and day else None
