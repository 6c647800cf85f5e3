"""How far annotators agree, measured beside the window, and what of it is settled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from variorum.agreement.coded import Coded
from variorum.agreement.disputes import Dispute, disputes
from variorum.agreement.measuring import By, Measured, measure
from variorum.app.session import Session
from variorum.ids import AnnotatorId, ArticleId, CodeId
from variorum.library.agreement_marks import coded_articles, titles
from variorum.library.commands import ChangeSet, Command, Table
from variorum.library.library import Library
from variorum.library.queries.marks import codes
from variorum.library.settlements import (
    Settlement,
    Verdict,
    reopen,
    settle,
    settlements,
)
from variorum.progress import Tick

if TYPE_CHECKING:
    from variorum.app.jobs import Job

_TABLES = (
    Table.HIGHLIGHTS,
    Table.HIGHLIGHT_CODES,
    Table.CODES,
    Table.ARTICLES,
    Table.SETTLEMENTS,
    Table.ANNOTATORS,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Say what is to be measured."""

    annotators: tuple[AnnotatorId, ...]
    by: By | None = By.CODE
    code: CodeId | None = None
    silent: bool = False
    """Who marked nothing in an article that others marked has read it all the same."""


@dataclass(frozen=True, slots=True)
class Place:
    """Hold a place where annotators differ, with what was settled there."""

    dispute: Dispute
    words: str
    settlement: Settlement | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether it waits to be settled, or somebody changed a mark since it was."""
        return self.settlement is None or self.has_changed

    @property
    def has_changed(self) -> bool:
        """Tell whether somebody changed a mark since it was settled."""
        return self.settlement is not None and self.settlement.made_of != self.dispute.made_of


@dataclass(frozen=True, slots=True)
class Survey:
    """Hold what was measured."""

    asked: Asked
    rows: tuple[Measured, ...] = ()
    places: tuple[Place, ...] = ()
    titles: Mapping[ArticleId, str] = field(default_factory=dict[ArticleId, str])


class Agreeing(QObject):
    """Measure agreement as it is asked for; settle where annotators differ."""

    changed = Signal()
    started = Signal(object)  # Job
    failed = Signal(object)  # Exception

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.survey: Survey | None = None
        self._asked: Asked | None = None
        self._job: Job | None = None
        self._again = False
        session.library_changed.connect(self._refresh)

    @property
    def is_busy(self) -> bool:
        """Tell whether figures are on their way."""
        return self._job is not None

    def ask(self, asked: Asked) -> None:
        """Measure; `changed` says when it is done."""
        self._asked = asked
        if self._job is not None:
            self._again = True
            return
        library = self._session.library
        job = self._session.jobs.run(
            self.tr("Measuring agreement"), lambda tick: surveyed(library, asked, tick)
        )
        self._job = job
        job.succeeded.connect(self._arrived)
        job.failed.connect(self.failed)
        job.finished.connect(self._finished)
        self.started.emit(job)

    def forget(self) -> None:
        """Measure no more when the library changes."""
        self._asked = None

    def settle(self, verdict: Verdict) -> None:
        """Keep how a place is settled."""
        me = self._session.me()
        self._session.submit(Command.SETTLE, lambda db: settle(db, verdict, annotator=me))

    def reopen(self, settlement: Settlement) -> None:
        """Let a disagreement be open again."""
        self._session.submit(
            Command.REOPEN_DISPUTE, lambda db: reopen(db, settlements=[settlement.id])
        )

    def _arrived(self, survey: Survey) -> None:
        self.survey = survey
        self.changed.emit()

    def _finished(self) -> None:
        self._job = None
        if self._again and self._asked is not None:
            self._again = False
            self.ask(self._asked)

    def _refresh(self, changes: ChangeSet) -> None:
        if self._asked is not None and any(changes.of(table).all for table in _TABLES):
            self.ask(self._asked)


def surveyed(library: Library, asked: Asked, tick: Tick) -> Survey:
    """Measure what is asked for."""
    db = library.reader
    articles = list(coded_articles(db, asked.annotators, silent=asked.silent, tick=tick))
    used = {code for one in articles for mark in one.marks for code in mark.codes}
    # With one code alone, there is nothing to tell apart by code.
    wanted = [asked.code] if asked.code is not None else [row.code.id for row in codes(db)]
    rows = measure(
        articles,
        annotators=asked.annotators,
        by=() if asked.by is None else (asked.by,),
        codes=[code for code in wanted if code in used],
        only=asked.code,
    )
    numbers = [one.article for one in articles]
    return Survey(
        asked,
        tuple(rows),
        tuple(_places(articles, asked, settlements(db, numbers))),
        titles(db, numbers),
    )


def _places(articles: Sequence[Coded], asked: Asked, settled: Sequence[Settlement]) -> list[Place]:
    by_article: dict[ArticleId, list[Settlement]] = {}
    for each in settled:
        by_article.setdefault(each.article, []).append(each)
    found = list[Place]()
    for one in articles:
        for dispute in disputes(one, asked.annotators, code=asked.code):
            known = (s for s in by_article.get(one.article, ()) if s.span.overlaps(dispute.span))
            found.append(Place(dispute, dispute.span.of(one.text), next(known, None)))
    return found
