"""Keep the panel of details in step with the version that the reader has turned to."""

from PySide6.QtCore import QObject

from variorum.app.reading import Reading
from variorum.app.session import Session
from variorum.app.version_names import names_of
from variorum.ids import ArticleId
from variorum.library.commands import ChangeSet
from variorum.library.mark_history import of_article
from variorum.library.queries import articles as queries_articles
from variorum.library.relations import relations_of
from variorum.library.search.snippets import Snippet
from variorum.window.details.facts import Section, sections_of
from variorum.window.details.history import SHOWN, history_section
from variorum.window.details.relations import relations_section
from variorum.window.details.side import Leaf
from variorum.window.frame import Frame
from variorum.window.stories_deeds import StoriesDeeds
from variorum.window.wording import wording


class Detailing(QObject):
    """Show the details of a version; read them only while they are looked at."""

    def __init__(
        self, session: Session, reading: Reading, frame: Frame, deeds: StoriesDeeds
    ) -> None:
        super().__init__(deeds)
        self._session, self._reading = session, reading
        self._side, self._panel, self._desk = frame.side, frame.details, frame.desk
        self._version = deeds.version
        self._shown: ArticleId | None = None
        self._is_stale = True
        frame.details.correct_wanted.connect(deeds.edit_details)
        frame.side.turned.connect(self.refresh)
        frame.stories.selection_changed.connect(self.refresh)
        frame.desk.selection_changed.connect(self.refresh)
        session.library_changed.connect(self._library_changed)
        reading.changed.connect(self.refresh)

    def toggle(self) -> None:
        """Turn to the details and give them the keys; from there go back to the notes."""
        if self._side.leaf is Leaf.DETAILS and self._panel.view.hasFocus():
            self._side.show_leaf(Leaf.NOTES)
            self._desk.take_focus()
            return
        self._side.show_leaf(Leaf.DETAILS)
        self._panel.take_focus()

    def show(self, found: Snippet) -> None:
        """Turn to the details, at words that were found in them."""
        self._side.show_leaf(Leaf.DETAILS)
        self.refresh()
        self._panel.view.select(found)

    def refresh(self) -> None:
        """Show the version turned to, if it is not the one that is shown."""
        if self._side.leaf is not Leaf.DETAILS:
            return
        base = self._reading.base
        article = self._version() or (base.id if base else None)
        if article == self._shown and not self._is_stale:
            return
        self._shown, self._is_stale = article, False
        if article is None:
            self._panel.show_version("", (), writable=False)
            return
        stored = queries_articles.stored_article(self._session.library.reader, article)
        name = names_of(self._reading.versions).get(article) or stored.article.source or ""
        own, *rest = sections_of(stored, wording())
        self._panel.show_version(
            name or self.tr("Source not named"),
            (own, *self._relations(article), *rest, *self._history(article)),
            writable=self._session.is_writable,
        )

    def _relations(self, article: ArticleId) -> tuple[Section, ...]:
        rows = relations_of(self._session.library.reader, article)
        return (relations_section(rows),) if rows else ()

    def _history(self, article: ArticleId) -> tuple[Section, ...]:
        deeds = of_article(self._session.library.reader, article, limit=SHOWN + 1)
        return (history_section(deeds[:SHOWN], more=len(deeds) > SHOWN),) if deeds else ()

    def _library_changed(self, _changes: ChangeSet) -> None:
        self._is_stale = True
        self.refresh()
