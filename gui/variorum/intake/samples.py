"""The sample library: our own stories, so that the first minute shows a comparison.

`resources/samples/` has a folder a story and a file an article, as plain text; what plain
text cannot say (which outlet printed it, and when) stands in `stories.toml` there.
"""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from variorum.assets import resources
from variorum.intake.files import read_file
from variorum.intake.importer import import_articles
from variorum.intake.report import ImportReport
from variorum.library.library import Library
from variorum.text import Imported
from variorum.wire.fields import Fields
from variorum.wire.reader import read


def import_samples(library: Library) -> ImportReport:
    """Bring the sample stories into a library; those it has already are duplicates."""
    return import_articles(library, _samples(resources() / "samples"))


def _samples(folder: Path) -> Iterator[Imported]:
    told = _told(folder / "stories.toml")
    for file in sorted(folder.glob("*/*.txt")):
        fields = told.get(file.parent.name, {}).get(file.name, {})
        for imported in read_file(file):
            yield _with_fields(imported, fields, origin=f"sample:{file.parent.name}/{file.name}")


def _told(file: Path) -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def _with_fields(imported: Imported, fields: Mapping[str, Any], *, origin: str) -> Imported:
    published = fields.get("published")
    known = Fields(
        source=fields.get("source"),
        published=dt.date.fromisoformat(published) if published else None,
    )
    return replace(imported, article=read(imported.article.text, fields=known), origin=origin)
