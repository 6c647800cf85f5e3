"""`variorum carry`: where spans of a base live on in a version."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import click

from variorum.annotations.carrying import carry as carry_spans
from variorum.cli.failures import FilePath, report
from variorum.cli.output import harmless, print_json
from variorum.cli.sources import read_json_lines, read_one
from variorum.collation.collate import collate
from variorum.errors import UsageError
from variorum.exchange.json_shapes import carried_shape
from variorum.exchange.wording import ENGLISH
from variorum.intake.guarded import Reader
from variorum.text import Span


class _Wrong(NamedTuple):
    """Hold a line that is no span of the base."""

    given: Mapping[str, Any]
    message: str
    length: int

    @property
    def hint(self) -> str:
        """Say what a span would be."""
        return f"A span is a start and an end between 0 and {self.length}."


@click.command(epilog="Example: variorum carry agency.txt paper.txt --spans marks.jsonl --json")
@click.argument("base")
@click.argument("version")
@click.option(
    "--spans",
    "spans_file",
    type=FilePath(exists=True),
    required=True,
    help='JSON Lines {"start": …, "end": …}: code points in BASE.',
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, an object a span.")
def carry(base: str, version: str, spans_file: Path, *, as_json: bool) -> None:
    """Carry spans of BASE to VERSION, by links and variants."""
    with closing(Reader()) as reader:
        base_article = read_one(base, reader).article
        version_article = read_one(version, reader).article
    asked = list(_asked(spans_file, len(base_article.text)))
    spans = [span for span in asked if isinstance(span, Span)]
    collation = collate(base_article, version_article)
    results = iter(carry_spans(collation, spans, base=base_article, version=version_article))
    for span in asked:
        if isinstance(span, _Wrong):
            _tell(span, as_json=as_json)
            continue
        carried = next(results)
        if as_json:
            print_json(carried_shape(span, carried))
            continue
        there = harmless(carried.span.of(version_article.text)) if carried.span else ""
        here = harmless(span.of(base_article.text))
        click.echo(f"{ENGLISH.status(carried.status)}: “{here}”" + (f" → “{there}”" * bool(there)))


def _asked(file: Path, length: int) -> Iterator[Span | _Wrong]:
    """Read the spans line by line; one that is none is told of in its place."""
    for number, value in read_json_lines(file):
        match value:
            case {"start": int(start), "end": int(end)} if 0 <= start < end <= length:
                yield Span(start, end)
            case _:
                message = f"Line {number} of {file} is no span of the base."
                yield _Wrong(value or {}, message, length)


def _tell(wrong: _Wrong, *, as_json: bool) -> None:
    """Answer a line that is no span: on its line of JSON, else on stderr."""
    if not as_json:
        report(UsageError(wrong.message, hint=wrong.hint))
        return
    start, end = wrong.given.get("start"), wrong.given.get("end")
    print_json(
        {"start": start, "end": end, "status": None, "version": None, "error": wrong.message}
    )
