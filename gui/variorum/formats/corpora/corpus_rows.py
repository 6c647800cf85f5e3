"""Turn a row of a corpus into an article."""

import re
from html import unescape

from variorum.errors import FormatError
from variorum.formats.compose import Part, as_read, compose
from variorum.formats.corpora.column_dates import read_date
from variorum.formats.corpora.guessing import language_of_cell
from variorum.formats.corpora.mapping import Mapping, Role
from variorum.formats.corpora.rows import Row, Table
from variorum.formats.later import parts_of_html
from variorum.formats.sound import sound
from variorum.text import Details, Imported, PassageKind, Problem, ProblemKind
from variorum.wire.fields import Fields

_HTML = re.compile(r"<(?:p|div|br|h[1-6]|article|section|ul|table)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:p|div|h[1-6]|article|section|ul|table)>|<br\s?/?>", re.IGNORECASE)
_WORLDWIDE = re.compile(r"\w[\w+.-]*:\S+|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_SQUASHED = re.compile(r"[\W_]+")
_OPENING = 600
"""Code points of a text in which its own headline and byline are looked for."""
_LONGEST_LINE = 1_000
_TELLING = 10
"""Letters of a line that is no accident within a sentence."""
_BEHIND = " \t\"'”’»"
_PRINTED = frozenset({Role.HEADLINE, Role.BYLINE, Role.SOURCE, Role.DATELINE})
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});")
_INLINE = re.compile(r"</?(?:p|b|i|em|strong|span|a|br|sup|sub)\b[^<>]{0,300}>", re.IGNORECASE)


def article_of(
    row: Row, *, mapping: Mapping, origin: str, index: int, format_name: str, table: Table
) -> Imported | None:
    """Return the article of a row, or None where its text is empty."""
    cells = {role: row.cells.get(column, "") for role, column in mapping.columns}
    text, problems = sound(cells.get(Role.TEXT, ""))
    body = _body(text)
    if not body:
        return None
    fields, told = _fields(cells, mapping)
    article = compose([*_head(fields, body), *body], fields=fields, mend=as_read)
    own = _origin(cells, origin)
    return Imported(
        article=article,
        origin=own,
        received=row.received,
        encoding=table.encoding,
        format=format_name,
        # A row with a place of its own is known by that, wherever in its file it stands.
        index=index if own == origin else 0,
        problems=(*table.problems, *problems, *told),
        details=_details(row, cells, mapping, undated=bool(told)),
    )


def holds_text(row: Row, mapping: Mapping) -> bool:
    """Tell whether a row has a text, and so gives an article, without reading it."""
    column = mapping.column(Role.TEXT)
    text = row.cells.get(column, "") if column else ""
    return bool(_body(sound(text)[0]))


def _body(text: str) -> list[Part]:
    """Return the parts of a text; every character as it came, unless it is HTML."""
    if _HTML.search(text) and _CLOSED.search(text):
        try:
            parts = [part for part in parts_of_html(text) if part.text.strip()]
        except FormatError:
            parts = []
        if parts:
            return parts
    return [Part(text, None)] if text.strip() else []


def _head(fields: Fields, body: list[Part]) -> list[Part]:
    """Return headline and byline as parts, those left out that the text itself prints above."""
    above = "\n".join(part.text[:_OPENING] for part in body[:3])[:_OPENING].split("\n")
    headline, byline = fields.headline, fields.byline
    head: list[Part] = []
    if headline and not any(_opens_with(line, _squash(headline)) for line in above):
        head.append(Part(headline, PassageKind.HEADLINE))
    if byline and not _is_signed(above, _squash(byline)):
        head.append(Part(byline, PassageKind.BYLINE))
    return head


def _opens_with(line: str, letters: str) -> bool:
    """Tell whether a line is a headline, perhaps with the story behind it: no sentence that it opens."""
    left = letters
    for place, character in enumerate(line):
        if not left:
            behind = line[place:].lstrip(_BEHIND)
            parts = not character.isalnum() or character.isupper()
            return parts and not behind[:1].islower() and behind[:1] != ","
        folded = _squash(character)
        if not left.startswith(folded):
            return False
        left = left[len(folded) :]
    return not left


def _is_signed(above: list[str], letters: str) -> bool:
    """Tell whether a byline stands above; a short one may be a word of a sentence."""
    opening = _squash("".join(above))
    if len(letters) >= _TELLING:
        return letters in opening
    return opening.startswith(letters) or letters in map(_squash, above)


def _squash(text: str) -> str:
    return _SQUASHED.sub("", text).casefold()


def _fields(cells: dict[Role, str], mapping: Mapping) -> tuple[Fields, tuple[Problem, ...]]:
    """Return what a row's columns say, and what could not be read in them."""
    date = cells.get(Role.DATE, "").strip()
    published = read_date(date, mapping.order)
    unread = (Problem(ProblemKind.PART_UNREAD, mapping.column(Role.DATE) or ""),)
    fields = Fields(
        headline=_line(cells, Role.HEADLINE),
        slug=_line(cells, Role.SLUG),
        byline=_line(cells, Role.BYLINE),
        published=published,
        source=_line(cells, Role.SOURCE),
        language=language_of_cell(cells.get(Role.LANGUAGE, "")),
        place=_line(cells, Role.PLACE),
    )
    return fields, unread if date and published is None else ()


def _details(row: Row, cells: dict[Role, str], mapping: Mapping, *, undated: bool) -> Details:
    """Return the rest of a row: what has a name of its own, and the columns that were not mapped."""
    mapped = {column for role, column in mapping.columns if not (undated and role is Role.DATE)}
    extra = (
        (sound(name)[0], sound(value)[0].strip())
        for name, value in row.cells.items()
        if name not in mapped
    )
    return Details(
        guid=_line(cells, Role.GUID),
        address=_line(cells, Role.ADDRESS),
        dateline=_line(cells, Role.DATELINE),
        extra=tuple((name, value) for name, value in extra if value),
    )


def _line(cells: dict[Role, str], role: Role) -> str | None:
    """Return a cell as one line, without the mark-up of pages; none where it is empty."""
    cell = cells.get(role, "")[: 2 * _LONGEST_LINE]
    if role in _PRINTED:
        cell = _INLINE.sub("", cell)
        cell = unescape(cell) if _ENTITY.search(cell) else cell
    return sound(" ".join(cell.split()))[0][:_LONGEST_LINE] or None


def _origin(cells: dict[Role, str], origin: str) -> str:
    """Return what makes a later row the same article: its address, its guid, or its file.

    A guid that is a mere number says so only together with its file.
    """
    address = _line(cells, Role.ADDRESS)
    if address:
        return address
    guid = _line(cells, Role.GUID)
    if guid:
        return guid if _WORLDWIDE.fullmatch(guid) else f"{origin}#{guid}"
    return origin
