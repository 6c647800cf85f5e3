"""The panel that lists all differences of the versions that are read."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QListView, QMenu, QVBoxLayout, QWidget

from variorum.collation.values import QUIET_CLASSES, VariantClass
from variorum.window.desk.explained import Explained, Listed
from variorum.window.differences_list.delegate import DifferencesDelegate
from variorum.window.differences_list.model import DIFFERENCE_ROLE, DifferencesModel, Index
from variorum.window.labels import plain_label
from variorum.window.theme import Theme


class Which(StrEnum):
    """Name which differences are listed."""

    ALL = "all"
    SUBSTANCE = "substance"
    WORDING = "wording"
    QUIET = "quiet"
    PASSAGES = "passages"


_FITS: Mapping[Which, Callable[[Explained], bool]] = {
    Which.ALL: lambda _: True,
    Which.SUBSTANCE: lambda one: one.variant_class is VariantClass.SUBSTANCE,
    Which.WORDING: lambda one: one.variant_class is VariantClass.WORDING,
    Which.QUIET: lambda one: one.variant_class in QUIET_CLASSES,
    Which.PASSAGES: lambda one: one.variant_class is None,
}


class DifferencesView(QListView):
    """Walk through the differences with the keys; the texts go along."""

    turned = Signal(object)  # Listed: the reader went to its line
    left = Signal()  # the reader goes on in the texts

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on in the texts with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell of the line that the reader went to."""
        super().currentChanged(current, previous)
        listed = current.data(DIFFERENCE_ROLE)
        if isinstance(listed, Listed) and not self.signalsBlocked():
            self.turned.emit(listed)


class DifferencesPanel(QWidget):
    """Show the differences in the order of the texts, those that are hidden in grey."""

    asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName(self.tr("Differences"))
        self.menu: QMenu | None = None
        """What a right click offers about the line."""
        self.which = QComboBox(self)
        self.which.setAccessibleName(self.tr("Which differences"))
        for which, words in self._choices().items():
            self.which.addItem(words, which)
        self.which.currentIndexChanged.connect(self.asked)
        self.model = DifferencesModel(self)
        self.view = DifferencesView(self)
        self._delegate = DifferencesDelegate(theme, self.view)
        self._said = plain_label(name="hint", parent=self)
        self._said.setWordWrap(True)
        self._build()

    def _choices(self) -> Mapping[Which, str]:
        return {
            Which.ALL: self.tr("All differences"),
            Which.SUBSTANCE: self.tr("Substance"),
            Which.WORDING: self.tr("Wording"),
            Which.QUIET: self.tr("House style"),
            Which.PASSAGES: self.tr("Passages cut and added"),
        }

    def _build(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName(self.tr("Differences"))
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.clicked.connect(self._clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 0)
        column.setSpacing(6)
        column.addWidget(self.which)
        column.addWidget(self._said)
        column.addWidget(self.view, 1)
        # Without a list, the words stay where they are.
        column.addStretch()

    def wear(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._delegate.wear(theme)
        self.view.viewport().update()

    # --- what is listed -----------------------------------------------------------------------------

    def show_differences(self, found: Sequence[Listed], *, compared: bool) -> None:
        """List those that are asked for, and say how many there are and how many are hidden."""
        fits = _FITS[Which(self.which.currentData())]
        lines = [one for one in found if any(fits(told) for told in one.told)]
        with QSignalBlocker(self.view):
            self.model.show(lines)
        self.which.setVisible(compared)
        self.view.setVisible(bool(lines))
        self._said.setText(self._words(lines) if compared else self.tr("Nothing is compared here."))

    def _words(self, lines: Sequence[Listed]) -> str:
        if not lines:
            return self.tr("No difference is like this.")
        count = self.tr("%n difference(s)", "", len(lines))
        hidden = sum(not one.is_shown for one in lines)
        return f"{count} · {self.tr('%n hidden', '', hidden)}" if hidden else count

    @property
    def said(self) -> str:
        """Return what stands above the list."""
        return self._said.text()

    def choose(self, row: int) -> None:
        """Make a line the current one without going there; none for -1."""
        with QSignalBlocker(self.view):
            index = self.model.index(row, 0) if row >= 0 else QModelIndex()
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(index, flag)
        self.view.viewport().update()
        if row >= 0:
            self.view.scrollTo(index)

    def take_focus(self) -> None:
        """Take the keys: the list, or the choice where it is empty."""
        target = self.view if self.model.rowCount() else self.which
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- what the reader does -----------------------------------------------------------------------

    def _clicked(self, index: QModelIndex) -> None:
        """Go to the line once more: it may be the current one already, and the texts elsewhere."""
        listed = index.data(DIFFERENCE_ROLE)
        if isinstance(listed, Listed):
            self.view.turned.emit(listed)

    def _show_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        if self.menu is not None and index.isValid():
            self.view.setCurrentIndex(index)
            self.menu.popup(self.view.viewport().mapToGlobal(at))
