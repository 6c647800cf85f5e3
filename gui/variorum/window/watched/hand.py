"""Choose folders to watch, and import what comes into them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from variorum.app.settings import LAST_FOLDER
from variorum.app.watching import FolderWatch
from variorum.window.body import Body
from variorum.window.importing import Importing
from variorum.window.message_bar import Message, Offer
from variorum.window.watched.page import WatchedPage

if TYPE_CHECKING:
    from variorum.intake.report import ImportReport


class Watching(QObject):
    """Let new files come by themselves; what is read stays in sight."""

    def __init__(self, body: Body, importing: Importing) -> None:
        super().__init__(body.window)
        self._ask, self._mouth = body.ask, body.mouth
        self._session = body.workspace.session
        self._importing = importing
        self.watch = FolderWatch(self._session, self)
        self.watch.ready.connect(self._bring)

    def choose(self) -> None:
        """Ask for a folder and watch it."""
        folder = self._session.settings.get(LAST_FOLDER)
        chosen = self._ask.folder_to_open(self.tr("Watch a folder"), folder=folder)
        if chosen is None:
            return
        self.watch.watch(chosen)
        self._mouth.say(
            Message(
                self.tr("Watching {folder}: its files are imported by themselves.").format(
                    folder=chosen.name
                ),
                offers=(Offer(self.tr("Stop"), partial(self.watch.stop_watching, chosen)),),
            )
        )

    @property
    def title(self) -> str:
        """Return the title of the page of the settings."""
        return self.tr("Watched folders")

    def page(self, parent: QWidget) -> WatchedPage:
        """Return the page of the settings with the folders."""
        return WatchedPage(self.watch, parent)

    def _bring(self, files: Sequence[Path]) -> None:
        self._importing.bring_quietly(files, then=partial(self._brought, files))

    def _brought(self, files: Sequence[Path], report: "ImportReport") -> None:
        if not report.stopped:
            self.watch.remember(files)
        if report.imported:
            self._mouth.say(self._importing.summary(report))
