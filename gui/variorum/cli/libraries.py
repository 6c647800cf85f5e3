"""The option that names a library, and how the commands open it."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from variorum.cli.failures import FilePath
from variorum.library.library import Library

F = TypeVar("F", bound=Callable[..., object])


def library_option(command: F) -> F:
    """Give a command the option `--library`."""
    option = click.option(
        "--library",
        "library_file",
        type=FilePath(),
        required=True,
        help="The library file (*.variorum).",
    )
    return option(command)


def to_read(file: Path) -> Library:
    """Open a library to read it, even while a window writes it."""
    return Library.open(file, read_only=True)


def to_write(file: Path) -> Library:
    """Open a library to write it; a missing one is made."""
    return Library.open(file, create=True)
