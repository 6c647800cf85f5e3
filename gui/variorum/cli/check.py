"""`variorum check`: prove that a library is sound."""

from pathlib import Path

import click

from variorum.cli.failures import Failure
from variorum.cli.libraries import library_option, to_read
from variorum.cli.output import print_json, progress
from variorum.errors import LibraryLocked
from variorum.exchange.flaws import flaw_line
from variorum.library.library import Library
from variorum.library.safety.integrity import Report
from variorum.library.safety.integrity import check as prove


@click.command(epilog="Example: variorum check --library desk.variorum")
@library_option
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def check(*, library_file: Path, as_json: bool) -> None:
    """Check a library: its pages, keys, hashes, quotations and indexes."""
    with _opened(library_file) as library, progress("Checking") as tick:
        report = prove(library, tick=tick)
    if as_json:
        print_json(
            {
                "sound": report.is_sound,
                "index_checked": report.index_checked,
                "findings": [
                    {"flaw": finding.flaw, "where": finding.where} for finding in report.findings
                ],
            }
        )
    else:
        _print(report)
    if not report.is_sound:
        count = len(report.findings)
        flaws = "one flaw" if count == 1 else f"{count} flaws"
        raise Failure(f"The library has {flaws}; restore a backup from before the damage.")


def _opened(file: Path) -> Library:
    """Open the library to write, because only so its indexes can be checked, else to read."""
    try:
        return Library.open(file)
    except LibraryLocked:
        return to_read(file)


def _print(report: Report) -> None:
    for finding in report.findings:
        click.echo(f"{flaw_line(finding.flaw)} ({finding.where})")
    if report.is_sound:
        rest = (
            "" if report.index_checked else " Its indexes were not checked: it could only be read."
        )
        click.echo(f"The library is sound.{rest}")
