"""Find crossheads that lost their line break: a few words in capitals between two sentences."""

from variorum.wire.patterns import pattern
from variorum.wire.words import is_caps

_START = pattern(r"[.!?\"”’)]\s{1,3}(?=[A-Z][A-Z'’&,-]{0,24}\s{1,3}[A-Z])", cased=True)
_TOKEN = pattern(r"\S{1,40}")
_SENTENCE = pattern(r"[\"“‘']?[A-Z][a-z’']", cased=True)
_MOST_TOKENS = 12
_FEWEST_LETTERS = 10
_LONG_WORD = 5
"""Letters; runs without such a word are names of companies and offices."""
_AND = "&"
_ARTICLES = frozenset({"A", "I"})


def crossheads(words: str) -> list[tuple[int, int]]:
    """Return where crossheads stand in a paragraph, as offsets into its words."""
    found: list[tuple[int, int]] = []
    for match in _START.finditer(words):
        end = _end(words, match.end())
        if end is not None and (not found or match.end() >= found[-1][1]):
            found.append((match.end(), end))
    return found


def _end(words: str, start: int) -> int | None:
    """Return where the run of capitals that starts here ends, if it is a crosshead."""
    run: list[str] = []
    end = place = start
    while len(run) <= _MOST_TOKENS:
        match = _TOKEN.search(words, place)
        if match is None:
            return None
        if not _is_shouted(match[0]):
            break
        run.append(match[0])
        end, place = match.end(), match.end()
    else:
        return None
    if run and run[-1] in _ARTICLES:
        end -= len(run.pop())
    elif _SENTENCE.match(match[0]) is None:
        return None
    letters = sum(character.isalpha() for word in run for character in word)
    if len(run) < 2 or letters < _FEWEST_LETTERS or max(map(len, run)) < _LONG_WORD:
        return None
    return start + len(words[start:end].rstrip()) if run[-1][-1] not in ".,;:" else None


def _is_shouted(token: str) -> bool:
    """Tell whether a word is in capitals, or so short and bare that it goes with such."""
    return is_caps(token) or token in _ARTICLES or token == _AND or token.isdigit()
