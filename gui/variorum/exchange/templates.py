"""The English templates of `wording`, one table an enum, marked so that lupdate finds them.

A template's fields in braces are filled in after translation. Where a kind has several
templates, the first is taken whose every field is known.
"""

from collections.abc import Mapping
from enum import StrEnum

from variorum.annotations.values import CarriedStatus
from variorum.collation.values import ReasonKind, Relation, Rule, VariantClass, Verdict
from variorum.text import PassageKind, ProblemKind, PublishedFrom


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - lupdate knows this name
    """Mark a text for lupdate and return it as it is."""
    return text


class Label(StrEnum):
    """Name a word that stands beside figures and lists in an export."""

    KEPT = "kept"
    CUT = "cut"
    ADDED = "added"
    MOVED = "moved"
    BASE = "base"
    VERSION = "version"
    CROSSHEADS_CUT = "crossheads_cut"
    CORRECTION = "correction"
    NOT_CARRIED = "not_carried"
    UNCORRECTED = "uncorrected"
    MOVED_HERE = "moved_here"
    HIGHLIGHTS = "highlights"
    QUOTATIONS = "quotations"
    NOTES = "notes"
    NO_SOURCE = "no_source"
    NO_CODE = "no_code"
    SPEAKER = "speaker"
    VERDICT = "verdict"


CLASSES: Mapping[VariantClass, str] = {
    VariantClass.TYPOGRAPHY: QT_TRANSLATE_NOOP("wording", "typography"),
    VariantClass.SPELLING: QT_TRANSLATE_NOOP("wording", "spelling"),
    VariantClass.STYLE: QT_TRANSLATE_NOOP("wording", "style"),
    VariantClass.WORDING: QT_TRANSLATE_NOOP("wording", "wording"),
    VariantClass.SUBSTANCE: QT_TRANSLATE_NOOP("wording", "substance"),
}

CLASS_LINES: Mapping[VariantClass, str] = {
    VariantClass.TYPOGRAPHY: QT_TRANSLATE_NOOP("wording", "Other glyphs for the same characters."),
    VariantClass.SPELLING: QT_TRANSLATE_NOOP(
        "wording", "The same word in another spelling standard."
    ),
    VariantClass.STYLE: QT_TRANSLATE_NOOP("wording", "House style; the meaning is untouched."),
    VariantClass.WORDING: QT_TRANSLATE_NOOP(
        "wording", "Other words or another order for the same claim."
    ),
    VariantClass.SUBSTANCE: QT_TRANSLATE_NOOP("wording", "It can change what a reader is told."),
}

