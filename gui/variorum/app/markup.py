"""Turn a note's Markdown into HTML that may be shown: with limits, and sanitised."""

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
        rendered = _markdown().convert(text)
    except RecursionError:
        return _as_typed(text)
    return nh3.clean(
        rendered,
        tags=_TAGS,
        attributes={"a": {"href", "title"}},
        url_schemes=set(LINK_SCHEMES),
        link_rel=None,
    )


def _markdown() -> Markdown:
    """Return a converter that takes HTML in a note for words."""
    converter = markdown.Markdown(extensions=["sane_lists", "nl2br", "tables", "fenced_code"])
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
