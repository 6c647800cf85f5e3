"""Start the window: the one way in for the command line and for a double click."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_log_path
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from variorum.app.settings import Appearance, Settings
from variorum.app.workspace import Workspace
from variorum.errors import LibraryLocked, VariorumError
from variorum.ids import StoryId
from variorum.library.library import Library
from variorum.window.crash import CrashDialog, Crashes
from variorum.window.fonts import INTERFACE_SIZE, interface_font, load_fonts
from variorum.window.icons import application_icon
from variorum.window.main_window import MainWindow
from variorum.window.message_bar import Message, MessageKind
from variorum.window.plurals import EnglishPlurals
from variorum.window.theme import Theme, system_scheme

_NAME = "variorum"
_ON_THE_DESKTOP = "org.variorum.Variorum"
"""By this name a Linux desktop knows whose windows these are."""
_SNAPSHOT_SIZE = (1440, 900)
_LOOK_EVERY_MS = 20


def prepare(app: QApplication) -> None:
    """Give the application its style, its face and its numbers."""
    app.setApplicationName("Variorum")
    app.setDesktopFileName(_ON_THE_DESKTOP)
    if sys.platform != "darwin":
        # There the bundle has an icon that leaves a margin, as all others do.
        app.setWindowIcon(application_icon())
    app.setStyle("Fusion")
    load_fonts()
    app.setFont(interface_font(INTERFACE_SIZE))
    app.installTranslator(EnglishPlurals(app))


class Program(QObject):
    """Keep one window over one library; exchange it when another library is wanted."""

    def __init__(self, app: QApplication, settings: Settings, *, data: Path, logs: Path) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._data = data
        self.window: MainWindow | None = None
        self.crashes = Crashes(logs, self._show_crash)
        app.styleHints().colorSchemeChanged.connect(self._scheme_changed)

    @property
    def default_library(self) -> Path:
        """Return the library that is opened when none is named."""
        return self._data / "library.variorum"

    def open(self, path: Path | None) -> MainWindow:
        """Open a library in the window; without a path the reader's own, made when missing."""
        if path is None:
            self._data.mkdir(parents=True, exist_ok=True)
            return self._enter(self.default_library, create=True)
        return self._enter(path, create=False)

    def _enter(self, path: Path, *, create: bool) -> MainWindow:
        library, locked = _opened(path, create=create)
        workspace = Workspace(library, settings=self._settings)
        before, self.window = self.window, MainWindow(workspace, theme=self._theme())
        self.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.window.library_wanted.connect(self._library_wanted)
        self.window.samples_wanted.connect(self._samples_wanted)
        self.window.appearance_wanted.connect(self._appearance_wanted)
        self.window.crashed.connect(self.crashes.take)
        if before is not None:
            self.window.setGeometry(before.geometry())
            self.window.show()
            before.close()
        if locked is not None:
            self.window.messages.say(
                Message(
                    self.tr("This library is open in another window; here it can only be read."),
                    hint=locked.hint,
                    kind=MessageKind.TROUBLE,
                )
            )
        return self.window

    def _library_wanted(self, path: Path, create: bool) -> None:  # noqa: FBT001 - a slot
        try:
            self._enter(path, create=create)
        except VariorumError as error:
            if self.window is not None:
                self.window.messages.say_error(error)

    def _samples_wanted(self) -> None:
        self._data.mkdir(parents=True, exist_ok=True)
        self._library_wanted(self._data / "samples.variorum", True)  # noqa: FBT003 - a slot
        if self.window is not None:
            self.window.import_samples()

    # --- colours ---------------------------------------------------------------------------------

    def _theme(self) -> Theme:
        appearance = self._settings.appearance
        scheme = "dark" if appearance is Appearance.DARK else "light"
        theme = Theme.load(system_scheme() if appearance is Appearance.SYSTEM else scheme)
        self._app.setPalette(theme.palette())
        return theme

    def _appearance_wanted(self, _appearance: Appearance) -> None:
        self._wear()

    def _scheme_changed(self) -> None:
        if self._settings.appearance is Appearance.SYSTEM:
            self._wear()

    def _wear(self) -> None:
        theme = self._theme()
        if self.window is not None:
            self.window.wear(theme)

    def _show_crash(self, report: str, kept_in: Path | None) -> None:
        CrashDialog(report, kept_in, self.window).exec()


def _opened(path: Path, *, create: bool) -> tuple[Library, LibraryLocked | None]:
    """Open a library to be written, or to be read while another process writes it."""
    try:
        return Library.open(path, create=create and not path.exists()), None
    except LibraryLocked as locked:
        return Library.open(path, read_only=True), locked


def start(
    *,
    library: Path | None = None,
    story: int | None = None,
    snapshot: Path | None = None,
    arguments: Sequence[str] = (),
) -> int:
    """Open the window and stay until it is closed; return the exit status.

    With a snapshot the window is painted, saved as a PNG, and closed again: of the given
    story, else of the first one with versions.
    """
    if snapshot is not None:
        _need_no_screen()
    app = QApplication([_NAME, *arguments])
    prepare(app)
    program = Program(
        app,
        Settings(user_config_path(_NAME, appauthor=False)),
        data=user_data_path(_NAME, appauthor=False),
        logs=user_log_path(_NAME, appauthor=False),
    )
    sys.excepthook = program.crashes.hook
    try:
        window = program.open(library)
    except VariorumError as error:
        return _refuse(error)
    if story is not None:
        window.show_story(StoryId(story))
    if snapshot is not None:
        return take_snapshot(app, window, snapshot, chosen=story is not None)
    window.show()
    return app.exec()


def _refuse(error: VariorumError) -> int:
    """Say why there is no window; the exit status tells a script the same."""
    sys.stderr.write(f"{error.message} {error.hint}\n")
    if QGuiApplication.platformName() != "offscreen":
        QMessageBox.critical(None, "Variorum", f"{error.message}\n\n{error.hint}")
    return 1


def take_snapshot(app: QApplication, window: MainWindow, path: Path, *, chosen: bool) -> int:
    """Paint the window, save a picture of it, and end."""
    if not chosen:
        window.show_first_comparison()
    window.resize(*_SNAPSHOT_SIZE)
    window.show()
    look = QTimer(window)
    saved: list[bool] = []

    def look_again() -> None:
        if window.is_settled:
            look.stop()
            saved.append(window.grab().save(str(path), "PNG"))
            window.close()
            app.quit()

    look.timeout.connect(look_again)
    look.start(_LOOK_EVERY_MS)
    app.exec()
    if saved == [True]:
        return 0
    sys.stderr.write(QCoreApplication.translate("start", "The picture could not be saved.") + "\n")
    return 1


def _need_no_screen() -> None:
    """Paint in memory where a picture is wanted and there is no screen."""
    is_unix = sys.platform.startswith(("linux", "freebsd"))
    if is_unix and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
