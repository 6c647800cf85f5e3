"""Reading from the disk: what is read, what is left out, and why."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from variorum.formats import registry
from variorum.intake.files import pieces_of, read_file, walk
from variorum.intake.pieces import Piece, Task
from variorum.intake.skips import FileRefused, Skipped, SkipReason

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")


def found_in(*paths: Path) -> list[str]:
    """Return the names of the files that a walk finds."""
    return [found.name for found in walk(paths) if isinstance(found, Path)]


def skipped_in(*paths: Path) -> list[SkipReason]:
    """Return the reasons for which a walk leaves files out."""
    return [found.reason for found in walk(paths) if isinstance(found, Skipped)]


def refusal(path: Path) -> FileRefused:
    """Return why a file was refused."""
    with pytest.raises(FileRefused) as caught:
        read_file(path)
    return caught.value


def test_a_file_is_known_by_its_absolute_path(wire: Path) -> None:
    """What is imported again from the same place is recognised."""
    (imported,) = read_file(wire)

    assert imported.origin == str(wire.absolute())
    assert imported.received == wire.read_bytes()


def test_folders_are_walked_in_the_order_of_names(folder: Path) -> None:
    """An import gives the same result on every machine."""
    for name in ("b/2.txt", "a/1.txt", "c.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("Some words.")

    assert found_in(folder) == ["c.txt", "1.txt", "2.txt"]


def test_a_file_named_twice_comes_once(folder: Path, wire: Path) -> None:
    """A file and its folder do not make two articles."""
    assert found_in(wire, folder, wire) == ["wire.txt"]


def test_hidden_files_are_skipped_unless_named(folder: Path) -> None:
    """What a folder hides is not imported with it."""
    hidden = folder / ".notes.txt"
    hidden.write_text("Not for you.")

    assert skipped_in(folder) == [SkipReason.HIDDEN]
    assert found_in(hidden) == [".notes.txt"]


@posix_only
def test_a_link_that_leads_out_of_its_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    """A folder cannot name other files of this machine."""
    secret = tmp_path / "secret.txt"
    secret.write_text("Nobody's business.")
    (folder / "innocent.txt").symlink_to(secret)
    (folder / "outside").symlink_to(tmp_path)

    assert found_in(folder) == []
    assert skipped_in(folder) == [SkipReason.LINK_LEADS_OUT]


@posix_only
def test_a_link_inside_its_folder_names_the_same_file(folder: Path, wire: Path) -> None:
    """A link to a neighbour is that neighbour."""
    (folder / "again.txt").symlink_to(wire)

    assert len(found_in(folder)) == 1


@posix_only
def test_a_link_to_itself_is_told(folder: Path, wire: Path) -> None:
    """Links that lead in circles stop nothing."""
    circle = folder / "circle.txt"
    circle.symlink_to(circle)

    assert found_in(folder) == ["circle.txt", wire.name]
    assert refusal(circle).reason is SkipReason.NOT_ALLOWED


@posix_only
def test_a_pipe_is_no_file(folder: Path) -> None:
    """Nothing waits for a pipe that nobody writes to."""
    pipe = folder / "pipe"
    os.mkfifo(pipe)

    assert refusal(pipe).reason is SkipReason.NOT_A_FILE


def test_a_missing_file_is_told(folder: Path) -> None:
    """The sentence names the file."""
    error = refusal(folder / "gone.txt")

    assert error.reason is SkipReason.MISSING
    assert "gone.txt" in error.message


def test_a_folder_is_no_file(folder: Path) -> None:
    """A folder in the place of a file is told as such."""
    assert refusal(folder).reason is SkipReason.FOLDER


def test_an_empty_file_is_told(folder: Path) -> None:
    """A file without a byte holds no article."""
    empty = folder / "empty.txt"
    empty.touch()

    assert refusal(empty).reason is SkipReason.EMPTY


def test_a_picture_is_refused_by_its_name(folder: Path) -> None:
    """The sentence says what the file is."""
    picture = folder / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))

    error = refusal(picture)

    assert error.reason is SkipReason.UNREADABLE
    assert "PNG" in error.message


def test_a_file_too_large_is_not_read(folder: Path) -> None:
    """A sparse file of many megabytes is refused by its size."""
    large = folder / "large.txt"
    with large.open("wb") as file:
        file.truncate(registry.LARGEST + 1)

    assert refusal(large).reason is SkipReason.TOO_LARGE


@posix_only
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_told(wire: Path) -> None:
    """The system's reason stands in the sentence."""
    wire.chmod(0)

    assert refusal(wire).reason is SkipReason.NOT_ALLOWED


def test_sentences_call_a_file_by_its_own_name_once(tmp_path: Path) -> None:
    """Where the file lies is told beside the sentence, not in it."""
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    messages = [refusal(path).message for path in (empty, tmp_path / "gone.txt", tmp_path)]

    assert not [message for message in messages if str(tmp_path.parent) in message]
    assert messages[0].count("empty.txt") == 1


def test_what_may_be_dear_is_read_by_who_is_asked(folder: Path) -> None:
    """A file that is cheap is read at once, a dear one by whom a caller names."""
    (folder / "cheap.txt").write_text("HALVERN (Northline) - A ship left the harbour.")
    (folder / "dear.txt").write_text("HALVERN (Northline) - A ship left the harbour. " * 4_000)
    asked: list[Path] = []

    def dear(task: Task) -> Iterator[Piece]:
        asked.append(task.path)
        return pieces_of(task)

    for file in sorted(folder.iterdir()):
        assert read_file(file, dear=dear) == read_file(file)
    assert asked == [folder / "dear.txt"]
