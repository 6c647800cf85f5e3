"""Read the people and houses named as a page's authors."""

import re
from collections.abc import Iterable

_BY = re.compile(
    r"^(?:written\s+by|reported\s+by|story\s+by|by|von|par|por|di|da|door|af|av|autor(?:in|en)?|"
    r"oleh|tekst|texte|автор(?:ы)?|بقلم|كتبت?|文|記者|文/)(?:\s*[:：]\s*|\s+|(?<=[文者/])\s*)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:(?<!\s)\s++)?+(?:[;|/、，・]|,(?!\s*(?:Jr|Sr|MD|M\.D|PhD|Ph\.D|MBA|III?)\b))\s*+"
    r"|(?<!\s)\s++(?:and|und|et|y|e|en|och|og|и|і|ve|&)\s++",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"https?:|www\.|^@|[@<>{}=]|\.(?:com|org|net)/|^\d+$|^(?:admin|editor|null|none|undefined|"
    r"unknown|n/a|guest|staff|webmaster)$",
    re.IGNORECASE,
)
_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)+|[a-z]+\d*")
_DATE_LIKE = re.compile(r"\d{4}|\d{1,2}:\d{2}")
_EDGES = " \t\n.,;:|·•-–—()"
_ROLE_BEHIND = re.compile(r"(?:(?<!\s)\s++)?+(?:기자|記者|记者)$")
_WORD_ENDS = re.compile(r"[\s-]")
_LONGEST_UNSPACED = 8
_LONGEST = 80
_MOST_WORDS = 8


def names_in(values: Iterable[str]) -> tuple[str, ...]:
    """Return the names in fields that may hold several each, in order, once each."""
    found: dict[str, str] = {}
    for value in values:
        for part in _BETWEEN.split(_BY.sub("", value.strip())):
            name = _cleaned(part)
            if name:
                found.setdefault(name.casefold(), name)
    return tuple(found.values())


def is_signed(text: str) -> bool:
    """Tell whether a marked line is somebody's signature and not a button about one.

    In scripts with capitals, each word of a name but its particles has one, and one word
    alone is a button unless *by* stands before it.
    """
    said = _BY.match(text.strip())
    name = _cleaned(text)
    if not name or _DATE_LIKE.search(name):
        return False
    words = [word for word in _WORD_ENDS.split(name) if word[:1].isalpha()]
    if any(word[:1] != word[:1].swapcase() for word in words):
        capitals = sum(word[:1].isupper() for word in words)
        return capitals * 3 >= 2 * len(words) and (len(words) > 1 or bool(said))
    return len(name) <= _LONGEST_UNSPACED


def _cleaned(part: str) -> str:
    name = _ROLE_BEHIND.sub("", _BY.sub("", part.strip(_EDGES)).strip(" ,;:|"))
    if not name or len(name) > _LONGEST or len(name.split()) > _MOST_WORDS:
        return ""
    if _NO_NAME.search(name) or _SLUG.fullmatch(name) or not any(c.isalpha() for c in name):
        return ""
    return name
