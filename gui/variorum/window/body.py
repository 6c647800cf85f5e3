"""What a hand of the window may take hold of."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QMainWindow

from variorum.app.jobs import Job
from variorum.app.workspace import Workspace
from variorum.window.action_bar import ActionBar
from variorum.window.ask import Ask
from variorum.window.frame import Frame
from variorum.window.message_bar import Message
from variorum.window.sight import Sight
from variorum.window.status import StatusLine
from variorum.window.stories_list.dragging import Dragged
from variorum.window.theme import Theme


@dataclass(frozen=True, slots=True)
class Mouth:
    """Say how things are told: a message, a job that began, what failed."""

    say: Callable[[Message], None]
    follow: Callable[[Job], None]
    failed: Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class Body:
    """Hold the parts of one window, for hands that are made over it.

    `fit` is to be called when other things can be done than before.
    """

    window: QMainWindow
    workspace: Workspace
    frame: Frame
    sight: Sight
    bar: ActionBar
    status: StatusLine
    theme: Theme
    ask: Ask
    mouth: Mouth
    fit: Callable[[], None]

    def in_hand(self) -> Dragged:
        """Return what a deed on stories is about: see `Need.IN_HAND`."""
        chosen = self.frame.stories.in_hand()
        read = self.workspace.reading.story
        if read is None or (self.sight.in_list and chosen.stories):
            return chosen
        return Dragged((read,))
