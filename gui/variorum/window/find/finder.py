"""Find words in all panes at once, and walk from one to the next as one reads."""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from variorum.app.finding import Folded
from variorum.app.reading import Reading, Side
from variorum.app.version_names import names_of
from variorum.ids import ArticleId
from variorum.text import Span
from variorum.window.desk.reading_desk import ReadingDesk
from variorum.window.find.bar import FindBar


@dataclass(frozen=True, slots=True)
class _Place:
    """Hold a hit, and where it comes as one reads: by row, pane and place."""

    order: tuple[int, int, int]
    article: ArticleId
    span: Span


class Finder(QObject):
    """Connect the bar with the desk."""

    def __init__(self, reading: Reading, desk: ReadingDesk, bar: FindBar) -> None:
        super().__init__(bar)
        self._reading, self._desk, self.bar = reading, desk, bar
        self._folded: dict[ArticleId, tuple[str, Folded]] = {}
        self._places: list[_Place] = []
        self._at: int | None = None
        self._from: tuple[int, int, int] = (0, 0, 0)
        bar.field.textChanged.connect(self._look)
        bar.field.next_pressed.connect(self.go_on)
        bar.field.previous_pressed.connect(self.go_back)
        bar.next.clicked.connect(self.go_on)
        bar.previous.clicked.connect(self.go_back)
        bar.left.connect(self.leave)

    def start(self) -> None:
        """Show the bar; what is selected on one line is looked for."""
        caret = self._desk.caret()
        if caret is not None:
            self._from = self._desk.reading_order(caret[0], Span(caret[1], caret[1]))
        selected = self._desk.selection()
        if selected is not None:
            words = selected[1].of(self._reading.article_of(selected[0]).text)
            self._from = self._desk.reading_order(*selected)
            if "\n" not in words:
                self.bar.field.setText(words)
        self.bar.show()
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()
        self._look()

    def leave(self) -> None:
        """Close the bar; the words one is at are selected, and their pane has the keys."""
        place = self._places[self._at] if self._at is not None else None
        self.bar.hide()
        self._show([], None)
        if place is not None and self._desk.focus_pane_of(place.article):
            self._desk.set_selection(place.article, place.span)
        elif self._reading.base is not None:
            self._desk.focus_pane_of(self._reading.base.id)

    def go_on(self) -> None:
        """Go to the next hit; after the last comes the first."""
        self._step(1)

    def go_back(self) -> None:
        """Go to the hit before; before the first comes the last."""
        self._step(-1)

    # --- looking ------------------------------------------------------------------------------

    def read_again(self) -> None:
        """Look again: other texts stand in the panes."""
        self._folded = {
            side.id: self._folded[side.id]
            for side in self._reading.sides
            if side.id in self._folded
        }
        self._from = (0, 0, 0)
        if self.bar.isVisible():
            self._look()

    def _look(self) -> None:
        """Look for what stands in the field, and go to the first hit from where one was."""
        if self.bar.isHidden():
            return
        words = self.bar.field.text()
        places = [
            _Place(self._desk.reading_order(side.id, span), side.id, span)
            for side in self._reading.sides
            for span in self._folded_of(side).find(words)
        ]
        places.sort(key=lambda place: place.order)
        after = (n for n, place in enumerate(places) if place.order >= self._from)
        self._show(places, next(after, 0) if places else None)

    def _folded_of(self, side: Side) -> Folded:
        text = side.article.text
        known = self._folded.get(side.id)
        if known is None or known[0] != text:
            known = self._folded[side.id] = (text, Folded.of(text))
        return known[1]

    def _step(self, by: int) -> None:
        if self.bar.isHidden():
            self.start()
        if self._places and self._at is not None:
            self._show(self._places, (self._at + by) % len(self._places))
            self._from = self._places[self._at].order

    def _show(self, places: list[_Place], at: int | None) -> None:
        self._places, self._at = places, at
        now = places[at] if at is not None else None
        for side in self._reading.sides:
            spans = [place.span for place in places if place.article == side.id]
            here = now.span if now is not None and now.article == side.id else None
            self._desk.set_passing(side.id, spans, here)
        if now is not None:
            self._desk.scroll_to(now.article, now.span)
        self.bar.say_count(0 if at is None else at + 1, len(places))
        self._say_where()

    def _say_where(self) -> None:
        """Say how many hits each pane has, where several stand side by side."""
        sides, found = self._reading.sides, Counter(place.article for place in self._places)
        names = names_of(self._reading.versions)
        several = len(sides) > 1 and bool(self._places)
        self.bar.say_where([(names[side.id], found[side.id]) for side in sides] if several else [])
