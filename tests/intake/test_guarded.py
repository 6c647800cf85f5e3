"""The reader beside: what becomes of a file that hangs or ends its process, and of the rest."""

import json
import multiprocessing
import os
import sys
import zipfile
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from variorum.formats.corpora.rows import GUESSED
from variorum.intake.files import judge, pieces_of
from variorum.intake.guarded import Reader, ReaderLost
from variorum.intake.importer import import_paths
from variorum.intake.pieces import Chunk, Task
from variorum.intake.skips import Skipped, SkipReason
from variorum.library.library import Library
from variorum.progress import Cancelled, felt
from variorum.text import Imported

if sys.platform != "win32":
    import resource

SLOW = "is about ships.\n\nThey sail on 3 May.\n\n" * 60_000
"""Words that take seconds to read."""
TEXTS = [f"Story {n} " + "is about ships. " * 200 for n in range(400)]
"""Texts of more than a megabyte together: they fit into no pipe."""


@pytest.fixture
def reader() -> Iterator[Reader]:
    """Return a reader with all the time it may have."""
    with closing(Reader()) as reader:
        yield reader


@pytest.fixture
def archive(folder: Path) -> Task:
    """Return the task of reading a zip of three stories."""
    return zipped(folder, "is about ships.")


@pytest.fixture
def heavy_archive(folder: Path) -> Task:
    """Return the task of reading a zip of three stories, none of which fits into a pipe."""
    return zipped(folder, "is about ships. " * 60_000)


@pytest.fixture
def slow_archive(folder: Path) -> Task:
    """Return the task of reading a zip of three stories, each of which takes seconds."""
    return zipped(folder, SLOW)


@pytest.fixture
def long_corpus(folder: Path) -> Task:
    """Return the task of reading a corpus of which a pipe holds but the beginning."""
    path = folder / "desk.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in TEXTS))
    return judge(path, GUESSED)


def zipped(folder: Path, words: str) -> Task:
    """Return the task of reading a zip of three stories that go on with some words."""
    path = folder / "desk.zip"
    with zipfile.ZipFile(path, "w") as file:
        for name in "abc":
            file.writestr(f"{name}.txt", f"HALVERN (Northline) - Story {name} {words}")
    return judge(path, GUESSED)


def test_a_reader_brings_what_is_read_without_it(reader: Reader, archive: Task) -> None:
    """The process beside makes no difference."""
    assert list(reader.pieces(archive)) == list(pieces_of(archive))


def test_a_reader_goes_on_after_being_left_off(reader: Reader, archive: Task) -> None:
    """What somebody did not want to the end is in nobody's way."""
    next(reader.pieces(archive))

    assert list(reader.pieces(archive))[-1].is_last


def test_a_member_that_takes_too_long_is_skipped_and_the_archive_goes_on(
    slow_archive: Task,
) -> None:
    """Without any time at all each member is too slow, until the archive is given up."""
    with closing(Reader(seconds=0)) as reader:
        pieces = list(reader.pieces(slow_archive))

    skipped = [each for piece in pieces for each in piece.found if isinstance(each, Skipped)]
    assert skipped
    assert {each.reason for each in skipped} == {SkipReason.TOO_SLOW}
    assert "longer than 10 seconds" in skipped[0].message
    assert pieces[-1].is_last


def test_a_file_that_ends_its_reader_is_skipped_and_the_next_is_read(
    reader: Reader, heavy_archive: Task
) -> None:
    """A reader that died, here of waiting to hand on a story, is started anew."""
    asked = reader.asked(heavy_archive)
    next(asked)
    for process in multiprocessing.active_children():
        process.kill()
        process.join()
    with pytest.raises(ReaderLost):
        list(asked)

    found = [each for piece in reader.pieces(heavy_archive) for each in piece.found]
    assert len([each for each in found if isinstance(each, Imported)]) == 3


