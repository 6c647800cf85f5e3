"""Deeds and queries on annotators: who makes marks."""

from collections.abc import Iterable
from dataclasses import dataclass

from variorum.annotations.people import COLOURS, colour_for, initials_of
from variorum.annotations.values import Annotator
from variorum.errors import UsageError
from variorum.ids import AnnotatorId
from variorum.library.connection import Db
from variorum.library.moments import new_uuid


@dataclass(frozen=True, slots=True)
class Known:
    """Hold an annotator with what is told of her at once, however much she made."""

    annotator: Annotator
    stable_id: str
    """The same in every copy of the library."""
    is_marking: bool
    """She highlighted anything."""


@dataclass(frozen=True, slots=True)
class AnnotatorRow:
    """Hold an annotator with how much she made."""

    annotator: Annotator
    highlights: int
    notes: int
    settled: int
    """Disagreements that she settled."""


def ensure_annotator(db: Db, name: str) -> AnnotatorId:
    """Return the annotator of this name, made when missing; for `Command.ADD_ANNOTATOR`."""
    found = db.value("SELECT id FROM annotators WHERE name = ?", (name,))
    if found is None:
        found = db.write("INSERT INTO annotators (uuid, name) VALUES (?, ?)", (new_uuid(), name))
    return AnnotatorId(found)


def rename_annotator(db: Db, *, annotator: AnnotatorId, name: str) -> None:
    """Give an annotator another name; two never have the same."""
    name = " ".join(name.split())
    if not name:
        raise UsageError("An annotator needs a name.")
    if db.row("SELECT 1 FROM annotators WHERE name = ? AND id <> ?", (name, annotator)):
        raise UsageError("Another annotator has this name already.")
    db.write("UPDATE annotators SET name = ? WHERE id = ?", (name, annotator))


def edit_annotator(db: Db, *, annotator: AnnotatorId, colour: str, initials: str) -> None:
    """Give an annotator a colour of the palette, and letters; empty ones follow the name."""
    if colour and colour not in COLOURS:
        raise UsageError("There is no such colour.")
    db.write(
        "UPDATE annotators SET colour = ?, initials = ? WHERE id = ?",
        (colour, initials.strip()[:3], annotator),
    )


def annotators(db: Db) -> list[Annotator]:
    """Return all annotators, the first made first, each with signs of her own."""
    rows = db.rows("SELECT id, name, colour, initials FROM annotators ORDER BY id")
    return list(_with_signs(rows))


def _with_signs(rows: Iterable[tuple[int, str, str, str]]) -> Iterable[Annotator]:
    taken = list[str]()
    for place, (number, name, colour, initials) in enumerate(rows):
        letters = initials_of(initials or name, taken)
        taken.append(letters)
        yield Annotator(AnnotatorId(number), name, colour or colour_for(place), letters)


def known_annotators(db: Db) -> list[Known]:
    """Return all annotators, and who of them highlighted anything."""
    rows = db.rows(
        "SELECT id, uuid, EXISTS (SELECT 1 FROM highlights h WHERE h.annotator = p.id)"
        " FROM annotators p"
    )
    told = {number: (uuid, bool(is_marking)) for number, uuid, is_marking in rows}
    return [Known(each, *told[each.id]) for each in annotators(db)]


def annotator_rows(db: Db) -> list[AnnotatorRow]:
    """Return all annotators with how much each made; marks in the bin do not count."""
    rows = db.rows(
        """
        SELECT p.id,
               (SELECT count(*) FROM highlights h JOIN articles a ON a.id = h.article
                WHERE h.annotator = p.id AND a.binned IS NULL),
               (SELECT count(*) FROM notes n WHERE n.annotator = p.id),
               (SELECT count(*) FROM settlements s WHERE s.annotator = p.id)
        FROM annotators p
        """
    )
    counts = {number: made for number, *made in rows}
    return [AnnotatorRow(each, *counts[each.id]) for each in annotators(db)]
