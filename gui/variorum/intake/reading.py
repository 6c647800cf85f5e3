"""Read many files: few of them here, many in processes beside, in the order given.

Children import the reading rooms only. A file that kills its reader is skipped with its
reason; the others of its chunk are read again.
"""

import os
import signal
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from variorum.intake.files import (
    CorpusFile,
    FileRefused,
    Skipped,
    SkipReason,
    called,
    read_file_or_corpus,
)
from variorum.text import Imported

MANY = 300
"""Files from which on it pays to start processes (half a second each was measured)."""

_CHUNK = 25
_MOST_READERS = 4

Read = list[Imported] | CorpusFile | Skipped
"""What became of a file; a corpus is read by whoever wants its rows."""


def read_files(files: Sequence[Path], *, many: int = MANY) -> Generator[Read]:
    """Yield each file's articles, or why it was skipped, or that it is a corpus."""
    if len(files) < many:
        yield from map(read_or_skip, files)
        return
    left = [list(files[n : n + _CHUNK]) for n in range(0, len(files), _CHUNK)]
    while left:
        done = 0
        try:
            for chunk in _read_beside(left):
                yield from chunk
                done += 1
        except BrokenProcessPool:
            yield from map(_read_alone, left[done])
            done += 1
        left = left[done:]


def read_or_skip(file: Path) -> Read:
    """Read a file here."""
    try:
        return read_file_or_corpus(file)
    except FileRefused as refused:
        return Skipped(str(file), refused.reason, refused.message, refused.hint)


def _read_chunk(files: Sequence[Path]) -> list[Read]:
    return [read_or_skip(file) for file in files]


def _read_beside(chunks: Sequence[Sequence[Path]]) -> Iterator[list[Read]]:
    """Read chunks in processes, a few ahead of who takes them."""
    # One core is left to who saves what is read.
    readers = max(1, min(_MOST_READERS, (os.cpu_count() or 2) - 1))
    with _pool(readers) as pool:
        ahead = deque[Future[list[Read]]]()
        coming = iter(chunks)
        try:
            while True:
                ahead.extend(
                    pool.submit(_read_chunk, chunk)
                    for chunk in islice(coming, 2 * readers + 1 - len(ahead))
                )
                if not ahead:
                    return
                yield ahead.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _read_alone(file: Path) -> Read:
    """Read a file in a process of its own: it may be the one that kills its reader."""
    with _pool(1) as pool:
        try:
            return pool.submit(read_or_skip, file).result()
        except BrokenProcessPool:
            return Skipped(str(file), SkipReason.UNREADABLE, f"{called(file)} could not be read.")


def _pool(readers: int) -> ProcessPoolExecutor:
    # Spawned on every system: a fork would copy Qt's threads and SQLite's locks.
    return ProcessPoolExecutor(readers, mp_context=get_context("spawn"), initializer=_stay_quiet)


def _stay_quiet() -> None:
    """Leave the terminal's interrupt to the parent, who ends its readers itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
