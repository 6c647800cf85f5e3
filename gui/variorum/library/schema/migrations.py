"""The steps from an empty file to the schema of today; each is one transaction."""

from sqlite_utils import Database, Migrations

from variorum.library.folding import fold
from variorum.library.lineages import LINEAGE
from variorum.library.relations import RELATIONS
from variorum.library.schema import at_scale as schema_at_scale
from variorum.library.schema import letters as schema_letters
from variorum.library.schema.by_hand import BY_HAND
from variorum.library.schema.carrying import CARRYING
from variorum.library.schema.codebook import CODEBOOK
from variorum.library.schema.codebook import fill as fill_codebook
from variorum.library.schema.colleagues import COLLEAGUES
from variorum.library.schema.differing import DIFFERING
from variorum.library.schema.first import DETAILS, FIRST, NAMES
from variorum.library.schema.later import fill_lineages
from variorum.library.schema.lists import LISTS

migrations = Migrations("variorum")


@migrations(name="0001_first")
def first(db: Database) -> None:
    """Lay down the first schema."""
    for statement in FIRST:
        # The migration's own transaction is open around this.
        db.conn.execute(statement)


@migrations(name="0002_names")
def names(db: Database) -> None:
    """Let sources, places and days be found without reading every article."""
    for statement in NAMES:
        db.conn.execute(statement)


@migrations(name="0003_details")
def details(db: Database) -> None:
    """Keep what an item says of itself; let the slugs that are there be found."""
    for statement in DETAILS:
        db.conn.execute(statement)
    slugs = db.conn.execute("SELECT id, slug FROM articles WHERE trim(slug) <> ''").fetchall()
    for article, slug in slugs:
        words = " ".join(slug.split())
        db.conn.execute(
            "INSERT INTO details (article, fields, words, search_words) VALUES (?, '{}', ?, ?)",
            (article, words, fold(words)),
        )
    db.conn.execute("UPDATE details SET indexed = 1")


@migrations(name="0004_by_hand")
def by_hand(db: Database) -> None:
    """Let a person decide about links, classes and words; keep a collation for a pair of articles."""
    for statement in BY_HAND:
        db.conn.execute(statement)


@migrations(name="0005_lineage")
def lineage(db: Database) -> None:
    """Keep which copy is an update, a correction, a withdrawal of earlier copy."""
    for statement in LINEAGE:
        db.conn.execute(statement)
    fill_lineages(db.conn)


@migrations(name="0006_codebook")
def codebook(db: Database) -> None:
    """Give codes signs, keys and words of their own; let them be retired."""
    for statement in CODEBOOK:
        db.conn.execute(statement)
    fill_codebook(db.conn)


@migrations(name="0007_colleagues")
def colleagues(db: Database) -> None:
    """Give annotators colours and initials; keep what was settled, and what a merge set aside."""
    for statement in COLLEAGUES:
        db.conn.execute(statement)


@migrations(name="0008_carrying")
def carrying(db: Database) -> None:
    """Keep what became of carried marks, who did a deed, and the history of marks."""
    for statement in CARRYING:
        db.conn.execute(statement)


@migrations(name="0009_at_scale")
def at_scale(db: Database) -> None:
    """Gather fingerprints in blocks; keep suggestions, unfinished imports and watched files."""
    schema_at_scale.apply(db.conn)


@migrations(name="0010_lists")
def lists(db: Database) -> None:
    """Keep views, collections, and what was read and done."""
    for statement in LISTS:
        db.conn.execute(statement)


@migrations(name="0011_differing")
def differing(db: Database) -> None:
    """Keep how versions differ from their base, by class."""
    for statement in DIFFERING:
        db.conn.execute(statement)


@migrations(name="0012_relations")
def relations(db: Database) -> None:
    """Keep what versions are to each other, and which stories share passages."""
    for statement in RELATIONS:
        db.conn.execute(statement)


@migrations(name="0013_letters")
def letters(db: Database) -> None:
    """Index ø, ł, ß and their like as the letters that most keyboards have."""
    schema_letters.apply(db.conn)


@migrations(name="0014_scripts")
def scripts(db: Database) -> None:
    """Index Greek, Cyrillic, Arabic and other letters without accents, and full-width ones.

    In a library that is older still, the step before did so: no index is made twice.
    """
    schema_letters.apply(db.conn)


@migrations(name="0015_unspaced")
def unspaced(db: Database) -> None:
    """Index Thai, Lao, Burmese and Khmer by pairs of characters, Indian scripts with their vowels."""
    schema_letters.apply(db.conn)


VERSION = 15
"""The number of migrations above, kept in the file as `user_version`."""
