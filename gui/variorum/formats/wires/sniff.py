"""Recognise transmissions, letters and the Reuters collection by their first bytes.

Every pattern here is anchored and bounded: a sniffer sees any file at all.
"""

import re

_FILLER = rb"[\s\x00\x02\x0c\x16\x7f]{0,400}"
_PRELUDE = rb"(?:ZCZC[^\r\n]{0,80}\s{1,10})?"
_IPTC_LINE = (
    rb"[A-Za-z]{2,4}\d{2,4}[ \t]{1,4}[1-9][ \t]{1,4}[A-Za-z]{1,4}[ \t]{1,4}\d{1,5}"
    rb"(?:[ \t][^\r\n]{0,80})?[\r\n]"
)
_IPTC_MARKED = re.compile(rb"\x01[ \t]{0,4}[A-Za-z]{2,5}\d{2,5}(?:[ \t][^\r\n\x1f]{0,100})?[\r\n]")
_IPTC = re.compile(_FILLER + _PRELUDE + _IPTC_LINE)
# Service letter and number, then US; where US was lost, an underline or nothing stands for it.
_ANPA_FIRST = rb"[A-Za-z]{1,2}\d{4}[\w-]{0,8}"
_ANPA_SECOND = (
    rb"[A-Za-z][ \t]{1,2}[A-Za-z]{1,3}[\x11-\x14 \t]{1,6}[!-~][ -~]{1,60}[ \t]\d\d-\d\d"
    rb"(?:[ \t]{1,4}\d{0,5})?[ \t]{0,4}\r{0,2}[\r\n]"
)
_ANPA = re.compile(
    _FILLER
    + rb"(?:\x01[ \t]{0,4}"
    + _ANPA_FIRST
    + rb"(?:\x1f|\r{0,2}[\r\n])|(?:\x01[ \t]{0,4})?"
    + _ANPA_FIRST
    + rb"[\x1f_]?[\w+-]{0,24}\r{0,2}[\r\n]"
    + _ANPA_SECOND
    + rb")"
)
_COLLECTION = re.compile(
    rb"\s{0,200}(?:<!DOCTYPE\s+lewis\b|<REUTERS\s[^<>]{0,300}\b(?:NEWID|OLDID|LEWISSPLIT)\s*=)",
    re.IGNORECASE,
)
_ENVELOPE = re.compile(rb"From [^\r\n]{3,200}\r?\n")
_HEADERS = re.compile(rb"(?:[!-9;-~]{1,76}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*(?:\r?\n|\Z))+")
_NAMES = re.compile(rb"^([!-9;-~]{1,76}):", re.MULTILINE)
_SENT = frozenset({b"from", b"received", b"delivered-to", b"return-path", b"message-id"})
_TOLD = frozenset({b"date", b"subject", b"mime-version", b"to", b"message-id"})


def is_iptc7901(head: bytes) -> bool:
    """Tell whether a file opens with the header of an IPTC 7901 message."""
    return bool(_IPTC.match(head) or _IPTC_MARKED.search(head[:2_000]))


def is_anpa1312(head: bytes) -> bool:
    """Tell whether a file opens with the header of an ANPA 1312 story."""
    return bool(_ANPA.match(head))


def is_collection(head: bytes) -> bool:
    """Tell whether a file is one of the Reuters-21578 collection's."""
    return bool(_COLLECTION.match(head))


def is_letter(head: bytes) -> bool:
    """Tell by its headers whether a file is an electronic letter, or a box of them."""
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    envelope = _ENVELOPE.match(head)
    if envelope:
        head = head[envelope.end() :]
    found = _HEADERS.match(head)
    if not found:
        return False
    names = {name.lower() for name in _NAMES.findall(found[0])}
    return len(names & _SENT) >= 1 and len(names & (_SENT | _TOLD)) >= 3
