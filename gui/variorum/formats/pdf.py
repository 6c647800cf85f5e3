"""Read the text of a PDF: lines joined to paragraphs, running heads and feet set apart."""

# pypdfium2 is typed only in part; here its values get the types by which the room knows them.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import datetime as dt
import re
from threading import Lock
from typing import Any

import pypdfium2

from variorum.errors import FormatError
from variorum.formats.document import Origin, imported
from variorum.formats.pdf_lines import Line, paragraphs_of
from variorum.text import Details, Imported, Problem, ProblemKind

NAME = "pdf"

MOST_PAGES = 500
_MOST_CHARACTERS = 5_000_000
_LINE_END = "\r\n"
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
    return [imported(paragraphs_of(pages), of)]


def _page(document: Any, number: int) -> list[Line]:
    """Return the lines of a page in the order in which the page sets them."""
    page = document[number]
    text_page = page.get_textpage()
    try:
        count: int = min(text_page.count_chars(), _MOST_CHARACTERS)
        text: str = text_page.get_text_range(0, count) if count > 0 else ""
        height = float(page.get_height())
        lines: list[Line] = []
        start = 0
        for words in text.split(_LINE_END):
            line = _line(text_page, words, start, number, height)
            if line is not None:
                lines.append(line)
            start += len(words) + len(_LINE_END)
        return lines
    finally:
        text_page.close()
        page.close()


def _line(text_page: Any, words: str, start: int, page: int, height: float) -> Line | None:
    shown = words.strip()
    if not shown:
        return None
    first = start + len(words) - len(words.lstrip())
    last = start + len(words.rstrip()) - 1
    try:
        left, bottom, _, top = text_page.get_charbox(first, loose=True)
        _, _, right, _ = text_page.get_charbox(last, loose=True)
    except (pypdfium2.PdfiumError, IndexError):
        left = bottom = right = top = 0.0
    return Line(shown, page, left=left, right=right, top=height - top, bottom=height - bottom)


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
