"""The list keeps its place at any length, and reads like a tree."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from variorum.window.stories_list.view import StoriesView

Index = QModelIndex | QPersistentModelIndex
STORY, VERSION = 60, 20


class Numbers(QAbstractItemModel):
    """A tree of a hundred thousand stories with three versions each, made of nothing."""

    stories = 100_000

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008, D102
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override] # noqa: B008, D102
        if not child.isValid() or not child.internalId():
            return QModelIndex()
        return self.createIndex(int(child.internalId()) - 1, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102, N802
        if not parent.isValid():
            return self.stories
        return 0 if parent.internalId() else 3

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008, D102, N802
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102
        return str(index.row()) if role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[StoriesView]:
    """Return a view of the long list."""
    view = StoriesView()
    qtbot.addWidget(view)
    view.resize(200, 600)
    view.set_heights(story=STORY, version=VERSION)
    view.setModel(Numbers(view))
    view.show()
    yield view
    view.close()


def story(view: StoriesView, row: int) -> QModelIndex:
    """Return a story's index."""
    return view.model().index(row, 0)


def test_every_point_belongs_to_the_row_that_is_painted_there(view: StoriesView) -> None:
    """Place and row lead to each other, with opened stories between."""
    for row in (0, 3, 4, 99_999):
        view.set_open(row, opened=True)
    view.verticalScrollBar().setValue(150)

    for y in range(0, 600, 7):
        index = view.indexAt(QPoint(10, y))
        assert view.visualRect(index).contains(10, y)


def test_the_end_of_a_long_list_is_reached_at_once(view: StoriesView) -> None:
    """The last of a hundred thousand stories stands at the bottom."""
    view.set_open(10, opened=True)

    view.scrollTo(story(view, 99_999))

    bottom = view.viewport().height() - 1
    assert view.indexAt(QPoint(10, bottom)) == story(view, 99_999)
    assert view.verticalScrollBar().maximum() == 100_000 * STORY + 3 * VERSION - bottom - 1


def test_closing_takes_the_rows_below_back(view: StoriesView) -> None:
    """A closed story has no versions on the screen; what is below moves up."""
    view.set_open(0, opened=True)
    assert view.visualRect(story(view, 1)).top() == STORY + 3 * VERSION

    view.set_open(0, opened=False)

    assert view.visualRect(story(view, 1)).top() == STORY
    assert view.visualRect(view.model().index(0, 0, story(view, 0))).isEmpty()


def test_arrows_walk_through_stories_and_versions(view: StoriesView) -> None:
    """Right opens, down goes into the versions, left leads back and closes."""
    view.setCurrentIndex(story(view, 0))

    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex() == view.model().index(0, 0, story(view, 0))

    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.currentIndex() == story(view, 0)

    QTest.keyClick(view, Qt.Key.Key_Left)
    assert not view.is_open(0)

    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex() == story(view, 99_999)


def test_several_stories_are_selected_with_shift(view: StoriesView) -> None:
    """Shift and the arrow keys select a run of stories, to be joined."""
    view.setCurrentIndex(story(view, 2))

    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    rows = sorted(index.row() for index in view.selectionModel().selectedIndexes())
    assert rows == [2, 3, 4]


def test_a_row_is_brought_to_the_top_when_asked(view: StoriesView) -> None:
    """Scrolling to a row places it as the hint says."""
    view.scrollTo(story(view, 500), QAbstractItemView.ScrollHint.PositionAtTop)

    assert view.visualRect(story(view, 500)).top() == 0
