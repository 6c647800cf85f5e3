"""Read how copy is signed below its last sentence: the agency, initials of desks, press contacts.

Every rule here rests on the place: nothing of the story follows.
"""

from collections.abc import Sequence
from dataclasses import replace

from variorum.text import PassageKind
from variorum.wire import bylines, codes
from variorum.wire.lexicon import (
    ABOUT_HEADS,
    AGENCY_OF_CREDIT,
    COLLECTIVE_BYLINES,
    CONTACT_HEADS,
    CREDIT_HOUSES,
    CREDIT_SOURCES,
    SMALL_WORDS,
)
from variorum.wire.patterns import pattern
from variorum.wire.pieces import Piece
from variorum.wire.tails import EMAIL
from variorum.wire.words import bare, ends_sentence, heard, is_capital, is_running, same_line

_AROUND_A_CREDIT = "() \n.=-–—/©"
_BEFORE_A_CREDIT = " \n(=-–—/©"
_LETTERS_OF_INITIALS = range(2, 5)
_MOST_INITIALS = 6
_MOST_UNDIVIDED = 3
"""Initials with nothing but spaces between them."""
_WORDS_OF_A_CONTACT = 8
_WORDS_OF_A_LABEL = 3
_LONGEST_SIGNATURE = 40
_DASHES = "-–—"
_CLOSING_QUOTES = "\"'”’»“"
_WORDS_OF_A_SIGNATURE = 3
_SITE = pattern(r"[a-z0-9-]{2,30}\.[a-z0-9.-]{1,40}[a-z]$")
_FEWEST_ABOUT = 4
_MOST_ABOUT = 45
_QUOTES = '"“”«»„'
_OF_A_WRITER = frozenset(
    {"is", "are", "covers", "writes", "reports", "leads", "joined", "can", "column", "columns"}
)
"""What a line about its writer says of them, in the present."""
_SAID_OF_MANY = frozenset({"is", "are", "can", "leads", "joined"})
"""Of these verbs the ones that a story has of its persons; behind a surname they prove nothing."""
_WORDS_OF_A_SOURCE = 4
_WORDS_OF_A_NAME = 7
_DIVIDERS = str.maketrans("- .\\", "////")


def label(
    text: str, pieces: Sequence[Piece], *, credit: str | None, byline: str | None
) -> list[Piece]:
    """Return the pieces with those that sign the story decided; `credit` is the dateline's."""
    signed = _contacts(text, pieces)
    for number in range(len(signed) - 1, -1, -1):
        piece = signed[number]
        if piece.guess is not None:
            if credit and not number and piece.is_a(PassageKind.PARAGRAPH):
                signed[:1] = _without_credit(text, piece, credit)
            continue
        words = heard(piece.of(text))
        if credit and same_line(words.strip(_AROUND_A_CREDIT), credit):
            signed[number] = piece.guessed(PassageKind.CREDIT, 0.9)
        elif number and (
            _are_initials(words, credit, above=signed[number - 1].of(text))
            or _is_signature(words)
            or _closes(words, above=signed[number - 1].of(text).rstrip())
            or codes.is_desk_line(words, credit=credit)
            or (byline and _is_named_again(words, byline))
            or (_is_shouted(words) and signed[number - 1].is_a(PassageKind.CREDIT))
        ):
            signed[number] = piece.guessed(PassageKind.CREDIT, 0.75)
        elif number and words.casefold().strip(" :") in ABOUT_HEADS:
            signed[number] = piece.guessed(PassageKind.CLUTTER, 0.75)
        elif number and byline and _is_about(words, byline):
            reached = EMAIL.search(words) is not None or " @" in words
            kind = PassageKind.CONTACT if reached else PassageKind.CREDIT
            signed[number] = piece.guessed(kind, 0.8)
        else:
            if credit:
                signed[number : number + 1] = _without_credit(text, piece, credit)
            break
    return signed


