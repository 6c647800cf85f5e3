"""`variorum show`: all that a library knows of an article."""

from pathlib import Path

import click

from variorum.cli.libraries import library_option, to_read
from variorum.cli.output import harmless, print_json
from variorum.exchange.stored_shapes import stored_shape
from variorum.exchange.wording import ENGLISH
from variorum.ids import ArticleId
from variorum.library.detail_fields import Detail, fields_of
from variorum.library.queries.articles import stored_article
from variorum.library.queries.rows import StoredArticle

_WIDTH = 20


@click.command(epilog="Example: variorum show 12 --library desk.variorum --json")
@click.argument("articles", nargs=-1, required=True, type=int, metavar="ARTICLE…")
@library_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, an object an article.")
def show(articles: tuple[int, ...], *, library_file: Path, as_json: bool) -> None:
    """Show articles of a library by the numbers that `list` prints: fields, details, text."""
    with to_read(library_file) as library:
        for number in articles:
            stored = stored_article(library.reader, ArticleId(number))
            if as_json:
                print_json(stored_shape(stored))
            else:
                _print(stored)


def _print(stored: StoredArticle) -> None:
    article = stored.article
    click.secho(harmless(f"{stored.id}  {stored.origin}"), bold=True)
    published = article.published.isoformat() if article.published else None
    for label, value in (
        ("Story", str(stored.story)),
        ("Headline", article.headline),
        ("Source", article.source),
        ("Date", published),
        ("Byline", article.byline),
        ("Slug", article.slug),
        ("Language", article.language),
        ("Format", f"{stored.format}, {stored.encoding}"),
    ):
        _line(label, value)
    for name, value in fields_of(stored.details).items():
        if name == Detail.EXTRA:
            for column, cell in stored.details.extra:
                _line(column, cell)
        else:
            _line(
                ENGLISH.detail(Detail(name)),
                "; ".join(map(str, value)) if isinstance(value, list) else value,
            )
    for problem in stored.problems:
        _line("Problem", ENGLISH.problem(problem))
    by_hand = {one.passage for one in stored.by_hand}
    click.echo()
    for number, passage in enumerate(article.passages):
        kind = ENGLISH.passage_kind(passage.kind) + ("*" if number in by_hand else "")
        words = harmless(" ".join(article.words_of(passage).split()))
        click.echo(f"  {click.style(f'{kind:{_WIDTH}}', dim=True)}{words}")
    click.echo()


def _line(label: str, value: str | None) -> None:
    if value:
        click.echo(f"  {harmless(label):{_WIDTH}}{harmless(' '.join(value.split()))}")
