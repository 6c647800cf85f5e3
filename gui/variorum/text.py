"""The values that every room knows: spans, passages, datelines, articles.

Offsets are code points into `Article.text`, half-open. Nothing here is ever changed
after it is made, and nothing here knows files, Qt or SQLite.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

Moment = dt.date | dt.datetime
"""A day, or an instant with its zone."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Mark a stretch of a text by code points, half-open."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """Stay true when empty: an empty span still marks a place."""
        return True

    def of(self, text: str) -> str:
        """Return the words that stand here in a text."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Tell whether another span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> "Span":
        """Return the span moved by a number of code points."""
        return Span(self.start + by, self.end + by)


class PassageKind(StrEnum):
    """Say what a passage is; see the table of words in the manual."""

    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    TABLE = "table"
    HEADER = "header"
    SLUGLINE = "slugline"
    BYLINE = "byline"
    ADVISORY = "advisory"
    CORRECTION = "correction"
    CREDIT = "credit"
    CONTACT = "contact"
    COPYRIGHT = "copyright"
    END_MARK = "end_mark"
    PROMO = "promo"
    CAPTION = "caption"
    CLUTTER = "clutter"

    @property
    def is_story(self) -> bool:
        """Tell whether passages of this kind are the story itself."""
        return self in STORY_KINDS

    @property
    def is_furniture(self) -> bool:
        """Tell whether passages of this kind are kept, but set apart."""
        return self not in STORY_KINDS


STORY_KINDS = frozenset(
    {
        PassageKind.HEADLINE,
        PassageKind.PARAGRAPH,
        PassageKind.CROSSHEAD,
        PassageKind.TABLE,
    }
)
NOTE_KINDS = frozenset({PassageKind.ADVISORY, PassageKind.CORRECTION})
"""What an agency tells its clients of a story."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Hold a block of an article: its kind, its tile, and the words within the tile.

    The tiles of an article touch and cover its text; white space after a passage belongs
    to it, white space at the start of the text to the first.
    """

    kind: PassageKind
    span: Span
    words: Span
    """The tile without the white space around it."""
    confidence: float = 1.0
    """How sure the wire reader is of the kind, 0 to 1."""

    def __post_init__(self) -> None:
        if not self.span.covers(self.words):
            raise ValueError("a passage's words lie inside its tile")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """Hold a date as far as copy gives it: a wire dateline often has no year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and (self.year is None or self.day is not None):
            raise ValueError("a partial date has a month, or a year alone")
        # 2000 was a leap year: 29 February without a year stays possible.
        dt.date(self.year or 2000, self.month or 1, self.day or 1)

    def isoformat(self) -> str:
        """Return ISO 8601 as far as known: `1987-02-26`, `1987-02`, `--02-26`."""
        year = f"{self.year:04d}" if self.year is not None else "-"
        return "-".join([year, *(f"{n:02d}" for n in (self.month, self.day) if n is not None)])

    @property
    def full(self) -> dt.date | None:
        """Return the day when year, month and day are all known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Hold what opens a wire text: place, credit, date.

    The span runs from the place's (or the credit's) first character through the dash.
    Place and credit are as printed.
    """

    span: Span
    place: str | None = None
    credit: str | None = None
    date: PartialDate | None = None


class LineageKind(StrEnum):
    """Say how an item follows an earlier one of its story, as its own marks have it."""

    ALERT = "alert"
    """The first words: flash, urgent, bulletin."""
    ADVANCE = "advance"
    """Sent before its day."""
    UPDATE = "update"
    """Brings something new."""
    LEAD = "lead"
    """Sets a new top on what was sent."""
    WRITETHRU = "writethru"
    """Gives the whole story anew."""
    ADDITION = "addition"
    """Goes on where an earlier take stopped."""
    WRAP = "wrap"
    """Gathers several items."""
    ABRIDGED = "abridged"
    REPEAT = "repeat"
    REFILE = "refile"
    """Was sent again for a fault of its sending or setting."""
    REPLACEMENT = "replacement"
    """Stands in the place of an earlier item, which must not be used."""
    CORRECTION = "correction"
    """Mends what was wrong."""
    ADVISORY = "advisory"
    """Tells desks of earlier copy, and is no story itself."""
    HOLD = "hold"
    """Must not be used for now."""
    WITHDRAWAL = "withdrawal"
    """Must not be used at all."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """Hold one mark of an item's descent: UPDATE 2-, 1st Ld-Writethru, (Corrects ...)."""

    kind: LineageKind
    number: int | None = None
    """Which update or lead it is, from 1."""
    span: Span | None = None
    """Where the mark stands; None where only the file's own fields bear it."""
    soft: bool = False
    """A correction by its content, in words that do not say so."""


