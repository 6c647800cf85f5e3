"""Say by hand what passages are: the menu of kinds, and the deed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from variorum.app.reading import Reading
from variorum.app.session import Session
from variorum.ids import ArticleId
from variorum.library import articles
from variorum.library.commands import Command
from variorum.library.queries import articles as queries_articles
from variorum.text import Article, PassageKind, Span
from variorum.window.desk.corner import caret_corner
from variorum.window.desk.reading_desk import ReadingDesk
from variorum.window.details.facts import capital
from variorum.window.wording import wording

_K = PassageKind
_GROUPS: Sequence[Sequence[PassageKind]] = (
    (_K.HEADLINE, _K.PARAGRAPH, _K.CROSSHEAD, _K.TABLE),
    (
        _K.HEADER,
        _K.SLUGLINE,
        _K.BYLINE,
        _K.ADVISORY,
        _K.CORRECTION,
        _K.CREDIT,
        _K.CONTACT,
        _K.COPYRIGHT,
        _K.END_MARK,
    ),
    (_K.PROMO, _K.CAPTION, _K.CLUTTER),
)
"""Kinds of the story, of the desk and of the page."""


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Hold the passages that a deed is about."""

    article: ArticleId
    passages: tuple[int, ...]
    kinds: frozenset[PassageKind]
    """What they are now."""
    as_read: frozenset[PassageKind]
    is_by_hand: bool
    """The kind of one of them was chosen before."""


class PassageKinds(QObject):
    """Let the reader say what the passages under the selection, or the caret, are."""

    def __init__(
        self, session: Session, reading: Reading, desk: ReadingDesk, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._reading, self._desk = session, reading, desk
        self._over = parent
        self._menu: QMenu | None = None

    def menu(self, parent: QWidget) -> QMenu:
        """Return a menu of the kinds, filled when it is looked at."""
        menu = QMenu(self.tr("Kind of passage"), parent)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        return menu

    def show_menu(self) -> None:
        """Let a kind be chosen at the caret."""
        if self._chosen() is None:
            return
        if self._menu is None:
            self._menu = self.menu(self._over)
        self._menu.popup(caret_corner(self._desk))

    def _chosen(self) -> _Chosen | None:
        """Return the passages that the selection touches, else the one with the caret."""
        selected, caret = self._desk.selection(), self._desk.caret()
        if selected is None and caret is not None:
            selected = caret[0], Span(caret[1], caret[1])
        side = self._reading.side_of(selected[0]) if selected else None
        if selected is None or side is None:
            return None
        numbers = touched(side.article, selected[1])
        hands = queries_articles.kinds_by_hand(self._session.library.reader, [side.id])
        by_hand = {one.passage: one.as_read for one in hands if one.passage in numbers}
        now = {number: side.article.passages[number].kind for number in numbers}
        return _Chosen(
            side.id,
            numbers,
            frozenset(now.values()),
            frozenset((now | by_hand).values()),
            is_by_hand=bool(by_hand),
        )

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        chosen = self._chosen()
        if chosen is None or not chosen.passages:
            menu.addAction(self.tr("No passage here")).setEnabled(False)
            return
        for kinds in _GROUPS:
            for kind in kinds:
                action = self._action(menu, chosen, kind)
                action.setText(capital(wording().passage_kind(kind)))
                action.setChecked(chosen.kinds == frozenset((kind,)))
            menu.addSeparator()
        as_read = self._action(menu, chosen, None)
        as_read.setText(self._as_read_words(chosen))
        as_read.setChecked(not chosen.is_by_hand)

    def _as_read_words(self, chosen: _Chosen) -> str:
        if len(chosen.as_read) > 1:
            return self.tr("As read")
        (kind,) = chosen.as_read
        return self.tr("As read: {kind}").format(kind=wording().passage_kind(kind))

    def _action(self, menu: QMenu, chosen: _Chosen, kind: PassageKind | None) -> QAction:
        action = menu.addAction("")
        action.setCheckable(True)
        action.setEnabled(self._session.is_writable)
        action.setData(kind)
        action.triggered.connect(lambda: self._set(chosen, kind))
        return action

    def _set(self, chosen: _Chosen, kind: PassageKind | None) -> None:
        self._session.submit(
            Command.SET_KIND,
            lambda db: articles.set_kinds(
                db, article=chosen.article, passages=chosen.passages, kind=kind
            ),
        )


def touched(article: Article, span: Span) -> tuple[int, ...]:
    """Return the numbers of the passages that a span touches; of an empty one the one it is in."""
    passages = list(enumerate(article.passages))
    if len(span):
        return tuple(number for number, passage in passages if passage.words.overlaps(span))
    inside = (number for number, passage in passages if span.start < passage.span.end)
    return tuple(islice(inside, 1)) or tuple(number for number, _ in passages[-1:])
