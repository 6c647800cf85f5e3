"""The actions of the concordance."""

from variorum.window.action_row import ActionId, ActionRow, always
from variorum.window.actions.row import Row
from variorum.window.marking import QT_TRANSLATE_NOOP

LINING: tuple[Row, ...] = (
    ActionRow(
        ActionId.CONCORDANCE,
        QT_TRANSLATE_NOOP("actions", "Concordance"),
        ("Ctrl+Alt+C",),
        lambda hands: hands.concordance.toggle(),
        always,
        checks=True,
    ),
    ActionRow(
        ActionId.EXPORT_CONCORDANCE,
        QT_TRANSLATE_NOOP("actions", "Export the concordance…"),
        (),
        lambda hands: hands.concordance.export(),
        lambda s: s.lines,
    ),
)
