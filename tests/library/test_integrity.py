"""Damage is found where it is, and a copy is as sound as what it was made from."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from variorum.errors import LibraryDamaged, LibraryError
from variorum.library.annotations import OnArticle, add_highlight, add_note
from variorum.library.commands import Command
from variorum.library.connection import translate
from variorum.library.library import Library
from variorum.library.queries.stories import stories
from variorum.library.safety.backup import backup_file
from variorum.library.safety.integrity import check
from variorum.library.safety.proofs import Flaw
from variorum.progress import Cancelled
from variorum.text import Span

from .making import annotator, bring_in, dump, read


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a closed library with an article, a highlight and a note."""
    path = tmp_path / "sound.variorum"
    with Library.open(path, create=True) as library:
        me = annotator(library)
        (added,) = bring_in(library, read("The ferry is late."))
        library.run(
            Command.HIGHLIGHT,
            lambda db: add_highlight(db, article=added.article, span=Span(4, 9), annotator=me),
        )
        library.run(
            Command.ADD_NOTE,
            lambda db: add_note(db, on=OnArticle(added.article), text="Ask.", annotator=me),
        )
    return path


def test_sound_library(path: Path) -> None:
    """Nothing is found where nothing is wrong."""
    with Library.open(path) as library:
        report = check(library)

    assert report.is_sound
    assert report.index_checked


@pytest.mark.parametrize(
    ("statements", "flaw"),
    [
        (["UPDATE notes SET text_sha256 = ''"], Flaw.NOTE),
        (["UPDATE articles SET text_sha256 = ''"], Flaw.TEXT),
        (["UPDATE received SET sha256 = ''"], Flaw.RECEIVED),
        (["UPDATE received SET deflated = x'00'"], Flaw.RECEIVED),
        (["UPDATE highlights SET exact = 'train'"], Flaw.QUOTATION),
        (["DELETE FROM members"], Flaw.STORY),
        (["UPDATE story_index SET versions = 7"], Flaw.STORY),
        (["INSERT INTO note_words (rowid, body) VALUES (99, 'ghost')"], Flaw.INDEX),
        (["UPDATE notes SET article = 99"], Flaw.KEYS),
    ],
)
def test_flaw_is_found(path: Path, statements: list[str], flaw: Flaw) -> None:
    """Whatever another program changed is named."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()

    with Library.open(path) as library:
        found = {finding.flaw for finding in check(library).findings}

    assert flaw in found


def test_text_cannot_be_changed(path: Path) -> None:
    """The file itself refuses to change a text, whoever asks."""
    change = "UPDATE texts SET text = 'other'"
    with closing(sqlite3.connect(path)) as db, pytest.raises(sqlite3.IntegrityError, match="never"):
        db.execute(change)


def test_check_can_be_cancelled(path: Path) -> None:
    """A check that the reader stops leaves the library as it was."""

    def stop(*_: int) -> None:
        raise Cancelled

    with Library.open(path) as library:
        with pytest.raises(Cancelled):
            check(library, tick=stop)

        assert check(library).is_sound


def test_backup_of_an_open_library(path: Path, tmp_path: Path) -> None:
    """A copy made while the library is open holds every row and opens like any other."""
    copy = tmp_path / "copies" / "copy.variorum"
    copy.parent.mkdir()
    tables = ["articles", "texts", "highlights", "notes", "commands", "journal"]
    with Library.open(path) as library:
        library.backup_to(copy)
        expected = dump(library, tables)

    with Library.open(copy) as library:
        assert check(library).is_sound
        assert dump(library, tables) == expected
        assert library.undo().result() is not None
    assert [file.name for file in copy.parent.iterdir()] == ["copy.variorum"]


def test_failed_backup_leaves_the_old_one(path: Path, tmp_path: Path) -> None:
    """When no copy can be made, the copy of yesterday stays, and nothing else is left."""
    copy = tmp_path / "copy.variorum"
    copy.write_bytes(b"yesterday")
    path.write_bytes(b"not a database any more" * 1000)

    with pytest.raises(LibraryDamaged):
        backup_file(path, copy)

    assert copy.read_bytes() == b"yesterday"
    assert {file.name for file in tmp_path.iterdir()} == {"copy.variorum", "sound.variorum"}


def test_errors_of_our_own_stay_errors() -> None:
    """Only what the environment did becomes a sentence for the reader."""
    with closing(sqlite3.connect(":memory:")) as db, pytest.raises(sqlite3.Error) as caught:
        db.execute("SELECT nonsense")

    assert translate(caught.value) is None


FULL = """
import pathlib, resource, signal, sys
from variorum.errors import LibraryError
from variorum.library.commands import Command
from variorum.library.keeping import keep_draft
from variorum.library.library import Library

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = pathlib.Path(sys.argv[1])
with Library.open(path) as library:
    limit = path.stat().st_size + 40_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    saved = 0
    try:
        while True:
            place, text = f"note {saved}", "words " * 1000
            library.run(Command.HOUSEKEEPING, lambda db: keep_draft(db, place=place, text=text))
            saved += 1
    except LibraryError as error:
        print(saved, bool(error.hint), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_full_disk_loses_nothing_saved(path: Path) -> None:
    """When the disk takes no more, the deed fails with a hint, and all before it is kept."""
    ended = subprocess.run(
        [sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=False
    )
    saved, has_hint = ended.stdout.split()

    assert has_hint == "True"
    with Library.open(path) as library:
        assert check(library).is_sound
        assert len(stories(library.reader)) == 1
        assert library.reader.value("SELECT count(*) FROM drafts") == int(saved)


def test_library_error_names_the_cause(library: Library) -> None:
    """A query on a closed library is our mistake; a failed write comes with its cause."""
    with pytest.raises(LibraryError) as caught:
        library.reader.rows("DELETE FROM notes")

    assert isinstance(caught.value.__cause__, sqlite3.Error)
