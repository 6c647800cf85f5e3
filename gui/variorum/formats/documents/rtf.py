"""Read Rich Text as it is printed, each character in the encoding of its font.

Deleted and hidden words, fields' instructions, notes, comments, heads and feet of pages stay out.
"""

from collections.abc import Sequence
from itertools import pairwise

from variorum.formats.documents.document import Origin, Paragraph
from variorum.formats.documents.rtf_text import RichText
from variorum.formats.documents.rtf_tokens import tokens
from variorum.formats.documents.stories import all_imported
from variorum.text import Imported

NAME = "rtf"

_LONGEST_LINE = 90
_FEWEST_BLANKS = 2


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the articles of a file: one, or the stories of an export."""
    text = RichText()
    for token in tokens(data):
        text.take(token)
    of = Origin(name, origin, data, NAME, encoding=text.encoding)
    return all_imported(_unwrapped(text.finished()), of)


def _unwrapped(lines: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Return paragraphs, where a desk's system made each line of its copy one, and parted by blanks."""
    blanks = sum(1 for line in lines if not line.text.strip())
    longest = max((len(line.text) for line in lines), default=0)
    is_plain = not any(line.is_heading or line.is_title or line.is_table for line in lines)
    joined = "\n".join(line.text.rstrip() for line in lines).strip("\n")
    runs = any(a.text.strip() and b.text.strip() for a, b in pairwise(lines))
    if is_plain and runs and blanks >= _FEWEST_BLANKS and longest <= _LONGEST_LINE:
        return [Paragraph(part) for part in joined.split("\n\n")]
    return lines
