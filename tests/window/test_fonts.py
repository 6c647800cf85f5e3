"""The faces that travel with the program."""

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF
from pytestqt.qtbot import QtBot

from variorum.window.fonts import average_width, interface_font, load_fonts, reading_font


@pytest.fixture(autouse=True)
def _loaded(qtbot: QtBot) -> None:
    assert qtbot is not None
    load_fonts()


def test_both_families_are_found() -> None:
    """Nothing needs to be installed."""
    assert {"Inter", "Source Serif 4"} <= set(load_fonts())


def test_reading_face_is_the_bundled_one() -> None:
    """Stories are read in the serif, in every weight that the desk uses."""
    for font in (reading_font(17), reading_font(17, bold=True), reading_font(17, italic=True)):
        assert QFontInfo(font).family() == "Source Serif 4"


def test_strong_words_are_a_face_of_their_own() -> None:
    """Titles are set in a drawn weight, not in a smeared one."""
    plain, strong = interface_font(13), interface_font(13, strong=True)

    assert strong.weight() == QFont.Weight.DemiBold
    assert QFontMetricsF(strong).horizontalAdvance("Halvern") > QFontMetricsF(
        plain
    ).horizontalAdvance("Halvern")


def test_mean_width_grows_with_the_size() -> None:
    """The measure follows the size of the text."""
    assert average_width(reading_font(34)) == pytest.approx(
        2 * average_width(reading_font(17)), rel=0.02
    )
