"""Read the values of a JSON file: one, or many one after the other, and what can be saved of broken ones.

A broken value is read again by its tokens alone: commas and colons may lack or stand where none
belongs, what is no token is passed over, and the end of the file closes everything.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from variorum.errors import FormatError
from variorum.formats import encodings
from variorum.formats.sound import sound
from variorum.text import Problem, ProblemKind

MAX_DEPTH = 200
"""Lists and objects within each other; no item of news has more than some ten."""

_STRICT, _LENIENT = json.JSONDecoder(), json.JSONDecoder(strict=False)
_BETWEEN = re.compile(r"[\s,\x1e]*")
_NEXT_LINE = re.compile(r"\n\s{0,80}+(?=[\[{])")
_TOKEN = re.compile(
    r'(?P<string>"[^"\\]*(?:\\.[^"\\]*)*(?:"|\Z))'
    r"|(?P<number>-?\d{1,300}(?:\.\d{1,300})?(?:[eE][+-]?\d{1,5})?)"
    r"|(?P<word>true|false|null)|(?P<open>[\[{])|(?P<close>[\]}])",
    re.DOTALL,
)
_WORDS = {"true": True, "false": False, "null": None}


@dataclass(frozen=True, slots=True)
class JsonFile:
    """Hold the values of a file, and what was odd about it."""

    values: tuple[Any, ...]
    encoding: str
    problems: tuple[Problem, ...] = ()


def read_values(data: bytes, *, name: str) -> JsonFile:
    """Return the values of a file; raise `FormatError` where it is nested beyond all reason."""
    decoded = encodings.decode(data)
    text, problems = sound(decoded.text)
    values: list[Any] = []
    broken = False
    place = _past_space(text, 0)
    while place < len(text):
        value, end = _strict(text, place)
        if end is None:
            broken = True
            found = _NEXT_LINE.search(text, place)
            end = found.start() if found and values else len(text)
            value = _mended(text[place:end], name=name)
        values.append(value)
        place = _past_space(text, end)
    if broken:
        problems = (*problems, Problem(ProblemKind.AGAINST_STANDARD, "JSON"))
    return JsonFile(tuple(values), decoded.encoding, (*decoded.problems, *problems))


def _past_space(text: str, place: int) -> int:
    found = _BETWEEN.match(text, place)
    return found.end() if found else place


def _strict(text: str, place: int) -> tuple[Any, int | None]:
    """Return a value that is as the standard has it, and where it ends; no end where it is not."""
    try:
        return _STRICT.raw_decode(text, place)
    except (ValueError, RecursionError):
        return None, None


def _mended(text: str, *, name: str) -> Any:
    """Return what the tokens of a broken value say."""
    try:
        return _LENIENT.raw_decode(text)[0]
    except (ValueError, RecursionError):
        pass
    mender = _Mender(name)
    for token in _TOKEN.finditer(text):
        mender.take(token)
    return mender.root


class _Mender:
    """Put tokens together again, without recursion."""

    def __init__(self, name: str) -> None:
        self.root: Any = None
        self._name = name
        self._open: list[tuple[dict[str, Any] | list[Any], str | None]] = []
        self._key: str | None = None

    def take(self, token: re.Match[str]) -> None:
        if token["open"]:
            self._begin({} if token["open"] == "{" else [])
        elif token["close"]:
            self._end()
        elif token["string"]:
            self._string(_unquoted(token["string"]))
        elif token["word"]:
            self._add(_WORDS[token["word"]])
        else:
            self._add(_number(token["number"]))

    def _begin(self, container: dict[str, Any] | list[Any]) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise FormatError(
                f"{self._name} is nested too deeply to be read.", hint="It may be damaged."
            )
        self._add(container)
        self._open.append((container, self._key))
        self._key = None

    def _end(self) -> None:
        if self._open:
            self._open.pop()
        self._key = None

    def _string(self, text: str) -> None:
        if self._open and isinstance(self._open[-1][0], dict) and self._key is None:
            self._key = text
        else:
            self._add(text)

    def _add(self, value: Any) -> None:
        if not self._open:
            self.root = value if self.root is None else self.root
            return
        container = self._open[-1][0]
        if isinstance(container, list):
            container.append(value)
        elif self._key is not None:
            container[self._key] = value
            self._key = None


def _unquoted(token: str) -> str:
    token = token if len(token) > 1 and token.endswith('"') else f'{token}"'
    try:
        return str(json.loads(token, strict=False))
    except ValueError:
        return token.strip('"')


def _number(token: str) -> float:
    return float(token) if any(sign in token for sign in ".eE") else int(token)
