"""All notes of a library: filtered by words, kind, code, annotator, story."""

import pytest

from variorum.annotations.values import VariantPlace
from variorum.ids import ArticleId, NoteId
from variorum.library import annotations, articles, codebook
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.queries.notes import NoteFilter, NoteKind, note_ids, note_rows
from variorum.text import Span

from .making import annotator, bring_in, read

WORDS = "The ferry left the harbour at noon."


@pytest.fixture
def notes(library: Library) -> dict[str, NoteId]:
    """Return a library's notes by a name each: one on each kind of thing."""
    one, two = bring_in(
        library,
        read(WORDS, headline="Ferry leaves", source="Northline"),
        read(WORDS.replace("noon", "six"), source="The Beacon"),
        together=True,
    )
    (other,) = bring_in(library, read("Nothing else happened.", headline="Quiet"))
    ada, ben = annotator(library), annotator(library, "Ben")

    def deed(db: Db) -> dict[str, NoteId]:
        top = codebook.add_code(db, name="Top", colour="blue")
        low = codebook.add_code(db, name="Low", colour="blue", parent=top)
        mark = annotations.add_highlight(
            db, article=one.article, span=Span(4, 9), annotator=ada, codes=[low]
        )
        ends = VariantPlace(one.article, Span(30, 34), two.article, Span(30, 33))
        add = annotations.add_note
        return {
            "mark": add(db, on=annotations.OnHighlight(mark), text="Who says?", annotator=ada),
            "variant": add(db, on=ends, text="When did it?", annotator=ben),
            "article": add(
                db, on=annotations.OnArticle(two.article), text="*Late* café", annotator=ada
            ),
            "story": add(db, on=annotations.OnStory(other.story), text="?!", annotator=ben),
        }

    return library.run(Command.ADD_NOTE, deed).value


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (NoteFilter(), {"mark", "variant", "article", "story"}),
        (NoteFilter(text="who sa"), {"mark"}),
        (NoteFilter(text="ferr"), {"mark"}),
        (NoteFilter(text="cafe late"), {"article"}),
        (NoteFilter(text='w OR "'), set[str]()),
        (NoteFilter(text="?!"), {"story"}),
        (NoteFilter(kind=NoteKind.VARIANT), {"variant"}),
        (NoteFilter(kind=NoteKind.STORY), {"story"}),
        (NoteFilter(kind=NoteKind.ARTICLE, text="late"), {"article"}),
        (NoteFilter(kind=NoteKind.HIGHLIGHT, text="late"), set[str]()),
    ],
)
def test_a_filter_finds_the_notes_that_fit(
    library: Library, notes: dict[str, NoteId], wanted: NoteFilter, found: set[str]
) -> None:
    """Words begin so in the note or in what it is on; what is typed is no language."""
    assert set(note_ids(library.reader, wanted)) == {notes[name] for name in found}


def test_a_code_finds_those_below_it(library: Library, notes: dict[str, NoteId]) -> None:
    """The code above a highlight's own finds its note too."""
    top, low = (row[0] for row in library.reader.rows("SELECT id FROM codes ORDER BY id"))

    for code in (top, low):
        assert note_ids(library.reader, NoteFilter(code=code)) == [notes["mark"]]


def test_notes_are_found_by_who_wrote_them_and_by_their_story(
    library: Library, notes: dict[str, NoteId]
) -> None:
    """A note on a difference belongs to the story of both its ends."""
    ben = annotator(library, "Ben")
    first = library.reader.value("SELECT min(id) FROM stories")

    assert set(note_ids(library.reader, NoteFilter(annotator=ben))) == {
        notes["variant"],
        notes["story"],
    }
    assert set(note_ids(library.reader, NoteFilter(story=first))) == set(notes.values()) - {
        notes["story"]
    }


def test_a_row_says_what_a_note_is_on(library: Library, notes: dict[str, NoteId]) -> None:
    """Words of a highlight with its codes, both ends of a difference, titles of the rest."""
    rows = note_rows(library.reader, list(notes.values()))

    assert [(row.kind, row.words, row.other, row.codes, row.annotator) for row in rows] == [
        (NoteKind.HIGHLIGHT, "ferry", None, ("Low",), "Ada"),
        (NoteKind.VARIANT, "noon", "six", (), "Ben"),
        (NoteKind.ARTICLE, "", None, (), "Ada"),
        (NoteKind.STORY, "", None, (), "Ben"),
    ]
    assert (rows[0].title, rows[3].title) == ("Ferry leaves", "Quiet")
    assert [row.source for row in rows] == ["Northline", "The Beacon", "The Beacon", ""]


def test_notes_of_what_lies_in_the_bin_are_not_listed(
    library: Library, notes: dict[str, NoteId]
) -> None:
    """Only what can be turned to stands in the list."""
    wanted = library.reader.rows("SELECT id FROM articles ORDER BY id")

    library.run(
        Command.BIN,
        lambda db: articles.move_to_bin(db, articles=[ArticleId(row[0]) for row in wanted]),
    )

    assert note_ids(library.reader, NoteFilter()) == []
    assert notes
