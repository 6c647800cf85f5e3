"""`variorum list`: what stands in a library."""

from collections.abc import Iterator
from pathlib import Path

import click

from variorum.cli.libraries import library_option, to_read
from variorum.cli.output import harmless, print_json
from variorum.exchange.json_shapes import lineage_shape
from variorum.exchange.wording import ENGLISH
from variorum.library.connection import Db
from variorum.library.queries.rows import StoryOrder, StoryRow, VersionRow
from variorum.library.queries.stories import story_ids, story_rows, versions_of

_PAGE = 500


@click.command("list", epilog="Example: variorum list --library desk.variorum --json")
@library_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, an object an article.")
def list_(*, library_file: Path, as_json: bool) -> None:
    """List the stories of a library with their versions, the newest first."""
    with to_read(library_file) as library, library.reader.snapshot():
        for story, versions in _all(library.reader):
            if not as_json:
                click.secho(harmless(f"{story.story}  {story.title}"), bold=True)
            for version in versions:
                if as_json:
                    print_json(_shape(version))
                else:
                    _print(version)


def _all(db: Db) -> Iterator[tuple[StoryRow, list[VersionRow]]]:
    ids = story_ids(db, order=StoryOrder.NEWEST)
    for start in range(0, len(ids), _PAGE):
        page = story_rows(db, ids[start : start + _PAGE])
        versions = versions_of(db, [story.story for story in page])
        yield from ((story, versions[story.story]) for story in page)


def _shape(version: VersionRow) -> dict[str, object]:
    return {
        "article": version.article,
        "story": version.story,
        "headline": version.headline,
        "title": version.title,
        "source": version.source,
        "published": version.published.isoformat() if version.published else None,
        "words": version.words,
        "highlights": version.highlights,
        "notes": version.notes,
        "base": version.is_base,
        "lineage": [lineage_shape(mark) for mark in version.lineage],
    }


def _print(version: VersionRow) -> None:
    day = version.published.isoformat()[:10] if version.published else "          "
    sign = "*" if version.is_base else " "
    marks = f"  {version.highlights} highlights" if version.highlights else ""
    descent = "".join(f"  {ENGLISH.lineage(mark)}" for mark in version.lineage)
    click.echo(f"  {sign} {version.article:>6}  {day}  {version.words:>5} words  "
               f"{harmless(version.source or 'source unknown')}{descent}{marks}")  # fmt: skip
