"""What the commands print: JSON that survives every terminal, and a bar."""

import json
import re
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager

import click

from variorum.progress import Tick, no_tick

# An article's own control characters must not reach the terminal, nor turn its lines round.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """Return text of an article or a file's name so that a terminal only shows it."""
    return _CONTROL.sub("\ufffd", text)


def print_json(value: Mapping[str, object]) -> None:
    """Print an object on a line of its own.

    In ASCII: neither a terminal's encoding nor a file name that is no UTF-8 can break it.
    """
    click.echo(json.dumps(value))


@contextmanager
def progress(label: str) -> Generator[Tick]:
    """Show a bar on stderr when that is a terminal, and hand out what moves it."""
    if not sys.stderr.isatty():
        yield no_tick
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def tick(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.update(done - bar.pos)

        yield tick
