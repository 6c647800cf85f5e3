"""Read electronic letters: one, or the many of an mbox, with the articles attached to them.

The words are the letter's plain text; where it has none worth reading, the story in its HTML. A
letter whose words are themselves a file of another format, as desks send them, is read as that.
"""

import email.parser
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, MIMEPart
from itertools import islice

from variorum.errors import FormatError
from variorum.formats import encodings, registry
from variorum.formats.compose import Part, as_read, compose
from variorum.formats.documents.flowed import unflowed
from variorum.formats.encodings import Decoded
from variorum.formats.html import encoding as html_encoding
from variorum.formats.html import page as html
from variorum.formats.html.fragment import parts_of_html
from variorum.formats.html.tree import squash
from variorum.formats.mail.headers import (
    BROKEN,
    Letter,
    is_file,
    label_of,
    letter_of,
    parameter,
    payload_of,
)
from variorum.formats.sound import sound
from variorum.text import Imported, PassageKind, Problem, ProblemKind

NAME = "email"

_MOST_PARTS = 500
_ENVELOPE = re.compile(
    rb"^From [^\r\n]{3,200}\d\d:\d\d(?::\d\d)?[^\r\n]{0,60}\r?\n(?=[!-9;-~]{1,76}:)", re.MULTILINE
)
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- ?\n", re.MULTILINE)
_FEWEST_LETTERS = 40
"""Letters of a plain text; fewer may only say that the letter is in HTML."""
_MANY_TIMES = 3
_SIGNATURES = frozenset({
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
})  # fmt: skip
"""Parts that prove who sent a letter; they hold nothing to read."""
_DEEPEST = 3
_STRUCTURED = frozenset({"{", "["})


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the articles of a letter or a box of letters; raise `FormatError` where it has none."""
    return _read(data, name=name, origin=origin, depth=0)


def _read(data: bytes, *, name: str, origin: str, depth: int) -> list[Imported]:
    found: list[Imported] = []
    letters = list(_letters(data))
    unread = 0
    for letter in letters:
        try:
            found += _of_letter(letter, name=name, origin=origin, depth=depth)
        except FormatError:
            if len(letters) == 1:
                raise
            unread += 1
    if not found:
        raise FormatError(f"{name} holds no letter with text in it.", hint="Open it and paste it.")
    if unread:
        noted = Problem(ProblemKind.PART_UNREAD, f"letters: {unread}")
        found[0] = replace(found[0], problems=(*found[0].problems, noted))
    return [
        replace(imported, index=place) if imported.origin == origin else imported
        for place, imported in enumerate(found)
    ]


def _letters(data: bytes) -> Iterator[bytes]:
    """Yield the letters of a box, or the one letter."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    starts = list(_ENVELOPE.finditer(data))
    if not starts or starts[0].start() > 0:
        yield data.partition(b"\n")[2] if data.startswith(b"From ") else data
        return
    ends = [*(start.start() for start in starts[1:]), len(data)]
    for start, end in zip(starts, ends, strict=True):
        yield _QUOTED_FROM.sub(rb"\1", data[start.end() : end])


def _of_letter(data: bytes, *, name: str, origin: str, depth: int) -> list[Imported]:
    """Return the article that a letter is, and those attached to it."""
    message = _parsed(data, name)
    letter = letter_of(message)
    attached, unread = _attached(message, letter, origin=origin, depth=depth)
    try:
        own = _own(message, letter, name=name, origin=origin)
    except FormatError:
        if not attached:
            raise
        own = []
    found = [
        replace(imported, received=data) if imported.received == b"" else imported
        for imported in own
    ] + attached
    return [replace(found[0], problems=(*found[0].problems, *unread)), *found[1:]]


def _parsed(data: bytes, name: str) -> EmailMessage:
    try:
        message = email.parser.BytesParser(policy=email.policy.default).parsebytes(data)
    except (RecursionError, ValueError) as error:
        raise FormatError(f"{name} is no sound letter.", hint="It may be damaged.") from error
    return message


def _own(message: EmailMessage, letter: Letter, *, name: str, origin: str) -> list[Imported]:
    """Return what a letter's own words are: an article, or a file of another format."""
    plain, page = _body(message, "plain"), _body(message, "html")
    if plain is not None and plain.text[:1] in _STRUCTURED:
        sent = _sent_as_file(plain, letter, name=name, origin=letter.origin or origin)
        if sent:
            return sent
    if page is not None and _says_little(plain, page):
        return [_of_page(page, letter, name=name, origin=origin)]
    if plain is None or not plain.text.strip():
        raise FormatError(f"{name} is a letter without text.", hint="Look into its attachments.")
    article = compose(_parts(plain.text, letter), fields=letter.fields, mend=as_read)
    return [
        Imported(
            article=article,
            origin=letter.origin or origin,
            received=b"",
            encoding=plain.encoding,
            format=NAME,
            problems=plain.problems,
            details=letter.details,
        )
    ]


def _parts(text: str, letter: Letter) -> list[Part]:
    """Return the subject as headline, the words, and the signature below its line."""
    headline = letter.fields.headline
    cut = list(_SIGNATURE.finditer(text))
    words, signature = (text[: cut[-1].start()], text[cut[-1].start() :]) if cut else (text, "")
    if not words.strip():
        words, signature = text, ""
    words = words.strip()
    repeats = headline is not None and squash(words.partition("\n")[0]) == squash(headline)
    return [
        *([Part(headline, PassageKind.HEADLINE)] if headline and not repeats else []),
        Part(words),
        *([Part(signature.strip(), PassageKind.CONTACT)] if signature.strip("- \n") else []),
    ]


