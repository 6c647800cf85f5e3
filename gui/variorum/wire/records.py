"""Read copies of stories that a database of the press gave out: labels and codes before each field.

A label alone proves nothing (`Source:` stands below charts). Two labels of which one is used by
databases alone prove a record, and so do four different codes of two letters that open lines.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from variorum.text import PassageKind
from variorum.wire import headers
from variorum.wire.lexicon import RECORD_CODES, RECORD_LABELS, RECORD_SIGNS
from variorum.wire.patterns import pattern
from variorum.wire.pieces import Guess, Piece
from variorum.wire.words import ends_sentence, is_running

_LABEL = pattern(r"(?P<label>[^\W\d_][\w -]{1,24}?)\s?:(?P<after>\s{0,8})")
_CODE = pattern(r"(?P<label>[A-Z]{2,3})(?:(?P<after>\s{1,8})(?=\S)|$)", cased=True)
_COUNT = pattern(r"\d{1,3}(?:[.,]?\d{3})?\s(?:words|wörter|mots|palabras|parole|palavras|woorden)$")
_DOCUMENT = pattern(r"Document\s[A-Z]{3,12}\d{8}", cased=True)
_COUNTING = frozenset({"WC", "AN"})
_CITED = pattern(r".{3,140}?\d{1,2}\s[^\W\d_]{3,9}\.?\s(?:19|20)\d{2}\s?:\s?\S{1,12}$")
"""Where a story stood in print: paper; town [region] day month year: page."""
_FEWEST_LABELS = 2
_FEWEST_CODES = 4
_LONGEST_LABEL = 24
_WORDS_OF_A_FIELD = 8
_WORDS_OF_A_VALUE = 5
"""Words; a longer sentence behind a label in small letters is the story's."""
_LONGEST_RUN = 9
"""Lines between the count of words and the line of rights, at most."""
_SURE = 0.96
_EDITION = "edition"


@dataclass(frozen=True, slots=True)
class _Field:
    """Hold a piece that opens with a label: its number, what its value is, where that begins."""

    number: int
    label: str
    """Empty for a label alone on its line and without a colon, which proves nothing."""
    kind: PassageKind
    value: int
    """Code points of the label, with the white space behind it."""


