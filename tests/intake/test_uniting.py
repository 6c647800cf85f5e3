"""What an article shows of stories that were taken for two: within one import they become one."""

import random
from pathlib import Path

from tests.stories.desks import sentence
from tests.stories.test_roundups import PARTS, ROUND_UP

from variorum.formats.documents.plain import read_text
from variorum.ids import StoryId
from variorum.intake.importer import import_articles
from variorum.library import lists, united
from variorum.library import stories as deeds
from variorum.library.annotations import OnStory, add_note
from variorum.library.annotators import ensure_annotator
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.safety.integrity import check
from variorum.library.suggestions import suggestions
from variorum.text import Imported

CHANCE = random.Random(1987)
SHARED, HERE, THERE = ([sentence(CHANCE) for _ in range(count)] for count in (2, 13, 13))
LEAD = "PORT MERROW, April 12 (Northline) - Members of the council met in the old customs house."


def copy(name: str, *parts: list[str]) -> Imported:
    """Return an article of sentences, a paragraph each."""
    return read_text("\n\n".join([LEAD, *(line for part in parts for line in part)]), origin=name)


ONE = copy("one.txt", SHARED, HERE)
OTHER = copy("other.txt", SHARED, THERE)
BOTH = copy("both.txt", SHARED, HERE[:5], THERE[:5])


def stories(library: Library) -> set[int]:
    """Return the stories of the articles."""
    return {row[0] for row in library.reader.rows("SELECT story FROM members")}


def test_a_third_unites_two_that_came_with_it(library: Library) -> None:
    """Nobody is asked, and no empty story is left."""
    report = import_articles(library, [ONE, OTHER, BOTH])

    assert stories(library) == set(report.stories)
    assert len(report.stories) == library.reader.value("SELECT count(*) FROM stories") == 1
    assert suggestions(library.reader) == []
    assert report.asked == 0
    (shown,) = library.reader.rows("SELECT story, versions FROM story_index")
    assert shown == (report.stories[0], 3)


def test_stories_that_were_there_are_not_united(library: Library) -> None:
    """A person may know better by now, and is asked."""
    import_articles(library, [ONE, OTHER])
    report = import_articles(library, [BOTH])

    assert len(stories(library)) == 2
    (asked,) = suggestions(library.reader)
    assert report.asked == 1
    assert asked.reasons[0][0] == "both_fit"


def test_a_deed_on_a_story_that_was_united_is_one_on_its_new_home(library: Library) -> None:
    """Who read the list a moment before loses no note, and hears of no mistake of the program."""
    (home,) = import_articles(library, [ONE, OTHER, BOTH]).stories
    gone = StoryId(home + 1)
    both = [home, gone]

    def deed(db: Db) -> StoryId:
        me = ensure_annotator(db, "Ada")
        lists.add_collection(db, name="Kept", stories=both)
        lists.mark_read(db, stories=[gone], read=True)
        lists.mark_done(db, stories=[gone], done=True)
        add_note(db, on=OnStory(gone), text="Ask the council.", annotator=me)
        return deeds.join(db, stories=[gone, home], annotator=me)

    assert library.run(Command.JOIN, deed).value == home
    assert library.reader.rows("SELECT story FROM list_stories") == [(home,)]
    assert library.reader.rows("SELECT story, done IS NOT NULL FROM story_states") == [(home, 1)]
    assert library.reader.rows("SELECT story FROM notes") == [(home,)]
    library.undo().result()
    assert check(library).findings == ()


def test_a_story_that_was_united_twice_is_known_by_each_of_its_numbers(library: Library) -> None:
    """Each leads to where its versions are now."""
    first, second, third, fourth = map(StoryId, range(1, 5))

    def deed(db: Db) -> list[StoryId]:
        united.keep(db, [second], into=third)
        united.keep(db, [third], into=first)
        return united.where_now(db, [fourth, second, third, first])

    assert library.run(Command.HOUSEKEEPING, deed).value == [fourth, first]


def test_a_round_up_unites_nothing_whenever_it_comes(tmp_path: Path) -> None:
    """Each story that it holds is one of its own; a person is asked of those it is not put with."""
    texts = {"whole.txt": ROUND_UP} | {f"{number}.txt": part for number, part in enumerate(PARTS)}
    came = [read_text(text, origin=name) for name, text in texts.items()]
    for number, batches in enumerate([[came], [[one] for one in came], [came[1:], came[:1]]]):
        with Library.open(tmp_path / f"{number}.variorum", create=True) as library:
            for batch in batches:
                import_articles(library, batch)

            rows = library.reader.rows("SELECT count(*) FROM members GROUP BY story")
            assert sorted(rows) == [(1,), (1,), (2,)]
            assert suggestions(library.reader)
