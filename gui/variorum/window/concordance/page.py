"""The page over the desk: a query above, its lines below, sorted by the words around."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from variorum.library.search.concordance import LineOrder
from variorum.window.concordance.model import Column, LinesModel
from variorum.window.frame import Page
from variorum.window.labels import plain_label
from variorum.window.theme import Theme

_WIDTHS = {Column.SOURCE: 140, Column.DATE: 96}
_PADDING = 8


class ConcordancePage(Page):
    """Show the lines of a query; say so where there are none."""

    export_wanted = Signal()
    query_wanted = Signal(str)
    order_wanted = Signal(object)  # LineOrder
    chosen = Signal(object)  # Line

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk_ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Concordance"))
        self.query = QLineEdit(self)
        self.order = QComboBox(self)
        self.export = QPushButton(self.tr("Export…"), self)
        self.close_button = QPushButton(self.tr("Back to the texts"), self)
        self.count = plain_label(name="hint", parent=self)
        self.nothing = plain_label(name="hint", parent=self)
        self.model = LinesModel(self)
        self.view = _LinesView(self)
        self.view.setModel(self.model)
        self._delegate = _LineDelegate(theme, self.view)
        self.view.setItemDelegate(self._delegate)
        self._stack = QStackedWidget(self)
        self._build()
        self.say(self.tr("Type a word: every place where it stands comes in a line of its own."))

    # --- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.query.setPlaceholderText(self.tr("Words, “phrases”, fields: harbour date:2021"))
        self.query.setAccessibleName(self.tr("Words of the concordance"))
        self.query.setClearButtonEnabled(True)
        self.query.returnPressed.connect(lambda: self.query_wanted.emit(self.query.text()))
        for order, words in (
            (LineOrder.RIGHT, self.tr("by what follows")),
            (LineOrder.LEFT, self.tr("by what goes before")),
            (LineOrder.WORD, self.tr("by the word")),
            (LineOrder.TEXT, self.tr("as the texts came")),
        ):
            self.order.addItem(words, order.value)
        self.order.setAccessibleName(self.tr("Order of the lines"))
        self.order.activated.connect(lambda: self.order_wanted.emit(self.wanted_order()))
        self.export.clicked.connect(self.export_wanted)
        self.close_button.clicked.connect(self.close_wanted)
        for button in (self.export, self.close_button):
            button.setAccessibleName(button.text())
        self._set_up_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_head())
        column.addWidget(self._stack, 1)

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.query, 1)
        row.addWidget(self.order)
        row.addWidget(self.count)
        row.addStretch(0)
        row.addWidget(self.export)
        row.addWidget(self.close_button)
        return row

    def _set_up_view(self) -> None:
        view = self.view
        view.setObjectName("lines")
        view.setAccessibleName(self.tr("Lines of the concordance"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + _PADDING)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = view.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(Column.LEFT, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(Column.WORD, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(Column.RIGHT, QHeaderView.ResizeMode.Stretch)
        for section, width in _WIDTHS.items():
            view.setColumnWidth(section, width)
        view.activated.connect(self._choose)
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setContentsMargins(40, 40, 40, 40)
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(view)

    # --- what is shown --------------------------------------------------------------------------

    def wanted_order(self) -> LineOrder:
        """Return the order that is chosen."""
        return LineOrder(self.order.currentData())

    def say(self, words: str) -> None:
        """Say why there are no lines."""
        self.nothing.setText(words)
        self.count.setText("")
        self.export.setEnabled(False)
        self._stack.setCurrentWidget(self.nothing)

    def say_count(self, words: str) -> None:
        """Say how many lines there are, and show them."""
        self.count.setText(words)
        self.export.setEnabled(True)
        self._stack.setCurrentWidget(self.view)
        self.view.setCurrentIndex(self.model.index(0, Column.WORD))

    def take_focus(self) -> None:
        """Give the keys to the lines; to the query where there are none."""
        shown = self._stack.currentWidget() is self.view
        (self.view if shown else self.query).setFocus(Qt.FocusReason.OtherFocusReason)

    def wear(self, theme: Theme) -> None:
        """Wear another theme's colours."""
        self._delegate.wear(theme)
        self.view.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        line = self.model.line(index)
        if line is not None:
            self.chosen.emit(line)


class _LinesView(QTableView):
    """Open a line with Enter, also where a platform does not."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class _LineDelegate(QStyledItemDelegate):
    """Set the word between what goes before, cut at its beginning, and what follows."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def wear(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._theme = theme

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        # PySide's stubs do not know the option's fields.
        style: Any = option
        middle = Qt.AlignmentFlag.AlignVCenter
        match Column(index.column()):
            case Column.LEFT:
                style.displayAlignment = Qt.AlignmentFlag.AlignRight | middle
                style.textElideMode = Qt.TextElideMode.ElideLeft
            case Column.WORD:
                style.displayAlignment = Qt.AlignmentFlag.AlignHCenter | middle
                style.font.setWeight(QFont.Weight.DemiBold)
                for role in (style.palette.ColorRole.Text, style.palette.ColorRole.HighlightedText):
                    style.palette.setColor(role, self._theme["accent"])
            case Column.RIGHT:
                style.displayAlignment = Qt.AlignmentFlag.AlignLeft | middle
            case _:
                style.palette.setColor(style.palette.ColorRole.Text, self._theme["muted"])
