"""Read articles from the disk: one file, or all files of folders.

Only regular files are opened, never what a link inside a folder points to outside it, so
that a folder can name no other file of this machine.
"""

import os
import stat
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from variorum.errors import FormatError, VariorumError
from variorum.formats import registry
from variorum.formats.mapping import Mapping
from variorum.formats.rows import Columns, LeftOut, Look, UnknownColumns
from variorum.formats.table import Format
from variorum.text import Imported

# Windows opens in text mode unless told; POSIX waits for ever on a pipe unless told.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


class SkipReason(StrEnum):
    """Name why a file was not read."""

    MISSING = "missing"
    FOLDER = "folder"
    NOT_A_FILE = "not_a_file"
    HIDDEN = "hidden"
    LINK_LEADS_OUT = "link_leads_out"
    NOT_ALLOWED = "not_allowed"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    UNREADABLE = "unreadable"
    COLUMNS = "columns"
    """Nobody knows which column of a corpus holds its text."""
    ROWS = "rows"
    """Some rows of a corpus hold no article."""


class FileRefused(VariorumError):
    """Say why a file was not read, with the reason as a value."""

    def __init__(self, reason: SkipReason, message: str, *, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Skipped:
    """Hold a file that was not read: why, and a sentence with a hint for the reader."""

    file: str
    reason: SkipReason
    message: str
    hint: str = ""


def called(path: Path) -> str:
    """Return by which name sentences call a file: its own, without its folders."""
    return path.name or str(path)


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """Name a file that holds a corpus, to be read row by row."""

    path: Path


def read_file(path: Path) -> list[Imported]:
    """Read the articles of a file, at least one; raise `FileRefused` with a sentence."""
    with _opened(path) as file, _refusals(path):
        data = _all_of(file, path)
        return registry.read_bytes(data, name=called(path), origin=str(path.absolute()))


def read_file_or_corpus(path: Path) -> list[Imported] | CorpusFile:
    """Read the articles of a file as `read_file` does, but leave a corpus to `read_corpus`."""
    with _opened(path) as file, _refusals(path):
        if _corpus_in(file, path) is not None:
            return CorpusFile(path)
        data = _all_of(file, path)
        return registry.read_bytes(data, name=called(path), origin=str(path.absolute()))


def read_corpus(
    path: Path, *, columns: Columns, at: Callable[[int, int], None]
) -> Iterator[Imported | LeftOut]:
    """Yield the articles of a corpus as they are read, and its rows that hold none.

    `at` is told how many bytes were read, and of how many. Raises `FileRefused`, at any row.
    """
    with _opened(path) as file, _refusals(path):
        kind = _corpus_of(file, path, columns.mapping)
        size = os.fstat(file.fileno()).st_size
        for row in registry.read_rows(
            file, kind=kind, columns=columns, name=called(path), origin=str(path.absolute())
        ):
            at(min(file.tell(), size), size)
            yield row


def is_table_with(path: Path, mapping: Mapping) -> bool:
    """Tell whether a file can be read as a table that has the columns of a mapping."""
    try:
        with _opened(path) as file, _refusals(path):
            return _corpus_in(file, path, mapping) is not None
    except FileRefused:
        return False


def look_into(path: Path) -> Look:
    """Return what a corpus looks like; raise `FileRefused` where a file is none."""
    with _opened(path) as file, _refusals(path):
        return registry.look(file, kind=_corpus_of(file, path), name=called(path))


def walk(paths: Iterable[Path]) -> Iterator[Path | Skipped]:
    """Go through files and folders, in the order of names; each file comes once.

    What a folder hides (names that begin with a dot) or links to outside itself is skipped
    with its reason; a path that was named itself is taken as it is.
    """
    seen: set[Path] = set()
    for path in paths:
        found: Iterable[Path | Skipped] = _walk_folder(path) if path.is_dir() else (path,)
        for file in found:
            if isinstance(file, Skipped):
                yield file
                continue
            real = file.resolve()
            if real not in seen:
                seen.add(real)
                yield file


def _walk_folder(folder: Path) -> Iterator[Path | Skipped]:
    root = folder.resolve()
    refused: list[Skipped] = []

    def refuse(error: OSError) -> None:
        file = Path(error.filename)
        message = f"{called(file)} cannot be opened: {error.strerror}."
        refused.append(Skipped(str(file), SkipReason.NOT_ALLOWED, message))

    # Folders behind links are not entered: they may lead outside or in circles.
    for here, folders, files in os.walk(folder, onerror=refuse, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            yield _judged(Path(here, name), root)
        yield from refused
        refused.clear()


def _judged(path: Path, root: Path) -> Path | Skipped:
    if path.name.startswith("."):
        return Skipped(str(path), SkipReason.HIDDEN, f"{called(path)} is hidden.")
    if path.is_symlink() and not path.resolve().is_relative_to(root):
        return Skipped(
            str(path),
            SkipReason.LINK_LEADS_OUT,
            f"{called(path)} is a link that leads out of its folder.",
            hint="Import the file it points to by its own name.",
        )
    return path


@contextmanager
def _opened(path: Path) -> Generator[BinaryIO]:
    """Open a regular file."""
    try:
        handle = os.open(path, _OPEN_FLAGS)
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from error
    try:
        _judge_handle(handle, path)
    except BaseException:
        os.close(handle)
        raise
    with os.fdopen(handle, "rb") as file:
        yield file


@contextmanager
def _refusals(path: Path) -> Generator[None]:
    """Tell what goes wrong while a file is read as why it was refused."""
    try:
        yield
    except UnknownColumns as error:
        raise FileRefused(SkipReason.COLUMNS, error.message, hint=error.hint) from error
    except FormatError as error:
        raise FileRefused(SkipReason.UNREADABLE, error.message, hint=error.hint) from error
    except OSError as error:
        raise _refusal(path, error) from error


def _all_of(file: BinaryIO, path: Path) -> bytes:
    # A file may grow while it is read.
    data = file.read(registry.LARGEST + 1)
    if len(data) > registry.LARGEST:
        raise _too_large(path, registry.LARGEST)
    if not data:
        error = registry.empty(called(path))
        raise FileRefused(SkipReason.EMPTY, error.message, hint=error.hint)
    return data


def _corpus_in(file: BinaryIO, path: Path, mapping: Mapping | None = None) -> Format | None:
    """Return the format of a corpus, or None where a file is none; it is left at its start.

    A table whose columns were named is one, though it would not be recognised by itself.
    """
    head = file.read(registry.SAMPLE)
    file.seek(0)
    kind = registry.recognised(head, called(path)) if head else None
    if kind is not None and kind.open_table is not None:
        return kind
    return registry.table_with(head, mapping) if head and mapping is not None else None


def _corpus_of(file: BinaryIO, path: Path, mapping: Mapping | None = None) -> Format:
    kind = _corpus_in(file, path, mapping)
    if kind is None:
        raise FormatError(f"{called(path)} is no table of articles.")
    return kind


def _judge_handle(handle: int, path: Path) -> None:
    """Refuse what is no regular file by what was opened, not by what the name meant before."""
    status = os.fstat(handle)
    if stat.S_ISDIR(status.st_mode):
        raise FileRefused(SkipReason.FOLDER, f"{called(path)} is a folder, not a file.")
    if not stat.S_ISREG(status.st_mode):
        raise FileRefused(SkipReason.NOT_A_FILE, f"{called(path)} is no regular file.")
    if status.st_size > registry.LARGEST_CORPUS:
        raise _too_large(path, registry.LARGEST_CORPUS)


def _too_large(path: Path, most: int) -> FileRefused:
    return FileRefused(
        SkipReason.TOO_LARGE,
        f"{called(path)} is larger than {most // 1024 // 1024} MB.",
        hint="Split it into smaller files.",
    )


def _refusal(path: Path, error: OSError | ValueError) -> FileRefused:
    if isinstance(error, FileNotFoundError):
        return FileRefused(SkipReason.MISSING, f"There is no file {called(path)}.")
    # Windows reports a folder so.
    if path.is_dir():
        return FileRefused(SkipReason.FOLDER, f"{called(path)} is a folder, not a file.")
    why = error.strerror if isinstance(error, OSError) and error.strerror else "not a usable name"
    return FileRefused(SkipReason.NOT_ALLOWED, f"{called(path)} cannot be opened: {why}.")
