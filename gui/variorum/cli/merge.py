"""`variorum merge`: bring what another library has into a library."""

from pathlib import Path

import click

from variorum.cli.failures import FilePath
from variorum.cli.libraries import to_read
from variorum.cli.output import harmless, print_json, progress
from variorum.exchange.merge_templates import KINDS, clash_line
from variorum.library.commands import Command
from variorum.library.library import Library
from variorum.library.merging.merge import merge as merge_into
from variorum.library.merging.merge import opened_to_merge, rehearse
from variorum.library.merging.values import Choice, MergeReport, Tally
from variorum.library.safety.backup import backup_file


@click.command(epilog="Example: variorum merge desk.variorum colleague.variorum --dry-run")
@click.argument("library_file", metavar="LIBRARY", type=FilePath(exists=True))
@click.argument("other", metavar="OTHER", type=FilePath(exists=True))
@click.option("--dry-run", is_flag=True, help="Say what would come, and write nothing.")
@click.option(
    "--apart",
    "apart",
    multiple=True,
    metavar="NAME",
    help="An annotator of this name in OTHER is another person than the one in LIBRARY.",
)
@click.option(
    "--no-backup", is_flag=True, help="Do not write LIBRARY.before-merge.variorum at first."
)
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def merge(
    library_file: Path,
    other: Path,
    *,
    dry_run: bool,
    apart: tuple[str, ...],
    no_backup: bool,
    as_json: bool,
) -> None:
    """Bring articles, stories, marks and decisions of OTHER into LIBRARY.

    What is in LIBRARY stays as it is; merging twice changes nothing. OTHER is only read.
    """
    choice, backup = Choice(frozenset(apart)), None
    with progress("Merging") as tick:
        if dry_run:
            with to_read(library_file) as library, opened_to_merge(other, library_file) as source:
                report = rehearse(library, source, choice, tick=tick)
        else:
            with (
                Library.open(library_file) as library,
                opened_to_merge(other, library_file) as source,
            ):
                backup = None if no_backup else _back_up(library)
                report = library.run(
                    Command.MERGE_LIBRARY, lambda db: merge_into(db, source, choice, tick=tick)
                ).value
    if as_json:
        print_json({"dry_run": dry_run, "backup": backup and str(backup), **_shape(report)})
    else:
        _print(report, backup=backup)


def _back_up(library: Library) -> Path:
    path = library.path
    backup = path.with_name(f"{path.stem}.before-merge{path.suffix}")
    backup_file(path, backup)
    return backup


def _shape(report: MergeReport) -> dict[str, object]:
    return {
        "brings": report.brings,
        **{kind.value: _counts(report.of(kind)) for kind in KINDS},
        "clashes": [
            {"kind": each.kind, "about": each.about, "here": each.here, "there": each.there}
            for each in report.clashes
        ],
        "same_names": [
            {"name": each.name, "highlights": each.highlights, "notes": each.notes}
            for each in report.same_names
        ],
    }


def _counts(tally: Tally) -> dict[str, int]:
    return {
        "new": tally.new,
        "equal": tally.equal,
        "joined": tally.joined,
        "conflicts": tally.conflicts,
        "left": tally.left,
    }


def _print(report: MergeReport, *, backup: Path | None) -> None:
    click.echo(f"{'':<22}{'new':>8}{'here':>8}{'joined':>8}{'differ':>8}{'left':>8}")
    for kind, name in KINDS.items():
        numbers = _counts(report.of(kind)).values()
        click.echo(f"{name:<22}" + "".join(f"{number:>8}" for number in numbers))
    for clash in report.clashes:
        click.echo(harmless(clash_line(clash)))
    for each in report.same_names:
        said = "is taken for the same person; --apart keeps the two apart."
        click.echo(harmless(f"An annotator in both is called {each.name}, and {said}"), err=True)
    if backup is not None:
        click.echo(f"Before it was merged the library was copied to {harmless(str(backup))}.")
