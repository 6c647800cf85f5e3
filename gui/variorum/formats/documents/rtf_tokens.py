"""Cut Rich Text into its tokens; nothing is judged here.

After Microsoft's Rich Text Format specification 1.9.1, "Contents of an RTF File".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?[ ]?"
    rb"|\\'(?P<hex>[0-9A-Fa-f]{2})"
    rb"|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<brace>[{}])"
    rb"|[\r\n]+"
    rb"|(?P<text>[^\\{}\r\n]+)"
    rb"|\\",
    re.DOTALL,
)


class TokenKind(StrEnum):
    """Name what a token is."""

    OPEN = "open"
    CLOSE = "close"
    WORD = "word"
    SIGN = "sign"
    BYTES = "bytes"
    """Characters in the encoding of the font."""


@dataclass(frozen=True, slots=True)
class Token:
    """Hold a token: a control word with its number, a sign, or bytes of text."""

    kind: TokenKind
    word: str = ""
    number: int | None = None
    data: bytes = b""
    is_hex: bool = False
    """The bytes were written as `\\'e9`."""


_OPEN, _CLOSE = Token(TokenKind.OPEN), Token(TokenKind.CLOSE)


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of a file; binary data within it is passed over."""
    place = 0
    while found := _TOKEN.match(data, place):
        place = found.end()
        match found.lastgroup:
            case "word" | "number":
                number = int(found["number"]) if found["number"] else None
                word = found["word"].decode("ascii")
                if word == "bin":
                    place += max(number or 0, 0)
                else:
                    yield Token(TokenKind.WORD, word, number)
            case "hex":
                yield Token(TokenKind.BYTES, data=bytes.fromhex(found["hex"].decode()), is_hex=True)
            case "sign":
                yield Token(TokenKind.SIGN, found["sign"].decode("latin-1"))
            case "brace":
                yield _OPEN if found["brace"] == b"{" else _CLOSE
            case "text":
                yield Token(TokenKind.BYTES, data=found["text"])
            case _:
                pass
