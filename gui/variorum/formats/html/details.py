"""Read from a page's meta elements what else it says of its article: subjects, keywords, rights."""

import re
from collections.abc import Iterable, Mapping, Sequence

from variorum.formats.html.dates import read_moment
from variorum.text import Details

Metas = Mapping[str, Sequence[str]]
"""The contents of meta elements by their names in small letters, in the page's order."""

_KEYWORDS = ("news_keywords", "keywords", "article:tag", "parsely-tags", "sailthru.tags",
             "dc.subject")  # fmt: skip
_SUBJECTS = ("article:section", "parsely-section", "article.section", "og:section", "section")
_REVISED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
            "dc.date.modified", "last-modified")  # fmt: skip
_RIGHTS = ("copyright", "dc.rights", "dcterms.rights", "rights")
_BETWEEN = re.compile(r"[,;|،、]")
_MOST = 60
"""Keywords that are kept: beyond, a page lists what it wants to be found by."""
_LONGEST = 120


def details_of(metas: Metas, *, address: str | None) -> Details:
    """Return what a page's meta elements say; the authors are found where the page names them."""
    revised = (read_moment(text) for name in _REVISED for text in metas.get(name, ())[:1])
    return Details(
        keywords=_listed(metas, _KEYWORDS),
        subjects=_listed(metas, _SUBJECTS),
        revised=next((moment for moment in revised if moment), None),
        copyright=next((metas[name][0] for name in _RIGHTS if metas.get(name)), None),
        address=address,
    )


def _listed(metas: Metas, names: Iterable[str]) -> tuple[str, ...]:
    """Return the words of some elements, parted at commas, each once."""
    found: dict[str, str] = {}
    for name in names:
        for content in metas.get(name, ()):
            for word in _BETWEEN.split(content):
                tidy = word.strip()
                if tidy and len(tidy) <= _LONGEST:
                    found.setdefault(tidy.casefold(), tidy)
    return tuple(found.values())[:_MOST]
