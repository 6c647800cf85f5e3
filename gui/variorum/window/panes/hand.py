"""The reader's hand on the panes: which versions stand there, how they scroll, where one goes."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from variorum.app.settings import LINKED
from variorum.ids import ArticleId
from variorum.text import PassageKind, Span
from variorum.window.action_row import ActionId
from variorum.window.body import Body
from variorum.window.headers import name_of, pane_article
from variorum.window.message_bar import Message
from variorum.window.panes.citing import cited
from variorum.window.panes.menu import VersionsMenu

_COUNTS = (ActionId.ONE_PANE, ActionId.TWO_PANES, ActionId.THREE_PANES, ActionId.FOUR_PANES)


class PanesHand(QObject):
    """Put what is read on the desk, and let the reader arrange it."""

    def __init__(self, body: Body) -> None:
        super().__init__(body.window)
        self._body = body
        self._reading, self._settings = body.workspace.reading, body.workspace.session.settings
        self._desk, self._strip, self._bar = body.frame.desk, body.frame.strip, body.bar
        self._menu = VersionsMenu(self._reading, body.bar, body.window)
        self._menu.chosen.connect(self._choose)
        self._desk.version_turned.connect(self._mean)
        self._desk.menu_wanted.connect(self._open_menu)
        self._desk.close_wanted.connect(self._close)
        self._desk.pane_dragged.connect(self._dragged)
        self._desk.found_at_caret.connect(body.status.say_found)
        self._desk.scope_changed.connect(self._sum_up)
        self._reading.turned.connect(self._turned)
        self._desk.set_apart(apart=self._settings.get(LINKED))
        for count, name in enumerate(_COUNTS, start=1):
            body.frame.tools.add_button(body.bar[name], said=str(count))
        body.frame.tools.add_button(body.bar[ActionId.LINKED], said=self.tr("Linked"))

    # --- what is shown --------------------------------------------------------------------------

    def show(self) -> None:
        """Put what is read on the desk."""
        reading, rows = self._reading, self._reading.versions
        if reading.sides:
            pairs = [pair for pair in reading.pairs if pair.collation is not None]
            beside = [
                (pane_article(pair.version, rows), pair.collation)
                for pair in pairs
                if pair.collation is not None
            ]
            self._desk.show_panes(pane_article(reading.sides[0], rows), beside)
            self._turned()
        else:
            self._desk.clear()
        self._sum_up()

    def _turned(self) -> None:
        """Follow the reading to the version that is meant."""
        if self._reading.version is not None:
            self._desk.mean(self._reading.version.id)
        self._body.fit()

    def _mean(self, article: int) -> None:
        self._reading.mean(ArticleId(article))

    def _sum_up(self) -> None:
        """Sum up the version in use; with the base in use, all of them."""
        reading = self._reading
        own = self._desk.scope()
        compared = [
            (pair.version, pair.collation)
            for pair in reading.pairs
            if pair.collation is not None and own in (None, pair.version.id)
        ]
        whose = ""
        if len(reading.pairs) > 1 and compared:
            name = name_of(compared[0][0], reading.versions)
            whose = name if own else self.tr("%n version(s)", "", len(compared))
        base = reading.base.article if reading.base is not None else None
        articles = [(side.article, collation) for side, collation in compared]
        self._strip.sum_up(base, articles, whose=whose)
        self._strip.say_place(*self._desk.difference_place)
        self._check()

    def _check(self) -> None:
        """Let the menu say how many panes there are, and how they scroll."""
        for count, name in enumerate(_COUNTS, start=1):
            self._bar[name].setChecked(count == len(self._reading.sides))
        self._bar[ActionId.LINKED].setChecked(self._settings.get(LINKED))

    @property
    def menu(self) -> QMenu:
        """Return the menu of a pane's head."""
        return self._menu.menu

    # --- which versions -------------------------------------------------------------------------

    @property
    def here(self) -> ArticleId | None:
        """Return the article of the pane in use."""
        caret = self._desk.caret()
        return caret[0] if caret is not None else None

    @property
    def place(self) -> int:
        """Return the place of the pane in use, the base's being 0."""
        panes = self._reading.panes
        return panes.index(self.here) if self.here in panes else 0

    def set_count(self, count: int) -> None:
        """Show so many panes, as far as the story has versions."""
        if self.here is not None:
            kept = self.here
            self._reading.set_count(count, keep=kept)
            self._desk.focus_pane_of(kept)
        self._check()

    def add(self) -> None:
        """Show one more version, and give it the keys."""
        self._reading.add_pane()
        self._desk.focus_pane_of(self._reading.panes[-1])

    def close(self) -> None:
        """Close the pane in use."""
        if self.here is not None:
            self._close(self.here)

    def _close(self, article: int) -> None:
        place = self.place
        self._reading.close_pane(ArticleId(article))
        panes = self._reading.panes
        self._desk.focus_pane_of(panes[min(place, len(panes) - 1)])

    def step(self, by: int) -> None:
        """Show the next or the previous version in the pane in use; beside the base, the last used."""
        article = self.here
        if article is not None and self.place == 0 and len(self._reading.panes) > 1:
            article = self._reading.version.id if self._reading.version else None
        if article is not None:
            now = self._reading.step_version(article, by)
            if now is not None:
                self._desk.focus_pane_of(now)

    def move(self, by: int) -> None:
        """Move the pane in use to the left or to the right."""
        if self.here is not None:
            article = self.here
            self._reading.move_pane(article, self.place + by)
            self._desk.focus_pane_of(article)

    def _dragged(self, article: int, to: int) -> None:
        self._reading.move_pane(ArticleId(article), to)
        self._desk.focus_pane_of(ArticleId(article))

    def _choose(self, old: ArticleId, new: ArticleId) -> None:
        self._reading.exchange(old, new)
        self._desk.focus_pane_of(new)

    def show_menu(self) -> None:
        """Offer the versions for the pane in use, and what can be done with it."""
        if self.here is not None:
            self._open_menu(self.here, self._desk.header_corner(self.here))

    def _open_menu(self, article: int, where: QPoint) -> None:
        self._desk.focus_pane_of(ArticleId(article))
        self._body.fit()
        self._menu.open(ArticleId(article), where)

    # --- how one reads --------------------------------------------------------------------------

    def toggle_linked(self) -> None:
        """Let each text flow by itself, or let all stand level again; remembered."""
        linked = not self._settings.get(LINKED)
        self._settings.set(LINKED, linked)
        self._desk.set_apart(apart=linked)
        self._check()

    def follow_link(self) -> None:
        """Go to the words of the neighbouring pane that belong to those at the caret."""
        if not self._desk.follow_link():
            self._body.mouth.say(
                Message(self.tr("Nothing in the next pane belongs to this passage."))
            )

    def go_to_passage(self) -> None:
        """Ask for the number of a paragraph, and go there in the pane in use."""
        side = self._reading.side_of(self.here) if self.here is not None else None
        if side is None:
            return
        found = [p.words for p in side.article.passages if p.kind is PassageKind.PARAGRAPH]
        label = self.tr("Paragraph, 1 to {count}:").format(count=len(found))
        said = self._body.ask.text(self.tr("Go to paragraph"), label)
        number = "".join(char for char in said or "" if char.isdecimal())
        if number and found:
            start = found[max(0, min(int(number), len(found)) - 1)].start
            self._desk.set_selection(side.id, Span(start, start))
            self._desk.bring(side.id, Span(start, start))
            self._desk.focus_pane_of(side.id)

    def copy_cited(self) -> None:
        """Put the selected words on the clipboard, with where they were printed."""
        selected = self._desk.selection()
        side = self._reading.side_of(selected[0]) if selected else None
        if selected is not None and side is not None:
            said = cited(side, selected[1], name_of(side, self._reading.versions))
            QGuiApplication.clipboard().setText(said)
