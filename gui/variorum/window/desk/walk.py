"""Walk through what differs: step, light it up in all panes, explain it."""

from PySide6.QtCore import QObject, QPoint, Signal

from variorum.collation.values import Variant, VariantClass
from variorum.exchange.wording import Wording
from variorum.ids import ArticleId
from variorum.text import Span
from variorum.window.desk.accessible import tell_caret
from variorum.window.desk.board import Board
from variorum.window.desk.column import Column, Found
from variorum.window.desk.compared import Compared
from variorum.window.desk.differences import bare
from variorum.window.desk.explained import Explained, Listed, explain
from variorum.window.desk.overview_marks import difference_colour
from variorum.window.desk.stops import Stepper, Stop
from variorum.window.desk.tip import VariantTip

Place = tuple[int, int]
"""The number of a stop from 1, and how many there are."""


class Walk(QObject):
    """Know where the differences are on the desk, and which one the reader turned to."""

    turned = Signal(int)
    """The column of the version that the reader means now."""

    def __init__(self, board: Board, tip: VariantTip, wording: Wording) -> None:
        super().__init__(board)
        self._board, self._tip, self._wording = board, tip, wording
        self._stage = board.stage
        self.compared = Compared()
        self._classes = frozenset(VariantClass)
        self._stepper = Stepper()
        self._version = 0
        self._has_stepped = False
        """The stop turned to was stepped to, not clicked."""
        self._around = ""
        """What is said first of a stop to which the walk went around an end."""

    # -- what is there

    @property
    def version(self) -> int:
        """Return the column of the version that the reader means; 0 where there is none."""
        return self._version

    @property
    def scope(self) -> int:
        """Return the column of the version that is walked through; 0 where all are."""
        active = self._board.active
        return active.number if active is not None and len(self.compared.collations) > 1 else 0

    @property
    def stops(self) -> tuple[Stop, ...]:
        """Return the stops of the versions that are walked through."""
        return self._stepper.stops

    @property
    def place(self) -> Place:
        """Return the number of the stop turned to, 0 for none, and how many there are."""
        return self._stepper.place

    @property
    def chosen(self) -> Found | None:
        """Return the variant that the reader turned to, else the shown one at the caret.

        A caret that is not seen, as its pane has no keys, counts for nothing.
        """
        stop, pane = self._stepper.current, self._board.active
        if stop is not None:
            variant = stop.variant_in(self._version)
            return Found(variant, variant.version, self._version) if variant else None
        if pane is None or not pane.has_keys:
            return None
        here = pane.column.found_at(pane.caret.place)
        of_version = [one for one in here if one.version == self._version]
        return next(iter(of_version or here), None)

    @property
    def words(self) -> tuple[int, Span] | None:
        """Return the column and the words of the difference turned to, else of the one at the caret.

        They are the version's, or the base's where it alone has words. Where the reader clicked,
        or moved the caret, the words of that pane come first. A comma beside them is not meant.
        """
        ends, active = self._ends(), self._board.active
        is_at_caret = self._stepper.current is None or not self._has_stepped
        if is_at_caret and active is not None and active.number in ends:
            ends = {active.number: ends[active.number], **ends}
        for column, span in ends.items():
            text = self.compared.article(column).text
            if span is not None and span.of(text).strip():
                return column, span if self.chosen is None else bare(span, text)
        return None

    @property
    def said(self) -> str:
        """Return what there is to say of the stop turned to."""
        stop = self._stepper.current
        return self._around + self._line(stop) if stop is not None else ""

    def _ends(self) -> dict[int, Span | None]:
        """Return the two sides of the difference that the reader means, the version's first."""
        stop, found = self._stepper.current, self.chosen
        if stop is not None:
            column, one = stop.difference_in(self._version)
            return {column: one.version, 0: one.base}
        if found is not None:
            return {found.version: found.variant.version, 0: found.variant.base}
        return {}

    # -- what is shown

    def begin(self, compared: Compared) -> None:
        """Walk through other columns; the version meant stays the same where it is still there.

        So does the stop turned to, where the same texts are compared anew: after a decision, say.
        """
        before, stop = self.compared, self._stepper.current
        meant = before.shown[self._version].article_id if before.collations else None
        beside = [one.article_id for one in compared.shown[1:]]
        self.compared = compared
        self._stepper = Stepper()
        self._version = (
            beside.index(meant) + 1 if meant and meant in beside else min(1, len(beside))
        )
        changed: dict[int, list[Span]] = {}
        for column, span in compared.changed():
            changed.setdefault(column, []).append(span)
        for number, column in enumerate(self._stage.columns):
            column.set_changed(changed.get(number, ()))
        self.show_found()
        if stop is not None and _texts(before) == _texts(compared):
            self._stepper.return_to(stop.sides)
            self.light(self._stepper.current)

    def keep_card(self, where: QPoint | None) -> None:
        """Open the card of the stop turned to again, at the point of the board where it was kept."""
        stop = self._stepper.current
        if where is not None and stop is not None:
            self._explain(stop, where, keep=True)

    def show_classes(self, classes: frozenset[VariantClass]) -> None:
        """Show the variants of these classes only."""
        self._classes = classes
        self.show_found()

    def show_found(self) -> None:
        """Give each column what was found in it."""
        theme = self._stage.style.theme
        every = self.compared.stops(self._classes, columns=self.compared.columns)
        for number, column in enumerate(self._stage.columns):
            found = self.compared.variants(number, self._classes)
            column.set_found(
                [Found(v, v.version if number else v.base, of) for of, v in found], theme.classes
            )
            _show_alone(column, number, every)
        self._fill(every)

    def mean(self, column: int) -> None:
        """Take note of the pane in use: a version's own differences are walked, the base's all."""
        if column:
            self._turn(column)
        self._fill(self.compared.stops(self._classes, columns=self.compared.columns))

    def turn_to(self, column: int) -> None:
        """Mean another version, without telling of it."""
        self._version = column

    def _fill(self, every: tuple[Stop, ...]) -> None:
        if self.scope:
            every = self.compared.stops(self._classes, columns=[self.scope])
        self._stepper.fill(every)

    def _turn(self, column: int) -> None:
        if column != self._version:
            self._version = column
            self.turned.emit(column)

    # -- steps

    def step(self, by: int) -> Place | None:
        """Go on (1) or back (-1); return the number of the stop from 1 and how many there are."""
        active = self._board.active
        if active is None:
            return None
        before, _ = self.place
        found = self._stepper.step(by, side=active.number, place=active.caret.place)
        if found is None:
            return None
        number, stop = found
        self._arrive(stop)
        if before and (number + 1 - before) * by < 0:
            again = self.tr("Again from the first") if by > 0 else self.tr("Again from the last")
            self._around = f"{again} · "
        return number + 1, len(self.stops)

    def listed(self) -> tuple[Listed, ...]:
        """Return the stops of the versions that are walked through, also of hidden classes."""
        columns = [self.scope] if self.scope else self.compared.columns
        shown = {one for stop in self.stops for one in stop.differences}
        return tuple(
            Listed(stop, tuple(self._told(stop)), not shown.isdisjoint(stop.differences))
            for stop in self.compared.stops(frozenset(VariantClass), columns=columns)
        )

    def go_to(self, listed: Stop) -> None:
        """Go to a stop of the list, also to one whose lines are hidden."""
        wanted = set(listed.differences)
        shown = (stop for stop in self.stops if not wanted.isdisjoint(stop.differences))
        stop = self._stepper.current = next(shown, listed)
        self._arrive(stop)

    def is_at(self, listed: Stop) -> bool:
        """Tell whether a stop of the list is the one turned to."""
        current = self._stepper.current
        return current is not None and not set(listed.differences).isdisjoint(current.differences)

    def _arrive(self, stop: Stop) -> None:
        """Show a stop in every pane."""
        self._has_stepped, self._around = True, ""
        if self._version not in stop.columns:
            self._turn(stop.columns[0])
        for pane, span in zip(self._board.panes, stop.sides, strict=True):
            if span is not None:
                pane.caret.put(span.start)
                tell_caret(pane)
        for column in (0, self._version):
            self._board.show_text(column)
        column, span = stop.first_side
        if not self._stage.is_in_view(column, span):
            self._stage.bring(column, span)
        self.light(stop)

    def choose(self, variant: Variant) -> Place | None:
        """Turn to a variant of the version meant, and keep its card open."""
        found = self._stepper.turn_to(self._version, variant)
        if found is None:
            return None
        number, stop = found
        self.light(stop)
        pane = self._board.active
        if pane is not None:
            side = stop.sides[pane.number] or stop.first_side[1]
            where = pane.caret_rect(side.start).bottomLeft().toPoint()
            self._explain(stop, pane.mapTo(self._board, where), keep=True)
        return number + 1, len(self.stops)

    def forget(self) -> None:
        """Put the lights out: the reader went elsewhere."""
        self._stepper.current = None
        self.light(None)
        self._tip.hide()

    # -- lights

    def light(self, stop: Stop | None) -> None:
        """Light a stop up in every pane, or put the lights out."""
        if stop is None:
            for pane in self._board.panes:
                pane.light(None, None)
            return
        colour = difference_colour(stop.loudest, self._stage.style.theme)
        for pane, span in zip(self._board.panes, self.compared.ends_of(stop), strict=True):
            pane.light(span, colour)

    def light_caret(self) -> str:
        """Light the variant at the caret up in every pane, quietly; return what there is to say."""
        pane = self._board.active
        here = pane.column.found_at(pane.caret.place) if pane is not None else []
        if not here or self._stepper.current is not None:
            return ""
        stop = self.compared.stop_of(here[0].version, here[0].variant)
        self.light(stop)
        return self._line(stop)

    def click(self, found: Found) -> None:
        """Mean the version whose variant was clicked."""
        self._has_stepped, self._around = False, ""
        self._turn(found.version)

    def hover(self, found: Found | None, where: QPoint) -> None:
        """Light what is under the mouse and explain it; `where` is a point of the board."""
        if found is None:
            self._tip.hide_unless_kept()
            self.light(self._stepper.current)
            return
        stop = self.compared.stop_of(found.version, found.variant)
        self.light(stop)
        self._explain(stop, where)

    def _explain(self, stop: Stop, where: QPoint, *, keep: bool = False) -> None:
        self._tip.show_for(self._told(stop), where, keep=keep)

    def _told(self, stop: Stop) -> list[Explained]:
        return list(explain(stop, self.compared, self._wording))

    def _line(self, stop: Stop) -> str:
        return "   ".join(one.line for one in self._told(stop))


def _texts(compared: Compared) -> tuple[ArticleId, ...]:
    return tuple(one.article_id for one in compared.shown)


def _show_alone(column: Column, number: int, stops: tuple[Stop, ...]) -> None:
    """Show what a column alone has, and where it lacks what others have."""
    alone: list[Span] = []
    missing: list[int] = []
    for stop in stops:
        for version, one in stop.differences:
            if one.variant is not None or one.is_furniture or number not in (0, version):
                continue
            side = one.version if number else one.base
            if side is not None:
                alone.append(side)
            elif one.missing is not None:
                missing.append(one.missing)
    column.set_alone(dict.fromkeys(alone))
    column.set_missing(dict.fromkeys(missing))
