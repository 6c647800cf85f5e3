"""States of the window in which the codebook and all notes are worked on; a story is shown."""

from functools import partial

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest

from variorum.annotations.values import CodeProperties
from variorum.library import annotations
from variorum.library.codebook import insert_code
from variorum.library.commands import Command
from variorum.window.action_row import ActionId
from variorum.window.main_window import MainWindow

_CODES = (
    CodeProperties("Attribution", "blue", codable=False),
    CodeProperties("Lost attribution", "orange", description="The name of the source is gone."),
    CodeProperties("Figure", "green"),
)
_PATIENCE_MS = 30_000


def _settle(window: MainWindow) -> None:
    late = QDeadlineTimer(_PATIENCE_MS)
    QTest.qWait(20)
    while not window.is_settled and not late.hasExpired():
        QTest.qWait(20)


def tree(window: MainWindow) -> None:
    """Show a codebook with a heading and a code below it."""
    for properties in _CODES:
        window.session.submit(Command.ADD_CODE, partial(insert_code, to=properties))
    _settle(window)
    window.codes.choose(window.codes.rows[1].code.id)
    window.hands.coding.step(Qt.Key.Key_Right)
    _settle(window)


def editor(window: MainWindow) -> None:
    """Open all that is said of a code."""
    tree(window)
    window.bar[ActionId.EDIT_CODE].trigger()


def found(window: MainWindow) -> None:
    """Look for words in the story, to give them a code."""
    tree(window)
    window.bar[ActionId.AUTO_CODE].trigger()
    dialog = window.hands.auto_coding.dialog
    if dialog is not None:
        dialog.text.setText("pilots")
        dialog.ask()
        _settle(window)


def all_notes(window: MainWindow) -> None:
    """Write on the story and its versions, and show all notes."""
    story = window.reading.story
    if story is not None:
        on = annotations.OnStory(story)
        window.workspace.writing.write(on, None, "Compare with the *walkout* of the spring.")
    for side in window.reading.sides:
        article = annotations.OnArticle(side.id)
        window.workspace.writing.write(article, None, "See [[Lost attribution]].")
    _settle(window)
    window.bar[ActionId.ALL_NOTES].trigger()
