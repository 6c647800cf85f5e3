"""`variorum collate`: what a version did to its base."""

import time
from collections.abc import Mapping
from pathlib import Path

import click

from variorum.cli.columns import print_columns
from variorum.cli.failures import FilePath
from variorum.cli.output import print_json, write_text
from variorum.cli.sources import read_json_lines, read_one
from variorum.collation.collate import collate as compare
from variorum.collation.values import VariantClass
from variorum.errors import VariorumError
from variorum.exchange.comparison import Comparison, Edition
from variorum.exchange.html import comparison_page
from variorum.exchange.json_shapes import collation_shape
from variorum.text import Imported


@click.command(
    epilog="Example: variorum collate agency.txt paper.txt --html comparison.html",
)
@click.argument("base", required=False)
@click.argument("version", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the comparison as JSON.")
@click.option(
    "--pairs",
    "pairs_file",
    type=FilePath(),
    help='Compare many: JSON Lines {"base": PATH, "version": PATH}; prints JSON Lines.',
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
    version: str | None,
    *,
    as_json: bool,
    pairs_file: Path | None,
    html_file: Path | None,
    hide: tuple[str, ...],
) -> None:
    """Compare BASE with VERSION: what was kept, cut, added, and which words changed how."""
    if pairs_file is not None:
        if base is not None or html_file is not None:
            raise click.UsageError("--pairs stands without BASE, VERSION and --html.")
        _collate_pairs(pairs_file)
        return
    if base is None or version is None:
        raise click.UsageError("Name a BASE and a VERSION, or a file of --pairs.")
    sides = read_one(base), read_one(version)
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


def _collate_pairs(file: Path) -> None:
    """Compare pair by pair; one that cannot be read is reported on its line."""
    for number, pair in read_json_lines(file):
        match pair:
            case {"base": str(base), "version": str(version)}:
                print_json(_pair(base, version))
            case _:
                message = f"Line {number} of {file} names no base and version."
                print_json({"base": None, "version": None, "error": message})


def _pair(base: str, version: str) -> Mapping[str, object]:
    began = time.perf_counter()
    try:
        sides = read_one(base), read_one(version)
    except VariorumError as error:
        return {"base": base, "version": version, "error": error.message}
    collation = compare(sides[0].article, sides[1].article)
    elapsed = (time.perf_counter() - began) * 1000
    shape = collation_shape(
        collation, base=sides[0], version=sides[1], base_file=base, version_file=version
    )
    return {**shape, "elapsed_ms": round(elapsed, 3)}
