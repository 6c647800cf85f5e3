"""Find where the story opens, and decide what stands before that: headline, slugline, byline."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.text import Dateline, PassageKind, Span
from variorum.wire import bylines, datelines, headlines
from variorum.wire.fields import Fields
from variorum.wire.lexicon import SECTIONS, SMALL_WORDS
from variorum.wire.patterns import pattern
from variorum.wire.pieces import Piece
from variorum.wire.values import Opening
from variorum.wire.words import BULLETS, bare, collapsed, ends_sentence, heard, is_caps, same_line

_PROSE = 60
"""Code points from which a block that closes like a sentence is prose."""
_SURE = 0.8
_SURE_IN_A_ROW = 0.95
_REACH_OF_A_SURE_ONE = 12
_REACH_OF_A_WEAK_ONE = 2
"""Blocks of prose that may stand before a dateline."""
_MOST_PIECES = 80
_WORDS_OF_A_MENU = 3
_OF_A_PAGE = (PassageKind.CLUTTER, PassageKind.CAPTION, PassageKind.PROMO)
_NOTES_BETWEEN = 2
"""Notes to desks that may stand between a keyword line and its headline."""
_FEWEST_OF_A_HEADLINE = 4
_WORDS_OF_A_DECK = 9
"""Of a line with a final point between headline and dateline, as papers of old set them."""
_SMALL = 2
"""Letters of words that tell nothing of a story's topic, at most."""
_LONGEST_SIZE = 5
"""Code points of the button that sets the size of letters: A A."""
_LATIN = pattern(r"[a-z]")
_CLOSED_HEADLINE = 110
"""Code points of a headline with a final point."""


@dataclass(frozen=True, slots=True)
class Head:
    """Hold the pieces with the place where the story opens among them."""

    pieces: tuple[Piece, ...]
    body: int
    """The number of the story's first piece."""
    dateline: Dateline | None
    glued_byline: str | None = None


def find(text: str, pieces: Sequence[Piece]) -> Head:
    """Return where the story opens: at its dateline, else at its first prose."""
    prose = 0
    for number, piece in enumerate(pieces[:_MOST_PIECES]):
        if piece.guess is not None:
            continue
        words = piece.of(text)
        if headlines.slug(heard(words)) is not None:
            continue
        found = datelines.find(words) or _alone(text, pieces, number)
        found = found or _shouted(text, pieces, number)
        if piece.tabular and (found is None or found.confidence < _SURE_IN_A_ROW):
            continue
        reach = _REACH_OF_A_WEAK_ONE
        if found is not None and found.confidence >= _SURE:
            reach = _REACH_OF_A_SURE_ONE
        if found is not None and prose <= reach:
            return _with_dateline(text, pieces, number, found)
        prose += _is_prose(words)
        if prose > _REACH_OF_A_SURE_ONE:
            break
    return Head(tuple(pieces), _first_prose(text, pieces), None)


def _alone(text: str, pieces: Sequence[Piece], number: int) -> Opening | None:
    """Return the dateline of a place alone on its line, under a headline and above prose."""
    if not number or number + 1 >= len(pieces) or pieces[number + 1].guess is not None:
        return None
    below = pieces[number + 1].of(text)
    if not _is_prose(below):
        return None
    signed = pieces[number - 1].is_a(PassageKind.BYLINE, PassageKind.HEADER)
    found = datelines.alone(pieces[number].of(text), expected=signed)
    return None if found is None or datelines.find(below) is not None else found


def _shouted(text: str, pieces: Sequence[Piece], number: int) -> Opening | None:
    """Return the dateline of an unknown town in capitals before a colon, under a headline.

    A label has its like on other paragraphs, or stands elsewhere in small letters.
    """
    words = pieces[number].of(text)
    if not number or not words[:3].isupper():
        return None
    found = datelines.shouted(words)
    if found is None or found.place is None or not _is_headed(text, pieces, number):
        return None
    below = pieces[number + 1 : number + _MOST_PIECES]
    alike = any(datelines.is_labelled(piece.of(text)) for piece in below)
    return None if alike or found.place.casefold() in text else found


def _is_headed(text: str, pieces: Sequence[Piece], number: int) -> bool:
    """Tell whether a line that can be a headline stands above, and no prose."""
    above = [piece.of(text) for piece in pieces[:number] if piece.guess is None]
    return bool(above) and all(headlines.may_be_headline(words) for words in above)


