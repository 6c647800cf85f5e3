"""Read times of day in copy: 5:30 p.m., 17.30, 0700 GMT, noon."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.collation.lexicons.words import numbers
from variorum.collation.reading.forms import Form

_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?(?P<half>am|pm|a\.m\.|p\.m\.)?$")
_MILITARY = re.compile(r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)$")
_ZONES = frozenset(
    {
        "gmt",
        "utc",
        "est",
        "edt",
        "cst",
        "cdt",
        "mst",
        "mdt",
        "pst",
        "pdt",
        "cet",
        "cest",
        "bst",
        "ist",
        "jst",
        "kst",
    }
)
_HALVES = {"am": 0, "a.m.": 0, "a.m": 0, "pm": 12, "p.m.": 12, "p.m": 12}


def half_of_day(forms: Sequence[Form]) -> int | None:
    """Return the hours that a half of the day adds, if words tell one and nothing else: am, P.M., A M."""
    return _HALVES.get("".join(form.lower for form in forms).replace(".", ""))


@dataclass(frozen=True, slots=True)
class Clock:
    """Hold a time of day: minutes since midnight, and its zone where it is told."""

    minutes: int
    zone: str


def read_clock(forms: Sequence[Form]) -> Clock | None:
    """Return the time of day that words tell, if they tell one and nothing else."""
    row = [form.lower for form in forms if form.folded not in {"(", ")", ",", "."}]
    if row[-2:] in (["a", "m"], ["p", "m"], ["a.", "m."], ["p.", "m."]):
        row[-2:] = [row[-2][0] + "m"]
    row = _with_half(row)
    glued = _GLUED.fullmatch(row[-1]) if row else None
    if glued:
        row[-1:] = [glued[1], "hrs"]
    hours = row[-1:] in (["hours"], ["hrs"]) and len(row) > 1 and _is_hour(row[-2])
    if hours:
        row.pop()
    if row[-1:] in (["noon"], ["midnight"]) and row[:-1] in ([], ["12"]):
        return Clock(720 if row[-1] == "noon" else 0, "")
    zone = row.pop() if row and row[-1] in _ZONES else ""
    half = _HALVES.get(row[-1]) if row else None
    if half is not None:
        row.pop()
    if len(row) != 1:
        return None
    military = _MILITARY.match(row[0]) if half is None else None
    match = military or _CLOCK.match(row[0])
    if match is None:
        return None
    if not military and match["half"]:
        half = _HALVES[match["half"]]
    return _clock(
        int(match["hour"]), match["minute"], half, zone, sure=bool(military and (zone or hours))
    )


_GLUED = re.compile(r"(\d{4}|\d\d[:.]\d\d)(?:hrs?|hours)")
_PAST = {"half": 30, "quarter": 15, "20": 20, "10": 10, "5": 5}
_SPOKEN = 3
_HOUR = 60
_TOLD_HALVES = {
    ("in", "the", "morning"): "am", ("in", "the", "afternoon"): "pm", ("in", "the", "evening"): "pm", ("at", "night"): "pm",
}  # fmt: skip


def _is_hour(word: str) -> bool:
    return bool(_MILITARY.match(word)) or ":" in word or "." in word


def _with_half(row: list[str]) -> list[str]:
    """Return words with the half of the day that phrases tell: 7 o'clock in the evening, 7 pm."""
    row = [str(numbers().units.get(word, word)) for word in row if word != "o'clock"]
    for phrase, half in _TOLD_HALVES.items():
        if tuple(row[-len(phrase) :]) == phrase:
            return [*_with_minutes(row[: -len(phrase)]), half]
    return _with_minutes(row)


def _with_minutes(row: list[str]) -> list[str]:
    """Return words with the minutes that they tell past an hour or to it: half past 5."""
    if len(row) != _SPOKEN or row[0] not in _PAST or not row[2].isdecimal():
        return row
    minutes, hour = _PAST[row[0]], int(row[2])
    if row[1] == "past":
        return [f"{hour}:{minutes:02d}"]
    return [f"{hour - 1 or 12}:{_HOUR - minutes:02d}"] if row[1] == "to" else row


def _clock(
    hour: int, minute: str | None, half: int | None, zone: str, *, sure: bool
) -> Clock | None:
    """Return a time; a bare figure is none without a half of the day, a colon or a zone."""
    if half is None and not sure and minute is None:
        return None
    if int(minute or 0) > 59 or hour > 23 or (half is not None and not 1 <= hour <= 12):
        return None
    hour = hour % 12 + half if half is not None else hour
    return Clock(hour * 60 + int(minute or 0), zone)


_HOURS_FROM_GMT = {
    "gmt": 0, "utc": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "cet": 1, "cest": 2, "jst": 9, "kst": 9,
}  # fmt: skip
"""Without those that two countries use for other hours: BST, IST."""
_DAY = 24 * 60


def same_moment(one: Clock, other: Clock) -> bool:
    """Tell whether two times of day in two zones are the same: 7 a.m. EDT, 1100 GMT."""
    zones = [_HOURS_FROM_GMT.get(clock.zone) for clock in (one, other)]
    if None in zones or one.zone == other.zone:
        return False
    minutes = [
        (clock.minutes - 60 * hours) % _DAY
        for clock, hours in zip((one, other), zones, strict=True)
        if hours is not None
    ]
    return minutes[0] == minutes[1]
