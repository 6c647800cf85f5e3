"""Match a word or "phrase" that a reader typed with texts and with names."""

import re
from dataclasses import dataclass
from enum import StrEnum

from variorum.letters import bare_letters
from variorum.library.folding import (
    fold_with_places,
    is_one_character,
    is_without_spaces,
    visible,
)
from variorum.library.search.spellings import spellings


class Field(StrEnum):
    """Name what a term asks for, written before a colon."""

    SOURCE = "source"
    PLACE = "place"
    DATE = "date"
    CODE = "code"
    DETAIL = "detail"
    LANGUAGE = "language"
    STATUS = "status"
    HEADLINE = "headline"
    NOTE = "note"
    VERSIONS = "versions"
    CLASS = "class"
    IN = "in"
    IS = "is"
    HAS = "has"


_WORDS = re.compile(r"\w+")


BEGINS = '" *'
"""What ends a phrase of FTS5 whose last word is a beginning, and stands nowhere else."""
_SHORTEST_BEGINNING = 3
"""Letters: a tenth of all words begins with some two, and to gather their texts takes long."""


@dataclass(frozen=True, slots=True)
class Term:
    """Hold one word or "phrase" that was typed."""

    typed: str
    """As it stands in what was typed."""
    words: str
    begins: bool
    """Ask for words that begin so."""
    field: Field | None = None
    is_unfinished: bool = False
    """It is being typed; a text is asked for its beginning from the third letter on."""
    is_common: bool = False
    """A text is asked for the word itself even while it is being typed."""

    @property
    def expression(self) -> str | None:
        """Return the FTS5 expression, or None when there is no word in the term."""
        phrases = self.phrases
        if len(phrases) > 1:
            return f"({' OR '.join(phrases)})"
        return phrases[0] if phrases else None

    @property
    def phrases(self) -> list[str]:
        """Return FTS5's phrases, one a spelling, as it was typed first; none without a word."""
        words = visible(self.words)
        if not any(character.isalnum() for character in words):
            return []
        is_whole = len(words) < _SHORTEST_BEGINNING or self.is_common
        begins = self.begins and not (self.is_unfinished and is_whole)
        if is_without_spaces(words):
            begins = begins or is_one_character(words.strip())
            return [_in_quotes(fold_with_places(words, is_asked=True).text, begins=begins)]
        return [_in_quotes(one, begins=begins) for one in spellings(words)]

    def fits(self, name: str) -> bool:
        """Tell whether the words stand in a name one after the other, case and accents folded."""
        asked, given = plain_words(self.words), plain_words(name)
        if not asked:
            return False
        if is_without_spaces(self.words):
            # There are no words to go by.
            return "".join(asked) in "".join(given)
        *whole, last = asked
        for start in range(len(given) - len(asked) + 1):
            end = given[start + len(whole)]
            if given[start : start + len(whole)] == whole and (
                end.startswith(last) if self.begins else end == last
            ):
                return True
        return False


def _in_quotes(words: str, *, begins: bool) -> str:
    # Inside quotation marks FTS5 knows no operators.
    return f'"{words.replace(chr(0), " ")}' + (BEGINS if begins else '"')


def plain_words(text: str) -> list[str]:
    """Return the words of a short text in lower case and without accents."""
    return _WORDS.findall(bare_letters(visible(text)))
