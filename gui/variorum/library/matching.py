"""Turn what a reader types into a full-text query; no input is an error."""

import re

from variorum.library.folding import fold

_TERMS = re.compile(r'"(?P<phrase>[^"]*)"?(?P<open>\*?)|(?P<word>[^\s"]+)')


def match_expression(typed: str, *, complete_last: bool = True) -> str | None:
    """Return the FTS5 expression of words and "phrases", or None when there is no word.

    All of them must be found. A star after a word asks for words that begin so; with
    `complete_last` false the last word is taken that way, for a filter that is being typed.
    """
    terms = [term for match in _TERMS.finditer(typed) if (term := _term(match)) is not None]
    if not terms:
        return None
    if not complete_last and not terms[-1].endswith("*") and not typed.endswith(('"', " ")):
        terms[-1] += " *"
    return " AND ".join(terms)


def _term(match: re.Match[str]) -> str | None:
    """Return one term as a quoted phrase: inside quotation marks FTS5 knows no operators."""
    word = match["word"]
    words = match["phrase"] if word is None else word
    begins = (word is not None and word.endswith("*")) or bool(match["open"])
    if not any(character.isalnum() for character in words):
        return None
    folded = fold(words)
    if folded is not None:
        words, begins = _without_last_alone(folded), begins or _is_one(words)
    return f'"{words.replace(chr(0), " ")}"' + (" *" if begins else "")


def _without_last_alone(folded: str) -> str:
    """Drop the character that ends each run alone: in a text more may follow the pair."""
    return re.sub(r"(?<=\S\S )\S (?=\s|$)", "", folded + " ").strip()


def _is_one(words: str) -> bool:
    return len(words.strip()) == 1
