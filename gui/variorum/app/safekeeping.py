"""Keep words that are being written until they are on the disk, and try again when they are not."""

from concurrent.futures import Future

from PySide6.QtCore import QObject, QTimer

from variorum.app.session import Session
from variorum.errors import LibraryError
from variorum.library import keeping
from variorum.library.commands import Command, Done
from variorum.library.connection import Db
from variorum.library.library import Deed

_AGAIN_MS = 3000


class Safekeeping(QObject):
    """Bring drafts to the library; what it does not take is tried again and again."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._unsaved: dict[str, str] = {}
        self._under_way: dict[str, tuple[str, Future[Done[None]]]] = {}
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._try_again)

    def keep(self, place: str, text: str) -> None:
        """Keep a draft; that it could not be saved is told once, not at every try."""
        self._submit(place, text, quietly=place in self._unsaved)

    def lose(self, place: str, text: str) -> None:
        """Take words that could not be saved as a note, and keep them as a draft when it goes."""
        self._unsaved[place] = text
        self._again.start()

    def watch(self, place: str, text: str, future: Future[Done[None]]) -> None:
        """Remember words that are on their way to the disk."""
        self._unsaved.pop(place, None)
        self._under_way[place] = (text, future)

    def forget(self, place: str) -> None:
        """Forget a draft that was given up."""
        self._unsaved.pop(place, None)
        self._session.submit(Command.HOUSEKEEPING, lambda db: keeping.forget_draft(db, place=place))

    def words_at_risk(self) -> tuple[str, ...]:
        """Wait for what is under way, try the rest once more, return what is not saved."""
        for place, (text, future) in self._under_way.items():
            if isinstance(future.exception(), Exception):
                self._unsaved[place] = text
            else:
                # What was saved last is newer than whatever failed before.
                self._unsaved.pop(place, None)
        self._under_way.clear()
        for place, text in tuple(self._unsaved.items()):
            if self._saved_now(place, text):
                del self._unsaved[place]
        return tuple(self._unsaved.values())

    def _saved_now(self, place: str, text: str) -> bool:
        try:
            self._session.library.run(Command.HOUSEKEEPING, _draft(place, text))
        except LibraryError:
            return False
        return True

    def _try_again(self) -> None:
        for place, text in tuple(self._unsaved.items()):
            self._submit(place, text, quietly=True)
        if not self._unsaved:
            self._again.stop()

    def _submit(self, place: str, text: str, *, quietly: bool) -> None:
        future = self._session.submit(
            Command.HOUSEKEEPING,
            _draft(place, text),
            then=lambda _: self._kept(place, text),
            otherwise=lambda _: self._not_kept(place, text),
            quietly=quietly,
        )
        self._under_way[place] = (text, future)

    def _kept(self, place: str, text: str) -> None:
        if self._is_latest(place, text):
            self._unsaved.pop(place, None)

    def _not_kept(self, place: str, text: str) -> None:
        if self._is_latest(place, text):
            self.lose(place, text)

    def _is_latest(self, place: str, text: str) -> bool:
        """Tell whether no later words were written in this place."""
        latest = self._under_way.get(place)
        return latest is not None and latest[0] == text


def _draft(place: str, text: str) -> Deed[None]:
    def deed(db: Db) -> None:
        keeping.keep_draft(db, place=place, text=text)

    return deed
