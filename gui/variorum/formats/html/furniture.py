"""Recognise a page's furniture by what its elements are called, in any language's page.

Class names, ids and roles are English nearly everywhere. A name alone decides nothing: an
element that holds much of the story is not furniture whatever it is called.
"""

import re

from variorum.formats.html.element import Element
from variorum.formats.html.lexicon import PAGE

_TAGS = frozenset(
    {"nav", "aside", "footer", "form", "figure", "header", "menu", "address", "search"}
)
_ROLES = frozenset(PAGE["roles"])
_NAMES = frozenset(PAGE["names"])
_PHRASES = re.compile(
    r"most[-_ ]?(?:read|popular|viewed|shared|commented)|read[-_]?(?:more|next|also|on)\b|"
    r"more[-_]?(?:on|from|stories|news|like|topic)|also[-_](?:like|read)|you[-_]?(?:may|might)|"
    r"sign[-_]?up|pull[-_]?quote|(?:sr|screen[-_]?reader)[-_]?(?:only|text)|"
    r"visually[-_]?hidden|a11y|in(?:line|article)[-_]?(?:related|promo|ad|newsletter)|"
    r"story[-_]?(?:list|links)|link[-_]?(?:list|box)|up[-_]?next|next[-_]?(?:story|article|post)|"
    r"app[-_]?(?:promo|download)|latest[-_]?news|"
    r"article[-_]?(?:meta|tags|footer|info|tools|actions)|post[-_]?(?:meta|tags|info)|"
    r"entry[-_]?meta|instagram[-_]media|fb[-_]post",
    re.IGNORECASE,
)
_SET_APART = re.compile(
    r"(?:fact|info)[-_]?box|side[-_]?bar[-_]?box|^(?:related|newsletter|comments?|most[-_]?read)",
    re.IGNORECASE,
)
_OPEN_TAB = frozenset({"active", "show", "in"})
_CUT = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])")
_NAMING = ("class", "id", "data-component", "data-testid", "data-type", "data-module", "itemprop")
_FRAGMENTS = re.compile(r"[a-z]+(?:-[a-z]+)*:|\[.*?\]")


def is_called_furniture(element: Element) -> bool:
    """Tell whether an element's tag, role, class or id calls it furniture."""
    if element.tag in _TAGS or (element.get("role") or "").lower() in _ROLES:
        return True
    classes = (element.get("class") or "").split()
    if "tab-pane" in classes and _OPEN_TAB.isdisjoint(classes):
        return True
    if element.tag in {"html", "body", "p"} and not element.get("class"):
        return False
    return any(_names_furniture(element.get(name) or "") for name in _NAMING)


def is_set_apart(element: Element) -> bool:
    """Tell whether an element is a box beside the story, even a box with much text in it."""
    return any(_SET_APART.search(name) for name in (element.get("class") or "").split())


def _names_furniture(value: str) -> bool:
    if not value:
        return False
    # Utility classes speak of looks and states: `hover:underline`, `mt-[4px]`, `print:hidden`.
    names = [name for name in value.split() if not _FRAGMENTS.match(name)]
    if any(_PHRASES.search(name) for name in names):
        return True
    return any(part.lower() in _NAMES for name in names for part in _CUT.split(name))
