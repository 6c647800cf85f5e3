"""How slow work reports and how it is stopped; it knows no threads and no Qt."""

from collections.abc import Callable

Tick = Callable[[int, int], None]


class Cancelled(Exception):
    """The reader asked for the work to stop."""


def no_tick(done: int, total: int) -> None:
    """Take a report and do nothing with it."""
