"""Read wire copy: cut a text into passages that tile it, and read what its head and tail say.

Pure and linear: the same text gives the same article, whatever it holds. The order of work:
blocks, glued furniture, what a piece says by itself, the dateline, the head, the body.
"""

from collections.abc import Sequence
from dataclasses import replace

from variorum.text import Article, Dateline, Passage, PassageKind, Span
from variorum.wire import (
    blocks,
    bylines,
    contributors,
    headers,
    headlines,
    inner,
    labels,
    lineage,
    mails,
    notes,
    opening,
    pages,
    provenance,
    records,
    releases,
    reports,
    signoffs,
    surroundings,
    tails,
)
from variorum.wire.divide import divide
from variorum.wire.fields import NO_FIELDS, Fields
from variorum.wire.language import language_of
from variorum.wire.pieces import Guess, Piece
from variorum.wire.words import collapsed, heard

_FAMILIES = (
    contributors.kind_of,
    notes.kind_of,
    tails.contact,
    tails.copyright_line,
    tails.disclaimer,
    pages.clutter,
    pages.promo_by_cue,
    bylines.kind_of,
    pages.caption,
)
"""What a piece says by itself, the surest family first."""

_ALONE = frozenset(
    {PassageKind.CREDIT, PassageKind.CONTACT, PassageKind.COPYRIGHT, PassageKind.BYLINE}
)

_ADVISORY = PassageKind.ADVISORY
_BRACKETED = (PassageKind.ADVISORY, PassageKind.CORRECTION, PassageKind.CREDIT)
_LONGEST_REST = 200
"""Code points of what may follow a stray break within a note."""
_TRANSMITTED_OPENINGS = "^\x01\x02\x03"
_TRANSMITTED_CLOSES = "<=\x03"
"""Signs of transmission that end a line for good."""
_CYCLES = ("BC-", "AP-", "AM-", "PM-")
"""What opens the keyword line of an American agency."""
_CLOSED_NOTE = ")]"
_LINE_SIGNS = " =+<"
"""Signs that end a line of a header in transmission."""
_HARD = 0.95
"""From this confidence on, a piece bears a sign that no sentence of a story has."""
_SURE = 0.95
"""From this confidence on, what a piece says by itself is not taken for an end mark."""


def read(text: str, *, fields: Fields = NO_FIELDS) -> Article:
    """Return the article that a text holds; fields win over what is read from the text."""
    pieces = records.settle(text, mails.settle(text, _pieces(text)))
    pieces = _behind_the_wall(text, _with_end_marks(text, pieces))
    language = fields.language or language_of(text)
    pieces = _without_foreign_bylines(pieces, language)
    found = opening.find(text, surroundings.settle(text, pieces))
    pieces = opening.label(text, found, fields)
    credit = found.dateline.credit if found.dateline else None
    signed = _signed(text, pieces, fields) or found.glued_byline
    story = releases.label(text, pieces[found.body :], credit=credit)
    story = signoffs.label(text, story, credit=credit, byline=signed)
    pieces = [*pieces[: found.body], *story]
    pieces = inner.merge_tables(inner.label(text, pieces))
    dateline = _dateline(found.dateline, fields)
    published, published_from = provenance.published(text, pieces, dateline, fields)
    passages = _tiles(text, pieces)
    return Article(
        text=text,
        passages=passages,
        headline=fields.headline or _headline(text, pieces),
        slug=fields.slug or _first(text, pieces, PassageKind.SLUGLINE),
        byline=signed or _signed(text, pieces, fields) or _written_by(text, pieces),
        dateline=dateline,
        published=published,
        published_from=published_from,
        source=fields.source or provenance.source(text, pieces),
        language=language,
        lineage=lineage.of(text, passages, headline=fields.headline, slug=fields.slug),
    )


def judge(words: str) -> Guess | None:
    """Return what a piece says of itself, wherever it stands; None for the story's own words."""
    header = headers.kind_of(words)
    if header is not None:
        return header
    core = heard(words)
    if not core:
        return Guess(PassageKind.HEADER, 0.8)
    if "\n" in core:
        core = collapsed(core)  # where copy is hard-wrapped, a phrase may stand on two lines
    for family in _FAMILIES:
        guess = family(core)
        if guess is not None:
            said = guess.confidence < _HARD and reports.is_report(core)
            told = family is not tails.disclaimer and labels.is_sentence(core, guess)
            return None if said or told else guess
    return None


def _pieces(text: str) -> list[Piece]:
    """Cut a text into blocks, free what is glued to them, and judge each piece by itself."""
    pieces: list[Piece] = []
    for block in blocks.cut(text, stands_alone=_stands_alone):
        for piece in divide(text, block, judge):
            guess = piece.guess or (judge(piece.of(text)))
            judged = piece if guess is None else replace(piece, guess=guess)
            if pieces and guess is None and _closes_bracket(text, pieces[-1], judged):
                pieces[-1] = replace(pieces[-1], end=judged.end)
            else:
                pieces.append(judged)
    return pieces


def _closes_bracket(text: str, note: Piece, piece: Piece) -> bool:
    """Tell whether a piece is the rest of a bracketed note that a stray break cut in two."""
    if not note.is_a(*_BRACKETED) or len(piece) > _LONGEST_REST:
        return False
    words, rest = note.of(text), piece.of(text).rstrip(" .")
    return words[0] == "(" and ")" not in words and rest.endswith(")") and "(" not in rest


