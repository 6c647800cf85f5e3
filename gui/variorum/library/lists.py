"""Deeds on the lists that a reader keeps: views, collections, what is read and done."""

import json
from collections.abc import Iterable, Sequence
from enum import StrEnum

from variorum.errors import UsageError
from variorum.ids import StoryId
from variorum.library.connection import Db
from variorum.library.ids import ListId
from variorum.library.moments import new_uuid, now
from variorum.library.queries.rows import StoryOrder
from variorum.library.united import where_now

_AMONG = "(SELECT value FROM json_each(?))"


class ListKind(StrEnum):
    """Say what a list is made of."""

    VIEW = "view"
    """A filter and an order: what fits comes by itself."""
    COLLECTION = "collection"
    """Stories that a person put there."""


# --- lists --------------------------------------------------------------------------------


def add_view(db: Db, *, name: str, filter_text: str, order: StoryOrder) -> ListId:
    """Keep a filter and an order under a name."""
    return _add(db, ListKind.VIEW, name, filter_text=filter_text, order=order)


def add_collection(db: Db, *, name: str, stories: Sequence[StoryId] = ()) -> ListId:
    """Begin a collection, with some stories in it."""
    made = _add(db, ListKind.COLLECTION, name)
    collect(db, collection=made, stories=stories)
    return made


def _add(
    db: Db, kind: ListKind, name: str, *, filter_text: str = "", order: StoryOrder | None = None
) -> ListId:
    name = _free_name(db, kind, name)
    place = db.value("SELECT coalesce(max(position) + 1, 0) FROM lists WHERE kind = ?", (kind,))
    return ListId(
        db.write(
            "INSERT INTO lists (uuid, kind, name, filter, sort, position, made)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (new_uuid(), kind, name, filter_text, order or "", place, now()),
        )
    )


def rename(db: Db, *, list_id: ListId, name: str) -> None:
    """Give a list another name."""
    kind = ListKind(_of(db, list_id))
    db.write(
        "UPDATE lists SET name = ? WHERE id = ?", (_free_name(db, kind, name, list_id), list_id)
    )


def change_view(db: Db, *, list_id: ListId, filter_text: str, order: StoryOrder) -> None:
    """Let a view keep another filter and order."""
    if ListKind(_of(db, list_id)) is not ListKind.VIEW:
        raise UsageError("Only a view has a filter of its own.")
    db.write("UPDATE lists SET filter = ?, sort = ? WHERE id = ?", (filter_text, order, list_id))


def delete(db: Db, *, list_id: ListId) -> None:
    """Delete a list; the stories in it stay where they are."""
    db.write("DELETE FROM list_stories WHERE list = ?", (list_id,))
    db.write("DELETE FROM lists WHERE id = ?", (list_id,))


def move(db: Db, *, list_id: ListId, place: int) -> None:
    """Let a list stand at another place among its kind, from 0."""
    kind = _of(db, list_id)
    rows = db.rows("SELECT id FROM lists WHERE kind = ? ORDER BY position, id", (kind,))
    order = [number for (number,) in rows if number != list_id]
    order.insert(max(0, place), list_id)
    for position, number in enumerate(order):
        db.write(
            "UPDATE lists SET position = ? WHERE id = ? AND position <> ?",
            (position, number, position),
        )


def _of(db: Db, list_id: ListId) -> str:
    kind = db.value("SELECT kind FROM lists WHERE id = ?", (list_id,))
    if kind is None:
        raise UsageError("The list is not in this library.")
    return kind


def _free_name(db: Db, kind: ListKind, name: str, own: ListId | None = None) -> str:
    name = " ".join(name.split())
    if not name:
        raise UsageError("A list needs a name.")
    rows = db.rows("SELECT id, name FROM lists WHERE kind = ?", (kind,))
    if any(other.casefold() == name.casefold() and number != own for number, other in rows):
        raise UsageError("There is a list of this name.", hint="Choose another name.")
    return name


# --- collections ----------------------------------------------------------------------------


def collect(db: Db, *, collection: ListId, stories: Sequence[StoryId]) -> None:
    """Put stories into a collection; those that stand there stay."""
    if ListKind(_of(db, collection)) is not ListKind.COLLECTION:
        raise UsageError("Stories are put into collections only.")
    moment = now()
    db.write_many(
        "INSERT INTO list_stories (story, list, added) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        ((story, collection, moment) for story in where_now(db, stories)),
    )


def take_out(db: Db, *, collection: ListId, stories: Sequence[StoryId]) -> None:
    """Take stories out of a collection; they stay in the library."""
    db.write(
        f"DELETE FROM list_stories WHERE list = ? AND story IN {_AMONG}",
        (collection, json.dumps(list(stories))),
    )


# --- read, done -------------------------------------------------------------------------------


def mark_read(db: Db, *, stories: Sequence[StoryId], read: bool) -> None:
    """Say that stories were read now, or that they are still to be read."""
    moment = now() if read else None
    db.write_many(
        "INSERT INTO story_states (story, read) VALUES (?, ?)"
        " ON CONFLICT (story) DO UPDATE SET read = excluded.read",
        ((story, moment) for story in where_now(db, stories)),
    )


def mark_done(db: Db, *, stories: Sequence[StoryId], done: bool) -> None:
    """Say that stories are done with, or not."""
    moment = now() if done else None
    db.write_many(
        "INSERT INTO story_states (story, done) VALUES (?, ?)"
        " ON CONFLICT (story) DO UPDATE SET done = excluded.done",
        ((story, moment) for story in where_now(db, stories)),
    )


# --- when stories change ------------------------------------------------------------------------


def follow_join(db: Db, *, into: StoryId, others: Iterable[StoryId]) -> None:
    """Let a joined story stand in every collection that one of its parts stood in."""
    db.write(
        "INSERT INTO list_stories (story, list, added)"
        f" SELECT ?, list, min(added) FROM list_stories WHERE story IN {_AMONG}"
        " GROUP BY list ON CONFLICT DO NOTHING",
        (into, json.dumps(list(others))),
    )


def follow_part(db: Db, *, story: StoryId, new: StoryId) -> None:
    """Let a story that was parted stand where the one stood that it comes from."""
    db.write(
        "INSERT INTO list_stories (story, list, added)"
        " SELECT ?, list, added FROM list_stories WHERE story = ?",
        (new, story),
    )
    db.write(
        "INSERT INTO story_states (story, read, done)"
        " SELECT ?, read, done FROM story_states WHERE story = ?",
        (new, story),
    )
