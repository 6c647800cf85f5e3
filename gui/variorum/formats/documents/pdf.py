"""Read the text of a PDF: lines joined to paragraphs, running heads and feet set apart."""

# pypdfium2 is typed only in part; here its values get the types by which the room knows them.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import datetime as dt
import re
from collections.abc import Iterator
from threading import Lock
from typing import Any

import pypdfium2
from pypdfium2 import raw

from variorum.errors import FormatError
from variorum.formats.documents.document import Origin
from variorum.formats.documents.pdf_lines import PARTING, Character, Line, lines_of
from variorum.formats.documents.pdf_paragraphs import paragraphs_of
from variorum.formats.documents.stories import all_imported
from variorum.text import Details, Imported, Problem, ProblemKind

NAME = "pdf"

MOST_PAGES = 200
_MOST_CHARACTERS = 200_000
"""Of a page."""
_BEYOND = 0x110000
_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
# PDFium is one library for the whole process, and knows no threads.
_ONE_AT_A_TIME = Lock()


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the one article of a PDF.

    Raises `FormatError` where there is no text, as in a scan, and where a password is asked for.
    """
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _refusal(error, name) from error
        try:
            count = len(document)
            pages = [_page(document, number) for number in range(min(count, MOST_PAGES))]
            details = _details(document)
        except pypdfium2.PdfiumError as error:
            raise _refusal(error, name) from error
        finally:
            document.close()
    if not any(line.text.strip() for page in pages for line in page):
        raise FormatError(
            f"{name} holds pictures of pages, no text.",
            hint="Have its text recognised by a scanning program, and import that.",
        )
    problems = (Problem(ProblemKind.PART_UNREAD, f"> {MOST_PAGES}"),) if count > MOST_PAGES else ()
    of = Origin(name, origin, data, NAME, details=details, problems=problems)
    return all_imported(paragraphs_of(pages), of)


def _page(document: Any, number: int) -> list[Line]:
    """Return the lines of a page in the order in which the page sets them."""
    page = document[number]
    text_page = page.get_textpage()
    try:
        height = float(page.get_height())
        return lines_of(_characters(text_page, height), page=number)
    finally:
        text_page.close()
        page.close()


def _characters(text_page: Any, height: float) -> Iterator[Character]:
    """Yield a page's characters; those without a place of their own have an empty box."""
    for index in range(min(text_page.count_chars(), _MOST_CHARACTERS)):
        sign = chr(raw.FPDFText_GetUnicode(text_page, index) % _BEYOND)
        if raw.FPDFText_IsHyphen(text_page, index) == 1:
            sign = PARTING
        try:
            left, bottom, right, top = text_page.get_charbox(index, loose=True)
        except pypdfium2.PdfiumError:
            left = bottom = right = top = 0.0
        yield Character(sign, left, right, height - top, height - bottom)


def _details(document: Any) -> Details:
    told: dict[str, str] = document.get_metadata_dict(skip_empty=True)
    author = " ".join(told.get("Author", "").split())
    keywords = [word.strip() for word in re.split(r"[,;]", told.get("Keywords", ""))]
    return Details(
        authors=(author,) if author else (),
        keywords=tuple(filter(None, keywords)),
        created=_day(told.get("CreationDate", "")),
        revised=_day(told.get("ModDate", "")),
    )


def _day(told: str) -> dt.date | None:
    found = _DATE.match(told)
    try:
        return dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _refusal(error: Exception, name: str) -> FormatError:
    if "password" in str(error).casefold():
        return FormatError(
            f"{name} is locked with a password.", hint="Save a copy without it and import that."
        )
    return FormatError(f"{name} is damaged.", hint="It may not have been saved whole.")
