"""The desk itself: headers, panes, gutters, overview, and the API that the window uses."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from variorum.collation.values import Collation, Variant, VariantClass
from variorum.exchange.wording import ENGLISH, Wording
from variorum.ids import ArticleId
from variorum.text import Span
from variorum.window.desk.accessible import announce, install, tell_caret
from variorum.window.desk.board import Board
from variorum.window.desk.carets import carets_of, put_carets
from variorum.window.desk.column import Column, Found
from variorum.window.desk.compared import Compared
from variorum.window.desk.explained import Listed
from variorum.window.desk.following import other_end
from variorum.window.desk.gutter import Gutter
from variorum.window.desk.overview import OverviewBar
from variorum.window.desk.overview_marks import overview_marks
from variorum.window.desk.pane import Pane
from variorum.window.desk.position import position_of, said_at
from variorum.window.desk.ribbons import Ribbon
from variorum.window.desk.rows import Gap, gap_labels
from variorum.window.desk.stage import Hold, Stage
from variorum.window.desk.styles import Face, desk_style
from variorum.window.desk.telling import Telling
from variorum.window.desk.tip import VariantTip
from variorum.window.desk.values import DeskPlace, Mark, PaneArticle
from variorum.window.desk.walk import Walk
from variorum.window.theme import Theme


class ReadingDesk(Telling):
    """Show a base and versions of it level, with what was found and what was marked."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        wording: Wording = ENGLISH,
        handles: bool = True,
    ) -> None:
        """Make an empty desk; on paper its heads have no handles to hold it by."""
        super().__init__(parent)
        self._theme, self._wording, self._face = theme, wording, Face()
        self._style = desk_style(theme, wording)
        self._board = Board(self._style, self, handles=handles)
        self._overview_timer = QTimer(self)
        self._overview_timer.setSingleShot(True)
        self._overview_timer.timeout.connect(self._fill_overview)
        self._tip = VariantTip(self)
        self._walk = Walk(self._board, self._tip, wording)
        self._walk.turned.connect(self._turned)
        self.setMinimumSize(280, 120)
        self.setAccessibleName(self.tr("Reading desk"))
        install()
        self._board.pane_made.connect(self._connect)
        self._board.ribbon_clicked.connect(self._ribbon_clicked)
        self._board.scrolled.connect(self._scrolled)
        self._board.menu_wanted.connect(self._menu_wanted)
        self._board.close_wanted.connect(self._close_wanted)
        self._board.dragged.connect(self._dragged)
        self.stage.settled.connect(self._mark_overview)
        self.stage.settled.connect(self._tell_position)
        self.set_theme(theme)

    # -- what is shown

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; what is read stays in place."""
        self._theme = theme
        self._tip.set_theme(theme)
        self._restyle()

    def set_face(self, face: Face) -> None:
        """Set stories otherwise; what is read stays in place."""
        if face != self._face:
            self._face = face
            self._restyle()

    def show_panes(
        self, first: PaneArticle, beside: Sequence[tuple[PaneArticle, Collation]] = ()
    ) -> None:
        """Put a base and versions of it on the desk, or one article alone.

        Where the first is the one shown already, what is read of it stays in place; the caret
        stays in each text that stays.
        """
        shown = [column.shown.article_id for column in self.stage.columns]
        hold = self.stage.hold() if shown[:1] == [first.article_id] else None
        carets = carets_of(self._board)
        self.found_at_caret.emit("")
        panes = (first, *(pane for pane, _ in beside))
        self._fill(Compared(panes, tuple(collation for _, collation in beside)))
        put_carets(self._board, carets)
        self._walk.mean(0)
        self.stage.return_to(hold)
        if self._walk.place[0]:
            self._tell_found(self._walk.said)
        self._tell_position()
        self.filled.emit()

    def clear(self) -> None:
        """Take everything off the desk."""
        self._fill(Compared())
        self.found_at_caret.emit("")
        self.filled.emit()

    def set_apart(self, *, apart: bool) -> None:
        """Let each pane flow by itself, scrolled along the links; or let all stand level."""
        self.stage.set_apart(apart=apart)

    def advise(self, words: str) -> None:
        """Say in the card that stays open how what it says can be corrected."""
        self._tip.advise(words)

    def scope(self) -> ArticleId | None:
        """Return the version whose differences are walked through; none where all versions' are."""
        own = self._walk.scope
        return self._id(own) if own else None

    def header_corner(self, article_id: ArticleId) -> QPoint:
        """Return where the menu of a pane opens, on the screen."""
        pane = self._board.pane_of(article_id)
        return self._board.header_corner(pane.number if pane is not None else 0)

    def mean(self, article_id: ArticleId) -> None:
        """Let steps and cards be about one of the versions first, where several differ alike."""
        pane = self._board.pane_of(article_id)
        if pane is not None and pane.number:
            self._walk.turn_to(pane.number)

    def set_marks(self, article_id: ArticleId, marks: Sequence[Mark]) -> None:
        """Show an article's marks; a desk that does not show the article stays as it is."""
        pane = self._board.pane_of(article_id)
        if pane is None or pane.column.shows(marks):
            return
        pane.column.set_marks(marks)
        pane.update()
        self._mark_overview()

    def set_passing(
        self, article_id: ArticleId, spans: Sequence[Span], now: Span | None = None
    ) -> None:
        """Tint words that the reader looks for, and outline the one she is at."""
        pane = self._board.pane_of(article_id)
        if pane is not None:
            pane.column.set_passing(spans, now)
            pane.update()

    def set_classes_shown(self, classes: frozenset[VariantClass]) -> None:
        """Show the variants of these classes only."""
        self._walk.show_classes(classes)
        self._mark_overview()
        self.stage.settle()
        self.filled.emit()

    # -- differences

    def listed(self) -> tuple[Listed, ...]:
        """Return all differences of the versions that are walked through, also the hidden ones."""
        return self._walk.listed()

    def go_to(self, listed: Listed) -> tuple[int, int]:
        """Go to one of `listed`; return its number from 1, 0 where it is hidden, and how many there are."""
        self._walk.go_to(listed.stop)
        self._tell_found(self._walk.said)
        self._tell_position()
        return self._walk.place

    def is_at(self, listed: Listed) -> bool:
        """Tell whether the reader has turned to one of `listed`."""
        return self._walk.is_at(listed.stop)

    def show_next_difference(self) -> tuple[int, int] | None:
        """Go to the next difference; return its number from 1 and how many there are."""
        return self._step(1)

    def show_previous_difference(self) -> tuple[int, int] | None:
        """Go to the difference before; return its number from 1 and how many there are."""
        return self._step(-1)

    def _step(self, by: int) -> tuple[int, int] | None:
        place = self._walk.step(by)
        if place is not None:
            self._tell_found(self._walk.said)
        self._tell_position()
        return place

    def choose(self, variant: Variant) -> tuple[int, int] | None:
        """Turn to a variant of the version meant, and keep its card open; return its number."""
        if (place := self._walk.choose(variant)) is not None:
            self._tell_found(self._walk.said)
        return place

    @property
    def chosen(self) -> Variant | None:
        """Return the variant that the reader turned to, else the shown one at the caret."""
        found = self._walk.chosen
        return found.variant if found is not None else None

    @property
    def difference_words(self) -> tuple[ArticleId, Span] | None:
        """Return the words of the difference turned to, else of the one at the caret.

        Where both sides have words they are the version's, unless the reader is in the base.
        """
        found = self._walk.words
        return (self._id(found[0]), found[1]) if found is not None else None

    @property
    def difference_count(self) -> int:
        """Return how many differences of the shown classes there are."""
        return len(self._walk.stops)

    @property
    def difference_place(self) -> tuple[int, int]:
        """Return the number of the difference turned to, 0 for none, and how many there are."""
        return self._walk.place

    # -- selection and places

    def selection(self) -> tuple[ArticleId, Span] | None:
        """Return what is selected in the pane that the reader used last."""
        pane = self._board.active
        span = pane.selection if pane is not None else None
        return None if pane is None or span is None else (self._id(pane.number), span)

    def caret(self) -> tuple[ArticleId, int] | None:
        """Return where the caret stands in the pane that the reader used last."""
        pane = self._board.active
        return None if pane is None else (pane.column.shown.article_id, pane.caret.place)

    @property
    def has_keys(self) -> bool:
        """Tell whether a caret is seen: keys go to a pane."""
        return self._board.active is not None and self._board.active.has_keys

    def place(self) -> DeskPlace | None:
        """Return where the reader is, to be gone back to: also in a later sitting."""
        pane = self._board.active
        hold = self.stage.hold(pane.number) if pane is not None else None
        if pane is None or hold is None:
            return None
        share = 0.0 if hold.at_start else hold.share
        return DeskPlace(self._id(pane.number), pane.caret.place, hold.place, share)

    def go_to_place(self, place: DeskPlace) -> bool:
        """Go back to where the reader was; tell whether its article is shown.

        A place beyond the end of a text counts as its end.
        """
        pane = self._board.pane_of(place.article)
        if pane is None or not pane.column.blocks:
            return False
        last = len(pane.column.text)
        self._activate(pane.number)
        self._board.show_text(pane.number)
        pane.caret.put(min(place.place, last))
        at_start = place.top <= pane.column.blocks[0].span.start and not place.share
        hold = Hold(min(place.top, last), place.share, at_start=at_start)
        self.stage.return_to(hold, pane.number)
        self._tell_position()
        return True

    def set_selection(self, article_id: ArticleId, span: Span) -> None:
        """Select a span of a shown article."""
        pane = self._board.pane_of(article_id)
        if pane is not None:
            self._activate(pane.number)
            pane.select(span)

    def scroll_to(self, article_id: ArticleId, span: Span) -> None:
        """Bring a span into view, if it is not there."""
        pane = self._board.pane_of(article_id)
        if pane is None:
            return
        self._board.show_text(pane.number)
        if not self.stage.is_in_view(pane.number, span):
            self.stage.bring(pane.number, span)

    def bring(self, article_id: ArticleId, span: Span) -> None:
        """Bring the start of a span to where one reads."""
        pane = self._board.pane_of(article_id)
        if pane is not None:
            self._board.show_text(pane.number)
            self.stage.bring(pane.number, span)

    def follow_link(self) -> bool:
        """Go along the ribbon at the caret to the next pane, from the last one back."""
        pane = self._board.active
        found = other_end(pane, self.panes, self.gutters) if pane is not None else None
        if found is None:
            return False
        target, span = found
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        target.select(Span(span.start, span.start))
        self.scroll_to(self._id(target.number), span)
        return True

    def copy(self) -> None:
        """Put the selected words on the clipboard as the article has them."""
        if self._board.active is not None:
            self._board.active.copy()

    def select_all(self) -> None:
        """Select the whole article of the pane that the reader used last."""
        if self._board.active is not None:
            self._board.active.select_all()

    def focus_next_pane(self, *, back: bool = False) -> bool:
        """Give the keys to the next pane; tell when there is none left on that side."""
        count = len(self.panes)
        holder = self.window().focusWidget()
        focused = [n for n in range(count) if self.panes[n] is holder]
        before = focused[0] if focused else (count if back else -1)
        target = before + (-1 if back else 1)
        if not 0 <= target < count:
            return False
        self._board.show_text(target)
        self.panes[target].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def reading_order(self, article_id: ArticleId, span: Span) -> tuple[int, int, int]:
        """Return a key by which spans of all panes sort as one reads: by row, pane, place."""
        pane = self._board.pane_of(article_id) or self.panes[0]
        block = pane.column.block_at(span.start)
        row = self.stage.levels.row_of(pane.number, block.number) if block is not None else 0
        return row, pane.number, span.start

    def take_focus(self) -> None:
        """Give the keys to the pane that the reader used last."""
        if self._board.active is not None:
            self.keys_taken.emit()
            self._board.active.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_pane_of(self, article_id: ArticleId) -> bool:
        """Give the keys to the pane that shows an article; tell whether one does."""
        pane = self._board.pane_of(article_id)
        if pane is not None:
            self.keys_taken.emit()
            self._board.show_text(pane.number)
            self._activate(pane.number)
            pane.setFocus(Qt.FocusReason.OtherFocusReason)
        return pane is not None

    @property
    def is_settled(self) -> bool:
        """Tell whether everything is laid out, also what is out of sight."""
        return self.stage.is_settled

    @property
    def stage(self) -> Stage:
        """Return what stands where: for measuring."""
        return self._board.stage

    @property
    def panes(self) -> tuple[Pane, ...]:
        """Return the panes in use, the base's first."""
        return self._board.panes

    @property
    def gutters(self) -> tuple[Gutter, ...]:
        """Return the gutters in use."""
        return self._board.gutters

    @property
    def across(self) -> QScrollBar:
        """Return the bar that scrolls to versions for which there is no room."""
        return self._board.across

    @property
    def overview(self) -> OverviewBar:
        """Return the scroll bar of all panes."""
        return self._board.bar

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the room."""
        super().resizeEvent(event)
        self._board.setGeometry(self.rect())

    # -- building

    def _fill(self, compared: Compared) -> None:
        self._board.setGeometry(self.rect())
        rows = compared.rows()
        columns = [Column.of(one, self._style) for one in compared.shown]
        self._board.show_columns(columns, rows, self._style)
        for number, pane in enumerate(self.panes):
            pane.reset(gap_labels(rows, number, self._gap_words))
        for number, gutter in enumerate(self.gutters):
            gutter.set_ribbons(compared.ribbons(number))
        kept = self._tip.kept_at
        self._walk.begin(compared)
        self._mark_overview()
        self._tip.hide()
        self._walk.keep_card(kept)

    def _connect(self, pane: Pane) -> None:
        pane.selection_changed.connect(self.selection_changed)
        pane.caret_moved.connect(self._caret_moved)
        pane.focused.connect(self._focused)
        pane.left.connect(self._tip.hide)
        pane.dismissed.connect(self._tip.hide)
        pane.mark_clicked.connect(self._mark_clicked)
        pane.hovered.connect(self._hovered)
        pane.variant_clicked.connect(self._variant_clicked)
        pane.clicked.connect(self._clicked)
        pane.context_wanted.connect(self._context_wanted)

    def _restyle(self) -> None:
        """Build the columns anew in the present style, and keep what is read in place."""
        self._style = desk_style(self._theme, self._wording, face=self._face)
        old, hold, carets = self.stage.columns, self.stage.hold(), carets_of(self._board)
        self.stage.style = self._style
        self._fill(self._walk.compared)
        for pane, column in zip(self.panes, old, strict=True):
            pane.column.set_marks(column.marks)
            pane.column.set_passing(column.passing, column.passing_now)
        put_carets(self._board, carets)
        self.stage.return_to(hold)

    def _gap_words(self, gap: Gap) -> str:
        if gap.moved:
            return self.tr("— moved —")
        return f"— {self._wording.gap(gap.kind, gap.relation)} —"

    def _mark_overview(self) -> None:
        """Put variants, cuts and marks into the scroll bar, after the panes are painted."""
        self._overview_timer.start()

    def _fill_overview(self) -> None:
        self._board.bar.set_marks(overview_marks(self.stage, self._walk.stops, self._theme))

    # -- what the reader does

    def _scrolled(self) -> None:
        self._tip.hide()
        self._tell_position()

    def _activate(self, number: int) -> None:
        before = self._walk.scope
        if self._board.activate(number):
            self._walk.mean(number)
            self._mark_overview()
        if self._walk.scope != before:
            self.scope_changed.emit()

    def _focused(self, number: int) -> None:
        self._activate(number)
        self.selection_changed.emit()

    def _caret_moved(self, number: int) -> None:
        pane = self.panes[number]
        self._activate(number)
        self._walk.forget()
        tell_caret(pane)
        if not pane.is_dragging:
            self.stage.reveal(number, pane.caret.place)
            self._board.show_place(pane)
        self._tell_found(self._walk.light_caret())
        self._tell_position()

    def _tell_found(self, found: str) -> None:
        """Tell what the program says where the reader went, also to those who do not see it."""
        self.found_at_caret.emit(found)
        if self._board.active is not None:
            announce(self._board.active, said_at(self._board.active, found))

    def _hovered(self, found: Found | None, where: QPoint) -> None:
        self.variant_hovered.emit(found.variant if found is not None else None)
        self._walk.hover(found, self.mapFromGlobal(where))

    def _variant_clicked(self, found: Found) -> None:
        self._walk.click(found)
        self.variant_activated.emit(found.variant)

    def _ribbon_clicked(self, left: int, ribbon: Ribbon) -> None:
        """Go to the end of a ribbon that is out of view, the right one first."""
        ends = ((left + 1, ribbon.right), (left, ribbon.left))
        hidden = [end for end in ends if not self.stage.is_in_view(*end)]
        number, span = (hidden or ends)[0]
        self.stage.bring(number, span)

    def _turned(self, column: int) -> None:
        """Tell which version is meant now."""
        self.version_turned.emit(self._id(column))

    def _tell_position(self) -> None:
        """Tell which passage stands at the top of the viewport, or holds the caret in view."""
        pane = self._board.active or next(iter(self.panes), None)
        self.position_changed.emit(*position_of(pane))
