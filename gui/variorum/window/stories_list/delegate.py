"""Paint the rows of the stories list."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from variorum.app.models.stories import KEPT_ROLE, NAME_ROLE, ROW_ROLE
from variorum.library.queries.rows import StoryRow, VersionRow
from variorum.window.labels import broken_lines, is_right_to_left, smaller
from variorum.window.line_painting import fields_of, paint_ground
from variorum.window.summary_strip import percent_kept
from variorum.window.theme import Theme
from variorum.window.wording import as_read, day, isolated

_LEFT = 12
_RIGHT = 12
_TOP = 8
_INDENT = 26
_BAR = 3
_BETWEEN = 10
_DOT = 7
_BESIDE = 9
"""Pixels between two facts of a story."""
_ROUND_PILL = 14
"""Pixels that a pill is wider than its words."""


_LEAST_OF_NAME = 5
"""Letters of a name below which it tells nothing."""
_USUAL_DATE = "30 May 2000"
_USUAL_COUNT = 12


class StoriesDelegate(QStyledItemDelegate):
    """Paint a story (headline on two lines, date, versions, marks) or a version."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fonts_of(parent.font())

    def wear(self, theme: Theme, font: QFont) -> None:
        """Paint in another theme's colours."""
        self._theme = theme
        self._fonts_of(font)

    def _fonts_of(self, font: QFont) -> None:
        self._headline = QFont(font)
        self._headline.setWeight(QFont.Weight.DemiBold)
        self._small = smaller(font)

    @property
    def story_height(self) -> int:
        """Return the height of a story's row."""
        headline, small = QFontMetrics(self._headline), QFontMetrics(self._small)
        return _TOP + 2 * headline.lineSpacing() + 3 + small.height() + _TOP + 1

    @property
    def version_height(self) -> int:
        """Return the height of a version's row."""
        return QFontMetrics(self._small).height() + 5

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """Return the size of a row; all stories are alike, and all versions."""
        row = index.data(ROW_ROLE)
        rect: QRect = fields_of(option).rect
        height = self.version_height if isinstance(row, VersionRow) else self.story_height
        return QSize(rect.width(), height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row."""
        row = index.data(ROW_ROLE)
        painter.save()
        self._paint_ground(painter, option)
        if isinstance(row, StoryRow):
            self._paint_story(painter, option, row, index.data(NAME_ROLE) or "")
        elif isinstance(row, VersionRow):
            self._paint_version(painter, option, row, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect: QRect = fields_of(option).rect
        state: QStyle.StateFlag = fields_of(option).state
        paint_ground(painter, rect, state, self._theme, bar=True)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme["accent"], 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_story(
        self, painter: QPainter, option: QStyleOptionViewItem, row: StoryRow, name: str
    ) -> None:
        rect: QRect = fields_of(option).rect
        state: QStyle.StateFlag = fields_of(option).state
        inner = rect.adjusted(_LEFT, _TOP, -_RIGHT, 0)
        metrics = QFontMetrics(self._headline)
        painter.setFont(self._headline)
        painter.setPen(self._theme["muted" if row.is_done else "text"])
        baseline = inner.top() + metrics.ascent()
        layout = QTextLayout("", self._headline)
        rtl = is_right_to_left(row.title)
        # So that an ellipsis stands where the line ends in its own direction.
        painter.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        lines = broken_lines(as_read(row.title), layout, width=inner.width(), lines=2)
        for line in lines:
            flags = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            flags |= Qt.AlignmentFlag.AlignAbsolute
            box = QRect(inner.left(), baseline - metrics.ascent(), inner.width(), metrics.height())
            painter.drawText(box, flags | Qt.TextFlag.TextSingleLine, line)
            baseline += metrics.lineSpacing()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        small = QFontMetrics(self._small)
        if name and len(lines) < 2:
            # A short headline leaves its second line to where it was printed.
            painter.setFont(self._small)
            painter.setPen(self._theme["muted"])
            said = isolated(as_read(name))
            said = small.elidedText(said, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner.left(), baseline, said)
            name = ""
        bottom = rect.bottom() - _TOP - small.height() + 1
        facts = QRect(inner.left(), bottom, inner.width(), small.height())
        self._paint_facts(painter, facts, row, name)
        if not state & QStyle.StateFlag.State_Open:
            self._paint_rule(painter, rect)

    def _paint_facts(self, painter: QPainter, line: QRect, row: StoryRow, name: str) -> None:
        small = QFontMetrics(self._small)
        painter.setFont(self._small)
        marks = f"✎ {row.places}" if row.places else ""
        if row.is_done:
            marks = f"{marks}  ✓" if marks else "✓"
        x = line.left()
        if row.is_unread:
            x = self._paint_dot(painter, line)
        room = line.right() + 1 - x - small.horizontalAdvance(marks) - 2 * _BESIDE
        pill = self._pill(row, line.width())
        # The figures keep their place at the edge; in a very narrow list the day gives way.
        room -= small.horizontalAdvance(pill) + _ROUND_PILL if pill else 0
        said = self._day_and_name(row, name, small, room)
        painter.setPen(self._theme["muted"])
        painter.drawText(x, line.top() + small.ascent(), said)
        x += small.horizontalAdvance(said) + _BESIDE
        if pill:
            x += self._paint_pill(painter, x, line, pill) + _BESIDE
        painter.setPen(self._theme["muted"])
        painter.drawText(x, line.top() + small.ascent(), marks)

    def _day_and_name(self, row: StoryRow, name: str, metrics: QFontMetrics, room: int) -> str:
        """Say when and where a story was printed; where, only with room for more than a letter."""
        date = day(row.published) if row.published is not None else ""
        said = " · ".join(filter(None, (date, isolated(as_read(name)) if name else "")))
        beginning = f"{date} · {name[:_LEAST_OF_NAME]}…"
        if date and metrics.horizontalAdvance(beginning) > room:
            said = date
        said = said or self.tr("no date")
        return metrics.elidedText(said, Qt.TextElideMode.ElideRight, room)

    def _pill(self, row: StoryRow, room: int) -> str:
        """Say how many versions there are: in a narrow list a figure alone, in every row alike."""
        if row.versions <= 1:
            return ""
        metrics = QFontMetrics(self._small)
        usual = (_USUAL_DATE, self.tr("%n version(s)", "", _USUAL_COUNT))
        wanted = sum(map(metrics.horizontalAdvance, usual)) + _DOT + _ROUND_PILL + 3 * _BESIDE
        said = self.tr("%n version(s)", "", row.versions)
        return said if wanted <= room else str(row.versions)

    def _paint_dot(self, painter: QPainter, line: QRect) -> int:
        """Paint the sign of an unread story; return where the facts go on."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme["accent"])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(line.left(), line.center().y() - _DOT / 2 + 0.5, _DOT, _DOT)
        painter.drawEllipse(box)
        return line.left() + _DOT + _BESIDE // 2 + 1

    def _paint_pill(self, painter: QPainter, x: int, line: QRect, said: str) -> int:
        small = QFontMetrics(self._small)
        width = small.horizontalAdvance(said) + _ROUND_PILL
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme["raised"])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(x, line.top() - 1, width, line.height() + 2)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(self._theme["muted"])
        painter.drawText(x + _ROUND_PILL // 2, line.top() + small.ascent(), said)
        return width

    def _paint_version(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: VersionRow,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect: QRect = fields_of(option).rect
        small = QFontMetrics(self._small)
        painter.setFont(self._small)
        inner = rect.adjusted(_INDENT, 0, -_RIGHT, 0)
        name = index.data(NAME_ROLE)
        wanted = inner.width() - small.horizontalAdvance(name) - _BETWEEN
        facts = self._facts_of(row, index.data(KEPT_ROLE), small, wanted)
        width = small.horizontalAdvance(facts)
        painter.setPen(self._theme["muted"])
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, facts)
        painter.setPen(self._theme["text"] if row.source else self._theme["muted"])
        left = inner.width() - width - _BETWEEN
        room = small.elidedText(name, Qt.TextElideMode.ElideRight, left)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, room)

    def _facts_of(
        self, row: VersionRow, kept: float | None, metrics: QFontMetrics, room: int
    ) -> str:
        """Say what there is room for beside the name, which is worth more."""
        words = self.tr("%n word(s)", "", row.words)
        if row.is_base:
            base = self.tr("base")
            ways = (f"{words} · {base}", f"{row.words} · {base}", base)
        elif kept is None:
            ways = (words, str(row.words))
        else:
            share = percent_kept(kept)
            ways = (self.tr("{words} · {kept} kept").format(words=row.words, kept=share), share)
        fitting = (said for said in ways if metrics.horizontalAdvance(said) <= room)
        return next(fitting, ways[-1])

    def _paint_rule(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme["border"])
