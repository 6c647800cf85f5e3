"""Judge lines of a page by what stands around them: captions, links, stamps, pleas to subscribe.

A single phrase proves little, and to set a story's sentence apart is the worst fault. So a
sentence needs a photograph's credit beside it and the look of a caption; a line needs a list's
head above it, or to stand there twice; what was set apart for one phrase only is given back
when prose stands on both sides of it.
"""

from collections.abc import Sequence
from dataclasses import replace

from variorum.text import PassageKind
from variorum.wire import bylines, captions, foot, reports
from variorum.wire.lexicon import (
    AGENCY_OF_CREDIT,
    COLLECTIVE_BYLINES,
    OUTLET_NOUNS,
    OUTLETS,
    PLEAS,
)
from variorum.wire.patterns import pattern
from variorum.wire.pieces import Piece
from variorum.wire.words import (
    are_more,
    collapsed,
    ends_sentence,
    first_within,
    heard,
    is_capital,
    is_caps,
)

_CLOCK = pattern(
    r"(?:\d{1,2}[:.]\d{2}\s{0,2}(?:[ap]\.?m\.?|[A-Z]{3,4}|h)(?:\s[A-Z]{2,4})?|\d{1,2}\s{0,2}[ap]\.?m\.?(?:\s[A-Z]{2,4})?"
    r"|\d{4}\s(?:GMT|UTC|BST))\s{0,2}[:.]?$"
)
_STAMP = pattern(r"\d{1,3}\s?[a-z]{1,7}\.?\s(?:\d{1,3}\s?[a-z]{1,7}\.?\s)?ago$|just now$")
_FROM = pattern(r"From\s(?P<name>[A-Z].{4,70})$", cased=True)
_DOMAIN = pattern(r"[\w-]{2,30}\.(?:com|org|net|info|news|co\.[a-z]{2}|com\.[a-z]{2}|[a-z]{2})$")
_MOST_LINKS = 12
_WORDS_OF_A_LINK = range(3, 25)
_WORDS_OF_A_TITLE = range(2, 22)
_FEWEST_STAMPS = 3
_FEWEST_PLEAS = 2
_LONGEST_PLEA = 60
_LONGEST_OUTLET = 5
_NAMES = 3
"""Words of a name that stands alone."""
_OFFERED = 2
"""What one word of an offer weighs."""
_OFFERED_IN_A_SENTENCE = 4
_QUOTATION_MARKS = '"“”«»'
_WEAK = 0.8
"""Below this confidence clutter rests on one phrase."""


