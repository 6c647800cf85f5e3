"""Read plain text: the decoded file is the article's text, every character as received.

Two exceptions: a byte order mark is no text, and NUL becomes U+2400, because databases and
widgets stop at it.
"""

from variorum.errors import FormatError
from variorum.formats.encodings import Decoded, decode
from variorum.formats.table import Format
from variorum.text import Imported, Problem, ProblemKind
from variorum.wire.reader import read

NAME = "plain"
_MARK = "\ufeff"


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the one article of a text file."""
    decoded = decode(data)
    return [_imported(decoded, name=name, origin=origin, received=data)]


def read_text(text: str, *, origin: str) -> Imported:
    """Return the article of pasted text; what is no character becomes U+FFFD."""
    sound = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    # A lone surrogate becomes one U+FFFD; those that were there before are no problem.
    replaced = sound.count("\ufffd") - text.count("\ufffd")
    problems = (Problem(ProblemKind.CHARACTERS_REPLACED, str(replaced)),) if replaced else ()
    decoded = Decoded(sound.removeprefix(_MARK), "utf-8", problems)
    received = decoded.text.encode("utf-8")
    return _imported(decoded, name="The paste", origin=origin, received=received)


def _imported(decoded: Decoded, *, name: str, origin: str, received: bytes) -> Imported:
    text, problems = decoded.text, decoded.problems
    if not text.strip():
        raise FormatError(f"{name} is empty.", hint="There is no text to read in it.")
    nuls = text.count("\0")
    if nuls:
        text = text.replace("\0", "\u2400")
        problems = (*problems, Problem(ProblemKind.NUL_REPLACED, str(nuls)))
    return Imported(
        article=read(text),
        origin=origin,
        received=received,
        encoding=decoded.encoding,
        format=NAME,
        problems=problems,
    )


def _is_text(_head: bytes) -> bool:
    """Take whatever no other format recognised; what is no text was refused before."""
    return True


FORMAT = Format(NAME, _is_text, read_file)
