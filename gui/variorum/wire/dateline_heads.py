"""Read what stands before a dateline's dash or credit: the place with its region, the date, the agency.

Spans are offsets into the block that was read.
"""

from dataclasses import dataclass

from variorum.text import PartialDate
from variorum.wire import dates
from variorum.wire.lexicon import (
    AGENCY_OF_CREDIT,
    BEFORE_DATES,
    CITIES,
    MONTH_OF_NAME,
    PLACE_PARTICLES,
    REGIONS,
)
from variorum.wire.patterns import pattern
from variorum.wire.words import is_caps

_BARE_AGENCY = pattern(r"[\s,](?P<name>[^\W\d_][\w.-]{1,12})$")
LEADING_AGENCY = pattern(
    r"\(?(?P<name>[^\W\d_]{2,12})(?:\s(?:test|prova))?\)?\s{0,2}[-–—]{1,2}\s{0,2}"
)
"""An agency that stands before the place."""
LONGEST_HOUSE = 5
"""Letters of a newsroom's short name: npa."""
_LONGEST_BARE = 16
"""Code points of an agency without brackets, with the space before it."""
LONGEST_ACRONYM = 3
"""Letters of U.S. and its like, whose point is their own."""
_LONGEST_SHORT_FORM = 6
"""Signs of a state's short form with its point: Calif."""
_JOINING_DASHES = "—–"
"""Papers of old set them between the date and the agency too."""
_GLOSS = pattern(r"\s[(\[](?P<within>[^()\[\]\n]{1,30})[)\]]\s?$")
_CLOSING_BRACKETS = ")]"
_NO_PLACE = frozenset('!?"“”;:()[]{}<>=|@#+^')


@dataclass(frozen=True, slots=True)
class Head:
    """Hold what stands before a dash or a credit."""

    start: int
    place: str | None
    caps: bool = False
    """The place is printed in capitals (or in a script without them)."""
    known: bool = False
    """The lexicon knows the place, or its region."""
    dated: bool = False
    date: PartialDate | None = None
    credit: str | None = None


def read_head(head: str, offset: int, *, credited: bool = False) -> Head | None:
    """Read `[byline] [agency -] [place[, region]] [date] [agency]`; None if it is none of these.

    Where an agency's credit follows, the date may be a day alone, or stand before the place.
    """
    end = len(head.rstrip(" ,،\t\xa0").rstrip(_JOINING_DASHES).rstrip(" ,"))
    credit, end = _bare_agency(head, end)
    found = dates.at_the_end(head[:end])
    if found is None and credited:
        found = dates.day_alone(head[:end])
        first = None if found is not None else dates.at_the_start(head[:end])
        if first is not None and is_place(head[first.end : end]):
            place = head[first.end : end].strip(" ,")
            return Head(offset, place, dated=True, date=first.date, credit=credit)
    dated, date = found is not None, found.date if found is not None else None
    place_end = _before_date(head, found.start) if found is not None else end
    start = 0
    leading = LEADING_AGENCY.match(head[:place_end])
    leads = leading is not None and leading["name"].casefold() in AGENCY_OF_CREDIT
    if leading is not None and leads:
        credit, start = leading["name"], leading.end()
    start = _after_byline(head, start, place_end)
    if found is None and head[:place_end].endswith(")"):
        opens = head.rfind("(", start, place_end)
        found = dates.at_the_end(head[opens + 1 : place_end - 1]) if opens > start else None
        if found is not None and found.start == 0 and found.date is not None:
            dated, date, place_end = True, found.date, len(head[:opens].rstrip())
    place = head[start:place_end]
    if not place.strip():
        begin = found.start if found is not None else len(head)
        return Head(offset + begin, None, dated=dated, date=date, credit=credit)
    if not is_place(place):
        return None
    start = 0 if leads else start + len(place) - len(place.lstrip())
    place = _without_point(place.strip().removesuffix("--").removesuffix("—"))
    if place.isupper() and not dated and place.casefold() in AGENCY_OF_CREDIT:
        return Head(offset + start, None, credit=place)
    return Head(
        offset + start,
        place,
        caps=is_caps_place(place),
        known=is_known(place),
        dated=dated,
        date=date,
        credit=credit,
    )


def _before_date(head: str, start: int) -> int:
    """Return where the place before a date ends, the word that leads to the date left out."""
    end = len(head[:start].rstrip(" ,،\t\xa0."))
    word = head[:end].rpartition(" ")[2]
    if word in BEFORE_DATES and word != head[:end]:
        end = len(head[: end - len(word)].rstrip(" ,،\t\xa0."))
    return end + (head[end : end + 1] == ".")


def _without_point(place: str) -> str:
    """Return a place without the full stop that divides it from its date; U.S. keeps its own."""
    single = place.endswith(".") and place.count(".") == 1 and "," not in place
    first, _, last = place.rpartition(" ")
    own = _LONGEST_SHORT_FORM if first and not is_caps(place) else LONGEST_ACRONYM
    return place[:-1] if single and len(last) > own else place


def _bare_agency(head: str, end: int) -> tuple[str | None, int]:
    """Return an agency that stands without brackets at the end of a head."""
    match = _BARE_AGENCY.search(head[:end], max(0, end - _LONGEST_BARE))
    if match is None:
        return None, end
    before = len(head[: match.start()].rstrip(" ,"))
    name = match["name"]
    if name.casefold() in AGENCY_OF_CREDIT:
        return name, before
    house = name.isupper() and name.isalpha() and len(name) <= LONGEST_HOUSE
    if house and name.casefold() not in MONTH_OF_NAME and dates.at_the_end(head[:before]):
        return name, before
    return None, end


def _after_byline(head: str, start: int, end: int) -> int:
    """Return where a byline glued to the place ends: at the first word in capitals."""
    words = head[start:end].split()
    if len(words) < 3 or words[0].casefold() != "by":
        return start
    place = start
    for number, word in enumerate(words):
        place = head.index(word, place)
        letters = word.replace("/", "").replace("-", "")
        if number >= 2 and is_caps(word) and len(letters) >= 3 and "." not in word[:2]:
            return place
        place += len(word)
    return end


def is_place(place: str) -> bool:
    """Tell whether words can be the name of a place, with its region."""
    if place.split(",", 1)[0].strip().casefold() in CITIES:
        return len(place) <= 70
    gloss = _GLOSS.search(place) if place.rstrip()[-1:] in _CLOSING_BRACKETS else None
    if gloss is not None:
        # TARSK (Velmar): the land or the province stands in brackets behind the town.
        return is_place(gloss["within"]) and is_place(place[: gloss.start()])
    tokens = place.replace("/", " ").replace(",", " ").split()
    if len(place) > 70 or not tokens or len(tokens) > 9:
        return False
    for number, token in enumerate(tokens):
        if token[0].isupper() or not token[0].islower():
            continue
        if number == 0 or token.casefold() not in PLACE_PARTICLES:
            return False
    return not any(c.isdigit() or c in _NO_PLACE or c < " " for c in place)


def is_caps_place(place: str) -> bool:
    """Tell whether the part before the first comma is in capitals, particles aside."""
    city = place.split(",", 1)[0]
    if not any(c.isupper() or c.islower() for c in city):
        return True
    return is_caps(city) or is_caps(
        " ".join(w for w in city.replace("/", " ").split() if w not in PLACE_PARTICLES)
    )


def is_known(place: str) -> bool:
    """Tell whether the lexicon knows the city, or the region after the comma."""
    city, _, region = place.partition(",")
    region = region.strip(" .,").casefold()
    return city.strip().casefold() in CITIES or (bool(region) and region in REGIONS)
