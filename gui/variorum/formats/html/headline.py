"""Choose the headline of a page among those it prints and those it tells to machines."""

import re
from collections.abc import Sequence

from variorum.formats.html.element import Element
from variorum.formats.html.tree import squash, words_in

_SITE_TAIL = re.compile(
    r"(?<!\s)\s++[-–—|:•·»]\s++|(?:(?<!\s)\s++)?+(?:[｜：ㅣ|]|--)\s*+"
    r"|(?<=\w)-(?=[^\W\d_]++\s*+[ㅣ｜|])"
)
_ALIKE = 0.3
_LONGEST = 600
"""Code points; nobody's headline, and nobody's to search for a site's name."""


def headline_of(
    *, described: str, shared: Sequence[str], title: str, headings: Sequence[Element], outlet: str
) -> tuple[str | None, Element | None]:
    """Return the headline, and the heading that prints it.

    `described` is for search engines, `shared` for other sites' links. Where they differ, the
    wording that the page also prints stands; else the one for search engines is nearer to print.
    """
    printed = [words_in(heading) for heading in headings]
    told = [
        _without_site(text, printed=printed, outlet=outlet)
        for text in (described, *shared, title)
        if text
    ]
    heading = _printing(headings, printed, told)
    if not told:
        return (words_in(heading), heading) if heading is not None else (None, None)
    shown = squash(words_in(heading)) if heading is not None else ""
    links = told[1 if described else 0 : len(told) - bool(title)]
    agreed = next((text for text in links if squash(text) == shown), None)
    if agreed is None and len(told) == 1 and title and heading is not None:
        return words_in(heading), heading
    return agreed or told[0], heading


def parts_of_title(title: str) -> list[str]:
    """Return the parts of a title that are divided as sites divide headline, section and name."""
    return [part for part in _SITE_TAIL.split(title[:_LONGEST]) if part]


def _without_site(text: str, *, printed: Sequence[str], outlet: str) -> str:
    """Return a title without the outlet's name, and the section's, that sites put behind it."""
    if len(text) > _LONGEST:
        return text
    squashed = {squash(heading) for heading in printed}
    house = squash(outlet)
    for cut in _SITE_TAIL.finditer(text):
        tail = squash(text[cut.end() :])
        if squash(text[: cut.start()]) in squashed:
            return text[: cut.start()]
        if house and tail and (tail in house or house in tail) and cut.start() >= len(text) // 3:
            return text[: cut.start()]
    return text


def _printing(
    headings: Sequence[Element], printed: Sequence[str], told: Sequence[str]
) -> Element | None:
    """Return the heading that prints the told headline, else the one most like it."""
    wanted = [set(text.casefold().split()) for text in told]
    best: tuple[float, Element] | None = None
    for heading, words in zip(headings, printed, strict=True):
        have = set(words.casefold().split())
        likeness = max((len(have & w) / len(have | w) for w in wanted if w), default=0.0)
        if best is None or likeness > best[0]:
            best = likeness, heading
    if best is None:
        return None
    return best[1] if best[0] >= _ALIKE or len(headings) == 1 else None
