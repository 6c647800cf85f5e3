"""The themes: complete, and readable."""

import pytest
from PySide6.QtGui import QColor, QPalette

from variorum.collation.values import VariantClass
from variorum.window.theme import Scheme, Theme

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
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


@pytest.mark.parametrize("name", SCHEMES)
def test_words_on_every_highlight_can_be_read(name: Scheme) -> None:
    """A reader's mark never makes the words under it hard to read, coloured ones included."""
    theme = Theme.load(name)
    loud = [theme.classes[c] for c in (VariantClass.WORDING, VariantClass.SUBSTANCE)]
    for colour in theme.code_colours:
        for ink in (theme["text"], *loud):
            assert contrast(ink, theme.tint(colour)) >= 4.5


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


def test_both_themes_name_the_same_colours() -> None:
    """A colour that one theme has is never missing from the other."""
    light, dark = (Theme.load(name) for name in SCHEMES)

    assert set(light.colours) == set(dark.colours)
    assert set(light.classes) == set(dark.classes) == set(VariantClass)
    assert light.code_colours == dark.code_colours == tuple(light.code_lines)
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
