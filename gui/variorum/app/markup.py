"""Turn the Markdown of notes and of the manual into HTML that may be shown: sanitised."""

import html
import re

import markdown
import nh3
from markdown.core import Markdown

_LONGEST = 100_000
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


def note_html(text: str) -> str:
    """Return a note as HTML without scripts, pictures or links of unknown kinds.

    A note beyond the limits is shown as it was typed: python-markdown takes 71 s for
    20,000 opening brackets and recurses into nested lists (measured).
    """
    if not _is_within_limits(text):
        return _as_typed(text)
    try:
        rendered = _markdown(*_BLOCKS, "nl2br").convert(text)
    except RecursionError:
        return _as_typed(text)
    return nh3.clean(
        rendered,
        tags=_TAGS,
        attributes={"a": {"href", "title"}},
        url_schemes=set(LINK_SCHEMES),
        link_rel=None,
    )


def page_html(text: str) -> str:
    """Return a page of the manual as HTML; its pictures are named, and loaded by who shows it."""
    return nh3.clean(
        _markdown(*_BLOCKS).convert(text),
        tags=_TAGS | {"img"},
        attributes={"a": {"href", "title"}, "img": {"src", "alt"}},
        url_schemes=set(LINK_SCHEMES),
        link_rel=None,
    )


def _markdown(*extensions: str) -> Markdown:
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
