"""Marks that come from elsewhere: taken in where their words stand, once, as one deed."""

import dataclasses
from pathlib import Path

import pytest

from variorum.annotations.mark_set import MarkSet, SetHighlight, StableId
from variorum.annotations.values import VariantPlace
from variorum.library import annotations, codebook
from variorum.library.articles import move_to_bin
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.portable import mark_set
from variorum.library.queries.stories import stories
from variorum.library.receiving import LeftWhy, Taken, take_in
from variorum.text import Span

from .making import annotator, bring_in, dump, read

FLAG = "\N{REGIONAL INDICATOR SYMBOL LETTER F}\N{REGIONAL INDICATOR SYMBOL LETTER R}"
BASE = f"Fourteen ships {FLAG} lay at anchor off Saltholm."
VERSION = f"Seventeen ships {FLAG} lay at anchor off Saltholm."
MARK_TABLES = ("annotators", "codes", "highlights", "highlight_codes", "notes")


@pytest.fixture
def marked(library: Library) -> Library:
    """Return a library with a story that bears marks of every kind."""
    base, version = bring_in(library, read(BASE), read(VERSION), together=True)
    me = annotator(library)

    def deed(db: Db) -> None:
        top = codebook.add_code(db, name="figure", colour="blue")
        code = codebook.add_code(db, name="ships", colour="pink", parent=top, memo="how many")
        span = Span(BASE.index(FLAG), BASE.index(FLAG) + 10)
        mark = annotations.add_highlight(
            db, article=base.article, span=span, annotator=me, codes=[top, code]
        )
        ends = VariantPlace(base.article, Span(0, 8), version.article, Span(0, 9))
        for on in (
            annotations.OnHighlight(mark),
            annotations.OnArticle(version.article),
            annotations.OnStory(base.story),
            ends,
        ):
            annotations.add_note(db, on=on, text=f"on {type(on).__name__}", annotator=me)

    library.run(Command.HIGHLIGHT, deed)
    return library


def marks_of(library: Library) -> MarkSet:
    """Return all marks of a library."""
    return mark_set(library.reader, [row.story for row in stories(library.reader)])


def taken(library: Library, marks: MarkSet) -> Taken:
    """Take marks in."""
    return library.run(Command.IMPORT_MARKS, lambda db: take_in(db, marks)).value


@pytest.fixture
def other(tmp_path: Path) -> Library:
    """Return a colleague's library of the same two texts, closed by its reader."""
    return Library.open(tmp_path / "other.variorum", create=True)


def test_marks_come_over_to_a_library_of_the_same_texts(marked: Library, other: Library) -> None:
    """All arrive under their ids on their words, though the articles have other ids there."""
    with other:
        bring_in(other, read(BASE), read(VERSION), together=True)
        result = taken(other, marks_of(marked))
        here, there = marks_of(marked), marks_of(other)

    assert (result.highlights, result.notes, result.codes, result.left) == (1, 4, 2, ())
    assert there.codes == here.codes
    assert there.annotators == here.annotators
    assert [(mark.id, mark.anchor, mark.codes, mark.made) for mark in there.highlights] == [
        (mark.id, mark.anchor, mark.codes, mark.made) for mark in here.highlights
    ]
    assert {(note.id, note.text, note.made, note.changed) for note in there.notes} == {
        (note.id, note.text, note.made, note.changed) for note in here.notes
    }


def test_taking_in_twice_changes_nothing(marked: Library) -> None:
    """What is here by its id stays, and no row is touched."""
    before = dump(marked, MARK_TABLES)

    done = marked.run(Command.IMPORT_MARKS, lambda db: take_in(db, marks_of(marked)))

    assert not done.changes
    assert done.value.known == 5
    assert dump(marked, MARK_TABLES) == before


def test_one_undo_takes_all_back(marked: Library, other: Library) -> None:
    """Codes, annotators, highlights and notes go as one step, and come again as one."""
    with other:
        bring_in(other, read(BASE), read(VERSION), together=True)
        before = dump(other, MARK_TABLES)
        taken(other, marks_of(marked))
        after = dump(other, MARK_TABLES)

        other.undo().result()
        undone = dump(other, MARK_TABLES)
        other.redo().result()

        assert undone == before
        assert dump(other, MARK_TABLES) == after


def test_a_mark_of_an_article_that_is_not_here_is_told_of(marked: Library, other: Library) -> None:
    """Neither it nor the note on it is taken in, and both are reported."""
    with other:
        bring_in(other, read(VERSION))
        result = taken(other, marks_of(marked))
        there = marks_of(other)

    assert there.highlights == ()
    assert [left.why for left in result.left] == [
        LeftWhy.NO_ARTICLE,
        LeftWhy.NO_HIGHLIGHT,
        LeftWhy.NO_ARTICLE,
    ]
    assert result.left[0].words.startswith(FLAG)
    assert {note.text for note in there.notes} == {"on OnArticle", "on OnStory"}


def test_an_article_in_the_bin_is_not_here(marked: Library) -> None:
    """Nothing is put on what the reader threw away."""
    marks = marks_of(marked)
    (mark,) = marks.highlights
    moved = dataclasses.replace(mark, id=StableId("a"))
    article = marked.reader.value("SELECT id FROM articles WHERE uuid = ?", (mark.article,))
    marked.run(Command.BIN, lambda db: move_to_bin(db, articles=[article]))

    result = taken(marked, dataclasses.replace(marks, highlights=(moved,), notes=()))

    assert [left.why for left in result.left] == [LeftWhy.NO_ARTICLE]


@pytest.mark.parametrize("by", [-1, 1, 1000])
def test_a_mark_whose_words_do_not_stand_there_is_never_moved(marked: Library, by: int) -> None:
    """A place that is one code point off, or beyond the text, is left out."""
    marks = marks_of(marked)
    (mark,) = marks.highlights
    moved = _moved(mark, by)

    result = taken(marked, dataclasses.replace(marks, highlights=(moved,), notes=()))

    assert [left.why for left in result.left] == [LeftWhy.OTHER_WORDS]
    assert marks_of(marked).highlights == (mark,)


def _moved(mark: SetHighlight, by: int) -> SetHighlight:
    anchor = dataclasses.replace(mark.anchor, span=mark.anchor.span.shifted(by))
    return dataclasses.replace(mark, id=StableId("a"), anchor=anchor)


def test_a_code_of_the_same_name_and_place_is_the_same(marked: Library, other: Library) -> None:
    """No second `figure` stands beside the first; marks take the one that is here."""
    with other:
        bring_in(other, read(BASE), read(VERSION), together=True)
        mine = other.run(
            Command.ADD_CODE, lambda db: codebook.add_code(db, name="figure", colour="red")
        ).value
        result = taken(other, marks_of(marked))
        there = marks_of(other)
        uuid = other.reader.value("SELECT uuid FROM codes WHERE id = ?", (mine,))

    assert result.codes == 1
    assert [code.name for code in there.codes] == ["figure", "ships"]
    assert there.highlights[0].codes[0] == uuid


def test_codes_below_each_other_end(marked: Library) -> None:
    """A file that says so of two codes does not keep us for ever."""
    marks = marks_of(marked)
    one, other = marks.codes
    ring = (
        dataclasses.replace(one, id=StableId("a"), name="a", parent=StableId("b")),
        dataclasses.replace(other, id=StableId("b"), name="b", parent=StableId("a")),
    )

    result = taken(marked, MarkSet(codes=ring))

    assert result.codes == 2
