"""What a deed is called, and what it says when it is done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Command(StrEnum):
    """Name what a transaction does; the menu's words for undo and redo are made from it."""

    IMPORT = "import"
    UNDO_IMPORT = "undo_import"
    EMPTY_BIN = "empty_bin"
    HOUSEKEEPING = "housekeeping"
    SET_SOURCE = "set_source"
    SET_DATE = "set_date"
    SET_HEADLINE = "set_headline"
    SET_DETAILS = "set_details"
    SET_KIND = "set_kind"
    BIN = "bin"
    RESTORE = "restore"
    JOIN = "join"
    PART = "part"
    KEEP_APART = "keep_apart"
    CHOOSE_BASE = "choose_base"
    LINK = "link"
    UNLINK = "unlink"
    MARK_MOVED = "mark_moved"
    SET_CLASS = "set_class"
    LEAVE_TO_RULES = "leave_to_rules"
    TREAT_WORDS = "treat_words"
    FORGET_WORDS = "forget_words"
    HIGHLIGHT = "highlight"
    RESIZE_HIGHLIGHT = "resize_highlight"
    DELETE_HIGHLIGHT = "delete_highlight"
    SET_CODES = "set_codes"
    SPLIT_HIGHLIGHT = "split_highlight"
    MERGE_HIGHLIGHTS = "merge_highlights"
    CARRY = "carry"
    ACCEPT_CARRIED = "accept_carried"
    PUT_CARRIED = "put_carried"
    DROP_CARRIED = "drop_carried"
    ADD_NOTE = "add_note"
    EDIT_NOTE = "edit_note"
    DELETE_NOTE = "delete_note"
    ADD_CODE = "add_code"
    EDIT_CODE = "edit_code"
    DELETE_CODE = "delete_code"
    ORDER_CODES = "order_codes"
    MERGE_CODES = "merge_codes"
    SPLIT_CODE = "split_code"
    RETIRE_CODE = "retire_code"
    OFFER_CODE = "offer_code"
    AUTO_CODE = "auto_code"
    IMPORT_CODES = "import_codes"
    ADD_ANNOTATOR = "add_annotator"
    RENAME_ANNOTATOR = "rename_annotator"
    EDIT_ANNOTATOR = "edit_annotator"
    SETTLE = "settle"
    REOPEN_DISPUTE = "reopen_dispute"
    MERGE_LIBRARY = "merge_library"
    IMPORT_MARKS = "import_marks"
    ADD_VIEW = "add_view"
    CHANGE_VIEW = "change_view"
    ADD_COLLECTION = "add_collection"
    RENAME_LIST = "rename_list"
    DELETE_LIST = "delete_list"
    ORDER_LISTS = "order_lists"
    COLLECT = "collect"
    TAKE_OUT = "take_out"
    MARK_READ = "mark_read"
    MARK_UNREAD = "mark_unread"
    MARK_DONE = "mark_done"
    MARK_NOT_DONE = "mark_not_done"
    MOVE_VERSIONS = "move_versions"

    @property
    def is_undoable(self) -> bool:
        """Tell whether the command is a step of the reader's undo.

        An import is undone by the deed `UNDO_IMPORT`, so that its batches never stand
        between two deeds of the reader; emptying the bin cannot be undone. Who makes marks is
        made known by the program itself.
        """
        return self not in _NOT_UNDOABLE


_NOT_UNDOABLE = frozenset(
    {Command.IMPORT, Command.EMPTY_BIN, Command.HOUSEKEEPING, Command.ADD_ANNOTATOR}
)


class Table(StrEnum):
    """Name the tables that hold what a person or an import made."""

    ARTICLES = "articles"
    PASSAGES = "passages"
    STORIES = "stories"
    MEMBERS = "members"
    DECISIONS = "decisions"
    PAIR_DECISIONS = "pair_decisions"
    WORD_PAIRS = "word_pairs"
    ANNOTATORS = "annotators"
    CODES = "codes"
    HIGHLIGHTS = "highlights"
    HIGHLIGHT_CODES = "highlight_codes"
    NOTES = "notes"
    LISTS = "lists"
    LIST_STORIES = "list_stories"
    STORY_STATES = "story_states"
    CARRYINGS = "carryings"
    SETTLEMENTS = "settlements"
    SETTLED_MARKS = "settled_marks"
    SETTLED_CODES = "settled_codes"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class Rows:
    """Hold the ids of a table's rows that a command changed.

    Passages and members are named by their article, a highlight's codes by the highlight.
    """

    inserted: frozenset[int] = frozenset()
    updated: frozenset[int] = frozenset()
    deleted: frozenset[int] = frozenset()

    @property
    def all(self) -> frozenset[int]:
        """Return every id that was touched."""
        return self.inserted | self.updated | self.deleted


NO_ROWS = Rows()


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Say what a command, an undo or a redo changed; views refresh from this alone."""

    command: Command
    rows: Mapping[Table, Rows] = field(default_factory=dict[Table, Rows])

    def of(self, table: Table) -> Rows:
        """Return the rows of one table."""
        return self.rows.get(table, NO_ROWS)

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return bool(self.rows)


@dataclass(frozen=True, slots=True)
class Done(Generic[T_co]):
    """Hold what a command changed, and what its deed returned."""

    changes: ChangeSet
    value: T_co
    took_reserve: bool = False
    """The disk is full, and this was saved with the room that was held back."""


@dataclass(frozen=True, slots=True)
class UndoState:
    """Say which commands the next undo and the next redo would take."""

    undo: Command | None = None
    redo: Command | None = None
