# ruff: noqa: T201 - a script prints
"""Save a picture of every dialog and every main state of the window, in light and in dark.

They are for eyes, not for comparison: whoever changed what is seen runs this and looks. All that
is shown are the sample stories, in a library of their own that is thrown away again. Run from
the root of the checkout, with the folder that the pictures go to:
`python tests/pictures.py FOLDER [NAME ...]`; names choose some of the pictures.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Only now: Qt reads where to paint when it is loaded.
from PySide6.QtCore import QDeadlineTimer, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

import pictures_codes
import pictures_colleagues
import pictures_lists
import pictures_manual
from variorum.app.settings import ANNOTATOR, HINTS, TEXT_SIZE, Settings
from variorum.app.workspace import Workspace
from variorum.errors import FormatError
from variorum.formats.corpora.mapping import Role, mapping_of
from variorum.formats.corpora.rows import Look
from variorum.library.commands import Command
from variorum.library.library import Library
from variorum.library.queries.rows import StoryRow
from variorum.library.queries.stories import versions
from variorum.library.suggestions import suggest
from variorum.text import Span
from variorum.window.action_row import ActionId
from variorum.window.columns.dialog import ColumnsDialog
from variorum.window.crash import CrashDialog, report_of
from variorum.window.hints import Hint
from variorum.window.main_window import MainWindow
from variorum.window.start import prepare
from variorum.window.theme import Theme

if TYPE_CHECKING:
    from variorum.window.theme import Scheme

_USUAL = (1440, 900)
_SMALL = (1024, 700)
_PATIENCE_MS = 30_000
_LOOK_EVERY_MS = 20
_STORY = "Harbor pilots"
_FRENCH = "Le lac"
_BEHIND_LATIN = "\u0590"
"""Hebrew and Arabic letters come behind this one."""
_IN_CONTRAST = frozenset({"comparison", "filtered"})
"""Pictures that are taken in high contrast too."""
_VERSIONS = {"many": "The Beacon", "few": "Channel Post"}

Deed = Callable[[MainWindow], QWidget | None]
"""Bring the window into a state; return a dialog that is not the window's own, if there is one."""


# --- hands -----------------------------------------------------------------------------------


def settle(window: MainWindow) -> None:
    """Wait until nothing is going on in the window."""
    late = QDeadlineTimer(_PATIENCE_MS)
    QTest.qWait(_LOOK_EVERY_MS)
    while not window.is_settled and not late.hasExpired():
        QTest.qWait(_LOOK_EVERY_MS)


def press(window: MainWindow, action: ActionId) -> None:
    """Do what an action of the menus does."""
    window.bar[action].trigger()
    settle(window)


def write(words: str) -> None:
    """Type words where the keys go."""
    focus = QApplication.focusWidget()
    if focus is not None:
        QTest.keyClicks(focus, words)


def turn_to(window: MainWindow, title: str, *, source: str = "") -> None:
    """Show the story whose title begins so, one version beside its base."""
    for story in rows(window):
        if story.title.startswith(title):
            window.hands.turning.show_story(story.story)
    settle(window)
    for row in window.reading.versions:
        if source and row.source == source:
            window.reading.choose_version(row.article)
    settle(window)


def rows(window: MainWindow) -> Sequence[StoryRow]:
    """Return the stories of the list."""
    stories = window.workspace.stories
    found = (stories.story(stories.index(number, 0)) for number in range(stories.rowCount()))
    return [story for story in found if story is not None]


def mark(window: MainWindow, words: str) -> None:
    """Highlight words of the base."""
    base = window.reading.base
    if base is not None and words in base.article.text:
        start = base.article.text.index(words)
        window.desk.set_selection(base.id, Span(start, start + len(words)))
        press(window, ActionId.HIGHLIGHT)


# --- states ----------------------------------------------------------------------------------


def _nothing(_window: MainWindow) -> None:
    """Leave the window as it is."""


def _many(window: MainWindow) -> None:
    turn_to(window, _STORY, source=_VERSIONS["many"])
    mark(window, "14 ships")
    for _ in range(4):
        press(window, ActionId.NEXT_DIFFERENCE)


