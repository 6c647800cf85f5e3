"""`variorum import`: bring files and folders into a library."""

from pathlib import Path

import click

from variorum.cli.libraries import library_option, to_write
from variorum.cli.output import print_json, progress
from variorum.exchange.files import write_text
from variorum.exchange.skipped_table import skipped_table
from variorum.formats.corpora.mapping import parse_mapping
from variorum.formats.corpora.rows import GUESSED, Columns
from variorum.intake.importer import import_paths
from variorum.intake.report import ImportReport


@click.command("import", epilog="Example: variorum import articles/ --library desk.variorum")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(path_type=Path))
@library_option
@click.option(
    "--map",
    "map_words",
    metavar="ROLE=COLUMN,…",
    help="Say which columns of a corpus hold text, headline, date and so on; else they are guessed.",
)
@click.option(
    "--skipped",
    "skipped_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what was left out, and why, as a CSV table.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def import_(
    paths: tuple[Path, ...],
    *,
    library_file: Path,
    map_words: str | None,
    skipped_file: Path | None,
    as_json: bool,
) -> None:
    """Import files and all files of folders; versions of a story come together.

    An import that was interrupted goes on where it was, when it is started again as before.
    """
    columns = Columns(parse_mapping(map_words)) if map_words is not None else GUESSED
    with to_write(library_file) as library, progress("Importing") as tick:
        report = import_paths(library, paths, columns=columns, tick=tick)
    if skipped_file is not None:
        rows = [(s.file, s.reason.value, s.message, s.hint) for s in report.skipped]
        write_text(skipped_file, skipped_table(rows), mark=True)
    if as_json:
        print_json(
            {
                "imported": report.imported,
                "before": report.before,
                "duplicates": report.duplicates,
                "new_versions": report.new_versions,
                "skipped": [
                    {"file": each.file, "reason": each.reason, "message": each.message}
                    for each in report.skipped
                ],
                "stories": len(report.stories),
            }
        )
    else:
        _print(report)


def _print(report: ImportReport) -> None:
    for each in report.skipped:
        click.echo(f"variorum: {' '.join(filter(None, [each.message, each.hint]))}", err=True)
    click.echo(
        f"imported {report.imported} · new versions {report.new_versions} · "
        f"duplicates {report.duplicates} · skipped {len(report.skipped)} · "
        f"stories {len(report.stories)}"
        + (f" · from before {report.before}" if report.before else "")
    )
