"""Decide a text's language: by its script, else by the commonest small words."""

from collections import Counter
from itertools import repeat

from variorum.wire.lexicon import STOP_WORDS
from variorum.wire.patterns import pattern

_SAMPLE = 2500
_SCRIPT_SAMPLE = 800
"""Code points."""
_SCRIPTS = (
    ("ja", "\u3040", "\u30ff"),
    ("ko", "\uac00", "\ud7a3"),
    ("zh", "\u4e00", "\u9fff"),
    ("he", "\u0590", "\u05ff"),
    ("el", "\u0370", "\u03ff"),
    ("th", "\u0e00", "\u0e7f"),
    ("hi", "\u0900", "\u097f"),
    ("ar", "\u0600", "\u06ff"),
    ("ru", "\u0400", "\u04ff"),
)
_FEWEST = 3
_OFTEN = 0.12
_SELDOM = 0.07
"""Share of small words where endings do their work, as in Finnish, Turkish and Hungarian."""
_FAR_AHEAD = 3
_FEWEST_TOKENS = 4
_AROUND_WORDS = ".,;:!?\"'“”«»()"
_CODES_OF = {
    word: tuple(code for code, words in STOP_WORDS.items() if word in words)
    for words in STOP_WORDS.values()
    for word in words
}
"""The languages of which a word is a small one."""
_BEYOND_LATIN = pattern("[\u0370-\U0010ffff]", cased=True)
_CYRILLIC = ("ru", "uk", "bg")
_ARABIC = ("ar", "fa")
_LATIN = tuple(code for code in STOP_WORDS if code not in {*_CYRILLIC, *_ARABIC})
_ONLY_ARABIC = frozenset("ةىيك")
_ONLY_RUSSIAN = frozenset("ыэё")
_ONLY_UKRAINIAN = frozenset("їєґ")
_OF_OTHER_CYRILLIC = frozenset("ўәғқңөұүһљњћђџјѓќѕ")
"""Letters of Belarusian, Kazakh, Mongolian, Serbian, Macedonian and their neighbours."""
_NEVER_ARABIC = frozenset("پچژگکیٹڈڑےںۀټډړښڼ")
"""Letters of Persian, Urdu, Kurdish and Pashto."""


def language_of(text: str, *, by_letters: bool = True) -> str | None:
    """Return a BCP 47 code, or None where the words are too few or too mixed to tell.

    Where the words do not tell, letters that one language alone has may: not where it is the
    letters that are in doubt, as in bytes of an unknown encoding.
    """
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script is None:
        return _by_words(sample, _LATIN)
    if script == "ru":
        found = _by_words(sample, _CYRILLIC)
        return found or (_by_cyrillic_letters(sample) if by_letters else None)
    if script == "ar":
        return _by_words(sample, _ARABIC) or _by_letters(sample)
    return script


def _script(sample: str) -> str | None:
    """Return the language of a script that holds a good part of the letters; None for Latin."""
    if sample.isascii():
        return None
    telling = [c for c in _BEYOND_LATIN.findall(sample, 0, _SCRIPT_SAMPLE) if c.isalpha()]
    if not telling:
        return None
    counts = Counter[str]()
    for character in telling:
        counts.update(_script_of(character))
    letters = sum(character.isalpha() for character in sample[:_SCRIPT_SAMPLE])
    if counts["ja"] >= 0.1 * letters:
        return "ja"
    for code, count in counts.most_common(1):
        if count >= 0.4 * letters:
            return code
    return None


def _script_of(character: str) -> tuple[str, ...]:
    """Return the language that stands for a character's script, or nothing."""
    return next(((code,) for code, first, last in _SCRIPTS if first <= character <= last), ())


def _by_cyrillic_letters(sample: str) -> str | None:
    """Return Russian or Ukrainian where letters stand that Bulgarian lacks, and none of others."""
    letters = set(sample)
    if letters & _OF_OTHER_CYRILLIC:
        return None
    russian = letters & _ONLY_RUSSIAN and "і" not in letters
    code = "uk" if letters & _ONLY_UKRAINIAN else "ru" if russian else None
    # Text decoded by a wrong table has such letters too, but none of the language's small words.
    spoken = code is not None and not STOP_WORDS[code].isdisjoint(sample.split())
    return code if spoken else None


def _by_letters(sample: str) -> str | None:
    """Return Arabic where its own letters stand and none of its neighbours' do."""
    letters = set(sample)
    return "ar" if letters & _ONLY_ARABIC and not letters & _NEVER_ARABIC else None


def _by_words(sample: str, codes: tuple[str, ...]) -> str | None:
    """Return the language whose small words are by far the most frequent."""
    tokens = sample.casefold().split()
    total = len(tokens)
    if total < _FEWEST_TOKENS:
        return None
    words = map(str.strip, tokens, repeat(_AROUND_WORDS))
    scores = dict.fromkeys(STOP_WORDS, 0)
    for word, count in Counter(filter(_CODES_OF.__contains__, words)).items():
        for code in _CODES_OF[word]:
            scores[code] += count
    (best, code), (second, _) = sorted(((scores[code], code) for code in codes), reverse=True)[:2]
    often = best >= _OFTEN * total and best >= 1.15 * second
    alone = best >= _SELDOM * total and best >= _FAR_AHEAD * second
    return code if best >= _FEWEST and (often or alone) else None
