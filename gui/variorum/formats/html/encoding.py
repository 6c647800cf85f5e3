"""Decode a saved page: byte order mark, then its own declaration, then UTF-8, then a guess."""

import codecs
import re

from variorum.formats import encodings
from variorum.formats.encodings import Decoded
from variorum.text import Problem, ProblemKind

_HEAD = 4096
"""Bytes in which a page declares its encoding: four times what the HTML standard asks for."""
_DECLARED = re.compile(
    rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{2,40})"""
    rb"""|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Browsers read these labels as the wider encoding: https://encoding.spec.whatwg.org/#names-and-labels
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_NO_FILES = frozenset({"unicode_escape", "raw_unicode_escape", "idna", "punycode", "utf-7"})
# A declaration that can be read as ASCII cannot be in one of these.
_WIDE_UNITS = ("utf-16", "utf-32", "utf_16", "utf_32")
_TOLERATED = 0.001
"""Share of damaged characters up to which a page's own declaration is still believed."""


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """Return the page's characters; a declaration from outside the page outranks its own."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with(data[len(mark) :], encoding)
    label = _codec(declared) or declared_encoding(data)
    strict_utf8 = _try(data, "utf-8")
    if strict_utf8 is not None and not (label == "iso2022_jp" and b"\x1b" in data):
        # A wrong declaration cannot make other encodings into sound UTF-8 by chance.
        return _finished(strict_utf8, "utf-8")
    if label:
        decoded = _with(data, label)
        if decoded.text.count("\ufffd") <= max(3, len(decoded.text) * _TOLERATED):
            return decoded
    guessed = encodings.decode(data)
    return _finished(guessed.text, guessed.encoding, guessed.problems)


def declared_encoding(data: bytes) -> str | None:
    """Return the Python codec of the encoding the page itself declares, if there is one."""
    found = _DECLARED.search(data[:_HEAD])
    if not found:
        return None
    return _codec((found.group(1) or found.group(2)).decode("ascii"))


def _codec(label: str | None) -> str | None:
    if not label:
        return None
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    if name.startswith(_WIDE_UNITS):
        return "utf-8"
    return _WIDER.get(name, name) if _is_text(name) else None


def _is_text(name: str) -> bool:
    """Tell whether a codec reads files: `zlib` and `punycode` are codecs too."""
    try:
        b"a".decode(name)
    except (LookupError, ValueError):
        return False
    return name not in _NO_FILES


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except ValueError:
        return None


def _with(data: bytes, encoding: str) -> Decoded:
    sound = _try(data, encoding)
    if sound is not None:
        return _finished(sound, encoding)
    text = data.decode(encoding, "replace")
    damage = Problem(ProblemKind.CHARACTERS_REPLACED, str(text.count("\ufffd")))
    return _finished(text, encoding, (damage,))


def _finished(text: str, encoding: str, problems: tuple[Problem, ...] = ()) -> Decoded:
    """Return the result without NUL, at which parsers, databases and widgets stop."""
    nuls = text.count("\x00")
    if nuls:
        text = text.replace("\x00", "\u2400")
        problems = (*problems, Problem(ProblemKind.NUL_REPLACED, str(nuls)))
    return Decoded(text, encoding, problems)
