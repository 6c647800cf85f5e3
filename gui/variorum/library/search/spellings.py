"""Spell a word otherwise where one paper joins what another hyphenates."""

import re

from variorum.library.folding import fold_letters

_HYPHENS = re.compile(r"(?<=\w)[-\u2010\u2011](?=\w)")


def spellings(words: str) -> list[str]:
    """Return how a word or phrase may stand in the index: as it was typed first, then otherwise.

    The engine reads a hyphen as a space.
    """
    plain = fold_letters(words)
    joined = "".join(_HYPHENS.split(plain))
    return [plain, joined] if joined != plain and joined.isalnum() else [plain]
