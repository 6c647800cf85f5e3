"""What a filter holds in memory is that of the library as it is now."""

from collections.abc import Sequence

from variorum.ids import ArticleId, StoryId
from variorum.library.articles import move_to_bin
from variorum.library.commands import Command
from variorum.library.library import Library
from variorum.library.lists import mark_read
from variorum.library.queries.stories import story_count, story_ids, versions
from variorum.library.stories import join
from variorum.library.story_places import stories_but, stories_of

from .making import annotator, bring_in, read


def ferries(library: Library) -> Sequence[int]:
    """Return the stories with a word, as one reader sees them again and again."""
    return list(story_ids(library.reader, filter_text="ferry "))


def test_a_filter_follows_every_change_of_stories(library: Library) -> None:
    """What came, was joined, binned or taken back since the last question counts at once."""
    assert ferries(library) == []
    first, second = bring_in(library, read("The ferry."), read("A ferry."))
    assert ferries(library) == [second.story, first.story]

    me = annotator(library)
    both = [first.story, second.story]
    library.run(Command.JOIN, lambda db: join(db, stories=both, annotator=me))
    assert len(ferries(library)) == 1

    library.run(Command.BIN, lambda db: move_to_bin(db, articles=[first.article, second.article]))
    assert ferries(library) == []

    library.undo().result()
    library.undo().result()
    assert ferries(library) == [second.story, first.story]


def test_a_filter_follows_what_was_read(library: Library) -> None:
    """To read a story changes no story, and yet what is unread."""
    first, second = bring_in(library, read("The ferry."), read("A ferry."))
    assert story_count(library.reader, filter_text="ferry is:unread") == 2

    library.run(Command.MARK_READ, lambda db: mark_read(db, stories=[second.story], read=True))

    assert list(story_ids(library.reader, filter_text="ferry is:unread")) == [first.story]
    assert list(story_ids(library.reader, filter_text="ferry -is:unread ")) == [second.story]


def test_what_is_in_the_bin_has_no_story(library: Library) -> None:
    """Versions that lie there meet no filter."""
    first, second = bring_in(library, read("The ferry."), read("A quay."))
    articles = [ArticleId(first.article), ArticleId(second.article)]
    library.run(Command.BIN, lambda db: move_to_bin(db, articles=articles[:1]))

    assert stories_of(library.reader, articles) == {StoryId(second.story)}
    assert stories_but(library.reader, []) == {StoryId(second.story)}


def test_a_story_stays_while_one_version_is_not_left_out(library: Library) -> None:
    """Stories but some articles are those that have another version outside the bin."""
    first, second, third = bring_in(library, read("The ferry."), read("A ferry."), read("A quay."))
    me = annotator(library)
    both = [first.story, second.story]
    library.run(Command.JOIN, lambda db: join(db, stories=both, annotator=me))
    joined = {row.story for row in versions(library.reader, first.story)}

    assert stories_but(library.reader, [first.article, third.article]) == joined
    assert stories_but(library.reader, [first.article, second.article]) == {third.story}
    library.run(Command.BIN, lambda db: move_to_bin(db, articles=[second.article]))
    assert stories_but(library.reader, [first.article]) == {third.story}


def test_a_block_of_one_state_may_stand_in_another(library: Library) -> None:
    """A question that wants one state may be part of a greater one."""
    bring_in(library, read("The ferry."))
    db = library.reader

    with db.snapshot():
        before = story_count(db, filter_text="ferry ")
        bring_in(library, read("A ferry."))
        assert story_count(db, filter_text="ferry ") == before == 1
    assert story_count(db, filter_text="ferry ") == 2
