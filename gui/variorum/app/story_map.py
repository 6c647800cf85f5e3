"""The map of a story: what became of each passage in every version, and the descent of all.

A pure function of the texts and their collations; knows no Qt.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from variorum.collation.matrix import Cell, Matrix, matrix
from variorum.collation.values import Collation, Relation, VariantClass
from variorum.ids import ArticleId
from variorum.library.queries.rows import VersionRow
from variorum.stories.descent import Descent, descents, printed_before
from variorum.stories.readings import ReadingKind, Readings, readings_of
from variorum.text import Article, PassageKind, Span


class Fate(StrEnum):
    """Say what became of a passage in a version, by what reaches farthest."""

    KEPT = "kept"
    QUIET = "quiet"
    """Only quiet variants."""
    CHANGED = "changed"
    """Furniture in other words; it has no classes."""
    WORDING = "wording"
    PARTLY = "partly"
    """Sentences of it were cut, or others added to it."""
    SUBSTANCE = "substance"
    CUT = "cut"
    ADDED = "added"
    ABSENT = "absent"
    """What another version added."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Hold a version of the story, with what it is called."""

    row: VersionRow
    article: Article
    name: str

    @property
    def id(self) -> ArticleId:
        """Return the article's id."""
        return self.row.article


@dataclass(frozen=True, slots=True)
class Square:
    """Say what became of one passage in one version, and where one can read it."""

    fate: Fate
    article: ArticleId
    place: Span
    moved: bool = False
    relation: Relation = Relation.SAME
    kept: float = 1.0
    """The share of its words that live on unchanged, or but for quiet variants."""

    @property
    def divided(self) -> bool:
        """Tell whether it is now several passages, or one of several that are one."""
        return self.relation in {Relation.SPLIT, Relation.MERGED, Relation.REARRANGED}


@dataclass(frozen=True, slots=True)
class Line:
    """Hold a passage of the base, or one that versions added, with a square a version."""

    kind: PassageKind
    paragraph: int
    """Which paragraph of the base it is, from 1; 0 for what is none, and for what was added."""
    words: str
    squares: tuple[Square, ...]
    place: Span | None = None
    """Where it stands in the base; None for what was added."""

    @property
    def is_added(self) -> bool:
        """Tell whether the base has no such passage."""
        return self.place is None


@dataclass(frozen=True, slots=True)
class Total:
    """Sum a version up."""

    kept: float
    substance: int
    cut: int
    """Story passages of the base that are not there."""
    added: int
    """Story passages of its own."""


@dataclass(frozen=True, slots=True)
class StoryMap:
    """Hold the base, its versions in order of time, and what became of each passage."""

    base: Edition
    versions: tuple[Edition, ...]
    lines: tuple[Line, ...]
    totals: tuple[Total, ...]
    descents: tuple[Descent, ...]
    """For each version; numbers are places in `versions`, None is the base."""

    def edition(self, number: int | None) -> Edition:
        """Return a version by its place; None is the base."""
        return self.base if number is None else self.versions[number]


def in_order_of_time(base: Article, versions: Sequence[Article]) -> list[int]:
    """Return the places of versions in the order in which they were printed."""
    after = {earlier: later for later, earlier in enumerate(printed_before(base, versions))}
    order: list[int] = []
    place = after.get(None)
    while place is not None:
        order.append(place)
        place = after.get(place)
    return order


def story_map(base: Edition, versions: Sequence[Edition], found: Sequence[Collation]) -> StoryMap:
    """Return the map of a story from the collations of its versions with the base."""
    order = in_order_of_time(base.article, [one.article for one in versions])
    versions = [versions[place] for place in order]
    found = [found[place] for place in order]
    articles = [one.article for one in versions]
    table = matrix(base.article, found)
    added = _added(base, versions, found, table)
    return StoryMap(
        base=base,
        versions=tuple(versions),
        lines=tuple(_woven(_kept(base, versions, found, table), added)),
        totals=tuple(
            _total(base.article, one.article, collation)
            for one, collation in zip(versions, found, strict=True)
        ),
        descents=descents(base.article, articles, found),
    )


# --- the passages of the base -----------------------------------------------------------------


def _kept(
    base: Edition, versions: Sequence[Edition], found: Sequence[Collation], table: Matrix
) -> list[Line]:
    torn = [_torn(base.article, one.article, c) for one, c in zip(versions, found, strict=True)]
    lines: list[Line] = []
    paragraphs = 0
    for number, passage in enumerate(base.article.passages):
        is_paragraph = passage.kind is PassageKind.PARAGRAPH
        paragraphs += is_paragraph
        squares = [
            _square(base, one, number, cell, is_torn=number in torn[column])
            for column, (one, cell) in enumerate(zip(versions, table.rows[number], strict=True))
        ]
        words = base.article.words_of(passage)
        paragraph = paragraphs if is_paragraph else 0
        lines.append(Line(passage.kind, paragraph, words, tuple(squares), passage.words))
    return lines


def _square(base: Edition, version: Edition, number: int, cell: Cell, *, is_torn: bool) -> Square:
    passage = base.article.passages[number]
    if cell.relation is Relation.CUT or not cell.version:
        return Square(Fate.CUT, base.id, passage.words, relation=Relation.CUT, kept=0.0)
    return Square(
        fate=_fate(cell, is_furniture=passage.kind.is_furniture, is_torn=is_torn),
        article=version.id,
        place=version.article.passages[cell.version[0]].words,
        moved=cell.moved,
        relation=cell.relation,
        kept=cell.kept,
    )


