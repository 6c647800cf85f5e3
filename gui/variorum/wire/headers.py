"""Recognise transmission headers and metadata that leaked into the text, and read their dates."""

import datetime as dt

from variorum.text import Moment, PassageKind
from variorum.wire import dates
from variorum.wire.lexicon import (
    AGENCY_OF_CREDIT,
    HEADER_KEYS,
    HEADER_KEYWORDS,
    HEADER_STAMPS,
    STAMP_WORDS,
)
from variorum.wire.patterns import alternatives, pattern
from variorum.wire.pieces import Guess
from variorum.wire.words import is_capital

_KEYS = alternatives(HEADER_KEYS)
_ISO = r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
_RUN = pattern(
    rf"(?:(?:{_KEYS})\s{{0,2}}[:=]?\s{{0,2}}(?:{_ISO}|https?://\S{{1,300}}|\d{{4,20}}\b)|{_ISO})(?=\s|$)"
)
_ISO_INSIDE = pattern(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:[T ](?P<time>\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,6})?\s?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_STAMP = pattern(rf"(?:{alternatives(HEADER_STAMPS)})(?=[\s:|])[\s:|]{{1,3}}")
_STAMP_BEHIND = pattern(rf"\s(?=(?:{alternatives(HEADER_STAMPS)})[\s:])")
_SECTION = pattern(r"\s[-–—|]\s[A-Z][\w&, -]{2,30}$", cased=True)
"""What a page files a story under, behind the day."""
_CLOCK = pattern(
    r"(?<!\.)(?<!\.\d)\d{1,2}(?::|\.|h)\d{2}(?!\.?\d)(?::\d{2})?\s{0,2}(?:[ap]\.?m\.?)?(?:\s?(?:[A-Z]{2,4}|GMT|UTC))?|\d{1,2}\s{0,2}[ap]\.?m\.?(?:\s?[A-Z]{2,4})?"
)
_AGO = pattern(r"\d{1,3}\s(?:second|minute|hour|day|week|month|year)s?\sago")
_FIGURES = pattern(r"(?<![\d/])\d{1,2}/\d{1,2}/(?:19|20)\d{2}(?![\d/])")
_YEAR = pattern(r"(?:19|20)\d{2}")
_LONGEST_STAMP = 90
_LONGEST_ITEM = 4
_MOST_STAMPS = 2
_BESIDE_A_CLOCK = " ,|-–—"
_WORDS_OF_A_PLACE = 4
_WORDS_OF_A_FIELD = 6
_DATE_WORDS = pattern(r"[\w.]{1,14}")
_TRANSMISSION = pattern(
    r"[\x01\x16]{1,4}[a-zA-Z]{1,3}\d{3,4}.{0,60}$"
    r"|[a-z]{1,2}\d{4}[\x1f_^-]{1,4}\S{0,12}$"
    r"|[a-z]\s[a-z][\x11-\x14\s]{1,4}\S{2,40}.{0,60}\d{2}-\d{2}(?:\s{1,4}\d{4})?$"
    r"|[a-z]{3}\d{3,4}\s\d\s\w{1,4}\s\d{1,5}\s.{0,60}$"
    r"|\d{6}\s(?:[a-z]{3,4}\s)?[a-zä]{3,5}\.?\s\d{2}(?:\d{2})?$"
    r"|(?:ry){2,10}\b.{0,80}$"
    r"|(?:[a-z0-9]{2,8}\s{1,4})?(?:\d{1,2}-(?:\d{1,2}|[a-z]{3})-\d{2}|\d{4}-\d{2}-\d{2})[\s/]\d{1,2}[:.]?\d{2}(?:\s[a-z]{2,4})?(?:\s[a-z]{2,4})?$"
    r"|\d{3,5}\*\*\d{3,5}$"
    r"|<#>$"
)
"""Lines of circuits in either case, one form a row."""
_TRANSMITTED = pattern(
    r"[A-Z]{2,4}\d{3,4}\s\d\s[A-Z]\s\d{4}\s[A-Z]{3}\b.{0,40}$"
    r"|[A-Z]{2,5}\s\d{6}\s(?:[A-Z]{3}\s)?[A-ZÉÛ]{3,4}\s\d{2}$"
    r"|[A-Z]{2,5}(?:-[A-Z]{2})?-\d{2}-\d{2}-\d{2}\s\d{4}\s?[A-Z]{3}<?$"
    r"|(?:ISIN|WKN|CUSIP|SEDOL|LEI)(?:\scode)?\s?:?\s{1,4}[A-Z0-9]{6,20}(?:[\s,;].{0,60})?$"
    r"|[-–]\s[-–]\s\d{2}\s\d{2}\s[AP]M\s[A-Z]{3}\s\d{2}-\d{2}-\d{2}$"
    r"|[A-Z]{2,3}\d{3,4}[AP][ECMP][SD]T?$"
    r"|ISSN:?\s\d{4}\s?[-–]\s?\d{3}[\dX]$"
    r"|(?:UP|AP)[A-Z]?\d{3}$|[A-Z]{1,2}\s[A-Z]$"
    r"|\d{1,5}\sof\s\d{1,5}\sDOCUMENTS?$"
    r"|Document\s[A-Z]{3,12}\d{8,16}\w{1,12}$"
    r"|ZCZC\b.{0,40}$"
    r"|NNNN$",
    cased=True,
)
"""Lines of circuits and of systems in capitals."""


