"""Which backups are kept: the rule alone, without files."""

import datetime as dt
from collections.abc import Callable, Collection, Hashable

DAYS, WEEKS, MONTHS = 12, 10, 9
NEWEST = 3
"""Of the last hours there are more than one: what was spoiled at eleven is there as of ten."""


def kept(moments: Collection[dt.datetime]) -> set[dt.datetime]:
    """Return which of the moments of backups are kept.

    The newest three; of each of the last twelve days that have any, the last; going on from
    there, of ten weeks and then of nine months the last. Days without a backup do not count,
    so that a library opened once a month keeps its backups as long. Days are those of the
    moments' own time zone.
    """
    newest_first = sorted(moments, reverse=True)
    found = set(newest_first[:NEWEST])
    rest = newest_first
    for count, period in _RULES:
        chosen = _last_of_each(rest, period)[:count]
        found.update(chosen)
        if chosen:
            oldest = period(chosen[-1])
            rest = [one for one in rest if one < chosen[-1] and period(one) != oldest]
    return found


Period = Callable[[dt.datetime], Hashable]

_RULES: tuple[tuple[int, Period], ...] = (
    (DAYS, lambda moment: moment.date()),
    (WEEKS, lambda moment: moment.isocalendar()[:2]),
    (MONTHS, lambda moment: (moment.year, moment.month)),
)


def _last_of_each(newest_first: Collection[dt.datetime], period: Period) -> list[dt.datetime]:
    """Return the newest moment of each period, the newest period first."""
    chosen: dict[Hashable, dt.datetime] = {}
    for moment in newest_first:
        chosen.setdefault(period(moment), moment)
    return list(chosen.values())
