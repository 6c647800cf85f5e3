"""The actions that find things, set things, and tell what is known of an article."""

from variorum.window.action_row import ActionId, ActionRow, Need, Situation, always
from variorum.window.actions.row import Row
from variorum.window.marking import QT_TRANSLATE_NOOP


def _reading(situation: Situation) -> bool:
    return situation.versions > 0


SETTING: tuple[Row, ...] = (
    ActionRow(
        ActionId.SETTINGS,
        QT_TRANSLATE_NOOP("actions", "Settings…"),
        ("Ctrl+,",),
        lambda hands: hands.showing.show_settings(),
        always,
    ),
    ActionRow(
        ActionId.PALETTE,
        QT_TRANSLATE_NOOP("actions", "Command palette"),
        ("Ctrl+Shift+P",),
        lambda hands: hands.showing.show_palette(),
        always,
    ),
)

FINDING: tuple[Row, ...] = (
    ActionRow(
        ActionId.SEARCH,
        QT_TRANSLATE_NOOP("actions", "Search everything"),
        ("Ctrl+K",),
        lambda hands: hands.searcher.start(),
        always,
        needs=Need.LIST,
    ),
    ActionRow(
        ActionId.SEARCH_WITHIN,
        QT_TRANSLATE_NOOP("actions", "Search within the results"),
        ("Ctrl+Alt+K",),
        lambda hands: hands.searcher.go_within(),
        lambda s: s.searched,
        needs=Need.LIST,
    ),
    ActionRow(
        ActionId.LIST_FOUND,
        QT_TRANSLATE_NOOP("actions", "Show the stories found in the list"),
        ("Ctrl+Alt+L",),
        lambda hands: hands.searcher.show_in_list(),
        lambda s: s.searched,
        needs=Need.LIST,
    ),
    ActionRow(
        ActionId.FIND,
        QT_TRANSLATE_NOOP("actions", "Find in the panes"),
        ("Ctrl+F",),
        lambda hands: hands.finder.start(),
        _reading,
        leads=True,
    ),
    ActionRow(
        ActionId.FIND_NEXT,
        QT_TRANSLATE_NOOP("actions", "Find next"),
        ("F3",),
        lambda hands: hands.finder.go_on(),
        _reading,
        leads=True,
    ),
    ActionRow(
        ActionId.FIND_PREVIOUS,
        QT_TRANSLATE_NOOP("actions", "Find previous"),
        ("Shift+F3",),
        lambda hands: hands.finder.go_back(),
        _reading,
        leads=True,
    ),
)

NOTING: tuple[Row, ...] = (
    ActionRow(
        ActionId.NOTE_DIFFERENCE,
        QT_TRANSLATE_NOOP("actions", "Write a note on this difference"),
        (),
        lambda hands: hands.noting.note_variant(),
        lambda s: s.writable and s.decidable.variant,
        needs=Need.TEXTS | Need.SIDE,
    ),
    ActionRow(
        ActionId.NOTE_VERSION,
        QT_TRANSLATE_NOOP("actions", "Write a note on this version"),
        ("Alt+N",),
        lambda hands: hands.noting.note_article(),
        lambda s: s.writable and s.versions > 0,
        needs=Need.IN_HAND | Need.SIDE,
    ),
    ActionRow(
        ActionId.NOTE_STORY,
        QT_TRANSLATE_NOOP("actions", "Write a note on the story"),
        ("Shift+N",),
        lambda hands: hands.noting.note_story(),
        lambda s: s.writable and s.versions > 0,
        needs=Need.IN_HAND | Need.SIDE,
    ),
)

UNDOING: Row = ActionRow(
    ActionId.UNDO_IMPORT,
    QT_TRANSLATE_NOOP("actions", "Undo the last import…"),
    (),
    lambda hands: hands.importing.undo_last(),
    lambda s: s.writable and s.stories > 0,
)

KEEPING: tuple[Row, ...] = (
    ActionRow(
        ActionId.COMPARE_ALL,
        QT_TRANSLATE_NOOP("actions", "Compare all versions of the library"),
        (),
        lambda hands: hands.comparing.compare_all(),
        lambda s: s.writable and s.stories > 0,
    ),
    ActionRow(
        ActionId.SHOW_DETAILS,
        QT_TRANSLATE_NOOP("actions", "Details of this version"),
        ("Ctrl+I",),
        lambda hands: hands.detailing.toggle(),
        _reading,
        needs=Need.SIDE,
    ),
    ActionRow(
        ActionId.KIND,
        QT_TRANSLATE_NOOP("actions", "Kind of passage…"),
        ("K",),
        lambda hands: hands.kinds.show_menu(),
        lambda s: s.writable and s.versions > 0,
        needs=Need.TEXTS,
    ),
)
