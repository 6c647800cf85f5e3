"""Undo and redo: every changed row is recorded, and put back as it was.

Temporary triggers on the writer's connection, made from the schema, record each row that a
command inserts, updates or deletes, whatever the cause, cascades included (SQLite's note
"Automatic Undo/Redo Using SQLite"). The record is data, not SQL: a library that came from
elsewhere cannot make us run its statements. Derived tables are not recorded; they follow.

Only the columns that differ are put back. An import, which is no step of undo, may have
changed others in the meantime, and may have put an article into a story that an undo would
take away: such a story stays.
"""

import json
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from variorum.ids import AnnotatorId
from variorum.library import united
from variorum.library.commands import ChangeSet, Command, Rows, Table, UndoState
from variorum.library.connection import Db
from variorum.library.moments import now

KEPT = 100
"""How many deeds can be undone after a restart; within a sitting, all of them."""

Values = dict[str, Any]
Key = tuple[int, ...]

_KEYS: dict[Table, tuple[str, ...]] = {
    Table.PASSAGES: ("article", "number"),
    Table.MEMBERS: ("article",),
    Table.HIGHLIGHT_CODES: ("highlight", "code"),
    Table.LIST_STORIES: ("story", "list"),
    Table.STORY_STATES: ("story",),
    Table.SETTLED_CODES: ("mark", "code"),
}
_ID = ("id",)

_EVENTS: dict[Table, tuple[str, ...]] = {
    # Passages come and go with their article; only their kind is ever changed.
    Table.PASSAGES: ("UPDATE",),
}
_ALL_EVENTS = ("INSERT", "UPDATE", "DELETE")

_IMPORTED = (Table.ARTICLES, Table.STORIES, Table.MEMBERS)
"""What an import adds and a deed would record."""

_STAYS_IF = {Table.STORIES: "SELECT 1 FROM members WHERE story = ?"}


@dataclass(frozen=True, slots=True)
class Change:
    """Hold a row before and after a command; no row before an insertion, none after a deletion."""

    table: Table
    before: Values | None
    after: Values | None

    @property
    def id(self) -> int:
        """Return the first column of the row's key."""
        return (self.before or self.after or {})[key_of(self.table)[0]]

    @property
    def key(self) -> Key:
        """Return all columns of the row's key."""
        row = self.before or self.after or {}
        return tuple(row[column] for column in key_of(self.table))

    def reversed(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.table, self.after, self.before)


def key_of(table: Table) -> tuple[str, ...]:
    """Return the columns that name a row of a table."""
    return _KEYS.get(table, _ID)


def install(db: Db) -> None:
    """Make the triggers on the writer's connection."""
    db.do(
        "CREATE TEMP TABLE recorded"
        " (id INTEGER PRIMARY KEY, table_name TEXT, before TEXT, after TEXT)"
    )
    db.do("CREATE TEMP TABLE recording AS SELECT 1 AS is_on")
    united.install(db)
    for table in Table:
        for event in _EVENTS.get(table, _ALL_EVENTS):
            db.do(_trigger(db, table, event))


def _name(table: Table, event: str) -> str:
    return f"record_{event.lower()}_{table}"


def _trigger(db: Db, table: Table, event: str) -> str:
    columns = [row[1] for row in db.rows(f"PRAGMA table_info({table})")]
    before = "NULL" if event == "INSERT" else _row_as_json("old", columns)
    after = "NULL" if event == "DELETE" else _row_as_json("new", columns)
    return (
        f"CREATE TEMP TRIGGER {_name(table, event)} AFTER {event} ON {table}"
        f" WHEN EXISTS (SELECT 1 FROM temp.recording)"
        f" BEGIN INSERT INTO recorded (table_name, before, after)"
        f" VALUES ('{table}', {before}, {after}); END"
    )


def _row_as_json(row: str, columns: Iterable[str]) -> str:
    pairs = ", ".join(f"'{column}', {row}.{column}" for column in columns)
    return f"json_object({pairs})"


