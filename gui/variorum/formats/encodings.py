"""Decide in which encoding bytes were written, by certainty first and by evidence last.

Byte order mark; strict UTF-8; UTF-16 or UTF-32 by the pattern of their NULs; UTF-8 with a few
strays of an older encoding; then the old encoding whose letters suit the language that the
words show. What was guessed is reported as a problem.
"""

import codecs
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.assets import lexicon
from variorum.text import Problem, ProblemKind
from variorum.wire.language import language_of

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 60_000
_EVIDENCE = 8_000
"""Bytes around characters beyond ASCII that are weighed for a guess."""
_FEWEST_NULS = 0.3
"""Share of NULs in one lane of UTF-16 text in a Latin script."""
_AMONG = re.compile(r"(?<=[A-Za-z])[^\W\d_A-Za-z]|[^\W\d_A-Za-z](?=[A-Za-z])")
"""Letters beyond ASCII that touch one of ASCII."""
_OPENING_MARKS = frozenset("„‚“«»‹›…•")
"""Between two letters they stand in words that were decoded by a wrong table."""
_STRAY = "variorum.stray"
_FEWEST_TRUE = 2
_MOST_STRAYS = 20
"""Bytes that are no UTF-8, for each character that is, in a text of both."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Hold decoded text without its byte order mark, and what was odd about it."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return the text of bytes in any encoding; it never fails and loses no byte silently."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    lanes = _by_nuls(data[:_SAMPLE])
    if lanes is not None:
        return _lenient(data, lanes, guessed=True)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _mixed(data) or _guessed(data)


def byte_order_mark(data: bytes) -> bytes:
    """Return the mark that bytes begin with; empty where there is none."""
    return next((mark for mark, _ in _BYTE_ORDER_MARKS if data.startswith(mark)), b"")


def is_wide(data: bytes) -> bool:
    """Tell whether bytes are UTF-16 or UTF-32, where NULs and control bytes are ordinary."""
    marks = (mark for mark, encoding in _BYTE_ORDER_MARKS if encoding != "utf-8")
    return data.startswith(tuple(marks)) or _by_nuls(data[:_SAMPLE]) is not None


def _lenient(data: bytes, encoding: str, *, guessed: bool = False) -> Decoded:
    """Decode with U+FFFD for what the encoding cannot hold, and report each kind of oddity."""
    problems = [Problem(ProblemKind.ENCODING_GUESSED, encoding)] if guessed else []
    try:
        return Decoded(data.decode(encoding), encoding, tuple(problems))
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        problems.append(Problem(ProblemKind.CHARACTERS_REPLACED, str(text.count("\ufffd"))))
        return Decoded(text, encoding, tuple(problems))


def _by_nuls(sample: bytes) -> str | None:
    """Return UTF-16 or UTF-32 where NULs fill one lane of the bytes and spare another."""
    if b"\0" not in sample or len(sample) < 4:
        return None
    lanes = [sample[lane::4].count(0) / max(1, len(sample[lane::4])) for lane in range(4)]
    if min(lanes[1:]) > 0.9 and lanes[0] < 0.1:
        return "utf-32-le"
    if min(lanes[:3]) > 0.9 and lanes[3] < 0.1:
        return "utf-32-be"
    even, odd = (lanes[0] + lanes[2]) / 2, (lanes[1] + lanes[3]) / 2
    if odd > _FEWEST_NULS and even < 0.05:
        return "utf-16-le"
    if even > _FEWEST_NULS and odd < 0.05:
        return "utf-16-be"
    return None


def _read_stray(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that are no UTF-8 as the older encoding that most desks used."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return "".join(of_windows(byte) for byte in stray), error.end


def of_windows(byte: int) -> str:
    """Return a byte's character in cp1252, or in Latin-1 where cp1252 has none."""
    raw = bytes([byte])
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


codecs.register_error(_STRAY, _read_stray)


def _mixed(data: bytes) -> Decoded | None:
    """Return UTF-8 with strays, where its characters outnumber them or are a Latin language's own."""
    lost = data.decode("utf-8", errors="replace")
    strays = lost.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    true = [character for character in lost if character > "\x7f" and character != "\ufffd"]
    if len(true) < _FEWEST_TRUE:
        return None
    if len(true) < 2 * strays and not (
        len(true) * _MOST_STRAYS >= strays and _is_usual(lost, true)
    ):
        return None
    text = data.decode("utf-8", errors=_STRAY)
    return Decoded(text, "utf-8", (Problem(ProblemKind.ENCODING_MIXED, "utf-8, cp1252"),))