RULES: Mapping[Rule, tuple[str, str]] = {
    Rule.QUOTE_GLYPH: (
        QT_TRANSLATE_NOOP("wording", "quotation mark or apostrophe"),
        QT_TRANSLATE_NOOP("wording", "The same mark, curly on one side and straight on the other."),
    ),
    Rule.DASH_GLYPH: (
        QT_TRANSLATE_NOOP("wording", "dash"),
        QT_TRANSLATE_NOOP("wording", "The same dash, drawn in another way."),
    ),
    Rule.SPACING: (
        QT_TRANSLATE_NOOP("wording", "spacing"),
        QT_TRANSLATE_NOOP("wording", "Only the white space differs."),
    ),
    Rule.ELLIPSIS: (
        QT_TRANSLATE_NOOP("wording", "ellipsis"),
        QT_TRANSLATE_NOOP("wording", "The same ellipsis, as one character or as three dots."),
    ),
    Rule.ACCENT_FORM: (
        QT_TRANSLATE_NOOP("wording", "accents"),
        QT_TRANSLATE_NOOP("wording", "The same letters, with or without their accents."),
    ),
    Rule.SPELLING: (
        QT_TRANSLATE_NOOP("wording", "spelling"),
        QT_TRANSLATE_NOOP("wording", "The same word in another spelling standard."),
    ),
    Rule.HONORIFIC: (
        QT_TRANSLATE_NOOP("wording", "honorific"),
        QT_TRANSLATE_NOOP("wording", "An honorific before a name; the person is the same."),
    ),
    Rule.CONTRACTION: (
        QT_TRANSLATE_NOOP("wording", "contraction"),
        QT_TRANSLATE_NOOP("wording", "The same words, contracted or in full."),
    ),
    Rule.ABBREVIATION: (
        QT_TRANSLATE_NOOP("wording", "abbreviation"),
        QT_TRANSLATE_NOOP("wording", "The same name or word, shortened or in full."),
    ),
    Rule.NUMBER_FORM: (
        QT_TRANSLATE_NOOP("wording", "form of a number"),
        QT_TRANSLATE_NOOP("wording", "The same number, written in another way."),
    ),
    Rule.DATE_FORM: (
        QT_TRANSLATE_NOOP("wording", "form of a date"),
        QT_TRANSLATE_NOOP("wording", "The same day or time, written in another way."),
    ),
    Rule.DATE_GLOSS: (
        QT_TRANSLATE_NOOP("wording", "date beside a weekday"),
        QT_TRANSLATE_NOOP("wording", "A date in brackets that agrees with the weekday."),
    ),
    Rule.DAY_PREPOSITION: (
        QT_TRANSLATE_NOOP("wording", "“on” before a day"),
        QT_TRANSLATE_NOOP("wording", "A preposition before a day, put in or left out."),
    ),
    Rule.CAPITALISATION: (
        QT_TRANSLATE_NOOP("wording", "capitals"),
        QT_TRANSLATE_NOOP("wording", "The same word with other capitals."),
    ),
    Rule.HYPHENATION: (
        QT_TRANSLATE_NOOP("wording", "hyphen"),
        QT_TRANSLATE_NOOP("wording", "The same parts, with or without a hyphen."),
    ),
    Rule.PUNCTUATION: (
        QT_TRANSLATE_NOOP("wording", "punctuation"),
        QT_TRANSLATE_NOOP("wording", "Other punctuation around the same words."),
    ),
    Rule.TITLE_FORM: (
        QT_TRANSLATE_NOOP("wording", "form of a title"),
        QT_TRANSLATE_NOOP("wording", "The same title or office, written in another way."),
    ),
    Rule.NAME_FORM: (
        QT_TRANSLATE_NOOP("wording", "form of a name"),
        QT_TRANSLATE_NOOP("wording", "The same name, longer, shorter or transcribed differently."),
    ),
    Rule.DATELINE_FORM: (
        QT_TRANSLATE_NOOP("wording", "form of the dateline"),
        QT_TRANSLATE_NOOP("wording", "The dateline is written in another way; no place differs."),
    ),
    Rule.UNIT_FORM: (
        QT_TRANSLATE_NOOP("wording", "form of a unit"),
        QT_TRANSLATE_NOOP("wording", "The same measure, abbreviated or rightly converted."),
    ),
    Rule.CURRENCY_FORM: (
        QT_TRANSLATE_NOOP("wording", "form of a currency"),
        QT_TRANSLATE_NOOP("wording", "The same sum, abbreviated or rightly converted."),
    ),
    Rule.PERCENT_FORM: (
        QT_TRANSLATE_NOOP("wording", "form of a percentage"),
        QT_TRANSLATE_NOOP("wording", "The same percentage, as a word or as a sign."),
    ),
    Rule.QUOTE_MARKS: (
        QT_TRANSLATE_NOOP("wording", "double or single quotation marks"),
        QT_TRANSLATE_NOOP("wording", "Marks of another kind, or marks that make no quotation."),
    ),
    Rule.INLINE_CODE: (
        QT_TRANSLATE_NOOP("wording", "code in the text"),
        QT_TRANSLATE_NOOP(
            "wording", "An agency's code, or what a page is set with: no part of the sentence."
        ),
    ),
    Rule.COPY_SLIP: (
        QT_TRANSLATE_NOOP("wording", "slip of grammar"),
        QT_TRANSLATE_NOOP(
            "wording", "A slip of the desk was mended, or number agrees as another house has it."
        ),
    ),
    Rule.FUNCTION_WORD: (
        QT_TRANSLATE_NOOP("wording", "function word"),
        QT_TRANSLATE_NOOP("wording", "A little word, put in, left out or exchanged."),
    ),
    Rule.SYNONYM: (
        QT_TRANSLATE_NOOP("wording", "synonym"),
        QT_TRANSLATE_NOOP("wording", "Another word of the same meaning."),
    ),
    Rule.ORDER: (
        QT_TRANSLATE_NOOP("wording", "order"),
        QT_TRANSLATE_NOOP("wording", "The same words in another order."),
    ),
    Rule.TENSE: (
        QT_TRANSLATE_NOOP("wording", "tense"),
        QT_TRANSLATE_NOOP("wording", "The same verb in another tense."),
    ),
    Rule.REFERENCE: (
        QT_TRANSLATE_NOOP("wording", "reference"),
        QT_TRANSLATE_NOOP("wording", "The same person or thing, referred to in another way."),
    ),
    Rule.REPORTING_VERB: (
        QT_TRANSLATE_NOOP("wording", "reporting verb"),
        QT_TRANSLATE_NOOP("wording", "Another neutral verb of saying."),
    ),
    Rule.FIGURE: (
        QT_TRANSLATE_NOOP("wording", "figure"),
        QT_TRANSLATE_NOOP("wording", "Another number, amount or measure."),
    ),
    Rule.NAME: (
        QT_TRANSLATE_NOOP("wording", "name"),
        QT_TRANSLATE_NOOP("wording", "Another name."),
    ),
    Rule.DATE_TIME: (
        QT_TRANSLATE_NOOP("wording", "date or time"),
        QT_TRANSLATE_NOOP("wording", "Another day or time, or one that is not proved the same."),
    ),
    Rule.PLACE: (
        QT_TRANSLATE_NOOP("wording", "place"),
        QT_TRANSLATE_NOOP("wording", "Another place."),
    ),
    Rule.QUOTATION: (
        QT_TRANSLATE_NOOP("wording", "quotation"),
        QT_TRANSLATE_NOOP("wording", "Quoted words were changed."),
    ),
    Rule.ATTRIBUTION: (
        QT_TRANSLATE_NOOP("wording", "attribution"),
        QT_TRANSLATE_NOOP("wording", "Who said it, or how firmly it is attributed, changed."),
    ),
    Rule.NEGATION: (
        QT_TRANSLATE_NOOP("wording", "negation"),
        QT_TRANSLATE_NOOP("wording", "A negation was put in, taken out or turned."),
    ),
    Rule.CERTAINTY: (
        QT_TRANSLATE_NOOP("wording", "certainty"),
        QT_TRANSLATE_NOOP("wording", "The claim is made more or less surely."),
    ),
    Rule.DETAIL_CUT: (
        QT_TRANSLATE_NOOP("wording", "detail cut"),
        QT_TRANSLATE_NOOP("wording", "Words that tell something were left out."),
    ),
    Rule.DETAIL_ADDED: (
        QT_TRANSLATE_NOOP("wording", "detail added"),
        QT_TRANSLATE_NOOP("wording", "Words that tell something were put in."),
    ),
    Rule.CLAIM: (
        QT_TRANSLATE_NOOP("wording", "claim"),
        QT_TRANSLATE_NOOP("wording", "Something else is said."),
    ),
}