def kind_of(words: str) -> Guess | None:
    """Return header for a line of transmission or metadata, None for anything else."""
    if len(words) > 160:
        return None
    core = words.strip("\x02\x03\x04\x7f \t")
    if _TRANSMISSION.match(core) or _TRANSMITTED.match(core):
        return Guess(PassageKind.HEADER, 0.9)
    if _is_number_of_an_item(core):
        return Guess(PassageKind.HEADER, 0.85)
    run = leaked(words)
    if run == len(words):
        return Guess(PassageKind.HEADER, 0.95)
    if len(words) > _LONGEST_STAMP:
        return None
    if (
        words[0].isalpha()
        and words.casefold().startswith(HEADER_KEYWORDS)
        and words[-1] not in ".?!"
    ):
        return Guess(PassageKind.HEADER, 0.8)
    dated = _YEAR.search(words) is not None
    if dated and _is_of_a_paper(words):
        return Guess(PassageKind.HEADER, 0.85)
    if dated and (_is_stamp(words) or _is_barred(words) or _is_filed(words)):
        return Guess(PassageKind.HEADER, 0.85)
    return Guess(PassageKind.HEADER, 0.85) if _is_day_and_clock(words) else None


def _is_of_a_paper(words: str) -> bool:
    """Tell whether a stamp stands behind a paper's name, or before it in brackets."""
    at = stamped_from(words)
    named = words[:at].split() if at > 0 else []
    if 1 <= len(named) <= _WORDS_OF_A_PLACE and all(map(is_capital, named)):
        return True
    stamp, bracket, paper = words.partition(" (")
    named = paper[:-1].split()
    short = bool(bracket) and words[-1] == ")" and 1 <= len(named) <= _WORDS_OF_A_PLACE
    return short and all(map(is_capital, named)) and _is_stamp(stamp)


def _is_filed(words: str) -> bool:
    """Tell whether a line is a place, a full date and a clock, as papers of India set it."""
    clock = _CLOCK.search(words)
    found = (
        None if clock is None else dates.at_the_end(words[: clock.start()].rstrip(_BESIDE_A_CLOCK))
    )
    if clock is None or found is None or found.date is None or found.date.full is None:
        return False
    place = words[: found.start].strip(_BESIDE_A_CLOCK).split()
    zone = words[clock.end() :].split()
    return (
        1 <= len(place) <= _WORDS_OF_A_PLACE
        and all(map(is_capital, place))
        and all(word.casefold() in STAMP_WORDS for word in zone)
    )


def _is_number_of_an_item(words: str) -> bool:
    """Tell whether a line is an agency's letters and a number: NPA-43."""
    agency, dash, number = words.partition("-")
    return (
        bool(dash)
        and number.isdecimal()
        and len(number) <= _LONGEST_ITEM
        and agency.isupper()
        and agency.casefold() in AGENCY_OF_CREDIT
    )