def label(text: str, head: Head, fields: Fields) -> list[Piece]:
    """Return the pieces with those before the story's opening decided."""
    pieces = list(head.pieces)
    if head.dateline is not None and not pieces[head.body].tabular:
        pieces[head.body] = pieces[head.body].guessed(PassageKind.PARAGRAPH, 0.98)
    open_numbers = [n for n in range(head.body) if pieces[n].guess is None]
    pages = any(piece.is_a(*_OF_A_PAGE) for piece in pieces)
    filed = head.dateline is not None and head.dateline.credit is not None and not pages
    keyword = _keyword(text, pieces, open_numbers, filed=filed)
    free = [number for number in open_numbers if number != keyword]
    headline = _headline(text, pieces, free, fields, filed=head.dateline is not None)
    for number in open_numbers:
        if number == headline:
            pieces[number] = pieces[number].guessed(PassageKind.HEADLINE, 0.9)
        elif number == keyword:
            pieces[number] = pieces[number].guessed(PassageKind.SLUGLINE, 0.75)
        else:
            pieces[number] = _beside(text, pieces, number, headline, head, fields, pages=pages)
    return pieces


def _beside(
    text: str,
    pieces: Sequence[Piece],
    number: int,
    headline: int | None,
    head: Head,
    fields: Fields,
    *,
    pages: bool,
) -> Piece:
    """Return a piece of the head that is not its headline, decided where its words or place tell."""
    piece, words = pieces[number], pieces[number].of(text)
    slug = headlines.slug(heard(words))
    if slug is not None:
        return replace(piece, guess=slug)
    if headline is not None and same_line(words, pieces[headline].of(text)):
        return piece.guessed(PassageKind.HEADLINE, 0.7)
    named = fields.byline and same_line(words, fields.byline)
    titled = headline is not None and headline < number
    if named or _is_byline(text, pieces, number, head.body, titled=titled):
        return piece.guessed(PassageKind.BYLINE, 0.7)
    if headline is not None and headline < number and _is_credit(words, head, number):
        return piece.guessed(PassageKind.CREDIT, 0.7)
    if pages and len(words.split()) <= _WORDS_OF_A_MENU and not ends_sentence(words):
        parts = titled and number + 1 == head.body and is_caps(words) and len(words) > _LONGEST_SIZE
        return piece.guessed(PassageKind.CROSSHEAD if parts else PassageKind.CLUTTER, 0.5)
    if number + 1 == head.body < len(pieces) and pieces[head.body].tabular:
        return piece.guessed(PassageKind.TABLE, 0.6)
    if words[0] not in BULLETS and headlines.may_be_headline(words):
        return piece.guessed(PassageKind.HEADLINE, 0.5)
    filed = head.dateline is not None and headline is not None and headline < number
    if (
        filed
        and words[-1] == "."
        and words[0].isupper()
        and len(words.split()) <= _WORDS_OF_A_DECK
        and number < head.body
    ):
        return piece.guessed(PassageKind.HEADLINE, 0.5)
    return piece


def _keyword(
    text: str, pieces: Sequence[Piece], open_numbers: Sequence[int], *, filed: bool
) -> int | None:
    """Return the number of the keyword line that stands as the first one, above a headline.

    Its form alone is that of a headline's small line too: one of its words must stand in the
    headline, or a number before it, or no page be around copy that an agency `filed`.
    """
    if len(open_numbers) < 2 or open_numbers[1] > open_numbers[0] + 1 + _NOTES_BETWEEN:
        return None
    first, second = (pieces[number] for number in open_numbers[:2])
    words, below = heard(first.of(text)), second.of(text)
    if not headlines.keywords(words) or not headlines.may_be_headline(below):
        return None
    if len(below.split()) < _FEWEST_OF_A_HEADLINE or len(below) <= len(words):
        return None
    told = {bare(word).casefold() for word in below.split()}
    shared = any(
        bare(word).casefold() in told - SMALL_WORDS for word in words.split() if len(word) > _SMALL
    )
    topic = filed and SECTIONS.isdisjoint(words.casefold().replace("-", " ").split())
    return open_numbers[0] if words[0].isdigit() or shared or topic else None


