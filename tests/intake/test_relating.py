"""An import keeps what versions are to each other, and which stories share passages."""

from variorum.formats.documents.plain import read_text
from variorum.ids import ArticleId
from variorum.intake.importer import import_articles
from variorum.library.library import Library
from variorum.library.relations import relations_of
from variorum.stories.values import StoryRelation

from .conftest import WIRE

LONG = (
    "The guild was founded by nine pilots who shared a boat, and its hall on the quay still has the"
    " bell of that boat above the door, which is rung once for every ship that is lost in the sound"
    " and twice for each that is found again, whatever the hour and whoever is asleep. Its members"
    " pay a tenth of what they earn into a chest from which widows are fed, and no ship's owner has"
    " ever been let into the room where that chest stands, though two kings have asked for it."
)
FAIR = (
    "HALVERN, Sept 24 (Northline) - Halvern's autumn fair opened under rain on Friday with fewer stalls than last year, and dealers"
    " of ropes complained that the town had raised the rent of the square by a third.\n\n"
)


def _told(library: Library, article: int) -> list[tuple[StoryRelation, int, bool]]:
    rows = relations_of(library.reader, ArticleId(article))
    return [(row.relation, row.other, row.other_came_first) for row in rows]


def test_an_excerpt_is_told_to_be_shortened(library: Library) -> None:
    """The version says from which text it was cut."""
    whole = f"{WIRE}\n\n{LONG}"
    import_articles(library, [read_text(whole, origin="1"), read_text(WIRE, origin="2")])

    assert _told(library, 2) == [(StoryRelation.SHORTENED, 1, True)]


def test_what_came_from_the_same_place_again_has_a_relation_too(library: Library) -> None:
    """A file that was changed holds a version of what it held before."""
    import_articles(library, [read_text(WIRE, origin="1")])
    import_articles(library, [read_text(f"{WIRE}\n\n{LONG}", origin="1")])

    assert [relation for relation, *_ in _told(library, 2)] == [StoryRelation.SHORTENED]


def test_stories_that_share_a_passage_say_so(library: Library) -> None:
    """A paragraph of background, printed again months later, makes no story of two."""
    import_articles(
        library,
        [
            read_text(f"{WIRE}\n\n{LONG}", origin="1"),
            read_text(f"{FAIR}{LONG}", origin="2"),
        ],
    )

    assert _told(library, 1) == [(StoryRelation.SHARES_PASSAGES, 2, False)]
