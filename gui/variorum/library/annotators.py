"""Deeds and queries on annotators: who makes marks."""

from variorum.annotations.values import Annotator
from variorum.ids import AnnotatorId
from variorum.library.connection import Db
from variorum.library.moments import new_uuid


def ensure_annotator(db: Db, name: str) -> AnnotatorId:
    """Return the annotator of this name, made when missing; for `Command.ADD_ANNOTATOR`."""
    found = db.value("SELECT id FROM annotators WHERE name = ?", (name,))
    if found is None:
        found = db.write("INSERT INTO annotators (uuid, name) VALUES (?, ?)", (new_uuid(), name))
    return AnnotatorId(found)


def rename_annotator(db: Db, *, annotator: AnnotatorId, name: str) -> None:
    """Give an annotator another name."""
    db.write("UPDATE annotators SET name = ? WHERE id = ?", (name, annotator))


def annotators(db: Db) -> list[Annotator]:
    """Return all annotators, the first made first."""
    rows = db.rows("SELECT id, name FROM annotators ORDER BY id")
    return [Annotator(AnnotatorId(number), name) for number, name in rows]
