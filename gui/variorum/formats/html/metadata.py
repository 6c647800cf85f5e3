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

from variorum.formats.html.authors import authors_of
from variorum.formats.html.dates import read_moment
from variorum.formats.html.details import details_of
from variorum.formats.html.element import Element
from variorum.formats.html.headline import headline_of, parts_of_title
from variorum.formats.html.jsonld import Described, described
from variorum.formats.html.tree import collapse, is_seen, squash, words_in
from variorum.text import NO_DETAILS, Details, Moment

_TITLES = ("og:title", "twitter:title", "sailthru.title", "parsely-title", "dc.title")
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
_LETTERS_OF_A_NAME = 4
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")


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
    details: Details = NO_DETAILS


def read_metadata(root: Element, *, address: str | None = None) -> Metadata:
    """Return what the page says; `address` is where it was saved from, if that is known."""
    metas = _metas(root)
    title = collapse(root.findtext(".//title") or "")
    headings = [h for h in root.iter("h1") if is_seen(h) and words_in(h)]
    spoken = described(root, title=_one(metas, _TITLES) or title)
    outlet = _outlet(metas, spoken)
    headline, element = headline_of(
        described=spoken.headline,
        shared=[text for name in _TITLES if (text := _one(metas, [name]))],
        title=title,
        headings=headings,
        outlet=outlet or "",
    )
    place = _address(root, metas, spoken, saved_from=address)
    return Metadata(
        headline=headline,
        headline_element=element,
        authors=authors_of(
            root,
            described=spoken.people,
            metas=metas,
            houses=[name for name in (outlet, spoken.outlet, _host(place)) if name],
        ),
        published=_published(root, metas, spoken),
        outlet=outlet or _named_by(title, _host(place)) or _host(place),
        language=_language(root, metas, spoken),
        address=place,
        body=spoken.body,
        details=details_of(metas, address=place),
    )


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


def _named_by(title: str, host: str | None) -> str | None:
    """Return the part of a page's title by which its address is called."""
    letters = squash(host or "")
    parts = [part for part in parts_of_title(title) if len(squash(part)) >= _LETTERS_OF_A_NAME]
    return next((part for part in reversed(parts) if squash(part) in letters), None)


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
    times = [element for element in root.iter("time") if is_seen(element)]
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
