"""Show a page of the manual, and nothing that does not lie in its folder."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from variorum.app.markup import page_html
from variorum.window.fonts import INTERFACE_FAMILIES, READING_SIZE, reading_font
from variorum.window.manual.pages import INDEX, anchor_of, folder, page
from variorum.window.theme import Theme

SCHEME = "manual"
_WIDEST = 860
"""Pixels of a page at the usual text size; a wider window gets wider margins."""
_MARGIN = 24
_PICTURES = frozenset({".png"})
_FOUND_AT_MOST = 400


def address_of(where: str) -> QUrl:
    """Return the address of a page, or of a heading on it: `marks.md#codes`."""
    return QUrl(f"{SCHEME}:/{where}")


class PageBrowser(QTextBrowser):
    """Show pages by their addresses; go back and forward; hand outer links on unopened."""

    link_clicked = Signal(QUrl)
    page_changed = Signal(str)  # its file's name

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("manual_page")
        self.setAccessibleName(self.tr("Page of the manual"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(0)
        self._theme = theme
        self._size = READING_SIZE - 1
        self._pictures_fit = 0
        """For which width the pictures of the page were loaded; 0 where it has none."""
        self.anchorClicked.connect(self._follow)
        self.wear(theme)

    def wear(self, theme: Theme) -> None:
        """Show the page in a theme's colours."""
        self._theme = theme
        self.document().setDefaultStyleSheet(_style(theme, self._size))
        self.setFont(reading_font(self._size))
        self._show_again()

    def change_size(self, by: int) -> None:
        """Set the page larger or smaller."""
        self._size = max(11, min(30, self._size + by))
        self.wear(self._theme)

    def show_page(self, where: str) -> None:
        """Show a page, or a heading on it; where the manual has no such page, the index."""
        name, _, anchor = where.partition("#")
        if page(name) is None:
            name, anchor = INDEX, ""
        if self.source().fileName() != name or not anchor:
            self._pictures_fit = 0
            self.setSource(address_of(name), QTextDocument.ResourceType.HtmlResource)
            self._keep_narrow()
            self.page_changed.emit(name)
        if anchor:
            self._scroll_to(anchor)

    def mark(self, terms: tuple[str, ...]) -> None:
        """Give a ground to the words that were looked for, wherever they stand on the page."""
        ground = QColor(self._theme["selection"])
        marks: list[QTextEdit.ExtraSelection] = []
        for term in terms:
            found = self.document().find(term)
            while not found.isNull() and len(marks) < _FOUND_AT_MOST:
                mark = QTextEdit.ExtraSelection()
                # Qt's stubs do not know that the two fields can be set.
                mark.cursor = found  # pyright: ignore[reportAttributeAccessIssue]
                mark.format.setBackground(ground)  # pyright: ignore[reportAttributeAccessIssue]
                marks.append(mark)
                found = self.document().find(term, found)
        self.setExtraSelections(marks)

    def show_first(self, terms: tuple[str, ...]) -> None:
        """Bring the first of the words into sight that stands below the heading gone to."""
        start = self.textCursor()
        found = [self.document().find(term, start) for term in terms]
        places = sorted(one.position() for one in found if not one.isNull())
        if not places:
            return
        start.setPosition(places[0])
        below = self.cursorRect(start).bottom() - self.viewport().height()
        if below > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + below + self.viewport().height() // 2)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a page or a picture of the manual's own folder; nothing else in the world."""
        url = self.source().resolved(QUrl(name))
        if url.scheme() != SCHEME or url.host():
            return None
        if kind == QTextDocument.ResourceType.HtmlResource.value:
            found = page(url.fileName())
            return page_html(found.markdown) if found else None
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._picture(url.path())
        return None

    def sizeHint(self) -> QSize:
        """Return a size at which a page reads well."""
        return QSize(_WIDEST, 700)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines short, and pictures no wider than they."""
        super().resizeEvent(event)
        self._keep_narrow()
        if self._pictures_fit not in {0, self._room()}:
            self._show_again()

    def _show_again(self) -> None:
        """Load the page anew, and stay at the place that is read."""
        if self.source().isEmpty():
            return
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self.reload()
        self._keep_narrow()
        bar.setValue(round(share * bar.maximum()))

    def _room(self) -> int:
        """Return how wide a picture may be, in pixels."""
        bar = self.verticalScrollBar().sizeHint().width()
        return max(1, min(_WIDEST, self.width() - 2 * _MARGIN - bar))

    def _keep_narrow(self) -> None:
        widest = round(_WIDEST * self._size / (READING_SIZE - 1))
        side = max(_MARGIN, (self.viewport().width() - widest) // 2)
        frame = self.document().rootFrame()
        room = frame.frameFormat()
        if room.leftMargin() != side:
            room.setLeftMargin(side)
            room.setRightMargin(side)
            room.setBottomMargin(_MARGIN)
            frame.setFrameFormat(room)

    def _follow(self, link: QUrl) -> None:
        if link.scheme() not in {"", SCHEME}:
            self.link_clicked.emit(link)
            return
        name = link.fileName() or self.source().fileName()
        self.show_page(f"{name}#{link.fragment()}" if link.fragment() else name)

    def _picture(self, path: str) -> QImage | None:
        """Return a picture that lies in the manual's folder, no wider than the page."""
        own = folder().resolve()
        file = Path(own, path.lstrip("/")).resolve()
        if not file.is_relative_to(own) or file.suffix not in _PICTURES:
            return None
        picture = QImage(str(file))
        self._pictures_fit = room = self._room()
        if room < picture.width():
            sharp = min(round(room * self.devicePixelRatioF()), picture.width())
            picture = picture.scaledToWidth(sharp, Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(sharp / room)
        return picture

    def _scroll_to(self, anchor: str) -> None:
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and anchor_of(block.text()) == anchor:
                self._show_at_top(QTextCursor(block))
                return
            block = block.next()

    def _show_at_top(self, cursor: QTextCursor) -> None:
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top())


def _style(theme: Theme, size: int) -> str:
    sans = ", ".join(f"'{family}'" for family in INTERFACE_FAMILIES)
    small = max(11, size - 3)
    return f"""
    h1, h2, h3, th, td {{ font-family: {sans}; }}
    h1 {{ font-size: {size + 10}px; font-weight: 600; margin: 8px 0 14px 0; }}
    h2 {{ font-size: {size + 3}px; font-weight: 600; margin: 22px 0 8px 0; }}
    h3 {{ font-size: {size}px; font-weight: 600; margin: 16px 0 6px 0; }}
    p {{ margin: 0 0 10px 0; line-height: 118%; }}
    li {{ margin: 0 0 5px 0; line-height: 118%; }}
    a {{ color: {theme.css("accent")}; }}
    table {{ border-collapse: collapse; margin: 4px 0 14px 0; }}
    th, td {{ border: 1px solid {theme.css("border")}; padding: 5px 8px; font-size: {small}px; }}
    th {{ background: {theme.css("panel")}; text-align: left; }}
    code, pre {{ font-family: monospace; font-size: {small}px; }}
    pre {{ background: {theme.css("panel")}; margin: 6px 0 12px 0; white-space: pre-wrap; }}
    strong, th {{ font-weight: 600; }}
    blockquote {{ color: {theme.css("muted")}; margin: 0 0 10px 18px; }}
    """
