"""The menus: lists of the names of actions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from variorum.library.queries.rows import StoryOrder
from variorum.window.action_row import ActionId
from variorum.window.marking import QT_TRANSLATE_NOOP


class Inset(StrEnum):
    """Name what stands in a menu besides actions."""

    RULE = "rule"
    CODES = "codes"
    """One entry a code with a number key."""
    RECENT = "recent"
    """The libraries that were open last, with what becomes of their list."""
    APPEARANCE = "appearance"
    """Colours of the window."""
    DECISIONS = "decisions"
    """What can be decided about the variant here."""
    SENTENCE = "sentence"
    """What can be decided about the sentence here."""
    SORTS = "sorts"
    """Orders of the list."""
    COLLECTIONS = "collections"
    """The collections, in which a story may stand."""
    KINDS = "kinds"
    """What the passages under the selection are."""


@dataclass(frozen=True, slots=True)
class MenuRow:
    """Hold a menu's title and its entries, from the top."""

    title: str
    entries: Sequence[ActionId | Inset]


SORTS: Mapping[StoryOrder, ActionId] = {
    StoryOrder.NEWEST: ActionId.SORT_NEWEST,
    StoryOrder.OLDEST: ActionId.SORT_OLDEST,
    StoryOrder.TITLE: ActionId.SORT_TITLE,
    StoryOrder.SOURCE: ActionId.SORT_SOURCE,
    StoryOrder.VERSIONS: ActionId.SORT_VERSIONS,
    StoryOrder.MARKS: ActionId.SORT_MARKS,
    StoryOrder.READ: ActionId.SORT_READ,
    StoryOrder.ADDED: ActionId.SORT_ADDED,
}
"""Which action sorts the list in which order."""

APPEARANCES: Sequence[ActionId] = (ActionId.FOLLOW_SYSTEM, ActionId.LIGHT, ActionId.DARK)

SENTENCE_MENU: Sequence[ActionId] = (
    ActionId.LINK_SENTENCE,
    ActionId.UNLINK_SENTENCE,
    ActionId.MARK_MOVED,
    ActionId.SENTENCE_BY_RULE,
)
"""What can be decided about a sentence."""

CODE_MENU: Sequence[ActionId | Inset] = (
    ActionId.NEW_CODE_BELOW,
    ActionId.EDIT_CODE,
    Inset.RULE,
    ActionId.CODE_UP,
    ActionId.CODE_DOWN,
    ActionId.CODE_IN,
    ActionId.CODE_OUT,
    ActionId.SORT_CODES,
    Inset.RULE,
    ActionId.MERGE_CODE,
    ActionId.SPLIT_CODE,
    ActionId.RETIRE_CODE,
    ActionId.DELETE_CODE,
    Inset.RULE,
    ActionId.CODE_LINKS,
)
"""What can be done with the code that is chosen."""

SUBMENUS: Mapping[Inset, tuple[str, Sequence[ActionId]]] = {
    Inset.SENTENCE: (QT_TRANSLATE_NOOP("actions", "Sentence"), SENTENCE_MENU),
    Inset.SORTS: (QT_TRANSLATE_NOOP("actions", "Sort the stories"), tuple(SORTS.values())),
    Inset.APPEARANCE: (
        QT_TRANSLATE_NOOP("actions", "Colours"),
        (*APPEARANCES, ActionId.HIGH_CONTRAST),
    ),
}
"""Insets that are menus of their own: their titles and actions."""

ENDS_MENU: Sequence[ActionId] = (
    ActionId.MARK_END_LATER,
    ActionId.MARK_END_EARLIER,
    ActionId.MARK_START_EARLIER,
    ActionId.MARK_START_LATER,
)
"""Where a highlight begins and ends."""

REVIEW_MENU: Sequence[ActionId] = (
    ActionId.NEXT_CARRIED,
    ActionId.PREVIOUS_CARRIED,
    ActionId.ACCEPT_CARRIED,
    ActionId.PUT_CARRIED,
    ActionId.DROP_CARRIED,
)
"""What is done with marks that did not arrive as they were."""

