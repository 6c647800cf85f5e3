"""What the window says of why two stories may be one."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from variorum.library.suggestions import Suggested
from variorum.stories.values import ReasonKind
from variorum.window.marking import QT_TRANSLATE_NOOP

_REASONS: Mapping[ReasonKind, str] = {
    ReasonKind.BOTH_FIT: QT_TRANSLATE_NOOP(
        "suggested", "one version fits both stories: {share} of it stands there word for word"
    ),
    ReasonKind.RUNS: QT_TRANSLATE_NOOP(
        "suggested", "{share} of the shorter one stands word for word in the other"
    ),
    ReasonKind.RARE_WORDS: QT_TRANSLATE_NOOP(
        "suggested", "{share} of its telling phrases are in both"
    ),
    ReasonKind.HEADLINE: QT_TRANSLATE_NOOP(
        "suggested", "the headlines share {share} of their words"
    ),
    ReasonKind.NAMES: QT_TRANSLATE_NOOP("suggested", "the leads share {share} of their names"),
    ReasonKind.DAY: QT_TRANSLATE_NOOP("suggested", "both are of one day"),
}


def reasons(suggested: Suggested) -> str:
    """Say what speaks for two stories being one, on one line."""
    known = [(ReasonKind(kind), share) for kind, share in suggested.reasons]
    said = [said_of(kind, share) for kind, share in known]
    first = said[0][:1].upper() + said[0][1:]
    return " · ".join([first, *said[1:]])


def said_of(kind: ReasonKind, share: float) -> str:
    """Say one reason."""
    words = QCoreApplication.translate("suggested", _REASONS[kind])
    return words.format(share=f"{QLocale().toString(round(share * 100))}%")
