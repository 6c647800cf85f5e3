"""The window of the manual: what there is on the left, a page on the right."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from variorum.window.labels import plain_label
from variorum.window.manual.browser import PageBrowser
from variorum.window.manual.pages import INDEX, pages, search, terms_of
from variorum.window.manual.results import ResultsDelegate
from variorum.window.theme import Theme

_ADDRESS = Qt.ItemDataRole.UserRole
_SIZE = (1120, 780)
_LIST_WIDTH = 290
_SCROLLING = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class ManualWindow(QDialog):
    """Show the manual; Esc empties the search, then closes the window."""

    link_clicked = Signal(QUrl)  # it leads out of the manual

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("manual")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle(self.tr("Manual"))
        self.page = PageBrowser(theme, self)
        self.asked = QLineEdit(self)
        self.contents = QListWidget(self)
        self.results = QListWidget(self)
        self._delegate = ResultsDelegate(theme, self.results)
        self._left = QStackedWidget(self)
        self._said = plain_label(name="hint", parent=self)
        self._build()
        self._connect()
        self.resize(*_SIZE)
        self.open_at(INDEX)

    # --- building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self.asked.setPlaceholderText(self.tr("Search the manual"))
        self.asked.setAccessibleName(self.tr("Search the manual"))
        self.asked.setClearButtonEnabled(True)
        self.contents.setAccessibleName(self.tr("Contents"))
        self.results.setAccessibleName(self.tr("Results of the search"))
        self.results.setItemDelegate(self._delegate)
        self.results.setMouseTracking(True)
        self._said.setAccessibleName(self.tr("Number of results"))
        for each in pages():
            self._add(self.contents, each.title, each.name)
        for shown in (self.contents, self.results):
            shown.setSpacing(3)
            shown.setFrameShape(QFrame.Shape.NoFrame)
            shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._left.addWidget(shown)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self._left_side())
        split.addWidget(self._right_side())
        split.setStretchFactor(1, 1)
        split.setSizes([_LIST_WIDTH, _SIZE[0] - _LIST_WIDTH])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)

    def _left_side(self) -> QWidget:
        side = QWidget(self)
        side.setObjectName("panel")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(side)
        column.setContentsMargins(10, 10, 10, 10)
        for widget in (self.asked, self._said, self._left):
            column.addWidget(widget)
        self._said.hide()
        return side

    def _right_side(self) -> QWidget:
        side = QWidget(self)
        self.back = self._button(self.tr("‹ Back"), self.tr("Back"))
        self.forward = self._button(self.tr("Forward ›"), self.tr("Forward"))
        row = QHBoxLayout()
        row.setContentsMargins(10, 10, 10, 0)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addStretch(1)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.page, 1)
        return side

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(name)
        button.setAutoDefault(False)
        button.setEnabled(False)
        return button

    def _connect(self) -> None:
        self.page.link_clicked.connect(self.link_clicked)
        self.page.sourceChanged.connect(self._show_place)
        self.page.backwardAvailable.connect(self.back.setEnabled)
        self.page.forwardAvailable.connect(self.forward.setEnabled)
        self.back.clicked.connect(self.page.backward)
        self.forward.clicked.connect(self.page.forward)
        self.asked.textChanged.connect(self._search)
        self.asked.installEventFilter(self)
        self.contents.currentItemChanged.connect(self._chosen)
        self.results.currentItemChanged.connect(self._chosen)
        for shown in (self.contents, self.results):
            shown.itemActivated.connect(self._to_page)
            shown.itemClicked.connect(self._chosen)
        for keys, method in (
            (QKeySequence.StandardKey.Find, self._to_search),
            (QKeySequence.StandardKey.Back, self.page.backward),
            (QKeySequence.StandardKey.Forward, self.page.forward),
            (QKeySequence.StandardKey.ZoomIn, lambda: self.page.change_size(1)),
            (QKeySequence.StandardKey.ZoomOut, lambda: self.page.change_size(-1)),
            ("F6", self._to_other_side),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(method)

    # --- what is shown ------------------------------------------------------------------------

    @property
    def said(self) -> str:
        """Return what is said of the search."""
        return self._said.text()

    def open_at(self, where: str) -> None:
        """Show a page, or a heading on it: `marks.md#codes`."""
        self.page.show_page(where)
        self._mark()

    def wear(self, theme: Theme) -> None:
        """Wear other colours."""
        self.page.wear(theme)
        self._delegate.wear(theme)
        self.results.viewport().update()
        self._mark()

    def _add(self, shown: QListWidget, text: str, address: str) -> None:
        item = QListWidgetItem(text, shown)
        item.setData(_ADDRESS, address)

    def _show_place(self, where: QUrl) -> None:
        """Mark the page in the contents, however it was come to."""
        name = where.fileName()
        row = next((n for n, each in enumerate(pages()) if each.name == name), 0)
        blocked = self.contents.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.contents.setCurrentRow(row)
        self.contents.blockSignals(blocked)
        self._mark()

    def _mark(self) -> None:
        self.page.mark(terms_of(self.asked.text()))

    def _search(self, asked: str) -> None:
        found = search(asked)
        blocked = self.results.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.results.clear()
        for each in found:
            place = each.page.title
            if each.section.title != place:
                place += f" › {each.section.title}"
            self._add(self.results, f"{place}\n{each.context}", each.address)
        self.results.blockSignals(blocked)
        searching = bool(terms_of(asked))
        self._left.setCurrentWidget(self.results if searching else self.contents)
        self._said.setVisible(searching)
        self._said.setText(
            self.tr("%n place(s)", "", len(found))
            if found
            else self.tr("Nothing in the manual fits “{asked}”.").format(asked=asked.strip())
        )
        self._said.setWordWrap(True)
        self._mark()

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.open_at(item.data(_ADDRESS))
            self.page.show_first(terms_of(self.asked.text()))

    # --- keys ---------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down and Enter lead from the search field to what was found."""
        if watched is self.asked and isinstance(event, QKeyEvent):
            down = event.key() == Qt.Key.Key_Down
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if event.type() == QEvent.Type.KeyPress and event.key() in _SCROLLING:
                # One types at once, and reads on without leaving the field.
                QCoreApplication.sendEvent(self.page, event)
                return True
            if event.type() == QEvent.Type.KeyPress and (down or enter):
                self._into_list()
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Let what is typed at once be looked for."""
        super().showEvent(event)
        self._to_search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the search with Esc, and close the window when it is empty."""
        if event.key() == Qt.Key.Key_Escape and self.asked.text():
            self.asked.clear()
            self.asked.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        super().keyPressEvent(event)

    def _into_list(self) -> None:
        shown = self.results if self.asked.text().strip() else self.contents
        if not shown.count():
            return
        # Before the keys come: a list that gets them takes its first row without choosing it.
        if shown.currentRow() < 0:
            shown.setCurrentRow(0)
        shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_search(self) -> None:
        self.asked.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.asked.selectAll()

    def _to_page(self) -> None:
        self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_other_side(self) -> None:
        if self.page.hasFocus():
            shown = self.results if self._left.currentIndex() else self.contents
            shown.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._to_page()
