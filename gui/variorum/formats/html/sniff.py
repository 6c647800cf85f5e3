"""Recognise saved pages by their first bytes, without loading what reads them."""

import re

from variorum.formats.encodings import decode, is_wide

_BEFORE_ROOT = re.compile(
    r"\ufeff|\s+|<!--.*?-->|<\?[^>]*>|<!doctype\s[^>\[]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL
)
# NITF and NewsML have bodies and paragraphs too, but never as their root.
_ROOT = re.compile(
    r"<(?:html|head|body|title|meta|link|base|script|style|main|article|section|header|div|p|"
    r"h[1-6]|table|ul|ol|blockquote|span|a|img|center|font|b|i)[\s>/]",
    re.IGNORECASE,
)
_HEADERS = re.compile(rb"(?:[\w-]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+\r?\n")
_ARCHIVE = re.compile(
    rb"^content-type:\s*multipart/related|^(?:snapshot-)?content-location:",
    re.IGNORECASE | re.MULTILINE,
)
_LETTER = re.compile(rb"^(?:to|received|delivered-to|return-path):", re.IGNORECASE | re.MULTILINE)


def is_page(head: bytes) -> bool:
    """Tell by its first element whether a file is a web page, or a piece of one."""
    text = (
        decode(head).text if is_wide(head) else head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    )
    place = 0
    while found := _BEFORE_ROOT.match(text, place):
        place = found.end()
    return bool(_ROOT.match(text, place))


def is_archive(head: bytes) -> bool:
    """Tell by its headers whether a file is a page that a browser saved whole, in one file."""
    found = _HEADERS.match(head.lstrip(b"\r\n"))
    if not found:
        return False
    headers = found.group()
    return bool(_ARCHIVE.search(headers)) and not _LETTER.search(headers)
