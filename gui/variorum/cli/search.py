"""`variorum search`: find words in the texts of a library."""

from pathlib import Path

import click

from variorum.cli.libraries import library_option, to_read
from variorum.cli.output import harmless, print_json
from variorum.library.search import search as find


@click.command(epilog='Example: variorum search "harbour pilots" --library desk.variorum')
@click.argument("query")
@library_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, an object a hit.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True)
def search(query: str, *, library_file: Path, as_json: bool, limit: int) -> None:
    """Find the articles in which all words and "phrases" of QUERY stand."""
    with to_read(library_file) as library:
        for hit in find(library.reader, query, limit=limit):
            if as_json:
                print_json(
                    {
                        "article": hit.article,
                        "story": hit.story,
                        "start": hit.start,
                        "end": hit.end,
                        "snippet": hit.snippet,
                    }
                )
            else:
                click.echo(f"{click.style(str(hit.article), bold=True)}  {harmless(hit.snippet)}")
