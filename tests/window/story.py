"""A wire story of our own with its reprint and an update, for the tests of the window."""

from variorum.text import Span
from variorum.window.main_window import MainWindow

from .hands import Reader

WIRE = """HALVERN (Northline) -- The ferry company will raise its fares by four per cent in June.

“We had no choice,” chair Adaeze Oke told reporters on Monday in the harbour office.

The councils of the islands meet again in the autumn to talk about the northern piers.

To contact the reporter on this story: A. Writer in Halvern at desk@northline.example

©2021 Northline
"""
REPRINT = """HALVERN (NORTHLINE) - The ferry company will raise its fares by six per cent in June.

"We had no choice," chair Adaeze Oke told reporters on Monday in the harbour office.

The councils of the islands meet again in the autumn to talk about the northern piers.
"""
UPDATE = REPRINT.replace("six", "seven") + "\nCrews said that they would wait for the talks.\n"


def bring_pair(reader: Reader) -> MainWindow:
    """Open a window with one story in two versions."""
    window = reader.open()
    reader.drop(text=WIRE)
    reader.drop(text=REPRINT)
    assert len(window.reading.versions) == 2
    return window


def highlight(reader: Reader, words: str) -> None:
    """Highlight words of the base."""
    base = reader.window.reading.base
    assert base is not None
    start = base.article.text.index(words)
    reader.select(base.id, Span(start, start + len(words)))
    reader.press("H")
