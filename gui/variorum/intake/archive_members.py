"""Go through the members of an archive by handle, within limits; nothing is unpacked by name.

Zip and tar, the latter also packed by gzip, bzip2 or xz, and single files packed by these. What
an archive declares of itself is judged before anything of it is read, and while it is read what
it declared is not believed.
"""

import bz2
import gzip
import io
import lzma
import re
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import IO, Any, BinaryIO

from variorum.intake.archive_names import is_passed_over, judge, tidied
from variorum.intake.skips import FileRefused, SkipReason

MOST_MEMBERS = 1_000
LARGEST_WHOLE = 200 * 1024 * 1024
"""Bytes of all members together, unpacked."""
HIGHEST_RATIO = 100
"""Unpacked to packed, of what is large enough to matter."""
_MATTERS = 1024 * 1024
_TAR_SIGN = slice(257, 262)
_LOCAL_HEADER = 30
_BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    EOFError,
    ValueError,
    OverflowError,
    RuntimeError,
    OSError,
)
_END_SIGN = b"PK\x05\x06"
_LONGEST_END = 22 + 65_535
_DOCUMENT = re.compile(
    rb"PK\x01\x02.{24}(?:\x13\x00.{16}\[Content_Types\]\.xml|\x08\x00.{16}mimetype)", re.DOTALL
)
"""The entry of a member by which a zip is one document, with the length of its name."""


class Kind(StrEnum):
    """Name a kind of archive."""

    ZIP = "zip"
    TAR = "tar"
    GZIP = "gz"
    BZIP2 = "bz2"
    XZ = "xz"


_SIGNS = (
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"\x1f\x8b\x08", Kind.GZIP),
    (b"BZh", Kind.BZIP2),
    (b"\xfd7zXZ\0", Kind.XZ),
)
_UNPACKERS: dict[Kind, Callable[[BinaryIO], io.BufferedIOBase]] = {
    Kind.GZIP: lambda file: gzip.GzipFile(fileobj=file, mode="rb"),
    Kind.BZIP2: bz2.BZ2File,
    Kind.XZ: lzma.LZMAFile,
}


@dataclass(slots=True)
class Budget:
    """Count what an archive, and the archives in it, may still bring."""

    members: int = MOST_MEMBERS
    size: int = LARGEST_WHOLE

    def take(self, members: int, size: int, *, archive: str) -> None:
        """Take what an archive declares; raise `FileRefused` where that is too much."""
        self.members -= members
        self.size -= size
        if self.members < 0:
            raise FileRefused(
                SkipReason.TOO_LARGE,
                f"{archive} holds more than {MOST_MEMBERS:,} files.",
                hint="Unpack it and import the folder.",
            )
        if self.size < 0:
            raise too_large(archive)


@dataclass(frozen=True, slots=True)
class Member:
    """Hold a file of an archive, or why it is refused."""

    name: str
    open: Callable[[], IO[bytes]] | None = None
    """Can be called until the next member is asked for."""
    refused: FileRefused | None = None


def kind_of(file: BinaryIO) -> Kind | None:
    """Return what archive a seekable file is, or None; it is left at its start."""
    head = file.read(512)
    file.seek(0)
    kind = next((kind for sign, kind in _SIGNS if head.startswith(sign)), None)
    if kind is Kind.ZIP and _is_document(file):
        return None
    return Kind.TAR if kind is None and head[_TAR_SIGN] == b"ustar" else kind


def members(file: BinaryIO, kind: Kind, *, name: str, budget: Budget) -> Iterator[Member]:
    """Yield the members of an archive; raise `FileRefused` where it is none to be read."""
    with _refusals(name):
        if kind is Kind.ZIP:
            yield from _of_zip(file, name, budget)
        else:
            yield from _of_stream(file, kind, name, budget)


@contextmanager
def reading(name: str) -> Generator[None]:
    """Tell what goes wrong while a member is read as why it was refused."""
    with _refusals(name):
        yield


def too_large(archive: str) -> FileRefused:
    """Return what to say of an archive that holds too much."""
    return FileRefused(
        SkipReason.TOO_LARGE,
        f"{archive} unpacks to more than {LARGEST_WHOLE // 1024 // 1024} MB.",
        hint="Unpack it and import the folder.",
    )


def _bomb(name: str) -> FileRefused:
    return FileRefused(
        SkipReason.TOO_LARGE,
        f"{name} unpacks to more than {HIGHEST_RATIO} times its size.",
        hint="Unpack it yourself, if you trust it.",
    )


@contextmanager
def _refusals(name: str) -> Generator[None]:
    try:
        yield
    except _BROKEN as error:
        raise FileRefused(
            SkipReason.UNREADABLE, f"{name} is damaged.", hint="It may not have been saved whole."
        ) from error


