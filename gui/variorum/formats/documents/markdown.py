"""Read Markdown as it is printed: headings, paragraphs, lists and tables, without their signs.

Fields above the text (front matter) say headline, date, author and so on, as columns do.
"""

import re
from dataclasses import replace
from typing import Final

import markdown

from variorum.errors import FormatError
from variorum.formats.compose import Part, as_read, compose
from variorum.formats.corpora.column_dates import read_date
from variorum.formats.corpora.guessing import guess_by_names, language_of_cell
from variorum.formats.corpora.mapping import Role
from variorum.formats.documents.markdown_sniff import front_matter
from variorum.formats.documents.plain import read_file as read_plain
from variorum.formats.encodings import decode
from variorum.formats.html.fragment import parts_of_html
from variorum.formats.sound import sound
from variorum.text import Details, Imported, PassageKind
from variorum.wire.fields import Fields

NAME = "markdown"

_LARGEST: Final = 1_000_000
_MOST_BRACKETS: Final = 500
"""The library's work grows with the square of brackets side by side, or never closed (measured)."""
_DEEPEST: Final = 40
"""Columns of an indent, or signs of quotation, from which on its recursion may end the program."""
_BRACKETS = re.compile(rf"[\[\]<]{{{_MOST_BRACKETS},}}")
_TOO_DEEP = re.compile(rf"^(?:[ \t]{{{_DEEPEST},}}\S|(?:>[ \t]?){{{_DEEPEST},}})", re.MULTILINE)
_MOST_OPEN = 5_000
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w -]{0,40}):(?:\s+(?P<value>.*))?")
_ITEM = re.compile(r"\s*-\s+(?P<value>.+)")
_HEADING = re.compile(r"\s*+(?:#[ \t]+\S|[^\n]{1,300}\n=+[ \t]*(?:\n|$))")


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the one article of a file; as plain text where its marks are past reason."""
    decoded = decode(data)
    text, odd = sound(decoded.text.replace("\r\n", "\n").lstrip("\n"))
    if _is_past_reason(text):
        return read_plain(data, name=name, origin=origin)
    front = front_matter(text)
    told = _fields(front)
    body = text[len(front) :]
    parts = _parts(body, name)
    by_role = guess_by_names(told)
    headline = by_role.get(Role.HEADLINE) or _printed_headline(body, parts)
    parts = _with_headline(parts, headline)
    fields = Fields(
        headline=headline,
        slug=by_role.get(Role.SLUG),
        byline=by_role.get(Role.BYLINE),
        published=read_date(by_role.get(Role.DATE, ""), None),
        source=by_role.get(Role.SOURCE),
        language=language_of_cell(by_role.get(Role.LANGUAGE, "")),
        place=by_role.get(Role.PLACE),
    )
    read = Imported(
        article=compose(parts, fields=fields, mend=as_read),
        origin=by_role.get(Role.ADDRESS) or origin,
        received=data,
        encoding=decoded.encoding,
        format=NAME,
        problems=(*decoded.problems, *odd),
    )
    return [replace(read, details=_details(told, by_role))]


def _is_past_reason(text: str) -> bool:
    return (
        len(text) > _LARGEST
        or text.count("[") > _MOST_OPEN
        or text.count("<") > _MOST_OPEN
        or text.count("[") - text.count("]") > _MOST_BRACKETS
        or text.count("<") - text.count(">") > _MOST_BRACKETS
        or bool(_BRACKETS.search(text) or _TOO_DEEP.search(text))
    )


def _fields(front: str) -> dict[str, str]:
    """Return the fields of the front matter: lines of name and value, and simple lists."""
    found: dict[str, str] = {}
    last = ""
    for line in front.splitlines()[1:-1]:
        field, item = _FIELD.fullmatch(line), _ITEM.fullmatch(line)
        if field:
            last = field["name"].strip()
            found[last] = _value(field["value"] or "")
        elif item and last:
            found[last] = ", ".join(filter(None, [found[last], _value(item["value"])]))
    return found


def _value(given: str) -> str:
    given = given.strip()
    if given.startswith("[") and given.endswith("]"):
        return ", ".join(_value(each) for each in given[1:-1].split(","))
    if len(given) > 1 and given[0] == given[-1] and given[0] in "\"'":
        return given[1:-1]
    return given


def _parts(body: str, name: str) -> list[Part]:
    try:
        page = markdown.markdown(body, extensions=["tables", "sane_lists"])
    except RecursionError as error:
        raise FormatError(f"{name} is nested too deeply to be read.") from error
    return [part for part in parts_of_html(page) if part.text.strip()]


def _printed_headline(body: str, parts: list[Part]) -> str | None:
    return " ".join(parts[0].text.split()) if parts and _HEADING.match(body) else None


def _with_headline(parts: list[Part], headline: str | None) -> list[Part]:
    """Return the parts with the headline above them, once."""
    if headline is None:
        return parts
    if parts and " ".join(parts[0].text.split()).casefold() == headline.casefold():
        parts = parts[1:]
    return [Part(headline, PassageKind.HEADLINE), *parts]


def _details(told: dict[str, str], by_role: dict[Role, str]) -> Details:
    used = set(by_role.values())
    return Details(
        guid=by_role.get(Role.GUID),
        address=by_role.get(Role.ADDRESS),
        dateline=by_role.get(Role.DATELINE),
        extra=tuple((name, value) for name, value in told.items() if value and value not in used),
    )