def _is_credit(words: str, head: Head, number: int) -> bool:
    """Tell whether a line under the headline is an agency's name: the dateline's, or one word."""
    core = heard(words).strip("() .=")
    if head.dateline and head.dateline.credit and same_line(core, head.dateline.credit):
        return True
    name = core.isalpha() and core[:1].isupper() and not ends_sentence(words)
    return name and number + 1 == head.body and head.dateline is not None


def _with_dateline(text: str, pieces: Sequence[Piece], number: int, found: Opening) -> Head:
    """Return the head with its dateline; one alone on its line joins the piece that follows."""
    piece = pieces[number]
    span = Span(piece.start + found.start, piece.start + found.end)
    joined = list(pieces)
    alone = span.end >= piece.end
    if alone and number + 1 < len(pieces) and pieces[number + 1].guess is None:
        after = pieces[number + 1]
        joined[number : number + 2] = [Piece(piece.start, after.end, tabular=after.tabular)]
    before = collapsed(text[piece.start : span.start]).strip('*>«"“ ,-')
    dateline = Dateline(span, found.place, found.credit, found.date)
    return Head(tuple(joined), number, dateline, before or None)


def _first_prose(text: str, pieces: Sequence[Piece]) -> int:
    """Return the number of the first piece that reads like sentences; all are head if none does."""
    open_numbers = [n for n, piece in enumerate(pieces) if piece.guess is None]
    for number in open_numbers:
        if _is_prose(pieces[number].of(text)) or pieces[number].tabular:
            return number
    for place, number in enumerate(open_numbers):
        if place and ends_sentence(pieces[number].of(text)):
            return number
    return open_numbers[1] if len(open_numbers) > 1 else len(pieces)


def _is_prose(words: str) -> bool:
    """Tell whether a block is long and closes like a sentence."""
    return (
        (len(words) >= _PROSE and ends_sentence(words))
        or len(words) > 300
        or (not words[:40].isascii() and len(words) >= 30 and words.rstrip("”」』").endswith("。"))
    )


def _headline(
    text: str,
    pieces: Sequence[Piece],
    open_numbers: Sequence[int],
    fields: Fields,
    *,
    filed: bool,
) -> int | None:
    """Return the number of the headline: the first line long enough to say something.

    Before a dateline (`filed`) a short line is one even with a final point.
    """
    free = [n for n in open_numbers if not _follows_a_byline(text, pieces, n)]
    candidates = [
        n
        for n in free
        if headlines.may_be_headline(pieces[n].of(text))
        and not pieces[n].tabular
        and pieces[n].of(text)[0] not in BULLETS
    ]
    if fields.headline is not None:
        for number in candidates:
            if same_line(pieces[number].of(text), fields.headline):
                return number
    plain = [n for n in candidates if headlines.slug(heard(pieces[n].of(text))) is None]
    if not plain and filed:
        told = [n for n in free if headlines.slug(heard(pieces[n].of(text))) is None]
        if told and len(pieces[told[0]]) <= _CLOSED_HEADLINE:
            return told[0]
    mastheads = {n for n in plain[:-1] if bylines.names_an_outlet(pieces[n].of(text))}
    plain = [n for n in plain if n not in mastheads]
    for number in plain:
        words = pieces[number].of(text)
        if len(words.split()) >= 4 or (len(words) >= 8 and not _LATIN.search(words)):
            return number
    return plain[0] if plain else None


def _follows_a_byline(text: str, pieces: Sequence[Piece], number: int) -> bool:
    """Tell whether a line is the writer's title on the line under a byline."""
    if not number or not pieces[number - 1].is_a(PassageKind.BYLINE):
        return False
    return bylines.is_title_line(heard(pieces[number].of(text)))


def _is_byline(text: str, pieces: Sequence[Piece], number: int, body: int, *, titled: bool) -> bool:
    """Tell whether a line between headline and story is a title under a byline, or bare names."""
    words = pieces[number].of(text)
    under = number > 0 and (titled or pieces[number - 1].is_a(PassageKind.BYLINE))
    if (under and bylines.is_title_line(heard(words))) or (
        number and bylines.is_unsigned(heard(words))
    ):
        return True
    if any(piece.is_a(PassageKind.BYLINE) for piece in pieces[:body]):
        return number + 1 == body and bylines.is_bare_name(words)
    if titled and (bylines.are_writers(words) or bylines.is_of_a_house(words)):
        return True
    return number + 1 == body and bylines.is_bare_name(words)
