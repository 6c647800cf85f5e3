"""Lead the reader through the stories that may be one, and keep each answer."""

from variorum.library import stories
from variorum.library.commands import ChangeSet, Command, Table
from variorum.library.queries.articles import articles
from variorum.library.queries.stories import versions
from variorum.library.suggestions import Suggested, keep_apart, suggestions
from variorum.window.action_row import ActionId
from variorum.window.body import Body
from variorum.window.over_desk import OverDesk
from variorum.window.suggested.page import Side, SuggestedPage
from variorum.window.suggested.words import reasons
from variorum.window.wording import as_read, day, isolated

_TOUCHING = (Table.MEMBERS, Table.DECISIONS, Table.ARTICLES, Table.STORIES)


class Suggesting(OverDesk):
    """Let the reader say which stories are one."""

    def __init__(self, body: Body) -> None:
        page = SuggestedPage(body.frame)
        super().__init__(page, ActionId.SUGGESTIONS, body.frame, body.bar)
        self.page = page
        self._session = body.workspace.session
        self._put_off: list[Suggested] = []
        self.asked: Suggested | None = None
        self.page.joined.connect(lambda: body.bar.dispatch(self.join))
        self.page.parted.connect(lambda: body.bar.dispatch(self.part))
        self.page.put_off.connect(self.put_off)
        self._session.library_changed.connect(self._changed)

    # --- answers ------------------------------------------------------------------------------------

    def join(self) -> None:
        """Make one story of the two."""
        asked, me = self.asked, self._session.me()
        if asked is not None:
            both = (asked.story, asked.other_story)
            self._session.submit(
                Command.JOIN, lambda db: stories.join(db, stories=both, annotator=me)
            )

    def part(self) -> None:
        """Keep that they are two, so that nobody asks again."""
        asked, me = self.asked, self._session.me()
        if asked is not None:
            self._session.submit(
                Command.KEEP_APART,
                lambda db: keep_apart(db, first=asked.article, second=asked.other, annotator=me),
            )

    def put_off(self) -> None:
        """Ask this one last."""
        if self.asked is not None:
            self._put_off.append(self.asked)
            self._ask()

    # --- what is shown ------------------------------------------------------------------------------

    def read(self) -> None:
        """Show the likeliest question; whoever opens the page has put none off."""
        self._put_off.clear()
        self._ask()

    def _changed(self, changes: ChangeSet) -> None:
        touched = not changes.rows or any(changes.of(table).all for table in _TOUCHING)
        if self.is_open and touched:
            self._ask()

    def _ask(self) -> None:
        asked = suggestions(self._session.library.reader)
        last = {one: place for place, one in enumerate(self._put_off, 1)}
        asked.sort(key=lambda one: last.get(one, 0))
        self.asked = asked[0] if asked else None
        if self.asked is None:
            self.page.say_nothing(
                self.tr(
                    "No stories are waiting for your answer. An import asks when two stories"
                    " share rare words, but not enough to be joined by a rule."
                )
            )
            return
        first, second = self._sides(self.asked)
        self.page.ask(first, second, reasons=reasons(self.asked), left=len(asked))

    def _sides(self, asked: Suggested) -> tuple[Side, Side]:
        db = self._session.library.reader
        one, other = articles(db, [asked.article, asked.other])
        first, second = versions(db, asked.story), versions(db, asked.other_story)
        shown: list[Side] = []
        for article, rows, number in ((one, first, asked.article), (other, second, asked.other)):
            row = next(row for row in rows if row.article == number)
            facts = [
                isolated(as_read(row.source)) if row.source else self.tr("no source"),
                day(row.published) if row.published else self.tr("no date"),
                self.tr("%n word(s)", "", row.words),
            ]
            if len(rows) > 1:
                facts.append(self.tr("%n version(s)", "", len(rows)))
            text = "\n\n".join(
                article.words_of(passage) for passage in article.passages if passage.kind.is_story
            )
            shown.append(Side(as_read(row.title), " · ".join(facts), as_read(text)))
        return shown[0], shown[1]
