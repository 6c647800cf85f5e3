"""States of lists: stories by views and filters, the bin, a first hint, differences."""

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest

from variorum.app.settings import HINTS
from variorum.ids import StoryId
from variorum.library import articles, lists
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.queries.rows import StoryOrder
from variorum.library.queries.stories import story_ids, versions
from variorum.window.action_row import ActionId
from variorum.window.main_window import MainWindow

_PATIENCE_MS = 30_000
_LOOK_EVERY_MS = 20


def _settle(window: MainWindow) -> None:
    late = QDeadlineTimer(_PATIENCE_MS)
    QTest.qWait(_LOOK_EVERY_MS)
    while not window.is_settled and not late.hasExpired():
        QTest.qWait(_LOOK_EVERY_MS)


def kept(window: MainWindow) -> None:
    """Keep a view and a collection; leave some stories unread, one done, one in the bin."""
    session = window.session
    stories = [StoryId(story) for story in story_ids(session.library.reader)]

    def deed(db: Db) -> None:
        lists.add_view(
            db, name="Corrections to check", filter_text="is:unread", order=StoryOrder.NEWEST
        )
        lists.add_collection(db, name="Harbour series", stories=stories[1:4])
        lists.mark_read(db, stories=stories[::2], read=True)
        lists.mark_done(db, stories=stories[2:3], done=True)
        articles.move_to_bin(db, articles=[row.article for row in versions(db, stories[-1])])

    session.submit(Command.ADD_VIEW, deed).result()
    _settle(window)


def filtered(window: MainWindow) -> None:
    """Filter by two terms."""
    kept(window)
    window.stories.set_filter("is:unread date:2021")
    _settle(window)


def nothing_found(window: MainWindow) -> None:
    """Ask for what no story has."""
    window.stories.set_filter("is:done zeppelin")
    _settle(window)


def in_bin(window: MainWindow) -> None:
    """Show the bin."""
    kept(window)
    window.bar[ActionId.SHOW_BIN].trigger()
    _settle(window)


def hint(window: MainWindow) -> None:
    """Show the first hint beside a comparison."""
    window.session.settings.set(HINTS, "")
    window.hands.turning.step(1)
    _settle(window)
    window.hands.turning.step(-1)
    _settle(window)


def differences(window: MainWindow) -> None:
    """List all differences, the quiet ones hidden, and stand at one of those."""
    window.reading.choose_version(window.reading.versions[-1].article)
    _settle(window)
    for action in (ActionId.HIDE_QUIET, ActionId.LIST_DIFFERENCES):
        window.bar[action].trigger()
    for _ in range(6):
        QTest.keyClick(window.frame.differences.view, Qt.Key.Key_Down)
    _settle(window)
