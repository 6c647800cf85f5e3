"""`variorum concordance`: every place where words stand, one below the other."""

from pathlib import Path

import click

from variorum.cli.libraries import library_option, to_read
from variorum.cli.output import harmless, print_json
from variorum.cli.query import ADVICE, QueryCommand, understood
from variorum.exchange.concordance import concordance_table, line_shape
from variorum.library.search.concordance import LineOrder, in_order
from variorum.library.search.concordance import concordance as lines_of

_SIDE = 40


@click.command(
    cls=QueryCommand,
    epilog="Example: variorum concordance spokes* --sort left --library desk.variorum",
)
@click.argument("query")
@library_option
@click.option(
    "--sort",
    type=click.Choice([order.value for order in LineOrder]),
    default=LineOrder.RIGHT.value,
    show_default=True,
    help="Sort by what follows, by what goes before, by the word, or as the texts came.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, an object a place.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a table for spreadsheets.")
def concordance(query: str, *, library_file: Path, sort: str, as_json: bool, as_csv: bool) -> None:
    """Show every place where the words of QUERY stand, with the words around.

    QUERY is written as for `variorum search`; its fields say in which versions to look.
    """
    asked = understood(query)
    with to_read(library_file) as library:
        found = lines_of(library.reader, asked)
        if not found.lines:
            click.echo(f"“{asked}” stands in no text. {ADVICE}", err=True)
    lines = in_order(found.lines, LineOrder(sort))
    if as_csv:
        for row in concordance_table(lines):
            click.echo(row, nl=False)
    for line in () if as_csv else lines:
        if as_json:
            print_json(line_shape(line))
        else:
            left, right = harmless(line.left)[-_SIDE:], harmless(line.right)[:_SIDE]
            click.echo(f"{left:>{_SIDE}}{click.style(harmless(line.word), bold=True)}{right}")
    if found.is_cut:
        click.echo(f"Only the first {len(lines):,} places are shown.", err=True)
