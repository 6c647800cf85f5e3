"""What the window asks of the reader in boxes of their own, behind a protocol that tests fake."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget


class Ask(Protocol):
    """Put questions to the reader; None and False mean that she thought better of it."""

    def files_to_open(self, title: str, *, folder: str) -> list[Path]:
        """Ask for one or more files."""
        ...

    def folder_to_open(self, title: str, *, folder: str) -> Path | None:
        """Ask for a folder."""
        ...

    def file_to_save(self, title: str, *, proposal: Path, kinds: str) -> Path | None:
        """Ask where to save."""
        ...

    def file_to_open(self, title: str, *, folder: str, kinds: str) -> Path | None:
        """Ask for one file of a kind."""
        ...

    def confirm(self, title: str, question: str, *, deed: str) -> bool:
        """Ask whether to do a deed that wants a second thought; the button names the deed."""
        ...

    def text(self, title: str, label: str, *, proposal: str = "") -> str | None:
        """Ask for a line of text."""
        ...


class Boxes:
    """Ask in real boxes over a window."""

    def __init__(self, over: QWidget) -> None:
        self._over = over

    def files_to_open(self, title: str, *, folder: str) -> list[Path]:
        """Ask for one or more files."""
        names, _ = QFileDialog.getOpenFileNames(self._over, title, folder)
        return [Path(name) for name in names]

    def folder_to_open(self, title: str, *, folder: str) -> Path | None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(self._over, title, folder)
        return Path(name) if name else None

    def file_to_save(self, title: str, *, proposal: Path, kinds: str) -> Path | None:
        """Ask where to save."""
        name, _ = QFileDialog.getSaveFileName(self._over, title, str(proposal), kinds)
        return Path(name) if name else None

    def file_to_open(self, title: str, *, folder: str, kinds: str) -> Path | None:
        """Ask for one file of a kind."""
        name, _ = QFileDialog.getOpenFileName(self._over, title, folder, kinds)
        return Path(name) if name else None

    def confirm(self, title: str, question: str, *, deed: str) -> bool:
        """Ask whether to do a deed that wants a second thought."""
        box = QMessageBox(self._over)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question)
        button = box.addButton(deed, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is button

    def text(self, title: str, label: str, *, proposal: str = "") -> str | None:
        """Ask for a line of text."""
        text, accepted = QInputDialog.getText(
            self._over, title, label, QLineEdit.EchoMode.Normal, proposal
        )
        return text if accepted else None
