"""The reader's deeds on stories and versions, from the window's side."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt

from variorum.app.models.stories import StoriesModel
from variorum.app.version_names import names_of
from variorum.ids import ArticleId, StoryId
from variorum.library import articles, stories
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.queries import articles as queries_articles
from variorum.window.body import Body
from variorum.window.details.correcting import ArticleDetails, Correctable
from variorum.window.stories_list.dragging import Dragged


class StoriesDeeds(QObject):
    """Join, part, choose the base, correct what was read: by hand."""

    def __init__(self, body: Body) -> None:
        super().__init__(body.window)
        self._session, self._reading = body.workspace.session, body.workspace.reading
        self._panel, self._desk, self._sight = body.frame.stories, body.frame.desk, body.sight
        self._over, self._dispatch = body.window, body.bar.dispatch
        self._panel.view.dropped.connect(self._dropped)
        self.dialog: ArticleDetails | None = None

    def version(self) -> ArticleId | None:
        """Return the version turned to: the pane used last; while the list has the keys, its own."""
        place = self._desk.caret()
        chosen = self._chosen
        return chosen[0] if chosen else place[0] if place else None

    @property
    def _chosen(self) -> tuple[ArticleId, ...]:
        """Return the versions chosen in the list, while it has the keys."""
        return self._panel.chosen_articles() if self._sight.in_list else ()

    @property
    def is_base(self) -> bool:
        """Tell whether the version turned to is the base of the story that is read."""
        base = self._reading.base
        return base is not None and self.version() == base.id

    @property
    def version_name(self) -> str:
        """Return the name of the version turned to, where it is of the story that is read."""
        article = self.version()
        return names_of(self._reading.versions).get(article, "") if article else ""

    def join(self) -> None:
        """Make one story of those selected in the list."""
        self._join(self._panel.chosen_stories())

    def part(self) -> None:
        """Take the version turned to out of its story."""
        wanted = self._chosen or [one for one in (self.version(),) if one is not None]
        me = self._session.me()
        self._session.submit(
            Command.PART, lambda db: stories.part(db, articles=wanted, annotator=me)
        )

    # --- what is dropped --------------------------------------------------------------------------

    def _dropped(self, hand: Dragged, at: QModelIndex) -> None:
        self._dispatch(lambda: self.take_drop(hand, at))

    def take_drop(self, hand: Dragged, at: QModelIndex) -> None:
        """Join, part, move or choose the base: by what fell where in the list.

        Stories on a story join it. Versions on another story become its versions, a version on
        its own story becomes the base, versions below the last story part from theirs.
        """
        model = self._panel.view.model()
        if not self._session.is_writable or not isinstance(model, StoriesModel):
            return
        target = model.story(at)
        if hand.articles:
            self._take_versions(hand, None if target is None else target.story)
        elif target is not None and target.story not in hand.stories:
            self._join((target.story, *hand.stories))

    def _take_versions(self, hand: Dragged, target: StoryId | None) -> None:
        me = self._session.me()
        if target is None:
            self._session.submit(
                Command.PART, lambda db: stories.part(db, articles=hand.articles, annotator=me)
            )
        elif target not in hand.stories:
            self._session.submit(
                Command.MOVE_VERSIONS,
                lambda db: stories.move_versions(
                    db, articles=hand.articles, into=target, annotator=me
                ),
            )
        elif len(hand.articles) == 1:
            self._session.submit(
                Command.CHOOSE_BASE,
                lambda db: stories.choose_base(
                    db, story=target, article=hand.articles[0], annotator=me
                ),
            )

    def _join(self, chosen: Sequence[StoryId]) -> None:
        me = self._session.me()
        self._session.submit(
            Command.JOIN, lambda db: stories.join(db, stories=chosen, annotator=me)
        )

    def choose_base(self) -> None:
        """Compare the others with the version turned to from now on."""
        article = self.version()
        if article is None:
            return
        story = queries_articles.story_of(self._session.library.reader, article)
        me = self._session.me()
        self._session.submit(
            Command.CHOOSE_BASE,
            lambda db: stories.choose_base(db, story=story, article=article, annotator=me),
        )

    def edit_details(self) -> None:
        """Show source, date and headline of the version turned to, to be corrected."""
        article = self.version() or (self._reading.base.id if self._reading.base else None)
        if article is None:
            return
        stored = queries_articles.stored_article(self._session.library.reader, article)
        self.dialog = ArticleDetails(
            stored, names_of(self._reading.versions).get(article, ""), self._over
        )
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.corrected.connect(self.correct)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def correct(self, article: ArticleId, before: Correctable, after: Correctable) -> None:
        """Save what was corrected, all of it as one deed."""
        me = self._session.me()
        changed = {
            Command.SET_SOURCE: before.source != after.source,
            Command.SET_DATE: before.published != after.published,
            Command.SET_HEADLINE: before.headline != after.headline,
        }
        commands = [command for command, is_other in changed.items() if is_other]
        if not commands:
            return

        def deed(db: Db) -> None:
            if Command.SET_SOURCE in commands:
                articles.set_source(db, article=article, source=after.source, annotator=me)
            if Command.SET_DATE in commands:
                articles.set_date(db, article=article, published=after.published, annotator=me)
            if Command.SET_HEADLINE in commands:
                articles.set_headline(db, article=article, headline=after.headline, annotator=me)

        self._session.submit(commands[0] if len(commands) == 1 else Command.SET_DETAILS, deed)
