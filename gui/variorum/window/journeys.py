"""Go back to where the reader was, and forth again."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from variorum.errors import UsageError
from variorum.ids import ArticleId, StoryId
from variorum.library.queries.articles import story_of
from variorum.window.body import Body
from variorum.window.desk.values import DeskPlace

_MOST = 100


@dataclass(frozen=True, slots=True)
class Stop:
    """Hold where the reader was: which versions were open, and the place in one of them."""

    panes: tuple[ArticleId, ...]
    place: DeskPlace


class Journeys(QObject):
    """Remember the places that the reader jumped from; every other story is a jump."""

    def __init__(self, body: Body) -> None:
        super().__init__(body.window)
        self._session = body.workspace.session
        self._reading = body.workspace.reading
        self._desk, self._stories, self._fit = body.frame.desk, body.frame.stories, body.fit
        self._back: list[Stop] = []
        self._forth: list[Stop] = []
        self._story: StoryId | None = None
        self._last: Stop | None = None
        self._wanted: Stop | None = None
        self._desk.selection_changed.connect(self._moved)
        self._reading.changed.connect(self._turned)

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a place to go back to."""
        return bool(self._back)

    @property
    def can_go_forth(self) -> bool:
        """Tell whether the reader has gone back from somewhere."""
        return bool(self._forth)

    def leave(self) -> None:
        """Remember the place here, before the reader is taken elsewhere."""
        here = self._here()
        if here is not None:
            self._remember(here)

    def back(self) -> None:
        """Go where the reader was before the last jump."""
        self._travel(self._back, self._forth)

    def forth(self) -> None:
        """Go where the reader went back from."""
        self._travel(self._forth, self._back)

    def _here(self) -> Stop | None:
        place = self._desk.place()
        return Stop(self._reading.panes, place) if place is not None else None

    def _remember(self, stop: Stop) -> None:
        if not self._back or self._back[-1] != stop:
            self._back.append(stop)
            del self._back[:-_MOST]
        self._forth.clear()
        self._fit()

    def _moved(self) -> None:
        """Know the place that will have been left when another story is on the desk."""
        if self._wanted is None and self._reading.story == self._story:
            self._last = self._here()

    def _turned(self) -> None:
        story, before = self._reading.story, self._story
        self._story = story
        if self._wanted is not None:
            self._arrive()
        elif before is not None and story != before and self._last is not None:
            self._remember(self._last)
            self._last = None

    def _travel(self, out: list[Stop], into: list[Stop]) -> None:
        """Go to the last stop of a list whose text is still there."""
        here = self._here() or self._last
        while out:
            stop = out.pop()
            story = self._story_of(stop)
            if story is None:
                continue
            if here is not None:
                into.append(here)
            self._wanted = stop
            self._reading.open(story, panes=stop.panes)
            self._stories.show_chosen(story)
            self._arrive()
            break
        self._fit()

    def _story_of(self, stop: Stop) -> StoryId | None:
        try:
            return story_of(self._session.library.reader, stop.place.article)
        except UsageError:
            return None

    def _arrive(self) -> None:
        """Stand at the wanted place once its text is on the desk."""
        wanted = self._wanted
        if wanted is not None and self._desk.go_to_place(wanted.place):
            self._wanted = None
            self._story = self._reading.story
            self._desk.take_focus()
