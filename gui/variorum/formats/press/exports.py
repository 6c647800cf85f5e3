"""Part a file that a database of the press gave out into its stories.

Such databases put hundreds of stories into one file, each with the fields of its record around
it. A line that nobody else prints closes each of them (Factiva's number of the document, the
words `End of Document`, Europresse's code) or opens each (`3 of 250 DOCUMENTS`, ProQuest's rule).
Two of one kind prove it; a single record is read as any other text is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.formats.encodings import decode

_LONGEST_SIGN = 120
_FEWEST = 2
_CLOSINGS = (
    re.compile(r"(?:AN\s+)?Document\s(?P<guid>[A-Z0-9]{4,12}(?:19|20)\d{6}[0-9a-z]{5,14})"),
    re.compile(
        r"End of Document|Ende des Dokuments|Fin du document|Fin del documento|"
        r"Fine del? documento|Einde van (?:het )?document|Fim do documento",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<guid>(?:news|pub|web|doc|bio|rdp)[·•]\d{8}[·•]\w{1,12}[·•][\w×-]{1,60})"),
)
_OF = r"(?P<number>\d{1,6})\s(?:of|von|de|sur|di|van)\s(?P<count>\d{1,6})"
_NOUN = r"(?:documents?|dokumente?n?|documentos?|documenti|documenten|resultados?|treffern?)"
_OPENING = re.compile(rf"(?:{_NOUN}\s{_OF}|{_OF.replace('?P<', '?P<b_')}\s{_NOUN})", re.IGNORECASE)
_RULE = re.compile(r"_{20,}")
_PROVES_RULED = re.compile(r"ProQuest document ID|Document URL:\s*https?://", re.IGNORECASE)
_SIGN = re.compile(
    r"\bDocument\s[A-Z0-9]{4,12}(?:19|20)\d{6}[0-9a-z]{5,14}|\bEnd of Document\b|"
    r"\bEnde des Dokuments\b|\bFin du document\b|\bFin del documento\b|"
    r"\b\d{1,6} (?:of|von|de|sur|di|van) \d{1,6} (?:DOCUMENT|DOKUMENT)|"
    r"\b(?:Document|Dokument) \d{1,6} (?:of|von|de|sur|di|van) \d|"
    r"\b(?:news|pub|web)[·•]\d{8}[·•]|\bProQuest document ID|\bDocPublicationName\b"
)
_LISTED = re.compile(r"1\.\s+(?P<title>\S.{3,300})")
_COVER = re.compile(r"Job Number:|Documents? \(\d+\)|User Name:", re.IGNORECASE)
_REACH_OF_COVER = 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold the lines of one story, half-open, and the number by which its database knows it."""

    start: int
    end: int
    guid: str | None = None


def is_signed(text: str) -> bool:
    """Tell whether a text shows any of the signs by which exports are known."""
    return _SIGN.search(text) is not None


def is_export(head: bytes) -> bool:
    """Tell whether a file of plain text is worth a look for the stories of an export."""
    return is_signed(decode(head).text)


def parted(lines: Sequence[str]) -> list[Stretch]:
    """Return where the stories of an export stand; nothing where there are not several.

    What stands above the first (a cover with its list) and below the last (how it was searched)
    is no story's.
    """
    found = _closed(lines) or _opened(lines) or _ruled(lines)
    return found if len(found) >= _FEWEST else []


def paper_below(lines: Sequence[str]) -> str | None:
    """Return the paper that LexisNexis prints below a story's number."""
    shown = [line.strip() for line in lines if line.strip()][:2]
    is_numbered = len(shown) > 1 and _whole(_OPENING, shown[0]) is not None
    return shown[1] if is_numbered and len(shown[1]) <= _LONGEST_SIGN else None


def _closed(lines: Sequence[str]) -> list[Stretch]:
    """Return the stretches that end with a line of the first kind that two of them show."""
    for sign in _CLOSINGS:
        ends = [
            (number, match)
            for number, line in enumerate(lines)
            if (match := _whole(sign, line)) is not None
        ]
        if len(ends) < _FEWEST:
            continue
        starts = [_below_cover(lines, ends[0][0]), *(number + 1 for number, _ in ends)]
        return [
            Stretch(start, number + 1, match.groupdict().get("guid"))
            for start, (number, match) in zip(starts, ends, strict=False)
        ]
    return []


def _opened(lines: Sequence[str]) -> list[Stretch]:
    """Return the stretches that open with their number, where those count on."""
    found = [
        (at, int(match["number"] or match["b_number"]), match["count"] or match["b_count"])
        for at, line in enumerate(lines)
        if (match := _whole(_OPENING, line)) is not None
    ]
    counts = {count for _, _, count in found}
    numbers = [number for _, number, _ in found]
    if len(counts) != 1 or numbers != sorted(set(numbers)):
        return []
    starts = [at for at, _, _ in found]
    return [Stretch(a, b) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _ruled(lines: Sequence[str]) -> list[Stretch]:
    """Return the stretches between rules that ProQuest sets, those that are records."""
    rules = [at for at, line in enumerate(lines) if _whole(_RULE, line) is not None]
    ends = [*rules[1:], len(lines)]
    between = [Stretch(a + 1, b) for a, b in zip(rules, ends, strict=False)]
    return [
        each
        for each in between
        if any(map(_PROVES_RULED.match, map(str.strip, lines[each.start : each.end])))
    ]


def _whole(sign: re.Pattern[str], line: str) -> re.Match[str] | None:
    if len(line) > _LONGEST_SIGN:
        return None
    return sign.fullmatch(line.strip(" \t\r\n\f\xa0"))


def _below_cover(lines: Sequence[str], end: int) -> int:
    """Return where the first story begins below a cover: where the first listed title comes again."""
    if not any(_COVER.match(line.strip()) for line in lines[: min(_REACH_OF_COVER, end)]):
        return 0
    for number, line in enumerate(lines[:end]):
        listed = _LISTED.match(line.strip()) if len(line) <= 4 * _LONGEST_SIGN else None
        if listed is None:
            continue
        title = _bare(listed["title"])
        again = (at for at in range(number + 1, end) if _bare(lines[at]) == title)
        return next(again, 0)
    return 0


def _bare(line: str) -> str:
    return " ".join(line.split()).casefold()
