"""The names of the marks of an item's descent, marked so that lupdate finds them."""

from collections.abc import Mapping

from variorum.exchange.templates import QT_TRANSLATE_NOOP
from variorum.text import LineageKind

LINEAGES: Mapping[LineageKind, str] = {
    LineageKind.ALERT: QT_TRANSLATE_NOOP("wording", "alert"),
    LineageKind.ADVANCE: QT_TRANSLATE_NOOP("wording", "sent in advance"),
    LineageKind.UPDATE: QT_TRANSLATE_NOOP("wording", "update"),
    LineageKind.LEAD: QT_TRANSLATE_NOOP("wording", "new lead"),
    LineageKind.WRITETHRU: QT_TRANSLATE_NOOP("wording", "writethru"),
    LineageKind.ADDITION: QT_TRANSLATE_NOOP("wording", "addition"),
    LineageKind.WRAP: QT_TRANSLATE_NOOP("wording", "wrap-up"),
    LineageKind.ABRIDGED: QT_TRANSLATE_NOOP("wording", "abridged"),
    LineageKind.REPEAT: QT_TRANSLATE_NOOP("wording", "repeat"),
    LineageKind.REFILE: QT_TRANSLATE_NOOP("wording", "refiled"),
    LineageKind.REPLACEMENT: QT_TRANSLATE_NOOP("wording", "replacement"),
    LineageKind.CORRECTION: QT_TRANSLATE_NOOP("wording", "correction"),
    LineageKind.ADVISORY: QT_TRANSLATE_NOOP("wording", "advisory to desks"),
    LineageKind.HOLD: QT_TRANSLATE_NOOP("wording", "on hold"),
    LineageKind.WITHDRAWAL: QT_TRANSLATE_NOOP("wording", "withdrawn"),
}
NUMBERED = QT_TRANSLATE_NOOP("wording", "{mark} {number}")
SOFT_CORRECTION = QT_TRANSLATE_NOOP("wording", "correction in soft words")
