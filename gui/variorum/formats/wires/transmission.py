"""Read what IPTC 7901 and ANPA 1312 have in common: control characters, messages, time stamps."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from unicodedata import combining, normalize

from variorum.text import Article, Moment
from variorum.wire.lexicon import MONTH_OF_NAME

SOH, STX, ETX, EOT = "\x01", "\x02", "\x03", "\x04"
_ESCAPES = re.compile(r"\x1b[\x20-\x2f]*[\x30-\x7e]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_LINE_ENDS = re.compile(r"\r+\n?")
_STAMP = re.compile(
    r"\b(?P<day>[0-3]\d)(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)[ \t]*"
    r"(?:(?P<zone>[A-Za-z]{1,5}|[+-]\d{4})[ \t]+)??(?P<month>[^\W\d_]{3,9})\.?[ \t]+"
    r"(?P<year>\d{4}|\d{2})(?!\d)"
)
_WORLD = frozenset({"gmt", "utc", "z", "ut", "tu"})
_CENTURY_BEGINS = 70
"""Years with two figures from here on are of the last century."""


@dataclass(frozen=True, slots=True)
class Message:
    """Hold the three parts of a message in transmission; control characters still in them."""

    header: str
    text: str
    trailer: str
    ends: bool
    """ETX was there."""


def with_line_feeds(text: str) -> str:
    """Return a transmission with line feeds alone at the ends of its lines."""
    return _LINE_ENDS.sub("\n", text)


def cut(chunk: str) -> Message:
    """Return the parts of one message: header, text between STX and ETX, what follows."""
    chunk = chunk.partition(EOT)[0]
    head, began, rest = chunk.partition(STX)
    if not began:
        head, rest = "", chunk
    text, ended, trailer = rest.partition(ETX)
    return Message(head, text, trailer, ends=bool(ended))


def cleaned(text: str) -> str:
    """Return text without control characters; line feeds and tabs stay."""
    return _CONTROLS.sub("", _ESCAPES.sub("", text))


def stamped(words: str) -> Moment | None:
    """Return the moment of a stamp like `131137 GMT Nov 13`; a day where its zone is not GMT."""
    for found in _STAMP.finditer(words):
        month = _month(found["month"])
        if month is None:
            continue
        try:
            day = dt.date(full_year(found["year"]), month, int(found["day"]))
            clock = dt.time(int(found["hour"]), int(found["minute"]), tzinfo=dt.UTC)
        except ValueError:
            continue
        zone = (found["zone"] or "").casefold()
        return dt.datetime.combine(day, clock) if zone in _WORLD or zone == "+0000" else day
    return None


def _month(word: str) -> int | None:
    """Return the month of a name, of one cut short or without its accents: `Okt`, `AOU`."""
    word = word.casefold()
    if word in MONTH_OF_NAME:
        return MONTH_OF_NAME[word]
    meant = {
        number for name, number in MONTH_OF_NAME.items() if _bare(name).startswith(_bare(word))
    }
    return meant.pop() if len(meant) == 1 else None


def _bare(word: str) -> str:
    """Return a word without its accents."""
    parts = normalize("NFD", word)
    return "".join(part for part in parts if not combining(part))


def full_year(figures: str) -> int:
    """Return a year that may be given with its last two figures."""
    year = int(figures)
    if len(figures) > 2:
        return year
    return year + (1900 if year >= _CENTURY_BEGINS else 2000)


def from_sender(article: Article, sender: str | None) -> Article:
    """Return the article with its sender as its source, where the copy names none."""
    return article if article.source or not sender else replace(article, source=sender)
