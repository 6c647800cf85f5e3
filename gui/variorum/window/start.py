"""Start the window: the one way in for the command line and for a double click."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_log_path
from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from variorum.app.settings import Settings
from variorum.app.sweeper import Sweeper
from variorum.errors import VariorumError
from variorum.ids import StoryId
from variorum.library.queries.stories import versions
from variorum.window.application import Application
from variorum.window.fonts import INTERFACE_SIZE, interface_font, load_fonts
from variorum.window.icons import application_icon
from variorum.window.main_window import MainWindow
from variorum.window.plurals import EnglishPlurals
from variorum.window.program import OpenElsewhere, Program
from variorum.window.warming import warm_up_after_start

_NAME = "variorum"
_ON_THE_DESKTOP = "org.variorum.Variorum"
"""By this name a Linux desktop knows whose windows these are."""
_NOISE = "This plugin does not support propagateSizeHints()"
_SNAPSHOT_SIZE = (1440, 900)
_LOOK_EVERY_MS = 20
SNAPSHOT_WITHIN_MS = 60_000
"""How long a window may take until it is settled."""


def prepare(app: QApplication) -> None:
    """Give the application its style, its face, its numbers, and a collector of its own."""
    app.setApplicationName("Variorum")
    app.setDesktopFileName(_ON_THE_DESKTOP)
    if sys.platform != "darwin":
        # There the bundle has an icon that leaves a margin, as all others do.
        app.setWindowIcon(application_icon())
    app.setStyle("Fusion")
    load_fonts()
    app.setFont(interface_font(INTERFACE_SIZE))
    app.installTranslator(EnglishPlurals(app))
    Sweeper(app)


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
    app = Application([_NAME, *arguments])
    prepare(app)
    # The modules stay for good: looking through them again and again took 25 ms a time.
    gc.freeze()
    program = Program(
        app,
        Settings(user_config_path(_NAME, appauthor=False)),
        data=user_data_path(_NAME, appauthor=False),
        logs=user_log_path(_NAME, appauthor=False),
    )
    app.library_clicked.connect(program.open_clicked)
    if snapshot is None:
        # Nobody would see the dialog of a crash while a picture is taken.
        sys.excepthook = program.crashes.hook
    try:
        window = program.open(library, may_ring=snapshot is None)
    except OpenElsewhere as error:
        sys.stderr.write(f"{error.message}\n")
        return 0
    except VariorumError as error:
        wants_backup = snapshot is None and program.rescue(
            library, error, give_up=lambda: app.exit(1)
        )
        return app.exec() if wants_backup else _refuse(error)
    if story is not None:
        if not versions(window.session.library.reader, StoryId(story)):
            window.close()
            return _refuse(_no_such(story))
        window.hands.turning.show_story(StoryId(story))
    if snapshot is not None:
        return take_snapshot(app, window, snapshot, chosen=story is not None)
    window.show()
    warm_up_after_start(app)
    return app.exec()


def _no_such(story: int) -> VariorumError:
    sentence = QCoreApplication.translate("start", "There is no story {story} in this library.")
    return VariorumError(sentence.format(story=story))


def _refuse(error: VariorumError) -> int:
    """Say why there is no window; the exit status tells a script the same."""
    sys.stderr.write(f"{error.message} {error.hint}".rstrip() + "\n")
    if QGuiApplication.platformName() != "offscreen":
        QMessageBox.critical(None, "Variorum", f"{error.message}\n\n{error.hint}")
    return 1


def take_snapshot(
    app: QApplication,
    window: MainWindow,
    path: Path,
    *,
    chosen: bool,
    within_ms: int = SNAPSHOT_WITHIN_MS,
) -> int:
    """Paint the window, save a picture of it, and end; without one when it takes too long."""
    if not chosen:
        window.hands.turning.show_first_comparison()
    window.resize(*_SNAPSHOT_SIZE)
    window.show()
    look = QTimer(window)
    late = QDeadlineTimer(within_ms)
    saved: list[bool] = []

    def look_again() -> None:
        if window.is_settled:
            saved.append(window.grab().save(str(path), "PNG"))
        elif not late.hasExpired():
            return
        look.stop()
        window.close()
        app.exit()

    look.timeout.connect(look_again)
    look.start(_LOOK_EVERY_MS)
    # The loop is left by the line above alone: a closing window would post one more event to
    # quit, and what stays posted ends every later loop of this application at once.
    app.setQuitOnLastWindowClosed(False)
    app.exec()
    app.setQuitOnLastWindowClosed(True)
    if saved == [True]:
        return 0
    sentence = (
        QCoreApplication.translate("start", "The picture could not be saved.")
        if saved
        else QCoreApplication.translate("start", "The window was not ready for a picture in time.")
    )
    sys.stderr.write(f"{sentence}\n")
    return 1


def _need_no_screen() -> None:
    """Paint in memory where a picture is wanted and there is no screen."""
    is_unix = sys.platform.startswith(("linux", "freebsd"))
    if is_unix and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        qInstallMessageHandler(_say_but_noise)


def _say_but_noise(_kind: QtMsgType, _place: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but for what no window without a screen could heed."""
    if message != _NOISE:
        sys.stderr.write(f"{message}\n")
