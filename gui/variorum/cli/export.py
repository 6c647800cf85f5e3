"""`variorum export`: comparisons and marks out of a library."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path

import click

from variorum.cli.failures import FilePath
from variorum.cli.libraries import library_option, to_read
from variorum.cli.output import progress, write_text
from variorum.errors import UsageError
from variorum.exchange.comparison import StorySheet
from variorum.exchange.csv_tables import marks_table, variants_table
from variorum.exchange.gather import sheets
from variorum.exchange.html import page
from variorum.exchange.markdown import markdown
from variorum.exchange.wording import ENGLISH
from variorum.ids import StoryId
from variorum.library.connection import Db
from variorum.library.queries import stories, story_count, versions


class ExportFormat(StrEnum):
    """Name what can be written."""

    HTML = "html"
    CSV = "csv"
    CSV_VARIANTS = "csv-variants"
    MARKDOWN = "markdown"


_WRITERS: dict[ExportFormat, Callable[[Iterator[StorySheet]], Iterator[str]]] = {
    ExportFormat.HTML: lambda found: page(found, title="Variorum"),
    ExportFormat.CSV: marks_table,
    ExportFormat.CSV_VARIANTS: variants_table,
    ExportFormat.MARKDOWN: markdown,
}

_FOR_SPREADSHEETS = frozenset({ExportFormat.CSV, ExportFormat.CSV_VARIANTS})


@click.command(
    epilog="Example: variorum export --library desk.variorum --format html --to page.html"
)
@library_option
@click.option(
    "--format",
    "export_format",
    type=click.Choice([each.value for each in ExportFormat]),
    required=True,
    help="html and markdown: comparisons and marks; csv: marks; csv-variants: variants.",
)
@click.option("--to", "to_file", type=FilePath(), required=True)
@click.option("--story", type=int, help="Only this story; its number is the one `list` prints.")
def export(*, library_file: Path, export_format: str, to_file: Path, story: int | None) -> None:
    """Write the comparisons, highlights and notes of a library to a file."""
    chosen = ExportFormat(export_format)
    with to_read(library_file) as library, progress("Exporting") as tick:
        db = library.reader
        found = sheets(db, _stories(db, story), wording=ENGLISH, tick=tick)
        write_text(to_file, _WRITERS[chosen](found), mark=chosen in _FOR_SPREADSHEETS)


def _stories(db: Db, story: int | None) -> list[StoryId]:
    if story is None:
        return [row.story for row in stories(db, limit=story_count(db))]
    if not versions(db, StoryId(story)):
        raise UsageError(f"There is no story {story} in the library.")
    return [StoryId(story)]