def _stands_alone(line: str) -> bool:
    """Tell whether a line of hard-wrapped copy never joins the lines around it."""
    if line[0] in _TRANSMITTED_OPENINGS or line[-1] in _TRANSMITTED_CLOSES:
        return True
    if not (line[0].isalnum() or any(map(str.isalnum, line))) or notes.is_wall(line):
        return True
    if len(line) <= 14 and (
        tails.end_mark(line, last=True) is not None or contributors.are_initials(line)
    ):
        return True
    if (" " not in line or line.startswith(_CYCLES)) and headlines.slug(line) is not None:
        return True
    if notes.is_bracketed(line) and notes.kind_of(line) is not None:
        return line[-1] in _CLOSED_NOTE
    if headers.may_be(line) and headers.kind_of(line) is not None:
        return True
    guess = bylines.kind_of(line) or tails.copyright_line(line)
    return guess is not None and guess.kind in _ALONE


def _with_end_marks(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with their end marks decided, from the last piece of the story back."""
    marked = list(pieces)
    last = True
    for number in range(len(pieces) - 1, -1, -1):
        piece = pieces[number]
        guess = tails.end_mark(heard(piece.of(text)), last=last)
        if guess is not None and (piece.guess is None or piece.guess.confidence < _SURE):
            marked[number] = replace(piece, guess=guess)
        elif piece.guess is None:
            last = False
    return marked


def _without_foreign_bylines(pieces: Sequence[Piece], language: str | None) -> list[Piece]:
    """Return the pieces with bylines in another language left open where the copy is English."""
    if language is None or not language.startswith("en"):
        return list(pieces)
    return [
        replace(piece, guess=None)
        if piece.guess is not None
        and piece.guess.kind is PassageKind.BYLINE
        and piece.guess.confidence == bylines.OPENED_IN_ANOTHER_LANGUAGE
        else piece
        for piece in pieces
    ]


def _behind_the_wall(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with what stands below a line "not for publication" made advisories, and the list of a notebook."""
    walls = (
        n for n, p in enumerate(pieces) if p.is_a(_ADVISORY) and notes.is_wall(heard(p.of(text)))
    )
    wall = next(walls, len(pieces))
    heads = (n for n, p in enumerate(pieces) if p.is_a(_ADVISORY) and p.of(text).startswith("#"))
    head = next(heads, len(pieces))
    return [
        piece.guessed(_ADVISORY, 0.8)
        if piece.guess is None
        and (number > wall or (number > head and piece.of(text).startswith(("- ", "#"))))
        else piece
        for number, piece in enumerate(pieces)
    ]


def _dateline(found: Dateline | None, fields: Fields) -> Dateline | None:
    """Return the dateline, its place filled from the fields where the copy prints none."""
    if found is None or found.place is not None or fields.place is None:
        return found
    return replace(found, place=fields.place)


def _tiles(text: str, pieces: Sequence[Piece]) -> tuple[Passage, ...]:
    """Return passages that cover the text: each takes the white space after it."""
    if not pieces:
        whole = Span(0, len(text))
        return (Passage(PassageKind.PARAGRAPH, whole, Span(0, 0), 0.5),) if text else ()
    starts = [0, *(piece.start for piece in pieces[1:]), len(text)]
    return tuple(
        Passage(
            piece.guess.kind if piece.guess else PassageKind.PARAGRAPH,
            Span(starts[number], starts[number + 1]),
            Span(piece.start, piece.end),
            piece.guess.confidence if piece.guess else 0.5,
        )
        for number, piece in enumerate(pieces)
    )


def _signed(text: str, pieces: Sequence[Piece], fields: Fields) -> str | None:
    """Return the byline of the fields, or the printed one where theirs names no person."""
    if fields.byline and not bylines.is_unsigned(fields.byline):
        return fields.byline
    printed = [p for p in pieces if p.is_a(PassageKind.BYLINE)]
    if not fields.byline:
        return _first(text, printed, PassageKind.BYLINE)
    named = [p for p in printed if bylines.names_somebody(heard(p.of(text)))]
    names = _first(text, named, PassageKind.BYLINE)
    return bylines.without_opening(names) if names else fields.byline


def _written_by(text: str, pieces: Sequence[Piece]) -> str | None:
    """Return the writer whom a credit names, for copy without a byline."""
    credits_ = (piece.of(text) for piece in pieces if piece.is_a(PassageKind.CREDIT))
    return next((who for words in credits_ if (who := contributors.writer(heard(words)))), None)


def _headline(text: str, pieces: Sequence[Piece]) -> str | None:
    """Return the words of the surest headline; lines above it may be small ones of their own."""
    found = [piece for piece in pieces if piece.is_a(PassageKind.HEADLINE) and piece.guess]
    surest = max(
        found, key=lambda piece: piece.guess.confidence if piece.guess else 0, default=None
    )
    return _first(text, [surest], PassageKind.HEADLINE) if surest is not None else None


def _first(text: str, pieces: Sequence[Piece], kind: PassageKind) -> str | None:
    """Return the words of the first piece of a kind, its white space collapsed."""
    words = next((heard(piece.of(text)) for piece in pieces if piece.is_a(kind)), "")
    return collapsed(words.rstrip(_LINE_SIGNS)) or None
