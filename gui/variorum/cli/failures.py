"""How the command line tells what went wrong: one sentence on stderr."""

import os
from pathlib import Path
from typing import IO, Any

import click

from variorum.cli.output import harmless
from variorum.errors import VariorumError


class Failure(click.ClickException):
    """End the command with a sentence and exit code 1."""

    @classmethod
    def of(cls, error: VariorumError) -> "Failure":
        """Tell an error of ours with its hint."""
        return cls(" ".join(part for part in (error.message, error.hint) if part))

    @classmethod
    def of_system(cls, error: OSError) -> "Failure":
        """Tell an error of the system with the file it is about."""
        reason = error.strerror or "the system refused"
        return cls(f"{error.filename}: {reason}." if error.filename else f"{reason}.")

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence."""
        click.echo(f"variorum: {harmless(self.message)}", file=file, err=file is None)


class FilePath(click.Path):
    """Take the name of a file; one that is missing, or a folder, is no wrong usage."""

    def __init__(self, *, exists: bool = False) -> None:
        super().__init__(exists=exists, dir_okay=False, path_type=Path)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:
        """Return the path, or end the command with a sentence."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            path = Path(value)
            if path.is_dir():
                raise Failure(f"{path} is a folder, not a file.") from error
            if not path.exists():
                raise Failure(f"There is no file {path}.") from error
            raise Failure(f"{path} cannot be read.") from error


class Stopped(Failure):
    """End the command because the user said so; 130 is what shells expect."""

    exit_code = 130

    def __init__(self) -> None:
        super().__init__("Stopped.")


def report(error: VariorumError) -> None:
    """Tell what went wrong with one thing among many, and go on."""
    Failure.of(error).show()
