"""Merge articles, their stories and their annotators: what all marks stand on.

New articles come in the bin, in their stories, before anything is recorded for undo; taking
them out of it is the recorded deed. So undoing a merge moves them back to the bin, as undoing
an import does, and doing it again brings them out.

An article is the same when its stable id is; else when its text is, unless two different
outlets printed it.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from variorum.ids import ArticleId
from variorum.library import journal
from variorum.library.article_rows import load_articles
from variorum.library.connection import Db
from variorum.library.fingerprints import add_hashes, keys
from variorum.library.merging.rows import (
    Ledger,
    Numbers,
    Row,
    by_stable_id,
    insert,
    rows,
    rows_of,
    without_id,
)
from variorum.library.merging.values import Choice, MergeKind, SameName
from variorum.library.relations import bring_relations
from variorum.progress import Tick
from variorum.stories.base import outlet_name
from variorum.stories.profiles import Profile

_PARTS = ("texts", "received", "passages", "details")
"""The tables that hold what an article is made of."""
_AT_ONCE = 100
_USED = """
    SELECT annotator FROM highlights UNION SELECT annotator FROM notes
    UNION SELECT annotator FROM decisions UNION SELECT annotator FROM pair_decisions
    UNION SELECT annotator FROM word_pairs UNION SELECT annotator FROM settlements
    UNION SELECT chosen FROM settlements
"""


def merge_annotators(db: Db, other: Db, numbers: Numbers, ledger: Ledger, choice: Choice) -> None:
    """Find or add who made anything: by the stable id, else by the name."""
    here = by_stable_id(db, "annotators")
    names: dict[str, int] = dict(db.rows("SELECT name, id FROM annotators"))
    for row in rows(other, "annotators", f"WHERE id IN ({_USED}) ORDER BY id"):
        known = here.get(row["uuid"])
        if known is None and row["name"] in names:
            ledger.same_name(_same_name(other, row))
            known = None if row["name"] in choice.apart else names[row["name"]]
        if known is None:
            name = _free(row["name"], names)
            ledger.new(MergeKind.ANNOTATORS)
            known = insert(db, "annotators", {**without_id(row), "name": name})
            names[name] = known
        else:
            ledger.equal(MergeKind.ANNOTATORS)
        numbers.annotators[row["id"]] = known


def _same_name(other: Db, row: Row) -> SameName:
    made = "SELECT count(*) FROM {} WHERE annotator = ?"
    counts = [other.value(made.format(table), (row["id"],)) for table in ("highlights", "notes")]
    return SameName(row["name"], *counts)


def _free(name: str, taken: Iterable[str]) -> str:
    others, number, found = set(taken), 1, name
    while found in others:
        number += 1
        found = f"{name} ({number})"
    return found


def merge_articles(db: Db, other: Db, numbers: Numbers, ledger: Ledger, tick: Tick) -> None:
    """Find the articles that are here, bring in those that are not, each in its story."""
    new = _match(db, other, numbers, ledger)
    for _ in new:
        ledger.new(MergeKind.ARTICLES)
    homes = _homes(db, other, numbers, ledger)
    _bring_in(db, other, new, homes, numbers, tick)
    bring_relations(db, other, numbers.articles)
    # What was brought into the bin is nothing to undo; taking it out again is.
    journal.take_recorded(db)
    _take_out(db, other, numbers)


# --- which articles are the same ---------------------------------------------------------------


def _match(db: Db, other: Db, numbers: Numbers, ledger: Ledger) -> list[int]:
    """Translate the numbers of the articles that are here; return those that are not."""
    query = "SELECT id, uuid, text_sha256, origin, shown_source, binned FROM articles ORDER BY id"
    here = db.rows(query)
    texts = {row[1]: (row[0], row[2]) for row in here}
    waiting = list[tuple[int, str, str, str | None]]()
    for number, uuid, sha256, origin, source, binned in other.rows(query):
        known = texts.get(uuid)
        if known is not None and known[1] == sha256:
            numbers.articles[number] = known[0]
            ledger.equal(MergeKind.ARTICLES)
        elif known is not None or binned is not None:
            # In the bin there, or damaged: it stays where it is.
            ledger.left(MergeKind.ARTICLES)
        else:
            waiting.append((number, sha256, origin, source))
    taken = set(numbers.articles.values())
    by_text: defaultdict[str, list[tuple[int, str, str | None]]] = defaultdict(list)
    for number, _, sha256, origin, source, _ in sorted(here, key=lambda row: row[5] or ""):
        if number not in taken:
            by_text[sha256].append((number, origin, source))
    return [each[0] for each in waiting if not _found(each, by_text, numbers, ledger)]


def _found(
    article: tuple[int, str, str, str | None],
    by_text: Mapping[str, list[tuple[int, str, str | None]]],
    numbers: Numbers,
    ledger: Ledger,
) -> bool:
    """Give an article one here that has its text, each to one only."""
    number, sha256, origin, source = article
    same = by_text.get(sha256, [])
    issuer = outlet_name(source)
    ranked = sorted(
        (rank, place)
        for place, (_, its_origin, its_source) in enumerate(same)
        if (rank := _rank(origin == its_origin, issuer, outlet_name(its_source))) is not None
    )
    if not ranked:
        return False
    numbers.articles[number] = same.pop(ranked[0][1])[0]
    ledger.equal(MergeKind.ARTICLES)
    return True


def _rank(same_origin: bool, one: str | None, other: str | None) -> int | None:  # noqa: FBT001 - of one call
    """Return how surely one text is one article, the surest first; None: it is two."""
    if one is not None and one == other:
        return 0 if same_origin else 1
    if one is None or other is None:
        return 2 if same_origin else 3
    return None


# --- which story they are versions of ------------------------------------------------------------


def _homes(db: Db, other: Db, numbers: Numbers, ledger: Ledger) -> dict[int, tuple[int, str]]:
    """Find or make each story here; return where each of the other's articles goes, and why."""
    here = by_stable_id(db, "stories")
    stories = dict(db.rows("SELECT article, story FROM members"))
    members: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for article, story, why in other.rows(
        "SELECT m.article, m.story, m.why FROM members m JOIN articles a ON a.id = m.article"
        " WHERE a.binned IS NULL ORDER BY m.story, m.article"
    ):
        members[story].append((article, why))
    homes = dict[int, tuple[int, str]]()
    for row in rows(other, "stories", "ORDER BY id"):
        own = members.get(row["id"], [])
        if not own:
            continue
        found = Counter(stories[numbers.articles[a]] for a, _ in own if a in numbers.articles)
        if found:
            home = max(found, key=lambda story: (found[story], -story))
            # What is here stays in its story: somebody here may have parted it, and decided so.
            brings = found.total() < len(own)
            (ledger.joined if brings else ledger.equal)(MergeKind.STORIES)
        else:
            ledger.new(MergeKind.STORIES)
            home = here.get(row["uuid"]) or insert(
                db, "stories", {**without_id(row), "base_by_hand": None}
            )
        numbers.stories[row["id"]] = home
        homes |= {article: (home, why) for article, why in own}
    return homes


