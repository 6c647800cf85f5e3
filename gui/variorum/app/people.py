"""Who made marks in the open library: their names and signs, and whose marks are shown."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from variorum.annotations.values import Annotator
from variorum.app.session import Session
from variorum.app.settings import HIDDEN_ANNOTATORS
from variorum.ids import AnnotatorId
from variorum.library import annotators
from variorum.library.annotators import AnnotatorRow
from variorum.library.commands import ChangeSet, Command, Table

if TYPE_CHECKING:
    from variorum.library.annotators import Known


class People(QObject):
    """Hold the annotators of a library; remember on this machine whose marks are hidden."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.known: tuple[Known, ...] = ()
        self.hidden: frozenset[AnnotatorId] = frozenset()
        self._hidden_names = _kept(session.settings.get(HIDDEN_ANNOTATORS))
        self._read()
        session.library_changed.connect(self._refresh)

    @property
    def by_id(self) -> Mapping[AnnotatorId, Annotator]:
        """Return the annotators by their numbers."""
        return {one.annotator.id: one.annotator for one in self.known}

    @property
    def marking(self) -> tuple[Annotator, ...]:
        """Return those who highlighted anything."""
        return tuple(one.annotator for one in self.known if one.is_marking)

    @property
    def signs(self) -> Mapping[AnnotatorId, tuple[str, str]]:
        """Return letters and colour of each, where the marks of several have to be told apart."""
        if len(self.marking) < 2:
            return {}
        return {one.id: (one.initials, one.colour) for one in self.by_id.values()}

    def rows(self) -> list[AnnotatorRow]:
        """Return the annotators with how much each made, counted now."""
        return annotators.annotator_rows(self._session.library.reader)

    def show(self, annotator: AnnotatorId, *, shown: bool) -> None:
        """Show the marks of an annotator, or hide them on this machine."""
        names = {one.annotator.id: one.stable_id for one in self.known}
        name = names[annotator]
        self._hidden_names = self._hidden_names - {name} if shown else self._hidden_names | {name}
        self._session.settings.set(HIDDEN_ANNOTATORS, json.dumps(sorted(self._hidden_names)))
        self._read()

    def show_all(self) -> None:
        """Hide nobody's marks any more."""
        for annotator in self.hidden:
            self.show(annotator, shown=True)

    def be(self, name: str) -> None:
        """Make marks as this annotator from now on."""
        self._session.name_annotator(name)
        self._read()

    def rename(self, annotator: AnnotatorId, name: str) -> None:
        """Give an annotator another name; who sits here keeps making marks as the same."""
        self._session.submit(
            Command.RENAME_ANNOTATOR,
            lambda db: annotators.rename_annotator(db, annotator=annotator, name=name),
        )

    def edit(self, annotator: AnnotatorId, *, colour: str, initials: str) -> None:
        """Give an annotator other signs."""
        self._session.submit(
            Command.EDIT_ANNOTATOR,
            lambda db: annotators.edit_annotator(
                db, annotator=annotator, colour=colour, initials=initials
            ),
        )

    def _refresh(self, changes: ChangeSet) -> None:
        people, marks = changes.of(Table.ANNOTATORS), changes.of(Table.HIGHLIGHTS)
        if people.all or marks.inserted or marks.deleted:
            self._read()
        me = self._session.annotator
        if me is not None and me in people.updated:
            # Also when a new name is taken back.
            self._session.name_annotator(self.by_id[me].name)
            self.changed.emit()

    def _read(self) -> None:
        known = tuple(annotators.known_annotators(self._session.library.reader))
        hidden = frozenset(one.annotator.id for one in known if one.stable_id in self._hidden_names)
        if (known, hidden) != (self.known, self.hidden):
            self.known, self.hidden = known, hidden
            self.changed.emit()


def _kept(text: str) -> frozenset[str]:
    """Read what was kept; what a hand has spoiled hides nobody."""
    try:
        names: object = json.loads(text)
    except ValueError:
        return frozenset()
    return frozenset(map(str, names)) if isinstance(names, list) else frozenset()  # pyright: ignore[reportUnknownArgumentType] - of any list
