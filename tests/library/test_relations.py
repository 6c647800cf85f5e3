"""What versions are to each other is kept, told from both ends, and follows what a person decides."""

from pathlib import Path

from variorum.ids import ArticleId
from variorum.library.annotators import ensure_annotator
from variorum.library.articles import Added, add_article, begin_import, move_to_bin
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.merging.merge import merge, opened_to_merge
from variorum.library.relations import relate, relations_of
from variorum.library.stories import join, part
from variorum.stories.values import StoryRelation
from variorum.wire.reader import read

from .making import imported

FIRST = "Tugs pulled the ferry Aldern off a sandbank at Lund on Monday, the coast guard said."
LATER = "Tugs pulled the ferry Aldern off a bank at Lund on Monday night, the coast guard said."


def _bring(
    library: Library, relation: StoryRelation, *, apart: bool = False
) -> tuple[Added, Added]:
    """Add a forerunner and its version, and what one is to the other."""

    def deed(db: Db) -> tuple[Added, Added]:
        import_id = begin_import(db)
        first = add_article(db, imported(read(FIRST), origin="1"), import_id=import_id)
        story = None if apart else first.story
        later = add_article(db, imported(read(LATER), origin="2"), import_id=import_id, story=story)
        relate(db, article=later.article, other=first.article, relation=relation)
        return first, later

    return library.run(Command.IMPORT, deed).value


def _told(library: Library, article: ArticleId) -> list[tuple[StoryRelation, ArticleId, bool]]:
    rows = relations_of(library.reader, article)
    return [(row.relation, row.other, row.other_came_first) for row in rows]


def test_a_relation_is_told_from_both_ends(library: Library) -> None:
    """Each says of the other which of them came first."""
    first, later = _bring(library, StoryRelation.UPDATE)

    assert _told(library, later.article) == [(StoryRelation.UPDATE, first.article, True)]
    assert _told(library, first.article) == [(StoryRelation.UPDATE, later.article, False)]


def test_versions_that_are_parted_have_no_relation(library: Library) -> None:
    """What a person decided counts, and what is undone is as it was."""
    first, later = _bring(library, StoryRelation.CORRECTED)
    me = library.run(Command.ADD_ANNOTATOR, lambda db: ensure_annotator(db, "Ada")).value

    library.run(Command.PART, lambda db: part(db, articles=[later.article], annotator=me))
    parted = _told(library, first.article)
    library.undo().result()

    assert parted == []
    assert _told(library, first.article) == [(StoryRelation.CORRECTED, later.article, False)]


def test_passages_are_shared_between_stories_only(library: Library) -> None:
    """Once the stories are one, versions share what versions share."""
    first, later = _bring(library, StoryRelation.SHARES_PASSAGES, apart=True)
    me = library.run(Command.ADD_ANNOTATOR, lambda db: ensure_annotator(db, "Ada")).value
    before = _told(library, first.article)

    both = [first.story, later.story]
    library.run(Command.JOIN, lambda db: join(db, stories=both, annotator=me))

    assert before == [(StoryRelation.SHARES_PASSAGES, later.article, False)]
    assert _told(library, first.article) == []


def test_what_is_in_the_bin_is_left_out(library: Library) -> None:
    """Nobody is sent to an article that was thrown away."""
    first, later = _bring(library, StoryRelation.REWORKED)

    library.run(Command.BIN, lambda db: move_to_bin(db, articles=[first.article]))

    assert _told(library, later.article) == []


def test_a_merge_brings_relations(library: Library, tmp_path: Path) -> None:
    """What a colleague's library knows of its articles is known here, with their numbers here."""
    library.run(
        Command.IMPORT,
        lambda db: add_article(db, imported(read("Fog."), origin="0"), import_id=begin_import(db)),
    )
    path = tmp_path / "other.variorum"
    with Library.open(path, create=True) as other:
        _bring(other, StoryRelation.SHORTENED)

    with opened_to_merge(path, library.path) as source:
        library.run(Command.MERGE_LIBRARY, lambda db: merge(db, source))
    (row,) = relations_of(library.reader, ArticleId(2))

    assert (row.relation, row.other, row.other_came_first) == (StoryRelation.SHORTENED, 3, False)
    assert row.title.startswith("Tugs pulled")