def test_a_file_of_a_chunk_that_takes_too_long_is_skipped_alone(folder: Path) -> None:
    """Each of them is told by its own name."""
    for name in "ab":
        (folder / f"{name}.txt").write_text(SLOW)
    files = tuple(sorted(folder.iterdir()))
    with closing(Reader(seconds=0)) as reader:
        done = reader.chunk(Chunk(files, GUESSED))

    skipped = [piece.found[0] for pieces in done for piece in pieces]
    assert [each.file for each in skipped if isinstance(each, Skipped)] == list(map(str, files))
    assert all(pieces[-1].is_last for pieces in done)


def test_a_message_of_many_items_shows_that_it_goes_on(folder: Path) -> None:
    """Whoever watches over a reader feels each article that is put together."""
    items = "".join(
        f"<item><title>Ferry {n}</title><description>Ferry number {n} left.</description></item>"
        for n in range(30)
    )
    path = folder / "feed.xml"
    path.write_text(f'<rss version="2.0"><channel><title>F</title>{items}</channel></rss>')
    beats: list[None] = []
    with felt(lambda: beats.append(None)):
        pieces = list(pieces_of(judge(path, GUESSED)))

    assert sum(len(piece.found) for piece in pieces) == len(beats) == 30


def test_a_file_that_takes_long_can_be_stopped(reader: Reader, slow_archive: Task) -> None:
    """Who waits for a reader may call it off; its process ends with that."""

    def stop() -> None:
        raise Cancelled

    with felt(stop), pytest.raises(Cancelled):
        list(reader.pieces(slow_archive))

    assert multiprocessing.active_children() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no open files")
def test_a_reader_that_cannot_be_started_is_lost_and_can_be_tried_again(
    reader: Reader, archive: Task
) -> None:
    """Where the system has no more handles to give, the file is refused, with a sentence."""
    with _handles_left(2):
        refused = [each for piece in reader.pieces(archive) for each in piece.found]

    assert [type(each) for each in refused] == [Skipped]
    assert list(reader.pieces(archive)) == list(pieces_of(archive))


@contextmanager
def _handles_left(number: int) -> Generator[None]:
    """Let so many files be opened, and no more."""
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    handles = [os.dup(0) for _ in range(number)]
    most = max(handles) + 1
    for handle in handles:
        os.close(handle)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)


def test_a_corpus_is_read_on_after_its_reader_was_lost(reader: Reader, long_corpus: Task) -> None:
    """A reader may be lost for what is not the file's: each article comes once, and in its order."""
    pieces = reader.pieces(long_corpus)
    first = next(piece for piece in pieces if piece.found)
    _end_readers()
    found = [*first.found, *(each for piece in pieces for each in piece.found)]

    assert [each.article.text for each in found if isinstance(each, Imported)] == TEXTS
    assert len(found) == len(TEXTS)


def test_a_corpus_whose_reader_is_lost_again_and_again_is_given_up(
    reader: Reader, long_corpus: Task
) -> None:
    """It is said after which article; what came before has come."""
    found: list[object] = []
    for piece in reader.pieces(long_corpus):
        found += piece.found
        if piece.found and not isinstance(piece.found[0], Skipped):
            _end_readers()

    last = found.pop()
    assert isinstance(last, Skipped)
    assert last.message.endswith(f"could not be read after its article {len(found)}.")
    came = [each.article.text for each in found if isinstance(each, Imported)]
    assert came == TEXTS[: len(found)]


def _end_readers() -> None:
    for child in multiprocessing.active_children():
        child.kill()
        child.join()


def test_an_import_stops_within_a_file_that_takes_long(
    library: Library, slow_archive: Task
) -> None:
    """The reader of the program need not wait for what hangs."""
    told: list[int] = []

    def tick(done: int, _total: int) -> None:
        told.append(done)
        if len(told) > 2:
            raise Cancelled

    report = import_paths(library, [slow_archive.path], tick=tick)

    assert (report.stopped, report.imported, told) == (True, 0, [0, 0, 0])
