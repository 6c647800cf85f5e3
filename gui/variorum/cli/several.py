"""Compare a base with several versions: who printed what of it, and from whom each was made."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click

from variorum.cli.output import harmless, print_json
from variorum.cli.sources import read_one
from variorum.collation.collate import collate
from variorum.collation.matrix import Cell, Matrix, matrix
from variorum.collation.values import Collation, Relation
from variorum.exchange.several_shapes import Against, Read, several_shape
from variorum.exchange.wording import ENGLISH
from variorum.intake.guarded import Reader
from variorum.stories.descent import Descent, descents, printed_before
from variorum.text import Article

_WIDEST = 40
"""Columns of a version's name, and of words that two share."""
_MOST_EVIDENCE = 3


def compare_several(base_file: str, version_files: Sequence[str], *, as_json: bool) -> None:
    """Compare a base with versions and print what came of it."""
    with closing(Reader()) as reader:
        base = Read(read_one(base_file, reader), base_file)
        versions = [Read(read_one(file, reader), file) for file in version_files]
    article = base.imported.article
    articles = [version.imported.article for version in versions]
    collations = [collate(article, version) for version in articles]
    table = matrix(article, collations)
    ancestors = descents(article, articles, collations)
    if as_json:
        against = [
            Against(number, before, _with(number, before, articles, collations))
            for number, before in enumerate(printed_before(article, articles))
        ]
        shape = several_shape(
            base,
            versions,
            collations=collations,
            against=against,
            table=table,
            ancestors=ancestors,
        )
        print_json({**shape})
        return
    names = [read.imported.article.source or Path(read.file).name for read in (base, *versions)]
    _print_table(table, names[1:])
    _print_ancestors(ancestors, names, articles)


def _with(
    number: int,
    before: int | None,
    versions: Sequence[Article],
    collations: Sequence[Collation],
) -> Collation:
    """Return the collation of a version with the one before it; that with the base is there."""
    if before is None:
        return collations[number]
    return collate(versions[before], versions[number])


def _print_table(table: Matrix, names: Sequence[str]) -> None:
    """Print a row a passage and a column a version, each with a sign."""
    for number, name in enumerate(names, 1):
        click.echo(f"{number:>3}  {_short(name)}")
    click.echo()
    for passage, row in enumerate(table.rows):
        cells = "  ".join(_sign(cell) for cell in row)
        click.echo(f"¶{passage + 1:<4} {cells}")
    click.echo("added " + "  ".join(f"{len(numbers):<4}" for numbers in table.added))
    click.echo()
    click.echo("figures: per cent of a passage's words kept; - cut; < moved")
    click.echo()


def _sign(cell: Cell) -> str:
    kept = "-" if cell.relation is Relation.CUT else f"{cell.kept * 100:.0f}"
    return f"{kept + ('<' if cell.moved else ''):<4}"


def _print_ancestors(
    ancestors: Sequence[Descent], names: Sequence[str], versions: Sequence[Article]
) -> None:
    for number, one in enumerate(ancestors, 1):
        parent = 0 if one.ancestor is None else one.ancestor + 1
        click.echo(f"{_short(names[number])} was made from {_short(names[parent])}")
        for shared in one.shared[:_MOST_EVIDENCE]:
            kind = shared.version.variant_class
            said = ENGLISH.variant_class(kind) if kind else shared.reading.kind.value
            place = shared.version.version
            words = place.of(versions[number - 1].text) if place else ""
            click.echo(f"     both: {said}: {_short(' '.join(words.split()))}".rstrip(": "))


def _short(words: str) -> str:
    return harmless(words if len(words) <= _WIDEST else f"{words[: _WIDEST - 1]}…")
