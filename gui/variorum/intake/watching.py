"""Find what is new in watched folders: files that were written to their end.

A file counts when two looks find it with the same size and moment of change. Links that lead
out of a folder and hidden files are left alone, as in every import.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from variorum.intake.files import walk
from variorum.intake.looked import Look
from variorum.intake.resuming import stamp_of
from variorum.progress import Tick, no_tick


def look(
    folders: Iterable[Path], *, known: Mapping[str, str], before: Look, tick: Tick = no_tick
) -> Look:
    """Look into folders; `known` are files that were read, `before` is the look before."""
    stamps: dict[Path, str] = {}
    for number, file in enumerate(walk(folder for folder in folders if folder.is_dir())):
        tick(number, number + 1)
        if isinstance(file, Path):
            stamp = stamp_of(file)
            if stamp and known.get(str(file)) != stamp:
                stamps[file] = stamp
    ready = tuple(file for file, stamp in stamps.items() if before.stamps.get(file) == stamp)
    return Look(ready, stamps)
