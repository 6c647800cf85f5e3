"""Make articles of a document that may hold several: one, or the stories of a database's export."""

from collections.abc import Sequence
from dataclasses import replace

from variorum.formats.documents.document import Origin, Paragraph, imported
from variorum.formats.press import exports as press_exports
from variorum.formats.press.exports import Stretch
from variorum.formats.press.records import record_of
from variorum.text import Imported
from variorum.wire.fields import Fields


def all_imported(paragraphs: Sequence[Paragraph], of: Origin) -> list[Imported]:
    """Return the articles of a document, at least one; raise `FormatError` where it has no words."""
    stretches = press_exports.parted([paragraph.text for paragraph in paragraphs])
    if not stretches:
        return [_story(paragraphs, of)]
    return [
        _of_stretch(paragraphs[each.start : each.end], each, replace(of, index=number))
        for number, each in enumerate(stretches)
    ]


def _of_stretch(paragraphs: Sequence[Paragraph], stretch: Stretch, of: Origin) -> Imported:
    """Return the article of one story of several.

    Its bytes are its own words: a file of five hundred stories is not kept five hundred times.
    """
    received = "\n\n".join(paragraph.text for paragraph in paragraphs).encode("utf-8")
    known = replace(
        of,
        received=received,
        details=replace(of.details, guid=stretch.guid),
        fields=Fields(source=press_exports.paper_below([each.text for each in paragraphs])),
    )
    return _story(paragraphs, known)


def _story(paragraphs: Sequence[Paragraph], of: Origin) -> Imported:
    record = record_of(paragraphs)
    if record is None:
        return imported(paragraphs, of)
    details = replace(record.details, guid=record.details.guid or of.details.guid)
    return imported(record.paragraphs, replace(of, fields=record.fields, details=details))
