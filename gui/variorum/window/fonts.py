"""The faces that travel with the program, and the fonts made of them."""

from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from variorum.assets import resources

READING_FAMILIES: Final = (
    "Source Serif 4",
    "Noto Serif",
    "Noto Naskh Arabic",
    "Noto Serif CJK SC",
    "Noto Sans CJK SC",
    "DejaVu Serif",
    "serif",
)
INTERFACE_FAMILIES: Final = ("Inter", "Noto Sans", "Noto Sans CJK SC", "DejaVu Sans", "sans-serif")
READING_SIZE: Final = 17
"""Pixels of the reading face at 100 %."""
INTERFACE_SIZE: Final = 13
"""Pixels of the interface face at 100 %."""
_SAMPLE: Final = "the quick brown fox jumps over a lazy dog, and each of them said so: it is well."


def load_fonts() -> list[str]:
    """Make the bundled faces known to Qt; return the families found.

    Layout and pictures must not depend on what happens to be installed.
    """
    families: list[str] = []
    for path in sorted((resources() / "fonts").glob("*.otf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families += QFontDatabase.applicationFontFamilies(number)
    return sorted(set(families))


def reading_font(
    size: float, *, bold: bool = False, italic: bool = False, family: str = ""
) -> QFont:
    """Return the face that stories are read in, at a size in pixels; unless chosen, our serif."""
    families = (family, *READING_FAMILIES) if family else READING_FAMILIES
    return _font(families, size, QFont.Weight.Bold if bold else QFont.Weight.Normal, italic=italic)


def interface_font(size: float, *, strong: bool = False, italic: bool = False) -> QFont:
    """Return the sans of everything that is not the story, at a size in pixels."""
    weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
    return _font(INTERFACE_FAMILIES, size, weight, italic=italic)


def label_font(size: float) -> QFont:
    """Return the small spaced capitals of labels such as RELATED."""
    font = interface_font(size)
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 107)
    return font


def average_width(font: QFont) -> float:
    """Return the mean width of a character of running text, in pixels."""
    return QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE)


def _font(families: tuple[str, ...], size: float, weight: QFont.Weight, *, italic: bool) -> QFont:
    font = QFont(list(families))
    font.setPixelSize(max(1, round(size)))
    font.setWeight(weight)
    font.setItalic(italic)
    # Hinted advances differ from system to system, and with them every line break.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
