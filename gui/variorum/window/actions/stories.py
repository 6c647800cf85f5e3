"""The actions on the list of stories: sort, views and collections, read and done, the bin."""

from variorum.library.queries.rows import StoryOrder
from variorum.window.action_row import ActionId, ActionRow, Need, Situation, always, writable
from variorum.window.actions.row import Deed, Row
from variorum.window.marking import QT_TRANSLATE_NOOP


def _sorts(order: StoryOrder) -> Deed:
    return lambda hands: hands.lists.sort_by(order)


def _chosen(s: Situation) -> bool:
    return s.writable and not s.in_bin and (s.chosen_stories > 0 or s.versions > 0)


_ORDERS = (
    (ActionId.SORT_NEWEST, QT_TRANSLATE_NOOP("actions", "By date, the newest first"), StoryOrder.NEWEST),
    (ActionId.SORT_OLDEST, QT_TRANSLATE_NOOP("actions", "By date, the oldest first"), StoryOrder.OLDEST),
    (ActionId.SORT_TITLE, QT_TRANSLATE_NOOP("actions", "By headline"), StoryOrder.TITLE),
    (ActionId.SORT_SOURCE, QT_TRANSLATE_NOOP("actions", "By source"), StoryOrder.SOURCE),
    (ActionId.SORT_VERSIONS, QT_TRANSLATE_NOOP("actions", "By number of versions"), StoryOrder.VERSIONS),
    (ActionId.SORT_MARKS, QT_TRANSLATE_NOOP("actions", "By number of marks"), StoryOrder.MARKS),
    (ActionId.SORT_READ, QT_TRANSLATE_NOOP("actions", "By when it was read"), StoryOrder.READ),
    (ActionId.SORT_ADDED, QT_TRANSLATE_NOOP("actions", "By when it was added"), StoryOrder.ADDED),
)  # fmt: skip

LISTING: tuple[Row, ...] = (
    *(
        ActionRow(name, words, (), _sorts(order), always, checks=True, needs=Need.LIST)
        for name, words, order in _ORDERS
    ),
    ActionRow(
        ActionId.SAVE_VIEW,
        QT_TRANSLATE_NOOP("actions", "Save the filter as a view…"),
        ("Ctrl+Shift+F",),
        lambda hands: hands.lists.save_view(),
        lambda s: s.writable and not s.in_bin,
        needs=Need.LIST,
    ),
    ActionRow(
        ActionId.NEW_COLLECTION,
        QT_TRANSLATE_NOOP("actions", "New collection…"),
        (),
        lambda hands: hands.lists.new_collection(),
        writable,
    ),
    ActionRow(
        ActionId.COLLECT,
        QT_TRANSLATE_NOOP("actions", "Put into a collection…"),
        ("Shift+C",),
        lambda hands: hands.lists.show_collections(),
        _chosen,
        needs=Need.IN_HAND | Need.LIST,
    ),
    ActionRow(
        ActionId.TOGGLE_READ,
        QT_TRANSLATE_NOOP("actions", "Mark as read or unread"),
        ("R",),
        lambda hands: hands.lists.toggle_read(),
        _chosen,
        needs=Need.IN_HAND,
    ),
    ActionRow(
        ActionId.TOGGLE_DONE,
        QT_TRANSLATE_NOOP("actions", "Mark as done or not done"),
        ("D",),
        lambda hands: hands.lists.toggle_done(),
        _chosen,
        needs=Need.IN_HAND,
    ),
    ActionRow(
        ActionId.MOVE_TO_BIN,
        QT_TRANSLATE_NOOP("actions", "Move to the bin"),
        ("Ctrl+Del",),
        lambda hands: hands.bin.take_in_hand(),
        _chosen,
        needs=Need.IN_HAND,
    ),
    ActionRow(
        ActionId.SHOW_BIN,
        QT_TRANSLATE_NOOP("actions", "Show the bin"),
        (),
        lambda hands: hands.bin.show(),
        always,
        needs=Need.LIST,
    ),
    ActionRow(
        ActionId.RESTORE,
        QT_TRANSLATE_NOOP("actions", "Return from the bin"),
        (),
        lambda hands: hands.bin.restore(),
        lambda s: s.writable and s.in_bin and s.chosen_stories > 0,
        needs=Need.LIST,
    ),
    ActionRow(
        ActionId.EMPTY_BIN,
        QT_TRANSLATE_NOOP("actions", "Empty the bin…"),
        (),
        lambda hands: hands.bin.empty(),
        lambda s: s.writable and s.binned,
    ),
)
