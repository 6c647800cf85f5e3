"""`variorum export`: comparisons and marks out of a library."""

from pathlib import Path

import click

from variorum.cli.failures import FilePath
from variorum.cli.libraries import library_option, to_read
from variorum.cli.output import progress
from variorum.errors import UsageError
from variorum.exchange.formats import CAN_BE_RAW, Export, ExportFormat, write_export
from variorum.ids import StoryId
from variorum.library.connection import Db
from variorum.library.queries.stories import story_ids, versions


@click.command(
    epilog="Example: variorum export --library desk.variorum --format html --to page.html"
)
@library_option
@click.option(
    "--format",
    "export_format",
    type=click.Choice([each.value for each in ExportFormat]),
    required=True,
    help="html, docx, markdown: to read; markdown-codes: quotations by code; csv, csv-variants,"
    " csv-decisions, csv-settled, xlsx: tables of marks, variants, decisions, settlements;"
    " jsonl: marks, an object each; jsonld: W3C Web Annotations; qdpx, qdc: project and codebook"
    " for QDA programs; csv-codes:"
    " the codebook as a table;"
    " articles: JSON Lines of the articles with all their details.",
)
@click.option("--to", "to_file", type=FilePath(), required=True)
@click.option("--story", type=int, help="Only this story; its number is the one `list` prints.")
@click.option(
    "--raw",
    is_flag=True,
    help="In tables, leave words as they are that a spreadsheet would take for a formula.",
)
def export(
    *, library_file: Path, export_format: str, to_file: Path, story: int | None, raw: bool
) -> None:
    """Write the comparisons, highlights, notes and articles of a library to a file."""
    chosen = ExportFormat(export_format)
    if raw:
        _warn_of_formulas(chosen)
    with to_read(library_file) as library, progress("Exporting") as tick:
        db = library.reader
        wanted = Export(db, _stories(db, story), library_file.stem, raw=raw, tick=tick)
        write_export(wanted, chosen, to_file)


def _warn_of_formulas(chosen: ExportFormat) -> None:
    if chosen not in CAN_BE_RAW:
        raise UsageError("Only tables can be raw.", hint="Leave --raw out, or choose csv or xlsx.")
    click.echo(
        "variorum: A spreadsheet may run what it takes for a formula in this file.", err=True
    )


def _stories(db: Db, story: int | None) -> list[StoryId]:
    if story is None:
        return [StoryId(story) for story in story_ids(db)]
    if not versions(db, StoryId(story)):
        raise UsageError(f"There is no story {story} in the library.")
    return [StoryId(story)]
