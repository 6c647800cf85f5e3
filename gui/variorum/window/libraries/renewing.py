"""Bring a library of an older version up to date while a box says so: a large one takes half a minute."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt

from variorum.app.doorbell import Doorbell
from variorum.app.home import Home
from variorum.library.library import Library
from variorum.window.libraries.busy import Busy


def open_older(path: Path) -> Library:
    """Open a library beside the window's thread, which shows a box until that is done.

    Where another process has the library there is nothing to show, and `LibraryLocked` is raised.
    """
    box, loop, home = _Renewing(path), QEventLoop(), Home()
    with ThreadPoolExecutor(max_workers=1) as worker:
        opened = worker.submit(Library.open, path, held=partial(home.post, box.begin))
        opened.add_done_callback(lambda _: home.post(loop.quit))
        loop.exec()
    home.close()
    box.end()
    return opened.result()


class _Renewing(Busy):
    """Say what is done; a second start of the program finds the box as it would find the window."""

    def __init__(self, path: Path) -> None:
        said = QCoreApplication.translate("renewing", "Bringing the library {name} up to date…")
        super().__init__(said.format(name=path.stem))
        self._path = path
        self._bell: Doorbell | None = None
        # Where it is the only window, the program does not end with it.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setModal(True)

    def begin(self) -> None:
        """Show what is under way, and answer for the library, which nobody else writes now."""
        self.show()
        self._bell = Doorbell(self._path, self)
        self._bell.rung.connect(self._come_forward)

    def end(self) -> None:
        """Make way for the window."""
        if self._bell is not None:
            self._bell.close()
        self.close()

    def _come_forward(self) -> None:
        self.raise_()
        self.activateWindow()
