"""Recognise bylines: after an opening word, of an agency, with a title, glued or damaged."""

from variorum.text import PassageKind
from variorum.wire.lexicon import (
    AGENCY_OF_CREDIT,
    BYLINE_JOINS,
    BYLINE_OPENINGS,
    BYLINE_TITLES,
    BYLINE_UNNAMED,
    BYLINE_WHOSE,
    COLLECTIVE_BYLINES,
    NAME_PARTICLES,
    OUTLET_NOUNS,
    OUTLETS,
    SECTIONS,
)
from variorum.wire.pieces import Guess
from variorum.wire.words import bare, ends_sentence, is_capital, is_caps, opens_with

OPENED_IN_ANOTHER_LANGUAGE = 0.8
"""How sure a byline is that does not open with `By`."""
_LONGEST = 28
_LONGEST_OF_A_PAGE = 120
"""Code points."""
_WORDS_OF_AN_OUTLET = 2
_LONGEST_STAFF = 10
_LONGEST_STAFF_ABROAD = 5
"""Words; of an opening that is a preposition too, a line may be any phrase."""
_LONGEST_UNSIGNED = 8
_LONGEST_UNNAMED = 48
"""Code points."""
_STAFF = frozenset({"staff", "agency", "special correspondent", "correspondents"})
_HOUSES = frozenset(
    {"university", "institute", "college", "school", "universität", "université", "universidad"}
)
_WORDS_OF_A_HOUSE = 8
_DESKS = frozenset(
    {"network", "desk", "bureau", "service", "agency", "team", "staff", "agencies", "magazine"}
    | {"radio", "television", "tv", "online", "blog", "media", "group", "university", "institute"}
)
_MOST_NAMES = 5
_BUTTONS = frozenset({"follow", "share", "bio", "print", "save", "comment", "comments"})


def kind_of(words: str) -> Guess | None:
    """Return byline for a line that opens like one and holds names, None for anything else."""
    line = words.rstrip(" =+")
    if (
        line[:2] in {"- ", "– ", "— "}
        and line[2:3].islower()
        and not words.endswith((" -", " –", " —"))
    ):
        line = line[1:].lstrip()
    if len(line) <= _LONGEST_UNNAMED and opens_with(line.strip("(). "), BYLINE_UNNAMED):
        return Guess(PassageKind.BYLINE, 0.9)
    opening = opens_with(line, BYLINE_OPENINGS)
    if opening is None or len(line) > 240:
        return None
    tokens = line[len(opening) :].split()
    if not 1 <= len(tokens) <= _LONGEST or (ends_sentence(line) and not _is_abbreviated(line)):
        return None
    if _is_of_a_staff(opening, tokens):
        return Guess(PassageKind.BYLINE, 0.9)
    if tokens[0].casefold() == "the" and not _is_a_house(tokens):
        return None
    if not _is_name(tokens[0]) and bare(tokens[0]).casefold() not in COLLECTIVE_BYLINES:
        folded = " ".join(tokens).casefold()
        return Guess(PassageKind.BYLINE, 0.9) if folded in COLLECTIVE_BYLINES else None
    if all(_may_stand(token) for token in tokens) or _names_a_post(line[len(opening) :]):
        return Guess(
            PassageKind.BYLINE,
            0.95 if "by" in opening.split() or _has_agency(line) else OPENED_IN_ANOTHER_LANGUAGE,
        )
    return None


def is_surely_one(words: str) -> bool:
    """Tell whether a short line is a byline that opens with `By`, or names its agency."""
    guess = kind_of(words) if len(words) <= _LONGEST_OF_A_PAGE else None
    return guess is not None and guess.confidence > OPENED_IN_ANOTHER_LANGUAGE


def _is_a_house(tokens: list[str]) -> bool:
    """Tell whether `the` opens the name of an agency or of a paper: `By the numbers` is none."""
    core = [bare(token).casefold() for token in tokens]
    known = any(" ".join(core[:n]) in AGENCY_OF_CREDIT for n in range(2, 5))
    known = known or any(" ".join(core[:n]) in COLLECTIVE_BYLINES for n in range(2, 5))
    return known or not (BYLINE_TITLES | {"staff"}).isdisjoint(core)


def _is_of_a_staff(opening: str, tokens: list[str]) -> bool:
    """Tell whether a line is signed by people without names: By our maritime staff and an agency."""
    core = [bare(token).casefold() for token in tokens]
    return (
        core[0] in BYLINE_WHOSE
        and (opening.endswith("by") or len(core) <= _LONGEST_STAFF_ABROAD)
        and len(core) <= _LONGEST_STAFF
        and not (BYLINE_TITLES | COLLECTIVE_BYLINES).isdisjoint(core[1:4])
    )


def is_title_line(words: str) -> bool:
    """Tell whether a short line under a byline says who the writer is or works for."""
    tokens = [bare(token).casefold() for token in words.rstrip(" =").split()]
    if not 1 <= len(tokens) <= 7 or ends_sentence(words):
        return False
    joined = " ".join(tokens)
    if tokens[-1] in BYLINE_TITLES or joined in AGENCY_OF_CREDIT or joined in COLLECTIVE_BYLINES:
        return True
    paper = tokens[-1] in OUTLET_NOUNS and len(tokens) > 1 and not is_caps(words)
    paper = paper and not SECTIONS.issuperset(tokens)
    return joined in OUTLETS or (paper and all(map(is_capital, words.split())))


