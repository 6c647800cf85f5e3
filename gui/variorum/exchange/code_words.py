"""All that is said of a code in the one text that REFI-QDA has for it, and read back from there.

The description stands first, then what the standard has no place for, each part below a line of
its own in brackets. A line of the reader's own that looks so gets a backslash before it.
"""

import re
from dataclasses import dataclass

from variorum.annotations.mark_set import SetCode

_EXAMPLES, _MEMO, _RETIRED = "Examples", "Memo", "Retired"
_MARK = r"\[(?:Examples|Memo|Retired|Letters: [^\n]{1,8})\]"
_HEAD = re.compile(
    r"(?:\A|\n\n)\[(?:(Examples|Memo)\](?:\n|\Z)|(Retired)\](?=\n|\Z)|Letters: ([^\n]{1,8})\](?=\n|\Z))"
)
_OWN = re.compile(rf"^(\\*{_MARK})(?=\n|\Z)", re.MULTILINE)
_GUARDED = re.compile(rf"^\\(\\*{_MARK})(?=\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CodeWords:
    """Hold what a code's description says."""

    description: str = ""
    examples: str = ""
    memo: str = ""
    sign: str = ""
    retired: bool = False


def described(code: SetCode) -> str:
    """Return all that is said of a code as one text."""
    parts = [_guarded(code.description)] if code.description else []
    for name, text in ((_EXAMPLES, code.examples), (_MEMO, code.memo)):
        if text:
            parts.append(f"[{name}]\n{_guarded(text)}")
    if code.sign:
        parts.append(f"[Letters: {code.sign}]")
    if code.retired:
        parts.append(f"[{_RETIRED}]")
    return "\n\n".join(parts)


def read_description(text: str) -> CodeWords:
    """Return the parts of a text; one of another program is a description and nothing else."""
    heads = [*_HEAD.finditer(text)]
    ends = [head.start() for head in heads[1:]] + [len(text)]
    found = {
        head[1]: _plain(text[head.end() : end])
        for head, end in zip(heads, ends, strict=False)
        if head[1]
    }
    return CodeWords(
        description=_plain(text[: heads[0].start()] if heads else text),
        examples=found.get(_EXAMPLES, ""),
        memo=found.get(_MEMO, ""),
        sign=next((head[3] for head in heads if head[3]), ""),
        retired=any(head[2] for head in heads),
    )


def _guarded(text: str) -> str:
    return _OWN.sub(r"\\\1", text)


def _plain(text: str) -> str:
    return _GUARDED.sub(r"\1", text)
