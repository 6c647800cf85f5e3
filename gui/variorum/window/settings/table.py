"""Every setting that can be set in the dialog, as a table: its words, its shape, its help."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.app.settings import (
    APPEARANCE,
    CONTRAST,
    KEEP_RECENT,
    LANGUAGE,
    LINE_HEIGHT,
    TEXT_FACE,
    TEXT_SIZE,
    Appearance,
    Contrast,
    Setting,
)
from variorum.window.looks import CLOSEST_LINES, LARGEST_TEXT, SMALLEST_TEXT, WIDEST_LINES
from variorum.window.marking import QT_TRANSLATE_NOOP

CONTEXT = "settings"


@dataclass(frozen=True, slots=True)
class Range:
    """Let a number be set between two others."""

    smallest: int
    largest: int
    step: int
    unit: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Let one of a few values be chosen; the words for each are translated."""

    values: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class FontFamily:
    """Let one of the installed families be chosen; the empty name is our own serif."""


@dataclass(frozen=True, slots=True)
class Switch:
    """Let something be turned on or off."""


Shape = Range | Choice | FontFamily | Switch


@dataclass(frozen=True, slots=True)
class SettingRow:
    """Hold a setting as the reader sees it."""

    setting: Setting[int] | Setting[str] | Setting[bool]
    title: str
    help: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class SettingPage:
    """Hold the settings that stand together."""

    title: str
    rows: Sequence[SettingRow]


PAGES: Sequence[SettingPage] = (
    SettingPage(
        QT_TRANSLATE_NOOP("settings", "Reading"),
        (
            SettingRow(
                TEXT_FACE,
                QT_TRANSLATE_NOOP("settings", "Typeface"),
                QT_TRANSLATE_NOOP("settings", "The face in which stories are set in the panes."),
                FontFamily(),
            ),
            SettingRow(
                TEXT_SIZE,
                QT_TRANSLATE_NOOP("settings", "Size"),
                QT_TRANSLATE_NOOP(
                    "settings", "How large stories are set; the rest of the window stays as it is."
                ),
                Range(SMALLEST_TEXT, LARGEST_TEXT, 1, QT_TRANSLATE_NOOP("settings", " pixels")),
            ),
            SettingRow(
                LINE_HEIGHT,
                QT_TRANSLATE_NOOP("settings", "Line height"),
                QT_TRANSLATE_NOOP(
                    "settings", "From one line to the next, in per cent of the size."
                ),
                Range(CLOSEST_LINES, WIDEST_LINES, 10, QT_TRANSLATE_NOOP("settings", " %")),
            ),
        ),
    ),
    SettingPage(
        QT_TRANSLATE_NOOP("settings", "Window"),
        (
            SettingRow(
                APPEARANCE,
                QT_TRANSLATE_NOOP("settings", "Colours"),
                QT_TRANSLATE_NOOP(
                    "settings", "Light or dark; as the system is, also when it changes."
                ),
                Choice(
                    (
                        (Appearance.SYSTEM, QT_TRANSLATE_NOOP("settings", "As the system")),
                        (Appearance.LIGHT, QT_TRANSLATE_NOOP("settings", "Light")),
                        (Appearance.DARK, QT_TRANSLATE_NOOP("settings", "Dark")),
                    )
                ),
            ),
            SettingRow(
                CONTRAST,
                QT_TRANSLATE_NOOP("settings", "Contrast"),
                QT_TRANSLATE_NOOP(
                    "settings",
                    "How far words stand out from their ground; as the system wishes, where it says.",
                ),
                Choice(
                    (
                        (Contrast.SYSTEM, QT_TRANSLATE_NOOP("settings", "As the system")),
                        (Contrast.USUAL, QT_TRANSLATE_NOOP("settings", "Usual")),
                        (Contrast.HIGH, QT_TRANSLATE_NOOP("settings", "High")),
                    )
                ),
            ),
            SettingRow(
                LANGUAGE,
                QT_TRANSLATE_NOOP("settings", "Language"),
                QT_TRANSLATE_NOOP(
                    "settings", "The language of the window; so far there is only English."
                ),
                Choice((("en", QT_TRANSLATE_NOOP("settings", "English")),)),
            ),
            SettingRow(
                KEEP_RECENT,
                QT_TRANSLATE_NOOP("settings", "List of recent libraries"),
                QT_TRANSLATE_NOOP(
                    "settings",
                    "Remember which libraries were open last; turned off, the list is forgotten.",
                ),
                Switch(),
            ),
        ),
    ),
)
"""The pages of the dialog; the keys have a page of their own, made from the actions."""
