"""Every action that can be used works the first time, in a window that was just opened.

Many hands are made, and what they need is loaded, only when they are first wanted.
"""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.window.hands import Reader
from tests.window.story import bring_pair, highlight

from variorum.window.action_row import ActionId
from variorum.window.main_window import MainWindow
from variorum.window.theme import Theme

_CLOSE_EVERY_MS = 5
_LEADS_ELSEWHERE = frozenset({ActionId.QUIT, ActionId.OPEN_SAMPLES})
_LAST = (
    ActionId.ONE_PANE,
    ActionId.CLOSE_PANE,
    ActionId.FULL_SCREEN,
    ActionId.REMOVE_MARK,
    ActionId.PART,
    ActionId.MOVE_TO_BIN,
    ActionId.SHOW_BIN,
    ActionId.RESTORE,
    ActionId.EMPTY_BIN,
    ActionId.UNDO_IMPORT,
)
"""What takes away from the others what they are about."""


def close_boxes() -> None:
    """Close what waits for an answer."""
    box = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if box is not None:
        box.close()


def do_all(reader: Reader, window: MainWindow) -> list[ActionId]:
    """Do every action that can be used, each at a difference; return what was done."""
    done: list[ActionId] = []
    first = [name for name in ActionId if name not in {*_LEADS_ELSEWHERE, *_LAST}]
    for name in (*first, *_LAST):
        window.frame.show_texts()
        window.hands.differing.next()
        if window.bar[name].isEnabled():
            window.bar[name].trigger()
            reader.settle()
            done.append(name)
    return done


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_every_action_works_the_first_time(reader: Reader) -> None:
    """None of them ends in a report, and what they opened wears other colours."""
    window = bring_pair(reader)
    highlight(reader, "harbour office")
    reader.close()
    window = reader.open("dark")
    reader.answers.line = "Figures"
    crashes: list[object] = []
    window.crashed.connect(crashes.append)
    closer = QTimer(window)
    closer.timeout.connect(close_boxes)
    closer.start(_CLOSE_EVERY_MS)

    done = do_all(reader, window)
    window.wear(Theme.load("light"))
    reader.settle()

    assert crashes == []
    # Grey is what wants codes, stories in the bin, a carried mark, two panes more.
    assert len(done) > len(ActionId) * 2 // 3
