"""How the window looks, as the reader set it: the face of the texts, the colours."""

from PySide6.QtCore import QObject, Signal

from variorum.app.settings import (
    APPEARANCE,
    CONTRAST,
    LINE_HEIGHT,
    TEXT_FACE,
    TEXT_SIZE,
    Appearance,
    Contrast,
    Settings,
)
from variorum.window.desk.reading_desk import ReadingDesk
from variorum.window.desk.styles import Face

SMALLEST_TEXT, LARGEST_TEXT = 11, 34
CLOSEST_LINES, WIDEST_LINES = 120, 220
"""Per cent of the size."""


class Looks(QObject):
    """Let the settings be seen as soon as they are set."""

    appearance_wanted = Signal(object)  # Appearance

    def __init__(self, settings: Settings, desk: ReadingDesk) -> None:
        super().__init__(desk)
        self._settings, self._desk = settings, desk
        self._worn = settings.appearance, settings.contrast
        self.apply()

    def apply(self) -> None:
        """Look as the settings say."""
        self._desk.set_face(face_of(self._settings))
        wanted = self._settings.appearance, self._settings.contrast
        if wanted != self._worn:
            self._worn = wanted
            self.appearance_wanted.emit(wanted[0])

    def change_text_size(self, by: int) -> None:
        """Set the reading face larger or smaller, in pixels."""
        size = round(face_of(self._settings).size) + by
        self._settings.set(TEXT_SIZE, max(SMALLEST_TEXT, min(LARGEST_TEXT, size)))
        self.apply()

    def reset_text_size(self) -> None:
        """Set the reading face in its usual size again."""
        self._settings.reset(TEXT_SIZE.key)
        self.apply()

    def set_appearance(self, appearance: Appearance) -> None:
        """Wear other colours from now on."""
        self._settings.set(APPEARANCE, appearance.value)
        self.apply()

    def toggle_contrast(self) -> None:
        """Wear colours of high contrast, or the usual ones again."""
        high = self._settings.contrast is Contrast.HIGH
        self._settings.set(CONTRAST, (Contrast.USUAL if high else Contrast.HIGH).value)
        self.apply()


def face_of(settings: Settings) -> Face:
    """Return how stories are to be set; what a hand has spoiled is brought into bounds."""
    size = settings.get(TEXT_SIZE)
    lines = settings.get(LINE_HEIGHT)
    return Face(
        # 0 was once the usual size.
        size=max(SMALLEST_TEXT, min(LARGEST_TEXT, size or TEXT_SIZE.default)),
        family=settings.get(TEXT_FACE),
        line_height=max(CLOSEST_LINES, min(WIDEST_LINES, lines)) / 100,
    )
