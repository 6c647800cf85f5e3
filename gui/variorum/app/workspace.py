"""An open library with all that the window works with."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from variorum.app.backups import BackupKeeper
from variorum.app.carrying import Carrying
from variorum.app.collations import Collations, Collator
from variorum.app.jobs import Jobs
from variorum.app.marks import Marks
from variorum.app.models.stories import StoriesModel
from variorum.app.people import People
from variorum.app.reading import Reading
from variorum.app.searching import Searching
from variorum.app.session import Session
from variorum.app.settings import Settings
from variorum.app.sitting import Sitting, Sittings
from variorum.app.writing import Writing
from variorum.collation.later import collate
from variorum.errors import UsageError
from variorum.ids import StoryId
from variorum.library.library import Library
from variorum.library.queries import stories as queries
from variorum.library.queries.articles import story_of
from variorum.library.queries.rows import StoryOrder

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
        self.carrying = Carrying(self.session, self.reading, self.collations, self)
        self.writing = Writing(self.session, self.reading, self)
        self.stories = StoriesModel(library, self)
        self.searching = Searching(library, self)
        root = backups or settings.path.parent / "backups"
        self.backups = BackupKeeper(self.session, root, self)
        self._sittings = Sittings(settings)
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

    def last_sitting(self) -> Sitting | None:
        """Return how the reader sat in this library last."""
        return self._sittings.of(self._known_by) if self._known_by else None

    def keep_sitting(self, sitting: Sitting) -> None:
        """Remember how the reader sits, when there is anything to come back to."""
        if self._known_by and self.reading.sides:
            self._sittings.keep(self._known_by, sitting)

    def return_to(self, sitting: Sitting) -> StoryId | None:
        """Turn to what was read in a sitting; return its story, None when it is gone."""
        article = sitting.article or next(iter(sitting.panes), None)
        if article is None:
            return None
        try:
            story = story_of(self.session.library.reader, article)
        except UsageError:
            # The import was undone, or an older state was restored.
            return None
        self.reading.open(story, article, panes=sitting.panes)
        return self.reading.story

    def close(self) -> None:
        """Stop all work, let the deeds under way finish, close the file."""
        self.searching.close()
        self.stories.close()
        self.backups.end()
        self.jobs.close()
        self.session.close()
