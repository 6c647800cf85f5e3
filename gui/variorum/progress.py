"""How slow work reports and how it is stopped; it knows no threads and no Qt."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar

Tick = Callable[[int, int], None]


class Cancelled(Exception):
    """The reader asked for the work to stop."""


def no_tick(done: int, total: int) -> None:
    """Take a report and do nothing with it."""


def _no_pulse() -> None:
    """Feel no pulse."""


_PULSE = ContextVar[Callable[[], None]]("pulse", default=_no_pulse)


def pulse() -> None:
    """Tell whoever watches over this work that it goes on: an article of many is done."""
    _PULSE.get()()


@contextmanager
def felt(by: Callable[[], None]) -> Generator[None]:
    """Let a function know each `pulse` of the work within."""
    before = _PULSE.set(by)
    try:
        yield
    finally:
        _PULSE.reset(before)
