"""`variorum group`: which files are versions of one story."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import click

from variorum.cli.failures import Failure, report
from variorum.cli.output import harmless, print_json, progress
from variorum.errors import VariorumError
from variorum.exchange.facts import heading
from variorum.intake.files import read_file, walk
from variorum.intake.guarded import Reader
from variorum.intake.skips import Skipped
from variorum.stories.grouping import group as group_articles
from variorum.text import Article

_Found = tuple[str, int, Article]


@click.command(epilog="Example: variorum group articles/ --json")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, an object a story.")
def group(paths: tuple[Path, ...], *, as_json: bool) -> None:
    """Say which articles of files and folders are versions of one story."""
    with closing(Reader()) as reader:
        found = list(_read(paths, reader))
    if not found:
        raise Failure("No file could be read.")
    with progress("Grouping") as tick:
        groups = group_articles([article for _, _, article in found], tick=tick)
    for number, each in enumerate(groups, 1):
        members = [found[n] for n in each.articles]
        if as_json:
            files = [{"file": file, "index": index} for file, index, _ in members]
            why = [str(why) for why in each.why if why is not None]
            print_json({"story": number, "articles": files, "why": why})
        else:
            _print(members)


def _read(paths: Sequence[Path], reader: Reader) -> Iterator[_Found]:
    for file in walk(paths):
        if isinstance(file, Skipped):
            click.echo(f"variorum: {' '.join(filter(None, [file.message, file.hint]))}", err=True)
            continue
        try:
            # By where it stands, as other commands take it: rows with a guid have no index.
            for place, imported in enumerate(read_file(file, dear=reader.pieces)):
                yield str(file), place, imported.article
        except VariorumError as error:
            report(error)


def _print(members: Sequence[_Found]) -> None:
    click.secho(harmless(heading(members[0][2])), bold=True)
    for file, index, article in members:
        name = f"{file}#{index}" if index else file
        click.echo(harmless(f"  {name}" + (f"  ({article.source})" if article.source else "")))
