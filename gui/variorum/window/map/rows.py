"""The actions of the story map."""

from variorum.window.action_row import ActionId, ActionRow, Need
from variorum.window.marking import QT_TRANSLATE_NOOP

MAPPING: tuple[ActionRow, ...] = (
    ActionRow(
        ActionId.STORY_MAP,
        QT_TRANSLATE_NOOP("actions", "Story map"),
        ("Ctrl+Shift+M",),
        lambda w: w.hands.map.toggle(),
        lambda s: s.versions > 0,
        checks=True,
    ),
    ActionRow(
        ActionId.EXPORT_MAP,
        QT_TRANSLATE_NOOP("actions", "Export the story map…"),
        (),
        lambda w: w.hands.map.export(),
        lambda s: s.versions > 1,
        needs=Need.STORY,
    ),
)
