"""An open library with all that the window works with."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from variorum.app.backups import BackupKeeper
from variorum.app.collations import Collations, Collator
from variorum.app.jobs import Jobs
from variorum.app.last_read import LastRead
from variorum.app.marks import Marks
from variorum.app.models.stories import StoriesModel
from variorum.app.people import People
from variorum.app.reading import Reading
from variorum.app.searching import Searching
from variorum.app.session import Session
from variorum.app.settings import Settings
from variorum.app.writing import Writing
from variorum.collation.collate import collate
from variorum.errors import UsageError
from variorum.ids import StoryId
from variorum.library import queries
from variorum.library.library import Library
from variorum.library.queries_articles import story_of
from variorum.library.rows import StoryOrder

_LOOKED_AT = 200
"""Of a large import the first stories are enough to find one that can be compared."""


class Workspace(QObject):
    """Hold the session with what is read and marked in it; closed as one."""

    def __init__(
        self,
        library: Library,
        *,
        settings: Settings,
        backups: Path | None = None,
        collator: Collator = collate,
        parent: QObject | None = None,
    ) -> None:
        """Take over an open library; backups go below a folder, by default that of the settings."""
        super().__init__(parent)
        self.jobs = Jobs(parent=self)
        self.session = Session(library, jobs=self.jobs, settings=settings, parent=self)
        self.collations = Collations(self.session, collator=collator, parent=self)
        self.reading = Reading(self.session, self.collations, self)
        self.marks = Marks(self.session, self.reading, self.collations, self)
        self.people = People(self.session, self)
        self.people.changed.connect(self._tell_apart)
        self._tell_apart()
        self.writing = Writing(self.session, self.reading, self)
        self.stories = StoriesModel(library, self)
        self.searching = Searching(library, self)
        root = backups or settings.path.parent / "backups"
        self.backups = BackupKeeper(self.session, root, self)
        self._last_read = LastRead(settings)
        self._known_by = library.identity

    @classmethod
    def open(cls, path: Path, *, settings: Settings, create: bool = False) -> "Workspace":
        """Open a library; raise a `LibraryError` that can be shown."""
        return cls(Library.open(path, create=create), settings=settings)

    def _tell_apart(self) -> None:
        """Let marks say who made them, and those stay away that are hidden."""
        self.marks.tell_apart(self.people.signs, self.people.hidden)

    @property
    def path(self) -> Path:
        """Return the library's file."""
        return self.session.path

    def first_comparison(self, stories: Sequence[StoryId]) -> StoryId | None:
        """Return the first of some stories that has several versions, else the first."""
        versions = queries.versions_of(self.session.library.reader, stories[:_LOOKED_AT])
        several = (story for story, rows in versions.items() if len(rows) > 1)
        return next(several, next(iter(stories), None))

    def richest_story(self) -> StoryId | None:
        """Return the story with most versions."""
        found = queries.story_ids(self.session.library.reader, order=StoryOrder.VERSIONS, limit=1)
        return StoryId(found[0]) if found else None

    def return_to_last(self) -> StoryId | None:
        """Turn to the version that was read last in this library; return its story."""
        article = self._last_read.of(self._known_by) if self._known_by else None
        if article is None:
            return None
        try:
            story = story_of(self.session.library.reader, article)
        except UsageError:
            # The import was undone, or an older state was restored.
            return None
        self.reading.open(story, article)
        return self.reading.story

    def close(self) -> None:
        """Stop all work, let the deeds under way finish, close the file."""
        if self.reading.sides and self._known_by:
            self._last_read.keep(self._known_by, self.reading.sides[-1].id)
        self.searching.close()
        self.stories.close()
        self.backups.end()
        self.jobs.close()
        self.session.close()
