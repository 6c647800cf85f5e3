"""Put off loading what reads files and recognises stories until something is to be brought in."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.formats.corpora.rows import Columns
from variorum.intake.looked import Look
from variorum.library.library import Library
from variorum.progress import Tick

if TYPE_CHECKING:
    from variorum.intake.report import ImportReport


def import_paths(
    library: Library,
    paths: Sequence[Path],
    *,
    columns: Columns,
    tick: Tick,
    saved: Callable[[int], None],
) -> "ImportReport":
    """Import files and all files of folders: see `importer.import_paths`."""
    importer = import_module("variorum.intake.importer")
    return importer.import_paths(library, paths, columns=columns, tick=tick, saved=saved)


def import_paste(library: Library, text: str) -> "ImportReport":
    """Import a pasted text: see `importer.import_paste`."""
    return import_module("variorum.intake.importer").import_paste(library, text)


def import_samples(library: Library) -> "ImportReport":
    """Bring the sample stories into a library: see `samples.import_samples`."""
    return import_module("variorum.intake.samples").import_samples(library)


def look(folders: Iterable[Path], *, known: Mapping[str, str], before: Look, tick: Tick) -> Look:
    """Look into watched folders: see `watching.look`."""
    watching = import_module("variorum.intake.watching")
    return watching.look(folders, known=known, before=before, tick=tick)
