"""The hands of the window: all that the reader can do with it, one hand a task.

A new hand is one line in `Hands.__init__`: it is given the body of the window, and connects itself.
One that a start can do without, and that needs much to be loaded, is made when it is first wanted.
What it does is called from the tables of actions, as `hands.NAME`. `Hands.connect_signals` is for what
has to come after the window has shown what is read, and for hands that do not know each other.
"""

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from variorum.ids import CodeId
from variorum.window import later
from variorum.window.action_row import ActionId, Need
from variorum.window.annotating import Annotating
from variorum.window.body import Body
from variorum.window.codebook.hand import Coding
from variorum.window.colleagues.hand import Colleagues
from variorum.window.comparing import Comparing
from variorum.window.deciding.hand import Deciding
from variorum.window.details.hand import Detailing
from variorum.window.details.history import MarkHistory
from variorum.window.details.kinds import PassageKinds
from variorum.window.differences_list.hand import DifferencesList
from variorum.window.differing import Differing
from variorum.window.find.finder import Finder
from variorum.window.full_screen import FullScreen
from variorum.window.hints import Hints
from variorum.window.importing import Importing
from variorum.window.journeys import Journeys
from variorum.window.libraries.hand import Libraries
from variorum.window.looks import Looks
from variorum.window.manual.hand import Manual
from variorum.window.marks_list.carrier import Carrier
from variorum.window.marks_list.hand import MarksList
from variorum.window.message_bar import Message
from variorum.window.notes.hand import Noting
from variorum.window.notes.linking import Linking
from variorum.window.panes.hand import PanesHand
from variorum.window.reshaping import Reshaping
from variorum.window.reverting import Reverting
from variorum.window.search.searcher import Searcher
from variorum.window.showing import Showing
from variorum.window.sitting import Sitter
from variorum.window.stories_deeds import StoriesDeeds
from variorum.window.stories_list.binning import Binning
from variorum.window.stories_list.hand import ListKeeping
from variorum.window.theme import Theme
from variorum.window.turning import Turning
from variorum.window.watched.hand import Watching

if TYPE_CHECKING:
    from variorum.window.all_notes.hand import AllNotes
    from variorum.window.autocoding.hand import AutoCoding
    from variorum.window.concordance.hand import Concordances
    from variorum.window.exporting import Exporting
    from variorum.window.map.hand import StoryMaps
    from variorum.window.suggested.hand import Suggesting
    from variorum.window.travelling.hand import Travelling


