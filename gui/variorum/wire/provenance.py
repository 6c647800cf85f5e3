"""Say who issued a text and when, by the furniture that proves it.

A dateline's credit is no proof of the source: a reprint credits the agency too.
"""

from collections.abc import Iterable, Sequence

from variorum.text import Dateline, Moment, PassageKind, PublishedFrom
from variorum.wire import headers
from variorum.wire.fields import Fields
from variorum.wire.lexicon import (
    AGENCIES,
    AGENCY_OF_CREDIT,
    AGENCY_OF_DOMAIN,
    AGENCY_OF_HOLDER,
    RIGHTS,
    Agency,
)
from variorum.wire.patterns import alternatives, pattern
from variorum.wire.pieces import Piece
from variorum.wire.tails import EMAIL
from variorum.wire.words import collapsed

_SIGNS_OF_RIGHTS = pattern(
    r"[\s*(\[,.-]{0,4}(?:©|\(c\)|&copy;|copyright\b|\d{4}\b|by\b)[\s,.-]{0,4}"
)
_NAME_OF_HOLDER = pattern(r"[^\W\d_][^.,|;\n()\[\]]{1,60}")
_KNOWN_HOLDER = pattern(rf"\b(?P<holder>{alternatives(AGENCY_OF_HOLDER)})\b")
_RIGHTS_AFTER = pattern(
    rf"\s{{0,3}}(?:[.,|-]\s{{0,2}})?(?=\S)(?:{alternatives(RIGHTS)}).{{0,400}}$"
)
_FOR_AGENCY = pattern(
    rf"\bfor\s(?P<agency>{alternatives(credit for agency in AGENCIES for credit in agency.credits if len(credit) > 3)})\b"
)
_MOST_SIGNS = 6
_LEGAL_FORMS = frozenset(
    {
        "l.p",
        "l.p.",
        "inc",
        "inc.",
        "ltd",
        "ltd.",
        "llc",
        "plc",
        "corp",
        "corp.",
        "gmbh",
        "s.a",
        "ag",
        "limited",
    }
)


def published(
    text: str, pieces: Sequence[Piece], dateline: Dateline | None, fields: Fields
) -> tuple[Moment | None, PublishedFrom | None]:
    """Return when a text was published, and where that was read."""
    if fields.published is not None:
        return fields.published, PublishedFrom.FIELDS
    for piece in pieces:
        if piece.is_a(PassageKind.HEADER):
            moment = headers.published(piece.of(text))
            if moment is not None:
                return moment, PublishedFrom.METADATA
    if dateline is not None and dateline.date is not None and dateline.date.full is not None:
        return dateline.date.full, PublishedFrom.DATELINE
    return None, None


def source(text: str, pieces: Sequence[Piece]) -> str | None:
    """Return the outlet or agency that issued a text, or None where no furniture proves it."""
    for kind, read in (
        (PassageKind.COPYRIGHT, _holder),
        (PassageKind.CONTACT, _desk),
        (PassageKind.END_MARK, _signed),
        (PassageKind.CREDIT, _credited),
        (PassageKind.HEADER, _transmitted),
    ):
        for words in _of_kind(text, pieces, kind):
            name = read(words)
            if name is not None:
                return name
    return None


def _of_kind(text: str, pieces: Sequence[Piece], kind: PassageKind) -> Iterable[str]:
    return (collapsed(piece.of(text)) for piece in pieces if piece.is_a(kind))


def _holder(words: str) -> str | None:
    """Return the holder of a copyright line: an agency's name, else as printed."""
    known = _KNOWN_HOLDER.search(words[:120])
    if known is not None:
        return AGENCY_OF_HOLDER[known["holder"].casefold()].name
    start = 0
    for _ in range(_MOST_SIGNS):
        sign = _SIGNS_OF_RIGHTS.match(words, start)
        if sign is None:
            break
        start = sign.end()
    name = _NAME_OF_HOLDER.match(words, start) if start else None
    if name is None:
        return None
    tokens = _RIGHTS_AFTER.sub("", name[0]).split()
    # The name ends at a full stop, so of "Name L.P." the letter before the stop is left.
    while tokens and (tokens[-1].casefold() in _LEGAL_FORMS or len(tokens) > 1 == len(tokens[-1])):
        tokens.pop()
    return " ".join(tokens) or None


def _desk(words: str) -> str | None:
    """Return the agency that owns the domain of an e-mail address in a contact line."""
    for match in EMAIL.finditer(words):
        parts = match["domain"].casefold().split(".")
        for cut in range(len(parts) - 1):
            agency = AGENCY_OF_DOMAIN.get(".".join(parts[cut:]))
            if agency is not None:
                return agency.name
    return None


def _signed(words: str) -> str | None:
    """Return the agency that an end mark or a header names: first, or in three letters or more."""
    for number, token in enumerate(words.replace("/", " ").replace("-", " ").split()[:8]):
        agency = _agency(token) if number == 0 or len(token) >= 3 else None
        if agency is not None:
            return agency.name
    return None


def _transmitted(words: str) -> str | None:
    """Return the agency of a transmission's header; a page's line of date and time proves none."""
    return None if headers.published(words) is not None else _signed(words)


def _credited(words: str) -> str | None:
    """Return the agency for which a credit's people worked, or that signs with initials."""
    match = _FOR_AGENCY.search(words[:900])
    if match is not None:
        return AGENCY_OF_CREDIT[match["agency"].casefold()].name
    if len(words) <= 40:
        agency = _agency(words.strip("()").split()[0])
        return agency.name if agency is not None else None
    return None


def _agency(token: str) -> Agency | None:
    folded = token.casefold().strip(".,;:=<>()[]*\u0003")
    return AGENCY_OF_CREDIT.get(folded) if len(folded) > 1 else None
