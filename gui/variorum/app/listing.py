"""Which stories a list shows, and in what order; found beside the window while one types."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from variorum.app.asking import AskingAside
from variorum.library.ids import ListId
from variorum.library.library import Library
from variorum.library.queries import lists as queries_lists
from variorum.library.queries import stories as queries
from variorum.library.queries.rows import StoryOrder
from variorum.library.search.filtering import terms_without_stories
from variorum.progress import Tick


@dataclass(frozen=True, slots=True)
class Shown:
    """Say what a list of stories shows: all, a collection or the bin; filtered, in an order."""

    filter_text: str = ""
    order: StoryOrder = StoryOrder.NEWEST
    collection: ListId | None = None
    is_bin: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """Hold the ids of the stories that a list shows."""

    shown: Shown
    stories: "array[int]" = field(default_factory=lambda: array("q"))
    nowhere: tuple[str, ...] = ()
    """When there is no story: those words of the filter that no story meets."""


class Listing(QObject):
    """List stories; what a newer question has overtaken is dropped."""

    listed = Signal(object)  # Listed
    failed = Signal(object)  # Exception

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._asking = AskingAside(self)
        self._asking.answered.connect(self.listed)
        self._asking.failed.connect(self.failed)

    @property
    def is_busy(self) -> bool:
        """Tell whether a list is still to come."""
        return self._asking.is_busy

    def ask(self, shown: Shown) -> None:
        """Have stories listed; `listed` tells of them."""
        self._asking.ask(self.tr("Filtering"), self._work(shown))

    def forget(self) -> None:
        """Want no list any more."""
        self._asking.forget()

    def close(self) -> None:
        """Stop and wait for the thread."""
        self._asking.close()

    def _work(self, shown: Shown) -> Callable[[Tick], Listed]:
        library = self._library
        return lambda tick: listed(library, shown, tick=tick)


def listed(library: Library, shown: Shown, *, tick: Tick) -> Listed:
    """List the stories."""
    db = library.reader
    if shown.is_bin:
        return Listed(shown, queries_lists.binned_ids(db))
    ids = queries.story_ids(
        db, filter_text=shown.filter_text, order=shown.order, collection=shown.collection
    )
    tick(1, 2)
    if ids or not shown.filter_text:
        return Listed(shown, ids)
    return Listed(shown, ids, tuple(terms_without_stories(db, shown.filter_text)))
