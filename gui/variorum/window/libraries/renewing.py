"""Bring a library of an older version up to date while a box says so: a large one takes half a minute."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt

from variorum.app.home import Home
from variorum.library.library import Library
from variorum.window.libraries.busy import Busy


def open_older(path: Path) -> Library:
    """Open a library beside the window's thread, which shows a box until that is done."""
    said = QCoreApplication.translate("renewing", "Bringing the library {name} up to date…")
    box = Busy(said.format(name=path.stem))
    # Where it is the only window, the program does not end with it.
    box.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
    box.setModal(True)
    loop, home = QEventLoop(), Home()
    with ThreadPoolExecutor(max_workers=1) as worker:
        opened = worker.submit(Library.open, path)
        opened.add_done_callback(lambda _: home.post(loop.quit))
        box.show()
        loop.exec()
    home.close()
    box.close()
    return opened.result()
