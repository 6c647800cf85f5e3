"""One control for each shape of setting; it shows the value, and sets it as soon as it changes."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from variorum.app.settings import Setting, Settings
from variorum.window.fonts import READING_FAMILIES
from variorum.window.settings.table import CONTEXT, Choice, FontFamily, Range, SettingRow, Switch

Changed = Callable[[], None]
_TEXT_EDGE = 7
"""Pixels, as in the fields above and below."""


def said(text: str) -> str:
    """Return a text of the table in the reader's language."""
    return QCoreApplication.translate(CONTEXT, text)


def control_for(row: SettingRow, settings: Settings, changed: Changed) -> QWidget:
    """Return the control of a row; the caller puts it somewhere and names it."""
    match row.shape:
        case Range():
            return _number(row, row.shape, settings, changed)
        case Choice():
            options = [(value, said(words)) for value, words in row.shape.values]
            return _options(row, options, settings, changed)
        case FontFamily():
            return _options(row, _families(), settings, changed)
        case Switch():
            return _switch(row, settings, changed)


def _number(row: SettingRow, shape: Range, settings: Settings, changed: Changed) -> QSpinBox:
    setting = cast("Setting[int]", row.setting)
    box = QSpinBox()
    box.setRange(shape.smallest, shape.largest)
    box.setSingleStep(shape.step)
    box.setSuffix(said(shape.unit))
    box.setValue(settings.get(setting))
    # The style sheet's padding does not reach the text of this field.
    box.lineEdit().setTextMargins(_TEXT_EDGE, 0, 0, 0)

    def take(value: int) -> None:
        settings.set(setting, value)
        changed()

    box.valueChanged.connect(take)
    return box


def _options(
    row: SettingRow, options: list[tuple[str, str]], settings: Settings, changed: Changed
) -> QComboBox:
    setting = cast("Setting[str]", row.setting)
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(26)
    for value, words in options:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(settings.get(setting))))

    def take(place: int) -> None:
        settings.set(setting, str(box.itemData(place)))
        changed()

    box.activated.connect(take)
    return box


def _families() -> list[tuple[str, str]]:
    """Return our own serif first, then what else can be read at any size."""
    own = READING_FAMILIES[0]
    others = [
        name
        for name in QFontDatabase.families()
        if name != own
        and not name.startswith((".", "@"))
        and QFontDatabase.isSmoothlyScalable(name)
    ]
    return [("", own), *((name, name) for name in others)]


def _switch(row: SettingRow, settings: Settings, changed: Changed) -> QCheckBox:
    setting = cast("Setting[bool]", row.setting)
    box = QCheckBox(said(row.title))
    box.setChecked(settings.get(setting))

    def take(state: Qt.CheckState) -> None:
        settings.set(setting, state == Qt.CheckState.Checked)
        changed()

    box.checkStateChanged.connect(take)
    return box
