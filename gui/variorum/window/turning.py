"""Turn to stories: the next of the list, one that was imported, the one with most versions."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from variorum.ids import StoryId
from variorum.window.body import Body
from variorum.window.importing import Importing

if TYPE_CHECKING:
    from variorum.intake.report import ImportReport


class Turning(QObject):
    """Bring stories on the desk."""

    def __init__(self, body: Body, importing: Importing) -> None:
        super().__init__(body.window)
        self._workspace, self._frame, self._stories = body.workspace, body.frame, body.frame.stories
        self._mouth, self._importing = body.mouth, importing
        importing.finished.connect(self._imported)

    def show_story(self, story: StoryId) -> None:
        """Turn to a story; it is seen, whatever lay over the texts."""
        self._frame.show_texts()
        self._workspace.reading.open(story)
        self._stories.show_chosen(story)

    def step(self, by: int) -> None:
        """Turn to the next or the previous story of the list."""
        self._stories.step(by)

    def focus_filter(self) -> None:
        """Give the keys to the filter line."""
        self._stories.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._stories.filter.selectAll()

    def show_first_comparison(self) -> None:
        """Turn to the story with most versions."""
        story = self._workspace.richest_story()
        if story is not None:
            self.show_story(story)

    def import_samples(self) -> None:
        """Bring our own stories into this library, once, and show one with many versions."""
        if self._workspace.stories.rowCount():
            self.show_first_comparison()
        else:
            self._importing.bring_samples().finished.connect(self.show_first_comparison)

    def _imported(self, report: "ImportReport") -> None:
        self._mouth.say(self._importing.summary(report))
        story = self._workspace.first_comparison(report.stories)
        if story is not None:
            self.show_story(story)
