"""Merge the codebook, highlights, notes and settlements.

Of a highlight or note that both libraries changed, both versions stand: theirs gets a stable
id made from what it says, so that it comes once only. A code keeps what it is called here.
"""

import json
from collections import defaultdict
from functools import cached_property

from variorum.annotations.codebook import sign_for
from variorum.library.connection import Db
from variorum.library.merging.decisions import title_of
from variorum.library.merging.rows import (
    Ledger,
    Numbers,
    Row,
    derived,
    insert,
    rows,
    without_id,
)
from variorum.library.merging.values import Clash, ClashKind, MergeKind

_NOT_SAID = frozenset({"id", "uuid", "parent", "position", "sign", "number_key"})
"""Columns of a code that are its place, not what it says."""
_PLACES = ("highlight", "article", "story", "base_article", "version_article")


def merge_codes(db: Db, other: Db, numbers: Numbers, ledger: Ledger) -> None:
    """Find or add the codes: by the stable id, else by the name at its place."""
    _Codes(db, other, numbers, ledger).merge()


class _Codes:
    def __init__(self, db: Db, other: Db, numbers: Numbers, ledger: Ledger) -> None:
        self._db, self._numbers, self._ledger = db, numbers, ledger
        self._there: dict[int, Row] = {
            row["id"]: row for row in rows(other, "codes", "ORDER BY position, id")
        }
        found = rows(db, "codes")
        self._here = {row["uuid"]: row for row in found}
        self._places = {(row["name"], row["parent"]): row for row in found}
        self._signs = [row["sign"] for row in found]
        self._keys = {row["number_key"] for row in found}

    def merge(self) -> None:
        for number in self._there:
            self._merge(number, ())

    def _merge(self, number: int, below: tuple[int, ...]) -> int:
        if number in self._numbers.codes:
            return self._numbers.codes[number]
        row = self._there[number]
        above = row["parent"]
        parent = None
        if above in self._there and above not in below:
            parent = self._merge(above, (*below, number))
        known = self._here.get(row["uuid"]) or self._places.get((row["name"], parent))
        if known is None:
            self._ledger.new(MergeKind.CODES)
            mine = self._added(row, parent)
            self._places[row["name"], parent] = mine
            known = mine
        elif all(known[each] == row[each] for each in row.keys() - _NOT_SAID):
            self._ledger.equal(MergeKind.CODES)
        else:
            here, there = _said(known), _said(row)
            clash = Clash(ClashKind.CODE, known["name"], _line(here, there), _line(there, here))
            self._ledger.clash(MergeKind.CODES, clash, set_aside=(here, there))
        self._numbers.codes[number] = known["id"]
        return known["id"]

    def _added(self, row: Row, parent: int | None) -> Row:
        """Add a code at the end; a sign or key that is taken here gives way."""
        sign = row["sign"]
        if sign.casefold() in {one.casefold() for one in self._signs}:
            sign = sign_for(row["name"], self._signs)
        key = None if row["number_key"] in self._keys else row["number_key"]
        last = self._db.value("SELECT coalesce(max(position) + 1, 0) FROM codes")
        mine = {**row, "parent": parent, "position": last, "sign": sign, "number_key": key}
        self._signs.append(sign)
        self._keys.add(key)
        number = insert(self._db, "codes", without_id(mine))
        return {**mine, "id": number}


def _said(code: Row) -> Row:
    return {column: value for column, value in code.items() if column not in _NOT_SAID}


def _line(one: Row, other: Row) -> str:
    """Say in one line what one code says otherwise than another."""
    return " · ".join(str(value) for column, value in one.items() if other[column] != value)


def merge_highlights(db: Db, other: Db, numbers: Numbers, ledger: Ledger) -> None:
    """Add highlights that are not here; of one that was changed keep both versions."""
    _Highlights(db, numbers, ledger).merge(other)


