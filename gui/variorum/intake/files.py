"""Read articles from the disk: one file, or all files of folders.

Only regular files are opened, never what a link inside a folder points to outside it, so
that a folder can name no other file of this machine.
"""

import os
import stat
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.formats.corpora.mapping import Mapping
from variorum.formats.corpora.rows import GUESSED, Columns, Look
from variorum.formats.corpora.table import Format
from variorum.intake.archive_members import kind_of
from variorum.intake.archives import read_member, read_members
from variorum.intake.corpora import summed
from variorum.intake.pieces import Deed, Found, Make, Piece, Task, in_pieces
from variorum.intake.skips import (
    FileRefused,
    Skipped,
    SkipReason,
    empty,
    format_refusals,
    skipped,
    too_large,
)
from variorum.text import Imported

_WITHIN = "!"
"""Between an archive's name and its member's."""
_LONGEST_TEXT = 5_000_000
"""Code points of one article: about twenty novels."""
_CHEAP = 96 * 1024
"""Bytes that are surely read in a moment, unless there is more in them than there seems."""
# Windows opens in text mode unless told; POSIX waits for ever on a pipe unless told.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


def called(path: Path) -> str:
    """Return by which name sentences call a file: its own, without its folders."""
    return path.name or str(path)


def judge(path: Path, columns: Columns, *, make: Make | None = None) -> Task:
    """Return how a file is to be read; raise `FileRefused` with a sentence.

    A member of an archive is named as reports name it: by the archive's path, an exclamation
    mark and its own.
    """
    path, member = _parted(path)
    with _opened(path) as file, _refusals(path):
        size = os.fstat(file.fileno()).st_size
        if kind_of(file) is not None:
            return Task(path, Deed.MEMBERS, columns, is_cheap=False, make=make, only=member)
        is_too_large = size > registry.LARGEST
        try:
            kind = _kind(file, path, columns.mapping)
        except FormatError:
            if is_too_large:
                raise too_large(called(path), registry.LARGEST) from None
            raise
        deed = Deed.WHOLE if kind.open_table is None else Deed.ROWS
        if deed is Deed.WHOLE and is_too_large:
            raise too_large(called(path), registry.LARGEST)
        is_cheap = size <= _CHEAP and kind.name not in registry.DEAR
        return Task(path, deed, columns, is_cheap=is_cheap, make=make)


def pieces_of(task: Task) -> Iterator[Piece]:
    """Yield what a file holds, in pieces; a refusal is the last of what it holds."""
    is_corpus = task.deed is Deed.ROWS
    try:
        with _opened(task.path) as file, _refusals(task.path):
            for piece in _READERS[task.deed](file, task):
                yield replace(piece, found=tuple(_bearable(each, task) for each in piece.found))
    except FileRefused as refused:
        yield Piece((skipped(str(task.path), refused),), is_corpus=is_corpus)
    yield Piece(is_corpus=is_corpus, is_last=True)


def _bearable(found: Found, task: Task) -> Found:
    """Return what was found, in the place of a text that nobody can read a refusal."""
    if not isinstance(found, Imported):
        return found
    if len(found.article.text) <= _LONGEST_TEXT:
        return task.make(found) if task.make is not None else found
    refused = FileRefused(
        SkipReason.TOO_LARGE,
        f"{called(task.path)} holds a text of more than {_LONGEST_TEXT:,} characters.",
        hint="Split it into smaller files.",
    )
    return skipped(str(task.path), refused)


def read_file(path: Path, *, dear: Callable[[Task], Iterable[Piece]] = pieces_of) -> list[Imported]:
    """Read the articles of a file, at least one; raise `FileRefused` with a sentence.

    Those of an archive are numbered through; what of it is refused is left out. `dear` reads
    what is not read in a moment: a guarded reader's `pieces`, where nobody vouches for a file.
    """
    task = judge(path, GUESSED)
    pieces = pieces_of(task) if task.is_cheap else dear(task)
    found = [each for piece in pieces for each in piece.found]
    articles = [each for each in found if isinstance(each, Imported)]
    refused = [each for each in found if isinstance(each, Skipped)]
    if not articles and refused:
        raise FileRefused(refused[0].reason, refused[0].message, hint=refused[0].hint)
    if not articles:
        raise empty(called(path))
    if task.deed is not Deed.MEMBERS:
        return articles
    return [replace(each, index=number) for number, each in enumerate(articles)]


def look_into(path: Path, *, dear: Callable[[Task], Iterable[Piece]] = pieces_of) -> Look:
    """Return what a corpus looks like; raise `FileRefused` where a file is none.

    `dear` looks into what is not read in a moment: a guarded reader's `pieces`.
    """
    task = replace(judge(path, GUESSED), deed=Deed.COLUMNS)
    pieces = list(pieces_of(task) if task.is_cheap else dear(task))
    for look in (piece.look for piece in pieces if piece.look is not None):
        return look
    refused = next(each for piece in pieces for each in piece.found if isinstance(each, Skipped))
    raise FileRefused(refused.reason, refused.message, hint=refused.hint)


