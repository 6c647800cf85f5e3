"""English for agreement: what each figure is, what it allows one to conclude, how people differ."""

from collections.abc import Mapping

from variorum.agreement.disputes import Difference
from variorum.agreement.reliability import Reliability
from variorum.exchange.templates import QT_TRANSLATE_NOOP
from variorum.library.settlements import Settled

FIGURES: Mapping[str, tuple[str, str]] = {
    "observed": (
        QT_TRANSLATE_NOOP("wording", "Agreed"),
        QT_TRANSLATE_NOOP(
            "wording",
            "The share of words that were marked alike. Most words are marked by nobody, so it is"
            " high even where people agree by chance.",
        ),
    ),
    "cohen": (
        QT_TRANSLATE_NOOP("wording", "Cohen’s κ"),
        QT_TRANSLATE_NOOP(
            "wording", "How much better than chance two annotators agree, word by word: 1 is full."
        ),
    ),
    "fleiss": (
        QT_TRANSLATE_NOOP("wording", "Fleiss’ κ"),
        QT_TRANSLATE_NOOP(
            "wording", "The same for any number of annotators, over what all of them read."
        ),
    ),
    "alpha": (
        QT_TRANSLATE_NOOP("wording", "Krippendorff’s α"),
        QT_TRANSLATE_NOOP(
            "wording",
            "How much better than chance annotators agree, word by word, also where not everybody"
            " read everything.",
        ),
    ),
    "u_alpha": (
        QT_TRANSLATE_NOOP("wording", "Unitizing α"),
        QT_TRANSLATE_NOOP(
            "wording", "How far annotators cut the same passages out of the text, marked alike."
        ),
    ),
    "marked_alpha": (
        QT_TRANSLATE_NOOP("wording", "Marking α"),
        QT_TRANSLATE_NOOP(
            "wording", "How far they marked the same passages at all, with whatever codes (|u-α)."
        ),
    ),
    "cu_alpha": (
        QT_TRANSLATE_NOOP("wording", "Coding α"),
        QT_TRANSLATE_NOOP(
            "wording",
            "How far they gave the same codes, where passages of two of them meet; where they begin"
            " and end does not count.",
        ),
    ),
    "code_alpha": (
        QT_TRANSLATE_NOOP("wording", "Code’s own α"),
        QT_TRANSLATE_NOOP(
            "wording",
            "How far they gave this code and no other, where passages meet that one of them gave it:"
            " a low figure says that it is confused with others ((k)u-α).",
        ),
    ),
}
"""By the names of the fields of `Figures`: a name, and one sentence on what it is."""

BANDS: Mapping[Reliability, str] = {
    Reliability.RELIABLE: QT_TRANSLATE_NOOP("wording", "reliable"),
    Reliability.TENTATIVE: QT_TRANSLATE_NOOP("wording", "for tentative conclusions"),
    Reliability.UNRELIABLE: QT_TRANSLATE_NOOP("wording", "not reliable"),
    Reliability.CHANCE: QT_TRANSLATE_NOOP("wording", "no better than chance"),
    Reliability.UNDEFINED: QT_TRANSLATE_NOOP("wording", "nothing to compare"),
}

DIFFERENCES: Mapping[Difference, str] = {
    Difference.MISSED: QT_TRANSLATE_NOOP("wording", "not marked by all"),
    Difference.BOUNDS: QT_TRANSLATE_NOOP("wording", "other words"),
    Difference.CODES: QT_TRANSLATE_NOOP("wording", "other codes"),
}

SETTLED: Mapping[Settled, str] = {
    Settled.ONE: QT_TRANSLATE_NOOP("wording", "{name} is right"),
    Settled.ALL: QT_TRANSLATE_NOOP("wording", "all are right"),
    Settled.OWN: QT_TRANSLATE_NOOP("wording", "settled otherwise"),
    Settled.NOBODY: QT_TRANSLATE_NOOP("wording", "nobody is right"),
}
