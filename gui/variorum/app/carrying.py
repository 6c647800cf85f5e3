"""Carry marks from version to version, and settle what did not arrive as it was."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from variorum.annotations.carrying import carry
from variorum.annotations.values import CarriedStatus, Highlight
from variorum.app.collations import Collations, Printing
from variorum.app.reading import Reading
from variorum.app.session import Session
from variorum.collation.values import Collation
from variorum.ids import ArticleId, CarryingId
from variorum.library import carryings
from variorum.library.carryings import CarriedTo
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.queries import articles as queries_articles
from variorum.library.queries import marks as queries_marks
from variorum.text import Span


@dataclass(frozen=True, slots=True)
class CarriedSum:
    """Count what became of marks that were carried."""

    carried: int = 0
    changed: int = 0
    dropped: int = 0
    known: int = 0
    """Marks that had been carried there before, or were taken away there by hand."""

    @property
    def to_review(self) -> int:
        """Count what a reader should look at."""
        return self.changed + self.dropped


@dataclass(frozen=True, slots=True)
class _Errand:
    """Hold marks of one text that are carried to another."""

    start: Printing
    goal: Printing
    marks: tuple[Highlight, ...]


@dataclass(slots=True)
class _Round:
    """Gather the answers of all errands of one deed."""

    left: int
    images: list[CarriedTo] = field(default_factory=list[CarriedTo])


class Carrying(QObject):
    """Carry marks; each round is one deed, once all its comparisons are there."""

    carried = Signal(object)  # CarriedSum

    def __init__(
        self,
        session: Session,
        reading: Reading,
        collations: Collations,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._reading = reading
        self._collations = collations

    def carry(self, marks: Sequence[Highlight], goals: Sequence[ArticleId]) -> None:
        """Carry marks to other versions of their story."""
        errands = self._errands(marks, goals)
        whole = _Round(left=len(errands))
        for errand in errands:
            self._collations.want(
                errand.start,
                errand.goal,
                lambda found, one=errand: self._arrived(whole, one, found),
                title=self.tr("Comparing to carry marks"),
            )

    def carry_story(self) -> bool:
        """Carry what is marked in any version of the story that is read to all its versions.

        Return whether there is anything: what came by carrying itself is left where it is.
        """
        versions = [row.article for row in self._reading.versions]
        reader = self._session.library.reader
        marks = queries_marks.highlights(reader, versions)
        made = carryings.made_by_carrying(reader, versions)
        own = [mark for mark in marks if mark.id not in made]
        self.carry(own, versions)
        return bool(own)

    def carry_from(self, article: ArticleId, goals: Sequence[ArticleId]) -> None:
        """Carry all marks of an article."""
        self.carry(queries_marks.highlights(self._session.library.reader, [article]), goals)

    def _errands(self, marks: Sequence[Highlight], goals: Sequence[ArticleId]) -> list[_Errand]:
        by_article: defaultdict[ArticleId, list[Highlight]] = defaultdict(list)
        for mark in marks:
            by_article[mark.article].append(mark)
        texts = {number: self._printing(number) for number in {*by_article, *goals}}
        return [
            _Errand(texts[start], texts[goal], tuple(own))
            for start, own in by_article.items()
            for goal in goals
            if goal != start
        ]

    def _printing(self, article: ArticleId) -> Printing:
        side = self._reading.side_of(article)
        if side is not None:
            return side.printing
        found = queries_articles.article(self._session.library.reader, article)
        return Printing(article, found)

    def _arrived(self, whole: _Round, errand: _Errand, found: Collation) -> None:
        images = carry(
            found,
            [mark.span for mark in errand.marks],
            base=errand.start.article,
            version=errand.goal.article,
        )
        whole.images += [
            CarriedTo(mark.id, errand.goal.id, image)
            for mark, image in zip(errand.marks, images, strict=True)
        ]
        whole.left -= 1
        if not whole.left:
            self._do(whole.images)

    def _do(self, images: list[CarriedTo]) -> None:
        me = self._session.me()
        # Originals first, whatever comparison came first: the same marks come of it each time.
        ordered = sorted(images, key=lambda image: (image.article, image.source))

        def deed(db: Db) -> CarriedSum:
            new = carryings.carry(db, ordered, annotator=me)
            statuses = [image.carried.status for image in new]
            return CarriedSum(
                carried=statuses.count(CarriedStatus.CARRIED),
                changed=statuses.count(CarriedStatus.CHANGED),
                dropped=statuses.count(CarriedStatus.DROPPED),
                known=len(ordered) - len(new),
            )

        self._session.submit(Command.CARRY, deed, then=self.carried.emit)

    # --- what was carried ---------------------------------------------------------------------------

    def accept(self, carrying: CarryingId) -> None:
        """Leave a carried mark as it is, reviewed."""
        self._session.submit(
            Command.ACCEPT_CARRIED, lambda db: carryings.accept(db, carrying=carrying)
        )

    def put(self, carrying: CarryingId, span: Span) -> None:
        """Put a carried mark on other words of its version, also one that was dropped."""
        me = self._session.me()
        self._session.submit(
            Command.PUT_CARRIED,
            lambda db: carryings.put(db, carrying=carrying, span=span, annotator=me),
        )

    def drop(self, carrying: CarryingId) -> None:
        """Take a carried mark away."""
        self._session.submit(Command.DROP_CARRIED, lambda db: carryings.drop(db, carrying=carrying))
