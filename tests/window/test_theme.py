"""The themes: complete, and readable."""

from itertools import product

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPalette, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from variorum.collation.values import VariantClass
from variorum.window.chips import Chip
from variorum.window.desk.painting import glow_of
from variorum.window.theme import Scheme, Theme

HIGH: tuple[Scheme, ...] = ("light-contrast", "dark-contrast")
SCHEMES: tuple[Scheme, ...] = ("light", "dark", *HIGH)
READ_ON = [
    ("text", "pane"),
    ("text", "panel"),
    ("text", "raised"),
    ("text", "accent_ground"),
    ("text", "selection"),
    ("text", "passing"),
    ("text", "passing_now"),
    ("muted", "pane"),
    ("muted", "panel"),
    ("muted", "accent_ground"),
    ("accent", "pane"),
    ("accent", "panel"),
    ("accent", "accent_ground"),
    ("on_accent", "accent"),
    ("aside", "aside_ground"),
    ("notice", "notice_ground"),
    ("error", "error_ground"),
    ("error", "pane"),
    ("on_tip", "tip"),
    ("cut", "pane"),
    ("added", "pane"),
]


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2.1."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def over(ink: QColor, ground: QColor) -> QColor:
    """Return the colour of a ground with something seen through on it."""
    share = ink.alphaF()
    return QColor.fromRgbF(
        ink.redF() * share + ground.redF() * (1 - share),
        ink.greenF() * share + ground.greenF() * (1 - share),
        ink.blueF() * share + ground.blueF() * (1 - share),
    )


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of WCAG 2.1."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), READ_ON)
def test_words_can_be_read(name: Scheme, ink: str, ground: str) -> None:
    """All text stands at 4.5:1 or better."""
    theme = Theme.load(name)

    assert contrast(theme[ink], theme[ground]) >= 4.5


@pytest.mark.parametrize("name", HIGH)
def test_high_contrast_is_high(name: Scheme) -> None:
    """There all text stands at 7:1 or better, findings too, and edges at 4.5:1."""
    theme = Theme.load(name)
    low = [
        f"{ink} on {ground}" for ink, ground in READ_ON if contrast(theme[ink], theme[ground]) < 7
    ]

    assert low == []
    assert all(contrast(colour, theme["pane"]) >= 7 for colour in theme.classes.values())
    for edge in ("border", "strong_border"):
        assert contrast(theme[edge], theme["pane"]) >= 4.5


@pytest.mark.parametrize("name", SCHEMES)
def test_words_on_every_highlight_can_be_read(name: Scheme) -> None:
    """A reader's mark never makes the words under it hard to read, coloured ones included."""
    theme = Theme.load(name)
    loud = [theme.classes[c] for c in (VariantClass.WORDING, VariantClass.SUBSTANCE)]
    for colour in theme.code_colours:
        for ink in (theme["text"], *loud):
            assert contrast(ink, theme.tint(colour)) >= 4.5


@pytest.mark.parametrize("name", SCHEMES)
def test_the_words_of_a_lit_difference_can_be_read(name: Scheme) -> None:
    """What shows which difference is meant leaves its coloured words as they were."""
    theme = Theme.load(name)
    for variant_class in (VariantClass.WORDING, VariantClass.SUBSTANCE):
        ink = theme.classes[variant_class]
        assert contrast(ink, over(glow_of(ink), theme["pane"])) >= 4.5


@pytest.mark.parametrize("name", SCHEMES)
def test_selected_words_can_be_read(name: Scheme) -> None:
    """A selection never makes the words on it hard to read, coloured ones included."""
    theme = Theme.load(name)
    loud = [theme.classes[c] for c in (VariantClass.WORDING, VariantClass.SUBSTANCE)]
    for ink in (theme["text"], theme["muted"], theme["aside"], *loud):
        assert contrast(ink, theme["selection"]) >= 4.5


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("variant_class", VariantClass)
def test_findings_can_be_seen(name: Scheme, variant_class: VariantClass) -> None:
    """Every class stands out from the pane, as text must."""
    theme = Theme.load(name)

    assert contrast(theme.classes[variant_class], theme["pane"]) >= 4.5


@pytest.mark.parametrize("name", SCHEMES)
def test_outlines_and_bars_can_be_seen(name: Scheme) -> None:
    """What is not text stands at 3:1 from the pane where it alone tells something."""
    theme = Theme.load(name)
    for colour in theme.code_colours:
        assert contrast(theme.line(colour), theme["pane"]) >= 3.0


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("ground", ["window", "panel", "pane"])
def test_edges_of_fields_can_be_seen(name: Scheme, ground: str) -> None:
    """Where a field or a button begins is seen at 3:1, on every ground that they lie on."""
    theme = Theme.load(name)

    assert contrast(theme["strong_border"], theme[ground]) >= 3.0


@pytest.mark.parametrize("name", SCHEMES)
def test_a_chip_that_is_off_can_be_read(name: Scheme, qtbot: QtBot) -> None:
    """What a hidden class is called stays readable on the strip, hollow and struck through."""
    theme = Theme.load(name)
    chip = Chip(toggles=True)
    qtbot.addWidget(chip)
    chip.say("8", "wording")
    chip.set_colours(
        fill=theme["pane"], line=theme["border"], ink=theme["text"], off=theme["muted"]
    )
    chip.setChecked(False)
    chip.resize(chip.sizeHint())
    picture = QImage(chip.size(), QImage.Format.Format_ARGB32)
    picture.fill(theme["panel"])
    chip.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)

    places = product(range(8, chip.width() - 8), range(4, chip.height() - 4))
    inks = (picture.pixelColor(x, y) for x, y in places)
    assert max(contrast(ink, theme["panel"]) for ink in inks) >= 4.5


@pytest.mark.parametrize("name", SCHEMES)
def test_all_themes_name_the_same_colours(name: Scheme) -> None:
    """A colour that one theme has is never missing from another."""
    light, other = Theme.load("light"), Theme.load(name)

    assert set(light.colours) == set(other.colours)
    assert set(light.classes) == set(other.classes) == set(VariantClass)
    assert light.code_colours == other.code_colours == tuple(other.code_lines)
    assert len(light.code_colours) >= 9


def test_an_unknown_code_colour_is_grey() -> None:
    """A codebook from elsewhere may name any colour."""
    theme = Theme.load("light")

    assert theme.tint("mauve") == theme.tint("grey")


@pytest.mark.parametrize("name", SCHEMES)
def test_palette_takes_the_colours(name: Scheme) -> None:
    """Widgets without a style of their own look like the rest."""
    theme = Theme.load(name)

    assert theme.palette().color(QPalette.ColorRole.Base) == theme["pane"]
    assert theme.palette().color(QPalette.ColorRole.WindowText) == theme["text"]
