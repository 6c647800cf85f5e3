"""The reader's hand on colleagues: who they are, how far they agree, what holds where they differ."""

from functools import cached_property
from typing import TYPE_CHECKING

from variorum.app.agreeing import Agreeing, Asked
from variorum.app.settings import SHOW_SETTLED
from variorum.exchange.agreement_table import Names, agreement_table
from variorum.exchange.files import write_text
from variorum.ids import ArticleId
from variorum.library.commands import ChangeSet, Table
from variorum.library.settlements import settlements
from variorum.window import later
from variorum.window.action_row import ActionId
from variorum.window.body import Body
from variorum.window.colleagues.page import AgreementPage
from variorum.window.colleagues.people_box import PeopleBox
from variorum.window.colleagues.reviewing import Reviewing
from variorum.window.desk.values import Mark, SettledSign
from variorum.window.message_bar import Message
from variorum.window.over_desk import OverDesk
from variorum.window.shown_marks import NO_HIGHLIGHT
from variorum.window.theme import Theme

if TYPE_CHECKING:
    from variorum.window.colleagues.merging import Merging


class Colleagues(OverDesk):
    """Let several people work on one library."""

    def __init__(self, body: Body) -> None:
        page = AgreementPage(body.frame)
        super().__init__(page, ActionId.AGREEMENT, body.frame, body.bar)
        self._body, self.page = body, page
        self._workspace = body.workspace
        self._session = body.workspace.session
        self._theme = body.theme
        self._export_wanted = False
        self.people = body.workspace.people
        self.agreeing = Agreeing(self._session, self)
        self.reviewing = Reviewing(body, self.agreeing)
        self.box: PeopleBox | None = None
        self.is_settled_shown = self._session.settings.get(SHOW_SETTLED)
        body.bar[ActionId.SHOW_SETTLED].setChecked(self.is_settled_shown)
        self._connect()

    def _connect(self) -> None:
        self.page.asked.connect(self.read)
        self.page.place_chosen.connect(self.reviewing.go_to)
        self.page.export_wanted.connect(self.export)
        self.agreeing.changed.connect(self._measured)
        self.agreeing.failed.connect(self._body.mouth.failed)
        self.agreeing.started.connect(self._body.mouth.follow)
        self.reviewing.list_wanted.connect(self.open)
        self.reviewing.asked.connect(self._read_to_review)
        self.reviewing.moved.connect(self.page.show_place)
        self.people.changed.connect(self._people_changed)
        self._session.library_changed.connect(self._library_changed)

    @cached_property
    def merging(self) -> "Merging":
        """Return what merges a colleague's library; made when it is first wanted."""
        return later.merging(self._body)

    # --- annotators -----------------------------------------------------------------------------------

    def show_people(self) -> None:
        """Show who made marks."""
        self.box = PeopleBox(self.people, self._session, self._theme, self._body.window)
        self.box.finished.connect(self._people_closed)
        self.box.open()

    def _people_closed(self) -> None:
        self.box = None

    def _people_changed(self) -> None:
        if self._session.is_writable:
            self._body.status.say_annotator(self._session.annotator_name)
        if self.is_open:
            self._offer()

    # --- agreement --------------------------------------------------------------------------------------

    def _offer(self) -> None:
        codes = [row.code for row in self._workspace.marks.codebook]
        self.page.offer(self.people.marking, codes, self.people.by_id)

    def read(self) -> None:
        """Ask for the figures that the page wants."""
        self._offer()
        if self._is_alone:
            self.page.say_nothing(f"{self.tr('One annotator agrees with nobody.')} {self._advice}")
            return
        self.agreeing.ask(
            Asked(
                annotators=self.page.annotators,
                by=self.page.by.currentData(),
                code=self.page.code.currentData(),
                silent=self.page.silent.isChecked(),
            )
        )

    def _read_to_review(self) -> None:
        """Ask for the figures in order to go to a disagreement; say where there can be none."""
        self._offer()
        if self._is_alone:
            self.reviewing.end()
            nobody = self.tr("Nobody can disagree: fewer than two people have marked anything.")
            self._body.mouth.say(Message(nobody, self._advice))
        else:
            self.read()

    @property
    def _is_alone(self) -> bool:
        """Tell whether fewer than two people have marked anything."""
        return len(self.page.annotators) < 2

    @property
    def _advice(self) -> str:
        return self.tr(
            "Merge the library of a colleague, or let her make marks here under her own name."
        )

    def _measured(self) -> None:
        survey = self.agreeing.survey
        if survey is not None:
            self.page.show_survey(survey)
            if self.is_open and self._body.window.focusWidget() is self.page.figures:
                self.page.take_focus()
        if self._export_wanted:
            self._export_wanted = False
            self._body.bar.dispatch(self.export)

    def export(self) -> None:
        """Save the figures as a table; where there are none yet, once they have come."""
        survey = self.agreeing.survey
        if survey is None:
            self._export_wanted = True
            self.open()
            return
        settings = self._session.settings
        folder = settings.export_folder
        path = self._body.ask.file_to_save(
            self.tr("Export agreement"),
            proposal=folder / f"{self._workspace.path.stem} {self.tr('agreement')}.csv",
            kinds=self.tr("CSV table (*.csv)"),
        )
        if path is None:
            return
        settings.keep_export_folder(path)
        names = Names(
            {number: one.name for number, one in self.people.by_id.items()},
            {row.code.id: row.code.name for row in self._workspace.marks.codebook},
            survey.titles,
        )
        write_text(path, agreement_table(survey.rows, names))
        self._body.mouth.say(Message(self.tr("Exported to {path}.").format(path=path)))

    # --- the layer of what is settled ----------------------------------------------------------------

    def toggle_settled(self) -> None:
        """Show in the texts what holds where annotators differ, or hide it."""
        self.is_settled_shown = not self.is_settled_shown
        self._session.settings.set(SHOW_SETTLED, self.is_settled_shown)
        self._body.bar[ActionId.SHOW_SETTLED].setChecked(self.is_settled_shown)
        self._workspace.marks.tints_changed.emit()

    def layer(self, article: ArticleId) -> list[Mark]:
        """Return what is settled in a text, as a pane paints it."""
        if not self.is_settled_shown:
            return []
        found = list[Mark]()
        for one in settlements(self._session.library.reader, [article]):
            spans = [anchor.span for anchor, _ in one.marks]
            sign = SettledSign.HOLDS if spans else SettledSign.NOBODY
            found += [Mark(NO_HIGHLIGHT, span, settled=sign) for span in spans or [one.span]]
        return found

    def _library_changed(self, changes: ChangeSet) -> None:
        if changes.of(Table.SETTLEMENTS).all:
            self._workspace.marks.tints_changed.emit()

    def wear(self, theme: Theme) -> None:
        """Wear another theme's colours."""
        self._theme = theme
