"""The actions on colleagues and their marks."""

from variorum.window.action_row import ActionId, ActionRow, always, writable
from variorum.window.actions.row import Row
from variorum.window.marking import QT_TRANSLATE_NOOP

COLLEAGUES: tuple[Row, ...] = (
    ActionRow(
        ActionId.MERGE_LIBRARY,
        QT_TRANSLATE_NOOP("actions", "Merge a library…"),
        (),
        lambda hands: hands.colleagues.merging.choose(),
        writable,
    ),
    ActionRow(
        ActionId.ANNOTATORS,
        QT_TRANSLATE_NOOP("actions", "Annotators…"),
        (),
        lambda hands: hands.colleagues.show_people(),
        always,
    ),
    ActionRow(
        ActionId.AGREEMENT,
        QT_TRANSLATE_NOOP("actions", "Agreement"),
        ("Ctrl+Shift+G",),
        lambda hands: hands.colleagues.toggle(),
        lambda s: s.stories > 0,
        checks=True,
    ),
    ActionRow(
        ActionId.EXPORT_AGREEMENT,
        QT_TRANSLATE_NOOP("actions", "Export agreement…"),
        (),
        lambda hands: hands.colleagues.export(),
        lambda s: s.stories > 0,
    ),
    ActionRow(
        ActionId.NEXT_DISPUTE,
        QT_TRANSLATE_NOOP("actions", "Next disagreement"),
        ("F9",),
        lambda hands: hands.colleagues.reviewing.step(1),
        lambda s: s.stories > 0,
        leads=True,
    ),
    ActionRow(
        ActionId.PREVIOUS_DISPUTE,
        QT_TRANSLATE_NOOP("actions", "Previous disagreement"),
        ("Shift+F9",),
        lambda hands: hands.colleagues.reviewing.step(-1),
        lambda s: s.stories > 0,
        leads=True,
    ),
    ActionRow(
        ActionId.SETTLE,
        QT_TRANSLATE_NOOP("actions", "Settle this disagreement…"),
        ("Ctrl+F9",),
        lambda hands: hands.colleagues.reviewing.show_menu(),
        lambda s: s.writable and s.stories > 0,
        leads=True,
    ),
    ActionRow(
        ActionId.SHOW_SETTLED,
        QT_TRANSLATE_NOOP("actions", "Show what is settled"),
        (),
        lambda hands: hands.colleagues.toggle_settled(),
        always,
        checks=True,
    ),
)