class _Highlights:
    def __init__(self, db: Db, numbers: Numbers, ledger: Ledger) -> None:
        self._db, self._numbers, self._ledger = db, numbers, ledger
        self._here = {row["uuid"]: row for row in rows(db, "highlights")}
        self._codes = _codes_of(db)

    def merge(self, other: Db) -> None:
        codes_there = _codes_of(other)
        for row in rows(other, "highlights", "ORDER BY id"):
            codes = self._numbers.codes_of(codes_there[row["id"]])
            if row["article"] in self._numbers.articles:
                self._numbers.highlights[row["id"]] = self._merge(row, codes)
            else:
                self._ledger.left(MergeKind.HIGHLIGHTS)

    def _merge(self, row: Row, codes: set[int]) -> int:
        """Find or add a highlight; return its number here."""
        known = self._here.get(row["uuid"]) or self._ours_come_home.get(row["uuid"])
        if known is None:
            self._ledger.new(MergeKind.HIGHLIGHTS)
            return self._add(row, codes)
        if not _same_place(known, row):
            title = title_of(self._db, known["article"])
            clash = Clash(ClashKind.HIGHLIGHT, title, known["exact"], row["exact"])
            self._ledger.clash(MergeKind.HIGHLIGHTS, clash)
            theirs = self._here.get(_name_of(row))
            if theirs is None:
                return self._add({**row, "uuid": _name_of(row)}, codes)
            self._add_codes(theirs["id"], codes)
            return theirs["id"]
        if self._add_codes(known["id"], codes):
            self._ledger.joined(MergeKind.HIGHLIGHTS)
        else:
            self._ledger.equal(MergeKind.HIGHLIGHTS)
        return known["id"]

    @cached_property
    def _ours_come_home(self) -> dict[str, Row]:
        """Return our highlights by the ids under which other libraries keep our version."""
        return {_name_of(row): row for row in self._here.values()}

    def _add(self, row: Row, codes: set[int]) -> int:
        mine = {
            **without_id(row),
            "article": self._numbers.articles[row["article"]],
            "annotator": self._numbers.annotators[row["annotator"]],
        }
        number = insert(self._db, "highlights", mine)
        self._add_codes(number, codes)
        return number

    def _add_codes(self, highlight: int, codes: set[int]) -> bool:
        """Give a highlight codes that it has not; tell whether there were any."""
        more = sorted(codes - self._codes[highlight])
        self._db.write_many(
            "INSERT INTO highlight_codes (highlight, code) VALUES (?, ?)",
            [(highlight, code) for code in more],
        )
        return bool(more)


def _name_of(row: Row) -> str:
    return derived(row["uuid"], row["span_start"], row["span_end"])


def _same_place(one: Row, other: Row) -> bool:
    return (one["span_start"], one["span_end"]) == (other["span_start"], other["span_end"])


