"""What an article shows of stories that were taken for two: within one import they become one."""

import random

from tests.stories.desks import sentence

from variorum.formats.plain import read_text
from variorum.intake.importer import import_articles
from variorum.library.library import Library
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
    (shown,) = library.reader.rows("SELECT story, versions FROM story_index")
    assert shown == (report.stories[0], 3)


def test_stories_that_were_there_are_not_united(library: Library) -> None:
    """A person may know better by now, and is asked."""
    import_articles(library, [ONE, OTHER])
    import_articles(library, [BOTH])

    assert len(stories(library)) == 2
    (asked,) = suggestions(library.reader)
    assert asked.reasons[0][0] == "both_fit"
