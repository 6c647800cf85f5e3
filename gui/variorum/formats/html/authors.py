"""Choose the authors of a page among its fields and what it prints."""

import re
from collections.abc import Mapping, Sequence

from variorum.formats.html.element import Element
from variorum.formats.html.names import is_signed, names_in
from variorum.formats.html.tree import is_seen, squash, words_in

_FIELDS = (
    "article:author_name", "author", "article:author", "og:author", "og:article:author",
    "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
    "citation_author",
)  # fmt: skip
_LIKE_AUTHOR = re.compile(
    r"(?:^|[.:_-]|article|story|content)(?:author|byline|writer)s?(?:[_-]?name)?$"
)
_WRITER_CLASS = re.compile(
    r"(?:^|[-_\s])(?:by-?line|author)s?(?:[-_]*names?)?(?:$|[-_\s])", re.IGNORECASE
)
_PLACES = ("a", "span", "address", "p", "div", "li")


def authors_of(
    root: Element,
    *,
    described: Sequence[str],
    metas: Mapping[str, Sequence[str]],
    houses: Sequence[str],
) -> tuple[str, ...]:
    """Return the authors' names; a house's own name only where nobody else is named."""
    fields = [
        *_FIELDS,
        *(name for name in metas if name not in _FIELDS and _LIKE_AUTHOR.search(name)),
    ]
    told = [names_in(described), *(names_in(metas.get(name, ())) for name in fields)]
    told.append(names_in(_printed(root)))
    own = {squash(house) for house in houses}
    for names in told:
        people = tuple(name for name in names if squash(name) not in own)
        if people:
            return people
    return next((names for names in told if names), ())


def _printed(root: Element) -> list[str]:
    """Return the first line that the page marks as its author's name."""
    for element in root.iter(*_PLACES):
        marked = element.get("rel") == "author" or element.get("itemprop") == "author"
        if marked or _WRITER_CLASS.search(element.get("class") or ""):
            words = words_in(element)
            if is_signed(words) and is_seen(element):
                return [words]
    return []