def _codes_of(db: Db) -> defaultdict[int, set[int]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for highlight, code in db.rows("SELECT highlight, code FROM highlight_codes"):
        found[highlight].add(code)
    return found


def merge_notes(db: Db, other: Db, numbers: Numbers, ledger: Ledger) -> None:
    """Add notes that are not here; of one that was changed keep both versions."""
    here: dict[str, tuple[str, str]] = {
        uuid: (text, sha256)
        for uuid, text, sha256 in db.rows("SELECT uuid, text, text_sha256 FROM notes")
    }
    ours = {derived(uuid, sha256) for uuid, (_, sha256) in here.items()}
    maps = {
        "highlight": numbers.highlights,
        "story": numbers.stories,
        **dict.fromkeys(("article", "base_article", "version_article"), numbers.articles),
    }
    for row in rows(other, "notes", "ORDER BY id"):
        stable_id = row["uuid"]
        place = {column: maps[column].get(row[column]) for column in _PLACES}
        if any(row[column] is not None and place[column] is None for column in _PLACES):
            ledger.left(MergeKind.NOTES)
            continue
        known = here.get(stable_id)
        if stable_id in ours or (known is not None and known[1] == row["text_sha256"]):
            ledger.equal(MergeKind.NOTES)
            continue
        if known is not None:
            ledger.clash(
                MergeKind.NOTES, Clash(ClashKind.NOTE, known[0][:60], known[0], row["text"])
            )
            stable_id = derived(stable_id, row["text_sha256"])
            if stable_id in here:
                continue
        else:
            ledger.new(MergeKind.NOTES)
        own = without_id(row)
        annotator = numbers.annotators[row["annotator"]]
        insert(db, "notes", {**own, **place, "uuid": stable_id, "annotator": annotator})


# --- settlements ----------------------------------------------------------------------------------


def merge_settlements(db: Db, other: Db, numbers: Numbers, ledger: Ledger) -> None:
    """Add what was settled only there; what was settled here stands."""
    kind = MergeKind.SETTLEMENTS
    for row in rows(other, "settlements", "ORDER BY id"):
        article = numbers.articles.get(row["article"])
        if article is None:
            ledger.left(kind)
            continue
        marks = _settled(other, row["id"])
        known = rows(
            db,
            "settlements",
            "WHERE uuid = ?1 OR (article = ?2 AND span_start < ?3 AND ?4 < span_end) ORDER BY id",
            (row["uuid"], article, row["span_end"], row["span_start"]),
        )
        if not known:
            ledger.new(kind)
            _add_settlement(db, row, article, marks, numbers)
            continue
        own = _settled(db, known[0]["id"])
        translated = [(mark, numbers.codes_of(codes)) for mark, codes in marks]
        here, there = _verdict(known[0], own), _verdict(row, translated)
        if here == there:
            ledger.equal(kind)
        else:
            clash = Clash(ClashKind.SETTLEMENT, row["exact"], known[0]["verdict"], row["verdict"])
            said = _told(db, own), _told(other, marks)
            ledger.clash(
                kind,
                clash,
                article=article,
                set_aside=(
                    {"verdict": known[0]["verdict"], "marks": said[0]},
                    {"verdict": row["verdict"], "marks": said[1]},
                ),
            )


_Settled = list[tuple[Row, set[int]]]


def _settled(db: Db, settlement: int) -> _Settled:
    found = rows(db, "settled_marks", "WHERE settlement = ? ORDER BY span_start, id", (settlement,))
    query = "SELECT code FROM settled_codes WHERE mark = ?"
    return [(row, {code for (code,) in db.rows(query, (row["id"],))}) for row in found]


def _verdict(row: Row, marks: _Settled) -> object:
    return [(mark["span_start"], mark["span_end"], codes) for mark, codes in marks], (
        row["verdict"] == "nobody"
    )


def _told(db: Db, marks: _Settled) -> list[Row]:
    """Return marks with the names of their codes, for who reads what was set aside."""
    query = "SELECT name FROM codes WHERE id IN (SELECT value FROM json_each(?)) ORDER BY name"
    return [
        {
            "start": mark["span_start"],
            "end": mark["span_end"],
            "words": mark["exact"],
            "codes": [name for (name,) in db.rows(query, (json.dumps(sorted(codes)),))],
        }
        for mark, codes in marks
    ]


def _add_settlement(db: Db, row: Row, article: int, marks: _Settled, numbers: Numbers) -> None:
    own = without_id(row) | {
        "article": article,
        "annotator": numbers.annotators[row["annotator"]],
        "chosen": None if row["chosen"] is None else numbers.annotators[row["chosen"]],
    }
    settlement = insert(db, "settlements", own)
    for mark, codes in marks:
        number = insert(db, "settled_marks", {**without_id(mark), "settlement": settlement})
        db.write_many(
            "INSERT INTO settled_codes (mark, code) VALUES (?, ?)",
            [(number, code) for code in sorted(numbers.codes_of(codes))],
        )