MENUS: Sequence[MenuRow] = (
    MenuRow(
        QT_TRANSLATE_NOOP("actions", "&File"),
        (
            ActionId.IMPORT_FILES,
            ActionId.IMPORT_FOLDER,
            ActionId.WATCH_FOLDER,
            ActionId.PASTE_STORY,
            ActionId.UNDO_IMPORT,
            Inset.RULE,
            ActionId.NEW_LIBRARY,
            ActionId.OPEN_LIBRARY,
            Inset.RECENT,
            ActionId.OPEN_SAMPLES,
            ActionId.MERGE_LIBRARY,
            Inset.RULE,
            ActionId.SAVE_COPY,
            ActionId.BACK_UP,
            ActionId.RESTORE_BACKUP,
            ActionId.CHECK_LIBRARY,
            Inset.RULE,
            ActionId.EXPORT_COMPARISON,
            ActionId.PRINT,
            ActionId.EXPORT_MARKS,
            ActionId.IMPORT_MARKS,
            ActionId.EXPORT_HISTORY,
            ActionId.EXPORT_MAP,
            ActionId.EXPORT_AGREEMENT,
            Inset.RULE,
            ActionId.QUIT,
        ),
    ),
    MenuRow(
        QT_TRANSLATE_NOOP("actions", "&Edit"),
        (
            ActionId.UNDO,
            ActionId.REDO,
            Inset.RULE,
            ActionId.COPY,
            ActionId.COPY_CITED,
            ActionId.SELECT_ALL,
            Inset.RULE,
            ActionId.SEARCH,
            ActionId.SEARCH_WITHIN,
            ActionId.LIST_FOUND,
            ActionId.CONCORDANCE,
            ActionId.EXPORT_CONCORDANCE,
            ActionId.FILTER,
            ActionId.FIND,
            ActionId.FIND_NEXT,
            ActionId.FIND_PREVIOUS,
            Inset.RULE,
            ActionId.SETTINGS,
        ),
    ),
    MenuRow(
        QT_TRANSLATE_NOOP("actions", "&View"),
        (
            ActionId.NEXT_DIFFERENCE,
            ActionId.PREVIOUS_DIFFERENCE,
            ActionId.LIST_DIFFERENCES,
            Inset.RULE,
            ActionId.HIDE_QUIET,
            ActionId.SHOW_TYPOGRAPHY,
            ActionId.SHOW_SPELLING,
            ActionId.SHOW_STYLE,
            ActionId.SHOW_WORDING,
            ActionId.SHOW_SUBSTANCE,
            Inset.RULE,
            ActionId.LARGER_TEXT,
            ActionId.SMALLER_TEXT,
            ActionId.USUAL_TEXT,
            Inset.APPEARANCE,
            Inset.RULE,
            Inset.SORTS,
            ActionId.SAVE_VIEW,
            ActionId.NEW_COLLECTION,
            ActionId.SHOW_BIN,
            ActionId.RESTORE,
            ActionId.EMPTY_BIN,
            Inset.RULE,
            ActionId.NEXT_PART,
            ActionId.PREVIOUS_PART,
        ),
    ),
    MenuRow(
        QT_TRANSLATE_NOOP("actions", "&Panes"),
        (
            ActionId.ONE_PANE,
            ActionId.TWO_PANES,
            ActionId.THREE_PANES,
            ActionId.FOUR_PANES,
            Inset.RULE,
            ActionId.CHOOSE_VERSION,
            ActionId.NEXT_VERSION,
            ActionId.PREVIOUS_VERSION,
            ActionId.ADD_PANE,
            ActionId.CLOSE_PANE,
            ActionId.PANE_LEFT,
            ActionId.PANE_RIGHT,
            Inset.RULE,
            ActionId.LINKED,
            ActionId.FOLLOW_LINK,
            ActionId.GO_TO_PASSAGE,
            ActionId.FULL_SCREEN,
        ),
    ),
    MenuRow(
        QT_TRANSLATE_NOOP("actions", "&Story"),
        (
            ActionId.NEXT_STORY,
            ActionId.PREVIOUS_STORY,
            ActionId.GO_BACK,
            ActionId.GO_FORTH,
            Inset.RULE,
            ActionId.STORY_MAP,
            ActionId.COMPARE_ALL,
            Inset.RULE,
            ActionId.CHOOSE_BASE,
            ActionId.JOIN,
            ActionId.PART,
            ActionId.SUGGESTIONS,
            Inset.RULE,
            ActionId.TOGGLE_READ,
            ActionId.TOGGLE_DONE,
            ActionId.COLLECT,
            ActionId.MOVE_TO_BIN,
            Inset.RULE,
            ActionId.SHOW_DETAILS,
            ActionId.DETAILS,
            ActionId.KIND,
        ),
    ),
    MenuRow(
        QT_TRANSLATE_NOOP("actions", "&Decide"),
        (
            ActionId.AS_TYPOGRAPHY,
            ActionId.AS_SPELLING,
            ActionId.AS_STYLE,
            ActionId.AS_WORDING,
            ActionId.AS_SUBSTANCE,
            ActionId.BY_RULE,
            Inset.RULE,
            ActionId.TREAT_WORDS,
            ActionId.WORD_LIST,
            Inset.RULE,
            *SENTENCE_MENU,
            Inset.RULE,
            ActionId.DECISIONS,
        ),
    ),
    MenuRow(
        QT_TRANSLATE_NOOP("actions", "&Annotate"),
        (
            ActionId.HIGHLIGHT,
            Inset.CODES,
            ActionId.NOTE,
            ActionId.REMOVE_MARK,
            Inset.RULE,
            ActionId.NOTE_DIFFERENCE,
            ActionId.NOTE_VERSION,
            ActionId.NOTE_STORY,
            ActionId.ALL_NOTES,
            Inset.RULE,
            ActionId.ANNOTATOR,
        ),
    ),
    MenuRow(
        QT_TRANSLATE_NOOP("actions", "&Codes"),
        (
            ActionId.NEW_CODE,
            *CODE_MENU,
            Inset.RULE,
            ActionId.AUTO_CODE,
            Inset.RULE,
            ActionId.IMPORT_CODES,
            ActionId.EXPORT_CODES,
        ),
    ),
    MenuRow(
        QT_TRANSLATE_NOOP("actions", "C&olleagues"),
        (
            ActionId.ANNOTATORS,
            Inset.RULE,
            ActionId.AGREEMENT,
            ActionId.NEXT_DISPUTE,
            ActionId.PREVIOUS_DISPUTE,
            ActionId.SETTLE,
            ActionId.SHOW_SETTLED,
        ),
    ),
    MenuRow(
        QT_TRANSLATE_NOOP("actions", "&Marks"),
        (
            ActionId.LIST_MARKS,
            ActionId.NEXT_MARK,
            ActionId.PREVIOUS_MARK,
            ActionId.CYCLE_MARKS,
            Inset.RULE,
            *ENDS_MENU,
            ActionId.SPLIT_MARK,
            ActionId.MERGE_MARK,
            Inset.RULE,
            ActionId.CARRY,
            ActionId.CARRY_MARK,
            ActionId.CARRY_TO,
            ActionId.CARRY_STORY,
            Inset.RULE,
            *REVIEW_MENU,
        ),
    ),
    MenuRow(
        QT_TRANSLATE_NOOP("actions", "&Help"),
        (ActionId.MANUAL, ActionId.PALETTE, ActionId.KEYS, ActionId.ABOUT),
    ),
)

