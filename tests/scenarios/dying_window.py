"""A window that marks words without end and says what it saw saved, until it is killed.

Run as a program of its own: `python dying_window.py FOLDER`.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from variorum.app.settings import Settings
from variorum.app.workspace import Workspace
from variorum.ids import HighlightId
from variorum.intake.importer import import_paste
from variorum.library.annotations import OnHighlight
from variorum.library.library import Library
from variorum.text import Span
from variorum.window.main_window import MainWindow
from variorum.window.start import prepare
from variorum.window.theme import Theme

TEXT = "HALVERN (Northline) -- " + " ".join(f"Word{n} stands here." for n in range(2000)) + "\n"


class Dying:
    """Mark one word after another; each only when the one before is on the disk."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._next = 0

    def mark(self) -> None:
        """Highlight the next word."""
        base = self._window.reading.base
        assert base is not None
        word = f"Word{self._next} "
        start = TEXT.index(word)
        self._next += 1
        span = Span(start, start + len(word) - 1)
        self._window.marks.highlight(base.id, span, then=self._marked)

    def _marked(self, highlight: HighlightId) -> None:
        """Say what is in the margin now, and write a note on it."""
        mark = self._window.marks.find(highlight)
        assert mark is not None
        sys.stdout.write(f"mark {highlight} {mark.span.start} {mark.span.end}\n")
        sys.stdout.flush()
        self._window.workspace.writing.write(OnHighlight(highlight), None, f"note on {highlight}")

    def noted(self, _changes: object) -> None:
        """Say which notes are shown now, and go on."""
        last = self._window.marks.highlights[-1:] if self._window.marks.highlights else ()
        for mark in last:
            for note in self._window.marks.notes.get(mark.id, ()):
                sys.stdout.write(f"note {mark.id} {note.text}\n")
                sys.stdout.flush()
                self.mark()


def main(folder: Path) -> int:
    """Open the window over a new library and mark words."""
    app = QApplication(["dying"])
    prepare(app)
    with Library.open(folder / "library.variorum", create=True) as library:
        import_paste(library, TEXT)
    workspace = Workspace.open(folder / "library.variorum", settings=Settings(folder))
    window = MainWindow(workspace, theme=Theme.load("light"))
    window.show()
    dying = Dying(window)
    window.session.library_changed.connect(dying.noted)
    dying.mark()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
