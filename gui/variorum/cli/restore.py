"""`variorum restore`: put a backup in the place of a library."""

import datetime as dt
from contextlib import closing
from pathlib import Path

import click
from platformdirs import user_data_path

from variorum.cli.failures import FilePath
from variorum.cli.libraries import library_option
from variorum.cli.output import progress
from variorum.library.connection import connect_reading
from variorum.library.identity import identity
from variorum.library.safety import backups
from variorum.library.safety.restoring import restore as put_back


@click.command(epilog="Example: variorum restore --library desk.variorum --from monday.variorum")
@library_option
@click.option(
    "--from",
    "backup_file",
    type=FilePath(exists=True),
    required=True,
    help="The backup: a file from the folder of backups, or any checked copy.",
)
def restore(*, library_file: Path, backup_file: Path) -> None:
    """Let a library be as in a backup; what it is now is kept as a backup first."""
    with closing(connect_reading(backup_file, frozen=True)) as db:
        name = identity(db) or "unnamed"
    folder = backups.folder_of(user_data_path("variorum", appauthor=False) / "backups", name)
    with progress("Restoring") as tick:
        done = put_back(
            library_file, backup_file, folder=folder, now=dt.datetime.now(dt.UTC), tick=tick
        )
    click.echo(f"{library_file} is as in {backup_file}.")
    if done.before is not None:
        click.echo(f"What it was before is kept as {done.before}.")
