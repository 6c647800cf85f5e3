"""Read the dateline that opens a text: place, date, credit, dash.

One grammar for all agencies: `[place[, region]] [date] [credit] [dash]`, read from the dash or
the credit backwards. What a form must show grows as its proof shrinks: a known agency's
credit bears mixed case and a missing dash; a bare `PLACE -` needs capitals and prose after it.
Spans are offsets into the block that was read.
"""

import re
from dataclasses import replace

from variorum.wire import dates, eastern
from variorum.wire.dateline_heads import (
    LEADING_AGENCY,
    LONGEST_ACRONYM,
    LONGEST_HOUSE,
    Head,
    is_caps_place,
    is_known,
    is_place,
    read_head,
)
from variorum.wire.lexicon import (
    AGENCY_OF_CREDIT,
    BRINGING_VERBS,
    CITIES,
    CORRECTING_VERBS,
    GENRE_TAGS,
    LINEAGE_TAG_KINDS,
    NO_PLACES,
    SMALL_WORDS,
    SOFT_VERBS,
)
from variorum.wire.patterns import pattern
from variorum.wire.values import Opening
from variorum.wire.words import bare, is_caps

_REACH = 150
"""How far into a block a dateline may reach, in code points."""

_CREDIT = pattern(
    r"\(\s?(?P<round>[^()\n]{1,40}?)\s?\)|/\s?(?P<slash>[^/\n\s()][^/\n()]{1,38}?)\s?/|\[(?P<square>[^\[\]\n]{2,40})\]"
)
_DASH_AFTER_CREDIT = pattern(r"\s{0,3}(?:\.?\s{0,2}(?:-{1,3}|[–—―−_])|[.:](?=\s)|=(?=\s\S))")
_DASH = pattern(
    r"(?=[\s.–—―−_-])(?:\s{1,3}(?:-{1,3}|[–—―−_]{1,2})(?=\s|[^\W\d_]|[\"“'‘]|$)|\s{0,2}(?:--|[—–―])(?=\s{0,2}\S|$)|(?:\.|(?<=\d))-(?=\s|$)|\.-(?=[A-Z\"“]))"
)
_STAMP = pattern(
    r"(?P<day>\d{1,2})(?P<sign>[./])(?P<month>\d{1,2})(?:(?P=sign)(?P<year>(?:19|20)\d{2})?)\s{0,2}"
    r"(?:\d{1,2}[:.]\d{2}\s{1,2})?(?=[^\W\d_])"
)
"""A day and its month, as agencies of countries print it that name the day first."""
_DASHES = pattern(r"[-–—―−_]")
_BEFORE_A_DASH = 3
"""Signs with which a dash's pattern begins before the dash itself, at most."""
_AGENCY_AFTER = pattern(r"\s{1,2}(?P<name>[^\W\d_][\w -]{1,24}?)(?:\.|\s[-–—])(?=\s)")
_SHOUTED = pattern(r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'’ -]{3,44})[:.](?=\s)", cased=True)
_SPEAKING = frozenset({"i", "we", "you", "my", "our", "your", "me", "us", "yes", "no", "well"})
"""Words of somebody who answers: the name before the colon is his."""
_LEADING_STARS = pattern(r"[*\s>«\"“^\x00-\x1f]{0,12}")
_LONGEST_ALONE = 40
_WORDS_OF_A_BARE_PLACE = 6
_WORDS_BEFORE_A_POINT = 3
_MOST_PARTS = 4


def find(words: str) -> Opening | None:
    """Return the dateline that opens a block, or None."""
    head = words[:_REACH]
    start = _skipped(head)
    if start >= len(head):
        return None
    far_eastern = eastern.find(head, start)
    if far_eastern is not None:
        return far_eastern
    found = (
        _by_credit(head, start)
        or _below_a_stamp(head, start)
        or _by_dash(words, head, start)
        or _by_colon(words, head, start)
        or _by_points(head, start)
        or _by_point(words, head, start)
    )
    return None if found is None else replace(found, end=_past_repeat(head, found))


def alone(words: str, *, expected: bool = False) -> Opening | None:
    """Return the dateline of a line that is nothing but a known place in capitals.

    Where one is `expected`, between byline and story, the place need not be known.
    """
    leading = LEADING_AGENCY.match(words) if len(words) <= _LONGEST_ALONE else None
    if leading is not None and leading["name"].casefold() in AGENCY_OF_CREDIT:
        place = words[leading.end() :]
        filed = is_place(place) and len(place.split()) <= _WORDS_BEFORE_A_POINT
        return Opening(0, len(words), place, leading["name"], None, 0.85) if filed else None
    if len(words) > _LONGEST_ALONE or not is_place(words) or not is_caps_place(words):
        return None
    folded = words.casefold()
    labels = folded in NO_PLACES or folded in GENRE_TAGS or folded in AGENCY_OF_CREDIT
    caps = is_caps(words.partition(",")[0])
    short = caps and len(words.split()) <= _WORDS_BEFORE_A_POINT and not labels
    if not (is_known(words) or (expected and short)):
        return None
    return Opening(0, len(words), words, None, None, 0.75)


def shouted(words: str) -> Opening | None:
    """Return the dateline of an unknown place in capitals before a colon or a point.

    The form is that of a label too (`ENERGY: Oil rose`), so the caller looks at the whole text.
    """
    match = _SHOUTED.match(words)
    if match is None or not _is_prose(words[match.end() :]):
        return None
    place = match["place"]
    folded = place.casefold()
    labels = folded in NO_PLACES or folded in GENRE_TAGS or folded in LINEAGE_TAG_KINDS
    if labels or len(place.split()) > _WORDS_BEFORE_A_POINT or not is_place(place):
        return None
    if not _SPEAKING.isdisjoint(bare(word).casefold() for word in words[match.end() :].split()):
        return None
    return Opening(0, match.end(), place, None, None, 0.6)


def is_labelled(words: str) -> bool:
    """Tell whether a paragraph opens with words in capitals before a colon or a point."""
    return _SHOUTED.match(words) is not None


def _past_repeat(head: str, found: Opening) -> int:
    """Return where a dateline ends, the same one printed once more included."""
    printed = head[found.start : found.end].strip()
    again = found.end + len(head[found.end :]) - len(head[found.end :].lstrip())
    return again + len(printed) if head.startswith(printed, again) else found.end


def _skipped(head: str) -> int:
    """Return where the stars and quotation marks that damage puts before a dateline end."""
    match = _LEADING_STARS.match(head)
    return 0 if match is None else match.end()


def is_agency(credit: str) -> bool:
    """Tell whether a credit is a known agency's, or joins several."""
    folded = credit.casefold().strip()
    if folded in AGENCY_OF_CREDIT:
        return True
    parts = folded.replace("/", " ").replace(",", " ").replace("-", " ").split()
    return len(parts) > 1 and all(part in AGENCY_OF_CREDIT for part in parts)


def _by_credit(head: str, start: int) -> Opening | None:
    """Read a dateline whose credit stands in brackets or slashes."""
    for match in _CREDIT.finditer(head, start):
        credit = match["round"] or match["slash"] or match["square"]
        known = is_agency(credit)
        signed = known or (credit.isupper() and credit.isalpha() and len(credit) <= LONGEST_HOUSE)
        before = read_head(head[start : match.start()], start, credited=signed)
        if before is None:
            continue
        dash = _DASH_AFTER_CREDIT.match(head, match.end())
        filed = _filed_after(head, start, match, known=known, dash=dash)
        if filed is not None:
            return filed
        filed_by_it = match["slash"] and signed and before.dated and before.place is not None
        if match["round"] is None and not known and not filed_by_it:
            continue
        if not known and not (dash is not None and _is_house(credit, before)):
            continue
        if credit[0].islower() and not known and not _is_prose(head[dash.end() :] if dash else ""):
            continue
        opens = known and match.start() == start and _is_prose(head[match.end() :])
        if dash is None and not (
            opens or (before.place is not None and _goes_on(head[match.end() :]))
        ):
            continue
        stands_first = before.place is None and before.start == start and not before.dated
        begin = match.start() if stands_first else before.start
        end = dash.end() if dash is not None else match.end()
        sure = 0.99 if known else 0.75 if credit[0].islower() else 0.85
        return Opening(begin, end, before.place, credit, before.date, sure)
    return None


def _below_a_stamp(head: str, start: int) -> Opening | None:
    """Read the place and the agency behind a date in figures: 03.06.Tarsk (PAP) -."""
    stamp = _STAMP.match(head, start)
    found = _by_credit(head, stamp.end()) if stamp is not None else None
    if stamp is None or found is None or found.place is None or not is_agency(found.credit or ""):
        return None
    year = int(stamp["year"]) if stamp["year"] else None
    date = found.date or dates.possible(year, int(stamp["month"]), int(stamp["day"]))
    return replace(found, start=stamp.start(), date=date)


def _filed_after(
    head: str, start: int, credit: re.Match[str], *, known: bool, dash: re.Match[str] | None
) -> Opening | None:
    """Read the place and date behind an agency's credit that opens the copy: (ANSA) - ROMA, 3 MAG."""
    if not known or dash is None or head[start : credit.start()].strip():
        return None
    for match in _DASH.finditer(head, dash.end()):
        filed = read_head(head[dash.end() : match.start()], dash.end())
        if filed is None or filed.place is None or not filed.dated:
            return None
        name = credit["round"] or credit["slash"] or credit["square"]
        return Opening(credit.start(), match.end(), filed.place, name, filed.date, 0.97)
    return None


def _by_point(words: str, head: str, start: int) -> Opening | None:
    """Read a known city before a full stop, as papers of the north set it, or any with its date."""
    dated = _by_date_and_point(words, head, start)
    if dated is not None:
        return dated
    end = head.find(". ", start)
    place = head[start:end] if end > start else ""
    if place.casefold() not in CITIES or len(place.split()) > _WORDS_BEFORE_A_POINT:
        return None
    if len(place) <= LONGEST_ACRONYM or not _is_capital(place) or not _is_prose(words[end + 1 :]):
        return None
    return Opening(start, end + 1, place, None, None, 0.7)


def _by_date_and_point(words: str, head: str, start: int) -> Opening | None:
    """Read a place in capitals and a date before a full stop, as papers of old set it."""
    end = start
    for _ in range(_MOST_PARTS):
        end = head.find(". ", end + 1)
        if end < 0:
            return None
        before = read_head(head[start:end], start)
        if before is not None and before.place and before.dated and before.caps:
            if not _is_prose(words[end + 1 :]):
                return None
            return Opening(before.start, end + 1, before.place, None, before.date, 0.8)
    return None


def _is_capital(place: str) -> bool:
    """Tell whether each word of a place opens with a capital."""
    return all(word[0].isupper() for word in place.split())


def _by_points(head: str, start: int) -> Opening | None:
    """Read a place, a date and an agency that points divide: TARSK. 14 May. Northline."""
    parts = head[start:].split(". ", _MOST_PARTS)
    for count, part in enumerate(parts[:_MOST_PARTS]):
        if count and part.casefold() in AGENCY_OF_CREDIT:
            before = ". ".join(parts[:count])
            end = start + len(before) + len(". ") + len(part) + 1
            filed = read_head(before, start)
            if filed is None or filed.place is None or not (filed.dated or filed.caps):
                return None
            place = filed.place.rstrip(".") if "." not in filed.place[:-1] else filed.place
            return Opening(filed.start, end, place, part, filed.date, 0.9)
    return None


def _is_house(credit: str, before: Head) -> bool:
    """Tell whether an unknown credit reads like the name of a newsroom."""
    tokens = credit.split()
    if not tokens or len(tokens) > 4 or any(c.isdigit() for c in credit):
        return False
    if credit[0].islower():
        houses = credit.replace(",", "/").replace("-", "/").split("/")
        return before.place is not None and all(map(_is_short_name, map(str.strip, houses)))
    if not credit[0].isupper():
        # A script without capitals: a date, or a place of a word or two at the very start.
        return before.place is not None and (before.dated or len(before.place.split()) <= 2)
    first = tokens[0].casefold()
    if first in BRINGING_VERBS or first in CORRECTING_VERBS or first in SOFT_VERBS:
        return False
    if before.place is None:
        return not before.dated and len(tokens) <= 3
    return before.caps or before.dated or before.known


def _is_short_name(word: str) -> bool:
    """Tell whether a word can be a newsroom's name in small letters, and is none of a sentence."""
    return (
        word.isalpha()
        and word.islower()
        and 2 <= len(word) <= LONGEST_HOUSE
        and word not in SMALL_WORDS
    )


def _goes_on(after: str) -> bool:
    """Tell whether a sentence follows a credit that lost its dash."""
    words = after.lstrip()
    return not words or (words[0].isupper() or words[0] in "\"“'‘" or not words[0].isascii())


def _by_dash(words: str, head: str, start: int) -> Opening | None:
    """Read a dateline without brackets: by its date, a bare agency, or capitals and prose."""
    dash = _DASHES.search(head, start)
    if dash is None:
        return None
    weak: Opening | None = None
    for count, match in enumerate(_DASH.finditer(head, max(start, dash.start() - _BEFORE_A_DASH))):
        if count > 3:
            break
        before = read_head(head[start : match.start()], start)
        if before is None or (before.place is None and before.credit is None):
            continue
        after = words[match.end() :]
        if before.place is None and not before.dated and before.start == start:
            if weak is None and _is_prose(after):
                weak = Opening(start, match.end(), None, before.credit, None, 0.7)
            continue
        if before.credit is not None or (before.dated and (before.caps or before.known)):
            end, agency = _agency_after(head, match.end()) if before.dated else (match.end(), None)
            credit = before.credit or agency
            return Opening(before.start, end, before.place, credit, before.date, 0.97)
        if before.dated and before.place is not None and _is_prose(after):
            return Opening(before.start, match.end(), before.place, None, before.date, 0.8)
        if weak is None and _stands_bare(before, after):
            weak = Opening(before.start, match.end(), before.place, None, None, 0.7)
    return weak


def _agency_after(head: str, start: int) -> tuple[int, str | None]:
    """Return where a known agency ends behind a dateline's dash, and its name: - Northline."""
    match = _AGENCY_AFTER.match(head, start)
    if match is None or match["name"].casefold() not in AGENCY_OF_CREDIT:
        return start, None
    return match.end(), match["name"]


def _by_colon(words: str, head: str, start: int) -> Opening | None:
    """Read a known place before a colon, as papers of South Asia and the Gulf set it."""
    end = head.find(": ", start)
    before = read_head(head[start:end], start) if end > start else None
    if before is None or before.place is None or not _is_prose(words[end + 1 :]):
        return None
    if not (before.known or before.credit):
        return None
    return Opening(before.start, end + 1, before.place, before.credit, before.date, 0.7)


def _stands_bare(before: Head, after: str) -> bool:
    """Tell whether a place and a dash alone are a dateline, by the prose that follows."""
    place = before.place or ""
    folded = place.casefold()
    if folded in LINEAGE_TAG_KINDS or folded in GENRE_TAGS or folded in NO_PLACES:
        return False
    if len(place.split()) > _WORDS_OF_A_BARE_PLACE:
        return False
    if sum(character.isalpha() for character in place) < 3:
        return False
    opening_date = dates.at_the_start(after.lstrip())
    if opening_date is not None and after.lstrip()[opening_date.end :].lstrip().startswith(":"):
        return False  # a photograph's caption: PLACE - DATE: who does what
    return (before.caps or before.known) and _is_prose(after)


def _is_prose(after: str) -> bool:
    """Tell whether what follows a dash reads like the start of a story."""
    words = after.strip()
    if len(words) < 25 or not (words[0].isupper() or words[0].isdigit() or words[0] in "\"“'‘«$£€"):
        return False
    return any(character.islower() for character in words[1:60])