def _says_little(plain: Decoded | None, page: Decoded) -> bool:
    """Tell whether a plain text only stands in for the page beside it."""
    letters = sum(map(str.isalpha, plain.text[: 10 * _FEWEST_LETTERS])) if plain else 0
    if letters >= _FEWEST_LETTERS:
        return False
    shown = sum(len(part.text) for part in parts_of_html(page.text))
    return shown > _MANY_TIMES * letters


def _of_page(page: Decoded, letter: Letter, *, name: str, origin: str) -> Imported:
    """Return the story in a letter's HTML, below the subject."""
    found = html.imported_page(page, name=name, origin=origin, format_name=NAME)
    article, headline = found.article, letter.fields.headline
    parts = [
        Part(article.words_of(passage), passage.kind)
        for passage in article.passages
        if passage.kind is not PassageKind.HEADLINE or headline is None
    ]
    above = [Part(headline, PassageKind.HEADLINE)] if headline else []
    fields = replace(
        letter.fields,
        byline=article.byline,
        source=article.source,
        language=letter.fields.language or article.language,
    )
    return replace(
        found,
        article=compose([*above, *parts], fields=fields),
        origin=letter.origin or found.origin,
        details=letter.details,
    )


def _sent_as_file(words: Decoded, letter: Letter, *, name: str, origin: str) -> list[Imported]:
    """Return the articles of a letter whose words are a file in JSON; none where they are not."""
    try:
        found = registry.read_bytes(words.text.encode("utf-8"), name=name, origin=origin)
    except FormatError:
        return []
    if any(imported.format == "plain" for imported in found):
        return []
    return [_filled(imported, letter) for imported in found]


def _filled(imported: Imported, letter: Letter) -> Imported:
    """Return an article with its sender and its day taken from the letter that brought it."""
    article, details = imported.article, imported.details
    return replace(
        imported,
        article=replace(article, published=article.published or letter.fields.published),
        details=replace(details, provider=details.provider or letter.details.provider),
    )


def _body(message: EmailMessage, kind: str) -> Decoded | None:
    """Return a letter's words in plain text or in HTML, decoded and unwrapped."""
    try:
        part = message.get_body(preferencelist=(kind,)) or _first(message, kind)
    except (*BROKEN, RecursionError):
        part = None
    payload = payload_of(part) if part is not None else None
    if part is None or payload is None:
        return None
    charset = parameter(part, "charset")
    if kind == "html":
        return html_encoding.decode(payload, declared=charset)
    decoded = _decoded(payload, charset)
    text, problems = sound(decoded.text.replace("\r\n", "\n").replace("\r", "\n"))
    if parameter(part, "format") == "flowed":
        text = unflowed(text, joins_words=parameter(part, "delsp") == "yes")
    return Decoded(text.strip(), decoded.encoding, (*decoded.problems, *problems))


def _first(message: EmailMessage, kind: str) -> MIMEPart | None:
    """Return the first part with words of a kind, where the letter's own structure hides it.

    The words of a letter within it, as in a digest of many, are not its own.
    """
    inside = _in_letters_within(message)
    parts = (part for part in islice(message.walk(), _MOST_PARTS) if id(part) not in inside)
    return next(
        (p for p in parts if p.get_content_type() == f"text/{kind}" and not is_file(p)), None
    )


def _in_letters_within(message: EmailMessage) -> set[int]:
    """Return which parts belong to letters that a letter holds."""
    return {
        id(each)
        for part in islice(message.walk(), _MOST_PARTS)
        if part is not message and part.get_content_type() == "message/rfc822"
        for each in islice(part.walk(), _MOST_PARTS)
    }


def _decoded(payload: bytes, charset: str | None) -> Decoded:
    """Return text as its declaration has it, else by evidence."""
    try:
        if charset and charset not in {"us-ascii", "ascii"}:
            return Decoded(payload.decode(charset), charset)
    except (LookupError, ValueError):
        pass
    return encodings.decode(payload)


def _attached(
    message: EmailMessage, letter: Letter, *, origin: str, depth: int
) -> tuple[list[Imported], list[Problem]]:
    """Return the articles among a letter's attachments, and the names of the others."""
    found: list[Imported] = []
    unread: list[Problem] = []
    for part in _attachments(message):
        label = label_of(part)
        place = f"{letter.origin or origin}/{label}"
        try:
            found += _of_part(part, name=label, origin=place, depth=depth)
        except FormatError:
            unread.append(Problem(ProblemKind.PART_UNREAD, label))
    return found, unread


def _attachments(message: EmailMessage) -> Iterator[MIMEPart]:
    """Yield the parts that are files or letters of their own; what is in a letter within is its."""
    inside: set[int] = set()
    for part in islice(message.walk(), _MOST_PARTS):
        if id(part) in inside or part is message:
            continue
        kind = part.get_content_type()
        if kind == "message/rfc822":
            inside |= {id(each) for each in islice(part.walk(), _MOST_PARTS)}
            yield part
        elif kind in _SIGNATURES:
            continue
        elif part.get_content_maintype() != "multipart" and is_file(part):
            yield part


def _of_part(part: MIMEPart, *, name: str, origin: str, depth: int) -> list[Imported]:
    """Return the articles of an attachment, whatever format it has."""
    if part.get_content_type() == "message/rfc822":
        if depth >= _DEEPEST:
            raise FormatError(f"{name} is a letter within too many others.", hint="Save it alone.")
        inner = next(part.iter_parts(), None)
        data = bytes(inner) if inner is not None else b""
        return _read(data, name=name, origin=origin, depth=depth + 1)
    payload = payload_of(part)
    return registry.read_bytes(payload or b"", name=name, origin=origin)
