"""The reader's marks on the story that is read: highlights, notes, echoes, and the deeds on them."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from variorum.annotations.anchors import make_anchor
from variorum.annotations.carrying import Carrier
from variorum.annotations.values import Carried, Code, Highlight, Note
from variorum.app.collations import Collations, Printing
from variorum.app.reading import Reading, Side
from variorum.app.session import Session
from variorum.ids import AnnotatorId, ArticleId, CodeId, HighlightId
from variorum.library import annotations, carryings
from variorum.library.carryings import OriginNote
from variorum.library.commands import ChangeSet, Command, Table
from variorum.library.queries import marks as queries_marks
from variorum.library.queries.rows import VersionRow
from variorum.text import Span

if TYPE_CHECKING:
    from variorum.collation.values import Collation
    from variorum.library.queries.rows import CodeRow

_TABLES_OF_CODES = (Table.CODES, Table.HIGHLIGHT_CODES, Table.HIGHLIGHTS, Table.ARTICLES)
_TABLES_OF_MARKS = (
    Table.HIGHLIGHTS,
    Table.HIGHLIGHT_CODES,
    Table.NOTES,
    Table.CODES,
    Table.CARRYINGS,
)


@dataclass(frozen=True, slots=True)
class Pending:
    """Hold a highlight that is on its way to the disk."""

    id: HighlightId
    """A number below zero, until the library has given one."""
    article: ArticleId
    span: Span
    codes: tuple[CodeId, ...]


@dataclass(frozen=True, slots=True)
class Echo:
    """Hold where the words of a mark stand in another version."""

    highlight: HighlightId
    article: ArticleId
    span: Span


class Marks(QObject):
    """Hold the marks on the shown versions; do the deeds on marks."""

    changed = Signal()
    tints_changed = Signal()  # only what is on its way to the disk
    codes_changed = Signal()

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
        self._numbers = count(-1, -1)
        self._pending: dict[HighlightId, Pending] = {}
        self._by_id: dict[HighlightId, Highlight] = {}
        self._carriers: dict[tuple[ArticleId, ArticleId], tuple[Collation, Carrier]] = {}
        self._images: dict[tuple[ArticleId, Span, ArticleId], Span | None] = {}
        """Where words of an article stand in another, as far as it was asked for."""
        self._asked: tuple[tuple[Highlight, ...], ArticleId | None, int] = ((), None, 0)
        """Where marks were looked for last: several hands ask for those at the caret in turn."""
        self._found: tuple[Highlight, ...] = ()
        self.highlights: tuple[Highlight, ...] = ()
        self.notes: Mapping[HighlightId, tuple[Note, ...]] = {}
        self.origins: Mapping[HighlightId, tuple[OriginNote, ...]] = {}
        """What is written where carried marks came from."""
        self.echoes: tuple[Echo, ...] = ()
        self.codebook: tuple[CodeRow, ...] = ()
        self.hidden: frozenset[AnnotatorId] = frozenset()
        """Whose marks are not shown."""
        self.signs: Mapping[AnnotatorId, tuple[str, str]] = {}
        """Letters and colour of each annotator, where several have to be told apart."""
        self._read_codes()
        session.library_changed.connect(self._refresh)
        reading.changed.connect(self._read_anew)

    # --- what is there ------------------------------------------------------------------------------

    @property
    def pending(self) -> tuple[Pending, ...]:
        """Return the highlights that are on their way to the disk."""
        return tuple(self._pending.values())

    def side_of(self, article: ArticleId) -> Side | None:
        """Return the shown side that an article is on."""
        return self._reading.side_of(article)

    @property
    def versions(self) -> tuple[VersionRow, ...]:
        """Return the versions of the story that is read."""
        return self._reading.versions

    def codes_of(self, codes: Sequence[CodeId]) -> tuple[Code, ...]:
        """Return codes by their ids, in the order of the codebook."""
        wanted = set(codes)
        return tuple(row.code for row in self.codebook if row.code.id in wanted)

    def at(self, article: ArticleId, place: int) -> tuple[Highlight, ...]:
        """Return the marks in which a place stands, the shortest first."""
        asked = (self.highlights, article, place)
        if self._asked[0] is not asked[0] or self._asked[1:] != asked[1:]:
            found = [
                mark
                for mark in self.highlights
                if mark.article == article and mark.span.start <= place <= mark.span.end
            ]
            found.sort(key=lambda mark: (len(mark.span), mark.span))
            self._asked, self._found = asked, tuple(found)
        return self._found

    def exactly(self, article: ArticleId, span: Span) -> Highlight | None:
        """Return the mark that stands on a span and nothing else."""
        same = (m for m in self.highlights if m.article == article and m.span == span)
        return next(same, None)

    def find(self, highlight: HighlightId) -> Highlight | None:
        """Return a shown mark by its id."""
        return self._by_id.get(highlight)

    def tell_apart(
        self,
        signs: Mapping[AnnotatorId, tuple[str, str]],
        hidden: frozenset[AnnotatorId],
    ) -> None:
        """Show marks with the signs of who made them; those of some annotators not at all."""
        if (signs, hidden) != (self.signs, self.hidden):
            self.signs, self.hidden = signs, hidden
            self._read()

    def _refresh(self, changes: ChangeSet) -> None:
        if any(changes.of(table).all for table in _TABLES_OF_CODES):
            self._read_codes()
        if any(changes.of(table).all for table in _TABLES_OF_MARKS):
            self._read()

    def _read_codes(self) -> None:
        codebook = tuple(queries_marks.codes(self._session.library.reader))
        if codebook != self.codebook:
            self.codebook = codebook
            self.codes_changed.emit()

    def _read_anew(self) -> None:
        """Read the marks of other texts: where words stand in them has to be found again."""
        self._images.clear()
        self._carriers.clear()
        self._read()

    def _read(self) -> None:
        reader = self._session.library.reader
        order = {side.id: place for place, side in enumerate(self._reading.sides)}
        found = [
            mark
            for mark in queries_marks.highlights(reader, list(order))
            if mark.annotator not in self.hidden
        ]
        found.sort(key=lambda mark: (mark.span, order[mark.article]))
        self.highlights = tuple(found)
        notes = queries_marks.notes_of_highlights(reader, [mark.id for mark in found])
        by_mark: defaultdict[HighlightId, list[Note]] = defaultdict(list)
        for note in notes:
            if note.highlight is not None:
                by_mark[note.highlight].append(note)
        self.notes = {mark: tuple(written) for mark, written in by_mark.items()}
        self.origins = self._read_origins()
        self._by_id = {mark.id: mark for mark in found}
        self.echoes = self._echoes_of(self.highlights)
        self._forget_saved()
        self.changed.emit()

    def _read_origins(self) -> Mapping[HighlightId, tuple[OriginNote, ...]]:
        marks = [mark.id for mark in self.highlights]
        by_mark: defaultdict[HighlightId, list[OriginNote]] = defaultdict(list)
        for one in carryings.origin_notes(self._session.library.reader, marks):
            if one.note.annotator not in self.hidden:
                by_mark[one.mark].append(one)
        return {mark: tuple(written) for mark, written in by_mark.items()}

    def _echoes_of(self, marks: Sequence[Highlight]) -> tuple[Echo, ...]:
        """Find each mark's words in the other panes, unless they are marked there already.

        From one version to another they are carried through the base.
        """
        base = next(iter(self._reading.sides), None)
        versions = [pair.version for pair in self._reading.pairs if pair.collation is not None]
        if base is None:
            return ()
        echoes: list[Echo] = []
        ours = [(mark.id, mark.span) for mark in marks if mark.article == base.id]
        for version in versions:
            theirs = [(mark.id, mark.span) for mark in marks if mark.article == version.id]
            there = self._carried(theirs, version, base)
            echoes += self._carried(ours, base, version) + there
            for other in versions:
                if other is not version:
                    through = [(echo.highlight, echo.span) for echo in there]
                    echoes += self._carried(through, base, other)
        taken = {(mark.article, mark.span) for mark in marks}
        return tuple(echo for echo in echoes if (echo.article, echo.span) not in taken)

    def _carried(
        self, own: Sequence[tuple[HighlightId, Span]], start: Side, goal: Side
    ) -> list[Echo]:
        if not own:
            return []
        if self._collations.soon(start.printing, goal.printing) is None:
            self._collations.want(
                start.printing, goal.printing, lambda _: self._read(), title=self.tr("Comparing")
            )
            return []
        new = [span for _, span in own if (start.id, span, goal.id) not in self._images]
        if new:
            found = self._carry(new, start.printing, goal.printing)
            for span, carried in zip(new, found, strict=True):
                self._images[start.id, span, goal.id] = carried.span
        images = ((number, self._images[start.id, span, goal.id]) for number, span in own)
        return [Echo(number, goal.id, span) for number, span in images if span is not None]

    def _carry(self, spans: Sequence[Span], start: Printing, goal: Printing) -> list[Carried]:
        collation = self._collations.at_once(start, goal)
        known = self._carriers.get((start.id, goal.id))
        if known is None or known[0] is not collation:
            carrier = Carrier(collation, base=start.article, version=goal.article)
            known = self._carriers[start.id, goal.id] = (collation, carrier)
        return [known[1].carry(span) for span in spans]

    # --- deeds ------------------------------------------------------------------------------------------

    def highlight(
        self,
        article: ArticleId,
        span: Span,
        *,
        codes: Sequence[CodeId] = (),
        then: Callable[[HighlightId], None] | None = None,
    ) -> None:
        """Mark a span; its tint is there at once, the mark when it is on the disk."""
        me = self._session.me()
        pending = Pending(HighlightId(next(self._numbers)), article, span, tuple(codes))
        self._pending[pending.id] = pending
        self.tints_changed.emit()

        def saved(highlight: HighlightId) -> None:
            self._forget(pending.id)
            if then is not None:
                then(highlight)

        self._session.submit(
            Command.HIGHLIGHT,
            lambda db: annotations.add_highlight(
                db, article=article, span=span, annotator=me, codes=codes
            ),
            then=saved,
            otherwise=lambda _: self._forget(pending.id),
        )

    def _forget(self, pending: HighlightId) -> None:
        if self._pending.pop(pending, None) is not None:
            self.tints_changed.emit()

    def _forget_saved(self) -> None:
        """Drop what was on its way and has arrived, so that it is not painted twice."""
        there = {(mark.article, mark.span) for mark in self.highlights}
        self._pending = {
            number: mark
            for number, mark in self._pending.items()
            if (mark.article, mark.span) not in there
        }

    def set_codes(self, highlight: HighlightId, codes: Sequence[CodeId]) -> None:
        """Give a mark exactly these codes."""
        self._session.submit(
            Command.SET_CODES,
            lambda db: annotations.set_codes(db, highlight=highlight, codes=codes),
        )

    def remove(self, highlight: HighlightId) -> None:
        """Take a mark away, with its note."""
        self._session.submit(
            Command.DELETE_HIGHLIGHT,
            lambda db: annotations.delete_highlight(db, highlight=highlight),
        )

    def resize(self, highlight: HighlightId, span: Span) -> None:
        """Let a mark stand on another span of its text; it is painted there at once."""
        self._stretch(highlight, span)
        self._session.submit(
            Command.RESIZE_HIGHLIGHT,
            lambda db: annotations.resize_highlight(db, highlight=highlight, span=span),
            otherwise=lambda _: self._read(),
        )

    def _stretch(self, highlight: HighlightId, span: Span) -> None:
        """Take a mark's new span for true before it is on the disk: the next step is made from it."""
        mark = self.find(highlight)
        if mark is not None:
            text = self._reading.article_of(mark.article).text
            new = replace(mark, anchor=make_anchor(text, span))
            self._by_id[highlight] = new
            self.highlights = tuple(new if one.id == highlight else one for one in self.highlights)
            self.tints_changed.emit()

    def split(self, highlight: HighlightId, *, ends: int, begins: int) -> None:
        """Part a mark in two, both with its codes."""
        self._session.submit(
            Command.SPLIT_HIGHLIGHT,
            lambda db: annotations.split_highlight(
                db, highlight=highlight, ends=ends, begins=begins
            ),
        )

    def merge(self, highlight: HighlightId, other: HighlightId) -> None:
        """Make two marks of a text one."""
        self._session.submit(
            Command.MERGE_HIGHLIGHTS,
            lambda db: annotations.merge_highlights(db, highlight=highlight, other=other),
        )

    def adopt(self, echo: Echo) -> None:
        """Make an echo a mark of its own, with the codes of the mark that it echoes."""
        mark = self.find(echo.highlight)
        if mark is not None:
            self.highlight(echo.article, echo.span, codes=mark.codes)
