"""Look for words beside the window, and give those that were ticked a code, as one deed."""

from functools import partial

from PySide6.QtCore import QObject, Qt

from variorum.annotations.seeking import Seeker
from variorum.app.jobs import Job  # noqa: TC001 - pyright wants it at run time
from variorum.errors import UsageError, VariorumError
from variorum.ids import CodeId, StoryId
from variorum.library.coding import FoundPlaces, Place, articles_of, code_places, find_places
from variorum.library.commands import Command
from variorum.progress import Tick
from variorum.window.autocoding.dialog import AutoCodeDialog, AutoQuestion, Scope
from variorum.window.body import Body
from variorum.window.message_bar import Message


class AutoCoding(QObject):
    """Let the reader code what a search finds."""

    def __init__(self, body: Body) -> None:
        super().__init__(body.window)
        self._body = body
        self._session = body.workspace.session
        self._theme = body.theme
        self._job: Job | None = None
        self._round = 0
        self.dialog: AutoCodeDialog | None = None

    def start(self) -> None:
        """Open the question, for the code that is chosen in the codebook."""
        codes = [row.code for row in self._body.workspace.marks.codebook]
        if not any(code.is_offered for code in codes):
            raise UsageError(
                self.tr("There is no code to give."),
                hint=self.tr("Make one first: Codes, New code."),
            )
        chosen = self._body.frame.codes.current()
        self.dialog = AutoCodeDialog(
            codes,
            self._theme,
            first=chosen.id if chosen else None,
            has_story=self._body.workspace.reading.story is not None,
            parent=self._body.window,
        )
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.asked.connect(self._ask)
        self.dialog.stop_wanted.connect(self._stop)
        self.dialog.chosen.connect(self._give)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _ask(self, asked: AutoQuestion) -> None:
        self._stop()
        library = self._session.library
        stories = self._stories(asked.scope)
        try:
            seeker = Seeker(asked.sought)
        except UsageError as error:
            self._say_trouble(error)
            return

        def look(tick: Tick) -> object:
            articles = articles_of(library.reader, stories)
            return find_places(library.reader, seeker, articles, code=asked.code, tick=tick)

        self._round += 1
        job = self._job = self._session.jobs.run(self.tr("Looking for places"), look)
        job.succeeded.connect(partial(self._show, self._round))
        job.failed.connect(partial(self._failed, self._round))
        job.cancelled.connect(partial(self._stopped, self._round))
        self._body.mouth.follow(job)

    def _stories(self, scope: Scope) -> list[StoryId] | None:
        """Return where to look; None for everywhere."""
        match scope:
            case Scope.STORY:
                story = self._body.workspace.reading.story
                return [story] if story is not None else []
            case Scope.VIEW:
                return list(self._body.workspace.stories.story_ids)
            case Scope.LIBRARY:
                return None

    def _show(self, number: int, found: FoundPlaces) -> None:
        if number == self._round and self.dialog is not None:
            self._job = None
            self.dialog.show_found(found)

    def _failed(self, number: int, error: Exception) -> None:
        if not isinstance(error, VariorumError):
            self._body.mouth.failed(error)
        elif number == self._round:
            self._job = None
            self._say_trouble(error)

    def _stopped(self, number: int) -> None:
        if number == self._round and self.dialog is not None:
            self.dialog.say(self.tr("Stopped."))

    def _say_trouble(self, error: VariorumError) -> None:
        if self.dialog is not None:
            self.dialog.say(f"{error} {error.hint or ''}".strip())

    def _give(self, code: CodeId, places: list[Place]) -> None:
        me = self._session.me()
        wanted = [(place.article, place.span) for place in places]
        self._session.submit(
            Command.AUTO_CODE,
            lambda db: code_places(db, wanted, code=code, annotator=me),
            then=self._say_given,
        )

    def _say_given(self, count: int) -> None:
        words = self.tr("%n place(s) got the code. Undo takes all of it back.", "", count)
        if self.dialog is not None:
            self.dialog.say(words)
        self._body.mouth.say(Message(words))
