"""Read the members of an archive as the files they are, archives among them once more."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.formats.corpora.rows import Columns
from variorum.intake import archive_members
from variorum.intake.archive_members import Budget, Kind, Member
from variorum.intake.corpora import summed
from variorum.intake.pieces import Piece, in_pieces
from variorum.intake.skips import (
    FileRefused,
    Skipped,
    SkipReason,
    format_refusals,
    skipped,
    too_large,
)
from variorum.text import Imported

_DEEPEST = 2
"""An archive may hold archives, those may not."""


def read_members(
    file: BinaryIO,
    kind: Kind,
    *,
    name: str,
    origin: str,
    columns: Columns,
    start: int = 0,
    only: str = "",
) -> Iterator[Piece]:
    """Yield what the members of an archive hold, each refusal in the place of its member.

    Members before number `start` are passed over, and all but `only` where it is named. Raises
    `FileRefused` for the whole archive.
    """
    members = _members(file, kind, _Place(name, origin), Budget(), depth=1)
    for number, (place, member) in enumerate(members):
        if number < start or (only and place.name != f"{name}!{only}"):
            continue
        yield Piece(member=number, called=place.name)
        for found in in_pieces(_read(place, member, columns)):
            yield Piece(found, member=number, called=place.name)


def read_member(file: BinaryIO, kind: Kind, *, name: str, only: str) -> bytes:
    """Return the bytes of one member; raise `FileRefused` where there is none that can be read."""
    for place, member in _members(file, kind, _Place(name, name), Budget(), depth=1):
        if place.name == f"{name}!{only}":
            if isinstance(member, FileRefused):
                raise member
            return member
    raise FileRefused(SkipReason.MISSING, f"There is no file {name}!{only}.")


@dataclass(frozen=True, slots=True)
class _Place:
    """Say where something was found: its name in sentences, its origin."""

    name: str
    origin: str

    def within(self, member: str) -> "_Place":
        """Return the place of a member of this archive."""
        return _Place(f"{self.name}!{member}", f"{self.origin}!{member}")


def _members(
    file: BinaryIO, kind: Kind, place: _Place, budget: Budget, *, depth: int
) -> Iterator[tuple[_Place, bytes | FileRefused]]:
    """Yield each member of an archive with its bytes, those of archives in it among them."""
    for member in archive_members.members(file, kind, name=place.name, budget=budget):
        here = place.within(member.name)
        try:
            data = _data(member, here.name)
            inner = archive_members.kind_of(BytesIO(data))
            if inner is None:
                yield here, data
                continue
            if depth == _DEEPEST:
                raise FileRefused(
                    SkipReason.NESTED,
                    f"{here.name} is an archive within an archive in another.",
                    hint="Unpack it and import what is in it.",
                )
            yield from _members(BytesIO(data), inner, here, budget, depth=depth + 1)
        except FileRefused as refused:
            yield here, refused


def _data(member: Member, name: str) -> bytes:
    """Return a member's bytes, as many as may be read of a file of its format."""
    if member.refused is not None:
        raise member.refused
    if member.open is None:
        return b""
    with archive_members.reading(name), member.open() as file:
        data = file.read(registry.LARGEST + 1)
        if len(data) > registry.LARGEST:
            if not _is_corpus(data[: registry.SAMPLE], name):
                raise too_large(name, registry.LARGEST)
            data += file.read(archive_members.LARGEST_WHOLE)
        return data


def _is_corpus(head: bytes, name: str) -> bool:
    try:
        return registry.recognised(head, name).open_table is not None
    except FormatError:
        return False


def _read(
    place: _Place, data: bytes | FileRefused, columns: Columns
) -> Iterator[Imported | Skipped]:
    """Yield the articles of a member, or why there are none."""
    if isinstance(data, FileRefused):
        yield skipped(place.origin, data)
        return
    try:
        with format_refusals(place.name):
            yield from _articles(place, data, columns)
    except FileRefused as refused:
        yield skipped(place.origin, refused)


def _articles(place: _Place, data: bytes, columns: Columns) -> Iterator[Imported | Skipped]:
    head = data[: registry.SAMPLE]
    kind = registry.recognised(head, place.name)
    if columns.mapping is not None and kind.open_table is None:
        kind = registry.table_with(head, columns.mapping) or kind
    if kind.open_table is None:
        yield from registry.read_bytes(data, name=place.name, origin=place.origin)
        return
    rows = registry.read_rows(
        BytesIO(data),
        kind=kind,
        columns=columns,
        name=place.name,
        origin=place.origin,
    )
    yield from summed(rows, file=place.origin, called=place.name)
