"""What the reader has set for this program on this machine: a typed table over one file."""

from enum import StrEnum
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T", str, int, bool, QByteArray)


class Appearance(StrEnum):
    """Say which colours the window wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Contrast(StrEnum):
    """Say how far words stand out from their ground."""

    SYSTEM = "system"
    USUAL = "usual"
    HIGH = "high"


class Setting(NamedTuple, Generic[T]):
    """Name a setting and what holds until the reader sets it; its type is the default's."""

    key: str
    default: T


APPEARANCE = Setting("window/appearance", Appearance.SYSTEM.value)
CONTRAST = Setting("window/contrast", Contrast.SYSTEM.value)
GEOMETRY = Setting("window/geometry", QByteArray())
SPLITTER = Setting("window/splitter", QByteArray())
PANELS = Setting("window/panels", QByteArray())
ANNOTATOR = Setting("annotator/name", "")
HIDDEN_ANNOTATORS = Setting("annotator/hidden", "[]")
SHOW_SETTLED = Setting("annotator/settled", True)  # noqa: FBT003 - its default
LAST_READ = Setting("reading/last", "{}")
LAST_FOLDER = Setting("import/folder", "")
LAST_EXPORT_FOLDER = Setting("export/folder", "")
RECENT = Setting("libraries/recent", "")
KEEP_RECENT = Setting("libraries/keep_recent", True)  # noqa: FBT003 - its default
TEXT_SIZE = Setting("desk/text_size", 17)
TEXT_FACE = Setting("desk/text_face", "")
LINE_HEIGHT = Setting("desk/line_height", 150)
PANES = Setting("desk/panes", 2)
LINKED = Setting("desk/linked", False)  # noqa: FBT003 - its default
HIDDEN_CLASSES = Setting("desk/hidden_classes", "")
LANGUAGE = Setting("window/language", "en")
HINTS = Setting("window/hints", "")
KEYS = Setting("window/keys", "{}")


class Settings:
    """Read and write the settings in a file of the given folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "settings.ini"
        self._file = QSettings(str(self.path), QSettings.Format.IniFormat)

    def get(self, setting: Setting[T]) -> T:
        """Return what is set, or the default; a value of a wrong type counts as not set."""
        value = self._file.value(setting.key, setting.default, type=type(setting.default))
        return value if isinstance(value, type(setting.default)) else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Keep a value; it is on the disk when the program ends or soon after."""
        self._file.setValue(setting.key, value)

    def reset(self, key: str) -> None:
        """Let a setting have its default again."""
        self._file.remove(key)

    @property
    def export_folder(self) -> Path:
        """Return where the reader saved last, else the reader's own folder."""
        return Path(self.get(LAST_EXPORT_FOLDER) or Path.home())

    def keep_export_folder(self, path: Path) -> None:
        """Propose the folder of a file that was saved when the next is."""
        self.set(LAST_EXPORT_FOLDER, str(path.parent))

    @property
    def appearance(self) -> Appearance:
        """Return the colours that the reader chose."""
        value = self.get(APPEARANCE)
        return Appearance(value) if value in set(Appearance) else Appearance.SYSTEM

    @property
    def contrast(self) -> Contrast:
        """Return the contrast that the reader chose."""
        value = self.get(CONTRAST)
        return Contrast(value) if value in set(Contrast) else Contrast.SYSTEM

    def save(self) -> None:
        """Write what was set to the disk now."""
        self._file.sync()