STORY_MENU: Sequence[ActionId | Inset] = (
    ActionId.CHOOSE_BASE,
    ActionId.JOIN,
    ActionId.PART,
    Inset.RULE,
    ActionId.TOGGLE_READ,
    ActionId.TOGGLE_DONE,
    Inset.COLLECTIONS,
    ActionId.MOVE_TO_BIN,
    ActionId.RESTORE,
    Inset.RULE,
    ActionId.SHOW_DETAILS,
    ActionId.DETAILS,
    Inset.RULE,
    ActionId.NOTE_VERSION,
    ActionId.NOTE_STORY,
)
"""What a right click on the list offers."""

TEXT_MENU: Sequence[ActionId | Inset] = (
    ActionId.HIGHLIGHT,
    Inset.CODES,
    ActionId.NOTE,
    ActionId.REMOVE_MARK,
    Inset.RULE,
    ActionId.CARRY,
    ActionId.CARRY_TO,
    Inset.RULE,
    ActionId.NOTE_DIFFERENCE,
    Inset.DECISIONS,
    Inset.SENTENCE,
    Inset.KINDS,
    Inset.RULE,
    ActionId.COPY,
    ActionId.SELECT_ALL,
)
"""What a right click on a text offers."""

DIFFERENCE_MENU: Sequence[ActionId | Inset] = (
    ActionId.HIGHLIGHT,
    ActionId.NOTE_DIFFERENCE,
    Inset.RULE,
    Inset.DECISIONS,
)
"""What a right click on the list of differences offers."""

MARK_MENU: Sequence[ActionId | Inset] = (
    ActionId.NOTE,
    ActionId.REMOVE_MARK,
    Inset.CODES,
    Inset.RULE,
    ActionId.CYCLE_MARKS,
    ActionId.SPLIT_MARK,
    ActionId.MERGE_MARK,
    ActionId.CARRY_MARK,
    ActionId.CARRY,
    ActionId.CARRY_TO,
    Inset.RULE,
    ActionId.NOTE_DIFFERENCE,
    Inset.DECISIONS,
    Inset.SENTENCE,
    Inset.KINDS,
    Inset.RULE,
    ActionId.COPY,
    ActionId.SELECT_ALL,
)
"""What a right click on a mark offers."""

PANE_MENU: Sequence[ActionId | Inset] = (
    ActionId.ADD_PANE,
    ActionId.CLOSE_PANE,
    ActionId.ONE_PANE,
    ActionId.PANE_LEFT,
    ActionId.PANE_RIGHT,
    Inset.RULE,
    ActionId.CHOOSE_BASE,
    ActionId.SHOW_DETAILS,
)
"""What a click on the head of a pane offers, below the versions."""
