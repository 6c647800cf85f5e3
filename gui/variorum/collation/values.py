"""What a collation says: links, variants, quotations and their sum.

Spans on the base's side are offsets into the base's text, spans on the version's side
into the version's. An empty span marks an insertion or a deletion: it stands at the start
of the word before which the text was inserted, or at the link's end when nothing follows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from variorum.text import PassageKind, Span


class VariantClass(StrEnum):
    """Say how far a variant reaches: from other glyphs to another fact."""

    TYPOGRAPHY = "typography"
    SPELLING = "spelling"
    STYLE = "style"
    WORDING = "wording"
    SUBSTANCE = "substance"

    @property
    def is_quiet(self) -> bool:
        """Tell whether a rule of this class proves that no meaning changed."""
        return self in QUIET_CLASSES


QUIET_CLASSES = frozenset({VariantClass.TYPOGRAPHY, VariantClass.SPELLING, VariantClass.STYLE})


class Rule(StrEnum):
    """Name the rule that gave a variant its class."""

    QUOTE_GLYPH = "quote_glyph"
    DASH_GLYPH = "dash_glyph"
    SPACING = "spacing"
    ELLIPSIS = "ellipsis"
    ACCENT_FORM = "accent_form"
    SPELLING = "spelling"
    HONORIFIC = "honorific"
    CONTRACTION = "contraction"
    ABBREVIATION = "abbreviation"
    NUMBER_FORM = "number_form"
    DATE_FORM = "date_form"
    DATE_GLOSS = "date_gloss"
    DAY_PREPOSITION = "day_preposition"
    CAPITALISATION = "capitalisation"
    HYPHENATION = "hyphenation"
    PUNCTUATION = "punctuation"
    TITLE_FORM = "title_form"
    NAME_FORM = "name_form"
    DATELINE_FORM = "dateline_form"
    UNIT_FORM = "unit_form"
    CURRENCY_FORM = "currency_form"
    PERCENT_FORM = "percent_form"
    QUOTE_MARKS = "quote_marks"
    INLINE_CODE = "inline_code"
    COPY_SLIP = "copy_slip"
    FUNCTION_WORD = "function_word"
    SYNONYM = "synonym"
    ORDER = "order"
    TENSE = "tense"
    REFERENCE = "reference"
    REPORTING_VERB = "reporting_verb"
    FIGURE = "figure"
    NAME = "name"
    DATE_TIME = "date_time"
    PLACE = "place"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    NEGATION = "negation"
    CERTAINTY = "certainty"
    DETAIL_CUT = "detail_cut"
    DETAIL_ADDED = "detail_added"
    CLAIM = "claim"

    @property
    def variant_class(self) -> VariantClass:
        """Return the class that this rule gives."""
        return _CLASS_OF_RULE[self]


_RULES_IN_ORDER = list(Rule)
_FIRST_OF_CLASS = {
    VariantClass.TYPOGRAPHY: Rule.QUOTE_GLYPH,
    VariantClass.SPELLING: Rule.SPELLING,
    VariantClass.STYLE: Rule.HONORIFIC,
    VariantClass.WORDING: Rule.FUNCTION_WORD,
    VariantClass.SUBSTANCE: Rule.FIGURE,
}


def _class_of_rule() -> dict[Rule, VariantClass]:
    """Read the classes off the order of the rules: each class is one run of them."""
    class_at = {rule: variant_class for variant_class, rule in _FIRST_OF_CLASS.items()}
    current = VariantClass.TYPOGRAPHY
    classes: dict[Rule, VariantClass] = {}
    for rule in _RULES_IN_ORDER:
        current = class_at.get(rule, current)
        classes[rule] = current
    return classes


_CLASS_OF_RULE = _class_of_rule()


class Relation(StrEnum):
    """Say how the two sides of a link correspond."""

    SAME = "same"
    EDITED = "edited"
    SPLIT = "split"
    MERGED = "merged"
    REARRANGED = "rearranged"
    CUT = "cut"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Link:
    """Tie sentences of the base to sentences of the version; either side may be empty."""

    base: tuple[Span, ...]
    version: tuple[Span, ...]
    relation: Relation
    moved: bool = False
    confidence: float = 1.0
    """How sure the linking is, 0 to 1: how many such links were right; below .9 it is drawn weaker."""


@dataclass(frozen=True, slots=True)
class PassageLink:
    """Tie passages by their numbers in `Article.passages`; furniture only to its like."""

    base: tuple[int, ...]
    version: tuple[int, ...]
    relation: Relation
    moved: bool = False


class ReasonKind(StrEnum):
    """Name the proof or the judgement behind a variant; `exchange.wording` makes the sentence."""

    SAME_GLYPHS = "same_glyphs"
    SPELLING_STANDARD = "spelling_standard"
    SAME_PERSON = "same_person"
    EXPANDED = "expanded"
    SAME_NUMBER = "same_number"
    SLIP = "slip"
    """A slip of the keys: one side is no word, and one letter away from the other."""
    SAME_DAY = "same_day"
    SAME_WORDS = "same_words"
    SAME_SPEAKER = "same_speaker"
    CONVERTED = "converted"
    SAME_PLACE = "same_place"
    SAME_NAME = "same_name"
    FORM_ONLY = "form_only"
    LITTLE_WORDS = "little_words"
    EQUAL_MEANING = "equal_meaning"
    CHANGED = "changed"
    CUT = "cut"
    ADDED = "added"
    DECIDED = "decided"
    """A person gave this variant its class."""
    LISTED = "listed"
    """A person gave these words their class, wherever they stand for one another."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Say why a variant has its class: what was seen on each side, and a detail.

    The detail is a spelling standard ("British"), a passage's number ("1"), a date in
    ISO 8601, or what the kind needs besides the two sides.
    """

    kind: ReasonKind
    base: str = ""
    version: str = ""
    detail: str = ""


BY_HAND = "by_hand"
"""What files call a class that a person gave, where the name of a rule would stand."""


@dataclass(frozen=True, slots=True)
class Variant:
    """Hold one difference in whole words, with one rule."""

    rule: Rule
    base: Span
    version: Span
    reason: Reason
    decided: VariantClass | None = None
    """The class that a person gave it; the rule is what it would fall under by itself."""

    @property
    def variant_class(self) -> VariantClass:
        """Return the class that a person gave it, else that of the rule."""
        return self.decided or self.rule.variant_class

    @property
    def classed_by(self) -> str:
        """Return the rule's name, or `by_hand` where a person gave the class."""
        return BY_HAND if self.decided else self.rule.value


