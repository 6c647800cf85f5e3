"""How the command line tells what went wrong: one sentence on stderr."""

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


class Stopped(Failure):
    """End the command because the user said so; 130 is what shells expect."""

    exit_code = 130

    def __init__(self) -> None:
        super().__init__("Stopped.")


def report(error: VariorumError) -> None:
    """Tell what went wrong with one thing among many, and go on."""
    Failure.of(error).show()
