"""The desk itself: headers, panes, gutters, overview, and the API that the window uses."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from variorum.collation.values import Collation, Variant, VariantClass
from variorum.exchange.wording import ENGLISH, Wording
from variorum.ids import ArticleId
from variorum.text import Span
from variorum.window.desk.accessible import install, tell_caret
from variorum.window.desk.board import Board
from variorum.window.desk.carets import carets_of, put_carets
from variorum.window.desk.column import Column, Found, paragraph_at
from variorum.window.desk.differences import Difference, Stepper, differences_of
from variorum.window.desk.furniture import changed_words
from variorum.window.desk.gutter import Gutter
from variorum.window.desk.overview import OverviewBar
from variorum.window.desk.overview_marks import difference_colour, overview_marks
from variorum.window.desk.pane import Pane
from variorum.window.desk.ribbons import Ribbon, ribbons_of
from variorum.window.desk.rows import Gap, Row, gap_labels, rows_alone, rows_of
from variorum.window.desk.stage import Stage
from variorum.window.desk.styles import Face, desk_style
from variorum.window.desk.tip import VariantTip
from variorum.window.desk.values import Mark, PaneArticle
from variorum.window.theme import Theme


class ReadingDesk(QWidget):
    """Show a base and its version level, with what was found and what was marked."""

    selection_changed = Signal()
    mark_activated = Signal(int)
    """The `HighlightId` of the mark that was clicked."""
    echo_activated = Signal(int)
    """The `HighlightId` whose echo was clicked."""
    variant_hovered = Signal(object)
    """The `Variant` under the mouse, or None."""
    variant_activated = Signal(object)
    """The `Variant` that was clicked."""
    clicked = Signal(int, int)
    """The `ArticleId` of the pane, and the place that was clicked in its text."""
    position_changed = Signal(int, int)
    """Which paragraph of the base is read, the lead being 1, and how many there are."""
    context_requested = Signal(QPoint, int, object)
    """Where, global; the `ArticleId`; the `Span` of the selection under the mouse, or None."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, wording: Wording = ENGLISH
    ) -> None:
        super().__init__(parent)
        self._theme, self._wording, self._face = theme, wording, Face()
        self._style = desk_style(theme, wording)
        self._board = Board(self._style, self)
        self._collation: Collation | None = None
        self._classes = frozenset(VariantClass)
        self._stepper = Stepper()
        self._active = 0
        self._overview_timer = QTimer(self)
        self._overview_timer.setSingleShot(True)
        self._overview_timer.timeout.connect(self._fill_overview)
        self._tip = VariantTip(wording, self)
        self.setMinimumSize(280, 120)
        self.setAccessibleName(self.tr("Reading desk"))
        install()
        self._board.pane_made.connect(self._connect)
        self._board.ribbon_clicked.connect(self._ribbon_clicked)
        self._board.scrolled.connect(self._scrolled)
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

    def show_comparison(
        self, base: PaneArticle, version: PaneArticle | None, collation: Collation | None
    ) -> None:
        """Put a base and its version on the desk, or one article alone.

        Where the base is the one shown already, what is read of it stays in place; the caret
        stays in each text that stays.
        """
        shown = [base] if version is None else [base, version]
        same_base = [column.shown.article_id for column in self.stage.columns][:1] == [
            base.article_id
        ]
        hold = self.stage.hold() if same_base else None
        carets = carets_of(self.panes, active=self._active)
        self._collation = collation if version is not None else None
        self._stepper = Stepper()
        self._fill(shown)
        self._active = put_carets(self.panes, carets)
        self.stage.return_to(hold)
        self._tell_position()

    def clear(self) -> None:
        """Take everything off the desk."""
        self._collation, self._stepper = None, Stepper()
        self._fill([])

    def set_marks(self, article_id: ArticleId, marks: Sequence[Mark]) -> None:
        """Show an article's marks; a desk that does not show the article stays as it is."""
        for number, column in enumerate(self.stage.columns):
            if column.shown.article_id == article_id:
                column.set_marks(marks)
                self.panes[number].update()
        self._mark_overview()

    def set_passing(
        self, article_id: ArticleId, spans: Sequence[Span], now: Span | None = None
    ) -> None:
        """Tint words that the reader looks for, and outline the one she is at."""
        number = self._number_of(article_id)
        if number is not None:
            self.stage.columns[number].set_passing(spans, now)
            self.panes[number].update()

    def set_classes_shown(self, classes: frozenset[VariantClass]) -> None:
        """Show the variants of these classes only."""
        self._classes = classes
        self._show_found()
        self.stage.settle()

    # -- differences

    def show_next_difference(self) -> tuple[int, int] | None:
        """Go to the next difference; return its number from 1 and how many there are."""
        return self._step(1)

    def show_previous_difference(self) -> tuple[int, int] | None:
        """Go to the difference before; return its number from 1 and how many there are."""
        return self._step(-1)

    def choose(self, variant: Variant) -> tuple[int, int] | None:
        """Turn to a variant and keep its card open; return its number from 1 of how many."""
        found = self._stepper.turn_to(variant)
        if found is None:
            return None
        number, difference = found
        self._light(difference)
        self._explain(variant)
        return number + 1, self.difference_count

    @property
    def chosen(self) -> Variant | None:
        """Return the variant that the reader turned to, else the shown one at the caret."""
        if self._stepper.current is not None or not self.panes:
            return self._stepper.current.variant if self._stepper.current else None
        pane = self.panes[self._active]
        return pane.column.variant_at(pane.caret.place)

    @property
    def difference_count(self) -> int:
        """Return how many differences of the shown classes there are."""
        return len(self._stepper.differences)

    @property
    def difference_place(self) -> tuple[int, int]:
        """Return the number of the difference turned to, 0 for none, and how many there are."""
        return self._stepper.place

    # -- selection and places

    def selection(self) -> tuple[ArticleId, Span] | None:
        """Return what is selected in the pane that the reader used last."""
        if self._active >= len(self.stage.columns):
            return None
        span = self.panes[self._active].selection
        if span is None:
            return None
        return self.stage.columns[self._active].shown.article_id, span

    def caret(self) -> tuple[ArticleId, int] | None:
        """Return where the caret stands in the pane that the reader used last."""
        if self._active >= len(self.stage.columns):
            return None
        place = self.panes[self._active].caret.place
        return self.stage.columns[self._active].shown.article_id, place

    def set_selection(self, article_id: ArticleId, span: Span) -> None:
        """Select a span of a shown article."""
        number = self._number_of(article_id)
        if number is not None:
            self._activate(number)
            self.panes[number].select(span)

    def scroll_to(self, article_id: ArticleId, span: Span) -> None:
        """Bring a span into view, if it is not there."""
        number = self._number_of(article_id)
        if number is not None and not self.stage.is_in_view(number, span):
            self.stage.bring(number, span)

    def copy(self) -> None:
        """Put the selected words on the clipboard as the article has them."""
        if self._active < len(self.stage.columns):
            self.panes[self._active].copy()

    def select_all(self) -> None:
        """Select the whole article of the pane that the reader used last."""
        if self._active < len(self.stage.columns):
            self.panes[self._active].select_all()

    def focus_next_pane(self, *, back: bool = False) -> bool:
        """Give the keys to the next pane; tell when there is none left on that side."""
        count = len(self.stage.columns)
        holder = self.window().focusWidget()
        focused = [n for n in range(count) if self.panes[n] is holder]
        before = focused[0] if focused else (count if back else -1)
        target = before + (-1 if back else 1)
        if not 0 <= target < count:
            return False
        self.panes[target].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def reading_order(self, article_id: ArticleId, span: Span) -> tuple[int, int, int]:
        """Return a key by which spans of all panes sort as one reads: by row, pane, place."""
        number = self._number_of(article_id) or 0
        block = self.stage.columns[number].block_at(span.start)
        row = self.stage.levels.row_of(number, block.number) if block is not None else 0
        return row, number, span.start

    def take_focus(self) -> None:
        """Give the keys to the pane that the reader used last."""
        if self._active < len(self.stage.columns):
            self.panes[self._active].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_pane_of(self, article_id: ArticleId) -> bool:
        """Give the keys to the pane that shows an article; tell whether one does."""
        number = self._number_of(article_id)
        if number is None:
            return False
        self.panes[number].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

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
    def overview(self) -> OverviewBar:
        """Return the scroll bar of all panes."""
        return self._board.bar

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the room."""
        super().resizeEvent(event)
        self._board.setGeometry(self.rect())

    # -- building

    def _fill(self, shown: Sequence[PaneArticle]) -> None:
        self._board.setGeometry(self.rect())
        rows = self._rows(shown)
        columns = [Column.of(one, self._style) for one in shown]
        self._board.show_columns(columns, rows, self._style)
        for number, pane in enumerate(self.panes):
            pane.reset(gap_labels(rows, number, self._gap_words))
        self._show_found()
        if self._collation is not None:
            base, version = (one.article for one in shown)
            changed = changed_words(base, version, self._collation)
            for column, spans in zip(columns, changed, strict=True):
                column.set_changed(spans)
        for gutter in self._board.gutters:
            gutter.set_ribbons(self._ribbons(shown))
        self._tip.hide()

    def _rows(self, shown: Sequence[PaneArticle]) -> tuple[Row, ...]:
        if not shown:
            return ()
        if len(shown) == 1 or self._collation is None:
            return rows_alone(shown[0].article)
        return rows_of(shown[0].article, shown[1].article, self._collation)

    def _ribbons(self, shown: Sequence[PaneArticle]) -> tuple[Ribbon, ...]:
        if self._collation is None:
            return ()
        return ribbons_of(shown[0].article, shown[1].article, self._collation)

    def _connect(self, pane: Pane) -> None:
        pane.selection_changed.connect(self.selection_changed)
        pane.caret_moved.connect(self._caret_moved)
        pane.focused.connect(self._focused)
        pane.mark_clicked.connect(self._mark_clicked)
        pane.hovered.connect(self._hovered)
        pane.variant_clicked.connect(self.variant_activated)
        pane.clicked.connect(self._clicked)
        pane.context_wanted.connect(self._context_wanted)

    def _restyle(self) -> None:
        """Build the columns anew in the present style, and keep what is read in place."""
        self._style = desk_style(self._theme, self._wording, face=self._face)
        old, hold = self.stage.columns, self.stage.hold()
        carets = [(pane.caret.anchor, pane.caret.place) for pane in self.panes]
        self.stage.style = self._style
        self._fill([column.shown for column in old])
        for pane, column, (anchor, place) in zip(self.panes, old, carets, strict=True):
            pane.column.set_marks(column.marks)
            pane.column.set_passing(column.passing, column.passing_now)
            pane.caret.put(anchor)
            pane.caret.put(place, keep_anchor=True)
        self.stage.return_to(hold)

    def _show_found(self) -> None:
        """Give each column the variants of the shown classes."""
        variants = self._collation.variants if self._collation is not None else ()
        shown = [variant for variant in variants if variant.variant_class in self._classes]
        for number, column in enumerate(self.stage.columns):
            sides = (Found(v, v.version if number else v.base) for v in shown)
            column.set_found(sides, self._theme.classes)
        self._stepper.fill(self._stops())
        alone = [
            stop
            for stop in self._stepper.differences
            if stop.variant is None and not stop.is_furniture
        ]
        for number, column in enumerate(self.stage.columns):
            spans = (stop.sides[number] for stop in alone)
            column.set_alone(span for span in spans if span is not None)
            lacking = (stop.missing for stop in alone if stop.sides[number] is None)
            column.set_missing(place for place in lacking if place is not None)
        self._mark_overview()

    def _stops(self) -> tuple[Difference, ...]:
        if self._collation is None:
            return ()
        base, version = (column.shown.article for column in self.stage.columns)
        return differences_of(base, version, self._collation, self._classes)

    def _gap_words(self, gap: Gap) -> str:
        if gap.moved:
            return self.tr("— moved —")
        return f"— {self._wording.gap(gap.kind, gap.relation)} —"

    def _mark_overview(self) -> None:
        """Put variants, cuts and marks into the scroll bar, after the panes are painted."""
        self._overview_timer.start()

    def _fill_overview(self) -> None:
        marks = overview_marks(self.stage, self._stepper.differences, self._theme)
        self._board.bar.set_marks(marks)

    # -- stepping

    def _step(self, by: int) -> tuple[int, int] | None:
        if not self.panes:
            return None
        place = self.panes[self._active].caret.place
        stop = self._stepper.step(by, side=self._active, place=place)
        if stop is None:
            return None
        number, difference = stop
        for pane, span in zip(self.panes, difference.sides, strict=True):
            if span is not None:
                pane.caret.put(span.start)
                tell_caret(pane)
        column, span = difference.first_side
        if not self.stage.is_in_view(column, span):
            self.stage.bring(column, span)
        self._light(difference)
        self._tell_position()
        return number + 1, self.difference_count

    def _light(self, difference: Difference | None) -> None:
        """Light a difference up on both sides, or put the lights out."""
        if difference is None:
            for pane in self.panes:
                pane.light(None, None)
            return
        colour = difference_colour(difference, self._theme)
        gap = Span(difference.missing, difference.missing) if difference.missing else None
        for pane, span in zip(self.panes, difference.sides, strict=True):
            pane.light(span if span is not None else gap, colour)

    # -- what the reader does

    def _scrolled(self) -> None:
        self._tip.hide()
        self._tell_position()

    def _number_of(self, article_id: ArticleId) -> int | None:
        for number, column in enumerate(self.stage.columns):
            if column.shown.article_id == article_id:
                return number
        return None

    def _activate(self, number: int) -> None:
        """Make a pane the one whose selection counts; the others lose theirs."""
        if number == self._active:
            return
        self._active = number
        for other, pane in enumerate(self.panes):
            if other != number and pane.selection is not None:
                pane.caret.put(pane.caret.place)
                pane.update()

    def _focused(self, number: int) -> None:
        self._activate(number)
        self.selection_changed.emit()

    def _caret_moved(self, number: int) -> None:
        pane = self.panes[number]
        self._activate(number)
        self._stepper.current = None
        self._light(None)
        self._tip.hide()
        tell_caret(pane)
        if not pane.is_dragging:
            self.stage.reveal(number, pane.caret.place)
        self._tell_position()

    def _mark_clicked(self, mark: Mark) -> None:
        (self.echo_activated if mark.echo else self.mark_activated).emit(mark.id)

    def _hovered(self, variant: Variant | None, where: QPoint) -> None:
        self.variant_hovered.emit(variant)
        if variant is None or len(self.panes) < 2:
            self._tip.hide_unless_kept()
            self._light(self._stepper.current)
            return
        self._light(Difference(variant.base, variant.version, variant))
        self._tip.show_for(variant, self._texts, self.mapFromGlobal(where))

    def _explain(self, variant: Variant) -> None:
        """Open the card of a variant at its end in the pane used last, and keep it open."""
        pane = self.panes[self._active]
        span = variant.version if self._active else variant.base
        where = pane.mapTo(self, pane.caret_rect(span.start).bottomLeft().toPoint())
        self._tip.show_for(variant, self._texts, where, keep=True)

    @property
    def _texts(self) -> list[str]:
        return [pane.column.text for pane in self.panes]

    def _clicked(self, number: int, place: int) -> None:
        self.clicked.emit(self.stage.columns[number].shown.article_id, place)

    def _context_wanted(self, number: int, where: QPoint, span: Span | None) -> None:
        article_id = self.stage.columns[number].shown.article_id
        self.context_requested.emit(where, article_id, span)

    def _ribbon_clicked(self, ribbon: Ribbon) -> None:
        """Go to the end of a ribbon that is out of view, the version's first."""
        ends = ((1, ribbon.version), (0, ribbon.base))
        hidden = [end for end in ends if not self.stage.is_in_view(*end)]
        number, span = (hidden or ends)[0]
        self.stage.bring(number, span)

    def _tell_position(self) -> None:
        """Tell which passage stands at the top of the viewport, or holds the caret in view."""
        if not self.panes:
            self.position_changed.emit(0, 0)
            return
        column = self.stage.columns[0]
        block = None
        if self.panes[0].hasFocus():
            caret = self.panes[0].caret.place
            if self.stage.is_in_view(0, Span(caret, caret)):
                block = column.block_at(caret)
        slots = self.stage.slots(0)
        if block is None and slots:
            block = column.blocks[slots[0].block]
        if block is not None:
            self.position_changed.emit(*paragraph_at(column.shown.article, block.passage))
