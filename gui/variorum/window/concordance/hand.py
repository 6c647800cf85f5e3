"""Open and close the concordance, ask for lines, lead to the texts, export."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from variorum.app.asking import Asking
from variorum.app.concording import lines_of
from variorum.app.version_names import names_of
from variorum.exchange.concordance import concordance_table
from variorum.exchange.files import write_text
from variorum.ids import ArticleId, StoryId
from variorum.library.queries.stories import versions
from variorum.library.search.concordance import Concordance, Line, LineOrder, in_order
from variorum.library.search.language import read_query
from variorum.library.search.search import FoundIn, Hit
from variorum.library.search.snippets import Snippet
from variorum.window.action_row import ActionId
from variorum.window.body import Body
from variorum.window.concordance.page import ConcordancePage
from variorum.window.exporting import file_name
from variorum.window.message_bar import Message
from variorum.window.over_desk import OverDesk
from variorum.window.wording import wording


class Concordances(OverDesk):
    """Let the reader see every place of a word."""

    place_wanted = Signal(object)  # Hit: the words to be shown in their text

    def __init__(self, body: Body) -> None:
        page = ConcordancePage(body.theme, body.frame)
        super().__init__(page, ActionId.CONCORDANCE, body.frame, body.bar)
        self._body, self.page = body, page
        self._found = Concordance()
        self._names = dict[StoryId, Mapping[ArticleId, str]]()
        self._asked = ""
        workspace = body.workspace
        self.asking = Asking(workspace.jobs, self)
        self._connect()

    def _connect(self) -> None:
        self.page.model.name_of = self._name_of
        self.page.query_wanted.connect(self._ask)
        self.page.order_wanted.connect(self._sort)
        self.page.export_wanted.connect(lambda: self._body.bar.dispatch(self.export))
        self.page.chosen.connect(self._open)
        self.asking.answered.connect(self._show)
        self.asking.failed.connect(self._body.mouth.failed)

    @property
    def has_lines(self) -> bool:
        """Tell whether there is something to export."""
        return bool(self._found.lines)

    def read(self) -> None:
        """Show every place of the words of the search; without any, the lines that were there."""
        query = self._frame.tools.search.text()
        if query.strip() and query.strip() != self._asked:
            self._ask(query)

    # --- asking ---------------------------------------------------------------------------------

    def _ask(self, query: str) -> None:
        self._asked = query.strip()
        self.page.query.setText(self._asked)
        self._found = Concordance()
        troubles = read_query(self._asked).troubles
        if troubles:
            self.page.say(wording().trouble(troubles[0]))
            return
        self.page.say(self.tr("Looking for every place…"))
        library = self._body.workspace.session.library
        work = lines_of(library, self._asked, self.page.wanted_order())
        self._body.mouth.follow(self.asking.ask(self.tr("Concordance"), work))

    def _show(self, found: Concordance) -> None:
        had_keys = self.page.isAncestorOf(self._body.window.focusWidget() or self._body.window)
        self._found = found
        self._names.clear()
        self.page.model.show(found.lines)
        if found.lines:
            self.page.say_count(self._count_words(found))
        else:
            self.page.say(self._why_nothing())
        if self.is_open and had_keys:
            self.page.take_focus()
        self._body.fit()

    def _count_words(self, found: Concordance) -> str:
        if found.is_cut:
            words = self.tr("the first {count} places; ask for less to see all")
            return words.format(count=f"{len(found.lines):,}")
        places = self.tr("%n place(s)", "", len(found.lines))
        return f"{places} {self.tr('in %n text(s)', '', found.texts)}"

    def _why_nothing(self) -> str:
        if not self._asked:
            return self.tr("Type a word: every place where it stands comes in a line of its own.")
        return self.tr("“{query}” stands in no text. A star finds beginnings, as in harb*.").format(
            query=self._asked
        )

    def _sort(self, order: LineOrder) -> None:
        lines = tuple(in_order(self._found.lines, order))
        if lines:
            self._found = Concordance(lines, self._found.texts, is_cut=self._found.is_cut)
            self.page.model.show(lines)
            self.page.say_count(self._count_words(self._found))

    def _name_of(self, line: Line) -> str:
        """Name a line's version so that two of one agency are told apart."""
        if line.story not in self._names:
            reader = self._body.workspace.session.library.reader
            self._names[line.story] = names_of(tuple(versions(reader, line.story)))
        return self._names[line.story].get(line.article, line.source)

    # --- to the texts, and out ------------------------------------------------------------------

    def _open(self, line: Line) -> None:
        self.step_aside()
        shown = Snippet(line.word)
        hit = Hit(FoundIn.TEXT, line.article, line.story, line.span, shown, (line.span,))
        self.place_wanted.emit(hit)

    def export(self) -> None:
        """Ask where to save the lines as a table, and save them in the order in which they stand."""
        settings = self._body.workspace.session.settings
        folder = settings.export_folder
        name = file_name(self._asked) or self.tr("concordance")
        path = self._body.ask.file_to_save(
            self.tr("Export the concordance"),
            proposal=folder / f"{name}.csv",
            kinds=self.tr("Table (*.csv)"),
        )
        if path is None:
            return
        lines = self._found.lines
        job = self._body.workspace.jobs.run(
            self.tr("Saving the concordance"),
            lambda _tick: write_text(path, concordance_table(lines), mark=True),
        )
        job.succeeded.connect(partial(self._exported, path))
        job.failed.connect(self._body.mouth.failed)

    def _exported(self, path: Path, _result: object) -> None:
        self._body.workspace.session.settings.keep_export_folder(path)
        self._body.mouth.say(Message(self.tr("Exported to {path}.").format(path=path)))
