"""Read the schema.org description that a page carries of its own article."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeGuard

from variorum.formats.html.element import Element
from variorum.formats.html.tree import collapse

Node = dict[str, object]

_MAX_SCRIPT = 2_000_000
_MAX_NODES = 20_000
_WRAPPING = re.compile(
    r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[|/\*.*?\*/)?\s*|\s*(?:-->|(?://\s*)?\]\]>|;)*\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_ARTICLE = re.compile(r"(?:article|posting|report)$", re.IGNORECASE)
# What hangs on these is another work: a list of stories, a comment, the picture, the review's film.
_ASIDE = frozenset(
    "itemlistelement comment image video mentions about citation ispartof hasPart isrelatedto "
    "recommendation review itemreviewed publisher author creator sameas".lower().split()
)


@dataclass(frozen=True, slots=True)
class Described:
    """Hold what the page's JSON-LD says of the article; empty where it says nothing."""

    headline: str = ""
    people: tuple[str, ...] = ()
    published: str = ""
    outlet: str = ""
    language: str = ""
    address: str = ""
    body: str = ""


def described(root: Element, *, title: str) -> Described:
    """Return the description of the article that fits the page's title best."""
    nodes = list(_nodes(root))
    by_id = {name: node for node in nodes if _is_text(name := node.get("@id")) and len(node) > 1}
    articles = [node for node in nodes if _is_article(node)]
    pages = [node for node in nodes if "WebPage" in _types(node)]
    if not articles and not pages:
        return Described()
    best = max(articles, key=lambda node: _fitness(node, title), default=None)
    chain = [node for node in (best, *pages[:1]) if node is not None]
    people = _names(best.get("author") or best.get("creator"), by_id) if best else ()
    return Described(
        headline=_text(best.get("headline") or best.get("name")) if best else "",
        people=people,
        published=_first(chain, "datePublished") or _first(chain, "dateCreated"),
        outlet=next(iter(_names(best.get("publisher"), by_id)), "") if best else "",
        language=_first(chain, "inLanguage"),
        address=_address(best) if best else "",
        body=_body(best.get("articleBody")) if best else "",
    )


def _nodes(root: Element) -> Iterator[Node]:
    """Yield every object of the page's JSON-LD but those that describe other works."""
    waiting = [value for script in _scripts(root) for value in _values(script)]
    waiting.reverse()
    seen = 0
    while waiting and seen < _MAX_NODES:
        value = waiting.pop()
        seen += 1
        if _is_list(value):
            waiting.extend(reversed(value))
        elif _is_node(value):
            yield value
            waiting.extend(inner for key, inner in value.items() if key.lower() not in _ASIDE)


def _scripts(root: Element) -> Iterator[str]:
    for script in root.iter("script"):
        kind = (script.get("type") or "").lower().replace(" ", "")
        if kind.startswith("application/ld+json") and script.text:
            yield script.text[:_MAX_SCRIPT]


def _values(script: str) -> Iterator[object]:
    """Yield the JSON values of a script, mending what pages commonly break."""
    text = _WRAPPING.sub("", script)
    decoder = json.JSONDecoder(strict=False)
    place = 0
    mended = False
    while place < len(text):
        try:
            value, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            if mended or place:
                return
            mended, text = True, _TRAILING_COMMA.sub(r"\1", html.unescape(text))
            continue
        yield value
        while place < len(text) and text[place] in " \t\r\n,;":
            place += 1


def _is_node(value: object) -> TypeGuard[Node]:
    return isinstance(value, dict)


def _is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str)


def _types(node: Node) -> list[str]:
    kind = node.get("@type")
    kinds = kind if _is_list(kind) else [kind]
    return [name for name in kinds if _is_text(name)]


def _is_article(node: Node) -> bool:
    return any(_ARTICLE.search(name) for name in _types(node))


def _fitness(node: Node, title: str) -> tuple[int, int, int]:
    """Rank the articles a page describes: its own before those it lists."""
    words = set(_text(node.get("headline") or node.get("name")).casefold().split())
    wanted = set(title.casefold().split())
    shared = 2 * len(words & wanted) >= max(len(words), 1)
    return (
        int(bool(words) and shared),
        sum(bool(node.get(key)) for key in ("headline", "datePublished", "author", "publisher")),
        len(_text(node.get("articleBody"))),
    )


def _text(value: object) -> str:
    """Return a value as the words it stands for: WordPress escapes them for HTML once more."""
    if _is_list(value):
        value = next((item for item in value if _is_text(item)), "")
    if _is_node(value):
        value = value.get("@value") or value.get("name") or ""
    return collapse(html.unescape(value)) if _is_text(value) else ""


def _body(value: object) -> str:
    return html.unescape(value) if _is_text(value) else ""


def _first(nodes: list[Node], key: str) -> str:
    return next((text for node in nodes if (text := _text(node.get(key)))), "")


def _names(value: object, by_id: dict[str, Node], *, depth: int = 0) -> tuple[str, ...]:
    """Return the names in an author's or publisher's field, following references once."""
    if depth > 3:
        return ()
    if _is_list(value):
        found = (name for item in value for name in _names(item, by_id, depth=depth + 1))
        return tuple(dict.fromkeys(found))
    if _is_node(value):
        name = value.get("name")
        reference = value.get("@id")
        if not name and _is_text(reference) and reference in by_id:
            name = by_id[reference].get("name")
        return _names(name, by_id, depth=depth + 1) if name and not _is_node(name) else ()
    return (_text(value),) if _is_text(value) and _text(value) else ()


def _address(node: Node) -> str:
    for key in ("url", "mainEntityOfPage", "@id"):
        value = node.get(key)
        if _is_node(value):
            value = value.get("@id") or value.get("url")
        if _is_text(value) and value.startswith(("https://", "http://")):
            return value
    return ""