RELATIONS: Mapping[Relation, str] = {
    Relation.SAME: QT_TRANSLATE_NOOP("wording", "same"),
    Relation.EDITED: QT_TRANSLATE_NOOP("wording", "edited"),
    Relation.SPLIT: QT_TRANSLATE_NOOP("wording", "split"),
    Relation.MERGED: QT_TRANSLATE_NOOP("wording", "merged"),
    Relation.REARRANGED: QT_TRANSLATE_NOOP("wording", "rearranged"),
    Relation.CUT: QT_TRANSLATE_NOOP("wording", "cut"),
    Relation.ADDED: QT_TRANSLATE_NOOP("wording", "added"),
}

VERDICTS: Mapping[Verdict, str] = {
    Verdict.VERBATIM: QT_TRANSLATE_NOOP("wording", "verbatim"),
    Verdict.TRIMMED: QT_TRANSLATE_NOOP("wording", "trimmed"),
    Verdict.ALTERED: QT_TRANSLATE_NOOP("wording", "altered"),
    Verdict.CUT: QT_TRANSLATE_NOOP("wording", "cut"),
    Verdict.ADDED: QT_TRANSLATE_NOOP("wording", "added"),
}

STATUSES: Mapping[CarriedStatus, str] = {
    CarriedStatus.CARRIED: QT_TRANSLATE_NOOP("wording", "carried"),
    CarriedStatus.CHANGED: QT_TRANSLATE_NOOP("wording", "carried, its words changed"),
    CarriedStatus.DROPPED: QT_TRANSLATE_NOOP("wording", "dropped: its words are not there"),
}