def settle(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with those decided that their neighbours tell of."""
    settled = list(pieces)
    if any(map(_is_page, pieces)):
        settled = _above_pictures(text, settled)
        settled = captions.beside_credits(text, settled)
        for rule in (_weak, _links, _twice, _offers, foot.set_apart):
            settled = rule(text, settled)
    for rule in (_posts, _clocks, _outlets, _named_bylines, _pleas):
        settled = rule(text, settled)
    return settled


def _is_page(piece: Piece) -> bool:
    return piece.is_a(PassageKind.CLUTTER, PassageKind.PROMO, PassageKind.CAPTION)


def _open_prose(text: str, pieces: Sequence[Piece], number: int) -> bool:
    """Tell whether a piece is undecided and closes like a sentence."""
    if not 0 <= number < len(pieces) or pieces[number].guess is not None:
        return False
    words = pieces[number].of(text)
    return ends_sentence(words) and len(words) >= _FEWEST_LETTERS


_FEWEST_LETTERS = 40
"""Code points of a block that is surely a sentence."""


def _weak(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Give back a sentence that one phrase set apart, where nothing beside it is of a page."""
    given = list(pieces)
    for number, piece in enumerate(pieces):
        weak = piece.is_a(PassageKind.CLUTTER) and piece.guess and piece.guess.confidence < _WEAK
        beside = (*pieces[max(0, number - 1) : number], *pieces[number + 1 : number + 2])
        if weak and ends_sentence(piece.of(text)) and not any(map(_is_page, beside)):
            given[number] = replace(piece, guess=None)
    return given


def _clocks(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Make a time of day alone above prose a crosshead: a story told by the hour."""
    settled = list(pieces)
    for number, piece in enumerate(pieces):
        alone = piece.guess is None and len(piece) <= 16 and _CLOCK.match(piece.of(text))
        if alone and _open_prose(text, pieces, number + 1):
            settled[number] = piece.guessed(PassageKind.CROSSHEAD, 0.9)
    return settled


def _posts(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Make the line below a stamp such as `9 min ago` a crosshead, on a page of such posts."""
    stamps = [n for n, p in enumerate(pieces) if len(p) <= 24 and _STAMP.match(p.of(text))]
    if len(stamps) < _FEWEST_STAMPS:
        return list(pieces)
    settled = list(pieces)
    for number in stamps:
        settled[number] = pieces[number].guessed(PassageKind.CLUTTER, 0.9)
        title = number + 1
        if title + 1 >= len(pieces) or pieces[title].guess is not None:
            continue
        if len(pieces[title].of(text).split()) in _WORDS_OF_A_TITLE:
            settled[title] = pieces[title].guessed(PassageKind.CROSSHEAD, 0.85)
            settled[title + 1] = _from(text, settled[title + 1])
    return settled


def _from(text: str, piece: Piece) -> Piece:
    """Return a line below a title made a byline where it says from whom the post is."""
    match = _FROM.match(piece.of(text)) if piece.guess is None else None
    if match is None or ends_sentence(piece.of(text)):
        return piece
    name = match["name"].split("’s ")[-1].split("'s ")[-1]
    return piece.guessed(PassageKind.BYLINE, 0.85) if bylines.holds_names(name) else piece


def _links(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Make lines below the head of a list of links promos, until a sentence ends the list."""
    settled = list(pieces)
    for number, piece in enumerate(pieces):
        if not piece.is_a(PassageKind.PROMO) or not foot.is_list_head(piece.of(text)):
            continue
        for link in range(number + 1, min(number + 1 + _MOST_LINKS, len(pieces))):
            words = pieces[link].of(text)
            if words.isdigit() and pieces[link].guess is None:
                # Which of the links is shown, between the buttons that turn to others.
                settled[link] = pieces[link].guessed(PassageKind.CLUTTER, 0.8)
            if settled[link].is_a(PassageKind.CLUTTER):
                continue
            if pieces[link].guess is not None or pieces[link].tabular or ends_sentence(words):
                break
            if len(words.split()) not in _WORDS_OF_A_LINK or not is_capital(words):
                break
            settled[link] = pieces[link].guessed(PassageKind.PROMO, 0.85)
    return settled


def _twice(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Make a line promo that stands elsewhere as one: a link that a page repeats."""
    promos = {_folded(p.of(text)) for p in pieces if p.is_a(PassageKind.PROMO)}
    return [
        piece.guessed(PassageKind.PROMO, 0.8)
        if piece.guess is None and number and _folded(piece.of(text)) in promos
        else piece
        for number, piece in enumerate(pieces)
    ]


def _folded(words: str) -> str:
    return collapsed(words).casefold()


def _named_bylines(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Make a bare name above a page's line of date a byline; two words under `by` as well."""
    settled = list(pieces)
    for number, piece in enumerate(pieces[:-1]):
        words = piece.of(text)
        if piece.guess is not None:
            continue
        if (
            not are_more(words, _NAMES)
            and bylines.are_writers(words)
            and not (number and pieces[number - 1].is_a(PassageKind.CONTACT))
            and _of_a_writer(text, pieces[number + 1])
        ):
            settled[number] = piece.guessed(PassageKind.BYLINE, 0.8)
        elif words.casefold() == "by":
            settled[number] = piece.guessed(PassageKind.BYLINE, 0.6)
    return settled


def _above_pictures(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Make a bare name above a picture's credit a byline, where it stands next below the headline."""
    settled = list(pieces)
    for number in range(1, len(pieces) - 1):
        piece, above = pieces[number], pieces[number - 1]
        if piece.is_a(PassageKind.BYLINE) or _open_prose(text, pieces, number):
            break
        words = piece.of(text)
        titled = above.guess is None and len(above.of(text).split()) > _NAMES
        if (
            piece.guess is None
            and titled
            and pieces[number + 1].is_a(PassageKind.CAPTION)
            and bylines.are_writers(words)
        ):
            settled[number] = piece.guessed(PassageKind.BYLINE, 0.7)
            break
    return settled


def _of_a_writer(text: str, piece: Piece) -> bool:
    """Tell whether a piece may follow a writer's name: the day, a post, an address."""
    words = heard(piece.of(text))
    post = piece.guess is None and bylines.is_title_line(words)
    written = piece.is_a(PassageKind.CONTACT) and "@" in words and " " not in words
    return post or written or piece.is_a(PassageKind.HEADER) or words.startswith("@")


def _offers(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Make a line clutter that offers something beside other clutter.

    A sentence must offer more, and stand in no quotation.
    """
    settled = list(pieces)
    for number, piece in enumerate(pieces):
        words = piece.of(text)
        beside = (*pieces[max(0, number - 1) : number], *pieces[number + 1 : number + 2])
        if piece.guess is not None:
            continue
        needed = _OFFERED
        if ends_sentence(words):
            needed = _OFFERED_IN_A_SENTENCE
            if reports.is_report(words) or any(mark in words for mark in _QUOTATION_MARKS):
                continue
        if not any(other.is_a(PassageKind.CLUTTER) for other in beside):
            continue
        if reports.speaks_to_readers(words) > needed and len(words.split()) in _WORDS_OF_A_TITLE:
            settled[number] = piece.guessed(PassageKind.CLUTTER, 0.75)
    return settled


def _outlets(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Make the name or the address of an outlet, alone above the story, clutter."""
    settled = list(pieces)
    for number, piece in enumerate(pieces):
        if _open_prose(text, pieces, number):
            break
        under_a_name = number > 0 and pieces[number - 1].is_a(PassageKind.BYLINE)
        if piece.guess is None and not under_a_name and is_outlet(heard(piece.of(text))):
            settled[number] = piece.guessed(PassageKind.CLUTTER, 0.75)
    return settled


def is_outlet(words: str) -> bool:
    """Tell whether a line is nothing but the name of a paper, a broadcaster or a site."""
    folded = words.casefold().strip(" |-–—")
    if folded in AGENCY_OF_CREDIT or folded in COLLECTIVE_BYLINES:
        return False  # under a headline that is the byline
    if folded in OUTLETS or _DOMAIN.match(folded):
        return True
    tokens = folded.split()
    named = 2 <= len(tokens) <= _LONGEST_OUTLET and all(map(is_capital, words.split()))
    return named and tokens[0] == "the" and tokens[-1] in OUTLET_NOUNS and not is_caps(words)


def _pleas(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Make sentences clutter that ask readers for a subscription, below the story."""
    settled = list(pieces)
    for number in range(len(pieces) - 1, -1, -1):
        piece = pieces[number]
        if piece.guess is not None:
            continue
        if not _is_plea(piece.of(text)):
            break
        settled[number] = piece.guessed(PassageKind.CLUTTER, 0.8)
    return settled


def _is_plea(words: str) -> bool:
    """Tell whether a sentence without a quotation speaks of what a page's readers may give."""
    if first_within(words, _QUOTATION_MARKS) is not None or are_more(words, _LONGEST_PLEA):
        return False
    folded = words.casefold()
    return len({plea for plea in PLEAS if plea in folded}) >= _FEWEST_PLEAS
