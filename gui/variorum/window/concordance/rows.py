"""The actions of the concordance."""

from variorum.window.action_row import ActionId, ActionRow, always
from variorum.window.marking import QT_TRANSLATE_NOOP

LINING: tuple[ActionRow, ...] = (
    ActionRow(
        ActionId.CONCORDANCE,
        QT_TRANSLATE_NOOP("actions", "Concordance"),
        ("Ctrl+Alt+C",),
        lambda w: w.hands.concordance.toggle(),
        always,
        checks=True,
    ),
    ActionRow(
        ActionId.EXPORT_CONCORDANCE,
        QT_TRANSLATE_NOOP("actions", "Export the concordance…"),
        (),
        lambda w: w.hands.concordance.export(),
        lambda s: s.lines,
    ),
)
