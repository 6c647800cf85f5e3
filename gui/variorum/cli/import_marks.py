"""`variorum import-marks`: take in marks that another library or program wrote."""

from pathlib import Path

import click

from variorum.cli.failures import FilePath
from variorum.cli.libraries import library_option
from variorum.cli.output import harmless, print_json
from variorum.exchange.left_out import left_line
from variorum.exchange.marks_in import read_marks
from variorum.library.commands import Command
from variorum.library.library import Library
from variorum.library.receiving import Taken, take_in


@click.command(
    "import-marks", epilog="Example: variorum import-marks marks.jsonld --library desk.variorum"
)
@click.argument("file", type=FilePath(exists=True))
@library_option
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def import_marks(file: Path, *, library_file: Path, as_json: bool) -> None:
    """Add the highlights, notes and codes of a JSON-LD file or a .qdpx project.

    A mark whose words do not stand at its place is left out and told of, never moved.
    """
    marks = read_marks(file)
    with Library.open(library_file) as library:
        taken = library.run(Command.IMPORT_MARKS, lambda db: take_in(db, marks)).value
    if as_json:
        print_json(
            {
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
        _print(taken)


def _print(taken: Taken) -> None:
    for each in taken.left:
        click.echo(f"variorum: {harmless(left_line(each))}", err=True)
    click.echo(
        f"highlights {taken.highlights} · notes {taken.notes} · codes {taken.codes} · "
        f"known {taken.known} · left out {len(taken.left)}"
    )