@contextmanager
def paused(db: Db) -> Generator[None]:
    """Record nothing within the open transaction: for an import, which is undone as a whole.

    The triggers of what it adds are taken away meanwhile: to be told of a row, and to record
    nothing, took a third of the time in which an article's rows are added.
    """
    for table in _IMPORTED:
        db.do(f"DROP TRIGGER temp.{_name(table, 'INSERT')}")
    db.write("DELETE FROM temp.recording")
    yield
    db.write("INSERT INTO temp.recording VALUES (1)")
    for table in _IMPORTED:
        db.do(_trigger(db, table, "INSERT"))


def last_article(db: Db) -> int:
    """Return the number of the article that was added last."""
    return db.value("SELECT coalesce(max(id), 0) FROM articles")


def added_since(db: Db, article: int) -> ChangeSet:
    """Return what an import added after an article: articles, and the stories they went to.

    Stories that are no more since the last call are told once.
    """
    rows = db.rows(
        "SELECT article, story, (SELECT min(article) > ?1 FROM members o WHERE o.story = m.story)"
        " FROM members m WHERE article > ?1",
        (article,),
    )
    articles = Rows(inserted=frozenset(row[0] for row in rows))
    found = {row[1]: row[2] for row in rows}
    stories = Rows(
        inserted=frozenset(story for story, is_new in found.items() if is_new),
        updated=frozenset(story for story, is_new in found.items() if not is_new),
        deleted=united.take_news(db),
    )
    tables = {Table.ARTICLES: articles, Table.MEMBERS: articles, Table.STORIES: stories}
    return ChangeSet(Command.IMPORT, {table: rows for table, rows in tables.items() if rows.all})


def take_recorded(db: Db) -> list[Change]:
    """Return what changed since the last call, in order, and forget it."""
    rows = db.rows("SELECT table_name, before, after FROM temp.recorded ORDER BY id")
    db.write("DELETE FROM temp.recorded")
    return list(_changes(rows))


def _changes(rows: Iterable[tuple[Any, ...]]) -> Iterator[Change]:
    for name, before, after in rows:
        if before != after:
            yield Change(Table(name), _values(before), _values(after))


def _values(row: str | None) -> Values | None:
    return None if row is None else json.loads(row)


def change_set(command: Command, changes: Iterable[Change]) -> ChangeSet:
    """Sum changes up by table; a row made and deleted by the same command is not named."""
    found: defaultdict[Table, dict[Key, list[Change]]] = defaultdict(lambda: defaultdict(list))
    for change in changes:
        found[change.table][change.key].append(change)
    rows = {table: _rows_of(by_key) for table, by_key in found.items()}
    return ChangeSet(command, {table: touched for table, touched in rows.items() if touched.all})


def _rows_of(by_key: dict[Key, list[Change]]) -> Rows:
    inserted, updated, deleted = set[int](), set[int](), set[int]()
    for (row_id, *_), changes in by_key.items():
        first, last = changes[0].before, changes[-1].after
        if first is None and last is None:
            continue
        home = inserted if first is None else deleted if last is None else updated
        home.add(row_id)
    # Rows that share the column they are named by: some came, some went.
    both = inserted & deleted
    updated |= both
    return Rows(frozenset(inserted - both), frozenset(updated), frozenset(deleted - both))


def keep(
    db: Db, command: Command, changes: Iterable[Change], *, annotator: AnnotatorId | None = None
) -> None:
    """Write a command to the journal: what was undone before it cannot be redone any more."""
    db.write("DELETE FROM commands WHERE undone")
    number = db.write(
        "INSERT INTO commands (kind, made, annotator) VALUES (?, ?, ?)", (command, now(), annotator)
    )
    db.write_many(
        "INSERT INTO journal (command, table_name, before, after) VALUES (?, ?, ?, ?)",
        ((number, c.table, _json(c.before), _json(c.after)) for c in changes),
    )


def forget_old(db: Db) -> None:
    """Forget all but the last deeds, when a library is opened: the others' sitting is over."""
    db.write(
        "DELETE FROM commands WHERE id <= (SELECT id FROM commands ORDER BY id DESC"
        " LIMIT 1 OFFSET ?)",
        (KEPT,),
    )


