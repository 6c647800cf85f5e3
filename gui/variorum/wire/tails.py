"""Recognise what closes copy: contacts, copyright lines, disclaimers, end marks."""

from variorum.text import PassageKind
from variorum.wire.lexicon import (
    AGENCY_OF_CREDIT,
    AGENCY_OF_HOLDER,
    CONTACT_ASKING,
    CONTACT_OPENINGS,
    CONTACT_TOPICS,
    DISCLAIMERS,
    END_MARKS,
    OWN_VIEWS,
    RIGHTS,
    RIGHTS_OPENINGS,
)
from variorum.wire.patterns import pattern
from variorum.wire.pieces import Guess
from variorum.wire.words import is_capital, is_running, opens_with

EMAIL = pattern(r"(?<![\w.+%-])[\w.+%-]{1,64}+@(?P<domain>[a-z0-9-]{1,40}\.[a-z0-9.-]{2,60})")
_PHONE = pattern(
    r"\+\d[\d\s().-]{7,20}|\(\d{2,5}\)\s?\d{3,4}[\s-]?\d{3,5}|\b\d{3}[-.]\d{3}[-.]\d{4}\b"
)
_NEWSROOM = pattern(
    r"[-–—(\s]{0,4}[^\W\d_][\w. ]{2,40}\s(?:newsroom|bureau|desk|rédaction|redaktion|redacción)[,;:]?\s{1,2}[+(]{0,2}\d[\d\s().-]{6,24}\)?$"
)
"""A desk and its telephone, as agencies close copy."""
_LONGEST_NEWSROOM = 80
_COPYRIGHT = pattern(
    r"[\s*(\[]{0,3}(?:(?P<sign>©|\(c\)\s{0,2}(?:copyright|\d{4})|&copy;|copyright\s{0,2}(?:©|\(c\)))"
    r"|copyright\s{0,2}(?:\d{4}|by\b))"
)
_RIGHTS_OF = pattern(
    r"\s{1,2}(?:for|of|to|in|under|over|that|which|are|were|have|had)\s", cased=True
)
"""After words of rights it opens the rest of a sentence about rights of another kind."""
_TIMES = pattern(
    r"\s{0,2}(?:local|approximate|(?:in\s)?(?:local|[A-Z]{2,4}\b|[Ee]astern|[Pp]acific|[Cc]entral|[Mm]ountain))",
    cased=True,
)
_BY_THE = pattern(r"[\s,]{0,3}(?:by\s{1,2})?(?:the\s{1,2})?")
_REUTER = pattern(r"\W{0,3}reuters?[\W\d]{0,12}(?:/?\s?[a-z]{1,3})?$")
_SOURCE = pattern(r"SOURCE:?\s{1,3}[^\W\d_]", cased=True)
_ONLY_AT_THE_END = frozenset(
    {"more", "end", "30", "#", "fin", "ende", "//", "xxx", "reuters", "ansa"}
)
_LONGEST_RIGHTS = 140
_MOST_PARTS = 5
_WORDS_OF_A_REQUEST = 25
_LONGEST_INITIALS = 4
_WORDS_OF_A_CONTACT = 8
_WORDS_OF_A_DISCLAIMER = 90
_LONGEST_NUMBER = 48
"""Code points of a line that is a telephone number and whose it is."""
REACHING = ("directed to", "sent to", "please", "addressed to")


def contact(words: str) -> Guess | None:
    """Return contact for a line that says how to reach the desk."""
    opening = opens_with(words, CONTACT_OPENINGS)
    if opening is not None and len(words) <= 900 and _may_reach(words, opening):
        return Guess(PassageKind.CONTACT, 0.97)
    if len(words) > 400:
        return None
    if "@" in words and words[0].isupper() and _asks_to_write(words):
        return Guess(PassageKind.CONTACT, 0.85)
    if words[:1] in "([-" and ("@" in words or "desk;" in words.casefold() or _PHONE.search(words)):
        bracketed = words.rstrip(" .;")[-1:] in ")]"
        if bracketed or not is_running(words, most=_WORDS_OF_A_CONTACT):
            return Guess(PassageKind.CONTACT, 0.85)
    if "@" in words and EMAIL.search(words) and len(words.split()) <= 25:
        if is_running(words, most=_WORDS_OF_A_CONTACT):
            return None
        return Guess(PassageKind.CONTACT, 0.8)
    return _number(words)


def _number(words: str) -> Guess | None:
    """Return contact for a short line that closes with a telephone number, or names an account."""
    phone = _PHONE.search(words) if len(words) <= _LONGEST_NUMBER else None
    if phone is not None and phone.end() == len(words) and phone.start() <= len(words) // 2:
        return Guess(PassageKind.CONTACT, 0.7)
    if len(words) <= _LONGEST_NEWSROOM and _NEWSROOM.match(words):
        return Guess(PassageKind.CONTACT, 0.9)
    if words.startswith("@") and len(words.split()) <= 3:
        return Guess(PassageKind.CONTACT, 0.6)
    return None


