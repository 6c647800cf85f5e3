"""Read the words by which pages give away their furniture, from `resources/lexicons/page.toml`.

Words are data: a new name or phrase is a line in that file, not a change of code.
"""

from variorum.assets import lexicon

_LONGEST = 420
"""Code points; longer paragraphs are somebody's prose."""
_SOME_LINK = 0.02


def _page() -> dict[str, tuple[str, ...]]:
    return {key: tuple(map(str, words)) for key, words in lexicon("page.toml").items()}


PAGE = _page()
_ADDRESSES = PAGE["address"]
_EDGES = " \t\n*•·–—-›»▸►※【[(（"


def addresses_visitor(text: str, *, linked: float) -> bool:
    """Tell whether a paragraph speaks to the page's visitor: sign up, follow us, log in."""
    if len(text) > _LONGEST:
        return False
    folded = text.casefold().replace("’", "'").lstrip(_EDGES)
    if folded.startswith(_ADDRESSES):
        return True
    has_link = linked > _SOME_LINK or "@" in folded
    return has_link and any(words in folded for words in _ADDRESSES)
