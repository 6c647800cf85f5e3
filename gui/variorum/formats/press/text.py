"""Read what databases of the press give out as plain text: several stories, each with its record.

A file that only looks like one is read as any plain text.
"""

from dataclasses import replace

from variorum.formats.documents import plain
from variorum.formats.documents.document import Origin, Paragraph, imported
from variorum.formats.encodings import decode
from variorum.formats.press import exports as press_exports
from variorum.formats.press.exports import Stretch
from variorum.formats.press.records import record_of
from variorum.formats.sound import without_nuls
from variorum.text import Imported
from variorum.wire.fields import Fields

NAME = "press"


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the stories of a file, at least one."""
    decoded = decode(data)
    text, _ = without_nuls(decoded.text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    of = Origin(name, origin, data, NAME, encoding=decoded.encoding, problems=decoded.problems)
    stretches = press_exports.parted(lines)
    if stretches:
        return [
            _story(lines[each.start : each.end], each, replace(of, index=number))
            for number, each in enumerate(stretches)
        ]
    record = record_of(_paragraphs(lines))
    if record is None:
        return plain.read_file(data, name=name, origin=origin)
    return [imported(record.paragraphs, replace(of, fields=record.fields, details=record.details))]


def _story(lines: list[str], stretch: Stretch, of: Origin) -> Imported:
    """Return a story as it stands; with its lines read where its database is known by them."""
    words = "\n".join(line.rstrip() for line in lines).strip("\n\f")
    received = words.encode("utf-8")
    record = record_of(_paragraphs(lines))
    if record is not None:
        details = replace(record.details, guid=record.details.guid or stretch.guid)
        known = replace(of, received=received, fields=record.fields, details=details)
        return imported(record.paragraphs, known)
    known = replace(
        of,
        received=received,
        details=replace(of.details, guid=stretch.guid),
        fields=Fields(source=press_exports.paper_below(lines)),
    )
    return imported([Paragraph(words)], known)


def _paragraphs(lines: list[str]) -> list[Paragraph]:
    return [Paragraph(line) for line in lines if line.strip()]