def _marks(*, review: bool = False, history: bool = False, size: tuple[int, int] = _USUAL) -> Deed:
    """Mark some words, carry them, and look at the list, at the review, or at the history."""

    def deed(window: MainWindow) -> None:
        window.resize(*size)
        turn_to(window, _STORY, source=_VERSIONS["many"])
        base = window.reading.base
        words = [*base.article.text.split()] if base is not None else []
        for first in range(20, min(len(words), 180), 26):
            mark(window, " ".join(words[first : first + 5]))
        mark(window, "14 ships")
        press(window, ActionId.CARRY)
        if review:
            press(window, ActionId.NEXT_CARRIED)
        elif history:
            press(window, ActionId.UNDO)
            press(window, ActionId.SHOW_DETAILS)
            view = window.frame.details.view
            view.moveCursor(QTextCursor.MoveOperation.End)
            view.ensureCursorVisible()
        else:
            press(window, ActionId.LIST_MARKS)
        settle(window)

    return deed


def _manual_window(window: MainWindow) -> None:
    """Show what the README begins with."""
    turn_to(window, _STORY, source=_VERSIONS["few"])
    pictures_manual.make_codes(window)
    settle(window)
    for words, pane, key in (("41 ships at anchor", 1, 3), ("14 ships at anchor", 0, 3),
                             ("rest, not riches", 0, 2)):  # fmt: skip
        pictures_manual.code(window, words, pane=pane, key=key)
        settle(window)
    pictures_manual.note(window)
    settle(window)
    pictures_manual.step_to(window, "14")
    settle(window)


def _manual_reading(window: MainWindow) -> None:
    """Show a corrected figure, with the card that explains it."""
    turn_to(window, "CORRECTED-Court", source="Capital Courier")
    pictures_manual.step_to(window, "21")
    pictures_manual.explain(window)
    settle(window)


def _quiet_hidden(window: MainWindow) -> None:
    turn_to(window, _STORY, source=_VERSIONS["few"])
    press(window, ActionId.HIDE_QUIET)


def _french(window: MainWindow) -> None:
    turn_to(window, _FRENCH)


def _arabic(window: MainWindow) -> None:
    for story in rows(window):
        if story.title > _BEHIND_LATIN:
            window.hands.turning.show_story(story.story)


def _suggested(window: MainWindow) -> None:
    """Ask whether two stories are one."""
    first, other = rows(window)[:2]
    pair = [
        versions(window.workspace.session.library.reader, row.story)[0] for row in (first, other)
    ]
    one, two = (version.article for version in pair)
    said = (("rare_words", 0.31), ("headline", 0.6), ("names", 0.75), ("day", 1.0))
    window.workspace.session.library.run(
        Command.HOUSEKEEPING,
        lambda db: suggest(db, article=one, other=two, score=0.6, reasons=said),
    )
    press(window, ActionId.SUGGESTIONS)


def _search(window: MainWindow) -> None:
    press(window, ActionId.SEARCH)
    write("harbor")


def _find(window: MainWindow) -> None:
    turn_to(window, _STORY)
    press(window, ActionId.FIND)
    write("pilots")


def _palette(window: MainWindow) -> None:
    press(window, ActionId.PALETTE)
    write("back up")


def _details(window: MainWindow) -> None:
    turn_to(window, _STORY)
    press(window, ActionId.SHOW_DETAILS)


def _error(window: MainWindow) -> None:
    turn_to(window, _STORY)
    window.messages.say_error(
        FormatError("“page.bin” holds no text.", hint="Save it as a web page or as plain text.")
    )


def _settings(page: str) -> Deed:
    return lambda window: window.hands.showing.show_settings(page)


def _on_story(deed: Deed, *, size: tuple[int, int] = _USUAL) -> Deed:
    def state(window: MainWindow) -> None:
        window.resize(*size)
        turn_to(window, _STORY)
        deed(window)

    return state


