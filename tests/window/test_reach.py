"""Every control has a name, is reached by Tab, shows the focus, and has room for its words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QTabBar,
    QTextEdit,
    QWidget,
)

from variorum.window.fonts import INTERFACE_SIZE, interface_font
from variorum.window.labels import ElidedLabel
from variorum.window.main_window import MainWindow

from .hands import Reader
from .story import bring_pair

_CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QTextEdit, QAbstractSpinBox)
_SMALL = QSize(1024, 700)


def shown(window: QWidget, *kinds: type[QWidget]) -> Iterator[QWidget]:
    """Give what can be seen of some kinds."""
    for widget in window.findChildren(QWidget):
        if isinstance(widget, kinds) and widget.isVisible() and widget.window() is window.window():
            yield widget


def said(widget: QWidget) -> str:
    """Return what tells of a widget in a failure."""
    return f"{type(widget).__name__} {widget.objectName()!r} {widget.accessibleName()!r}"


def needs(widget: QWidget) -> int:
    """Return the width that a widget's words need, 0 where it may cut them."""
    metrics = QFontMetrics(widget.font())
    if isinstance(widget, ElidedLabel):
        return 0
    if isinstance(widget, QLabel):
        return (
            0 if widget.wordWrap() or widget.pixmap() else metrics.horizontalAdvance(widget.text())
        )
    if isinstance(widget, QPushButton):
        option = QStyleOptionButton()
        widget.initStyleOption(option)
        words = metrics.size(Qt.TextFlag.TextShowMnemonic, widget.text())
        kind = QStyle.ContentsType.CT_PushButton
        return min(
            words.width(), widget.style().sizeFromContents(kind, option, words, widget).width()
        )
    return 0


def clipped(window: QWidget) -> list[str]:
    """Return what has less room than its words need, or lies outside its parent."""
    found = [said(one) for one in shown(window, QLabel, QPushButton) if needs(one) > one.width()]
    for one in shown(window, QLabel, QAbstractButton, QLineEdit, QComboBox):
        parent = one.parentWidget()
        is_inside = parent is None or parent.rect().contains(one.geometry())
        # What scrolls may be longer than what is seen of it.
        if not is_inside and not isinstance(parent, QTabBar):
            found.append(f"outside: {said(one)}")
    return found


@pytest.fixture
def window(reader: Reader) -> MainWindow:
    """Open a window with a story in two versions, the message gone."""
    window = bring_pair(reader)
    window.messages.hide()
    return window


def test_every_control_has_a_name(window: MainWindow) -> None:
    """A screen reader never says only what kind of thing it stands on."""
    nameless = [
        said(one)
        for one in shown(window, *_CONTROLS)
        if not (one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()))
        and not one.objectName().startswith("qt_")
    ]

    assert nameless == []


def test_tab_reaches_every_control(window: MainWindow) -> None:
    """One round of Tab stands on everything that takes the keys, and comes back."""
    wanted = {
        one
        for one in shown(window, QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()
    }
    reached: set[QWidget] = set()
    here = window.stories.filter
    for _ in range(500):
        reached.add(here)
        following = here.nextInFocusChain()
        assert following is not None
        here = following  # pyright: ignore[reportAssignmentType] - a widget

    assert {said(one) for one in wanted - reached} == set()


@pytest.mark.parametrize("size", [_SMALL, QSize(1440, 900)], ids=["small", "usual"])
def test_nothing_is_clipped(window: MainWindow, reader: Reader, size: QSize) -> None:
    """Labels and buttons have room for their words."""
    window.resize(size)
    reader.settle()

    assert window.size() == size
    assert clipped(window) == []


def test_nothing_is_clipped_in_larger_type(window: MainWindow, reader: Reader) -> None:
    """With the interface's face half as large again, the window still has room for it."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before: QFont = app.font()
    app.setFont(interface_font(round(INTERFACE_SIZE * 1.5)))
    try:
        window.resize(1440, 900)
        reader.settle()
        assert clipped(window) == []
    finally:
        app.setFont(before)


def test_the_filtered_list_fits_a_small_window(window: MainWindow, reader: Reader) -> None:
    """Chips go on in a second row, none is cut."""
    window.resize(_SMALL)
    window.stories.set_filter("is:open has:versions place:halvern date:2021 source:northline")
    reader.settle()

    assert len(window.stories.chips.chips()) == 5
    assert clipped(window) == []


def test_a_long_filter_shows_how_it_begins(window: MainWindow, reader: Reader) -> None:
    """Whoever reads elsewhere sees its first words; whoever comes back goes on where it ends."""
    window.resize(_SMALL)
    field = window.stories.filter
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    field.insert("source:northline place:halvern date:2021")
    ends = [field.cursorPosition()]
    window.stories.take_focus()
    ends.append(field.cursorPosition())
    reader.settle()

    assert ends == [len(field.text()), 0]


def test_the_head_of_the_list_keeps_its_words_apart(window: MainWindow, reader: Reader) -> None:
    """The title gives way where the figures would touch it."""
    window.resize(_SMALL)
    window.stories.say_count(articles=12345, stories=6789)
    reader.settle()
    heads = [
        label for label in shown(window.stories, QLabel) if label.objectName() == "panel_title"
    ]

    assert "STORIES" not in [label.text() for label in heads if isinstance(label, QLabel)]
    assert clipped(window) == []