def may_be(line: str) -> bool:
    """Tell whether a line is worth a closer look: a figure or a stamp's word opens it, or it holds bars and a year."""
    if line[0].isdigit() or line[:20].casefold().startswith(HEADER_STAMPS):
        return True
    return "|" in line and _YEAR.search(line) is not None


def leaked(words: str) -> int:
    """Return how many code points of leaked metadata words open with: dates, addresses, numbers."""
    end = 0
    for _ in range(8):
        match = _RUN.match(words, end)
        if match is None:
            break
        end = match.end()
        after = end + len(words[end : end + 8]) - len(words[end : end + 8].lstrip())
        if after == end or after >= len(words):
            break
        end = after
    return len(words[:end].rstrip())


def published(words: str) -> Moment | None:
    """Return the day, or the instant where a zone is given, that a header names in full."""
    match = _ISO_INSIDE.search(words)
    if match is not None:
        try:
            return _moment(match["day"], match["time"], match["zone"])
        except ValueError:
            return None
    for word in _DATE_WORDS.finditer(words):
        found = dates.at_the_start(words[word.start() :])
        if found is not None and found.date is not None and found.date.full is not None:
            return found.date.full
    return None


def _moment(day: str, time: str | None, zone: str | None) -> Moment:
    """Make a day, or an instant; a time without a zone is not an instant."""
    if time is None or zone is None:
        return dt.date.fromisoformat(day)
    offset = "+00:00" if zone.upper() in {"Z", "UTC", "GMT"} else zone
    return dt.datetime.fromisoformat(f"{day}T{time}{offset}")


def _is_day_and_clock(words: str) -> bool:
    """Tell whether a line is a day without a year and a time of day: May 3 at 2:44 PM."""
    clock = _CLOCK.search(words)
    found = dates.at_the_start(words) if clock is not None else None
    if clock is None or found is None or found.date is None or found.end > clock.start():
        return False
    between = words[found.end : clock.start()] + " " + words[clock.end() :]
    return all(word[0].casefold() in STAMP_WORDS for word in _DATE_WORDS.finditer(between))


def _is_barred(words: str) -> bool:
    """Tell whether bars divide a line into small fields, one of which is a full date."""
    barred = words.replace("｜", "|").replace(" / ", "|").replace(" ● ", "|")
    fields = [field.strip() for field in barred.split("|")]
    small = all(len(field.split()) <= _WORDS_OF_A_FIELD for field in fields)
    return len(fields) > 1 and small and any(map(_is_stamp, fields))


def stamped_from(words: str) -> int:
    """Return behind which sign a line is nothing but a page's day and clock: a bar, or a space before `Published`; -1 if none."""
    if len(words) > _LONGEST_STAMP or _YEAR.search(words) is None:
        return -1
    bar = words.find("|")
    if bar < 0:
        behind = _STAMP_BEHIND.search(words)
        bar = behind.start() if behind is not None else -1
    rest = words[bar + 1 :]
    return bar if bar > 0 and _YEAR.search(rest) and _is_stamp(rest) else -1


def _is_stamp(words: str) -> bool:
    """Tell whether a line holds a full date and a clock at most, and nothing of a story."""
    rest = _STAMP.sub(" ", words, count=_MOST_STAMPS)
    if rest != words:
        rest = _SECTION.sub(" ", rest)
    rest = _CLOCK.sub(" ", _AGO.sub(" ", rest))
    figures = _FIGURES.sub(" ", rest, count=_MOST_STAMPS)
    if figures != rest:
        rest = figures  # which is the month is not known: a stamp, but no date
    elif published(rest) is None:
        return False
    left = 0
    place = 0
    while place < len(rest):
        match = _DATE_WORDS.search(rest, place)
        if match is None:
            break
        found = dates.at_the_start(rest[match.start() :])
        if found is not None:
            place = match.start() + found.end
        else:
            word = match[0].casefold()
            left += word not in STAMP_WORDS and word not in AGENCY_OF_CREDIT
            place = match.end()
    return left <= 1