class PublishedFrom(StrEnum):
    """Say where an article's date was read."""

    FIELDS = "fields"
    METADATA = "metadata"
    DATELINE = "dateline"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Article:
    """Hold one imported text with what was read from it; the text is never changed."""

    text: str
    passages: tuple[Passage, ...]
    headline: str | None = None
    slug: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    published: Moment | None = None
    published_from: PublishedFrom | None = None
    source: str | None = None
    """The outlet or agency that issued this text; a dateline's credit alone is not proof."""
    language: str | None = None
    """BCP 47."""
    lineage: tuple[Lineage, ...] = ()
    """What the copy says of its descent, a mark a kind, in the order of the text."""

    def __post_init__(self) -> None:
        place = 0
        for passage in self.passages:
            if passage.span.start != place or not len(passage.span):
                raise ValueError("passages tile the text without gap or overlap")
            place = passage.span.end
        if place != len(self.text):
            raise ValueError("passages tile the text to its end")

    def words_of(self, passage: Passage) -> str:
        """Return a passage's words as they stand in the text."""
        return passage.words.of(self.text)


@dataclass(frozen=True, slots=True)
class Details:
    """Hold the standard fields of a wire item that the reader of copy does not need.

    Their names are the IPTC's; values stand as the file gives them, white space tidied.
    """

    guid: str | None = None
    version: str | None = None
    status: str | None = None
    """As in `usable`, `withheld`, `canceled`; codes are written out, prefixes left off."""
    urgency: str | None = None
    """1 (most urgent) to 8; agencies use other scales, so it stays as given."""
    headlines: tuple[str, ...] = ()
    """Further headlines and lines below the headline, in the file's order."""
    subjects: tuple[str, ...] = ()
    """Names of subjects; their codes where the file names none."""
    keywords: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    """Places that the story is about, not where it was filed."""
    authors: tuple[str, ...] = ()
    provider: str | None = None
    """Who sent the item; the article's source is whose copy it is."""
    credit: str | None = None
    editor_note: str | None = None
    usage_terms: str | None = None
    copyright: str | None = None
    embargo: Moment | None = None
    created: Moment | None = None
    revised: Moment | None = None
    dateline: str | None = None
    """The dateline as the file's field gives it."""
    address: str | None = None
    """The item's address on the web."""
    extra: tuple[tuple[str, str], ...] = ()
    """Columns of a corpus that were kept under their own names."""


NO_DETAILS = Details()


class ProblemKind(StrEnum):
    """Name what was odd about a file that was read all the same."""

    ENCODING_GUESSED = "encoding_guessed"
    ENCODING_MIXED = "encoding_mixed"
    CHARACTERS_REPLACED = "characters_replaced"
    NUL_REPLACED = "nul_replaced"
    AGAINST_STANDARD = "against_standard"
    """The file breaks its own standard; the detail names how."""
    PART_UNREAD = "part_unread"
    """A part of the file could not be read; the detail names it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Hold one oddity of a file: odd copy is normal, never an exception."""

    kind: ProblemKind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """Hold an article together with what is known of how it came.

    `origin` is what makes a later text *the same article, changed*: the canonical address
    or guid where the file has one, else the file's absolute path, else the paste.
    """

    article: Article
    origin: str
    received: bytes
    """The bytes as they came; their hash is kept with them."""
    encoding: str
    format: str
    index: int = 0
    """Which article of its file, from 0; always 0 where the article has an origin of its own."""
    problems: tuple[Problem, ...] = ()
    details: Details = NO_DETAILS