def _backups(window: MainWindow) -> None:
    press(window, ActionId.BACK_UP)
    window.messages.hide()
    press(window, ActionId.RESTORE_BACKUP)


def _columns(window: MainWindow) -> QWidget:
    row = {"h": "Pilots end strike", "words": "Pilots returned to work on Monday. " * 6}
    look = Look(
        ("h", "words", "when"),
        (row | {"when": "03/04/2019"},),
        mapping_of([(Role.HEADLINE, "h"), (Role.TEXT, "words"), (Role.DATE, "when")]),
        certain=False,
    )
    return ColumnsDialog("corpus.csv", look, window)


def _crash(window: MainWindow) -> QWidget:
    try:
        raise ZeroDivisionError
    except ZeroDivisionError as error:
        return CrashDialog(report_of(error), Path("logs") / "crash.txt", window)


def _export(window: MainWindow) -> QWidget:
    return QFileDialog(window, "Export the comparison", "", "Web page (*.html)")


def _wrong_date(window: MainWindow) -> None:
    turn_to(window, _STORY)
    press(window, ActionId.DETAILS)
    dialog = window.hands.stories_deeds.dialog
    if dialog is not None:
        dialog.published.setText("next Tuesday")
        dialog.accept()


def _large(window: MainWindow) -> None:
    window.session.settings.set(TEXT_SIZE, 2 * TEXT_SIZE.default)
    window.hands.looks.apply()
    turn_to(window, _STORY)


def _small(window: MainWindow) -> None:
    window.resize(*_SMALL)
    _many(window)


def _panes(
    count: int,
    *,
    size: tuple[int, int] = _USUAL,
    linked: bool = False,
    full: bool = False,
    text: int = TEXT_SIZE.default,
) -> Deed:
    """Show so many versions of the story with most of them, at a difference."""

    def deed(window: MainWindow) -> None:
        window.resize(*size)
        window.session.settings.set(TEXT_SIZE, text)
        window.hands.looks.apply()
        turn_to(window, _STORY)
        window.desk.take_focus()
        window.hands.panes.set_count(count)
        settle(window)
        if linked:
            press(window, ActionId.LINKED)
        if full:
            press(window, ActionId.FULL_SCREEN)
            window.messages.hide()
            window.resize(*size)
        window.desk.take_focus()
        for _ in range(3):
            press(window, ActionId.NEXT_DIFFERENCE)

    return deed


def _arabic_panes(window: MainWindow) -> None:
    window.hands.panes.set_count(3)
    _arabic(window)


def _heads_menu(window: MainWindow) -> None:
    _panes(3)(window)
    press(window, ActionId.CHOOSE_VERSION)


def _colleagues(state: Deed, *, size: tuple[int, int] = _USUAL) -> Deed:
    """Bring a story that two people marked into a state."""

    def deed(window: MainWindow) -> QWidget | None:
        window.resize(*size)
        turn_to(window, _STORY)
        shown = state(window)
        settle(window)
        return shown

    return deed


