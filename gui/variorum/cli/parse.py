"""`variorum parse`: what the wire reader sees in files."""

from contextlib import closing
from pathlib import Path

import click

from variorum.cli.failures import Failure, report
from variorum.cli.output import harmless, print_json
from variorum.errors import VariorumError
from variorum.exchange.json_shapes import article_shape
from variorum.exchange.wording import ENGLISH
from variorum.intake.files import read_file
from variorum.intake.guarded import Reader
from variorum.text import Article, Imported

_KIND_WIDTH = 16


@click.command(epilog="Example: variorum parse story.txt --json")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, an object an article.")
def parse(files: tuple[str, ...], *, as_json: bool) -> None:
    """Read files and say what is in them: datelines, passages, furniture."""
    read = 0
    with closing(Reader()) as reader:
        for file in files:
            try:
                articles = read_file(Path(file), dear=reader.pieces)
            except VariorumError as error:
                report(error)
                continue
            read += 1
            for place, imported in enumerate(articles):
                if as_json:
                    print_json(article_shape(imported, file=file))
                else:
                    _print(imported, f"{file}#{place}" if place else file)
    if not read:
        raise Failure("No file could be read.")


def _print(imported: Imported, name: str) -> None:
    article = imported.article
    click.secho(harmless(name), bold=True)
    for label, value in _facts(article):
        if value:
            click.echo(f"  {label:{_KIND_WIDTH}}{harmless(' '.join(value.split()))}")
    click.echo()
    for passage in article.passages:
        words = harmless(" ".join(article.words_of(passage).split()))
        kind = ENGLISH.passage_kind(passage.kind)
        click.echo(f"  {click.style(f'{kind:{_KIND_WIDTH}}', dim=True)}{words}")
    for problem in imported.problems:
        click.echo(f"  {ENGLISH.problem(problem)}")
    click.echo()


def _facts(article: Article) -> list[tuple[str, str | None]]:
    dateline = article.dateline
    published = article.published.isoformat() if article.published else None
    return [
        ("headline", article.headline),
        ("byline", article.byline),
        ("source", article.source),
        ("published", published),
        ("dateline", dateline.span.of(article.text) if dateline else None),
        ("language", article.language),
        ("descent", ", ".join(map(ENGLISH.lineage, article.lineage))),
    ]
