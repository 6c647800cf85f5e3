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
from variorum.exchange.csv_tables import decisions_table, marks_table, variants_table
from variorum.exchange.gather import listed_words, sheets
from variorum.exchange.html import page
from variorum.exchange.markdown import markdown
from variorum.exchange.stored_shapes import article_lines
from variorum.exchange.wording import ENGLISH
from variorum.ids import StoryId
from variorum.library.connection import Db
from variorum.library.queries import stories, story_count, versions, versions_of


class ExportFormat(StrEnum):
    """Name what can be written."""

    HTML = "html"
    CSV = "csv"
    CSV_VARIANTS = "csv-variants"
    CSV_DECISIONS = "csv-decisions"
    MARKDOWN = "markdown"
    ARTICLES = "articles"


_WRITERS: dict[ExportFormat, Callable[[Iterator[StorySheet], Db], Iterator[str]]] = {
    ExportFormat.HTML: lambda found, _: page(found, title="Variorum"),
    ExportFormat.CSV: lambda found, _: marks_table(found),
    ExportFormat.CSV_VARIANTS: lambda found, _: variants_table(found),
    ExportFormat.CSV_DECISIONS: lambda found, db: decisions_table(found, listed_words(db)),
    ExportFormat.MARKDOWN: lambda found, _: markdown(found),
}

_FOR_SPREADSHEETS = frozenset(
    {ExportFormat.CSV, ExportFormat.CSV_VARIANTS, ExportFormat.CSV_DECISIONS}
)


@click.command(
    epilog="Example: variorum export --library desk.variorum --format html --to page.html"
)
@library_option
@click.option(
    "--format",
    "export_format",
    type=click.Choice([each.value for each in ExportFormat]),
    required=True,
    help="html and markdown: comparisons and marks; csv: marks; csv-variants: variants;"
    " csv-decisions: what was decided by hand;"
    " articles: JSON Lines of the articles with all their details.",
)
@click.option("--to", "to_file", type=FilePath(), required=True)
@click.option("--story", type=int, help="Only this story; its number is the one `list` prints.")
def export(*, library_file: Path, export_format: str, to_file: Path, story: int | None) -> None:
    """Write the comparisons, highlights, notes and articles of a library to a file."""
    chosen = ExportFormat(export_format)
    with to_read(library_file) as library, progress("Exporting") as tick:
        db = library.reader
        asked = _stories(db, story)
        if chosen is ExportFormat.ARTICLES:
            of_story = versions_of(db, asked)
            ids = [row.article for number in asked for row in of_story[number]]
            write_text(to_file, article_lines(db, ids, tick=tick), mark=False)
            return
        found = sheets(db, asked, wording=ENGLISH, tick=tick)
        write_text(to_file, _WRITERS[chosen](found, db), mark=chosen in _FOR_SPREADSHEETS)


def _stories(db: Db, story: int | None) -> list[StoryId]:
    if story is None:
        return [row.story for row in stories(db, limit=story_count(db))]
    if not versions(db, StoryId(story)):
        raise UsageError(f"There is no story {story} in the library.")
    return [StoryId(story)]
