"""Leave the window as one finds it: what was read, where, beside which list."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from variorum.app.sitting import Sitting
from variorum.ids import StoryId
from variorum.library.queries import lists as queries_lists
from variorum.window.body import Body
from variorum.window.desk.values import DeskPlace
from variorum.window.find.finder import Finder


class Sitter(QObject):
    """Keep the sitting when the window closes, and return to it when it opens."""

    def __init__(
        self,
        body: Body,
        *,
        finder: Finder,
        is_map_open: Callable[[], bool],
        toggle_map: Callable[[], None],
    ) -> None:
        super().__init__(body.window)
        self._workspace, self._reading = body.workspace, body.workspace.reading
        self._desk, self._panel = body.frame.desk, body.frame.stories
        self._finder = finder
        self._is_map_open, self._toggle_map = is_map_open, toggle_map
        self._story: StoryId | None = None
        self._place: DeskPlace | None = None

    def keep(self) -> None:
        """Remember how the window is left."""
        place = self._desk.place()
        bar = self._finder.bar
        self._workspace.keep_sitting(
            Sitting(
                panes=self._reading.panes,
                article=place.article if place is not None else None,
                place=place.place if place is not None else 0,
                top=place.top if place is not None else 0,
                share=place.share if place is not None else 0.0,
                shown=self._panel.shown,
                is_map=self._is_map_open(),
                find=None if bar.isHidden() else bar.field.text(),
            )
        )

    def restore(self) -> StoryId | None:
        """Return to the last sitting, as far as what it was about is there; return its story."""
        sitting = self._workspace.last_sitting()
        if sitting is None:
            return None
        shown = sitting.shown
        there = {
            row.id for row in queries_lists.collections(self._workspace.session.library.reader)
        }
        if shown.collection is None or shown.collection in there:
            self._panel.show_list(shown)
        story = self._workspace.return_to(sitting)
        if story is None:
            return None
        if sitting.find is not None:
            self._finder.start()
            self._finder.bar.field.setText(sitting.find)
        if sitting.article is not None:
            self._story = story
            self._place = DeskPlace(sitting.article, sitting.place, sitting.top, sitting.share)
            self.settle()
        if sitting.is_map:
            self._toggle_map()
        return story

    def settle(self) -> None:
        """Go to the place, and again when comparisons have moved the texts."""
        if self._place is None:
            return
        if (
            self._reading.story != self._story
            or not self._desk.go_to_place(self._place)
            or all(pair.collation is not None for pair in self._reading.pairs)
        ):
            self._place = None
