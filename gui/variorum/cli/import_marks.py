"""`variorum import-marks`: take in marks that another library or program wrote."""

from pathlib import Path

import click

from variorum.cli.failures import FilePath
from variorum.cli.libraries import library_option, to_read
from variorum.cli.output import harmless, print_json
from variorum.exchange.left_out import left_line
from variorum.exchange.marks_in import read_marks
from variorum.library.commands import Command
from variorum.library.library import Library
from variorum.library.merging.rehearsing import rehearsed
from variorum.library.receiving import Taken, take_in


@click.command(
    "import-marks", epilog="Example: variorum import-marks marks.jsonld --library desk.variorum"
)
@click.argument("file", type=FilePath(exists=True))
@library_option
@click.option("--dry-run", is_flag=True, help="Say what would come, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def import_marks(file: Path, *, library_file: Path, dry_run: bool, as_json: bool) -> None:
    """Add the highlights, notes and codes of a JSON-LD file or a .qdpx project, or a codebook.

    A codebook is a .qdc file or a CSV table.

    A mark whose words do not stand at its place is left out and told of, never moved.
    """
    marks = read_marks(file)
    if dry_run:
        with to_read(library_file) as library:
            taken = rehearsed(library, lambda db: take_in(db, marks))
    else:
        with Library.open(library_file) as library:
            taken = library.run(Command.IMPORT_MARKS, lambda db: take_in(db, marks)).value
    if as_json:
        print_json(
            {
                "dry_run": dry_run,
                "highlights": taken.highlights,
                "notes": taken.notes,
                "codes": taken.codes,
                "known": taken.known,
                "left": [
                    {"id": each.id, "why": each.why, "article": each.article, "words": each.words}
                    for each in taken.left
                ],
            }
        )
    else:
        _print(taken, dry_run=dry_run)


def _print(taken: Taken, *, dry_run: bool) -> None:
    if dry_run:
        click.echo("nothing was written; this would come:")
    for each in taken.left:
        click.echo(f"variorum: {harmless(left_line(each))}", err=True)
    click.echo(
        f"highlights {taken.highlights} · notes {taken.notes} · codes {taken.codes} · "
        f"known {taken.known} · left out {len(taken.left)}"
    )
