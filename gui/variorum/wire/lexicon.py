"""Read the wire room's words from `resources/lexicons/wire`, once, when the room is imported.

Words are data: a new agency, month or phrase is a line in a file, not a change of code.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from variorum.assets import lexicon
from variorum.text import LineageKind, PassageKind
from variorum.wire.words import Openings


def _load(name: str) -> Mapping[str, Any]:
    return lexicon(f"wire/{name}.toml")


def _words(table: Mapping[str, Any], key: str) -> Openings:
    return Openings(str(word).casefold() for word in table[key])


@dataclass(frozen=True, slots=True)
class Agency:
    """Name an agency with the forms in which desks print it."""

    name: str
    credits: tuple[str, ...]
    domains: tuple[str, ...]
    holders: tuple[str, ...]


def _agencies() -> tuple[Agency, ...]:
    return tuple(
        Agency(row["name"], _words(row, "credits"), _words(row, "domains"), _words(row, "holders"))
        for row in _load("agencies")["agency"]
    )


AGENCIES = _agencies()
AGENCY_OF_CREDIT = {credit: agency for agency in AGENCIES for credit in agency.credits}
AGENCY_OF_DOMAIN = {domain: agency for agency in AGENCIES for domain in agency.domains}
AGENCY_OF_HOLDER = {holder: agency for agency in AGENCIES for holder in agency.holders}

_MONTHS = _load("months")
MONTH_OF_NAME = {
    str(name).casefold(): number
    for number, names in enumerate(_MONTHS["names"], start=1)
    for name in names
}
ENGLISH_MONTHS = {name: number for number, name in enumerate(_words(_MONTHS, "english"), start=1)}
WEEKDAYS = frozenset(_words(_MONTHS, "weekdays"))

_PLACES = _load("places")
CITIES = frozenset(_words(_PLACES, "alone"))
REGIONS = frozenset(_words(_PLACES, "regions"))
NO_PLACES = frozenset(_words(_PLACES, "never"))
BEFORE_DATES = frozenset(_words(_PLACES, "before_dates"))
PLACE_PARTICLES = frozenset(_words(_PLACES, "particles"))

_CREDITS = _load("credits")
CREDIT_ROLES = _words(_CREDITS, "roles")
CREDIT_LINKERS = _words(_CREDITS, "linkers")
CREDITS_WITHIN = _words(_CREDITS, "within")
CREDIT_POSTS = frozenset(_words(_CREDITS, "posts"))
CREDIT_WRITERS = frozenset(_words(_CREDITS, "writers"))
CREDIT_OPENINGS = _words(_CREDITS, "openings")
CREDIT_SOURCES = frozenset(_words(_CREDITS, "sources"))
CREDIT_HOUSES = frozenset(_words(_CREDITS, "houses"))
CREDIT_WITH = frozenset(_words(_CREDITS, "with"))
CONTRIBUTED = _words(_CREDITS, "contributed")

_ADVISORIES = _load("advisories")
CORRECTING_VERBS = frozenset(_words(_ADVISORIES, "correcting"))
SOFT_VERBS = frozenset(_words(_ADVISORIES, "soft"))
BRINGING_VERBS = frozenset(_words(_ADVISORIES, "bringing"))
CORRECTED_FACTS = frozenset(_words(_ADVISORIES, "facts"))
STORY_PLACES = frozenset(_words(_ADVISORIES, "places"))
STORY_SUBJECTS = _words(_ADVISORIES, "subjects")
CORRECTING_DEEDS = frozenset(_words(_ADVISORIES, "deeds"))
ADVISORY_OPENINGS = _words(_ADVISORIES, "openings")
WALLS = _words(_ADVISORIES, "walls")
WITHDRAWN_OPENINGS = _words(_ADVISORIES, "withdrawn")

_BYLINES = _load("bylines")
BYLINE_OPENINGS = _words(_BYLINES, "openings")
BYLINE_JOINS = frozenset(_words(_BYLINES, "joins"))
NAME_PARTICLES = frozenset(_words(_BYLINES, "particles"))
BYLINE_TITLES = frozenset(_words(_BYLINES, "titles"))
BYLINE_UNNAMED = _words(_BYLINES, "unnamed")
BYLINE_WHOSE = frozenset(_words(_BYLINES, "whose"))
COLLECTIVE_BYLINES = frozenset(_words(_BYLINES, "collective"))

_TAILS = _load("tails")
CONTACT_OPENINGS = _words(_TAILS, "contacts")
CONTACT_ASKING = frozenset(_words(_TAILS, "asking"))
CONTACT_HEADS = frozenset(_words(_TAILS, "heads"))
ABOUT_HEADS = frozenset(_words(_TAILS, "about"))
CONTACT_TOPICS = frozenset(_words(_TAILS, "topics"))
END_MARKS = frozenset(_words(_TAILS, "end_marks"))
DISCLAIMERS = _words(_TAILS, "disclaimers")
OWN_VIEWS = _words(_TAILS, "own_views")
RIGHTS = _words(_TAILS, "rights")
RIGHTS_OPENINGS = _words(_TAILS, "rights_openings")

_HEADLINES = _load("headlines")
GENRE_TAGS = _words(_HEADLINES, "genre")
SECTIONS = frozenset(_words(_HEADLINES, "sections"))
TELLING_TAGS = frozenset(_words(_HEADLINES, "telling"))
JOINED_TAGS = frozenset(_words(_HEADLINES, "joined"))

_LINEAGE = _load("lineage")


def _by_lineage(table: str) -> dict[LineageKind, Openings]:
    return {LineageKind(kind): _words(_LINEAGE[table], kind) for kind in _LINEAGE[table]}


LINEAGE_TAG_KINDS = {word: kind for kind, words in _by_lineage("tags").items() for word in words}
LINEAGE_HYPHENED = frozenset(_words(_LINEAGE["hyphened"], "words"))
LINEAGE_ORDINARY = frozenset(_words(_LINEAGE["ordinary"], "words"))
LINEAGE_NOTES = {word: kind for kind, words in _by_lineage("notes").items() for word in words}
LINEAGE_NOTICES = _by_lineage("notices")

_HEADERS = _load("headers")
HEADER_KEYS = _words(_HEADERS, "keys")
HEADER_KEYWORDS = _words(_HEADERS, "keywords")
HEADER_STAMPS = _words(_HEADERS, "stamps")
STAMP_WORDS = frozenset(_words(_HEADERS, "small"))

RECORD_LABELS = {
    word: PassageKind(kind)
    for kind in _HEADERS["record"]
    for word in _words(_HEADERS["record"], kind)
}
RECORD_SIGNS = frozenset(_words(_HEADERS["databases"], "signs"))
RECORD_CODES = {
    str(code): PassageKind(kind) for kind, codes in _HEADERS["codes"].items() for code in codes
}

MAIL_LABELS = frozenset(_words(_HEADERS["mail"], "labels"))
MAIL_RULES = frozenset(_words(_HEADERS["mail"], "rules"))

_RELEASES = _load("releases")
RELEASE_CREDITS = frozenset(_words(_RELEASES, "credits"))
RELEASE_HEADS = frozenset(_words(_RELEASES, "heads"))
RELEASE_SIGNED = _words(_RELEASES, "signed")

_PROMOS = _load("promos")
PROMO_CUES = _words(_PROMOS, "cues")
PROMO_HEADS = frozenset(_words(_PROMOS, "heads"))
TITLE_SMALL_WORDS = frozenset(_words(_PROMOS, "small"))

_CLUTTER = _load("clutter")
CLUTTER_LINES = frozenset(_words(_CLUTTER, "lines"))
CLUTTER_NETWORKS = frozenset(_words(_CLUTTER, "networks"))
CLUTTER_TRAILS = frozenset(_words(_CLUTTER, "trails"))
CLUTTER_MENUS = frozenset(_words(_CLUTTER, "menus")) | SECTIONS | CLUTTER_TRAILS
CLUTTER_OPENINGS = _words(_CLUTTER, "openings")
CLUTTER_REQUESTS = _words(_CLUTTER, "requests")
FOOT_HEADS = frozenset(_words(_CLUTTER, "foot"))
FOOT_TALK = frozenset(_words(_CLUTTER, "talk"))
PLEAS = _words(_CLUTTER, "pleas")

_OUTLETS = _load("outlets")
OUTLETS = frozenset(_words(_OUTLETS, "names"))
OUTLET_NOUNS = frozenset(_words(_OUTLETS, "nouns"))

_CAPTIONS = _load("captions")
CAPTION_OPENINGS = _words(_CAPTIONS, "openings")
CAPTION_TOPICS = frozenset(_words(_CAPTIONS, "topics"))
PHOTO_AGENCIES = frozenset(_words(_CAPTIONS, "agencies"))
CAPTION_CREDITS = _words(_CAPTIONS, "credits")
CAPTION_MARKS = _words(_CAPTIONS, "marks")
CAPTION_GALLERY = _words(_CAPTIONS, "gallery")
CAPTION_SIDES = _words(_CAPTIONS, "sides")
CAPTION_SCENES = frozenset(_words(_CAPTIONS, "scenes"))
CAPTION_POSITIONS = _words(_CAPTIONS, "positions")

_REPORTS = _load("reports")
SAYING = frozenset(_words(_REPORTS, "said"))
INVERTED_SAYING = frozenset(_words(_REPORTS, "inverted"))
UNSAID = frozenset(_words(_REPORTS, "unsaid"))
FAULTY_SAYING = frozenset(_words(_REPORTS, "faulty"))
PAGE_WORDS = frozenset(_words(_REPORTS, "page"))
PAGE_PERSONS = frozenset(_words(_REPORTS, "persons"))
NOTED_MATTERS = frozenset(_words(_REPORTS, "noted"))
NOTED_MEDIA = frozenset(_words(_REPORTS, "media"))
FINITE_VERBS = frozenset(_words(_REPORTS, "finite"))
PAST_FORMS = frozenset(_words(_REPORTS, "past"))
SUBORDINATORS = frozenset(_words(_REPORTS, "subordinators"))
SUBJECTS = frozenset(_words(_REPORTS, "subjects"))
DETERMINERS = frozenset(_words(_REPORTS, "determiners"))
PICTURED = frozenset(_words(_REPORTS, "pictured"))
CREDITED_SOURCES = frozenset(_words(_REPORTS, "credited"))
LABEL_PROOFS = _words(_REPORTS, "proofs")

STOP_WORDS = {code: frozenset(str(words).split()) for code, words in _load("languages").items()}
"""By the code of a language."""
SMALL_WORDS = frozenset(word for words in STOP_WORDS.values() for word in words)