def copyright_line(words: str) -> Guess | None:
    """Return copyright for a line of rights."""
    if words[:3].casefold() == "(c)" and words[3:].strip(" .").casefold() in AGENCY_OF_HOLDER:
        return Guess(PassageKind.COPYRIGHT, 0.9)
    opening = opens_with(words, RIGHTS_OPENINGS)
    # Asked of every line: spelt out, as `any` takes thrice the time.
    signed = "opyright" in words or "©" in words or "OPYRIGHT" in words
    marked = signed or "(c)" in words[:8].casefold() or "&copy;" in words[:8]
    mark = _COPYRIGHT.match(words) if marked else None
    if not (mark or opening or signed) or len(words.split()) > _LONGEST_RIGHTS:
        return None
    if mark is not None and (mark["sign"] or _names_a_holder(words, mark.end())):
        return Guess(PassageKind.COPYRIGHT, 0.97 if mark["sign"] else 0.9)
    if opening is not None and _RIGHTS_OF.match(words, len(opening)) is None:
        return Guess(PassageKind.COPYRIGHT, 0.9)
    if not signed:
        return None
    folded = words.casefold()
    if ("copyright" in folded or "©" in folded) and any(right in folded for right in RIGHTS):
        return Guess(PassageKind.COPYRIGHT, 0.9)
    return None


def disclaimer(words: str) -> Guess | None:
    """Return clutter for notes on where copy came from and what it is not."""
    opening = opens_with(words, DISCLAIMERS)
    if opening is None or len(words.split()) > _WORDS_OF_A_DISCLAIMER:
        return None
    if opening == "all times are" and _TIMES.match(words, len(opening)) is None:
        return None
    if opening.endswith(" expressed") and not any(own in words.casefold() for own in OWN_VIEWS):
        return None
    return Guess(PassageKind.CLUTTER, 0.9)


def end_mark(words: str, *, last: bool) -> Guess | None:
    """Return end_mark; some marks are ordinary words and count only at the end of the story."""
    if len(words) > 120:
        return None
    folded = words.casefold().strip(" .<>*=\u0003\u007f")
    mark = words.casefold().strip() if words.casefold().strip() in END_MARKS else folded
    if mark in END_MARKS and (last or mark not in _ONLY_AT_THE_END):
        return Guess(PassageKind.END_MARK, 0.98 if last else 0.9)
    if last and _is_signed_mark(words):
        return Guess(PassageKind.END_MARK, 0.85)
    if _REUTER.match(words) and (last or not words.casefold().startswith("reuters")):
        return Guess(PassageKind.END_MARK, 0.95)
    if last and _SOURCE.match(words) and _is_a_name(words):
        return Guess(PassageKind.END_MARK, 0.85)
    return None


def _asks_to_write(words: str) -> bool:
    """Tell whether a short line asks to write to an address or to a name in the net."""
    tokens = words.split()
    reached = any(token[0] == "@" or EMAIL.match(token) for token in tokens[1:])
    return reached and tokens[0].casefold() in CONTACT_ASKING and len(tokens) <= _WORDS_OF_A_REQUEST


def _is_signed_mark(words: str) -> bool:
    """Tell whether an end mark stands beside an agency or initials: (END) NPA, Lusa/Fim."""
    inner = words[1:-1] if words[:1] == "(" and words.find(")") == len(words) - 1 else words
    parts = [part.casefold() for part in inner.replace("/", " ").split()]
    if not 2 <= len(parts) <= _MOST_PARTS:
        return False
    joined = "/" in words and " " not in words
    marked = (words[0] in "([" or joined) and parts[0] in END_MARKS
    if marked and all(len(part) <= _LONGEST_INITIALS and part.isalnum() for part in parts[1:]):
        return True
    if marked and " ".join(parts[1:]) in AGENCY_OF_CREDIT:
        return True
    return parts[-1] in END_MARKS and " ".join(parts[:-1]) in AGENCY_OF_CREDIT


def _names_a_holder(words: str, end: int) -> bool:
    """Tell whether nothing or a name follows a year or `by`: `copyright by its nature` says more."""
    holder = _BY_THE.match(words, end)
    return holder is None or not words[holder.end() : holder.end() + 1].islower()


def _may_reach(words: str, opening: str) -> bool:
    """Tell whether a line goes on as an address does, where its first words could be a story's."""
    if opening not in CONTACT_TOPICS or words[len(opening) :].lstrip()[:1] in ":-–—|":
        return True
    if "@" in words or "://" in words or "www." in words or _PHONE.search(words):
        return True
    return not is_running(words, most=_WORDS_OF_A_CONTACT // 2) or any(
        f" {word} " in words.casefold() for word in REACHING
    )


def _is_a_name(words: str) -> bool:
    """Tell whether a line is in capitals from word to word, as a company's name is."""
    tokens = words.split()
    return len(tokens) <= 12 and all(is_capital(token) or len(token) <= 3 for token in tokens)
