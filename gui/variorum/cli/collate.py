"""`variorum collate`: what a version did to its base."""

from contextlib import closing
from pathlib import Path

import click

from variorum.cli.columns import print_columns
from variorum.cli.failures import FilePath
from variorum.cli.output import print_json
from variorum.cli.pairs import shapes_of, write_table
from variorum.cli.several import compare_several
from variorum.cli.sources import read_one
from variorum.collation.collate import collate as compare
from variorum.collation.values import VariantClass
from variorum.exchange.comparison import Comparison, Edition
from variorum.exchange.files import write_text
from variorum.exchange.html import comparison_page
from variorum.exchange.json_shapes import collation_shape
from variorum.intake.guarded import Reader
from variorum.text import Imported


@click.command(
    epilog="Example: variorum collate agency.txt paper.txt --html comparison.html",
)
@click.argument("base", required=False)
@click.argument("versions", nargs=-1, metavar="VERSION...")
@click.option("--json", "as_json", is_flag=True, help="Print the comparison as JSON.")
@click.option(
    "--pairs",
    "pairs_file",
    type=FilePath(),
    help='Compare many: JSON Lines {"base": PATH, "version": PATH}; prints JSON Lines.',
)
@click.option(
    "--table",
    "table_file",
    type=FilePath(),
    help="With --pairs: write a row of measures a pair, to a .csv or .jsonl file.",
)
@click.option(
    "--html",
    "html_file",
    type=FilePath(),
    help="Write a page that stands alone.",
)
@click.option(
    "--hide",
    type=click.Choice([kind.value for kind in VariantClass]),
    multiple=True,
    help="Leave the marks of a class out of the columns; may be repeated.",
)
def collate(
    base: str | None,
    versions: tuple[str, ...],
    *,
    as_json: bool,
    pairs_file: Path | None,
    table_file: Path | None,
    html_file: Path | None,
    hide: tuple[str, ...],
) -> None:
    """Compare BASE with VERSION: what was kept, cut, added, and which words changed how.

    With several versions: what each kept of every passage, and from which each was made.
    """
    if pairs_file is not None:
        if base is not None or html_file is not None:
            raise click.UsageError("--pairs stands without BASE, VERSION and --html.")
        _collate_pairs(pairs_file, table_file)
        return
    if base is None or not versions or table_file is not None:
        raise click.UsageError("Name a BASE and a VERSION, or a file of --pairs.")
    version, *others = versions
    if others:
        if html_file is not None or hide:
            raise click.UsageError("--html and --hide are for one VERSION.")
        compare_several(base, versions, as_json=as_json)
        return
    with closing(Reader()) as reader:
        sides = read_one(base, reader), read_one(version, reader)
    comparison = _comparison(*sides, base_file=base, version_file=version)
    if html_file is not None:
        write_text(html_file, [comparison_page(comparison)])
    if as_json:
        print_json(
            collation_shape(
                comparison.collation,
                base=sides[0],
                version=sides[1],
                base_file=base,
                version_file=version,
            )
        )
    elif html_file is None:
        print_columns(comparison, hidden=frozenset(VariantClass(kind) for kind in hide))


def _comparison(
    base: Imported, version: Imported, *, base_file: str, version_file: str
) -> Comparison:
    return Comparison(
        Edition(base.article, base.article.source or Path(base_file).name),
        Edition(version.article, version.article.source or Path(version_file).name),
        compare(base.article, version.article),
    )


def _collate_pairs(file: Path, table: Path | None) -> None:
    """Compare pair by pair, to the terminal or to a table."""
    if table is None:
        for shape in shapes_of(file):
            print_json(shape)
        return
    count, failed = write_table(file, table)
    click.echo(f"Pairs measured: {count - failed}; failed: {failed}.")