def _without_credit(text: str, piece: Piece, credit: str) -> list[Piece]:
    """Return the last paragraph, and what signs it behind its last sentence.

    It is the dateline's credit once more, perhaps with the initials of those who made the copy.
    """
    words = piece.of(text)
    printed = words.rstrip(_AROUND_A_CREDIT)
    place = printed.rfind(credit, max(0, len(printed) - _LONGEST_SIGNATURE))
    story = printed[: max(0, place)].rstrip(_BEFORE_A_CREDIT)
    initials = printed[place + len(credit) :].replace("/", " ").split()
    if place < 0 or not ends_sentence(story) or (initials and not _sign(words, initials)):
        return [piece]
    between = printed[len(story) : place]
    if not between[:1].isspace() and "(" not in between:
        return [piece]
    end = piece.start + len(story)
    start = piece.end - len(text[end : piece.end].lstrip())
    sign = Piece(start, piece.end).guessed(PassageKind.CREDIT, 0.9)
    return [replace(piece, end=end), sign]


def _sign(words: str, initials: Sequence[str]) -> bool:
    """Tell whether what follows an agency's name at the end of words is initials, not a sentence."""
    return (
        len(initials) <= _MOST_INITIALS
        and not ends_sentence(words)
        and all(part.isalpha() and len(part) in _LETTERS_OF_INITIALS for part in initials)
        and (" ".join(initials).islower() or " ".join(initials).isupper())
        and SMALL_WORDS.isdisjoint(initials)
    )


def _are_initials(words: str, credit: str | None, *, above: str) -> bool:
    """Tell whether a line is nothing but the initials of those who made the copy.

    Signs must divide them, or the agency stand before them, or they must be no words at all, and
    no items of a list.
    """
    parts = words.strip("()[]").translate(_DIVIDERS).split("/")
    parts = [part for part in parts if part]
    if not 1 <= len(parts) <= _MOST_INITIALS or not all(part.isalpha() for part in parts):
        return False
    opened = bool(credit) and same_line(parts[0], credit or "")
    opened = opened or (words[0] == "(" and parts[0].casefold() in AGENCY_OF_CREDIT)
    initials = parts[1:] if opened else parts
    while opened and len(initials) > 1 and initials[0].casefold() in AGENCY_OF_CREDIT:
        initials = initials[1:]
    if not all(len(part) in _LETTERS_OF_INITIALS for part in initials):
        return False
    cases = (str.islower, str.isupper, str.istitle)
    if not initials or not any(all(map(case, initials)) for case in cases):
        return False
    divided = len(initials) > 1 and ("/" in words or ("." in words[:-1] and initials[0].islower()))
    divided = divided or (len(initials) > 1 and "-" in words and initials[0].isupper())
    listed = len(above.split()) == len(initials) and above.islower() and not ends_sentence(above)
    plain = len(initials) <= _MOST_UNDIVIDED and initials[0].islower() and not listed
    return opened or divided or (plain and SMALL_WORDS.isdisjoint(initials))


def _is_shouted(words: str) -> bool:
    """Tell whether a line is initials in capitals, without a sign that says so."""
    return words.isalpha() and words.isupper() and len(words) in _LETTERS_OF_INITIALS


def _is_signature(words: str) -> bool:
    """Tell whether a line is a name and an agency that a slash joins, or an agency and its place."""
    if words[0] in "(（" and words[-1] in ")）":
        guess = bylines.kind_of(words.strip("()（） ."))
        return guess is not None and guess.confidence > bylines.OPENED_IN_ANOTHER_LANGUAGE
    if len(words) > _LONGEST_SIGNATURE:
        return False
    if words[0] in _DASHES and _SITE.match(words.lstrip(_DASHES + " ")):
        return True
    if _is_joined(words) or _is_sourced(words):
        return True
    agency, comma, place = words.removeprefix("The ").partition(", ")
    if not comma and agency.casefold() in AGENCY_OF_CREDIT:
        return words[0].isupper() and " " in words
    if not comma:
        return False
    if place.casefold() in COLLECTIVE_BYLINES or place.casefold() in AGENCY_OF_CREDIT:
        return bylines.is_bare_name(agency)
    named = agency.isupper() and agency.casefold() in AGENCY_OF_CREDIT
    return named and len(place.split()) <= _WORDS_OF_A_LABEL and all(map(is_capital, place.split()))


def _closes(words: str, *, above: str) -> bool:
    """Tell whether a line below a whole sentence says whose copy it is.

    It names an agency, a staff or a paper; or, behind a dash, anybody: -- Northline. Below what
    was said it is the speaker, below another line with a dash an item of a list.
    """
    if not ends_sentence(above) or len(words) > _LONGEST_SIGNATURE:
        return False
    name = words.lstrip(_DASHES + " ")
    if name == words:
        return is_capital(words) and (_is_agency(words) or bylines.is_title_line(words))
    if not name or above[0] in _DASHES or above[-1] in _CLOSING_QUOTES:
        return False
    if bylines.kind_of(name) is not None:
        return True
    who, _, rest = name.replace(" in ", ", ").partition(", ")
    if rest:
        return bylines.are_bare_names(who) and all(map(is_capital, rest.split()))
    return len(name.split()) <= _WORDS_OF_A_SIGNATURE and bylines.holds_names(name)


