"""The group of commands: which there are, and how their errors are told."""

from importlib import import_module
from typing import Any, NamedTuple

import click

from variorum.cli.failures import Failure, Stopped
from variorum.errors import VariorumError


class Place(NamedTuple):
    """Say where a command lives, and what it does in one line."""

    module: str
    line: str


COMMANDS = {
    "parse": Place("parse", "Read files and say what is in them."),
    "collate": Place("collate", "Compare a base with a version."),
    "carry": Place("carry", "Carry spans of a base to a version."),
    "group": Place("group", "Say which files are versions of one story."),
    "import": Place("import_", "Bring files and folders into a library."),
    "list": Place("list_", "List the stories of a library."),
    "show": Place("show", "Show all that a library knows of an article."),
    "search": Place("search", "Find words in the texts of a library."),
    "concordance": Place("concordance", "Show every place where words stand, with those around."),
    "export": Place("export", "Write comparisons and marks to a file."),
    "import-marks": Place("import_marks", "Take in marks that were exported."),
    "merge": Place("merge", "Bring another library into a library."),
    "agreement": Place("agreement", "Say how far annotators agree."),
    "check": Place("check", "Prove that a library is sound."),
    "backup": Place("backup", "Write a checked copy of a library."),
    "restore": Place("restore", "Put a backup in the place of a library."),
    "open": Place("open_", "Open the window, or save a picture of it."),
}


_LIBRARY = ".variorum"


def _loaded(name: str) -> click.Command:
    """Import a command; its function has the name of its module."""
    place = COMMANDS[name]
    command = getattr(import_module(f"variorum.cli.{place.module}"), place.module)
    if not isinstance(command, click.Command):
        raise TypeError(f"{place.module} holds no command of its name")
    return command


class LazyGroup(click.Group):
    """Import a command's module only when that command is asked for.

    Qt, SQLite and the lexicons take longer to import than most commands run; `--help` needs
    none of them. This is the only place that imports by name.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command, if there is one of this name."""
        return _loaded(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Open a library that is named alone, as a dropped file or a double click names it."""
        first = args[0]
        if first not in COMMANDS and first.lower().endswith(_LIBRARY):
            return "open", _loaded("open"), args
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands by the table, so that none has to be imported."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, place.line) for name, place in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command, and tell what went wrong in one sentence."""
        try:
            return super().invoke(ctx)
        except VariorumError as error:
            raise Failure.of(error) from error
        except KeyboardInterrupt as error:
            raise Stopped from error
        except BrokenPipeError:
            # Whoever read us has enough; click ends quietly.
            raise
        except OSError as error:
            raise Failure.of_system(error) from error


def _say_version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's signature
    if wanted and not ctx.resilient_parsing:
        click.echo(import_module("variorum.cli.version").version_line())
        ctx.exit()


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: variorum collate agency.txt paper.txt",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_say_version,
    help="Print the version, and those of SQLite and Qt.",
)
@click.pass_context
def variorum(ctx: click.Context) -> None:
    """Read, compare and annotate the printings of a wire story, side by side.

    Without a command the window opens on your own library.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(_loaded("open"))
