"""Put off loading those parts of the window that a start does not show, until one is wanted."""

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from variorum.app.session import Session
from variorum.window.body import Body
from variorum.window.notes.linking import Linking
from variorum.window.theme import Theme

if TYPE_CHECKING:
    from variorum.window.all_notes.hand import AllNotes
    from variorum.window.autocoding.hand import AutoCoding
    from variorum.window.colleagues.merging import Merging
    from variorum.window.columns.hand import AskingForColumns
    from variorum.window.concordance.hand import Concordances
    from variorum.window.exporting import Exporting
    from variorum.window.manual.viewer import ManualWindow
    from variorum.window.map.hand import StoryMaps
    from variorum.window.suggested.hand import Suggesting
    from variorum.window.travelling.hand import Travelling


def asking_for_columns(
    session: Session, over: QWidget | None, parent: QObject
) -> "AskingForColumns":
    """Return what asks which columns of corpora hold what."""
    hand = import_module("variorum.window.columns.hand")
    return hand.AskingForColumns(session, over, parent)


def exporting(body: Body) -> "Exporting":
    """Return what exports and prints what stands on the desk."""
    workspace = body.workspace
    return import_module("variorum.window.exporting").Exporting(
        workspace.session,
        workspace.reading,
        workspace.marks,
        workspace.writing,
        body.ask,
        body.window,
    )


def travelling(body: Body) -> "Travelling":
    """Return what lets marks leave the library and come back."""
    session, reading = body.workspace.session, body.workspace.reading
    hand = import_module("variorum.window.travelling.hand")
    return hand.Travelling(session, reading, body.ask, body.mouth, body.window)


def auto_coding(body: Body) -> "AutoCoding":
    """Return what codes the places that a search finds."""
    return import_module("variorum.window.autocoding.hand").AutoCoding(body)


def all_notes(body: Body, linking: Linking) -> "AllNotes":
    """Return what shows all notes of the library."""
    hand = import_module("variorum.window.all_notes.hand")
    return hand.AllNotes(body.workspace, body.frame, body.bar, linking, body.theme)


def concordance(body: Body) -> "Concordances":
    """Return what shows every place of a word."""
    return import_module("variorum.window.concordance.hand").Concordances(body)


def suggesting(body: Body) -> "Suggesting":
    """Return what asks whether stories are one."""
    return import_module("variorum.window.suggested.hand").Suggesting(body)


def story_map(body: Body) -> "StoryMaps":
    """Return what draws the map of a story."""
    hand = import_module("variorum.window.map.hand")
    return hand.StoryMaps(body.workspace, body.frame, body.bar, body.theme, body.ask)


def merging(body: Body) -> "Merging":
    """Return what merges another library."""
    return import_module("variorum.window.colleagues.merging").Merging(body)


def manual_window(theme: Theme, over: QWidget) -> "ManualWindow":
    """Return the window of the manual."""
    return import_module("variorum.window.manual.viewer").ManualWindow(theme, over)