def _fate(cell: Cell, *, is_furniture: bool, is_torn: bool) -> Fate:
    if is_furniture:
        return Fate.KEPT if cell.relation is Relation.SAME else Fate.CHANGED
    if cell.loudest is VariantClass.SUBSTANCE:
        return Fate.SUBSTANCE
    if is_torn:
        return Fate.PARTLY
    if cell.loudest is VariantClass.WORDING:
        return Fate.WORDING
    return Fate.QUIET if cell.loudest is not None else Fate.KEPT


def _torn(base: Article, version: Article, collation: Collation) -> set[int]:
    """Return the passages of the base that lost or gained whole sentences, and live on."""
    lost = [span for link in collation.links if not link.version for span in link.base]
    gained = [span for link in collation.links if not link.base for span in link.version]
    torn: set[int] = set()
    for link in collation.passages:
        if not link.base or not link.version:
            continue
        torn |= {n for n in link.base if _holds(base, n, lost)}
        if any(_holds(version, n, gained) for n in link.version):
            torn |= set(link.base)
    return torn


def _holds(article: Article, number: int, spans: Sequence[Span]) -> bool:
    return any(article.passages[number].span.covers(span) for span in spans)


# --- what the base does not have --------------------------------------------------------------


@dataclass(slots=True)
class _Addition:
    """Gather who added a passage; it stands after a passage of the base, -1 before all."""

    after: int
    kind: PassageKind
    words: str
    squares: dict[int, Square]


def _added(
    base: Edition, versions: Sequence[Edition], found: Sequence[Collation], table: Matrix
) -> list[tuple[int, Line]]:
    """Return what versions added, each with the passage of the base it comes after.

    Versions that added the same, or rewordings of it, share a line.
    """
    articles = [one.article for one in versions]
    readings = readings_of(base.article, articles, found)
    known: dict[str, _Addition] = {}
    additions: list[_Addition] = []
    for column, (version, collation) in enumerate(zip(versions, found, strict=True)):
        places = _last_of_base(collation)
        for number in table.added[column]:
            passage = version.article.passages[number]
            names = _names(version.article, number, readings[column])
            square = Square(Fate.ADDED, version.id, passage.words, relation=Relation.ADDED)
            shared = (known[name] for name in names if name in known)
            addition = next((one for one in shared if column not in one.squares), None)
            if addition is None:
                after = max((places[n] for n in range(number) if n in places), default=-1)
                words = version.article.words_of(passage)
                addition = _Addition(after, passage.kind, words, {})
                additions.append(addition)
            addition.squares[column] = square
            for name in names:
                known.setdefault(name, addition)
    return [(one.after, _line(one, versions)) for one in additions]


def _last_of_base(collation: Collation) -> Mapping[int, int]:
    """Return for each passage of the version the last of the base that it is linked with.

    What was moved says nothing about where its neighbours stand.
    """
    return {
        number: link.base[-1]
        for link in collation.passages
        if link.base and not link.moved
        for number in link.version
    }


def _names(article: Article, number: int, readings: Readings) -> list[str]:
    """Return what an added passage may be known by: its sentences, or its furniture's words."""
    passage = article.passages[number]
    names = [
        reading.words
        for reading, held in readings.held.items()
        if reading.kind is ReadingKind.ADDED
        and held.version is not None
        and passage.span.covers(held.version)
    ]
    folded = " ".join(article.words_of(passage).casefold().split())
    return names or [f"{passage.kind} {folded}"]


def _line(addition: _Addition, versions: Sequence[Edition]) -> Line:
    squares = tuple(
        addition.squares.get(column, Square(Fate.ABSENT, version.id, Span(0, 0), kept=0.0))
        for column, version in enumerate(versions)
    )
    return Line(addition.kind, 0, addition.words, squares)


def _woven(kept: Sequence[Line], added: Sequence[tuple[int, Line]]) -> list[Line]:
    """Return the lines in reading order, what was added after what it follows.

    Where a version lacks what another added, one goes to where it would stand.
    """
    lines: list[Line] = []
    for place in range(-1, len(kept)):
        if place >= 0:
            lines.append(kept[place])
        beside = kept[max(place, 0)] if kept else None
        for after, line in added:
            if after == place:
                lines.append(line if beside is None else _led_beside(line, beside))
    return lines


def _led_beside(line: Line, beside: Line) -> Line:
    squares = (
        replace(square, article=near.article, place=near.place)
        if square.fate is Fate.ABSENT
        else square
        for square, near in zip(line.squares, beside.squares, strict=True)
    )
    return replace(line, squares=tuple(squares))


def _total(base: Article, version: Article, collation: Collation) -> Total:
    cut = [n for link in collation.passages if not link.version for n in link.base]
    added = [n for link in collation.passages if not link.base for n in link.version]
    return Total(
        kept=collation.summary.kept,
        substance=collation.summary.by_class.get(VariantClass.SUBSTANCE, 0),
        cut=sum(base.passages[n].kind.is_story for n in cut),
        added=sum(version.passages[n].kind.is_story for n in added),
    )
