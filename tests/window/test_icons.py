"""The icons: drawn, and in the theme's colours."""

import pytest
from PySide6.QtGui import QColor, QIcon, QImage
from pytestqt.qtbot import QtBot

from variorum.window.icons import application_icon, icon, icon_names
from variorum.window.theme import Theme


def inks(image: QImage) -> list[QColor]:
    """Return the colours of the fully opaque pixels."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    colours = (image.pixelColor(x, y) for x, y in points)
    return [colour for colour in colours if colour.alpha() == 255]


def are_near(one: QColor, other: QColor) -> bool:
    """Tell whether two colours differ by no more than what mixing rounds off."""
    channels = (
        (one.red(), other.red()),
        (one.green(), other.green()),
        (one.blue(), other.blue()),
    )
    return all(abs(first - second) <= 2 for first, second in channels)


def test_icons_are_there() -> None:
    """The folder travels with the program."""
    assert {"import", "search", "note", "next", "previous"} <= set(icon_names())


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_is_drawn_in_the_colour_asked_for(qtbot: QtBot, name: str) -> None:
    """No icon is empty, none keeps a colour of its own."""
    assert qtbot is not None
    theme = Theme.load("dark")
    found = inks(icon(name, theme).pixmap(64, 64).toImage())

    assert found
    assert all(are_near(colour, theme["text"]) for colour in found)


def test_a_disabled_icon_is_faint(qtbot: QtBot) -> None:
    """What cannot be used is drawn thinly."""
    assert qtbot is not None
    image = icon("search", Theme.load("light")).pixmap(64, 64, QIcon.Mode.Disabled).toImage()

    assert not inks(image)


def test_the_application_icon_is_drawn_for_every_size(qtbot: QtBot) -> None:
    """The smallest and the largest have the tile, the ribbon and the lines, each in its colour."""
    assert qtbot is not None
    for size in (16, 256):
        picture = application_icon().pixmap(size, size).toImage()
        ribbon = picture.pixelColor(size * 3 // 16, size * 4 // 16)
        line = picture.pixelColor(size * 12 // 16, size * 7 // 32)
        ground = picture.pixelColor(size // 2, size * 15 // 16)

        assert picture.width() == size
        assert (ribbon.red(), line.red()) == (255, 255)
        assert ribbon.blue() < 120
        assert line.blue() > 250
        assert ground.red() < 30 < ground.green()
