"""Merge views and collections, and what is known of carried marks."""

from variorum.library.connection import Db
from variorum.library.merging.rows import Ledger, Numbers, insert, rows, without_id
from variorum.library.merging.values import MergeKind


def merge_lists(db: Db, other: Db, numbers: Numbers, ledger: Ledger) -> None:
    """Add lists that are not here; collections of one name are one, with the stories of both."""
    known = {row["uuid"]: row["id"] for row in rows(db, "lists")}
    named = {(row["kind"], row["name"]): row["id"] for row in rows(db, "lists")}
    there = dict[int, list[dict[str, object]]]()
    for row in rows(other, "list_stories"):
        there.setdefault(row["list"], []).append(row)
    for row in rows(other, "lists", "ORDER BY position, id"):
        here = known.get(row["uuid"]) or named.get((row["kind"], row["name"]))
        is_new = here is None
        if here is None:
            last = "SELECT coalesce(max(position) + 1, 0) FROM lists WHERE kind = ?"
            position = db.value(last, (row["kind"],))
            here = insert(db, "lists", {**without_id(row), "position": position})
        added = [_put(db, here, one, numbers) for one in there.get(row["id"], ())]
        if is_new:
            ledger.new(MergeKind.LISTS)
        elif any(added):
            ledger.joined(MergeKind.LISTS)
        else:
            ledger.equal(MergeKind.LISTS)


def _put(db: Db, into: int, row: dict[str, object], numbers: Numbers) -> bool:
    """Put a story into a collection; tell whether it was not in it."""
    story = numbers.stories.get(int(str(row["story"])))
    if story is None:
        return False
    there = "SELECT 1 FROM list_stories WHERE list = ? AND story = ?"
    if db.row(there, (into, story)) is not None:
        return False
    insert(db, "list_stories", {**row, "list": into, "story": story})
    return True


def merge_carryings(db: Db, other: Db, numbers: Numbers) -> None:
    """Add what became of marks that were carried, where nothing is known of it here."""
    known = set(db.rows("SELECT source, article FROM carryings"))
    for row in rows(other, "carryings", "ORDER BY id"):
        source = numbers.highlights.get(row["source"])
        article = numbers.articles.get(row["article"])
        if source is None or article is None or (source, article) in known:
            continue
        known.add((source, article))
        highlight = numbers.highlights.get(row["highlight"])
        values = {"source": source, "article": article, "highlight": highlight}
        insert(db, "carryings", {**without_id(row), **values})
