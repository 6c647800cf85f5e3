"""A text that holds several stories makes them no one story, whichever comes first."""

from itertools import permutations

import pytest

from variorum.stories.grouping import group
from variorum.stories.profiles import Profile
from variorum.stories.roundups import is_one_of_several
from variorum.wire.reader import read

DAIRY = """TORVIK, April 12 (Northline) - The cheese makers of Halden cut prices by a tenth on Monday
as cheap imports fill the cold stores, their chairman Birk Asta announced.

Milk farmers in the valley fear that their quarterly payments will shrink as well, and have called
a meeting for Friday in the old dairy hall, where the last such quarrel was settled."""

CHESS = """VELMAR, April 12 (Northline) - A girl of eleven beat the national champion at chess, who
had not lost a game for three summers, before a crowd that filled the town library.

Ilsa Quill learned the moves from her grandmother, a ferry cook, and keeps a notebook of every
defeat, she told a school newspaper after the match."""

BRIDGE = """LUND, April 12 (Northline) - Engineers shut the iron bridge over the Sorrel after a crack
as long as an arm was seen in one of its eastern bearings.

Lorries have to drive round by Oxmoor, which adds an hour, and the mill has sent its night shift
home until the county has looked at all nineteen bearings."""

PARTS = (DAIRY, CHESS, BRIDGE)
ROUND_UP = "\n\n".join(["What happened in the districts", *PARTS])


def without_datelines(*texts: str) -> list[str]:
    """Return texts as papers print briefs."""
    return [text.partition(" - ")[2] for text in texts]


def stories_of(*texts: str) -> list[list[str]]:
    """Return the stories among texts."""
    return [[texts[n] for n in found.articles] for found in group([read(text) for text in texts])]


@pytest.mark.parametrize("order", list(permutations((ROUND_UP, *PARTS))))
def test_a_round_up_does_not_join_what_it_holds(order: tuple[str, ...]) -> None:
    """It goes to the part that fits best; the others stay by themselves."""
    found = stories_of(*order)

    assert sorted(map(len, found)) == [1, 1, 2]
    assert any(ROUND_UP in story for story in found if len(story) > 1)


def test_briefs_without_datelines_stay_by_themselves() -> None:
    """What shares neither words nor names is no story, whatever holds it."""
    briefs = without_datelines(*PARTS)

    assert sorted(map(len, stories_of("\n\n".join(briefs), *briefs))) == [1, 1, 2]


def test_a_reprint_of_a_part_goes_to_the_part() -> None:
    """It stands in the round-up as well, among others."""
    reprint = CHESS.replace("a ferry cook, ", "")

    assert [CHESS, reprint] in stories_of(ROUND_UP, *PARTS, reprint)


def test_two_prints_of_a_round_up_are_one_story() -> None:
    """They hold the same parts."""
    shorter = f"In the districts\n\n{CHESS}\n\n{BRIDGE}"

    assert [ROUND_UP, shorter] in stories_of(ROUND_UP, shorter)


def test_the_end_of_a_story_is_no_story_of_its_own() -> None:
    """It has the people of its beginning, or opens as no story does."""
    end = """The engineers, who had looked at the bridge over the Sorrel in autumn, found no crack then.
Its eastern bearings were to be oiled in May, and lorries were to go round by Oxmoor for a week."""
    whole, beginning = Profile(read(f"{BRIDGE}\n\n{end}")), Profile(read(BRIDGE))

    assert not is_one_of_several(Profile(read(end)), whole, [beginning])