KINDS: Mapping[PassageKind, str] = {
    PassageKind.HEADLINE: QT_TRANSLATE_NOOP("wording", "headline"),
    PassageKind.PARAGRAPH: QT_TRANSLATE_NOOP("wording", "paragraph"),
    PassageKind.CROSSHEAD: QT_TRANSLATE_NOOP("wording", "crosshead"),
    PassageKind.TABLE: QT_TRANSLATE_NOOP("wording", "table"),
    PassageKind.HEADER: QT_TRANSLATE_NOOP("wording", "header"),
    PassageKind.SLUGLINE: QT_TRANSLATE_NOOP("wording", "slugline"),
    PassageKind.BYLINE: QT_TRANSLATE_NOOP("wording", "byline"),
    PassageKind.ADVISORY: QT_TRANSLATE_NOOP("wording", "advisory"),
    PassageKind.CORRECTION: QT_TRANSLATE_NOOP("wording", "correction"),
    PassageKind.CREDIT: QT_TRANSLATE_NOOP("wording", "credit"),
    PassageKind.CONTACT: QT_TRANSLATE_NOOP("wording", "contact line"),
    PassageKind.COPYRIGHT: QT_TRANSLATE_NOOP("wording", "copyright line"),
    PassageKind.END_MARK: QT_TRANSLATE_NOOP("wording", "end mark"),
    PassageKind.PROMO: QT_TRANSLATE_NOOP("wording", "promo"),
    PassageKind.CAPTION: QT_TRANSLATE_NOOP("wording", "caption"),
    PassageKind.CLUTTER: QT_TRANSLATE_NOOP("wording", "page clutter"),
}

GAPS_CUT: Mapping[PassageKind, str] = {
    PassageKind.HEADLINE: QT_TRANSLATE_NOOP("wording", "headline cut"),
    PassageKind.PARAGRAPH: QT_TRANSLATE_NOOP("wording", "cut"),
    PassageKind.CROSSHEAD: QT_TRANSLATE_NOOP("wording", "crosshead cut"),
    PassageKind.TABLE: QT_TRANSLATE_NOOP("wording", "table cut"),
    PassageKind.HEADER: QT_TRANSLATE_NOOP("wording", "header cut"),
    PassageKind.SLUGLINE: QT_TRANSLATE_NOOP("wording", "slugline cut"),
    PassageKind.BYLINE: QT_TRANSLATE_NOOP("wording", "byline cut"),
    PassageKind.ADVISORY: QT_TRANSLATE_NOOP("wording", "advisory not carried"),
    PassageKind.CORRECTION: QT_TRANSLATE_NOOP("wording", "correction not carried"),
    PassageKind.CREDIT: QT_TRANSLATE_NOOP("wording", "credit cut"),
    PassageKind.CONTACT: QT_TRANSLATE_NOOP("wording", "contact line cut"),
    PassageKind.COPYRIGHT: QT_TRANSLATE_NOOP("wording", "copyright line cut"),
    PassageKind.END_MARK: QT_TRANSLATE_NOOP("wording", "end mark cut"),
    PassageKind.PROMO: QT_TRANSLATE_NOOP("wording", "promo cut"),
    PassageKind.CAPTION: QT_TRANSLATE_NOOP("wording", "caption cut"),
    PassageKind.CLUTTER: QT_TRANSLATE_NOOP("wording", "page clutter cut"),
}

GAPS_ADDED: Mapping[PassageKind, str] = {
    PassageKind.HEADLINE: QT_TRANSLATE_NOOP("wording", "headline added"),
    PassageKind.PARAGRAPH: QT_TRANSLATE_NOOP("wording", "added"),
    PassageKind.CROSSHEAD: QT_TRANSLATE_NOOP("wording", "crosshead added"),
    PassageKind.TABLE: QT_TRANSLATE_NOOP("wording", "table added"),
    PassageKind.HEADER: QT_TRANSLATE_NOOP("wording", "header added"),
    PassageKind.SLUGLINE: QT_TRANSLATE_NOOP("wording", "slugline added"),
    PassageKind.BYLINE: QT_TRANSLATE_NOOP("wording", "byline added"),
    PassageKind.ADVISORY: QT_TRANSLATE_NOOP("wording", "advisory added"),
    PassageKind.CORRECTION: QT_TRANSLATE_NOOP("wording", "correction added"),
    PassageKind.CREDIT: QT_TRANSLATE_NOOP("wording", "credit added"),
    PassageKind.CONTACT: QT_TRANSLATE_NOOP("wording", "contact line added"),
    PassageKind.COPYRIGHT: QT_TRANSLATE_NOOP("wording", "copyright line added"),
    PassageKind.END_MARK: QT_TRANSLATE_NOOP("wording", "end mark added"),
    PassageKind.PROMO: QT_TRANSLATE_NOOP("wording", "promo added"),
    PassageKind.CAPTION: QT_TRANSLATE_NOOP("wording", "caption added"),
    PassageKind.CLUTTER: QT_TRANSLATE_NOOP("wording", "page clutter added"),
}