def _is_usual(lost: str, true: Sequence[str]) -> bool:
    """Tell whether what is UTF-8 by its bytes is also what its words' language writes.

    In an older encoding two characters may happen to be one of UTF-8, but seldom one that
    belongs there.
    """
    language = language_of(lost[:_EVIDENCE], by_letters=False) or "en"
    letters = _KNOWN.letters.get(language, _KNOWN.letters["en"])
    of_latin = all(_is_latin(letter) for letter in letters)
    return of_latin and all(each.lower() in letters or each in _KNOWN.marks for each in true)


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(("LATIN", "FEMININE", "MASCULINE"))


@dataclass(frozen=True, slots=True)
class _Evidence:
    """Hold the data file of what speaks for an encoding."""

    letters: dict[str, frozenset[str]]
    marks: frozenset[str]
    single: tuple[str, ...]
    double: tuple[str, ...]
    doubts: dict[str, float]
    frequent: dict[str, frozenset[str]]


def _load() -> _Evidence:
    table = lexicon("encodings.toml")
    return _Evidence(
        letters={code: frozenset(letters) for code, letters in table["letters"].items()},
        marks=frozenset(table["marks"]["usual"]),
        single=tuple(table["order"]["single"]),
        double=tuple(table["order"]["double"]),
        doubts=dict(table["order"]["doubts"]),
        frequent={name: frozenset(letters) for name, letters in table["frequent"].items()},
    )


_KNOWN = _load()


def _guessed(data: bytes) -> Decoded:
    """Return the decoding that its own characters speak for most; Latin-1 where none holds."""
    sample = _telling(data)
    best, most = "latin-1", 0.0
    for encoding in _KNOWN.double:
        weight = _weigh_double(sample, encoding)
        if weight > most:
            best, most = encoding, weight
    for encoding in _KNOWN.single:
        weight = _weigh_single(sample, encoding)
        if weight > most + 1e-9:
            best, most = encoding, weight
    problem = Problem(ProblemKind.ENCODING_GUESSED, best)
    try:
        return Decoded(data.decode(best), best, (problem,))
    except UnicodeDecodeError:
        text = data.decode("latin-1") if best == "cp1252" else data.decode(best, errors="replace")
        encoding = "latin-1" if best == "cp1252" else best
        replaced = text.count("\ufffd")
        extra = (Problem(ProblemKind.CHARACTERS_REPLACED, str(replaced)),) if replaced else ()
        guess = Problem(ProblemKind.ENCODING_GUESSED, encoding)
        return Decoded(text, encoding, (guess, *extra))


def _telling(data: bytes) -> bytes:
    """Return a sample that starts a line or two before the first byte beyond ASCII."""
    first = next((place for place, byte in enumerate(data) if byte > 0x7F), 0)
    start = data.rfind(b"\n", 0, max(0, first - 2_000)) + 1
    return data[start : start + max(_EVIDENCE, 2 * (first - start))]


def _weigh_single(sample: bytes, encoding: str) -> float:
    """Return how well the characters beyond ASCII suit the language of the words, 0 to 1."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    if _is_among_latin(text):
        return 0.0
    language = language_of(text, by_letters=False)
    letters = _KNOWN.letters.get(language or "en", _KNOWN.letters["en"])
    score = count = 0.0
    for before, character, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if character > "\x7f":
            count += 1
            alone = not (before.isalpha() or after.isalpha())
            within = before.isalpha() and after.isalpha()
            score += _weight(character, before, letters, alone=alone, within=within)
    return max(0.0, score / (count + _KNOWN.doubts.get(encoding, 0.0))) if count else 0.0


def _is_among_latin(text: str) -> bool:
    """Tell whether letters of another script stand mostly within words of Latin letters."""
    within = sum(not _is_latin(found[0]) for found in _AMONG.finditer(text))
    return 2 * within > sum(c > "\x7f" and c.isalpha() and not _is_latin(c) for c in text)


def _weight(
    character: str, before: str, letters: frozenset[str], *, alone: bool, within: bool
) -> float:
    """Return what one character says for its decoding: from -1 to 1."""
    if character.isalpha():
        if character.isupper() and before.islower():
            return -1.0
        if alone:
            return 0.3
        return 1.0 if character.lower() in letters else -0.5
    if character in _KNOWN.marks:
        return -1.0 if within and character in _OPENING_MARKS else 0.8
    return -1.0


def _weigh_double(sample: bytes, encoding: str) -> float:
    """Return how much a decoding looks like Chinese, Japanese or Korean text, 0 to 1."""
    text = sample.decode(encoding, errors="replace")
    wide = [character for character in text if character >= "\u2e80"]
    beyond = sum(1 for character in text if character > "\x7f")
    if len(wide) < 8 or len(wide) < 0.8 * beyond or text.count("\ufffd") > 2:
        return 0.0
    if encoding == "cp949" and sum("가" <= c <= "힣" for c in wide) < 0.6 * len(wide):
        return 0.0
    share = sum(character in _KNOWN.frequent[encoding] for character in wide) / len(wide)
    return min(1.0, 0.5 + 4 * share) if share >= 0.03 else 0.0
