"""What a story's row shows, and where its ink ends."""

import datetime as dt
from itertools import product

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from variorum.app.models.stories import NAME_ROLE, ROW_ROLE
from variorum.ids import ArticleId, StoryId
from variorum.library.queries.rows import StoryRow
from variorum.window.stories_list.delegate import StoriesDelegate
from variorum.window.theme import Theme

EDGE = 12
"""Pixels at the right of a row that stay empty."""
THEME = Theme.load("light")


def colours(
    qtbot: QtBot, *, versions: int, marks: int, width: int, name: str = ""
) -> list[list[QColor]]:
    """Return the pixels of a painted row, column by column."""
    list_ = QWidget()
    qtbot.addWidget(list_)
    delegate = StoriesDelegate(THEME, list_)
    row = StoryRow(
        story=StoryId(1),
        base=ArticleId(1),
        title="Fares",
        published=dt.date(2021, 9, 22),
        versions=versions,
        highlights=marks,
        notes=0,
    )
    item = QStandardItem()
    item.setData(row, ROW_ROLE)
    item.setData(name, NAME_ROLE)
    model = QStandardItemModel()
    model.appendRow(item)
    picture = QImage(width, delegate.story_height, QImage.Format.Format_RGB32)
    picture.fill(THEME["panel"])
    option = QStyleOptionViewItem()
    setattr(option, "rect", QRect(0, 0, width, picture.height()))  # noqa: B010 - unknown to stubs
    painter = QPainter(picture)
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    # The rule below the row goes from edge to edge.
    rows = range(picture.height() - 1)
    return [[picture.pixelColor(x, y) for y in rows] for x in range(width)]


def has_pill(pixels: list[list[QColor]]) -> bool:
    """Tell whether a pill is painted."""
    return any(THEME["raised"] in column for column in pixels)


def test_a_single_version_is_not_counted(prepared: QApplication, qtbot: QtBot) -> None:  # noqa: ARG001
    """Only a story that can be compared has a pill."""
    assert not has_pill(colours(qtbot, versions=1, marks=0, width=300))
    assert has_pill(colours(qtbot, versions=2, marks=0, width=300))


@pytest.mark.parametrize(
    ("versions", "marks", "width"), list(product((1, 12), (0, 128), (200, 236)))
)
def test_the_edge_of_a_narrow_list_stays_empty(
    prepared: QApplication,  # noqa: ARG001
    qtbot: QtBot,
    versions: int,
    marks: int,
    width: int,
) -> None:
    """The count of marks keeps its margin, however little room the panel has."""
    pixels = colours(qtbot, versions=versions, marks=marks, width=width)

    assert all(colour == THEME["panel"] for column in pixels[-EDGE + 1 :] for colour in column)


def test_stories_named_alike_are_told_apart(prepared: QApplication, qtbot: QtBot) -> None:  # noqa: ARG001
    """Where a story was printed is seen in its row."""
    one, other = (
        colours(qtbot, versions=1, marks=0, width=236, name=name) for name in ("Beacon", "Courier")
    )

    assert one != other