PUBLISHED_FROM: Mapping[PublishedFrom, str] = {
    PublishedFrom.FIELDS: QT_TRANSLATE_NOOP("wording", "from the file's fields"),
    PublishedFrom.METADATA: QT_TRANSLATE_NOOP("wording", "from a line of the text"),
    PublishedFrom.DATELINE: QT_TRANSLATE_NOOP("wording", "from the dateline"),
    PublishedFrom.HAND: QT_TRANSLATE_NOOP("wording", "set by hand"),
}

REASONS: Mapping[ReasonKind, tuple[str, ...]] = {
    ReasonKind.SAME_GLYPHS: (QT_TRANSLATE_NOOP("wording", "The same characters in other glyphs."),),
    ReasonKind.SPELLING_STANDARD: (
        QT_TRANSLATE_NOOP("wording", "The same word; spelling: {detail}."),
        QT_TRANSLATE_NOOP("wording", "The same word in another spelling standard."),
    ),
    ReasonKind.SLIP: (
        QT_TRANSLATE_NOOP("wording", "One of them is a slip of the keys for the other."),
    ),
    ReasonKind.SAME_PERSON: (
        QT_TRANSLATE_NOOP("wording", "“{version}” is the “{base}” of paragraph {detail}."),
        QT_TRANSLATE_NOOP("wording", "“{version}” and “{base}” are the same person."),
        QT_TRANSLATE_NOOP("wording", "The person is the same."),
    ),
    ReasonKind.EXPANDED: (
        QT_TRANSLATE_NOOP("wording", "“{base}” and “{version}” stand for the same words."),
        QT_TRANSLATE_NOOP("wording", "The same words, shortened or in full."),
    ),
    ReasonKind.SAME_NUMBER: (
        QT_TRANSLATE_NOOP("wording", "“{base}” and “{version}” are the same number."),
        QT_TRANSLATE_NOOP("wording", "The same number."),
    ),
    ReasonKind.SAME_DAY: (
        QT_TRANSLATE_NOOP("wording", "The day is the same: {detail}."),
        QT_TRANSLATE_NOOP("wording", "The day is the same."),
    ),
    ReasonKind.SAME_WORDS: (
        QT_TRANSLATE_NOOP("wording", "“{base}” and “{version}” are the same words."),
        QT_TRANSLATE_NOOP("wording", "The words are the same."),
    ),
    ReasonKind.SAME_SPEAKER: (
        QT_TRANSLATE_NOOP("wording", "Who says it is told in the sentence beside."),
    ),
    ReasonKind.CONVERTED: (
        QT_TRANSLATE_NOOP("wording", "Rightly converted: {detail}."),
        QT_TRANSLATE_NOOP("wording", "Rightly converted."),
    ),
    ReasonKind.SAME_PLACE: (
        QT_TRANSLATE_NOOP("wording", "The place is the same: {detail}."),
        QT_TRANSLATE_NOOP("wording", "No place differs."),
    ),
    ReasonKind.SAME_NAME: (QT_TRANSLATE_NOOP("wording", "The same company or body is meant."),),
    ReasonKind.FORM_ONLY: (QT_TRANSLATE_NOOP("wording", "Only the form differs."),),
    ReasonKind.LITTLE_WORDS: (QT_TRANSLATE_NOOP("wording", "Only little words differ."),),
    ReasonKind.EQUAL_MEANING: (
        QT_TRANSLATE_NOOP("wording", "“{base}” and “{version}” mean the same."),
        QT_TRANSLATE_NOOP("wording", "The meaning is the same."),
    ),
    ReasonKind.CHANGED: (
        QT_TRANSLATE_NOOP("wording", "“{base}” became “{version}”; nothing proves them equal."),
        QT_TRANSLATE_NOOP("wording", "The words changed; nothing proves them equal."),
    ),
    ReasonKind.CUT: (
        QT_TRANSLATE_NOOP("wording", "“{base}” was cut."),
        QT_TRANSLATE_NOOP("wording", "Words were cut."),
    ),
    ReasonKind.ADDED: (
        QT_TRANSLATE_NOOP("wording", "“{version}” was added."),
        QT_TRANSLATE_NOOP("wording", "Words were added."),
    ),
    ReasonKind.DECIDED: (QT_TRANSLATE_NOOP("wording", "You gave this difference its class."),),
    ReasonKind.LISTED: (
        QT_TRANSLATE_NOOP(
            "wording",
            "“{base}” for “{version}” always has this class: it is in your list of words.",
        ),
        QT_TRANSLATE_NOOP("wording", "These words always have this class by your list."),
    ),
}

