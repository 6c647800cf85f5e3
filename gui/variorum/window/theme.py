"""Named colours from a file, and what Qt wants of them: a palette and a style sheet."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QStyleHints

from variorum.assets import resources
from variorum.collation.values import VariantClass

Scheme = Literal["light", "dark", "light-contrast", "dark-contrast"]


@dataclass(frozen=True, slots=True)
class Theme:
    """Hold every colour of the window by name."""

    name: Scheme
    colours: Mapping[str, QColor]
    classes: Mapping[VariantClass, QColor]
    code_tints: Mapping[str, QColor]
    """The ground of a highlight, by the colour name of its code."""
    code_lines: Mapping[str, QColor]
    """The stronger colour of the same name: outlines, bars, swatches."""

    @classmethod
    def load(cls, name: Scheme) -> "Theme":
        """Read a theme that travels with the program."""
        with (resources() / "themes" / f"{name}.toml").open("rb") as file:
            table = tomllib.load(file)
        return cls(
            name=name,
            colours=_colours(table["colours"]),
            classes=MappingProxyType(
                {VariantClass(key): QColor(value) for key, value in table["classes"].items()}
            ),
            code_tints=_colours(table["codes"]["tint"]),
            code_lines=_colours(table["codes"]["line"]),
        )

    def __getitem__(self, name: str) -> QColor:
        """Return a colour of the window by its name."""
        return self.colours[name]

    @property
    def is_light(self) -> bool:
        """Tell whether words are darker than their ground."""
        return self.name in {"light", "light-contrast"}

    def css(self, name: str) -> str:
        """Return a colour as a style sheet writes it."""
        return self.colours[name].name()

    def tint(self, name: str) -> QColor:
        """Return the ground of a code's colour; an unknown name is grey, never an error."""
        return self.code_tints.get(name, self.code_tints["grey"])

    def line(self, name: str) -> QColor:
        """Return the line of a code's colour; an unknown name is grey, never an error."""
        return self.code_lines.get(name, self.code_lines["grey"])

    @property
    def code_colours(self) -> tuple[str, ...]:
        """Return the names that a code's colour may have, in the order of the file."""
        return tuple(self.code_tints)

    def palette(self) -> QPalette:
        """Return the palette for the Fusion style."""
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, self[name])
        for role in _FAINT_WHEN_DISABLED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self._faint())
        return palette

    def _faint(self) -> QColor:
        """Return the colour of words on what cannot be used now."""
        faint = QColor(self["muted"])
        faint.setAlphaF(0.55)
        return faint


def scheme_of(*, dark: bool, high_contrast: bool) -> Scheme:
    """Return the theme's name."""
    if high_contrast:
        return "dark-contrast" if dark else "light-contrast"
    return "dark" if dark else "light"


def system_is_dark() -> bool:
    """Tell whether the system asks for light words on a dark ground."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def system_wants_contrast() -> bool:
    """Tell whether the system asks for high contrast, where it tells at all."""
    # Held while it is asked: PySide lets go of what belongs to a hint that nobody holds.
    hints = QGuiApplication.styleHints()
    if not tells_of_contrast(hints):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def tells_of_contrast(hints: QStyleHints) -> bool:
    """Tell whether this Qt knows what contrast the system asks for: from 6.10 on."""
    return hasattr(hints, "accessibility")


def _colours(table: Mapping[str, str]) -> Mapping[str, QColor]:
    return MappingProxyType({name: QColor(value) for name, value in table.items()})


_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "pane",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "pane",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "error",
    QPalette.ColorRole.ToolTipBase: "tip",
    QPalette.ColorRole.ToolTipText: "on_tip",
    QPalette.ColorRole.Highlight: "accent_ground",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "pane",
    QPalette.ColorRole.Midlight: "raised",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "strong_border",
    QPalette.ColorRole.Shadow: "strong_border",
}
_FAINT_WHEN_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)
