"""Saving beside others: a person's deed is let in, and what others changed is heeded."""

from collections.abc import Sequence
from threading import Event

from variorum.formats.documents.plain import read_text
from variorum.ids import ArticleId
from variorum.intake.newcomers import Newcomer
from variorum.intake.report import Tally
from variorum.intake.saving import Saver
from variorum.library import articles, stories
from variorum.library.annotators import ensure_annotator
from variorum.library.articles import begin_import
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.fingerprint_index import Index
from variorum.library.library import Library
from variorum.library.queries.articles import article_count, story_of

from .conftest import WIRE


def newcomers(*texts: str) -> list[Newcomer]:
    """Return articles from as many places."""
    return [Newcomer.of(read_text(text, origin=text[:40])) for text in texts]


def saver(library: Library, told: list[int] | None = None) -> Saver:
    """Begin an import that tells how many articles there are."""
    tally = library.run(Command.IMPORT, lambda db: Tally(begin_import(db), Index(db))).value
    return Saver(library, tally, (told if told is not None else []).append)


def notices(count: int) -> Sequence[Newcomer]:
    """Return articles that have nothing to do with each other."""
    return newcomers(
        *(
            " ".join(f"Boat{n}x{number} leaves quay{n}x{number}." for n in range(9))
            for number in range(count)
        )
    )


def test_a_deed_that_waits_is_let_in(library: Library) -> None:
    """The batch is saved as far as it came; the rest of it follows the deed."""
    told: list[int] = []
    importing, free = saver(library, told), Event()
    library.submit(Command.HOUSEKEEPING, lambda _: free.wait())

    importing.save(notices(20))
    seen = library.submit(Command.HOUSEKEEPING, article_count)
    free.set()
    importing.finish()

    assert 0 < seen.result().value < 20
    assert told[-1] == article_count(library.reader) == 20


def test_two_imports_meet(library: Library) -> None:
    """Each finds what the other added a moment ago."""
    one, other = saver(library), saver(library)
    one.save(newcomers(f"First. {WIRE}"))
    one.finish()

    other.save(newcomers(f"Second. {WIRE}"))
    other.finish()
    one.save(newcomers(f"Third. {WIRE}"))
    one.finish()

    assert {story_of(library.reader, ArticleId(n)) for n in (1, 2, 3)} == {1}


def test_what_a_person_joins_while_an_import_runs_is_joined(library: Library) -> None:
    """A version goes to the story in which its like is now."""
    importing = saver(library)
    importing.save([*notices(1), *newcomers(f"First. {WIRE}")])
    importing.finish()
    like = library.reader.value("SELECT article FROM texts WHERE text LIKE 'First%'")
    others = {story_of(library.reader, ArticleId(n)) for n in (1, 2)}
    into = (others - {story_of(library.reader, like)}).pop()

    def join(db: Db) -> None:
        me = ensure_annotator(db, "A reader")
        stories.join(db, stories=[into, story_of(db, like)], annotator=me)

    library.run(Command.JOIN, join)
    importing.save(newcomers(f"Second. {WIRE}"))
    importing.finish()

    assert story_of(library.reader, ArticleId(3)) == into


def test_what_is_deleted_while_an_import_runs_is_forgotten(library: Library) -> None:
    """Nothing is compared with what is no more."""
    importing = saver(library)
    importing.save(newcomers(f"First. {WIRE}"))
    importing.finish()
    gone = [ArticleId(1)]
    library.run(Command.BIN, lambda db: articles.move_to_bin(db, articles=gone))
    library.run(Command.EMPTY_BIN, lambda db: articles.empty_bin(db, articles=gone))

    importing.save(newcomers(f"Second. {WIRE}"))
    importing.finish()

    assert article_count(library.reader) == 1


def test_what_is_in_the_bin_has_no_new_versions(library: Library) -> None:
    """It is not found by its likeness while it lies there."""
    importing = saver(library)
    importing.save(newcomers(f"First. {WIRE}"))
    importing.finish()
    library.run(Command.BIN, lambda db: articles.move_to_bin(db, articles=[ArticleId(1)]))

    importing.save(newcomers(f"Second. {WIRE}"))
    importing.finish()

    assert story_of(library.reader, ArticleId(2)) != story_of(library.reader, ArticleId(1))
