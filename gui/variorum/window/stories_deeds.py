"""The reader's deeds on stories and versions, from the window's side."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from variorum.app.reading import Reading
from variorum.app.session import Session
from variorum.app.version_names import names_of
from variorum.ids import ArticleId
from variorum.library import articles, queries_articles, stories
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.window.desk.reading_desk import ReadingDesk
from variorum.window.details.correcting import ArticleDetails, Correctable
from variorum.window.stories_list.panel import StoriesPanel


class StoriesDeeds(QObject):
    """Join, part, choose the base, correct what was read: by hand."""

    def __init__(
        self,
        session: Session,
        reading: Reading,
        panel: StoriesPanel,
        desk: ReadingDesk,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._reading = reading
        self._panel = panel
        self._desk = desk
        self._over = parent
        self.dialog: ArticleDetails | None = None

    def version(self) -> ArticleId | None:
        """Return the version turned to: chosen in the list, else the pane used last."""
        chosen = self._panel.chosen_articles()
        if chosen:
            return chosen[0]
        place = self._desk.caret()
        return place[0] if place else None

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
        chosen = self._panel.chosen_stories()
        me = self._session.me()
        self._session.submit(
            Command.JOIN, lambda db: stories.join(db, stories=chosen, annotator=me)
        )

    def part(self) -> None:
        """Take the version turned to out of its story."""
        chosen = self._panel.chosen_articles() or ((self.version(),) if self.version() else ())
        wanted = [article for article in chosen if article is not None]
        me = self._session.me()
        self._session.submit(
            Command.PART, lambda db: stories.part(db, articles=wanted, annotator=me)
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
