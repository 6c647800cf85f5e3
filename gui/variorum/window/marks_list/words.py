"""What the list of highlights says of them."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from variorum.annotations.values import CarriedStatus
from variorum.library.marks_list import MarkStatus
from variorum.window.marking import QT_TRANSLATE_NOOP

_CONTEXT = "marks_list"

_STATUSES: Mapping[MarkStatus, str] = {
    MarkStatus.ALL: QT_TRANSLATE_NOOP("marks_list", "All"),
    MarkStatus.TO_REVIEW: QT_TRANSLATE_NOOP("marks_list", "To review"),
    MarkStatus.CARRIED: QT_TRANSLATE_NOOP("marks_list", "Carried here"),
    MarkStatus.WITH_NOTE: QT_TRANSLATE_NOOP("marks_list", "With a note"),
    MarkStatus.WITHOUT_CODE: QT_TRANSLATE_NOOP("marks_list", "Without a code"),
}

_OUTCOMES: Mapping[CarriedStatus, str] = {
    CarriedStatus.CARRIED: QT_TRANSLATE_NOOP("marks_list", "carried"),
    CarriedStatus.CHANGED: QT_TRANSLATE_NOOP("marks_list", "words changed"),
    CarriedStatus.DROPPED: QT_TRANSLATE_NOOP("marks_list", "dropped"),
}


def status_words(status: MarkStatus) -> str:
    """Name which marks are listed."""
    return QCoreApplication.translate(_CONTEXT, _STATUSES[status])


def outcome_words(outcome: CarriedStatus) -> str:
    """Say in a word what became of a carried mark."""
    return QCoreApplication.translate(_CONTEXT, _OUTCOMES[outcome])
