"""What is said of a query that cannot be understood, and how it is to be written."""

from collections.abc import Mapping

from variorum.exchange.templates import QT_TRANSLATE_NOOP
from variorum.library.search.language import TroubleKind

TROUBLES: Mapping[TroubleKind, str] = {
    TroubleKind.FIELD: QT_TRANSLATE_NOOP(
        "wording",
        "There is no field {typed}; the fields are {names}. For the words as they stand write “{term}”.",
    ),
    TroubleKind.DATE: QT_TRANSLATE_NOOP(
        "wording",
        "{term} is no date; write date:2019, date:2019-04-16, date:2019-04..2019-06 or date:>2019.",
    ),
    TroubleKind.NUMBER: QT_TRANSLATE_NOOP(
        "wording", "{term} is no number; write versions:3, versions:>2 or versions:2..4."
    ),
    TroubleKind.WORD: QT_TRANSLATE_NOOP("wording", "{term} is not known; {typed} takes {names}."),
    TroubleKind.BACKWARDS: QT_TRANSLATE_NOOP(
        "wording", "{term} ends before it begins, so nothing can fit; write the lower end first."
    ),
}

FIELD_MEANT = QT_TRANSLATE_NOOP(
    "wording",
    "There is no field {typed}; perhaps you mean {meant}. For the words as they stand write “{term}”.",
)
