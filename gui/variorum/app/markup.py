"""Turn the Markdown of notes and of the manual into HTML that may be shown: sanitised."""

import html
import re
from functools import lru_cache
from urllib.parse import quote, unquote
from xml.etree import ElementTree as ET

import markdown
import nh3
from markdown.core import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from variorum.annotations.links import LINK, NoteLink, read_link

_LONGEST = 100_000
_LINE = 400
_MOST_BRACKETS = 500
_DEEPEST_INDENT = 40
_INDENT = re.compile(r"^[ \t]*", re.MULTILINE)
_DEEP_QUOTE = re.compile(r"^(?:[ \t]{0,3}>){20}", re.MULTILINE)
_TAGS = {
    "a", "blockquote", "br", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol",
    "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_BLOCKS = ("sane_lists", "tables", "fenced_code")
LINK_SCHEMES = frozenset({"http", "https", "mailto"})
"""What a link in a note may lead to, after the reader was asked."""
OWN_SCHEME = "variorum"
"""What a link to something in the library has for an address: the link itself, as it was typed."""


def note_html(text: str) -> str:
    """Return a note as HTML without scripts, pictures or links of unknown kinds.

    A note beyond the limits is shown as it was typed: python-markdown takes 71 s for
    20,000 opening brackets and recurses into nested lists (measured).
    """
    if not _is_within_limits(text):
        return _as_typed(text)
    try:
        rendered = _markdown(*_BLOCKS, "nl2br", _OwnLinks()).convert(text)
    except RecursionError:
        return _as_typed(text)
    return nh3.clean(
        rendered,
        tags=_TAGS,
        attributes={"a": {"href", "title"}},
        url_schemes={*LINK_SCHEMES, OWN_SCHEME},
        link_rel=None,
    )


@lru_cache(maxsize=1024)
def note_line(text: str) -> str:
    """Return the words with which a note begins, on one line, without marks of Markdown."""
    beginning = text[:_LINE]
    words = nh3.clean(note_html(beginning), tags=set()) if beginning.strip() else ""
    return " ".join(html.unescape(words).split())


def own_link(address: str) -> NoteLink | None:
    """Return the link to something in the library that an address stands for."""
    scheme, _, rest = address.partition(":")
    found = LINK.fullmatch(unquote(rest)) if scheme == OWN_SCHEME else None
    return read_link(found) if found else None


class _OwnLink(InlineProcessor):
    """Make an anchor of `[[label|kind id]]`."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element, int, int]:  # noqa: ARG002 - the library's signature
        """Return the anchor and where the link stood."""
        anchor = ET.Element("a", href=f"{OWN_SCHEME}:{quote(m.group())}")
        anchor.text = AtomicString(m[1].strip())
        return anchor, m.start(), m.end()


class _OwnLinks(Extension):
    """Know links to what is in the library; those of Markdown come after them."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Take them in before other links, and after code, which stays as it was typed."""
        md.inlinePatterns.register(_OwnLink(LINK.pattern, md), "own_link", 175)


def page_html(text: str) -> str:
    """Return a page of the manual as HTML; its pictures are named, and loaded by who shows it."""
    return nh3.clean(
        _markdown(*_BLOCKS).convert(text),
        tags=_TAGS | {"img"},
        attributes={"a": {"href", "title"}, "img": {"src", "alt"}},
        url_schemes=set(LINK_SCHEMES),
        link_rel=None,
    )


def _markdown(*extensions: str | Extension) -> Markdown:
    """Return a converter that takes HTML in a text for words."""
    converter = markdown.Markdown(extensions=extensions)
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter


def _is_within_limits(text: str) -> bool:
    if len(text) > _LONGEST or text.count("[") + text.count("<") > _MOST_BRACKETS:
        return False
    if _DEEP_QUOTE.search(text):
        return False
    return max(len(m.group().expandtabs(4)) for m in _INDENT.finditer(text)) <= _DEEPEST_INDENT


def _as_typed(text: str) -> str:
    return f"<pre>{html.escape(text)}</pre>"