def _is_agency(words: str) -> bool:
    """Tell whether words are a known agency, or call themselves one."""
    if words.casefold() in AGENCY_OF_CREDIT:
        return True
    tokens = words.split()
    return tokens[-1].casefold() in CREDIT_HOUSES and all(map(is_capital, tokens))


def _is_joined(words: str) -> bool:
    """Tell whether slashes join an agency and names, whichever stands first."""
    parts = words.strip("()").split("/")
    for agency, names in ((parts[-1], parts[:-1]), (parts[0], parts[1:])):
        if names and agency.casefold() in AGENCY_OF_CREDIT:
            return all(map(bylines.is_bare_name, names))
    return False


def _is_sourced(words: str) -> bool:
    """Tell whether a line is a word for source, a colon and a short name: Quelle: N.P."""
    label, colon, source = words.partition(":")
    tokens = source.split()
    named = 1 <= len(tokens) <= _WORDS_OF_A_SOURCE and all(map(is_capital, tokens))
    return bool(colon) and label.casefold().strip() in CREDIT_SOURCES and named


def _is_named_again(words: str, byline: str) -> bool:
    """Tell whether a line is the byline's names once more, with nothing of a sentence."""
    tokens = words.split()
    if not 2 <= len(tokens) <= _WORDS_OF_A_NAME or (ends_sentence(words) and words[-1] != ")"):
        return False
    signed = {bare(word).casefold() for word in byline.split()}
    names = words.partition("(")[0].split()
    return len(names) >= 2 and all(bare(name).casefold() in signed for name in names)


def _is_about(words: str, byline: str) -> bool:
    """Tell whether a line says who its writer is: Ann Lee is a reporter for the Northline Post."""
    tokens = words.split()
    if not _FEWEST_ABOUT <= len(tokens) <= _MOST_ABOUT or any(c in words for c in _QUOTES):
        return False
    signed = {bare(word).casefold() for word in byline.split()}
    name = [_whose(word) for word in tokens[:2]]
    if signed.issuperset(name):
        return not _OF_A_WRITER.isdisjoint(tokens[2:5])
    surname = bare(byline.rsplit(maxsplit=1)[-1]).casefold()
    return name[0] == surname and tokens[1] in _OF_A_WRITER and tokens[1] not in _SAID_OF_MANY


def _whose(word: str) -> str:
    """Return a name in small letters, without the sign of what belongs to its bearer."""
    return bare(word).casefold().removesuffix("'s").removesuffix("’s")


def _contacts(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with names and firms made contacts among the addresses of a release."""
    settled = list(pieces)
    backwards = range(len(pieces) - 1, -1, -1)
    last = next((n for n in backwards if _is_prose(text, pieces[n])), len(pieces))
    below = range(last + 1, len(pieces))
    addresses = [n for n in below if pieces[n].is_a(PassageKind.CONTACT)]
    heads = [n for n in below if pieces[n].of(text).casefold().strip(" :") in CONTACT_HEADS]
    if not addresses or not (heads or len(addresses) > 1):
        return settled
    for number in range(min(addresses + heads), max(addresses) + 1):
        words = pieces[number].of(text)
        if pieces[number].guess is None and len(words.split()) <= _WORDS_OF_A_CONTACT:
            settled[number] = pieces[number].guessed(PassageKind.CONTACT, 0.7)
    for number in range(max(addresses) + 1, len(pieces)):
        # Of several editors some are named without their addresses.
        if pieces[number].guess is not None or not bylines.are_bare_names(pieces[number].of(text)):
            break
        settled[number] = pieces[number].guessed(PassageKind.CONTACT, 0.7)
    return settled


def _is_prose(text: str, piece: Piece) -> bool:
    is_story = piece.guess is None or piece.is_a(PassageKind.PARAGRAPH)
    words = piece.of(text) if is_story else ""
    return is_running(words, most=_WORDS_OF_A_LABEL)
