"""What a person is asked: stories that may be one, never twice, and never against an answer."""

import pytest

from variorum.formats.documents.plain import read_text
from variorum.intake.importer import import_articles
from variorum.library import stories
from variorum.library.annotators import ensure_annotator
from variorum.library.commands import Command
from variorum.library.library import Library
from variorum.library.queries import articles as queries_articles
from variorum.library.queries import stories as queries
from variorum.library.suggestions import Suggested, keep_apart, suggestion_count, suggestions

from .conftest import WIRE

BACKGROUND = """
The port handles a third of the grain that leaves Karsova, and ships wait for days when it stands
still, brokers say. It has no second basin, and the next port lies two days away by sea.
"""

OTHER = (
    """Pilots at Port Merrow return to work

PORT MERROW, April 13 (Northline) - Pilots at the largest port of Karsova went back to their boats
after members of the guild voted to accept an offer, and a spokesman said the queue of freighters
would be gone by the end of the week. It was said in the harbour that nobody had expected a vote so
early, and the tugs worked late into the evening to bring in what had been waiting outside.
"""
    + BACKGROUND
    + """
In a short speech the minister thanked both sides and promised a new law on hours before summer.
"""
)


def suggested(library: Library) -> list[Suggested]:
    """Import two stories that share their background, and return what is asked of them."""
    import_articles(
        library,
        [
            read_text(WIRE + BACKGROUND, origin="one.txt"),
            read_text(OTHER, origin="other.txt"),
        ],
    )
    return suggestions(library.reader)


def test_what_is_like_but_not_alike_is_asked(library: Library) -> None:
    """A rule joins them not; a person is asked, with the reasons."""
    (asked,) = suggested(library)

    assert asked.story != asked.other_story
    assert {kind for kind, _ in asked.reasons} >= {"rare_words", "headline", "names"}
    assert suggestion_count(library.reader) == 1


ELSEWHERE = {"PORT MERROW": "BRECK", "Port Merrow": "Breck", "Karsova": "Aldania"}


def asked_of(library: Library, exchanged: dict[str, str]) -> list[Suggested]:
    """Import a story and the same with words exchanged, and return what is asked of them."""
    here = WIRE + BACKGROUND
    there = here
    for word, other in exchanged.items():
        there = there.replace(word, other)
    import_articles(
        library, [read_text(here, origin="one.txt"), read_text(there, origin="other.txt")]
    )
    return suggestions(library.reader)


def test_a_like_event_elsewhere_is_asked(library: Library) -> None:
    """What stands in the same words, of another place and other people, is not joined unasked."""
    (asked,) = asked_of(library, ELSEWHERE)

    assert asked.story != asked.other_story


@pytest.mark.parametrize(
    "exchanged",
    [
        ELSEWHERE | {"Moll": "Quist", "14 ships": "23 ships"},
        ELSEWHERE | {"Edda Moll": "Ivo Quist"},
    ],
)
def test_what_fills_one_template_is_not_asked(library: Library, exchanged: dict[str, str]) -> None:
    """Names and figures, or many names, in the same places are a notice's, of another event."""
    assert asked_of(library, exchanged) == []
    assert queries.story_count(library.reader) == 2


def test_a_join_answers(library: Library) -> None:
    """Stories that are one are not asked about; what is undone is asked again."""
    (asked,) = suggested(library)
    me = library.run(Command.ADD_ANNOTATOR, lambda db: ensure_annotator(db, "Ada")).value
    both = [asked.story, asked.other_story]

    library.run(Command.JOIN, lambda db: stories.join(db, stories=both, annotator=me))
    after_join = suggestions(library.reader)
    library.undo().result()

    assert after_join == []
    assert suggestions(library.reader) == [asked]


def test_stories_kept_apart_are_never_asked_about_again(library: Library) -> None:
    """The answer is for the stories, whichever of their versions come later."""
    (asked,) = suggested(library)
    me = library.run(Command.ADD_ANNOTATOR, lambda db: ensure_annotator(db, "Ada")).value
    library.run(
        Command.KEEP_APART,
        lambda db: keep_apart(db, first=asked.article, second=asked.other, annotator=me),
    )

    later = OTHER.replace("worked late", "worked all night")
    report = import_articles(library, [read_text(later, origin="third.txt")])

    assert suggestions(library.reader) == []
    (added,) = report.articles
    story = queries_articles.story_of(library.reader, added)
    assert story in {asked.story, asked.other_story}