def _parted(path: Path) -> tuple[Path, str]:
    """Return the archive and the member that a path names; what is a file is no such name."""
    words = path.as_posix()
    signs = [place for place, sign in enumerate(words) if sign == _WITHIN]
    if signs and not os.path.lexists(path):
        for place in signs:
            if os.path.isfile(words[:place]):  # noqa: PTH113 - which does not raise at odd names
                return Path(words[:place]), words[place + 1 :]
    return path, ""


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
            real = _real(file)
            if real not in seen:
                seen.add(real)
                yield file


def _walk_folder(folder: Path) -> Iterator[Path | Skipped]:
    root = _real(folder)
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
    if path.is_symlink() and not _real(path).is_relative_to(root):
        return Skipped(
            str(path),
            SkipReason.LINK_LEADS_OUT,
            f"{called(path)} is a link that leads out of its folder.",
            hint="Import the file it points to by its own name.",
        )
    return path


def _real(path: Path) -> Path:
    """Return where a path leads; `Path.resolve` raises at links that lead in circles."""
    return Path(os.path.realpath(path))


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
        with format_refusals(called(path)):
            yield
    except OSError as error:
        raise _refusal(path, error) from error


def _whole(file: BinaryIO, task: Task) -> Iterator[Piece]:
    path = task.path
    # A file may grow while it is read.
    data = file.read(registry.LARGEST + 1)
    if len(data) > registry.LARGEST:
        raise too_large(called(path), registry.LARGEST)
    if not data:
        raise empty(called(path))
    yield Piece(tuple(registry.read_bytes(data, name=called(path), origin=str(path.absolute()))))


def _rows(file: BinaryIO, task: Task) -> Iterator[Piece]:
    path, size = task.path, os.fstat(file.fileno()).st_size
    rows = registry.read_rows(
        file,
        kind=_corpus_of(file, path, task.columns.mapping),
        columns=task.columns,
        name=called(path),
        origin=str(path.absolute()),
        after=task.after,
    )
    for found in in_pieces(summed(rows, file=str(path), called=called(path))):
        yield Piece(found, min(file.tell(), size), size, is_corpus=True)


def _members(file: BinaryIO, task: Task) -> Iterator[Piece]:
    path = task.path
    size = os.fstat(file.fileno()).st_size
    kind = kind_of(file)
    if kind is None:
        raise FormatError(f"{called(path)} is damaged.", hint="It may not have been saved whole.")
    for piece in read_members(
        file,
        kind,
        name=called(path),
        origin=str(path.absolute()),
        columns=task.columns,
        start=task.start,
        only=task.only,
    ):
        yield replace(piece, place=min(file.tell(), size), size=size)


def _columns(file: BinaryIO, task: Task) -> Iterator[Piece]:
    path = task.path
    archive = kind_of(file) if task.only else None
    corpus = file
    if archive is not None:
        corpus = BytesIO(read_member(file, archive, name=called(path), only=task.only))
        path = Path(f"{path}!{task.only}")
    kind = _corpus_of(corpus, path)
    yield Piece(look=registry.look(corpus, kind=kind, name=called(path)))


_READERS = {
    Deed.WHOLE: _whole,
    Deed.ROWS: _rows,
    Deed.MEMBERS: _members,
    Deed.COLUMNS: _columns,
}


def _kind(file: BinaryIO, path: Path, mapping: Mapping | None = None) -> Format:
    """Return the format of a file, which is left at its start.

    A table whose columns were named is one, though it would not be recognised by itself.
    """
    head = file.read(registry.SAMPLE)
    file.seek(0)
    if not head:
        raise empty(called(path))
    kind = registry.recognised(head, called(path))
    if kind.open_table is None and mapping is not None:
        return registry.table_with(head, mapping) or kind
    return kind


def _corpus_of(file: BinaryIO, path: Path, mapping: Mapping | None = None) -> Format:
    kind = _kind(file, path, mapping)
    if kind.open_table is None:
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
        raise too_large(called(path), registry.LARGEST_CORPUS)


def _refusal(path: Path, error: OSError | ValueError) -> FileRefused:
    if isinstance(error, FileNotFoundError):
        return FileRefused(SkipReason.MISSING, f"There is no file {called(path)}.")
    # Windows reports a folder so.
    if path.is_dir():
        return FileRefused(SkipReason.FOLDER, f"{called(path)} is a folder, not a file.")
    why = error.strerror if isinstance(error, OSError) and error.strerror else "not a usable name"
    return FileRefused(SkipReason.NOT_ALLOWED, f"{called(path)} cannot be opened: {why}.")