def names_an_outlet(words: str) -> bool:
    """Tell whether a line is the name of a paper that is known, or two words that are called so."""
    tokens = [bare(token).casefold() for token in words.removeprefix("The ").split()]
    joined = " ".join(tokens)
    if joined in OUTLETS or joined in AGENCY_OF_CREDIT:
        return True
    called = len(tokens) == _WORDS_OF_AN_OUTLET and tokens[-1] in OUTLET_NOUNS
    return called and not SECTIONS.issuperset(tokens) and all(map(is_capital, words.split()))


def is_unsigned(words: str) -> bool:
    """Tell whether a line names no person but a staff or agencies, and perhaps where they are."""
    opening = opens_with(words, BYLINE_OPENINGS) or ""
    who, _, where = words[len(opening) :].strip().partition(" in ")
    parts = who.casefold().replace("&", " and ").replace(",", " and ").split(" and ")
    names = [part.strip() for part in parts if part.strip()]
    return (
        bool(names)
        and len(words.split()) <= _LONGEST_UNSIGNED
        and words[0].isupper()
        and all(
            name in COLLECTIVE_BYLINES or name in AGENCY_OF_CREDIT or name in _STAFF
            for name in names
        )
        and all(is_capital(word) or word in NAME_PARTICLES for word in where.split())
    )


def names_somebody(words: str) -> bool:
    """Tell whether a byline opens as one does and names a person."""
    return opens_with(words, BYLINE_OPENINGS) is not None and not is_unsigned(words)


def without_opening(words: str) -> str:
    """Return a byline as fields hold it: the names alone."""
    return words[len(opens_with(words, BYLINE_OPENINGS) or "") :].strip()


def is_bare_name(words: str) -> bool:
    """Tell whether a line is two to four words of a name: a byline that lost its `By`."""
    tokens = words.split()
    if not 2 <= len(tokens) <= 4 or ends_sentence(words) or is_caps(words):
        return False
    if (
        not words[0].isalpha()
        or "/" in tokens[0]
        or any(token[-1] in ",;•·|" or token[0] in "([" for token in tokens)
    ):
        return False
    if not {bare(token).casefold() for token in tokens}.isdisjoint(_BUTTONS):
        return False
    return all(_is_name(token) or token.casefold() in NAME_PARTICLES for token in tokens)


def are_bare_names(words: str) -> bool:
    """Tell whether a line is one bare name, or several between commas and `and`."""
    names = words.replace(" and ", ", ").replace(" & ", ", ").split(", ")
    return len(names) <= _MOST_NAMES and all(map(is_bare_name, names))


def are_writers(words: str) -> bool:
    """Tell whether names before a page's day are those of people, not of a desk or a section."""
    last = bare(words.rsplit(maxsplit=1)[-1]).casefold() if words else ""
    return (
        bool(words)
        and are_bare_names(words)
        and last not in OUTLET_NOUNS | _DESKS
        and SECTIONS.isdisjoint(words.casefold().split())
    )


def is_of_a_house(words: str) -> bool:
    """Tell whether a line is a writer's bare name, a comma, and the house or the post."""
    name, comma, house = words.partition(", ")
    tokens = house.split()
    if not comma or not is_bare_name(name) or not 1 <= len(tokens) <= _WORDS_OF_A_HOUSE:
        return False
    core = [bare(token).casefold() for token in tokens]
    known = house.casefold() in AGENCY_OF_CREDIT or core[-1] in BYLINE_TITLES | OUTLET_NOUNS
    return known or not _HOUSES.isdisjoint(core)


def holds_names(words: str) -> bool:
    """Tell whether words are names and what may stand between and behind them."""
    return bool(words) and all(_may_stand(token) for token in words.split())


def _has_agency(line: str) -> bool:
    """Tell whether a comma and an agency close a line."""
    _, comma, last = line.rpartition(",")
    return bool(comma) and last.strip().casefold() in AGENCY_OF_CREDIT


def _names_a_post(words: str) -> bool:
    """Tell whether a name of two words or more is followed by a comma and the writer's post."""
    name, comma, post = words.partition(",")
    tokens = name.split()
    return (
        bool(comma)
        and 2 <= len(tokens) <= 5
        and len(post.split()) <= 8
        and all(map(_may_stand, tokens))
    )


def _is_name(token: str) -> bool:
    """Tell whether a word can be part of a person's name."""
    core = bare(token)
    return (
        bool(core)
        and not any(character.isdigit() for character in core)
        and (core[0].isupper() or not (core[0].islower() or core[0].isupper()))
    )


def _may_stand(token: str) -> bool:
    """Tell whether a word may stand in a byline: names, joins, particles, titles."""
    core = bare(token).casefold()
    return (
        not core
        or _is_name(token)
        or core in BYLINE_JOINS
        or core in NAME_PARTICLES
        or core in BYLINE_TITLES
        or core in AGENCY_OF_CREDIT
        or "@" in token
    )


def _is_abbreviated(line: str) -> bool:
    """Tell whether a line's last point belongs to a short form: Jr., Inc., U.S."""
    last = line.rstrip().rsplit(maxsplit=1)[-1]
    return last.count(".") > 1 or last.casefold() in {"jr.", "sr.", "inc.", "st.", "ph.d."}
