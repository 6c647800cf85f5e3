"""The reader's hand on the list of highlights: filtered, opened, reviewed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from variorum.app.carrying import Carrying
from variorum.app.models.marks import MarksModel
from variorum.app.version_names import names_of
from variorum.errors import UsageError
from variorum.ids import AnnotatorId, ArticleId, CarryingId, CodeId, StoryId
from variorum.library.annotators import annotators
from variorum.library.commands import ChangeSet, Table
from variorum.library.marks_list import ListedMark, MarksFilter, MarkStatus, review_count
from variorum.library.queries import stories as queries
from variorum.text import Span
from variorum.window.body import Body
from variorum.window.details.side import Leaf
from variorum.window.journeys import Journeys
from variorum.window.marks_list.delegate import Names
from variorum.window.marks_list.panel import Choice

if TYPE_CHECKING:
    from variorum.library.queries.rows import VersionRow

_TABLES = (
    Table.HIGHLIGHTS,
    Table.HIGHLIGHT_CODES,
    Table.NOTES,
    Table.CODES,
    Table.CARRYINGS,
    Table.ARTICLES,
    Table.MEMBERS,
    Table.ANNOTATORS,
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Say where highlights are listed: in a story, in one text, or everywhere."""

    story: StoryId | None = None
    article: ArticleId | None = None


