"""Parse a saved page into a tree, within limits, without fetching or running anything."""

# lxml carries no type information; here its values get the types by which the room knows them.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import re
from collections.abc import Iterable
from typing import cast

import lxml.etree
import lxml.html

from variorum.errors import FormatError
from variorum.formats.html.element import Element, Walk

MAX_ELEMENTS = 100_000
"""More elements than an article's page has; whole live blogs have some 60,000."""

_HTML_SPACE = re.compile(r"[ \t\n\r\f]+")
# Savers write whole pictures into attributes; and reading 100,000 attributes takes minutes.
_DATA = re.compile(r"""(["'])data:[^"'<>]*\1""", re.IGNORECASE)
_LONG_TAG = re.compile(r"<([A-Za-z][\w:-]{0,40})\s[^<>]{20000,}>")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
_TOO_DEEP = "ERR_RESOURCE_LIMIT"
_HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*0|"
    r"clip-path\s*:\s*inset\((?:50|100)%)",
    re.IGNORECASE,
)
# Words for screen readers alone: *opens in a new window*.
_FOR_EARS = re.compile(
    r"(?:^|[-_])(?:sr-only|visually-?hidden|screen-reader-text|assistive(?:-text)?)$", re.IGNORECASE
)
_MAY_BE_FOR_EARS = frozenset({"span", "div", "p", "em", "i", "b", "strong", "small", "label"})
_LONGEST_FOR_EARS = 200
_ARRIVES_LATE = re.compile(r"S:[0-9a-f]+")
_SQUASHED = re.compile(r"[\W_]+")
_NEVER_SHOWN = frozenset({
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "embed",
    "applet", "canvas", "audio", "video", "select", "option", "datalist", "button", "input",
    "textarea", "map", "area", "source", "track", "param", "frame", "frameset", "noframes", "dialog",
})  # fmt: skip


def parse(page: str) -> Element:
    """Return the page's root element.

    Raises `FormatError` for a page that has no elements, too many, or is nested too deeply
    for anyone to have written it.
    """
    # Control characters end libxml2's reading; NUL would cut the page short.
    page = _FORBIDDEN.sub("\ufffd", page).replace("\f", " ")
    page = _LONG_TAG.sub(r"<\1>", _DATA.sub('""', page))
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_pis=True, recover=True
    )
    try:
        encoded = page.encode("utf-8", "replace")
        root = cast("Element", lxml.html.document_fromstring(encoded, parser=parser))
    except (lxml.etree.LxmlError, ValueError) as error:
        raise FormatError(
            "This page holds no text.", hint="It may not have been saved completely."
        ) from error
    if any(entry.type_name == _TOO_DEEP for entry in parser.error_log):
        raise FormatError("This page is nested too deeply to be read.", hint="It may be damaged.")
    if sum(1 for _ in root.iter()) > MAX_ELEMENTS:
        raise too_much()
    return root


def too_much() -> FormatError:
    """Return what to say of a page that no reader could read either."""
    return FormatError("This page has too many parts to be read.", hint="Save the article alone.")


def is_shown(element: Element) -> bool:
    """Tell whether a reader of the page would see the element, as far as its markup says."""
    if not isinstance(element.tag, str) or element.tag in _NEVER_SHOWN:
        return False
    attributes = element.attrib
    if "hidden" in attributes and not _ARRIVES_LATE.fullmatch(attributes.get("id", "")):
        return attributes["hidden"] == "until-found"
    if element.tag == "amp-list" or attributes.get("type") == "application/json":
        return False
    style = attributes.get("style")
    if style and _HIDING.search(style):
        return False
    return not _is_for_ears(element)


def _is_for_ears(element: Element) -> bool:
    classes = (element.get("class") or "").split()
    return (
        element.tag in _MAY_BE_FOR_EARS
        and any(_FOR_EARS.search(name) for name in classes)
        and len(words_in(element)) <= _LONGEST_FOR_EARS
    )


def remove_unseen(root: Element) -> None:
    """Take everything out of the tree that a reader of the page would not see."""
    unseen = [element for element in root.iter() if element is not root and not is_shown(element)]
    for element in unseen:
        if element.getparent() is not None:
            element.drop_tree()


def walk(root: Element) -> Walk:
    """Return a way through a tree that may leave parts of it out."""
    return cast("Walk", lxml.etree.iterwalk(root, events=("start", "end")))


def depth_of(root: Element) -> int:
    """Return how deeply the tree is nested."""
    depth = deepest = 0
    for event, _ in walk(root):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def words_in(element: Element) -> str:
    """Return an element's text with the white space that HTML does not show taken out."""
    return collapse("".join(element.itertext()))


def collapse(text: str) -> str:
    """Return text with each run of HTML white space as one space, none at the ends.

    NO-BREAK SPACE is a character of the text and stays.
    """
    return _HTML_SPACE.sub(" ", text).strip(" ")


def line_of(element: Element) -> Iterable[Element]:
    """Return an element, its parent, and so on up to the root."""
    return (element, *element.iterancestors())


def is_seen(element: Element) -> bool:
    """Tell whether neither an element nor anything around it is hidden."""
    return all(is_shown(above) for above in line_of(element))


def squash(text: str) -> str:
    """Return the letters and figures of a text alone, folded, for telling whether two agree."""
    return _SQUASHED.sub("", text).casefold()