PICTURES: Mapping[str, Deed] = {
    "manual-window": _manual_window,
    "manual-reading": _manual_reading,
    "lists": pictures_lists.kept,
    "filtered": pictures_lists.filtered,
    "hint": pictures_lists.hint,
    "nothing-found": pictures_lists.nothing_found,
    "bin": pictures_lists.in_bin,
    "comparison": _many,
    "agreement": _colleagues(pictures_colleagues.agreement),
    "agreement-small": _colleagues(pictures_colleagues.agreement, size=_SMALL),
    "reviewing": _colleagues(pictures_colleagues.reviewing),
    "settling": _colleagues(pictures_colleagues.settling, size=_SMALL),
    "annotators": _colleagues(pictures_colleagues.people),
    "merging": _colleagues(pictures_colleagues.merging),
    "marks": _marks(),
    "marks-small": _marks(size=_SMALL),
    "review": _marks(review=True),
    "history": _marks(history=True),
    "quiet-hidden": _quiet_hidden,
    "differences": _on_story(pictures_lists.differences),
    "french": _french,
    "arabic": _arabic,
    "search": _search,
    "suggested": _suggested,
    "find": _find,
    "palette": _palette,
    "details": _details,
    "correcting": _wrong_date,
    "error": _error,
    "settings-reading": _settings("Reading"),
    "settings-window": _settings("Window"),
    "settings-words": _settings("Words"),
    "settings-keys": _settings("Keys"),
    "shortcuts": lambda window: press(window, ActionId.KEYS),
    "about": lambda window: press(window, ActionId.ABOUT),
    "manual": lambda window: press(window, ActionId.MANUAL),
    "backups": _backups,
    "codebook": _on_story(pictures_codes.tree, size=_SMALL),
    "code": _on_story(pictures_codes.editor),
    "auto-code": _on_story(pictures_codes.found),
    "all-notes": _on_story(pictures_codes.all_notes, size=_SMALL),
    "columns": _columns,
    "crash": _crash,
    "export": _export,
    **{f"panes-{count}": _panes(count) for count in (1, 2, 3, 4)},
    **{f"panes-{count}-small": _panes(count, size=_SMALL) for count in (1, 2, 3, 4)},
    **{f"panes-{count}-large": _panes(count, text=2 * TEXT_SIZE.default) for count in (1, 2, 3, 4)},
    **{f"panes-{count}-full": _panes(count, full=True) for count in (1, 4)},
    "panes-linked": _panes(3, linked=True),
    "panes-arabic": _arabic_panes,
    "panes-menu": _heads_menu,
    "small": _small,
    "large-text": _large,
}
"""Every picture of the sample stories; `empty` is of a library without any."""


# --- pictures --------------------------------------------------------------------------------


def picture(window: MainWindow) -> QPixmap:
    """Paint the window with what stands over it, where it stands."""
    whole = window.grab()
    painter = QPainter(whole)
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            middle = window.rect().center() - other.rect().center()
            at = middle if isinstance(other, QDialog) else other.pos() - window.pos()
            painter.drawPixmap(QPoint(max(0, at.x()), max(0, at.y())), other.grab())
    painter.end()
    return whole


@contextmanager
def opened(folder: Path, scheme: "Scheme", *, samples: bool) -> Generator[MainWindow]:
    """Open a window over a library of its own, with the sample stories or without."""
    library = Library.open(folder / "samples.variorum", create=True)
    settings = Settings(folder)
    settings.set(ANNOTATOR, "Reader")
    settings.set(HINTS, " ".join(Hint))
    workspace = Workspace(library, settings=settings)
    theme = Theme.load(scheme)
    QGuiApplication.setPalette(theme.palette())
    window = MainWindow(workspace, theme=theme)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.resize(*_USUAL)
    window.show()
    window.activateWindow()
    settle(window)
    if samples:
        window.hands.turning.import_samples()
        settle(window)
        window.messages.hide()
    yield window
    for other in QApplication.topLevelWidgets():
        if other is not window:
            other.close()
    window.close()
    QTest.qWait(_LOOK_EVERY_MS)


def take(folder: Path, name: str, scheme: "Scheme") -> Path:
    """Save one picture; return where."""
    path = folder / f"{name}-{scheme}.png"
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as own,
        opened(Path(own), scheme, samples=name != "empty") as window,
    ):
        dialog = PICTURES.get(name, _nothing)(window)
        if dialog is not None:
            dialog.show()
        settle(window)
        pictures_manual.kept(name, picture(window)).save(str(path))
    return path


def main() -> int:
    """Save the pictures that are asked for, by default all."""
    names = ("empty", *PICTURES)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", choices=[[], *names], metavar="NAME")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app = QApplication(sys.argv[:1])
    prepare(app)
    schemes: tuple[Scheme, ...] = ("light", "dark")
    contrast: tuple[Scheme, ...] = ("light-contrast", "dark-contrast")
    for name in asked.names or names:
        for scheme in (*schemes, *contrast) if name in _IN_CONTRAST else schemes:
            print(take(asked.folder, name, scheme))
    return 0


if __name__ == "__main__":
    sys.exit(main())