class Hands(QObject):
    """Make the hands over a window, and hold them."""

    def __init__(self, body: Body) -> None:
        super().__init__(body.window)
        self.body = body
        window, workspace, frame = body.window, body.workspace, body.frame
        session, reading, marks = workspace.session, workspace.reading, workspace.marks
        desk, ask, bar, theme = frame.desk, body.ask, body.bar, body.theme
        self.manual = Manual(theme, window)
        self.libraries = Libraries(workspace, ask, window)
        self.importing = Importing(session, ask, window)
        self.annotating = Annotating(session, marks, desk, ask, parent=window)
        self.coding = Coding(session, marks, frame.codes, ask, theme, window, dispatch=bar.dispatch)
        self.searcher = Searcher(
            workspace.searching, reading, desk, frame.tools.search, theme, window
        )
        self.looks = Looks(session.settings, desk)
        self.panes = PanesHand(body)
        self.full_screen = FullScreen(body)
        self.showing = Showing(session.settings, bar, theme, window)
        self.finder = Finder(reading, desk, frame.find_bar)
        self.turning = Turning(body, self.importing)
        self.journeys = Journeys(body)
        self.reshaping = Reshaping(body, self.annotating, self.journeys)
        self.carrier = Carrier(body, workspace.carrying, self.annotating, self.importing)
        self.marks_list = MarksList(body, workspace.carrying, self.journeys)
        self.differing = Differing(body)
        self.differences = DifferencesList(body, self.differing)
        self.stories_deeds = StoriesDeeds(body)
        self.reverting = Reverting(body)
        self.bin = Binning(body)
        self.lists = ListKeeping(body, self.bin)
        self.hints = Hints(body)
        self.noting = Noting(workspace, frame, self.annotating, self.stories_deeds, bar.dispatch)
        self.linking = Linking(workspace, frame, self.annotating, self.noting, bar.dispatch)
        self.deciding = Deciding(session, reading, desk, window)
        self.kinds = PassageKinds(session, reading, desk, window)
        self.mark_history = MarkHistory(body, self.stories_deeds)
        self.detailing = Detailing(session, reading, frame, self.stories_deeds)
        self.comparing = Comparing(body)
        self.colleagues = Colleagues(body)
        self.watching = Watching(body, self.importing)
        frame.tools.add_button(bar[ActionId.STORY_MAP])
        self.sitter = Sitter(
            body,
            finder=self.finder,
            is_map_open=lambda: self.is_map_open,
            toggle_map=self._toggle_map,
        )
        self._worn = theme

    # --- hands that are made when they are first wanted: a start would load all they need -------------

    @cached_property
    def exporting(self) -> "Exporting":
        """Return the hand that exports and prints what stands on the desk."""
        exporting = later.exporting(self._body_now())
        exporting.exported.connect(self._say_exported)
        return exporting

    @cached_property
    def travelling(self) -> "Travelling":
        """Return the hand that lets marks leave the library and come back."""
        return later.travelling(self._body_now())

    @cached_property
    def auto_coding(self) -> "AutoCoding":
        """Return the hand that codes what a search finds."""
        return later.auto_coding(self._body_now())

    @cached_property
    def all_notes(self) -> "AllNotes":
        """Return the hand over all notes of the library."""
        all_notes = later.all_notes(self._body_now(), self.linking)
        self.body.frame.order_tabs()
        return all_notes

    @cached_property
    def concordance(self) -> "Concordances":
        """Return the hand over every place of a word."""
        concordance = later.concordance(self._body_now())
        concordance.place_wanted.connect(self.searcher.open)
        self.body.frame.order_tabs()
        return concordance

    @cached_property
    def suggesting(self) -> "Suggesting":
        """Return the hand over the stories that may be one."""
        suggesting = later.suggesting(self._body_now())
        self.body.frame.order_tabs()
        return suggesting

    @cached_property
    def map(self) -> "StoryMaps":
        """Return the hand over the map of a story."""
        story_map = later.story_map(self._body_now())
        self.body.frame.order_tabs()
        return story_map

    @property
    def has_lines(self) -> bool:
        """Tell whether a concordance was drawn up."""
        return "concordance" in vars(self) and self.concordance.has_lines

    @property
    def is_map_open(self) -> bool:
        """Tell whether the map of the story lies over the texts."""
        return "map" in vars(self) and self.map.is_open

    def _body_now(self) -> Body:
        """Return the body in the colours that it wears now."""
        return replace(self.body, theme=self._worn)

    # --- what comes after the window ------------------------------------------------------------------

    def connect_signals(self) -> None:
        """Connect what has to come after the window itself."""
        self._connect_reading()
        self._connect_marking()
        self._connect_libraries()

    def _connect_reading(self) -> None:
        body = self.body
        body.workspace.reading.changed.connect(self.searcher.show_wanted)
        body.workspace.reading.changed.connect(self.finder.read_again)
        body.workspace.reading.changed.connect(self.sitter.settle)
        self.searcher.opened.connect(body.frame.stories.show_chosen)
        self.searcher.detail_opened.connect(self.detailing.show)
        self.searcher.note_opened.connect(self.noting.open)
        self.searcher.list_wanted.connect(body.frame.stories.set_filter)
        self.searcher.fit_wanted.connect(body.fit)
        self.searcher.lines_wanted.connect(body.bar[ActionId.CONCORDANCE].trigger)
        body.workspace.searching.failed.connect(body.mouth.failed)
        self.showing.settings_changed.connect(self.looks.apply)

    def _connect_marking(self) -> None:
        body, codes = self.body, self.body.frame.codes
        self.deciding.said.connect(body.mouth.say)
        self.deciding.answered.connect(body.frame.messages.hide)
        self.deciding.turned.connect(body.frame.strip.say_place)
        self.deciding.fit_wanted.connect(body.fit)
        self.showing.pages.append((self.deciding.words_title, self.deciding.words_page))
        self.showing.pages.append((self.watching.title, self.watching.page))
        self.differing.stepped.connect(self.noting.show_current)
        self.differing.stepped.connect(self.reshaping.show_handles)
        self.annotating.mark_turned.connect(self.noting.show_current)
        self.carrier.review_wanted.connect(self._review)
        codes.used.connect(self._use_code)
        body.frame.desk.echo_activated.connect(self._adopt)
        body.bar.code_wanted.connect(self._use_key)
        body.bar.refused.connect(self._refuse)

    def _connect_libraries(self) -> None:
        mouth = self.body.mouth
        self.importing.started.connect(mouth.follow)
        self.importing.failed.connect(mouth.failed)
        self.importing.said.connect(mouth.say)
        self.importing.questions_wanted.connect(self._ask_whether_one)
        self.importing.tell_what_was_cut_off()
        self.manual.link_clicked.connect(self.annotating.open_link)
        self.libraries.started.connect(mouth.follow)
        self.libraries.said.connect(mouth.say)
        self.libraries.failed.connect(mouth.failed)

    def wear(self, theme: Theme) -> None:
        """Let what the hands hold wear another theme's colours."""
        self._worn = theme
        self.searcher.wear(theme)
        self.coding.wear(theme)
        self.showing.wear(theme)
        self.colleagues.wear(theme)
        self.manual.wear(theme)

    def _use_code(self, code: CodeId) -> None:
        """Use a code where the words are seen that it is given to."""
        if Need.TEXTS in self.body.sight.met:
            self.body.bar.dispatch(lambda: self.annotating.use_code(code))

    def _use_key(self, number: int) -> None:
        self.body.bar.dispatch(lambda: self.annotating.use_key(number))

    def _refuse(self) -> None:
        self.body.bar.dispatch(self.annotating.need_writable)

    def _adopt(self, number: int) -> None:
        self.body.bar.dispatch(lambda: self.annotating.adopt(number))

    def _review(self) -> None:
        self.body.bar.dispatch(lambda: self.marks_list.step(1))

    def _toggle_map(self) -> None:
        self.map.toggle()

    def _ask_whether_one(self) -> None:
        self.suggesting.open()

    def _say_exported(self, path: Path) -> None:
        self.body.mouth.say(Message(self.tr("Exported to {path}.").format(path=path)))
