"""`variorum carry`: where spans of a base live on in a version."""

from pathlib import Path

import click

from variorum.annotations.carrying import carry as carry_spans
from variorum.cli.output import harmless, print_json
from variorum.cli.sources import read_json_lines, read_one
from variorum.collation.collate import collate
from variorum.errors import UsageError
from variorum.exchange.json_shapes import carried_shape
from variorum.exchange.wording import ENGLISH
from variorum.text import Span


@click.command(epilog="Example: variorum carry agency.txt paper.txt --spans marks.jsonl --json")
@click.argument("base")
@click.argument("version")
@click.option(
    "--spans",
    "spans_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help='JSON Lines {"start": …, "end": …}: code points in BASE.',
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, an object a span.")
def carry(base: str, version: str, spans_file: Path, *, as_json: bool) -> None:
    """Carry spans of BASE to VERSION, by links and variants."""
    base_article = read_one(base).article
    version_article = read_one(version).article
    spans = _spans(spans_file, len(base_article.text))
    collation = collate(base_article, version_article)
    results = carry_spans(collation, spans, base=base_article, version=version_article)
    for span, carried in zip(spans, results, strict=True):
        if as_json:
            print_json(carried_shape(span, carried))
            continue
        there = harmless(carried.span.of(version_article.text)) if carried.span else ""
        here = harmless(span.of(base_article.text))
        click.echo(f"{ENGLISH.status(carried.status)}: “{here}”" + (f" → “{there}”" * bool(there)))


def _spans(file: Path, length: int) -> list[Span]:
    spans: list[Span] = []
    for number, value in read_json_lines(file):
        match value:
            case {"start": int(start), "end": int(end)} if 0 <= start < end <= length:
                spans.append(Span(start, end))
            case _:
                raise UsageError(
                    f"Line {number} of {file} is no span of the base.",
                    hint=f"A span is a start and an end between 0 and {length}.",
                )
    return spans
