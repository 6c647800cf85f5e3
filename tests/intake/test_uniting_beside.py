"""Stories that an import makes and unites, while a person works on them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.formats.documents.plain import read_text
from variorum.ids import AnnotatorId, ArticleId, StoryId
from variorum.intake.newcomers import Newcomer
from variorum.intake.report import Tally
from variorum.intake.saving import Saver
from variorum.library import lists, stories
from variorum.library.annotations import OnArticle, OnStory, add_highlight, add_note
from variorum.library.annotators import ensure_annotator
from variorum.library.articles import begin_import, set_headline
from variorum.library.codebook import add_code
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.fingerprint_index import Index
from variorum.library.library import Library
from variorum.library.queries.articles import story_of
from variorum.library.safety.integrity import check
from variorum.library.suggestions import keep_apart, suggestion_count
from variorum.text import Imported, Span

from ..fresh import library_at, quick_folder
from .test_uniting import BOTH, ONE, OTHER

FIRST, SECOND = ArticleId(1), ArticleId(2)
Deed = Callable[[Db, AnnotatorId], object]


def saver(library: Library) -> Saver:
    """Begin an import."""
    tally = library.run(Command.IMPORT, lambda db: Tally(begin_import(db), Index(db))).value
    return Saver(library, tally, lambda _: None)


def bring(importing: Saver, *articles: Imported) -> None:
    """Import articles in one batch."""
    importing.save([Newcomer.of(article) for article in articles])
    importing.finish()


def do(library: Library, deed: Deed, *, command: Command = Command.JOIN) -> None:
    """Let a person do something."""
    library.run(command, lambda db: deed(db, ensure_annotator(db, "Ada")))


def grouping(library: Library) -> frozenset[frozenset[int]]:
    """Return which articles are versions of one another."""
    rows = library.reader.rows("SELECT group_concat(article) FROM members GROUP BY story")
    return frozenset(frozenset(map(int, row[0].split(","))) for row in rows)


def _count(db: Db) -> int:
    """Count what stands in the codebook and in the lists, for a name that nothing has."""
    return db.value("SELECT (SELECT count(*) FROM codes) + (SELECT count(*) FROM lists)")


def put_on(db: Db, article: ArticleId, me: AnnotatorId) -> object:
    """Put a note on the story of an article."""
    return add_note(db, on=OnStory(story_of(db, article)), text="Ask the council.", annotator=me)


ON_ARTICLES: Sequence[Deed] = (
    lambda db, me: add_highlight(db, article=FIRST, span=Span(0, 4), annotator=me),
    lambda db, me: add_note(db, on=OnArticle(SECOND), text="Ask.", annotator=me),
    lambda db, _: add_code(db, name=f"code {_count(db)}", colour="red"),
)
ON_THE_SECOND: Sequence[Deed] = (
    lambda db, me: put_on(db, SECOND, me),
    lambda db, _: lists.mark_read(db, stories=[story_of(db, SECOND)], read=True),
    lambda db, _: lists.mark_done(db, stories=[story_of(db, SECOND)], done=True),
    lambda db, _: lists.add_collection(
        db,
        name=f"Kept {_count(db)}",
        stories=[story_of(db, SECOND)],
    ),
)


@settings(max_examples=12, deadline=None)
@given(
    deeds=st.lists(st.sampled_from([*ON_ARTICLES, *ON_THE_SECOND]), max_size=4),
    undone=st.integers(0, 4),
)
def test_marks_in_between_change_no_story(deeds: Sequence[Deed], undone: int) -> None:
    """What is united without them is united with them, and all that was done is done again."""
    with quick_folder() as folder, library_at(Path(folder) / "a.variorum") as library:
        importing = saver(library)
        bring(importing, ONE, OTHER)
        for deed in deeds:
            do(library, deed, command=Command.ADD_NOTE)
        for _ in range(undone):
            library.undo().result()
        bring(importing, BOTH)
        for _ in range(undone):
            library.redo().result()

        assert grouping(library) == {frozenset({1, 2, 3})}
        assert check(library).findings == ()
        home = story_of(library.reader, FIRST)
        for query in (
            "SELECT story FROM notes WHERE story IS NOT NULL",
            "SELECT story FROM story_states",
            "SELECT story FROM list_stories",
            "SELECT story FROM story_index",
        ):
            assert {row[0] for row in library.reader.rows(query)} <= {home}


def test_of_two_stories_with_something_on_them_a_person_is_asked(library: Library) -> None:
    """Neither goes: what stands on it would have to go along, and come back when it is undone."""
    importing = saver(library)
    bring(importing, ONE, OTHER)
    do(library, lambda db, me: (put_on(db, FIRST, me), put_on(db, SECOND, me)))
    bring(importing, BOTH)

    assert len(grouping(library)) == 2
    assert suggestion_count(library.reader) == 1


DECISIONS: Sequence[Deed] = (
    lambda db, me: keep_apart(db, first=FIRST, second=SECOND, annotator=me),
    lambda db, me: stories.choose_base(
        db, story=story_of(db, SECOND), article=SECOND, annotator=me
    ),
    lambda db, me: set_headline(db, article=FIRST, headline="Another", annotator=me),
)


@settings(max_examples=9, deadline=None)
@given(
    decision=st.sampled_from(DECISIONS), mark=st.sampled_from(ON_ARTICLES), undone=st.integers(0, 1)
)
def test_what_a_person_decided_in_between_is_not_overruled(
    decision: Deed, mark: Deed, undone: int
) -> None:
    """After it the import asks, marks or no marks, and also when it was taken back."""
    with quick_folder() as folder, library_at(Path(folder) / "a.variorum") as library:
        importing = saver(library)
        bring(importing, ONE, OTHER)
        do(library, decision)
        for _ in range(undone):
            library.undo().result()
        do(library, mark)
        bring(importing, BOTH)

        assert len({story_of(library.reader, one) for one in (FIRST, SECOND)}) == 2


def test_what_was_parted_in_between_stays_apart(library: Library) -> None:
    """Versions that the import itself had united, too."""
    importing = saver(library)
    bring(importing, ONE, OTHER, BOTH)
    do(library, lambda db, me: stories.part(db, articles=[SECOND], annotator=me))
    bring(importing, _again(BOTH, "again.txt"))

    (alone,) = (group for group in grouping(library) if SECOND in group)
    assert FIRST not in alone


def test_an_import_finds_what_another_one_united(library: Library) -> None:
    """It remembers the story that went, and asks again where its versions are now."""
    one, other = saver(library), saver(library)
    bring(other, ONE, OTHER)
    bring(one, _again(OTHER, "third.txt"))
    assert story_of(library.reader, ArticleId(3)) == StoryId(2)
    bring(other, BOTH)
    bring(one, _again(OTHER, "fifth.txt"))

    assert grouping(library) == {frozenset({1, 2, 3, 4, 5})}


def _again(imported: Imported, name: str) -> Imported:
    return read_text(imported.article.text + "\n\nMore is to come.", origin=name)