class MarksList(QObject):
    """Keep the list in step with the library; go to marks; review those that were carried."""

    def __init__(self, body: Body, carrying: Carrying, journeys: Journeys) -> None:
        super().__init__(body.window)
        self._session = body.workspace.session
        self._reading, self._marks = body.workspace.reading, body.workspace.marks
        self._panel, self._side = body.frame.marks, body.frame.side
        self._desk, self._stories = body.frame.desk, body.frame.stories
        self._carrying, self._journeys, self._body = carrying, journeys, body
        self.model = MarksModel(self._session.library, self)
        self._versions: dict[StoryId, tuple[VersionRow, ...]] = {}
        self._wanted: ListedMark | None = None
        self._to_review = 0
        self._is_stale = True
        self._panel.set_model(self.model)
        self._panel.asked.connect(self._ask)
        self._panel.chosen.connect(self.open)
        self._panel.view.removed.connect(self._remove)
        self._panel.accept_wanted.connect(lambda: body.bar.dispatch(self.accept))
        self._panel.put_wanted.connect(lambda: body.bar.dispatch(self.put))
        self._panel.drop_wanted.connect(lambda: body.bar.dispatch(self.drop))
        self._side.turned.connect(self._refresh)
        self._session.library_changed.connect(self._library_changed)
        self._reading.changed.connect(self._reading_changed)
        self._count()

    @property
    def to_review(self) -> int:
        """Return how many carried marks wait for the reader."""
        return self._to_review

    # --- what is listed -----------------------------------------------------------------------------

    def toggle(self) -> None:
        """Turn to the list and give it the keys; from there go back to the text."""
        holder = _holder(self._body.window)
        if self._side.leaf is Leaf.MARKS and holder and self._panel.isAncestorOf(holder):
            self._side.show_leaf(Leaf.NOTES)
            self._desk.take_focus()
            return
        self._side.show_leaf(Leaf.MARKS)
        self._refresh()
        self._panel.take_focus()

    def _library_changed(self, changes: ChangeSet) -> None:
        if any(changes.of(table).all for table in _TABLES):
            self._versions.clear()
            self._is_stale = True
            self._count()
            self._refresh()

    def _count(self) -> None:
        self._to_review = review_count(self._session.library.reader)

    def _reading_changed(self) -> None:
        self._versions.clear()
        if self._side.leaf is Leaf.MARKS:
            self._offer()
            if self._panel.where.currentData() is not None:
                self._ask()
        self._arrive()

    def _refresh(self) -> None:
        """Read again while the list is looked at."""
        if self._side.leaf is Leaf.MARKS and self._is_stale:
            self._is_stale = False
            self._offer()
            self._ask()

    def _offer(self) -> None:
        """Offer the codes, annotators and versions that there are."""
        panel, codes = self._panel, [row.code for row in self._marks.codebook]
        panel.show_choices(
            panel.code, [Choice(self.tr("Any code"), None), *(Choice(c.name, c.id) for c in codes)]
        )
        people = annotators(self._session.library.reader)
        anyone = Choice(self.tr("Any annotator"), None)
        panel.show_choices(panel.annotator, [anyone, *(Choice(a.name, a.id) for a in people)])
        panel.show_choices(panel.where, self._places())
        panel.name_things(Names(self._name, {c.id: (c.colour, c.name) for c in codes}))

    def _places(self) -> list[Choice]:
        everywhere = Choice(self.tr("Whole library"), None)
        if self._reading.story is None:
            return [everywhere]
        names = names_of(self._reading.versions)
        here = Choice(self.tr("This story"), _Place(story=self._reading.story))
        versions = [Choice(name, _Place(article=number)) for number, name in names.items()]
        return [everywhere, here, *versions]

    def _name(self, mark: ListedMark) -> str:
        """Name the version of a mark, and its story where that is another than is read."""
        rows = self._versions.get(mark.story)
        if rows is None:
            rows = tuple(queries.versions(self._session.library.reader, mark.story))
            self._versions[mark.story] = rows
        name = names_of(rows).get(mark.article, "")
        if mark.story == self._reading.story:
            return name
        title = next((row.title for row in rows if row.article == mark.article), "")
        return f"{name}: {title}"

    def _ask(self) -> None:
        """List what fits; the line that was current stays so."""
        row = self._panel.row
        self.model.show(self._filter())
        self._panel.go_to_row(min(max(row, 0), self.model.rowCount() - 1))
        self._panel.say(self._counted())

    def _filter(self) -> MarksFilter:
        panel = self._panel
        place = panel.where.currentData() or _Place()
        code, annotator = panel.code.currentData(), panel.annotator.currentData()
        return MarksFilter(
            text=panel.field.text(),
            code=None if code is None else CodeId(code),
            article=place.article,
            annotator=None if annotator is None else AnnotatorId(annotator),
            story=place.story,
            # Qt gives a plain string back.
            status=MarkStatus(panel.status.currentData()),
        )

    def _counted(self) -> str:
        count = self.model.rowCount()
        if count and self.model.asked.status is MarkStatus.TO_REVIEW:
            return self.tr("%n mark(s) to review", "", count)
        if count:
            return self.tr("%n highlight(s)", "", count)
        if self.model.asked.status is MarkStatus.TO_REVIEW:
            return self.tr("Nothing is left to review.")
        if self.model.asked == MarksFilter():
            return self.tr("Nothing is highlighted yet.")
        return self.tr("No highlight is like this.")

    # --- going there ----------------------------------------------------------------------------------

    def open(self, mark: ListedMark) -> None:
        """Bring a mark on the desk; one that was carried with the words it came from."""
        self._journeys.leave()
        self._wanted = mark
        ends = (mark.article,) if mark.came_from is None else (mark.came_from, mark.article)
        shown = self._reading.panes
        if self._reading.story != mark.story or not set(ends) <= set(shown):
            panes = ends if len(ends) > 1 else ()
            self._reading.open(mark.story, mark.article, panes=panes)
            self._stories.show_chosen(mark.story)
        self._arrive()

    def _arrive(self) -> None:
        """Stand at the wanted mark once its text is on the desk."""
        mark = self._wanted
        if mark is None or not self._desk.focus_pane_of(mark.article):
            return
        self._wanted = None
        if mark.came_from is not None and mark.came_from_span is not None:
            self._desk.scroll_to(mark.came_from, mark.came_from_span)
        if mark.span is not None:
            start = mark.span.start
            self._desk.set_selection(mark.article, Span(start, start))
            self._desk.scroll_to(mark.article, mark.span)

    def _remove(self) -> None:
        mark = self._panel.current
        if mark is None:
            return
        if mark.waits:
            self._body.bar.dispatch(self.drop)
        else:
            self._body.bar.dispatch(lambda: self._marks.remove(mark.highlight))

    # --- the review -----------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Go to the next or the previous carried mark that waits for the reader."""
        at_list = self.model.asked.status is MarkStatus.TO_REVIEW and not self._is_stale
        self._side.show_leaf(Leaf.MARKS)
        self._panel.choose_status(MarkStatus.TO_REVIEW)
        self._refresh()
        count = self.model.rowCount()
        if count:
            row = (self._panel.row + by) % count if at_list else (0 if by > 0 else count - 1)
            self._panel.go_to_row(row)
            self._open_current()

    def _open_current(self) -> None:
        mark = self._panel.current
        if mark is not None:
            self.open(mark)

    def accept(self) -> None:
        """Leave the carried mark as it is, and go to the next."""
        self._carrying.accept(self._current())

    def put(self) -> None:
        """Put the carried mark on the words that are selected in its version."""
        carrying, mark = self._current(), self._panel.current
        selected = self._desk.selection()
        if mark is None or selected is None or selected[0] != mark.article:
            raise UsageError(
                self.tr("Nothing is selected in the version that the mark was carried to."),
                hint=self.tr("Select the words there that the mark belongs on."),
            )
        self._carrying.put(carrying, selected[1])

    def drop(self) -> None:
        """Take the carried mark away, and go to the next."""
        self._carrying.drop(self._current())

    def _current(self) -> CarryingId:
        mark = self._panel.current
        if mark is None or mark.carrying is None or not mark.waits:
            raise UsageError(
                self.tr("No carried mark is chosen."),
                hint=self.tr("F5 goes to the next one that waits to be reviewed."),
            )
        return mark.carrying


def _holder(window: QWidget) -> QWidget | None:
    """Return what has the keys; Qt's stubs forget that it may be nothing."""
    return window.focusWidget()
