"""The index of fingerprints: articles are found by what they share, wherever their hashes lie."""

import random
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from variorum.library import blocks
from variorum.library.articles import (
    Added,
    add_article,
    begin_import,
    empty_bin,
    move_to_bin,
)
from variorum.library.blocks import BITS
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.fingerprint_index import COMMON, Index
from variorum.library.fingerprints import GENERATION, SLICES, keys
from variorum.library.library import Library

from .making import imported, read

hashes = st.integers(0, (1 << BITS) - 1)


def bring(library: Library, text: str, hashes: Sequence[int] = ()) -> Added:
    """Import one article with a fingerprint."""

    def deed(db: Db) -> Added:
        return add_article(db, imported(read(text)), import_id=begin_import(db), hashes=hashes)

    return library.run(Command.IMPORT, deed).value


def gather(db: Db, count: int) -> None:
    """Keep hashes of articles that nobody will ask for, so that a generation is full."""
    db.write_many(
        "INSERT INTO fresh_fingerprints (article, hashes) VALUES (?, x'')",
        ((10_000 + number,) for number in range(count)),
    )


def placed(rows: Sequence[tuple[int, int]]) -> list[int]:
    """Return hashes and articles as blocks are written from them."""
    return sorted(blocks.placed(key, article) for key, article in rows)


@given(st.lists(st.tuples(hashes, st.integers(1, 1 << 23)), unique=True))
def test_blocks_keep_what_was_packed(rows: list[tuple[int, int]]) -> None:
    """Each hash leads to its articles again, and to no other of its block."""
    kept = dict(blocks.entries_of(placed(rows)))

    for key, _ in rows:
        expected = sorted(article for other, article in rows if other == key)
        block = kept[key >> blocks.LOW]
        count, found = blocks.having(block, key, most=len(rows))
        assert (count, sorted(blocks.unpacked(found))) == (len(expected), expected)
        assert blocks.having(block, key, most=0) == (count, b"")


@given(st.lists(st.tuples(hashes, st.integers(1, 9)), unique=True), st.sets(st.integers(1, 9)))
def test_blocks_forget_articles(rows: list[tuple[int, int]], gone: set[int]) -> None:
    """What is left of a block is what the others have."""
    rows = [(key & 0xFF, article) for key, article in rows]
    left = [(key, article) for key, article in rows if article not in gone]
    (*_, kept) = (b"", *(entries for _, entries in blocks.entries_of(placed(rows))))
    (*_, expected) = (b"", *(entries for _, entries in blocks.entries_of(placed(left))))

    assert blocks.without(kept, gone) == expected


def test_candidates_share_telling_hashes(library: Library) -> None:
    """Those that share most come first; what nearly all share tells nothing."""
    furniture, *telling = (number << 40 for number in range(1, 7))
    near = bring(library, "One.", [furniture, *telling[:3]])
    far = bring(library, "Two.", [furniture, telling[0], telling[4]])
    for number in range(COMMON):
        bring(library, f"Other {number}.", [furniture])
    db = library.reader

    found = Index(db).candidates(db, keys([furniture, *telling[:3]]))

    assert [(one.article, one.shared, one.size) for one in found] == [
        (near.article, 3, 4),
        (far.article, 1, 3),
    ]
    assert found[0].weight > 3 * found[1].weight > 0


def test_candidates_stay_when_they_move(library: Library) -> None:
    """What has gathered moves bit by bit; all of it is found at any time, once."""
    chance = random.Random(1)
    many = [chance.getrandbits(63) for _ in range(200)]
    added = bring(library, "One.", many)
    library.run(Command.HOUSEKEEPING, lambda db: gather(db, GENERATION))
    db = library.reader
    index = Index(db)
    for number in range(SLICES):
        bring(library, f"Other {number}.")

        index.catch_up(db)
        for each in (index, Index(db)):
            (found,) = each.candidates(db, keys(many))
            assert (found.article, found.shared) == (added.article, 200)
    assert db.value("SELECT count(*) FROM fingerprint_blocks") >= 190


def test_deleted_articles_leave_no_hash(library: Library) -> None:
    """What is deleted for good is gone from the blocks as well."""
    chance = random.Random(2)
    many = [chance.getrandbits(63) for _ in range(50)]
    added = bring(library, "One.", many)
    library.run(Command.HOUSEKEEPING, lambda db: gather(db, GENERATION))
    for number in range(SLICES):
        bring(library, f"Other {number}.")
    library.run(Command.BIN, lambda db: move_to_bin(db, articles=[added.article]))
    db = library.reader
    assert Index(db).candidates(db, keys(many)) == []

    library.run(Command.EMPTY_BIN, lambda db: empty_bin(db, articles=[added.article]))

    assert db.value("SELECT count(*) FROM fingerprint_blocks") == 0
