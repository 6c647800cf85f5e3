"""Go from disagreement to disagreement over the texts, and settle each by keyboard or mouse."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QMenu

from variorum.app.agreeing import Agreeing, Place
from variorum.ids import AnnotatorId, CodeId
from variorum.library.queries.articles import story_of
from variorum.library.settlements import Settled, SettledMark, Verdict
from variorum.window.body import Body
from variorum.window.colleagues.review_bar import ReviewBar
from variorum.window.colleagues.words import marks_line, state
from variorum.window.wording import isolated

_NUMBERED = 9
"""Annotators who have a number key in the menu."""


class Reviewing(QObject):
    """Hold the disagreement that the reader is at."""

    list_wanted = Signal()
    asked = Signal()  # figures are wanted, there are none yet
    moved = Signal(int)  # the number of the place that the reader is at now

    def __init__(self, body: Body, agreeing: Agreeing) -> None:
        super().__init__(body.window)
        self._body, self._agreeing = body, agreeing
        self._workspace = body.workspace
        self._number: int | None = None
        self._first_step: int | None = None
        self._wanted: Place | None = None
        self._menu: QMenu | None = None
        self.bar = ReviewBar(body.frame)
        body.frame.add_bar(self.bar)
        self.bar.left.connect(self.end)
        self.bar.list_wanted.connect(self.list_wanted)
        self.bar.next.clicked.connect(lambda: self.step(1))
        self.bar.previous.clicked.connect(lambda: self.step(-1))
        self.bar.settle.clicked.connect(self.show_menu)
        escape = QShortcut(Qt.Key.Key_Escape, self.bar)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.end)
        agreeing.changed.connect(self._measured)
        # Queued: the desk shows the texts first.
        self._workspace.reading.changed.connect(
            self._go_to_wanted, Qt.ConnectionType.QueuedConnection
        )

    @property
    def place(self) -> Place | None:
        """Return the disagreement that the reader is at."""
        survey, number = self._agreeing.survey, self._number
        if survey is None or number is None or not number < len(survey.places):
            return None
        return survey.places[number]

    # --- going --------------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Go to the next or previous disagreement; at the end begin anew."""
        survey = self._agreeing.survey
        if survey is None:
            self._first_step = by
            self.asked.emit()
            return
        count = len(survey.places)
        if not count:
            self.list_wanted.emit()
            return
        here = self._number
        self.go_to(((-1 if by > 0 else 0) if here is None else here) + by)

    def go_to(self, number: int) -> None:
        """Show a disagreement in its text, with the marks of all."""
        survey = self._agreeing.survey
        if survey is None or not survey.places:
            return
        self._number = number % len(survey.places)
        place = survey.places[self._number]
        self._workspace.people.show_all()
        self._say()
        self._show(place)
        self.moved.emit(self._number)

    def end(self) -> None:
        """Leave the review, also one that only waits for figures."""
        self._number = self._first_step = None
        self.bar.hide()
        self._body.frame.desk.take_focus()

    def _show(self, place: Place) -> None:
        article = place.dispute.article
        self._body.frame.show_page(None)
        self._wanted = place
        reading = self._workspace.reading
        if reading.side_of(article) is None:
            story = story_of(self._workspace.session.library.reader, article)
            reading.open(story, article)
            self._body.frame.stories.show_chosen(story)
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        """Select the words once their text stands on the desk."""
        place = self._wanted
        if place is None or self._workspace.reading.side_of(place.dispute.article) is None:
            return
        desk, dispute = self._body.frame.desk, place.dispute
        if desk.focus_pane_of(dispute.article):
            self._wanted = None
            desk.set_selection(dispute.article, dispute.span)
            desk.scroll_to(dispute.article, dispute.span)

    def _measured(self) -> None:
        """Keep to the place after the figures came anew; begin when they were waited for."""
        survey = self._agreeing.survey
        if survey is None:
            return
        if self._first_step is not None:
            by, self._first_step = self._first_step, None
            self.step(by)
        elif self._number is not None and survey.places:
            self._number = min(self._number, len(survey.places) - 1)
            self._say()
        elif self._number is not None:
            self.end()

    def _say(self) -> None:
        survey, place = self._agreeing.survey, self.place
        if survey is None or place is None or self._number is None:
            return
        people = self._workspace.people.by_id
        codes = {row.code.id: row.code for row in self._workspace.marks.codebook}
        settled = state(place, people)
        if place.has_changed:
            settled = self.tr("{settled} (marks changed)").format(settled=settled)
        self.bar.say(
            number=self._number + 1,
            count=len(survey.places),
            marks=marks_line(place.dispute, people, codes),
            state=settled or self.tr("open"),
        )
        self.bar.settle.setEnabled(self._workspace.session.is_writable)

    # --- settling -----------------------------------------------------------------------------------

    def show_menu(self) -> None:
        """Offer the ways to settle the disagreement here; each has a key."""
        if self.place is None:
            self.step(1)
            return
        if not self._workspace.session.is_writable:
            return
        if self._menu is None:
            self._menu = QMenu(self._body.window)
        self.fill(self._menu)
        button = self.bar.settle
        self._menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def fill(self, menu: QMenu) -> None:
        """Put the ways to settle the disagreement here into a menu."""
        menu.clear()
        place = self.place
        if place is None:
            return
        dispute, people = place.dispute, self._workspace.people.by_id
        for number, annotator in enumerate(sorted(dispute.readers), start=1):
            if not dispute.of(annotator):
                continue
            key = f"&{number} " if number <= _NUMBERED else ""
            name = isolated(people[annotator].name).replace("&", "&&")
            words = self.tr("{name} is right").format(name=name)
            self._add(menu, key + words, lambda who=annotator: self._take(place, who))
        marking = {mark.annotator for mark in dispute.marks}
        if len(marking) > 1:
            self._add(menu, self.tr("&All of them are right"), lambda: self._take_all(place))
        own = menu.addMenu(self.tr("&Otherwise: the selected words with…"))
        for row in self._workspace.marks.codebook:
            name = row.code.name.replace("&", "&&")
            self._add(own, name, lambda code=row.code.id: self.settle_own(place, code))
        self._add(own, self.tr("No code"), lambda: self.settle_own(place, None))
        self._add(menu, self.tr("&Nobody is right"), lambda: self._settle(place, Settled.NOBODY))
        if place.settlement is not None:
            menu.addSeparator()
            settlement = place.settlement
            self._add(
                menu, self.tr("Let it be &open again"), lambda: self._agreeing.reopen(settlement)
            )

    def _add(self, menu: QMenu, words: str, deed: Callable[[], None]) -> None:
        menu.addAction(words).triggered.connect(lambda: self._body.bar.dispatch(deed))

    def _take(self, place: Place, annotator: AnnotatorId) -> None:
        marks = tuple(SettledMark(m.span, m.codes) for m in place.dispute.of(annotator))
        self._settle(place, Settled.ONE, marks, chosen=annotator)

    def _take_all(self, place: Place) -> None:
        marks = dict.fromkeys(SettledMark(m.span, m.codes) for m in place.dispute.marks)
        self._settle(place, Settled.ALL, tuple(marks))

    def settle_own(self, place: Place, code: CodeId | None) -> None:
        """Let the selected words hold, or those of the place where none of its text are."""
        selected = self._body.frame.desk.selection()
        span = place.dispute.span
        if selected is not None and selected[0] == place.dispute.article:
            span = selected[1]
        codes = frozenset[CodeId]() if code is None else frozenset({code})
        self._settle(place, Settled.OWN, (SettledMark(span, codes),))

    def _settle(
        self,
        place: Place,
        how: Settled,
        marks: tuple[SettledMark, ...] = (),
        *,
        chosen: AnnotatorId | None = None,
    ) -> None:
        dispute = place.dispute
        self._agreeing.settle(
            Verdict(dispute.article, dispute.span, how, marks, chosen, dispute.made_of)
        )