def settle(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with the fields of a record decided; unchanged where none is proven."""
    fields = list(_labelled(text, pieces))
    names = {field.label for field in fields if field.label}
    signed = not RECORD_SIGNS.isdisjoint(names) or _are_counted(text, pieces, fields)
    proven = len(names) >= _FEWEST_LABELS and signed
    if not proven:
        fields = list(_coded(text, pieces))
        coded = len({field.label for field in fields}) >= _FEWEST_CODES
        proven = coded and _are_counted(text, pieces, fields)
    if not proven:
        return _counted(text, pieces)
    return _cited(text, _divided(text, pieces, fields))


def _labelled(text: str, pieces: Sequence[Piece]) -> Iterator[_Field]:
    """Yield the pieces that open with a label and a colon."""
    for number, piece in enumerate(pieces):
        if len(piece) <= _LONGEST_LABEL and piece.of(text).casefold() in RECORD_LABELS:
            yield _Field(number, "", PassageKind.PARAGRAPH, len(piece))
            continue
        if ":" not in text[piece.start : min(piece.start + 28, piece.end)]:
            continue
        match = _LABEL.match(piece.of(text))
        kind = RECORD_LABELS.get(match["label"].casefold()) if match else None
        if match is not None and kind is not None:
            shouted = match["label"].isupper()
            if shouted or not is_running(piece.of(text)[match.end() :], most=_WORDS_OF_A_VALUE):
                yield _Field(number, match["label"].casefold(), kind, match.end())


def _are_counted(text: str, pieces: Sequence[Piece], fields: Sequence[_Field]) -> bool:
    """Tell whether a field counts the story's words, or gives the number of its document."""
    values = (pieces[field.number].of(text)[field.value :] for field in fields)
    counted = any(_COUNT.match(value) or _DOCUMENT.match(value) for value in values)
    return counted or any(field.label in _COUNTING and _is_alone(pieces, field) for field in fields)


def _is_alone(pieces: Sequence[Piece], field: _Field) -> bool:
    """Tell whether a field's code stands alone on its line, above its value."""
    return field.value >= len(pieces[field.number])


def _coded(text: str, pieces: Sequence[Piece]) -> Iterator[_Field]:
    """Yield the pieces that open with the code of a field: HD, WC, PD, LP."""
    for number, piece in enumerate(pieces):
        if not text[piece.start : piece.start + 2].isupper():
            continue
        match = _CODE.match(piece.of(text))
        kind = RECORD_CODES.get(match["label"]) if match else None
        if match is not None and kind is not None:
            yield _Field(number, match["label"], kind, match.end())


def _divided(text: str, pieces: Sequence[Piece], fields: Sequence[_Field]) -> list[Piece]:
    """Return the pieces with labels cut off as headers, and their values given their kinds."""
    by_number = {field.number: field for field in fields}
    divided: list[Piece] = []
    waits: PassageKind | None = None
    for number, piece in enumerate(pieces):
        field = by_number.get(number)
        if field is None:
            short = len(piece.of(text).split()) <= 2 * _WORDS_OF_A_FIELD
            divided.append(_as(piece, waits) if waits and short else piece)
            waits = None
        elif field.value >= len(piece):
            divided.append(piece.guessed(PassageKind.HEADER, _SURE))
            waits = field.kind if field.kind is not PassageKind.PARAGRAPH else None
        else:
            divided += _cut(text, piece, field)
            waits = None
    return divided


def _cut(text: str, piece: Piece, field: _Field) -> list[Piece]:
    """Return a label and its value; a value that is metadata itself stays with its label."""
    if field.kind is PassageKind.HEADER:
        return [piece.guessed(PassageKind.HEADER, _SURE)]
    at = piece.start + field.value
    label = Piece(piece.start, piece.start + len(text[piece.start : at].rstrip()))
    value = replace(piece, start=at)
    return [label.guessed(PassageKind.HEADER, _SURE), _as(value, field.kind)]


def _as(piece: Piece, kind: PassageKind) -> Piece:
    """Return a field's value made what its label says; the story's own words stay open."""
    guess = None if kind is PassageKind.PARAGRAPH else Guess(kind, _SURE)
    return replace(piece, guess=guess)


def _cited(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return a record's pieces with the paper's name above its date, and citations, made headers."""
    cited = list(pieces)
    left = [n for n, p in enumerate(pieces) if p.guess is None and not ends_sentence(p.of(text))]
    titled = any(piece.is_a(PassageKind.HEADLINE) for piece in pieces)
    for number, piece in enumerate(pieces[:-1]):
        words = piece.of(text)
        if piece.guess is None and _CITED.match(words):
            cited[number] = piece.guessed(PassageKind.HEADER, 0.85)
        elif number in left and (titled or len(left) > 1) and _is_paper(text, pieces, number):
            cited[number] = piece.guessed(PassageKind.HEADER, 0.8)
            left.remove(number)
    return cited


def _is_paper(text: str, pieces: Sequence[Piece], number: int) -> bool:
    """Tell whether a line names a paper above its date, or the edition."""
    words = pieces[number].of(text).split()
    if len(words) > _WORDS_OF_A_FIELD:
        return False
    return _EDITION in (words[0].casefold(), words[-1].casefold()) or _dates(
        text, pieces[number + 1]
    )


def _dates(text: str, piece: Piece) -> bool:
    """Tell whether a piece is a line that holds a full date."""
    return piece.is_a(PassageKind.HEADER) and headers.published(piece.of(text)) is not None


def _counted(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with short lines made headers from a count of words to a line of rights."""
    for number, piece in enumerate(pieces[:_LONGEST_RUN]):
        if len(piece) > 14 or not _COUNT.match(piece.of(text)):
            continue
        for end in range(number + 1, min(number + _LONGEST_RUN, len(pieces))):
            if pieces[end].is_a(PassageKind.COPYRIGHT):
                run = [p.guessed(PassageKind.HEADER, 0.85) for p in pieces[number:end]]
                return [*pieces[:number], *run, *pieces[end:]]
            if len(pieces[end].of(text).split()) > _WORDS_OF_A_FIELD:
                break
    return list(pieces)
