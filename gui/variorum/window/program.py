"""The program: one window over one library, exchanged when another library is wanted."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from variorum.app.doorbell import Doorbell, ring
from variorum.app.settings import Appearance, Contrast, Settings
from variorum.app.workspace import Workspace
from variorum.errors import (
    LibraryBlank,
    LibraryDamaged,
    LibraryLocked,
    LibraryMissing,
    VariorumError,
)
from variorum.library.library import Library
from variorum.library.opening import Access, is_older
from variorum.library.safety.backups import Backup
from variorum.library.safety.restoring import Restored
from variorum.window.crash import CrashDialog, Crashes
from variorum.window.libraries.hand import restored_words
from variorum.window.libraries.renewing import open_older
from variorum.window.libraries.restoring import Restoring
from variorum.window.main_window import MainWindow
from variorum.window.message_bar import Message, MessageKind, Offer
from variorum.window.theme import (
    Theme,
    scheme_of,
    system_is_dark,
    system_wants_contrast,
    tells_of_contrast,
)


class OpenElsewhere(LibraryLocked):
    """Another window has the library, and has come to the front."""


class Program(QObject):
    """Keep one window over one library; exchange it when another library is wanted."""

    def __init__(self, app: QApplication, settings: Settings, *, data: Path, logs: Path) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._data = data
        self.window: MainWindow | None = None
        self.restoring = Restoring(data / "backups", self)
        self.restoring.restored.connect(self._restored)
        self.restoring.failed.connect(self._not_restored)
        self._bell: Doorbell | None = None
        self.crashes = Crashes(logs, self._show_crash)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._scheme_changed)
        if tells_of_contrast(hints):
            hints.accessibility().contrastPreferenceChanged.connect(self._scheme_changed)

    @property
    def default_library(self) -> Path:
        """Return the library that is opened when none is named."""
        return self._data / "library.variorum"

    def open(self, path: Path | None, *, may_ring: bool = True) -> MainWindow:
        """Open a library in the window; without a path the reader's own, made when missing.

        When another window has it, that one comes to the front and `OpenElsewhere` is raised;
        one that may not ring opens the library to be read.
        """
        if path is not None:
            return self._enter(path, create=False, may_ring=may_ring)
        self._data.mkdir(parents=True, exist_ok=True)
        path = self.default_library
        if _is_nothing(path) and self.restoring.has_backups(path):
            raise LibraryMissing(
                self.tr("Your library is not in its place any more."),
                hint=self.tr("Restore it from a backup."),
            )
        return self._enter(path, create=True, may_ring=may_ring)

    # --- one window for another -----------------------------------------------------------------

    def _enter(self, path: Path, *, create: bool, may_ring: bool = True) -> MainWindow:
        library, locked = self._opened(path, create=create, may_ring=may_ring)
        # At once: another start may find the library locked before the window stands.
        self._listen(library)
        workspace = Workspace(library, settings=self._settings, backups=self._data / "backups")
        before, self.window = self.window, self._make_window(workspace)
        if before is not None:
            self.window.setGeometry(before.geometry())
            self.window.show()
            before.close()
        self.window.hands.libraries.begin()
        self._say_access(library, locked)
        return self.window

    def _make_window(self, workspace: Workspace) -> MainWindow:
        window = MainWindow(workspace, theme=self._theme())
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.library_wanted.connect(self._library_wanted)
        window.samples_wanted.connect(self._samples_wanted)
        window.appearance_wanted.connect(self._appearance_wanted)
        window.crashed.connect(self.crashes.take)
        window.hands.libraries.restore_wanted.connect(self._restore_wanted)
        return window

    def _opened(
        self, path: Path, *, create: bool, may_ring: bool
    ) -> tuple[Library, LibraryLocked | None]:
        """Open a library to be written, or to be read while another process writes it."""
        try:
            if is_older(path):
                self._theme()
                return open_older(path), None
            return Library.open(path, create=create and _is_nothing(path)), None
        except LibraryBlank:
            if self.restoring.has_backups(path):
                raise
            # It was killed while it made this library.
            return Library.open(path, create=True), None
        except LibraryLocked as locked:
            if may_ring and ring(path):
                raise OpenElsewhere(
                    self.tr("This library is open in another window, which is in front now.")
                ) from locked
            return Library.open(path, read_only=True), locked

    def _listen(self, library: Library) -> None:
        """Answer for the library that this process writes, and for no other any more."""
        if self._bell is not None:
            self._bell.close()
            self._bell.deleteLater()
            self._bell = None
        if library.access is Access.WRITE:
            self._bell = Doorbell(library.path, self)
            self._bell.rung.connect(self._come_forward)

    def _come_forward(self) -> None:
        if self.window is not None:
            self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
            self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    def _say_access(self, library: Library, locked: LibraryLocked | None) -> None:
        """Say why nothing can be changed, where nothing can."""
        if library.access is Access.WRITE or self.window is None:
            return
        if locked is not None:
            said = self.tr("This library is open in another window; here it can only be read.")
            message = Message(said, hint=locked.hint, kind=MessageKind.TROUBLE)
        else:
            offer = Offer(self.tr("Save a copy…"), self.window.hands.libraries.save_copy)
            message = Message(
                self.tr("This library or its folder is protected; here it can only be read."),
                hint=self.tr("Save a copy in a folder of your own to work on it."),
                kind=MessageKind.TROUBLE,
                offers=(offer,),
            )
        self.window.messages.say(message)

    def open_clicked(self, path: Path) -> None:
        """Open a library that the desktop hands over, or say in the window why not."""
        self._library_wanted(path, False)  # noqa: FBT003 - a slot

    def _library_wanted(self, path: Path, create: bool) -> None:  # noqa: FBT001 - a slot
        window = self.window
        if window is not None and path.absolute() == window.workspace.path:
            self._come_forward()
            return
        try:
            self._enter(path, create=create)
        except VariorumError as error:
            if window is not None:
                window.messages.say(self._trouble(path, error))

    def _trouble(self, path: Path, error: VariorumError) -> Message:
        """Say why a library cannot be opened, and offer its backups if it has any."""
        offers: tuple[Offer, ...] = ()
        lost = isinstance(error, LibraryDamaged | LibraryMissing)
        if lost and self.restoring.has_backups(path):
            look = partial(self.restoring.offer, path, said=error.message, parent=self.window)
            offers = (Offer(self.tr("Restore from a backup…"), look),)
        return Message(error.message, hint=error.hint, kind=MessageKind.TROUBLE, offers=offers)

    def _samples_wanted(self) -> None:
        self._data.mkdir(parents=True, exist_ok=True)
        self._library_wanted(self._data / "samples.variorum", True)  # noqa: FBT003 - a slot
        if self.window is not None and self.window.workspace.path.name == "samples.variorum":
            self.window.hands.turning.import_samples()

    # --- backups that are restored -----------------------------------------------------------------

    def rescue(
        self, path: Path | None, error: VariorumError, *, give_up: Callable[[], None]
    ) -> bool:
        """Offer the backups of a library that cannot be opened; tell whether there are any."""
        place = path or self.default_library
        lost = isinstance(error, LibraryDamaged | LibraryMissing)
        if not lost or not self.restoring.has_backups(place):
            return False
        self._theme()
        said = error.message
        if isinstance(error, LibraryDamaged):
            said = self.tr("The library {name} is damaged and cannot be opened.").format(
                name=place.name
            )
        if path is None and isinstance(error, LibraryMissing):
            start_anew = partial(self._start_anew, place)
            self.restoring.offer(
                place,
                said=said,
                otherwise=self.tr("Begin an empty library"),
                declined=start_anew,
            )
        else:
            self.restoring.offer(place, said=said, otherwise=self.tr("Quit"), declined=give_up)
        return True

    def _start_anew(self, path: Path) -> None:
        self._enter(path, create=True).show()

    def _restore_wanted(self, one: Backup) -> None:
        """Close the window, and let its library be as in a backup."""
        window = self.window
        folder = window.workspace.backups.folder if window is not None else None
        if window is None or folder is None:
            return
        path = window.workspace.path
        self._app.setQuitOnLastWindowClosed(False)
        if not window.close():
            self._app.setQuitOnLastWindowClosed(True)
            return
        self.window = None
        self.restoring.restore(path, one, folder=folder)

    def _restored(self, path: Path, one: Backup, restored: Restored) -> None:
        words = [restored_words(one)]
        if restored.was_damaged:
            words.append(
                self.tr("The damaged file was laid aside as {name}.").format(
                    name=restored.before.name if restored.before else ""
                )
            )
        elif restored.before is not None:
            words.append(self.tr("What it was before is a backup now."))
        self._show_again(path, Message(" ".join(words)))

    def _not_restored(self, path: Path, error: Exception) -> None:
        if isinstance(error, VariorumError):
            message = Message(error.message, hint=error.hint, kind=MessageKind.TROUBLE)
            self._show_again(path, message)
        else:
            self.crashes.take(error)
            self._show_again(path, None)

    def _show_again(self, path: Path, message: Message | None) -> None:
        try:
            window = self._enter(path, create=False)
        except VariorumError as error:
            self._app.setQuitOnLastWindowClosed(True)
            if self.window is None:
                self.restoring.say(error)
            else:
                self.window.messages.say_error(error)
            return
        window.show()
        self._app.setQuitOnLastWindowClosed(True)
        if message is not None:
            window.messages.say(message)

    # --- colours ---------------------------------------------------------------------------------

    def _theme(self) -> Theme:
        appearance = self._settings.appearance
        follows = appearance is Appearance.SYSTEM
        contrast = self._settings.contrast
        scheme = scheme_of(
            dark=system_is_dark() if follows else appearance is Appearance.DARK,
            high_contrast=contrast is Contrast.HIGH
            or (contrast is Contrast.SYSTEM and system_wants_contrast()),
        )
        theme = Theme.load(scheme)
        self._app.setPalette(theme.palette())
        return theme

    def _appearance_wanted(self, _appearance: Appearance) -> None:
        self._wear()

    def _scheme_changed(self) -> None:
        settings = self._settings
        if settings.appearance is Appearance.SYSTEM or settings.contrast is Contrast.SYSTEM:
            self._wear()

    def _wear(self) -> None:
        theme = self._theme()
        if self.window is not None:
            self.window.wear(theme)

    def _show_crash(self, report: str, kept_in: Path | None) -> None:
        CrashDialog(report, kept_in, self.window).exec()


def _is_nothing(path: Path) -> bool:
    """Tell whether there is no library: no file, or one that a killed first start left empty."""
    try:
        return path.stat().st_size == 0
    except FileNotFoundError:
        return True
