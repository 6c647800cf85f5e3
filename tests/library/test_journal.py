"""Undo and redo beside what is no step of undo, and across a restart."""

from pathlib import Path

from variorum.ids import CodeId
from variorum.library import annotations, articles, codebook, journal, stories
from variorum.library.commands import Command, Table, UndoState
from variorum.library.library import Library
from variorum.library.queries.articles import articles_of_import, binned, stored_article
from variorum.library.queries.marks import codes
from variorum.library.queries.stories import stories as list_stories
from variorum.library.queries.stories import versions
from variorum.text import Span

from .making import annotator, bring_in, read


def add_code(library: Library, name: str) -> CodeId:
    """Add a code by a command of its own."""
    deed = library.run(
        Command.ADD_CODE, lambda db: codebook.add_code(db, name=name, colour="amber")
    )
    return deed.value


def names(library: Library) -> list[str]:
    """Return the names of the codebook."""
    return [row.code.name for row in codes(library.reader)]


def test_empty_history(library: Library) -> None:
    """A new library has nothing to undo or redo."""
    assert library.undo().result() is None
    assert library.redo().result() is None
    assert library.undo_state == UndoState()


def test_change_set_names_rows(library: Library) -> None:
    """A command, its undo and its redo each say which rows they touched."""
    done = library.run(
        Command.ADD_CODE, lambda db: codebook.add_code(db, name="Figure", colour="amber")
    )
    undone, redone = library.undo().result(), library.redo().result()

    assert done.changes.of(Table.CODES).inserted == {done.value}
    assert undone is not None
    assert undone.of(Table.CODES).deleted == {done.value}
    assert redone is not None
    assert redone.of(Table.CODES).inserted == {done.value}


def test_deed_that_changes_nothing_is_no_step(library: Library) -> None:
    """Setting what is already so leaves undo where it was."""
    code = add_code(library, "Figure")

    done = library.run(Command.ORDER_CODES, lambda db: codebook.order_codes(db, codes=[code]))

    assert not done.changes
    assert library.undo_state.undo is Command.ADD_CODE


def test_new_deed_clears_redo(library: Library) -> None:
    """After something new, what was undone cannot be redone."""
    add_code(library, "One")
    library.undo().result()
    add_code(library, "Two")

    assert library.redo().result() is None
    assert names(library) == ["Two"]


def test_last_hundred_survive_a_restart(tmp_path: Path) -> None:
    """Of many deeds the last hundred can be undone by the next session."""
    path = tmp_path / "many.variorum"
    with Library.open(path, create=True) as library:
        for number in range(journal.KEPT + 5):
            add_code(library, str(number))

    with Library.open(path) as library:
        while library.undo().result():
            pass

        assert names(library) == ["0", "1", "2", "3", "4"]


def test_import_is_no_step(library: Library) -> None:
    """An import between two deeds leaves undo and redo as they were."""
    add_code(library, "One")
    add_code(library, "Two")
    library.undo().result()

    bring_in(library, read("The ferry is late."))

    assert library.undo_state == UndoState(Command.ADD_CODE, Command.ADD_CODE)
    library.redo().result()
    assert names(library) == ["One", "Two"]


def test_undo_of_import_is_a_deed(library: Library) -> None:
    """Undoing an import moves what it brought to the bin, and can itself be undone."""
    first, second = bring_in(library, read("The ferry is late."), read("The ferry sank."))
    import_id = stored_article(library.reader, first.article).import_id

    library.run(Command.UNDO_IMPORT, lambda db: articles.undo_import(db, import_id=import_id))

    assert list_stories(library.reader) == []
    assert set(binned(library.reader)) == {first.article, second.article}
    library.undo().result()
    assert articles_of_import(library.reader, import_id) == [first.article, second.article]
    assert len(list_stories(library.reader)) == 2


def test_story_stays_where_an_import_put_a_version(library: Library) -> None:
    """Undoing a parting keeps the new story when an article was imported into it since."""
    me = annotator(library)
    one, two = bring_in(library, read("The ferry is late."), read("Ferry late."), together=True)
    new = library.run(
        Command.PART, lambda db: stories.part(db, articles=[two.article], annotator=me)
    ).value
    (three,) = bring_in(library, read("Ferry is very late."), story=new)

    library.undo().result()

    assert {v.article for v in versions(library.reader, one.story)} == {one.article, two.article}
    assert {v.article for v in versions(library.reader, new)} == {three.article}
    library.redo().result()
    assert {v.article for v in versions(library.reader, new)} == {two.article, three.article}


def test_undo_keeps_what_an_import_added_to_a_joined_story(library: Library) -> None:
    """Undoing a joining leaves a version that came since in the story it came to."""
    me = annotator(library)
    one, two = bring_in(library, read("The ferry is late."), read("The harbour is shut."))
    library.run(
        Command.JOIN, lambda db: stories.join(db, stories=[one.story, two.story], annotator=me)
    )
    (three,) = bring_in(library, read("Ferry is very late."), story=one.story)

    library.undo().result()

    rows = {row.story: row.versions for row in list_stories(library.reader)}
    assert rows == {one.story: 2, two.story: 1}
    assert {v.article for v in versions(library.reader, one.story)} == {one.article, three.article}


def test_emptied_bin_forgets_the_journal(library: Library) -> None:
    """What was deleted for good cannot be brought back by halves."""
    (one,) = bring_in(library, read("The ferry is late."))
    library.run(Command.BIN, lambda db: articles.move_to_bin(db, articles=[one.article]))

    library.run(Command.EMPTY_BIN, lambda db: articles.empty_bin(db, articles=[one.article]))

    assert library.undo().result() is None
    assert binned(library.reader) == []


def test_codes_that_came_and_went_together_are_told(library: Library) -> None:
    """A highlight that gets one code for another is named, though one row came and one went."""
    me = annotator(library)
    (one,) = bring_in(library, read("The harbour was closed."))
    first, second = add_code(library, "Figure"), add_code(library, "Place")
    mark = library.run(
        Command.HIGHLIGHT,
        lambda db: annotations.add_highlight(
            db, article=one.article, span=Span(4, 11), annotator=me, codes=[first]
        ),
    ).value

    done = library.run(
        Command.MERGE_CODES, lambda db: codebook.merge_codes(db, codes=[first], into=second)
    )

    assert done.changes.of(Table.HIGHLIGHT_CODES).updated == {mark}
