"""The reader's hand on carrying: which marks go where, and what came of it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from variorum.annotations.values import Highlight
from variorum.app.carrying import CarriedSum, Carrying
from variorum.app.version_names import names_of
from variorum.ids import ArticleId
from variorum.library.carryings import NewText, new_texts
from variorum.window.annotating import Annotating
from variorum.window.body import Body
from variorum.window.desk.corner import caret_corner
from variorum.window.importing import Importing
from variorum.window.message_bar import Message, Offer

if TYPE_CHECKING:
    from variorum.intake.report import ImportReport


class Carrier(QObject):
    """Carry marks where the reader wants them; offer to when a marked text came in anew."""

    review_wanted = Signal()

    def __init__(
        self, body: Body, carrying: Carrying, annotating: Annotating, importing: Importing
    ) -> None:
        super().__init__(body.window)
        self._workspace, self._body = body.workspace, body
        self._reading, self._marks = body.workspace.reading, body.workspace.marks
        self._desk, self._mouth = body.frame.desk, body.mouth
        self._carrying, self._annotating = carrying, annotating
        carrying.carried.connect(self._say)
        importing.finished.connect(self._imported)

    # --- which marks, and where to ------------------------------------------------------------------

    def carry(self) -> None:
        """Carry the marks in the selection, else all of the text, to the other versions."""
        marks = self._chosen()
        if marks:
            self._carrying.carry(marks, self._others(marks))

    def carry_mark(self) -> None:
        """Carry the mark at the caret to the other versions."""
        mark = self._annotating.mark()
        if mark is not None:
            self._carrying.carry([mark], self._others([mark]))

    def carry_to(self) -> None:
        """Ask to which version the marks in the selection, else all of the text, are carried."""
        marks = self._chosen()
        if marks:
            self.menu_of(marks).popup(caret_corner(self._desk))

    def menu_of(self, marks: Sequence[Highlight]) -> QMenu:
        """Return a menu of the versions that marks can be carried to."""
        menu = QMenu(self._body.window)
        names = names_of(self._reading.versions)
        for article in self._others(marks):
            deed = partial(self._carrying.carry, marks, [article])
            # A name may hold what Qt takes for the sign of a shortcut.
            action = menu.addAction(names[article].replace("&", "&&"))
            action.triggered.connect(partial(self._body.bar.dispatch, deed))
        return menu

    def carry_story(self) -> None:
        """Carry what is marked in any version to all versions."""
        if not self._carrying.carry_story():
            self._mouth.say(Message(self.tr("Nothing is marked in this story yet.")))

    def _chosen(self) -> list[Highlight]:
        """Return the marks in the selection, else those of the text with the caret, else any."""
        selected = self._annotating.selection()
        marks = self._marks.highlights
        if selected is not None:
            article, span = selected
            inside = [m for m in marks if m.article == article and span.covers(m.span)]
            if inside:
                return inside
        place = self._desk.caret()
        own = [mark for mark in marks if place is not None and mark.article == place[0]]
        if not own and marks:
            own = [mark for mark in marks if mark.article == marks[0].article]
        return own

    def _others(self, marks: Sequence[Highlight]) -> list[ArticleId]:
        own = {mark.article for mark in marks}
        return [row.article for row in self._reading.versions if row.article not in own]

    # --- what came of it ------------------------------------------------------------------------------

    def _say(self, total: CarriedSum) -> None:
        offers = [Offer(self.tr("Review"), self.review_wanted.emit)] if total.to_review else []
        self._mouth.say(Message(self.words_of(total), offers=offers, of_deed=True))

    def words_of(self, total: CarriedSum) -> str:
        """Say what became of marks that were carried."""
        changed = self.tr("%n stands|stand on changed words", "", total.changed)
        if not total.carried:
            changed = self.tr("%n mark(s) stands|stand on changed words", "", total.changed)
        others = (
            (total.changed, changed),
            (total.dropped, self.tr("%n dropped", "", total.dropped)),
            (total.known, self.tr("%n was|were settled before", "", total.known)),
        )
        carried = self.tr("%n mark(s) carried", "", total.carried)
        came = total.carried or total.changed
        parts = [carried] if total.carried else []
        parts += [said for count, said in others if count]
        if not came:
            parts.insert(0, self.tr("No mark carried"))
        return "; ".join(parts) + "."

    # --- a marked text that came in anew --------------------------------------------------------------

    def _imported(self, report: "ImportReport") -> None:
        """Offer to carry marks to a text that came from where a marked one came from."""
        if not report.new_versions:
            return
        found = new_texts(self._workspace.session.library.reader, report.articles)
        if found:
            marks = sum(one.marks for one in found)
            count = self.tr("%n text(s) with marks came in again, changed.", "", len(found))
            offer = Offer(
                self.tr("Carry %n mark(s)", "", marks),
                partial(self._body.bar.dispatch, partial(self._carry_over, found)),
            )
            self._mouth.say(Message(count, offers=[offer]))

    def _carry_over(self, found: Sequence[NewText]) -> None:
        for one in found:
            self._carrying.carry_from(one.before, [one.article])
