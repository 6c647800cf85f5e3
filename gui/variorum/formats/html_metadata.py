"""Read what a page says of its article: headline, authors, date, outlet, address, language.

A page says each of these several times, and not always the same. The order of trust was
measured on saved pages of eighty outlets: the page's JSON-LD, then what it prints, then its
meta elements, then its <title>.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from variorum.formats.html_dates import read_moment
from variorum.formats.html_element import Element
from variorum.formats.html_jsonld import Described, described
from variorum.formats.html_names import names_in
from variorum.formats.html_tree import collapse, is_shown, line_of, words_in
from variorum.text import Moment

_TITLES = ("og:title", "twitter:title", "sailthru.title", "parsely-title", "dc.title")
_AUTHORS = (
    "article:author_name", "author", "article:author", "og:author", "og:article:author",
    "parsely-author", "sailthru.author", "cxenseparse:author", "byl", "dcsext.author",
    "dc.creator", "dcterms.creator", "citation_author",
)  # fmt: skip
_DATES = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "og:published_time", "og:pubdate", "pubdate", "publishdate", "publish-date", "published",
    "published_at", "publication_date", "parsely-pub-date", "sailthru.date",
    "cxenseparse:publishtime", "cxenseparse:recs:publishtime", "dc.date.issued", "dc.date",
    "dcterms.created", "dcterms.date", "date.available", "date.created", "article.published",
    "prism.publicationdate", "citation_publication_date", "release_date",
    "dcsext.articlefirstpublished", "date", "og:regdate", "last-modified",
    "article:modified_time",
)  # fmt: skip
_OUTLETS = ("og:site_name", "og_site_name", "application-name", "apple-mobile-web-app-title",
            "dc.publisher", "publisher", "copyright")  # fmt: skip
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?")
_SITE_TAIL = re.compile(r"\s+[-–—|:•·»]\s+|\s*[｜：ㅣ|]\s*|(?<=\w)-(?=[^\W\d_]+\s*[ㅣ｜|])")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_SQUASHED = re.compile(r"\W+")
_WRITER_CLASS = re.compile(
    r"(?:^|[-_\s])(?:by-?line|author)s?(?:[-_]*names?)?(?:$|[-_\s])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """Hold what a page says of its article; nothing is guessed from the article's words."""

    headline: str | None
    headline_element: Element | None
    """Where the page prints the headline: what stands before it is no story."""
    authors: tuple[str, ...]
    published: Moment | None
    outlet: str | None
    language: str | None
    address: str | None
    body: str
    """The article's words without any mark-up, where the page carries them; often cut short."""


def read_metadata(root: Element, *, address: str | None = None) -> Metadata:
    """Return what the page says; `address` is where it was saved from, if that is known."""
    metas = _metas(root)
    title = collapse(root.findtext(".//title") or "")
    headings = [h for h in root.iter("h1") if _is_seen(h) and words_in(h)]
    spoken = described(root, title=_one(metas, _TITLES) or title)
    outlet = _outlet(metas, spoken)
    headline, element = _headline(metas, spoken, title=title, headings=headings, outlet=outlet)
    place = _address(root, metas, spoken, saved_from=address)
    return Metadata(
        headline=headline,
        headline_element=element,
        authors=_authors(root, metas, spoken, outlet=outlet),
        published=_published(root, metas, spoken),
        outlet=outlet or _host(place),
        language=_language(root, metas, spoken),
        address=place,
        body=spoken.body,
    )


def squash(text: str) -> str:
    """Return the letters and figures of a text alone, folded, for telling whether two agree."""
    return _SQUASHED.sub("", text).casefold()


def _is_seen(element: Element) -> bool:
    return all(is_shown(above) for above in line_of(element))


def _metas(root: Element) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        # Within the body, microdata uses meta elements for pictures, comments and lists.
        if (
            meta.get("itemprop")
            and not meta.get("name")
            and meta.get("itemprop") != "datePublished"
        ):
            continue
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = collapse(html.unescape(meta.get("content") or ""))
        if name and content:
            key = (
                name.lower()
                .removeprefix("http://ogp.me/ns#")
                .replace("http://ogp.me/ns/article#", "article:")
            )
            metas.setdefault(key, []).append(content)
    return metas


def _one(metas: dict[str, list[str]], names: Iterable[str]) -> str:
    return next((metas[name][0] for name in names if name in metas), "")


def _outlet(metas: dict[str, list[str]], spoken: Described) -> str | None:
    for name in (
        _one(metas, _OUTLETS[:2]),
        spoken.outlet,
        *(_one(metas, [n]) for n in _OUTLETS[2:]),
    ):
        if name and len(name) <= 80 and not name.startswith(("http://", "https://")):
            return name
    return None


