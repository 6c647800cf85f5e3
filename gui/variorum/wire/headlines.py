"""Recognise headlines and sluglines at the head of copy."""

from variorum.text import PassageKind
from variorum.wire.lexicon import (
    GENRE_TAGS,
    JOINED_TAGS,
    LINEAGE_ORDINARY,
    LINEAGE_TAG_KINDS,
    TELLING_TAGS,
)
from variorum.wire.patterns import alternatives, pattern
from variorum.wire.pieces import Guess
from variorum.wire.words import ends_sentence, is_caps

_LONGEST_HEADLINE = 260
_LONGEST_SLUG = 110
_SLUG = pattern(
    r"(?:BC|AP|AM|PM)-[^\s,]{1,4}-{0,2}\S.{0,80},\s?\d{1,4}<?$"
    r"|(?:(?:BC|AP|AM|PM)-)?[A-Z]{2,3}--[A-Z0-9]\S.{1,80}[^.?!\"”]$"
    r"|(?:BC|AM|PM)-[A-Z]{2,4}(?:-[A-Z]{2,4})?--.{2,80}$"
    r"|\d\.\s?(?:Lead|Zusammenfassung|Neufassung|Fassung)(?:\s\d{4})?$"
    r"|\d(?:st|nd|rd|th)\s?ld(?:-\s?writethru)?(?:,\s?\d{1,4})?<?$"
    r"|=\d{1,2}$"
)
"""Keyword lines in either case, one form a row."""
_SHOUTED_SLUG = pattern(
    r"[A-Z][A-Z0-9-]{2,30}/[A-Z0-9-]{0,20}(?:\s\((?:UPDATE|PIX|CORRECTED|REPEAT|WRAPUP|GRAPHIC|TV|URGENT)[^()]{0,50}\))?$"
    r"|\d\s(?:POLITICS|SPORT|COURTS|CITY|HEALTH|WEATHER|ROYAL|POLICE|SHOWBIZ|EDUCATION|TRANSPORT)\s\S{2,30}$"
    r"|(?:\d(?:ST|ND|RD|TH)\s(?:LEAD|NET|LD|ADD)|EXTRA|REFILE|URGENT|FLASH)(?:\s?/\s?\d(?:ST|ND|RD|TH)\s(?:LEAD|NET))?$"
    r"|[A-Z]{2,6}/[A-Z0-9;/-]{2,60}$"
    r"|(?:BC|AP|AM|PM)-[A-Z][A-Z-]{2,40}\s{1,4}\d{2}-\d{2}(?:\s{1,4}\d{4})?$"
    r"|(?<![A-Z-])[A-Z][A-Z-]{2,20}(?:\s[A-Z]{2,12})?\s{1,2}\d{1,2}-\d{1,2}(?:-\d{2})?$"
    r"|\([A-ZÀ-Þ][A-ZÀ-Þ' ’-]{4,30}\)$",
    cased=True,
)
"""Keyword lines in capitals."""


_VERSION = pattern(
    r"(?:\d{1,2}(?:st|nd|rd|th|er|e|ème))?(?:lead|ld|update|prev|sched|advancer|wrap)\d?$"
)
_KEYWORDS = pattern(
    r"(?:(?P<number>\d{1,2})\s{1,2})?(?P<words>[^\W\d_][\w '’/.&-]{3,50}?)(?:\s\([a-z]{1,5}\))?$"
)
_LONGEST_KEYWORDS = 50
_MOST_KEYWORDS = 4
_TAGS = alternatives((*LINEAGE_TAG_KINDS, *(tag for tag in GENRE_TAGS if tag not in TELLING_TAGS)))
_TAG = pattern(
    rf"[\s*]{{0,3}}(?:\((?P<closed>{_TAGS})(?:\s\d{{1,4}})?(?:\s[-–:]\s[^()]{{2,80}})?\)\s{{0,2}}(?P<dash>[-–—:]?)"
    rf"|(?P<open>{_TAGS})(?:\s\d{{1,2}})?\s{{0,2}}(?P<mark>[-–—:/]))\s{{0,3}}"
)
_MOST_TAGS = 3


def past_tags(words: str) -> int:
    """Return where a headline's own words begin: behind UPDATE 1-, CORRECTED-, Exclusive: and such.

    A tag in small letters needs a colon, so that no compound word is taken for one, or a hyphen
    before a capital where desks join it so; a line of nothing but tags keeps them.
    """
    place = 0
    for _ in range(_MOST_TAGS):
        match = _TAG.match(words, place)
        if match is None or not words[match.end() :].strip():
            break
        tag = match["closed"] or match["open"]
        sure = match["mark"] == ":" or match["dash"] == ":"
        sure = sure and tag.casefold() not in LINEAGE_ORDINARY
        behind = words[match.end() : match.end() + 1]
        sure |= match["mark"] == "-" and tag.casefold() in JOINED_TAGS and behind.isupper()
        if not tag[0].isupper() or not (sure or tag.isupper()):
            break
        place = match.end()
    return place


def slug(words: str) -> Guess | None:
    """Return slugline for a keyword line or a version line, None for anything else."""
    if len(words) > _LONGEST_SLUG:
        return None
    if _is_chain(words) or _SLUG.match(words) or _SHOUTED_SLUG.match(words):
        return Guess(PassageKind.SLUGLINE, 0.85)
    return None


def _is_chain(words: str) -> bool:
    """Tell whether a line is one chain of words: with hyphens, or with slashes to its end."""
    words, comma, version = words.partition(",")
    if " " in words or len(words) < 6 or (comma and not _is_version(version)):
        return False
    slashed = words.endswith("/")
    parts = words.strip("/").replace("/", "-").split("-")
    fewest = 2 if slashed or comma else 3
    return len(parts) in range(fewest, 11) and all(
        part.isalpha() and len(part) > 1 for part in parts
    )


def _is_version(words: str) -> bool:
    """Tell whether words behind a chain's comma name a take of it: 2ndlead, lead-WRAP."""
    parts = words.replace(",", "-").replace(" ", "-").split("-")
    return all(_VERSION.match(part) or part.casefold() in LINEAGE_TAG_KINDS for part in parts)


def keywords(words: str) -> bool:
    """Tell whether a line may be a keyword line by its form: a few words in capitals, or numbered.

    What stands below it has to prove that it is no headline.
    """
    match = _KEYWORDS.match(words)
    if match is None or len(words) > _LONGEST_KEYWORDS:
        return False
    tokens = match["words"].split()
    numbered = match["number"] is not None
    shouted = is_caps(tokens[0]) and (numbered or is_caps(match["words"]))
    return shouted and (1 if numbered else 2) <= len(tokens) <= _MOST_KEYWORDS


def may_be_headline(words: str) -> bool:
    """Tell whether a block at the head of copy can be a headline by its length and its close."""
    if len(words) > _LONGEST_HEADLINE or not any(character.isalpha() for character in words):
        return False
    close = words.rstrip("\"'”’»)] ")[-1:]
    return close in "?!" or not ends_sentence(words) or _is_abbreviation(words)


def _is_abbreviation(words: str) -> bool:
    """Tell whether a headline's last point belongs to a short form: U.S., Inc., Co."""
    last = words.rsplit(maxsplit=1)[-1].casefold()
    return last.count(".") > 1 or last in {"inc.", "co.", "corp.", "ltd.", "no.", "jr.", "st."}
