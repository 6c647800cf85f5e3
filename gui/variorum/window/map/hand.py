"""Open and close the map, keep it in step with what is read, lead to the texts, export."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt

from variorum.app.mapping import Mapping
from variorum.app.story_map import Square
from variorum.app.workspace import Workspace
from variorum.errors import UsageError
from variorum.ids import ArticleId
from variorum.text import Span
from variorum.window.action_bar import ActionBar
from variorum.window.action_row import ActionId
from variorum.window.ask import Ask
from variorum.window.exporting import file_name
from variorum.window.frame import Frame
from variorum.window.map.page import MapPage
from variorum.window.map.picture import Picture
from variorum.window.message_bar import Message
from variorum.window.over_desk import OverDesk
from variorum.window.theme import Theme


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Hold a passage to be shown once its version stands on the desk."""

    article: ArticleId
    place: Span | None


class StoryMaps(OverDesk):
    """Let the reader see a whole story at a glance."""

    def __init__(
        self,
        workspace: Workspace,
        frame: Frame,
        bar: ActionBar,
        theme: Theme,
        ask: Ask,
    ) -> None:
        page = MapPage(theme, frame)
        super().__init__(page, ActionId.STORY_MAP, frame, bar)
        self._settings = workspace.session.settings
        self._reading = workspace.reading
        self._jobs = workspace.jobs
        self.page, self._ask = page, ask
        self._wanted: _Wanted | None = None
        self._export_wanted: str | None = None
        self.mapping = Mapping(workspace.session, workspace.reading, workspace.collations, self)
        self._connect()

    def _connect(self) -> None:
        self.page.svg_wanted.connect(lambda: self._bar.dispatch(lambda: self.export("svg")))
        self.page.png_wanted.connect(lambda: self._bar.dispatch(lambda: self.export("png")))
        self.page.view.opened.connect(self._open_square)
        self.page.lineage.chosen.connect(self._open_pair)
        self.mapping.changed.connect(self._show)
        self.mapping.progressed.connect(self._say_progress)
        # Queued: the desk shows the texts first.
        self._reading.changed.connect(self._reading_changed, Qt.ConnectionType.QueuedConnection)

    # --- what is shown ----------------------------------------------------------------------------

    def read(self) -> None:
        """Show the map of the story that is read."""
        count = len(self._reading.versions)
        words = self.tr("Comparing the versions…")
        if count < 2:
            words = self.tr("This story has one version. A map shows what others made of it.")
        self.page.say_nothing(words)
        self.mapping.read()

    def _say_progress(self, done: int, total: int) -> None:
        self.page.say_nothing(
            self.tr("{done} of {total} versions compared…").format(done=done, total=total)
        )

    def _show(self) -> None:
        base = self._reading.base
        had_keys = self.page.isAncestorOf(self._frame.window().focusWidget() or self._frame)
        found = self.mapping.map
        self.page.show_map(found, title=base.row.title if base else "")
        if found is not None:
            self._begin_where_reading()
        if self.is_open and had_keys:
            self.page.take_focus()
        if found is not None and self._export_wanted is not None:
            kind, self._export_wanted = self._export_wanted, None
            self._bar.dispatch(lambda: self.export(kind))

    def _begin_where_reading(self) -> None:
        """Let the keys begin at the passage that was read last."""
        caret = self._frame.desk.caret()
        version = self._reading.version
        if caret is not None and version is not None:
            self.page.view.go_to(version.id, *caret)

    def _reading_changed(self) -> None:
        if self.is_open:
            self.read()
        elif self.mapping.map is not None:
            self.mapping.forget()
        self._go_to_wanted()

    # --- to the texts -----------------------------------------------------------------------------

    def _open_square(self, version: ArticleId, square: Square | None) -> None:
        """Show a version beside the base, at a passage of either."""
        place = square.place if square else None
        self._wanted = _Wanted(square.article if square else version, place)
        self._read_beside(version)

    def _open_pair(self, number: int | None) -> None:
        """Show a version beside the one it was made from; for the base, what is there."""
        found = self.mapping.map
        if found is None:
            return
        version = found.edition(number).id
        self._wanted = _Wanted(version, None)
        ancestor = None if number is None else found.descents[number].ancestor
        if ancestor is None:
            self._read_beside(version)
            return
        self.close()
        self._reading.show((found.base.id, found.edition(ancestor).id, version))
        self._reading.mean(version)
        self._go_to_wanted()

    def _read_beside(self, version: ArticleId) -> None:
        self.close()
        side = self._reading.version
        if side is None or side.id != version:
            self._reading.choose_version(version)
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        """Show the wanted passage once its version stands on the desk."""
        wanted = self._wanted
        if wanted is None:
            return
        if self._reading.side_of(wanted.article) is None:
            self._wanted = None
        elif self._frame.desk.focus_pane_of(wanted.article):
            self._wanted = None
            if wanted.place is not None and len(wanted.place):
                self._frame.desk.set_selection(wanted.article, wanted.place)
                self._frame.desk.scroll_to(wanted.article, wanted.place)

    # --- export -----------------------------------------------------------------------------------

    def export(self, kind: str = "svg") -> None:
        """Ask where to save the map, and save; where there is none yet, once it has come."""
        found = self.mapping.map
        if found is None or self.mapping.is_busy:
            self._export_wanted = kind
            if not self.mapping.is_busy:
                self.mapping.read()
            return
        kinds = [self.tr("Drawing (*.svg)"), self.tr("Picture (*.png)")]
        folder = self._settings.export_folder
        name = file_name(found.base.row.title) or self.tr("story map")
        path = self._ask.file_to_save(
            self.tr("Export the story map"),
            proposal=folder / f"{name}.{kind}",
            kinds=";;".join(kinds if kind == "svg" else reversed(kinds)),
        )
        if path is None:
            return
        # Paper is light.
        picture = Picture(found, Theme.load("light"), furniture=self.page.furniture.isChecked())
        write = picture.writer(path)
        job = self._jobs.run(self.tr("Saving the map"), lambda _tick: write())
        job.succeeded.connect(partial(self._exported, path))
        job.failed.connect(self._not_exported)

    def _exported(self, path: Path, _result: object) -> None:
        self._settings.keep_export_folder(path)
        self._frame.messages.say(Message(self.tr("Exported to {path}.").format(path=path)))

    def _not_exported(self, error: Exception) -> None:
        """Say why; a mistake of ours goes to the report."""

        def tell() -> None:
            if not isinstance(error, OSError):
                raise error
            raise UsageError(
                self.tr("The map could not be saved there."), hint=error.strerror or ""
            ) from error

        self._bar.dispatch(tell)
