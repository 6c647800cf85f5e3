"""Show that something is under way where there is no window to show it in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout

from variorum.window.labels import plain_label


class Busy(QDialog):
    """Show how far the work has come; it cannot be closed before its end."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Variorum")
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, on=False)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.addWidget(plain_label(title))
        column.addWidget(self._bar)
        self.setMinimumWidth(360)

    def progressed(self, done: int, total: int) -> None:
        """Show how much is done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def reject(self) -> None:
        """Stay: the work goes on."""
