"""What an action is: its name, its words, its keys, what it does, and when it makes sense."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Flag, StrEnum, auto
from typing import Generic, TypeVar

CONTEXT = "actions"


class ActionId(StrEnum):
    """Name an action, for menus, for settings and for the manual."""

    IMPORT_FILES = "import_files"
    IMPORT_FOLDER = "import_folder"
    WATCH_FOLDER = "watch_folder"
    PASTE_STORY = "paste_story"
    UNDO_IMPORT = "undo_import"
    OPEN_LIBRARY = "open_library"
    NEW_LIBRARY = "new_library"
    OPEN_SAMPLES = "open_samples"
    CLEAR_RECENT = "clear_recent"
    KEEP_RECENT = "keep_recent"
    SAVE_COPY = "save_copy"
    BACK_UP = "back_up"
    RESTORE_BACKUP = "restore_backup"
    CHECK_LIBRARY = "check_library"
    EXPORT_COMPARISON = "export_comparison"
    PRINT = "print"
    EXPORT_MARKS = "export_marks"
    IMPORT_MARKS = "import_marks"
    EXPORT_HISTORY = "export_history"
    EXPORT_MAP = "export_map"
    QUIT = "quit"
    UNDO = "undo"
    REDO = "redo"
    FILTER = "filter"
    SEARCH = "search"
    FIND = "find"
    FIND_NEXT = "find_next"
    FIND_PREVIOUS = "find_previous"
    SEARCH_WITHIN = "search_within"
    LIST_FOUND = "list_found"
    CONCORDANCE = "concordance"
    EXPORT_CONCORDANCE = "export_concordance"
    HIDE_QUIET = "hide_quiet"
    SHOW_TYPOGRAPHY = "show_typography"
    SHOW_SPELLING = "show_spelling"
    SHOW_STYLE = "show_style"
    SHOW_WORDING = "show_wording"
    SHOW_SUBSTANCE = "show_substance"
    NEXT_DIFFERENCE = "next_difference"
    PREVIOUS_DIFFERENCE = "previous_difference"
    LIST_DIFFERENCES = "list_differences"
    NEXT_PART = "next_part"
    PREVIOUS_PART = "previous_part"
    ONE_PANE = "one_pane"
    TWO_PANES = "two_panes"
    THREE_PANES = "three_panes"
    FOUR_PANES = "four_panes"
    ADD_PANE = "add_pane"
    CLOSE_PANE = "close_pane"
    CHOOSE_VERSION = "choose_version"
    NEXT_VERSION = "next_version"
    PREVIOUS_VERSION = "previous_version"
    PANE_LEFT = "pane_left"
    PANE_RIGHT = "pane_right"
    LINKED = "linked"
    FOLLOW_LINK = "follow_link"
    GO_TO_PASSAGE = "go_to_passage"
    FULL_SCREEN = "full_screen"
    COPY_CITED = "copy_cited"
    USUAL_TEXT = "usual_text"
    LARGER_TEXT = "larger_text"
    SMALLER_TEXT = "smaller_text"
    FOLLOW_SYSTEM = "follow_system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"
    NEXT_STORY = "next_story"
    PREVIOUS_STORY = "previous_story"
    SORT_NEWEST = "sort_newest"
    SORT_OLDEST = "sort_oldest"
    SORT_TITLE = "sort_title"
    SORT_SOURCE = "sort_source"
    SORT_VERSIONS = "sort_versions"
    SORT_MARKS = "sort_marks"
    SORT_READ = "sort_read"
    SORT_ADDED = "sort_added"
    SAVE_VIEW = "save_view"
    NEW_COLLECTION = "new_collection"
    COLLECT = "collect"
    TOGGLE_READ = "toggle_read"
    TOGGLE_DONE = "toggle_done"
    MOVE_TO_BIN = "move_to_bin"
    SHOW_BIN = "show_bin"
    RESTORE = "restore"
    EMPTY_BIN = "empty_bin"
    JOIN = "join"
    PART = "part"
    CHOOSE_BASE = "choose_base"
    SHOW_DETAILS = "show_details"
    DETAILS = "details"
    KIND = "kind"
    STORY_MAP = "story_map"
    SUGGESTIONS = "suggestions"
    COMPARE_ALL = "compare_all"
    AS_TYPOGRAPHY = "as_typography"
    AS_SPELLING = "as_spelling"
    AS_STYLE = "as_style"
    AS_WORDING = "as_wording"
    AS_SUBSTANCE = "as_substance"
    BY_RULE = "by_rule"
    TREAT_WORDS = "treat_words"
    WORD_LIST = "word_list"
    LINK_SENTENCE = "link_sentence"
    UNLINK_SENTENCE = "unlink_sentence"
    MARK_MOVED = "mark_moved"
    SENTENCE_BY_RULE = "sentence_by_rule"
    DECISIONS = "list_decisions"
    COPY = "copy"
    SELECT_ALL = "select_all"
    HIGHLIGHT = "highlight"
    NOTE = "note"
    NOTE_DIFFERENCE = "note_difference"
    NOTE_VERSION = "note_version"
    NOTE_STORY = "note_story"
    REMOVE_MARK = "remove_mark"
    MARK_END_LATER = "mark_end_later"
    MARK_END_EARLIER = "mark_end_earlier"
    MARK_START_EARLIER = "mark_start_earlier"
    MARK_START_LATER = "mark_start_later"
    SPLIT_MARK = "split_mark"
    MERGE_MARK = "merge_mark"
    CYCLE_MARKS = "cycle_marks"
    NEXT_MARK = "next_mark"
    PREVIOUS_MARK = "previous_mark"
    LIST_MARKS = "list_marks"
    CARRY = "carry"
    ALL_NOTES = "all_notes"
    CARRY_MARK = "carry_mark"
    CARRY_TO = "carry_to"
    CARRY_STORY = "carry_story"
    NEXT_CARRIED = "next_carried"
    PREVIOUS_CARRIED = "previous_carried"
    ACCEPT_CARRIED = "accept_carried"
    PUT_CARRIED = "put_carried"
    DROP_CARRIED = "drop_carried"
    GO_BACK = "go_back"
    GO_FORTH = "go_forth"
    NEW_CODE = "new_code"
    NEW_CODE_BELOW = "new_code_below"
    EDIT_CODE = "edit_code"
    CODE_UP = "code_up"
    CODE_DOWN = "code_down"
    CODE_IN = "code_in"
    CODE_OUT = "code_out"
    SORT_CODES = "sort_codes"
    MERGE_CODE = "merge_code"
    SPLIT_CODE = "split_code"
    RETIRE_CODE = "retire_code"
    DELETE_CODE = "delete_code"
    AUTO_CODE = "auto_code"
    CODE_LINKS = "code_links"
    IMPORT_CODES = "import_codes"
    EXPORT_CODES = "export_codes"
    ANNOTATOR = "annotator"
    ANNOTATORS = "annotators"
    AGREEMENT = "agreement"
    EXPORT_AGREEMENT = "export_agreement"
    NEXT_DISPUTE = "next_dispute"
    PREVIOUS_DISPUTE = "previous_dispute"
    SETTLE = "settle"
    SHOW_SETTLED = "show_settled"
    MERGE_LIBRARY = "merge_library"
    MANUAL = "manual"
    SETTINGS = "settings"
    PALETTE = "palette"
    KEYS = "keys"
    ABOUT = "about"


class Need(Flag):
    """Name what must be in sight, or have the keys, for an action to know what it is about."""

    NOTHING = 0
    LIST = auto()
    """The list of stories, and the search above it."""
    SIDE = auto()
    """Notes, details, highlights and codes."""
    TEXTS = auto()
    """The panes, with the caret and what is selected in them."""
    STORY = auto()
    """The story that is read: its texts, or its map."""
    IN_HAND = auto()
    """What is chosen in the list while the list has the keys; elsewhere what the panes show."""


@dataclass(frozen=True, slots=True)
class Decidable:
    """Hold what the reader can decide where the caret stands."""

    variant: bool = False
    variant_by_hand: bool = False
    words: bool = False
    """The variant has words on both sides."""
    sentence: bool = False
    linked: bool = False
    sentence_by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Situation:
    """Hold what decides which actions make sense now."""

    met: Need = ~Need.NOTHING
    """What can be acted on: see `Need`."""
    writable: bool = False
    stories: int = 0
    """How many stories the library has."""
    listed: int = 0
    """How many of them the list shows."""
    chosen_stories: int = 0
    in_bin: bool = False
    """The list shows what lies in the bin."""
    binned: bool = False
    """Something lies in the bin."""
    has_version: bool = False
    """A version is turned to: in the list, or the pane with the keys."""
    is_base: bool = False
    """The version turned to is its story's base."""
    version_name: str = ""
    versions: int = 0
    """How many versions the shown story has."""
    panes: int = 0
    """How many of them stand on the desk."""
    pane: int = 0
    """The place of the pane with the keys, the base's being 0."""
    comparing: bool = False
    selection: bool = False
    words: bool = False
    """There are words that a new mark would be on: those selected, or of the difference here."""
    mark: bool = False
    """The caret stands in a mark."""
    marks_here: int = 0
    """In how many marks the caret stands."""
    marks: int = 0
    """How many marks the shown versions have."""
    to_review: int = 0
    """How many carried marks of the library wait for the reader."""
    can_go_back: bool = False
    can_go_forth: bool = False
    code: bool = False
    """A code is chosen in the codebook."""
    codes: int = 0
    searched: bool = False
    """Something is asked for in the search field."""
    lines: bool = False
    """The concordance has lines."""
    undo: str = ""
    redo: str = ""
    decidable: Decidable = Decidable()


Enabled = Callable[[Situation], bool]
Doer = TypeVar("Doer")


@dataclass(frozen=True, slots=True)
class ActionRow(Generic[Doer]):
    """Hold an action: its words, its keys, who does what, and when it makes sense."""

    id: ActionId
    text: str
    keys: tuple[str, ...]
    deed: Callable[[Doer], None]
    enabled: Enabled
    checks: bool = False
    needs: Need = Need.NOTHING
    leads: bool = False
    """The action leads to the texts: a page that lies over them steps aside first."""

    def makes_sense(self, situation: Situation) -> bool:
        """Tell whether the action can be used now."""
        return self.needs in situation.met and self.enabled(situation)


def always(_: Situation) -> bool:
    """Let an action be used at any time."""
    return True


def writable(s: Situation) -> bool:
    """Let an action be used where the library can be written."""
    return s.writable