def _json(values: Values | None) -> str | None:
    return None if values is None else json.dumps(values, ensure_ascii=False)


def forget_all(db: Db) -> None:
    """Empty the journal, after a deed that cannot be undone took rows away."""
    db.write("DELETE FROM commands")


def state(db: Db) -> UndoState:
    """Tell which commands can be undone and done again."""
    undo, redo = _next_undo(db), _next_redo(db)
    return UndoState(undo and undo[1], redo and redo[1])


def undo(db: Db) -> Command | None:
    """Take the last command back; return it, or None when there is none."""
    found = _next_undo(db)
    if found is not None:
        number, _ = found
        _replay(db, [change.reversed() for change in reversed(_kept(db, number))])
        db.write("UPDATE commands SET undone = 1 WHERE id = ?", (number,))
    return found and found[1]


def redo(db: Db) -> Command | None:
    """Do again what was undone last; return it, or None when there is nothing."""
    found = _next_redo(db)
    if found is not None:
        number, _ = found
        _replay(db, _kept(db, number))
        db.write("UPDATE commands SET undone = 0 WHERE id = ?", (number,))
    return found and found[1]


def _next_undo(db: Db) -> tuple[int, Command] | None:
    row = db.row("SELECT id, kind FROM commands WHERE NOT undone ORDER BY id DESC LIMIT 1")
    return row and (row[0], Command(row[1]))


def _next_redo(db: Db) -> tuple[int, Command] | None:
    row = db.row("SELECT id, kind FROM commands WHERE undone ORDER BY id LIMIT 1")
    return row and (row[0], Command(row[1]))


def _kept(db: Db, command: int) -> list[Change]:
    rows = db.rows(
        "SELECT table_name, before, after FROM journal WHERE command = ? ORDER BY id", (command,)
    )
    return list(_changes(rows))


def _replay(db: Db, changes: Iterable[Change]) -> None:
    """Bring each row to its `after`; keys to other rows are checked at the end only."""
    db.do("PRAGMA defer_foreign_keys = ON")
    columns = _Columns(db)
    for change in changes:
        columns.check(change)
        if change.after is None:
            _delete(db, change)
        elif change.before is None:
            _insert(db, change.table, change.after)
        else:
            _update(db, change.table, change.before, change.after)


class _Columns:
    """Know the columns of each table, so that no name from the file enters a statement."""

    def __init__(self, db: Db) -> None:
        self._of = {
            table: {row[1] for row in db.rows(f"PRAGMA table_info({table})")} for table in Table
        }

    def check(self, change: Change) -> None:
        """Refuse a row with a column that its table does not have."""
        for values in (change.before, change.after):
            if values is not None and not values.keys() <= self._of[change.table]:
                raise ValueError(f"the journal names unknown columns of {change.table}")


def _delete(db: Db, change: Change) -> None:
    key = key_of(change.table)
    row = change.before or {}
    if change.table in _STAYS_IF and db.row(_STAYS_IF[change.table], (row[key[0]],)):
        return
    where = " AND ".join(f"{column} = ?" for column in key)
    db.write(f"DELETE FROM {change.table} WHERE {where}", [row[column] for column in key])


def _insert(db: Db, table: Table, row: Values) -> None:
    names = ", ".join(row)
    places = ", ".join("?" * len(row))
    key = ", ".join(key_of(table))
    news = ", ".join(f"{column} = excluded.{column}" for column in row)
    db.write(
        f"INSERT INTO {table} ({names}) VALUES ({places}) ON CONFLICT ({key}) DO UPDATE SET {news}",
        list(row.values()),
    )


def _update(db: Db, table: Table, before: Values, after: Values) -> None:
    changed = [column for column in after if after[column] != before[column]]
    key = key_of(table)
    news = ", ".join(f"{column} = ?" for column in changed)
    where = " AND ".join(f"{column} = ?" for column in key)
    db.write(
        f"UPDATE {table} SET {news} WHERE {where}",
        [after[column] for column in changed] + [before[column] for column in key],
    )
