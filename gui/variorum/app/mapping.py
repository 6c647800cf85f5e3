"""Draw up the map of the story that is read, beside the window, from the kept collations."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Signal

from variorum.app.collations import Collations, Printing
from variorum.app.reading import Reading
from variorum.app.session import Session
from variorum.app.story_map import Edition, StoryMap, story_map
from variorum.app.version_names import names_of
from variorum.collation.values import Collation
from variorum.library.queries import articles as queries_articles


@dataclass(slots=True)
class _Wanted:
    """Hold a map that is being made: its versions, and the comparisons that came so far."""

    base: Edition
    versions: Sequence[Edition]
    found: dict[int, Collation] = field(default_factory=dict[int, Collation])


class Mapping(QObject):
    """Hold the map of the story that is read; made when it is asked for."""

    changed = Signal()  # there is another map, or none
    progressed = Signal(int, int)  # versions compared, of how many

    def __init__(
        self,
        session: Session,
        reading: Reading,
        collations: Collations,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._reading, self._collations = session, reading, collations
        self._wanted: _Wanted | None = None
        self.map: StoryMap | None = None

    @property
    def is_busy(self) -> bool:
        """Tell whether a map is still to come."""
        return self._wanted is not None

    def read(self) -> None:
        """Make the map of the story as it now is; the one before stays until it has come."""
        editions = self._editions()
        self._wanted = None
        if len(editions) < 2:
            self._take(None)
            return
        if self.map is not None and self.map.base.row.story != editions[0].row.story:
            self._take(None)
        wanted = self._wanted = _Wanted(editions[0], editions[1:])
        base = Printing(wanted.base.id, wanted.base.article)
        for number, version in enumerate(wanted.versions):
            self._collations.want(
                base,
                Printing(version.id, version.article),
                lambda found, number=number: self._compared(wanted, number, found),
                title=self.tr("Comparing"),
            )

    def forget(self) -> None:
        """Drop the map, and what is under way to one."""
        self._wanted = None
        self._take(None)

    def _editions(self) -> list[Edition]:
        rows = self._reading.versions
        names = names_of(rows)
        reader = self._session.library.reader
        articles = queries_articles.articles(reader, [row.article for row in rows])
        return [
            Edition(row, article, names[row.article])
            for row, article in zip(rows, articles, strict=True)
        ]

    def _compared(self, wanted: _Wanted, number: int, found: Collation) -> None:
        if wanted is not self._wanted:
            return
        wanted.found[number] = found
        self.progressed.emit(len(wanted.found), len(wanted.versions))
        if len(wanted.found) < len(wanted.versions):
            return
        collations = [wanted.found[place] for place in range(len(wanted.versions))]
        job = self._session.jobs.run(
            self.tr("Drawing the map"),
            lambda _tick: story_map(wanted.base, wanted.versions, collations),
        )
        job.succeeded.connect(partial(self._made, wanted))
        job.failed.connect(self._session.failed)

    def _made(self, wanted: _Wanted, made: StoryMap) -> None:
        if wanted is self._wanted:
            self._wanted = None
            self._take(made)

    def _take(self, made: StoryMap | None) -> None:
        self.map = made
        self.changed.emit()
