"""`variorum backup`: a verified copy of a library."""

from pathlib import Path

import click

from variorum.cli.failures import Failure, FilePath
from variorum.cli.libraries import library_option, to_read


@click.command(epilog="Example: variorum backup --library desk.variorum --to monday.variorum")
@library_option
@click.option(
    "--to",
    "to_file",
    type=FilePath(),
    required=True,
    help="The copy; a file that is already there is replaced.",
)
def backup(*, library_file: Path, to_file: Path) -> None:
    """Write a checked copy of a library, even while a window writes it."""
    if to_file.exists() and to_file.samefile(library_file):
        raise Failure("The copy must be another file than the library.")
    with to_read(library_file) as library:
        library.backup_to(to_file)
    click.echo(f"{to_file} holds a checked copy.")