BY_HAND = QT_TRANSLATE_NOOP("wording", "by hand")
"""What stands in the place of a rule where a person decided."""

PROBLEMS: Mapping[ProblemKind, tuple[str, ...]] = {
    ProblemKind.ENCODING_GUESSED: (
        QT_TRANSLATE_NOOP("wording", "The encoding was guessed: {detail}."),
        QT_TRANSLATE_NOOP("wording", "The encoding was guessed."),
    ),
    ProblemKind.ENCODING_MIXED: (
        QT_TRANSLATE_NOOP("wording", "Two encodings are mixed in it: {detail}."),
        QT_TRANSLATE_NOOP("wording", "Two encodings are mixed in it."),
    ),
    ProblemKind.CHARACTERS_REPLACED: (
        QT_TRANSLATE_NOOP("wording", "Bytes that are no characters were replaced: {detail}."),
        QT_TRANSLATE_NOOP("wording", "Bytes that are no characters were replaced."),
    ),
    ProblemKind.NUL_REPLACED: (
        QT_TRANSLATE_NOOP("wording", "NUL characters were made visible: {detail}."),
        QT_TRANSLATE_NOOP("wording", "NUL characters were made visible."),
    ),
    ProblemKind.AGAINST_STANDARD: (
        QT_TRANSLATE_NOOP("wording", "The file breaks its own standard: {detail}."),
        QT_TRANSLATE_NOOP("wording", "The file breaks its own standard."),
    ),
    ProblemKind.PART_UNREAD: (
        QT_TRANSLATE_NOOP("wording", "A part of the file could not be read: {detail}."),
        QT_TRANSLATE_NOOP("wording", "A part of the file could not be read."),
    ),
}

LABELS: Mapping[Label, str] = {
    Label.KEPT: QT_TRANSLATE_NOOP("wording", "kept"),
    Label.CUT: QT_TRANSLATE_NOOP("wording", "story sentences cut"),
    Label.ADDED: QT_TRANSLATE_NOOP("wording", "sentences added"),
    Label.MOVED: QT_TRANSLATE_NOOP("wording", "sentences moved"),
    Label.BASE: QT_TRANSLATE_NOOP("wording", "base"),
    Label.VERSION: QT_TRANSLATE_NOOP("wording", "version"),
    Label.CROSSHEADS_CUT: QT_TRANSLATE_NOOP("wording", "crossheads cut"),
    Label.CORRECTION: QT_TRANSLATE_NOOP("wording", "correction"),
    Label.NOT_CARRIED: QT_TRANSLATE_NOOP("wording", "not carried"),
    Label.UNCORRECTED: QT_TRANSLATE_NOOP("wording", "still has the uncorrected words"),
    Label.MOVED_HERE: QT_TRANSLATE_NOOP("wording", "moved"),
    Label.HIGHLIGHTS: QT_TRANSLATE_NOOP("wording", "Highlights and notes"),
    Label.QUOTATIONS: QT_TRANSLATE_NOOP("wording", "Quotations"),
    Label.SPEAKER: QT_TRANSLATE_NOOP("wording", "speaker"),
    Label.VERDICT: QT_TRANSLATE_NOOP("wording", "verdict"),
    Label.NOTES: QT_TRANSLATE_NOOP("wording", "Notes"),
    Label.NO_SOURCE: QT_TRANSLATE_NOOP("wording", "source unknown"),
    Label.NO_CODE: QT_TRANSLATE_NOOP("wording", "Without a code"),
}
