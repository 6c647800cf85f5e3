"""Views, collections, what is read and done: kept, undone, followed through joins and parts."""

import pytest

from variorum.errors import UsageError
from variorum.ids import StoryId
from variorum.library import articles, lists, stories
from variorum.library.commands import Command
from variorum.library.ids import ListId
from variorum.library.library import Library
from variorum.library.lists import add_collection, add_view
from variorum.library.queries.lists import (
    binned_articles,
    binned_ids,
    binned_stories,
    collections,
    collections_with,
    unread_count,
    views,
)
from variorum.library.queries.rows import StoryOrder
from variorum.library.queries.stories import story_ids, story_rows

from .making import annotator, bring_in, dump, read

_TABLES = ("lists", "list_stories", "story_states", "members", "stories", "decisions")


@pytest.fixture
def three(library: Library) -> tuple[StoryId, ...]:
    """Return three stories of a library."""
    added = bring_in(library, read("The ferry is late."), read("The bridge."), read("A quota."))
    return tuple(one.story for one in added)


def collection(library: Library, name: str, *inside: StoryId) -> ListId:
    """Begin a collection."""
    return library.run(
        Command.ADD_COLLECTION, lambda db: add_collection(db, name=name, stories=inside)
    ).value


def test_a_view_keeps_filter_and_order(library: Library) -> None:
    """What was saved comes back; renamed and changed it is still the same view."""
    view = library.run(
        Command.ADD_VIEW,
        lambda db: add_view(db, name=" To  check ", filter_text="is:open", order=StoryOrder.MARKS),
    ).value
    library.run(Command.RENAME_LIST, lambda db: lists.rename(db, list_id=view, name="Check"))
    library.run(
        Command.CHANGE_VIEW,
        lambda db: lists.change_view(
            db, list_id=view, filter_text="is:done", order=StoryOrder.READ
        ),
    )

    (row,) = views(library.reader)
    assert (row.id, row.name, row.filter_text, row.order) == (
        view,
        "Check",
        "is:done",
        StoryOrder.READ,
    )


@pytest.mark.parametrize("name", ["harbour", " HARBOUR ", "", "  "])
def test_a_list_has_a_name_of_its_own(library: Library, name: str) -> None:
    """A name that is taken, or none, is refused and changes nothing."""
    collection(library, "Harbour")

    with pytest.raises(UsageError):
        collection(library, name)

    assert [row.name for row in collections(library.reader)] == ["Harbour"]


def test_lists_are_moved(library: Library) -> None:
    """A list stands where it was put, the others in their order around it."""
    one, two, three = (collection(library, name) for name in ("One", "Two", "Three"))

    library.run(Command.ORDER_LISTS, lambda db: lists.move(db, list_id=three, place=0))
    library.run(Command.ORDER_LISTS, lambda db: lists.move(db, list_id=one, place=99))

    assert [row.id for row in collections(library.reader)] == [three, two, one]


def test_a_joined_story_stands_wherever_a_part_of_it_stood(
    library: Library, three: tuple[StoryId, ...]
) -> None:
    """No collection loses a story by a join; undo gives every row back."""
    first, second, _ = three
    left, right = collection(library, "Left", first), collection(library, "Right", second)
    before = dump(library, _TABLES)
    me = annotator(library)

    library.run(Command.JOIN, lambda db: stories.join(db, stories=[first, second], annotator=me))
    assert collections_with(library.reader, [first]) == {left, right}
    library.undo().result()

    assert dump(library, _TABLES) == before


def test_a_parted_version_stands_where_its_story_stood(library: Library) -> None:
    """What is parted stays in the collection, read and done as it was."""
    added = bring_in(library, read("Fares rise."), read("Fares rise again."), together=True)
    story = added[0].story
    box = collection(library, "Fares", story)
    library.run(Command.MARK_READ, lambda db: lists.mark_read(db, stories=[story], read=True))
    me = annotator(library)

    new = library.run(
        Command.PART,
        lambda db: stories.part(db, articles=[added[1].article], annotator=me),
    ).value

    assert collections_with(library.reader, [story, new]) == {box}
    assert not any(row.is_unread for row in story_rows(library.reader, [story, new]))


def test_versions_move_to_another_story_in_one_step(library: Library) -> None:
    """A version that is moved leaves its story; one undo brings it back."""
    added = bring_in(library, read("Fares rise."), read("A quota is set."), together=True)
    (other,) = bring_in(library, read("The quota stands."))
    before = dump(library, _TABLES)
    me = annotator(library)

    library.run(
        Command.MOVE_VERSIONS,
        lambda db: stories.move_versions(
            db, articles=[added[1].article], into=other.story, annotator=me
        ),
    )
    rows = story_rows(library.reader, [added[0].story, other.story])
    assert [row.versions for row in rows] == [1, 2]
    library.undo().result()

    assert dump(library, _TABLES) == before


def test_a_new_version_makes_a_story_unread_again(
    library: Library, three: tuple[StoryId, ...]
) -> None:
    """Read is what was opened since its newest version came."""
    library.run(Command.HOUSEKEEPING, lambda db: lists.mark_read(db, stories=three, read=True))
    assert unread_count(library.reader) == 0

    bring_in(library, read("The ferry is later still."), story=three[0])

    assert list(story_ids(library.reader, filter_text="is:unread")) == [three[0]]
    assert unread_count(library.reader) == 1


def test_what_is_opened_is_no_step_of_undo(library: Library, three: tuple[StoryId, ...]) -> None:
    """Reading is no deed; to mark as read by hand is one."""
    library.run(Command.HOUSEKEEPING, lambda db: lists.mark_read(db, stories=three, read=True))
    assert library.undo_state.undo is None

    library.run(Command.MARK_UNREAD, lambda db: lists.mark_read(db, stories=three, read=False))

    assert library.undo_state.undo is Command.MARK_UNREAD


@pytest.mark.parametrize(
    ("typed", "places"),
    [("is:done", [0]), ("is:open", [1, 2]), ("in:harb", [1, 2]), ('in:"harbour" is:read', [1])],
)
def test_states_and_collections_filter(
    library: Library, three: tuple[StoryId, ...], typed: str, places: list[int]
) -> None:
    """The filter asks for what the reader has said of stories."""
    collection(library, "Harbour", *three[1:])
    library.run(Command.MARK_DONE, lambda db: lists.mark_done(db, stories=three[:1], done=True))
    library.run(Command.MARK_READ, lambda db: lists.mark_read(db, stories=three[1:2], read=True))

    found = story_ids(library.reader, filter_text=typed)

    assert sorted(found) == sorted(three[place] for place in places)


def test_the_bin_holds_what_was_moved_there(library: Library, three: tuple[StoryId, ...]) -> None:
    """A story in the bin is in no list and no count; emptied, it is gone from collections too."""
    box = collection(library, "Harbour", *three)
    wanted = [row.base for row in story_rows(library.reader, three[:1])]

    library.run(Command.BIN, lambda db: articles.move_to_bin(db, articles=wanted))

    assert list(binned_ids(library.reader)) == [three[0]]
    (row,) = binned_stories(library.reader, three)
    assert (row.versions, row.title) == (1, "The ferry is late.")
    assert [row.stories for row in collections(library.reader)] == [2]

    library.run(
        Command.EMPTY_BIN,
        lambda db: articles.empty_bin(db, articles=binned_articles(library.reader)),
    )

    assert not binned_ids(library.reader)
    assert list(story_ids(library.reader, collection=box)) == list(story_ids(library.reader))