class Verdict(StrEnum):
    """Say what became of a quotation."""

    VERBATIM = "verbatim"
    TRIMMED = "trimmed"
    ALTERED = "altered"
    CUT = "cut"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class QuotationPair:
    """Hold a quotation with its verdict; the spans are those of the words inside the marks."""

    verdict: Verdict
    base: Span | None
    version: Span | None
    speaker: str | None = None
    respeaker: bool = False
    """The speaker is another one in the version."""


class CorrectionFate(StrEnum):
    """Say what the other article has of what a correction note corrects."""

    CORRECTED = "corrected"
    """The right words."""
    UNCORRECTED = "uncorrected"
    """The wrong words still."""
    CUT = "cut"
    """The sentence is not there."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CorrectionCheck:
    """Hold what a correction note says, and what the other article has of it."""

    note: Span
    """The note's words, in the article that carries it."""
    in_base: bool
    right: str
    wrong: str
    """What the note says was wrong; empty where it does not tell."""
    fate: CorrectionFate
    base: Span | None = None
    """With `version` where the variant stands that has the words; None where no variant has."""
    version: Span | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """Sum a collation up; counts are of sentence links but where the name says otherwise.

    `cut` and `added` count sentences of paragraphs alone: a headline is no sentence.
    """

    kept: float
    """Share of the base's story words that live on unchanged or but for quiet variants."""
    same: int
    edited: int
    split: int
    merged: int
    cut: int
    added: int
    moved: int
    by_class: Mapping[VariantClass, int]
    correction_not_carried: bool
    furniture_cut: Mapping[PassageKind, int]


class LinkChoice(StrEnum):
    """Say what was decided about a sentence of the base and one of the version."""

    LINKED = "linked"
    MOVED = "moved"
    """Linked, and moved whatever stands around them."""
    IN_PLACE = "in_place"
    """Linked, and not moved."""
    APART = "apart"


@dataclass(frozen=True, slots=True)
class LinkDecision:
    """Hold a decision about two sentences."""

    choice: LinkChoice
    base: Span
    version: Span


@dataclass(frozen=True, slots=True)
class ClassDecision:
    """Hold the class that a person gave a variant."""

    variant_class: VariantClass
    base: Span
    version: Span


Decision = LinkDecision | ClassDecision


@dataclass(frozen=True, slots=True)
class Collation:
    """Hold everything that comparing a base with a version says, in reading order."""

    links: tuple[Link, ...]
    passages: tuple[PassageLink, ...]
    variants: tuple[Variant, ...]
    quotations: tuple[QuotationPair, ...]
    summary: Summary
    lost: tuple[Decision, ...] = ()
    """What a person decided about words that do not stand so any more; kept, but without effect."""
    corrections: tuple[CorrectionCheck, ...] = ()
    """What correction notes say, one for each replacement that a note names."""