def _is_document(file: BinaryIO) -> bool:
    """Tell by a zip's directory whether it is an office document or a book, whatever lies in it."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(size - _LONGEST_END, 0))
    tail = file.read()
    end = tail.rfind(_END_SIGN)
    length = int.from_bytes(tail[end + 12 : end + 16], "little") if end >= 0 else 0
    file.seek(max(size - len(tail) + end - length, 0))
    directory = file.read(min(length, _MATTERS))
    file.seek(0)
    return _DOCUMENT.search(directory) is not None


def _chosen(name: str, seen: set[str], archive: str) -> str | None:
    """Return by which name a member goes, None where it is passed over; refuse what is unsafe."""
    judge(name, archive=archive)
    label = tidied(name)
    if is_passed_over(label):
        return None
    if label in seen:
        raise FileRefused(SkipReason.UNSAFE, f"{archive} holds {label} more than once.")
    seen.add(label)
    return label


def _no_file(label: str, *, is_link: bool) -> FileRefused:
    if is_link:
        return FileRefused(SkipReason.UNSAFE, f"{label} is a link.")
    return FileRefused(SkipReason.UNSAFE, f"{label} is no regular file.")


# --- zip ---------------------------------------------------------------------------------------


def _of_zip(file: BinaryIO, name: str, budget: Budget) -> Iterator[Member]:
    with zipfile.ZipFile(file) as archive:
        found = archive.infolist()
        budget.take(len(found), sum(each.file_size for each in found), archive=name)
        _refuse_overlaps(found, name)
        seen: set[str] = set()
        for info in found:
            if info.is_dir() and not info.file_size:
                continue
            try:
                # The name that zipfile gives was cut at a NUL.
                label = _chosen(info.orig_filename, seen, name)
                if label is None:
                    continue
                _judge_zipped(info, name)
            except FileRefused as refused:
                yield Member(tidied(info.filename), refused=refused)
                continue
            yield Member(label, lambda info=info: archive.open(info))


def _refuse_overlaps(found: list[zipfile.ZipInfo], name: str) -> None:
    """Refuse an archive whose members share their bytes, as those of one kind of bomb do."""
    end = 0
    for info in sorted(found, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise FileRefused(SkipReason.UNSAFE, f"{name} holds files that overlap.")
        end = info.header_offset + _LOCAL_HEADER + info.compress_size


def _judge_zipped(info: zipfile.ZipInfo, archive: str) -> None:
    label = f"{archive}!{info.filename}"
    mode = info.external_attr >> 16
    if stat.S_IFMT(mode) and not stat.S_ISREG(mode):
        raise _no_file(label, is_link=stat.S_ISLNK(mode))
    if info.flag_bits & 1:
        raise FileRefused(
            SkipReason.UNREADABLE,
            f"{label} is locked with a password.",
            hint="Save a copy without it and import that.",
        )
    if info.file_size > max(_MATTERS, HIGHEST_RATIO * info.compress_size):
        raise _bomb(label)


# --- tar, and single packed files -----------------------------------------------------------------


class _Metered(io.RawIOBase):
    """Read what a packed file unpacks to, as far as that is in proportion to it."""

    def __init__(self, unpacked: BinaryIO | io.BufferedIOBase, packed: int, name: str) -> None:
        super().__init__()
        self._unpacked = unpacked
        self._most = max(_MATTERS, HIGHEST_RATIO * packed)
        self._name = name
        self.count = 0

    def readable(self) -> bool:
        """Return what a buffer asks."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer; raise `FileRefused` where too much has come."""
        data = self._unpacked.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        if self.count > self._most:
            raise _bomb(self._name)
        if self.count > LARGEST_WHOLE + _MATTERS:
            raise too_large(self._name)
        return len(data)


def _of_stream(file: BinaryIO, kind: Kind, name: str, budget: Budget) -> Iterator[Member]:
    if kind is not Kind.TAR:
        with _unpacked(file, kind, name) as stream:
            if stream.peek(512)[_TAR_SIGN] != b"ustar":
                label = PurePosixPath(name.rpartition("!")[2]).stem or name
                budget.take(1, _length(stream), archive=name)
                file.seek(0)
                with _unpacked(file, kind, name) as again:
                    yield Member(label, lambda: again)
                return
        file.seek(0)
    with _unpacked(file, kind, name) as stream:
        _survey(stream, name, budget)
    file.seek(0)
    with _unpacked(file, kind, name) as stream:
        yield from _of_tar(stream, name)


@contextmanager
def _unpacked(file: BinaryIO, kind: Kind, name: str) -> Generator[io.BufferedReader]:
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    unpack = _UNPACKERS.get(kind)
    stream = unpack(file) if unpack else file
    yield io.BufferedReader(_Metered(stream, size, name), 1 << 16)


def _length(stream: io.BufferedReader) -> int:
    length = 0
    while data := stream.read(1 << 20):
        length += len(data)
    return length


def _survey(stream: io.BufferedReader, name: str, budget: Budget) -> None:
    """Go through the heads of a tar's members before any is read."""
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for info in archive:
            budget.take(1, info.size if info.isreg() else 0, archive=name)


def _of_tar(stream: io.BufferedReader, name: str) -> Iterator[Member]:
    seen: set[str] = set()
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for info in archive:
            if info.isdir():
                continue
            try:
                label = _chosen(info.name, seen, name)
                if label is None:
                    continue
                if not info.isreg() or info.issparse():
                    raise _no_file(f"{name}!{label}", is_link=info.issym() or info.islnk())
            except FileRefused as refused:
                yield Member(tidied(info.name), refused=refused)
                continue
            yield Member(label, lambda info=info: _extracted(archive, info))


def _extracted(archive: tarfile.TarFile, info: tarfile.TarInfo) -> IO[bytes]:
    file = archive.extractfile(info)
    if file is None:
        raise EOFError
    return file
