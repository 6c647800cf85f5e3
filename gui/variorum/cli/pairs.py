"""Compare many pairs: as JSON Lines one after the other, or as a table of measures, in processes."""

import os
import signal
import time
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from functools import cache, lru_cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from variorum.cli.output import progress
from variorum.cli.sources import read_json_lines, read_one
from variorum.collation.collate import collate
from variorum.collation.measures import measure
from variorum.errors import UsageError, VariorumError
from variorum.exchange.files import write_text
from variorum.exchange.json_shapes import collation_shape
from variorum.exchange.measures_table import Row, as_csv, as_json_lines, failed_row, measures_row
from variorum.intake.guarded import Reader
from variorum.text import Article

MANY = 60
"""Pairs from which on it pays to start processes."""
_CHUNK = 16
_WRITERS = {".csv": as_csv, ".jsonl": as_json_lines}

Wanted = tuple[str | None, str | None, str]
"""The two files, or why a line names none."""


def pairs_in(file: Path) -> Iterator[Wanted]:
    """Read the pairs that a file of JSON Lines names."""
    for number, pair in read_json_lines(file):
        match pair:
            case {"base": str(base), "version": str(version)}:
                yield base, version, ""
            case _:
                yield None, None, f"Line {number} of {file} names no base and version."


def shapes_of(file: Path) -> Iterator[Mapping[str, object]]:
    """Compare pair by pair; one that cannot be read is reported on its line."""
    with closing(Reader()) as reader:
        for base, version, problem in pairs_in(file):
            if base is None or version is None:
                yield {"base": None, "version": None, "error": problem}
            else:
                yield _shape(base, version, reader)


def _shape(base: str, version: str, reader: Reader) -> Mapping[str, object]:
    began = time.perf_counter()
    try:
        sides = read_one(base, reader), read_one(version, reader)
    except VariorumError as error:
        return {"base": base, "version": version, "error": error.message}
    collation = collate(sides[0].article, sides[1].article)
    elapsed = _since(began)
    shape = collation_shape(
        collation, base=sides[0], version=sides[1], base_file=base, version_file=version
    )
    return {**shape, "elapsed_ms": elapsed}


def _since(began: float) -> float:
    return round((time.perf_counter() - began) * 1000, 3)


# --- the table ----------------------------------------------------------------------------------


def write_table(pairs_file: Path, table: Path) -> tuple[int, int]:
    """Measure all pairs of a file into a table; return how many there were, and how many failed."""
    write = _WRITERS.get(table.suffix.casefold())
    if write is None:
        raise UsageError(f"{table} is no table.", hint="Its name ends with .csv or .jsonl.")
    wanted = list(pairs_in(pairs_file))
    failed = 0

    def counted() -> Iterator[Row]:
        nonlocal failed
        with progress("Measuring") as tick:
            for done, row in enumerate(_rows(wanted), 1):
                failed += bool(row["error"])
                tick(done, len(wanted))
                yield row

    write_text(table, write(counted()), mark=write is as_csv)
    return len(wanted), failed


def _rows(wanted: list[Wanted]) -> Iterator[Row]:
    if len(wanted) < MANY:
        with closing(Reader()) as reader:
            yield from (_row(pair, reader) for pair in wanted)
        return
    chunks = [wanted[n : n + _CHUNK] for n in range(0, len(wanted), _CHUNK)]
    done = 0
    while done < len(chunks):
        try:
            for rows in _beside(chunks[done:]):
                yield from rows
                done += 1
        except BrokenProcessPool:
            # One of its pairs ended its process; each is tried in one of its own.
            yield from map(_alone, chunks[done])
            done += 1


def _beside(chunks: list[list[Wanted]]) -> Iterator[list[Row]]:
    """Measure chunks in processes, a few ahead of what is written, in order."""
    workers = os.cpu_count() or 1
    with _pool(workers) as pool:
        ahead = deque[Future[list[Row]]]()
        coming = iter(chunks)
        try:
            while True:
                room = 2 * workers + 1 - len(ahead)
                ahead.extend(pool.submit(_chunk, chunk) for chunk in islice(coming, room))
                if not ahead:
                    return
                yield ahead.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _alone(pair: Wanted) -> Row:
    with _pool(1) as pool:
        try:
            return pool.submit(_chunk, [pair]).result()[0]
        except BrokenProcessPool:
            base, version, _ = pair
            return failed_row(base=base, version=version, error="This pair ended its process.")


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_stay_quiet)


def _stay_quiet() -> None:
    """Leave the terminal's interrupt to the parent, who ends its workers itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _chunk(pairs: list[Wanted]) -> list[Row]:
    return [_row(pair, _own_reader()) for pair in pairs]


@cache
def _own_reader() -> Reader:
    """Return the one reader of a process that measures; it ends with that."""
    return Reader()


@lru_cache(maxsize=128)
def _article(name: str, reader: Reader) -> Article:
    """Read an article; in a corpus the same base comes again and again."""
    return read_one(name, reader).article


def _row(pair: Wanted, reader: Reader) -> Row:
    base, version, problem = pair
    if base is None or version is None:
        return failed_row(base=base, version=version, error=problem)
    began = time.perf_counter()
    try:
        one, other = _article(base, reader), _article(version, reader)
    except VariorumError as error:
        return failed_row(base=base, version=version, error=error.message)
    collation = collate(one, other)
    measures = measure(one, other, collation)
    return measures_row(measures, collation, base=base, version=version, elapsed_ms=_since(began))
