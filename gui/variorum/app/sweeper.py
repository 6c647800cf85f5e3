"""Collect cycles of references on the thread of the window, and on no other."""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY_MS = 500


class Sweeper(QObject):
    """Take over Python's collector while this object lives.

    Python collects on whichever thread happens to allocate, and so destroys what it finds
    there: a timer or a model that is garbage would end on a worker's thread while the window's
    thread sends it an event. (Tried: of a QWidget the bindings themselves wait for the main
    thread; of other QObjects they do not.)
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self.destroyed.connect(gc.enable)
        self._look = QTimer(self, interval=_LOOK_EVERY_MS)
        self._look.timeout.connect(sweep)
        self._look.start()


def sweep() -> None:
    """Collect the generations that are due by Python's own thresholds; on the home thread."""
    due = [
        generation
        for generation, (count, most) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if most and count > most
    ]
    if due:
        gc.collect(max(due))
