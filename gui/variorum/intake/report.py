"""What an import came to: one sum for the reader, not a box for every file."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from variorum.ids import ArticleId, StoryId
from variorum.intake.memory import Memory
from variorum.intake.placing import Placed
from variorum.intake.resuming import Places
from variorum.intake.skips import Skipped
from variorum.library.commands import ChangeSet
from variorum.library.connection import Db
from variorum.library.fingerprint_index import Index
from variorum.library.heeded import Heeded
from variorum.library.ids import ImportId


@dataclass(slots=True)
class Tally:
    """Count while an import goes on; `report` closes it."""

    import_id: ImportId
    index: Index
    memory: Memory = field(default_factory=Memory)
    duplicates: int = 0
    new_versions: int = 0
    articles: list[ArticleId] = field(default_factory=list[ArticleId])
    stories: dict[StoryId, None] = field(default_factory=dict[StoryId, None])
    skipped: list[Skipped] = field(default_factory=list[Skipped])
    changes: list[ChangeSet] = field(default_factory=list[ChangeSet])
    files: int = 0
    corpora: list[Path] = field(default_factory=list[Path])
    stopped: bool = False
    places: Places = field(default_factory=Places)
    """How far the files were read."""
    before: int = 0
    """Articles that were here of an import that goes on."""
    asked: int = 0

    def look_again(self, db: Db, heeded: Heeded) -> None:
        """Let go of what others' deeds may have changed; at the beginning of a deed."""
        if self.memory.heed(heeded):
            self.index.forget_sizes()
        self.index.catch_up(db)

    def count(self, done: Iterable[Placed]) -> None:
        """Count articles that were placed."""
        for placed in done:
            if placed.added is None:
                self.duplicates += 1
                continue
            self.new_versions += placed.is_new_version
            self.articles.append(placed.added.article)
            self.stories[placed.added.story] = None
            for gone in placed.united:
                self.stories.pop(gone, None)
            self.asked += placed.asked

    def report(self) -> "ImportReport":
        """Return the sum."""
        return ImportReport(
            import_id=self.import_id,
            imported=len(self.articles),
            duplicates=self.duplicates,
            new_versions=self.new_versions,
            skipped=tuple(self.skipped),
            articles=tuple(self.articles),
            stories=tuple(self.stories),
            changes=tuple(self.changes),
            corpora=tuple(self.corpora),
            stopped=self.stopped,
            is_one_corpus=self.files == len(self.corpora) == 1,
            before=self.before,
            asked=self.asked,
        )


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Hold what an import brought and what it left out."""

    import_id: ImportId
    """By it all that was brought can be undone together: `library.articles.undo_import`."""
    imported: int
    """Articles that are new in the library, new versions among them."""
    duplicates: int
    """Articles left out, because the same text came from the same place before."""
    new_versions: int
    """Articles that came from where another text came from before."""
    skipped: tuple[Skipped, ...]
    articles: tuple[ArticleId, ...]
    stories: tuple[StoryId, ...]
    """The stories in which something is new, in the order they were first met."""
    changes: tuple[ChangeSet, ...]
    """One a batch, for views that show the library."""
    corpora: tuple[Path, ...]
    """The files that held a corpus, read or not."""
    stopped: bool
    """The reader stopped the import; what was brought until then is kept."""
    is_one_corpus: bool = False
    """All that was read came from one corpus."""
    before: int = 0
    """Articles that an import which was cut off had brought before it went on."""
    asked: int = 0
    """Articles of which a person is asked whether they belong to another story too."""
