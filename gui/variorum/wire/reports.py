"""Tell the sentence of a story that opens like furniture: somebody said it, in a clause of its own.

To set a story's sentence apart is the reader's worst fault, so whatever a line's first words
promise, a clause such as `…, the court said on Monday.` keeps it in the story.
"""

from variorum.wire.lexicon import (
    FAULTY_SAYING,
    INVERTED_SAYING,
    PAGE_PERSONS,
    PAGE_WORDS,
    SAYING,
    UNSAID,
)
from variorum.wire.words import bare, ends_sentence

_LONGEST_SPEAKER = 12
"""Words between the mark that opens a clause of saying and its verb."""
_LONGEST = 160
"""Words that are looked at."""
_OFFER = 2
"""What the name of something a page offers weighs beside a `your`."""
_MARKS = (",", "”", "»", '"', "’", "'", "–", "—", "-", "?", "!")


def is_report(words: str) -> bool:
    """Tell whether words are a closed sentence with a clause that says who said it."""
    return ends_sentence(words) and has_clause_of_saying(words)


def has_clause_of_saying(words: str) -> bool:
    """Tell whether a clause of saying in the third person stands in words, after a mark."""
    tokens = words.split(maxsplit=_LONGEST)[:_LONGEST]
    folded = [bare(token).casefold() for token in tokens]
    since: int | None = None
    for number, token in enumerate(tokens):
        if (
            since is not None
            and number - since <= _LONGEST_SPEAKER
            and _says(folded, number, since)
        ):
            return True
        if token.endswith(_MARKS):
            since = number + 1
    return False


def speaks_to_readers(words: str) -> int:
    """Weigh by how many words a sentence names what a page offers, or speaks to who reads it."""
    tokens = {bare(token).casefold() for token in words.split()}
    return _OFFER * len(tokens & PAGE_WORDS) + len(tokens & PAGE_PERSONS)


def _says(folded: list[str], number: int, since: int) -> bool:
    """Tell whether the word at a place is the verb of a clause that began at another."""
    verb = folded[number]
    if verb not in SAYING or any(word in FAULTY_SAYING for word in folded[number + 1 : number + 3]):
        return False
    if number == since:
        return verb in INVERTED_SAYING
    return folded[number - 1] not in UNSAID
