"""Read plain text: the decoded file is the article's text, every character as received.

Two exceptions: a byte order mark is no text, and NUL becomes U+2400, because databases and
widgets stop at it.
"""

from variorum.errors import FormatError
from variorum.formats.corpora.table import Format
from variorum.formats.encodings import Decoded, decode
from variorum.formats.sound import without_nuls, without_surrogates
from variorum.text import Imported
from variorum.wire.reader import read

NAME = "plain"
_MARK = "\ufeff"


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the one article of a text file."""
    decoded = decode(data)
    return [_imported(decoded, name=name, origin=origin, received=data)]


def read_text(text: str, *, origin: str) -> Imported:
    """Return the article of pasted text; what is no character becomes U+FFFD."""
    whole, problems = without_surrogates(text)
    decoded = Decoded(whole.removeprefix(_MARK), "utf-8", problems)
    received = decoded.text.encode("utf-8")
    return _imported(decoded, name="The paste", origin=origin, received=received)


def _imported(decoded: Decoded, *, name: str, origin: str, received: bytes) -> Imported:
    text, problems = decoded.text, decoded.problems
    if not text.strip():
        raise FormatError(f"{name} is empty.", hint="There is no text to read in it.")
    text, nuls = without_nuls(text)
    return Imported(
        article=read(text),
        origin=origin,
        received=received,
        encoding=decoded.encoding,
        format=NAME,
        problems=(*problems, *nuls),
    )


def _is_text(_head: bytes) -> bool:
    """Take whatever no other format recognised; what is no text was refused before."""
    return True


FORMAT = Format(NAME, _is_text, read_file)