def _headline(
    metas: dict[str, list[str]],
    spoken: Described,
    *,
    title: str,
    headings: list[Element],
    outlet: str | None,
) -> tuple[str | None, Element | None]:
    """Return the headline in the page's best wording, and where the page prints it."""
    printed = [words_in(heading) for heading in headings]
    told = [spoken.headline, *(_one(metas, [name]) for name in _TITLES), title]
    told = [_without_site(text, printed=printed, outlet=outlet) for text in told if text]
    element = _printed_headline(headings, printed, told)
    if told:
        return told[0], element
    return (words_in(element), element) if element is not None else (None, None)


def _without_site(text: str, *, printed: list[str], outlet: str | None) -> str:
    """Return a title without the outlet's name, and the section's, that sites put behind it."""
    squashed = {squash(heading) for heading in printed}
    house = squash(outlet or "")
    for cut in _SITE_TAIL.finditer(text):
        tail = squash(text[cut.end() :])
        if squash(text[: cut.start()]) in squashed:
            return text[: cut.start()]
        if house and tail and (tail in house or house in tail) and cut.start() >= len(text) // 3:
            return text[: cut.start()]
    return text


def _printed_headline(
    headings: list[Element], printed: list[str], told: list[str]
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
    return best[1] if best[0] >= 0.3 or len(headings) == 1 else None


def _authors(
    root: Element,
    metas: dict[str, list[str]],
    spoken: Described,
    *,
    outlet: str | None,
) -> tuple[str, ...]:
    """Return the authors; the outlet's own name only where nobody else is named."""
    told = [names_in(spoken.people), *(names_in(metas.get(name, ())) for name in _AUTHORS)]
    told.append(names_in(_printed_authors(root)))
    house = squash(outlet or "")
    for names in told:
        people = tuple(name for name in names if squash(name) != house)
        if people:
            return people
    return next((names for names in told if names), ())


def _printed_authors(root: Element) -> list[str]:
    """Return the names that the page itself prints as its authors', near its headline."""
    marked = [
        element
        for element in root.iter("a", "span", "address", "p", "div", "li")
        if element.get("rel") == "author"
        or element.get("itemprop") == "author"
        or _WRITER_CLASS.search(element.get("class") or "")
    ]
    names = [words_in(element) for element in marked if _is_seen(element)]
    return [name for name in names if 3 <= len(name) <= 60][:1]


def _published(root: Element, metas: dict[str, list[str]], spoken: Described) -> Moment | None:
    """Return the first moment told, with an instant where another field gives it one."""
    told = [spoken.published, *(value for name in _DATES for value in metas.get(name, ())[:1])]
    moments = [moment for text in told if text and (moment := read_moment(text))]
    if not moments:
        times = [t.get("datetime") or t.get("content") or words_in(t) for t in _times(root)]
        moments = [moment for text in times if (moment := read_moment(text))]
    return moments[0] if moments else None


def _times(root: Element) -> list[Element]:
    """Return the elements that print a date, those marked as the article's own first."""
    times = [element for element in root.iter("time") if _is_seen(element)]
    marked = [
        e for e in root.iter() if isinstance(e.tag, str) and e.get("itemprop") == "datePublished"
    ]
    return [*marked, *(t for t in times if t.get("pubdate") is not None), *times]


def _language(root: Element, metas: dict[str, list[str]], spoken: Described) -> str | None:
    told = (
        root.get("lang")
        or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or root.get("xml:lang")
        or "",
        spoken.language,
        _one(metas, ["og:locale", "content-language", "dc.language", "language"]),
    )
    for text in told:
        found = _LANGUAGE.fullmatch(text.strip().replace("_", "-"))
        if found:
            primary, *rest = found.group().split("-")
            return "-".join(
                [primary.lower(), *(p.title() if len(p) == 4 else p.upper() for p in rest)]
            )
    return None


def _address(
    root: Element, metas: dict[str, list[str]], spoken: Described, *, saved_from: str | None
) -> str | None:
    """Return the address that the page calls its own, without a fragment."""
    base = saved_from or _saved_from_comment(root) or ""
    canonical = next(
        (
            link.get("href") or ""
            for link in root.iter("link")
            if "canonical" in (link.get("rel") or "").lower().split()
        ),
        "",
    )
    for told in (canonical, _one(metas, ["og:url"]), spoken.address, base):
        try:
            whole = urldefrag(urljoin(base, told.strip())).url
            parts = urlsplit(whole)
        except ValueError:
            continue
        # A page that calls the front page its own says nothing about itself.
        if (
            parts.scheme in {"http", "https"}
            and parts.netloc
            and (parts.path.strip("/") or parts.query)
        ):
            return whole
    return None


def _saved_from_comment(root: Element) -> str | None:
    """Return the address a browser wrote into the page when it saved it."""
    for node in root.xpath("preceding::comment() | //comment()[position() < 5]"):
        if found := _SAVED_FROM.search(node.text or ""):
            return found.group(1)
    return None


def _host(address: str | None) -> str | None:
    host = urlsplit(address).hostname if address else None
    return host.removeprefix("www.") if host else None
