"""When the fault is ours: one box with a report that stays on this machine.

The report names versions, files of the program and kinds of errors. It holds no message of
an exception and no value of a variable: either could be a reader's words.
"""

import datetime as dt
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from variorum.app.versions import versions
from variorum.window.labels import plain_label

_PACKAGE = Path(__file__).parents[1]


def report_of(error: BaseException) -> str:
    """Return what happened, without a word of what was read or written."""
    running = versions()
    lines = [
        f"Variorum {running.variorum}",
        f"Python {running.python}, Qt {running.qt}, PySide6 {running.pyside}",
        f"SQLite {running.sqlite}, {sys.platform}",
        dt.datetime.now(tz=dt.UTC).isoformat(timespec="seconds"),
    ]
    link: BaseException | None = error
    while link is not None:
        lines += ["", type(link).__qualname__]
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(link.__traceback__)
        ]
        link = link.__cause__ or link.__context__
    return "\n".join(lines) + "\n"


def _short(filename: str) -> str:
    """Return a file's path inside the package; of other files the name alone."""
    path = Path(filename)
    return str(path.relative_to(_PACKAGE)) if path.is_relative_to(_PACKAGE) else path.name


class CrashDialog(QDialog):
    """Say that the program made a mistake, and show the report."""

    def __init__(self, report: str, kept_in: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Variorum made a mistake"))
        said = plain_label(
            self.tr(
                "Something went wrong that is Variorum’s fault. What you saw saved is saved."
                " You can go on; if things look odd, close the window and open it again."
            )
        )
        said.setWordWrap(True)
        where = plain_label(
            self.tr("This report stays on this machine: {path}").format(path=kept_in)
            if kept_in
            else self.tr("This report stays on this machine.")
        )
        where.setObjectName("hint")
        where.setWordWrap(True)
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (said, text, where, buttons):
            column.addWidget(widget)
        self.resize(560, 380)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


class Crashes:
    """Keep a report of each mistake of ours, and show the first of a run in a box."""

    def __init__(self, folder: Path, show: Callable[[str, Path | None], None]) -> None:
        self._folder = folder
        self._show = show
        self._showing = False

    def take(self, error: BaseException) -> None:
        """Report a mistake; another one while the box is open is only written down."""
        report = report_of(error)
        sys.stderr.write(report)
        path = self._keep(report)
        if self._showing:
            return
        self._showing = True
        try:
            self._show(report, path)
        finally:
            self._showing = False

    def hook(
        self,
        _kind: type[BaseException],
        error: BaseException,
        _where: TracebackType | None,
    ) -> None:
        """Stand in for `sys.excepthook`."""
        self.take(error)

    def _keep(self, report: str) -> Path | None:
        stamp = dt.datetime.now(tz=dt.UTC).strftime("%Y%m%d-%H%M%S-%f")
        path = self._folder / f"crash-{stamp}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(report, encoding="utf-8")
        except OSError:
            return None
        return path
