"""Merging another library: what the laws do not tell."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from variorum.annotations.values import Anchor
from variorum.errors import LibraryDamaged, UsageError
from variorum.ids import ArticleId
from variorum.library import annotations, articles
from variorum.library.annotators import annotators
from variorum.library.commands import Command
from variorum.library.library import Library
from variorum.library.merging.merge import merge, opened_to_merge, rehearse
from variorum.library.merging.values import Choice, ClashKind, MergeKind, MergeReport, Tally
from variorum.library.opening import open_writer
from variorum.library.queries import marks as queries_marks
from variorum.library.queries import stories as queries
from variorum.library.search.search import search
from variorum.text import Span

from ..fresh import library_at
from .making import annotator, bring_in, read
from .test_opening import schema_of, steps_today

TEXT = "The ferry left the harbour at noon."


def take(library: Library, other: Path, choice: Choice | None = None) -> MergeReport:
    """Merge another library into an open one."""
    with opened_to_merge(other, library.path) as source:
        deed = library.run(Command.MERGE_LIBRARY, lambda db: merge(db, source, choice or Choice()))
    return deed.value


def made(path: Path, text: str = TEXT, source: str | None = "The Bugle", name: str = "Ben") -> Path:
    """Make a library of one article with a mark and a note."""
    with library_at(path) as library:
        me = annotator(library, name)
        (added,) = bring_in(library, read(text, source=source))
        mark = library.run(
            Command.HIGHLIGHT,
            lambda db: annotations.add_highlight(
                db, article=added.article, span=Span(4, 9), annotator=me
            ),
        ).value
        library.run(
            Command.ADD_NOTE,
            lambda db: annotations.add_note(
                db, on=annotations.OnHighlight(mark), text="Which one?", annotator=me
            ),
        )
    return path


def anchors(library: Library) -> list[Anchor]:
    """Return where all highlights of a library stand."""
    found = library.reader.rows("SELECT id FROM articles ORDER BY id")
    return [
        m.anchor for m in queries_marks.highlights(library.reader, [ArticleId(n) for (n,) in found])
    ]


def test_a_whole_library_comes_into_an_empty_one(library: Library, tmp_path: Path) -> None:
    """Articles come with their texts, bytes and words for the search, and all that is on them."""
    report = take(library, made(tmp_path / "ben.variorum"))

    assert report.of(MergeKind.ARTICLES) == Tally(new=1)
    assert [anchor.exact for anchor in anchors(library)] == ["ferry"]
    assert queries.stories(library.reader)[0].notes == 1
    assert [hit.article for hit in search(library.reader, "harbour")] == [1]


def test_an_article_imported_by_both_is_one(library: Library, tmp_path: Path) -> None:
    """The same text of the same outlet is one article, wherever each took it from."""
    bring_in(library, read(TEXT, source="The Bugle"))

    report = take(library, made(tmp_path / "ben.variorum"))

    assert report.of(MergeKind.ARTICLES) == Tally(equal=1)
    assert [anchor.exact for anchor in anchors(library)] == ["ferry"]


def test_the_same_words_of_two_outlets_are_two_articles(library: Library, tmp_path: Path) -> None:
    """Two papers that print agency copy alike printed it twice."""
    bring_in(library, read(TEXT, source="The Clarion"))

    report = take(library, made(tmp_path / "ben.variorum"))

    assert report.of(MergeKind.ARTICLES) == Tally(new=1)


def test_a_new_version_joins_its_story(library: Library, tmp_path: Path) -> None:
    """A version that only the other library has goes into the story of those that both have."""
    bring_in(library, read(TEXT, source="The Bugle"))
    other = made(tmp_path / "ben.variorum")
    with Library.open(other) as theirs:
        story = queries.stories(theirs.reader)[0].story
        bring_in(theirs, read(f"{TEXT} It was late.", source="The Clarion"), story=story)

    report = take(library, other)

    assert [row.versions for row in queries.stories(library.reader)] == [2]
    assert report.of(MergeKind.STORIES) == Tally(joined=1)


def test_what_was_moved_to_the_bin_stays_there(library: Library, tmp_path: Path) -> None:
    """An article in the bin here is not brought back by a merge."""
    (added,) = bring_in(library, read(TEXT, source="The Bugle"))
    library.run(Command.BIN, lambda db: articles.move_to_bin(db, articles=[added.article]))

    take(library, made(tmp_path / "ben.variorum"))

    assert queries.stories(library.reader) == []


def test_the_same_name_is_the_same_person_unless_said_otherwise(
    library: Library, tmp_path: Path
) -> None:
    """Two people of one name stay two when the reader says so, and only then."""
    annotator(library, "Ben")
    other = made(tmp_path / "ben.variorum")
    with opened_to_merge(other, library.path) as source:
        told = rehearse(library, source).same_names

    report = take(library, other, Choice(apart=frozenset({"Ben"})))

    assert [(each.name, each.highlights, each.notes) for each in told] == [("Ben", 1, 1)]
    assert [each.name for each in annotators(library.reader)] == ["Ben", "Ben (2)"]
    assert report.of(MergeKind.ANNOTATORS) == Tally(new=1)
    assert take(library, other).of(MergeKind.ANNOTATORS) == Tally(equal=1)


def test_a_note_that_both_changed_stands_twice(library: Library, tmp_path: Path) -> None:
    """Of a note that says otherwise in each library, both versions are kept."""
    other = made(tmp_path / "ben.variorum")
    take(library, other)
    (note,) = (
        n
        for s in queries.stories(library.reader)
        for n in queries_marks.notes(library.reader, s.story)
    )
    library.run(Command.EDIT_NOTE, lambda db: annotations.edit_note(db, note=note.id, text="Ours."))

    report = take(library, other)

    story = queries.stories(library.reader)[0].story
    notes = queries_marks.notes(library.reader, story)
    assert sorted(each.text for each in notes) == ["Ours.", "Which one?"]
    assert [clash.kind for clash in report.clashes] == [ClashKind.NOTE]


def test_our_version_coming_home_is_known(library: Library, tmp_path: Path) -> None:
    """What the other library kept as our version of a mark and a note does not come a second time."""
    other = made(tmp_path / "ben.variorum")
    take(library, other)
    mark = queries_marks.highlights(library.reader, [ArticleId(1)])[0]
    library.run(
        Command.RESIZE_HIGHLIGHT,
        lambda db: annotations.resize_highlight(db, highlight=mark.id, span=Span(4, 14)),
    )
    with Library.open(other) as theirs:
        take(theirs, library.path)

        assert sorted(anchor.exact for anchor in anchors(theirs)) == ["ferry", "ferry left"]

    take(library, other)
    assert sorted(anchor.exact for anchor in anchors(library)) == ["ferry", "ferry left"]


def test_what_a_person_decided_here_stands(library: Library, tmp_path: Path) -> None:
    """A headline corrected in both keeps the words of here; those of there are set aside."""
    other = made(tmp_path / "ben.variorum")
    take(library, other)

    def name(into: Library, words: str) -> None:
        me = annotator(into)
        into.run(
            Command.SET_HEADLINE,
            lambda db: articles.set_headline(
                db, article=ArticleId(1), headline=words, annotator=me
            ),
        )

    name(library, "Ours")
    with Library.open(other) as theirs:
        name(theirs, "Theirs")
    report = take(library, other)

    assert queries.stories(library.reader)[0].title == "Ours"
    assert [(c.kind, c.here, c.there) for c in report.clashes] == [
        (ClashKind.HEADLINE, "Ours", "Theirs")
    ]
    assert library.reader.row("SELECT kind, here, there FROM set_aside") == (
        "headline", '"Ours"', '"Theirs"',
    )  # fmt: skip


def test_a_library_cannot_be_merged_into_itself(library: Library) -> None:
    """It is said, whatever the path is spelt like."""
    folder = library.path.parent
    with pytest.raises(UsageError), opened_to_merge(folder / "." / library.path.name, library.path):
        pass


def test_what_is_no_library_is_refused(library: Library, tmp_path: Path) -> None:
    """A file of another kind is left alone."""
    strange = tmp_path / "strange.variorum"
    with closing(sqlite3.connect(strange)) as connection:
        connection.execute("CREATE TABLE t (x)")

    with pytest.raises(LibraryDamaged), opened_to_merge(strange, library.path):
        pass


def test_an_open_library_is_merged_as_committed(library: Library, tmp_path: Path) -> None:
    """A library that another window has open gives what it has saved."""
    path = made(tmp_path / "ben.variorum")
    with Library.open(path) as open_elsewhere:
        bring_in(open_elsewhere, read("Another text.", source="The Bugle"))

        report = take(library, path)

    assert report.of(MergeKind.ARTICLES) == Tally(new=2)


def test_an_older_library_is_read_as_a_copy(library: Library, tmp_path: Path) -> None:
    """A library of an earlier schema is merged as it would be today; its file stays as it was."""
    path = tmp_path / "old.variorum"
    with (
        closing(open_writer(path, create=True, schema=schema_of(steps_today()[:5], 5))) as old,
        old.transaction(),
    ):
        old.write(
            "INSERT INTO codes (uuid, name, colour, position, memo) VALUES (?, ?, ?, 0, '')",
            ("0" * 36, "claim", "green"),
        )
    before = path.read_bytes()

    report = take(library, path)

    assert report.of(MergeKind.CODES) == Tally(new=1)
    assert [row.code.name for row in queries_marks.codes(library.reader)] == ["claim"]
    assert path.read_bytes() == before
    assert sorted(file.name for file in tmp_path.glob("old*")) == ["old.variorum"]
