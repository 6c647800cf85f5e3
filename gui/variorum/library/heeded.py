"""Know what others did that an import under way has to heed.

Only the writer's thread adds to it, and only a deed asks it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from variorum.ids import StoryId
from variorum.library.commands import Table
from variorum.library.ids import ImportId
from variorum.library.journal import Change

_OF_GROUPING = frozenset(
    {Table.ARTICLES, Table.PASSAGES, Table.STORIES, Table.MEMBERS, Table.DECISIONS}
)
_ON_STORIES = frozenset({Table.NOTES, Table.LIST_STORIES, Table.STORY_STATES})


@dataclass(slots=True)
class Heeded:
    """Count what changes the grouping, and hold the stories that must not go, or are gone."""

    regrouped: int = 0
    """How many deeds changed articles, or said which are versions of one another."""
    in_use: set[StoryId] = field(default_factory=set[StoryId])
    """Stories that a deed put something on: a note, a collection, that it was read or is done.

    Where it was taken back it may be done again, and would ask for the same story."""
    gone: set[StoryId] = field(default_factory=set[StoryId])
    """Stories that an import let go into others."""
    running: set[ImportId] = field(default_factory=set[ImportId])
    """Imports that are under way: not cut off, though they did not come to their end."""

    def take(self, changes: Iterable[Change]) -> None:
        """Heed what a deed changed, an undo or a redo among them."""
        is_regrouped = False
        for change in changes:
            is_regrouped |= change.table in _OF_GROUPING
            if change.table in _ON_STORIES:
                rows = (change.before, change.after)
                self.in_use |= {row["story"] for row in rows if row and row["story"] is not None}
        self.regrouped += is_regrouped
