"""Read the files of an import in their order: here what is cheap, the rest in guarded processes.

A process is started with the first file that may be dear. Where there are many files several
processes read, a few chunks ahead of who takes what they bring.
"""

import os
from collections import deque
from collections.abc import Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path
from queue import SimpleQueue

from variorum.formats.corpora.rows import GUESSED, Columns
from variorum.intake.files import judge, pieces_of
from variorum.intake.guarded import GLANCE, Reader
from variorum.intake.pieces import Chunk, Make, Piece, Task
from variorum.intake.skips import FileRefused, skipped
from variorum.progress import pulse

MANY = 300
"""Files from which on it pays to start several processes (half a second each was measured)."""

_CHUNK = 25
_NONE: Mapping[Path, int] = {}
_MOST_READERS = 4


def read_files(
    files: Sequence[Path],
    *,
    columns: Columns = GUESSED,
    many: int = MANY,
    make: Make | None = None,
    after: Mapping[Path, int] = _NONE,
) -> Generator[Piece]:
    """Yield what each file holds, or why it was skipped; a file ends with a last piece.

    Articles come as `make` makes them where that is given. Of corpora in `after` so many
    articles are left out.
    """
    with closing(Reader()) as reader:
        if len(files) < many:
            for file in files:
                yield from _read(file, columns, reader, make=make, after=after)
            return
        chunks = [
            Chunk(tuple(files[n : n + _CHUNK]), columns, make) for n in range(0, len(files), _CHUNK)
        ]
        with closing(_read_beside(chunks)) as read:
            for piece in read:
                if piece.later is None:
                    yield piece
                else:
                    task = piece.later
                    yield from _read_task(replace(task, after=after.get(task.path, 0)), reader)


def _read(
    file: Path, columns: Columns, reader: Reader, *, make: Make | None, after: Mapping[Path, int]
) -> Iterator[Piece]:
    try:
        task = judge(file, columns, make=make)
    except FileRefused as refused:
        yield Piece((skipped(str(file), refused),), is_last=True)
        return
    yield from _read_task(replace(task, after=after.get(file, 0)), reader)


def _read_task(task: Task, reader: Reader) -> Iterator[Piece]:
    return pieces_of(task) if task.is_cheap else reader.pieces(task)


def _read_beside(chunks: Sequence[Chunk]) -> Generator[Piece]:
    """Read chunks in processes, a few ahead of who takes them."""
    # One core is left to who saves what is read.
    count = max(1, min(_MOST_READERS, (os.cpu_count() or 2) - 1))
    readers = [Reader() for _ in range(count)]
    free = SimpleQueue[Reader]()
    for reader in readers:
        free.put(reader)

    def read(chunk: Chunk) -> list[list[Piece]]:
        mine = free.get()
        try:
            return mine.chunk(chunk)
        finally:
            free.put(mine)

    ahead = deque[Future[list[list[Piece]]]]()
    coming = iter(chunks)
    # Each of its threads waits for one process.
    pool = ThreadPoolExecutor(count)
    try:
        while True:
            ahead.extend(
                pool.submit(read, chunk) for chunk in islice(coming, 2 * count + 1 - len(ahead))
            )
            if not ahead:
                return
            for pieces in _awaited(ahead.popleft()):
                yield from pieces
    finally:
        for reader in readers:
            reader.stop()
        pool.shutdown(cancel_futures=True)
        for reader in readers:
            reader.close()


def _awaited(future: Future[list[list[Piece]]]) -> list[list[Piece]]:
    """Return what a thread brings; meanwhile `pulse` is felt."""
    while not wait([future], GLANCE).done:
        pulse()
    return future.result()