# --- bringing in -----------------------------------------------------------------------------------


def _bring_in(
    db: Db,
    other: Db,
    new: list[int],
    homes: Mapping[int, tuple[int, str]],
    numbers: Numbers,
    tick: Tick,
) -> None:
    imports = _Imports(db, other)
    for first in range(0, len(new), _AT_ONCE):
        tick(first, len(new))
        some = new[first : first + _AT_ONCE]
        for row in rows_of(other, "articles", "id", some):
            values = {**without_id(row), "import": imports[row["import"]], "binned": row["added"]}
            number = insert(db, "articles", values)
            numbers.articles[row["id"]] = number
            story, why = homes[row["id"]]
            insert(db, "members", {"article": number, "story": story, "why": why})
        for table in _PARTS:
            for row in rows_of(other, table, "article", some):
                unread = {"indexed": 0} if "indexed" in row else {}
                insert(db, table, {**row, "article": numbers.articles[row["article"]], **unread})
        mine = [numbers.articles[number] for number in some]
        for number, article in load_articles(db, mine).items():
            wanted = sorted(keys(Profile(article).fingerprint))
            add_hashes(db, ArticleId(number), wanted, size=len(wanted))


class _Imports:
    """Bring in the deeds of importing that articles came by, each once."""

    def __init__(self, db: Db, other: Db) -> None:
        self._db, self._other = db, other
        self._here = by_stable_id(db, "imports")
        self._known: dict[int, int] = {}

    def __getitem__(self, there: int) -> int:
        if there not in self._known:
            row = rows(self._other, "imports", "WHERE id = ?", (there,))[0]
            known = self._here.get(row["uuid"])
            self._known[there] = known or insert(self._db, "imports", without_id(row))
        return self._known[there]


def _take_out(db: Db, other: Db, numbers: Numbers) -> None:
    """Take out of the bin what came, and what an undone merge had left there."""
    shown = {row[0] for row in other.rows("SELECT id FROM articles WHERE binned IS NULL")}
    mine = [here for there, here in numbers.articles.items() if there in shown]
    db.write(
        # Who moves an article to the bin by hand does so later than it was added.
        "UPDATE articles SET binned = NULL WHERE binned = added"
        " AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(mine),),
    )
