"""What the window says of agreement and merges, in the reader's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from variorum.agreement.disputes import Dispute
from variorum.agreement.reliability import reliability
from variorum.annotations.values import Annotator, Code
from variorum.app.agreeing import Place
from variorum.exchange.agreement_templates import BANDS, DIFFERENCES, FIGURES, SETTLED
from variorum.exchange.merge_templates import KINDS
from variorum.exchange.wording import CONTEXT
from variorum.ids import AnnotatorId, CodeId
from variorum.library.merging.values import MergeKind
from variorum.window.marking import QT_TRANSLATE_NOOP
from variorum.window.wording import isolated

NONE = "–"
_NOTHING = "∅"


_HEADS: Mapping[str, str] = {
    "observed": QT_TRANSLATE_NOOP("agreement", "Agreed"),
    "cohen": QT_TRANSLATE_NOOP("agreement", "Cohen κ"),
    "fleiss": QT_TRANSLATE_NOOP("agreement", "Fleiss κ"),
    "alpha": QT_TRANSLATE_NOOP("agreement", "Kripp. α"),
    "u_alpha": QT_TRANSLATE_NOOP("agreement", "Unit. α"),
    "marked_alpha": QT_TRANSLATE_NOOP("agreement", "Marking α"),
    "cu_alpha": QT_TRANSLATE_NOOP("agreement", "Coding α"),
    "code_alpha": QT_TRANSLATE_NOOP("agreement", "Code’s α"),
}


def said(text: str) -> str:
    """Return a template of the domain in the reader's language."""
    return QCoreApplication.translate(CONTEXT, text)


def figure(value: float | None) -> str:
    """Write a coefficient as the reader's country writes it."""
    return NONE if value is None else QLocale().toString(value, "f", 3)


def figure_name(field: str) -> str:
    """Name a figure."""
    return said(FIGURES[field][0])


def figure_head(field: str) -> str:
    """Name a figure as shortly as a column's head has to."""
    return QCoreApplication.translate("agreement", _HEADS[field])


def figure_line(field: str) -> str:
    """Say in one sentence what a figure is."""
    return said(FIGURES[field][1])


def band(alpha: float | None) -> str:
    """Say what Krippendorff's alpha allows one to conclude."""
    return said(BANDS[reliability(alpha)])


def kind_name(kind: MergeKind) -> str:
    """Name what is merged."""
    return said(KINDS[kind])


def differences(dispute: Dispute) -> str:
    """Say in what annotators differ at a place."""
    return ", ".join(said(DIFFERENCES[each]) for each in sorted(dispute.differences))


def marks_line(
    dispute: Dispute, people: Mapping[AnnotatorId, Annotator], codes: Mapping[CodeId, Code]
) -> str:
    """Say in one line what each reader made of a place."""
    parts = list[str]()
    for annotator in sorted(dispute.readers):
        own = dispute.of(annotator)
        given = {code for mark in own for code in mark.codes}
        names = ", ".join(code.name for number, code in codes.items() if number in given)
        what = isolated(names or (_TICK if own else _NOTHING))
        parts.append(f"{isolated(people[annotator].initials)} {what}")
    return "  ·  ".join(parts)


_TICK = "✓"


def state(place: Place, people: Mapping[AnnotatorId, Annotator]) -> str:
    """Say how a place is settled, if it is."""
    settlement = place.settlement
    if settlement is None:
        return ""
    chosen = settlement.chosen
    name = people[chosen].name if chosen is not None and chosen in people else ""
    return said(SETTLED[settlement.how]).format(name=isolated(name))
