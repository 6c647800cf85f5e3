"""`variorum agreement`: how far annotators agree, and where they do not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from variorum.agreement.coded import Coded
from variorum.agreement.disputes import Dispute, disputes
from variorum.agreement.measuring import By, Measured, measure
from variorum.agreement.reliability import reliability
from variorum.annotations.values import Annotator
from variorum.cli.failures import FilePath
from variorum.cli.libraries import to_read
from variorum.cli.output import harmless, print_json, progress
from variorum.errors import UsageError
from variorum.exchange.agreement_table import Names, agreement_shape, agreement_table
from variorum.exchange.agreement_templates import BANDS
from variorum.library.agreement_marks import coded_articles, titles
from variorum.library.annotators import annotators
from variorum.library.connection import Db
from variorum.library.queries.marks import codes
from variorum.library.settlements import Settlement, settlements


@dataclass(frozen=True, slots=True)
class _Survey:
    """Hold what was read of a library."""

    articles: list[Coded]
    people: list[Annotator]
    names: Names
    rows: list[Measured]


@click.command(epilog="Example: variorum agreement desk.variorum --by code --csv")
@click.argument("library_file", metavar="LIBRARY", type=FilePath(exists=True))
@click.option(
    "--annotator",
    "wanted",
    multiple=True,
    metavar="NAME",
    help="Only this annotator; twice or more often. Without it all who marked anything.",
)
@click.option(
    "--by",
    multiple=True,
    type=click.Choice([each.value for each in By]),
    help="Tell figures apart by code, by pair of annotators, by article; also crossed.",
)
@click.option(
    "--silent",
    is_flag=True,
    help="Who marked nothing in an article that another one marked has read it all the same.",
)
@click.option("--places", is_flag=True, help="With --json: the places where annotators differ.")
@click.option("--json", "as_json", is_flag=True, help="Print one object.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a table for spreadsheets.")
def agreement(
    library_file: Path,
    *,
    wanted: tuple[str, ...],
    by: tuple[str, ...],
    silent: bool,
    places: bool,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Measure how far annotators agree, word by word and passage by passage.

    Kappas of Cohen and Fleiss, Krippendorff's alpha and unitizing alphas. Only articles count
    that two of the annotators read; who marked anything in an article read it.
    """
    if places and not as_json:
        raise UsageError("Places are only printed as JSON.", hint="Add --json.")
    with to_read(library_file) as library, library.reader.snapshot():
        db = library.reader
        found = _survey(db, wanted, [By(each) for each in by], silent=silent)
        if as_csv:
            for line in agreement_table(found.rows, found.names):
                click.echo(line, nl=False)
        elif as_json:
            print_json(_shape(db, found, places=places))
        else:
            _print(found)


def _survey(db: Db, wanted: Sequence[str], by: Sequence[By], *, silent: bool) -> _Survey:
    people = _people(db, wanted)
    numbers = [each.id for each in people]
    with progress("Reading marks") as tick:
        articles = list(coded_articles(db, numbers, silent=silent, tick=tick))
    marked = {mark.annotator for one in articles for mark in one.marks}
    people = [each for each in people if wanted or each.id in marked]
    codebook = {row.code.id: row.code.name for row in codes(db)}
    used = {code for one in articles for mark in one.marks for code in mark.codes}
    rows = measure(
        articles,
        annotators=[each.id for each in people],
        by=by,
        codes=[code for code in codebook if code in used],
    )
    names = Names(
        {each.id: each.name for each in people},
        codebook,
        titles(db, [one.article for one in articles]),
    )
    return _Survey(articles, people, names, list(rows))


def _people(db: Db, wanted: Sequence[str]) -> list[Annotator]:
    there = {each.name: each for each in annotators(db)}
    missing = [name for name in wanted if name not in there]
    if missing:
        raise UsageError(f"There is no annotator called {missing[0]} in the library.")
    found = [there[name] for name in dict.fromkeys(wanted)] or list(there.values())
    if wanted and len(found) < 2:
        raise UsageError("Agreement needs two annotators.", hint="Name another one.")
    return found


def _shape(db: Db, found: _Survey, *, places: bool) -> dict[str, object]:
    shape: dict[str, object] = {
        "annotators": [each.name for each in found.people],
        "rows": [agreement_shape(row, found.names) for row in found.rows],
    }
    if places:
        settled = settlements(db, [one.article for one in found.articles])
        shape["places"] = [_place(dispute, found.names, settled) for dispute in _disputes(found)]
    return shape


def _disputes(found: _Survey) -> Iterator[Dispute]:
    people = [each.id for each in found.people]
    for one in found.articles:
        yield from disputes(one, people)


def _place(dispute: Dispute, names: Names, settled: Sequence[Settlement]) -> dict[str, object]:
    at_place = (
        each
        for each in settled
        if each.article == dispute.article and each.span.overlaps(dispute.span)
    )
    known = next(at_place, None)
    return {
        "article": dispute.article,
        "start": dispute.span.start,
        "end": dispute.span.end,
        "differences": sorted(dispute.differences),
        "marks": [
            {
                "annotator": names.annotators[mark.annotator],
                "start": mark.span.start,
                "end": mark.span.end,
                "codes": sorted(names.codes[code] for code in mark.codes),
            }
            for mark in dispute.marks
        ],
        "settled": known and known.how,
        "changed_since": known is not None and known.made_of != dispute.made_of,
    }


def _print(found: _Survey) -> None:
    heads = ("words", "agreed", "κ Cohen", "κ Fleiss", "α", "α unit.", "α coding")
    click.echo(f"{'':<40}" + "".join(f"{head:>10}" for head in heads))
    for row in found.rows:
        scope, figures = row.scope, row.figures
        code = found.names.codes[scope.code] if scope.code is not None else "all marks"
        people = " / ".join(found.names.annotators[each] for each in scope.annotators)
        where = "" if scope.article is None else f" · article {scope.article}"
        said = harmless(f"{code} · {people}{where}")
        numbers = (
            figures.observed,
            figures.cohen,
            figures.fleiss,
            figures.alpha,
            figures.u_alpha,
            figures.cu_alpha,
        )
        cells = "".join(f"{'–' if one is None else f'{one:.3f}':>10}" for one in numbers)
        band = BANDS[reliability(figures.alpha)]
        click.echo(f"{said[:39]:<40}{figures.words:>10}{cells}  {band}")
