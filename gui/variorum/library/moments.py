"""Days and instants as the file keeps them."""

import datetime as dt
import os
import time
import uuid

from variorum.text import Moment, PartialDate


def now() -> str:
    """Return this instant as the file keeps it: ISO 8601 in UTC."""
    return kept(dt.datetime.now(dt.UTC))


def kept(moment: dt.datetime) -> str:
    """Return an instant as the file keeps it; one without a zone is taken for UTC."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def new_uuid() -> str:
    """Return a name for a row that stays its own when libraries are merged.

    It is a UUID of version 7 (RFC 9562): made in order of time, so that an index of them
    grows at its end and an import does not change pages all over it.
    """
    milliseconds = time.time_ns() // 1_000_000
    chance = int.from_bytes(os.urandom(10))
    number = (milliseconds & (1 << 48) - 1) << 80 | chance
    number = number & ~(0xF << 76) | 0x7 << 76
    return str(uuid.UUID(int=number & ~(0x3 << 62) | 0x2 << 62))


def instant(text: str) -> dt.datetime:
    """Read an instant that the file keeps."""
    return dt.datetime.fromisoformat(text)


def moment_to_text(moment: Moment | None) -> str | None:
    """Write a day or an instant as ISO 8601, its zone kept."""
    return None if moment is None else moment.isoformat()


def moment_from_text(text: str | None) -> Moment | None:
    """Read a day or an instant."""
    if text is None:
        return None
    if len(text) == len("2001-12-31"):
        return dt.date.fromisoformat(text)
    return dt.datetime.fromisoformat(text)


def sortable(moment: Moment) -> str:
    """Return a text that sorts as the moments do: UTC, a day before its hours."""
    if isinstance(moment, dt.datetime) and moment.tzinfo is not None:
        moment = moment.astimezone(dt.UTC)
    return moment.isoformat()


def partial_to_text(date: PartialDate | None) -> str | None:
    """Write a date as far as it is known."""
    return None if date is None else date.isoformat()


def partial_from_text(text: str | None) -> PartialDate | None:
    """Read a date as `PartialDate.isoformat` wrote it: `1987-02-26`, `1987`, `--02-26`."""
    if text is None:
        return None
    year, rest = (None, text[2:]) if text.startswith("--") else (int(text[:4]), text[5:])
    numbers = [int(number) for number in rest.split("-") if number]
    month, day = [*numbers, None, None][:2]
    return PartialDate(year, month, day)
