"""`variorum search`: find words in a library."""

from pathlib import Path

import click

from variorum.cli.libraries import library_option, to_read
from variorum.cli.output import harmless, print_json
from variorum.cli.query import QueryCommand, understood, why_nothing
from variorum.exchange.wording import ENGLISH
from variorum.library.search.search import Hit, search_all


@click.command(
    cls=QueryCommand, epilog='Example: variorum search "harbour pilots" --library desk.variorum'
)
@click.argument("query")
@library_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, an object a hit.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True)
def search(query: str, *, library_file: Path, as_json: bool, limit: int) -> None:
    """Find texts, sources, notes, highlights, codes and details in which all words of QUERY stand.

    "Phrases" are found as they stand; a star after a word asks for words that begin so; OR, -,
    NEAR, brackets and fields (source:, date:2019-04..2019-06, versions:>2, ...) are those of the
    manual's page on searching.
    """
    asked = understood(query)
    with to_read(library_file) as library:
        hits = search_all(library.reader, asked, limit=limit)[:limit]
        if not hits:
            click.echo(why_nothing(library.reader, asked), err=True)
        for hit in hits:
            if as_json:
                print_json(_shape(hit))
            else:
                article = click.style(str(hit.article), bold=True)
                click.echo(f"{article}  {_kind_of(hit)}: {harmless(hit.snippet)}")


def _kind_of(hit: Hit) -> str:
    if hit.detail is not None:
        return harmless(hit.label) or ENGLISH.detail(hit.detail).lower()
    return f"{hit.kind.value} {harmless(hit.label)}" if hit.label else hit.kind.value


def _shape(hit: Hit) -> dict[str, object]:
    return {
        "article": hit.article,
        "story": hit.story,
        "kind": hit.kind.value,
        "detail": hit.detail,
        "start": hit.start,
        "end": hit.end,
        "snippet": hit.snippet,
    }
