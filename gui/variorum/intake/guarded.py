"""Read in a process beside, which may hang, swell or die: its parent goes on.

The process is started with the first task and kept for the next ones. It is ended when it
gives no sign of life for some seconds; its memory is limited where the system can do that.
"""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from time import monotonic
from typing import assert_never

from variorum.intake import limits
from variorum.intake.files import called, judge, pieces_of
from variorum.intake.pieces import Chunk, Deed, Piece, Task
from variorum.intake.skips import FileRefused, Skipped, SkipReason, skipped
from variorum.progress import felt, pulse

_START = 120
"""Seconds for a process to start on a machine that is busy."""
_MOST_LOST = 3
"""Readers that one archive or corpus may end, before it is given up."""
_PULSE = 0.5
GLANCE = 0.1
"""Seconds of waiting until who waits looks up, and may be told to stop."""


class Why(StrEnum):
    """Name how a reader was lost."""

    SLOW = "slow"
    MEMORY = "memory"
    DIED = "died"


class ReaderLost(Exception):
    """The process that read is no more."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


class Reader:
    """Own a process that reads; `close` ends it."""

    def __init__(self, *, seconds: float = limits.SECONDS) -> None:
        self._seconds = seconds
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._is_stopped = False

    def pieces(self, task: Task) -> Iterator[Piece]:
        """Yield what a file holds; what ends the reader is skipped with its reason.

        A corpus is read on after the article that came last: a reader may be lost for reasons that
        are not the file's, and what comes next may be a hundred thousand articles. It is given up
        where nothing more came.
        """
        lost = came = 0
        while True:
            last = Piece(called=called(task.path))
            try:
                for piece in self.asked(task):
                    last = piece if piece.called or piece.is_last else last
                    came += sum(not isinstance(each, Skipped) for each in piece.found)
                    yield piece
            except ReaderLost as error:
                if last.is_last:
                    return
                lost += 1
                if task.deed is Deed.ROWS and came and lost < _MOST_LOST:
                    task, came = replace(task, after=task.after + came), 0
                    continue
                file = str(task.path)
                of_member = task.deed is Deed.MEMBERS and last.called != called(task.path)
                if of_member:
                    file += last.called.removeprefix(called(task.path))
                yield Piece((refusal(file, last.called, error.why, after=task.after + came),))
                if of_member and lost < _MOST_LOST:
                    task = replace(task, start=last.member + 1)
                    continue
                yield Piece(is_last=True, is_corpus=task.deed is Deed.ROWS)
            return

    def chunk(self, task: Chunk) -> list[list[Piece]]:
        """Return what each of some files holds."""
        done: list[list[Piece]] = []
        while len(done) < len(task.paths):
            left = replace(task, paths=task.paths[len(done) :])
            pieces: list[Piece] = []
            try:
                for piece in self.asked(left):
                    pieces.append(piece)
                    if piece.is_last:
                        done.append(pieces)
                        pieces = []
            except ReaderLost as error:
                if len(done) == len(task.paths):
                    break
                path = task.paths[len(done)]
                refused = refusal(str(path), called(path), error.why)
                done.append([Piece((refused,), is_last=True)])
        return done

    def asked(self, task: Task | Chunk) -> Iterator[Piece]:
        """Yield the answer to a task; raise `ReaderLost` where none comes to its end.

        While it waits `pulse` is felt; who raises there ends the process.
        """
        is_done = False
        try:
            connection = self._connected()
            _send(connection, task)
            while not is_done:
                answer = self._answer(connection, self._seconds)
                if self._is_stopped:
                    raise ReaderLost(Why.DIED)
                if isinstance(answer, Why):
                    raise ReaderLost(answer)
                is_done = answer is None
                if answer is not None:
                    yield answer
        finally:
            if not is_done:
                # What it was asked last it may still be doing.
                self.close()

    def stop(self) -> None:
        """Let what is asked of this reader in another thread come to an end, whatever it brings."""
        self._is_stopped = True
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End the process, whatever it does."""
        process, self._process = self._process, None
        connection, self._connection = self._connection, None
        if process is not None:
            process.kill()
            process.join()
            process.close()
        if connection is not None:
            connection.close()

    def _connected(self) -> Connection:
        if self._is_stopped:
            raise ReaderLost(Why.DIED)
        if self._connection is None:
            self._process, self._connection = _started()
            self._answer(self._connection, _START)
        return self._connection

    def _answer(self, connection: Connection, seconds: float) -> Piece | Why | None:
        last = monotonic() + seconds
        try:
            while not connection.poll(max(0, min(GLANCE, last - monotonic()))):
                if monotonic() >= last:
                    raise ReaderLost(Why.SLOW)
                pulse()
            return connection.recv()
        except (EOFError, OSError) as error:
            raise ReaderLost(Why.DIED) from error


def _started() -> tuple[SpawnProcess, Connection]:
    """Start a process; raise `ReaderLost` where the system has no more of what it takes."""
    try:
        here, there = Pipe()
    except OSError as error:
        raise ReaderLost(Why.DIED) from error
    # Spawned on every system: a fork would copy Qt's threads and SQLite's locks.
    process = SpawnProcess(target=serve, args=(there,), daemon=True)
    try:
        process.start()
    except BaseException as error:
        here.close()
        if isinstance(error, OSError):
            raise ReaderLost(Why.DIED) from error
        raise
    finally:
        there.close()
    return process, here


def serve(connection: Connection) -> None:
    """Answer tasks until nobody asks any more; this is all that the process beside does."""
    limits.keep()
    connection.send(None)
    while True:
        try:
            task = connection.recv()
        except (EOFError, OSError):
            return
        try:
            _answer(connection, task)
            continue
        except BrokenPipeError:
            return
        except MemoryError:
            # Said below, where what took the memory is let go.
            pass
        connection.send(Why.MEMORY)
        return


def refusal(file: str, name: str, why: Why, *, after: int = 0) -> Skipped:
    """Say why a file was not read to its end, and after how many articles of a corpus."""
    beyond = f" after its article {after:,}" if after else ""
    match why:
        case Why.SLOW:
            refused = FileRefused(
                SkipReason.TOO_SLOW,
                f"{name} took longer than {limits.SECONDS} seconds to read{beyond}.",
                hint="It may be damaged. Paste its text, or split it into smaller files.",
            )
        case Why.MEMORY:
            most = limits.MOST_MEMORY // 1024 // 1024
            refused = FileRefused(
                SkipReason.TOO_MUCH,
                f"{name} takes more than {most} MB of memory to read{beyond}.",
                hint="Split it into smaller files.",
            )
        case Why.DIED:
            refused = FileRefused(
                SkipReason.UNREADABLE,
                f"{name} could not be read{beyond}.",
                hint="It may be damaged. Open it with the program that wrote it, and copy its text.",
            )
        case _:
            assert_never(why)
    return skipped(file, refused)


def _send(connection: Connection, task: Task | Chunk) -> None:
    try:
        connection.send(task)
    except OSError as error:
        raise ReaderLost(Why.DIED) from error


def _answer(connection: Connection, task: Task | Chunk) -> None:
    told = monotonic()

    def tell(piece: Piece | None) -> None:
        nonlocal told
        told = monotonic()
        limits.more_time()
        connection.send(piece)

    def alive() -> None:
        if monotonic() - told > _PULSE:
            tell(Piece())

    with felt(alive):
        for piece in pieces_of(task) if isinstance(task, Task) else _of_chunk(task):
            tell(piece)
    tell(None)


def _of_chunk(chunk: Chunk) -> Iterator[Piece]:
    """Yield what each file holds; of one that comes in pieces only how it is to be read."""
    for path in chunk.paths:
        try:
            task = judge(path, chunk.columns, make=chunk.make)
        except FileRefused as refused:
            yield Piece((skipped(str(path), refused),), is_last=True)
            continue
        if task.deed is Deed.WHOLE:
            yield from pieces_of(task)
        else:
            yield Piece(later=task, is_last=True)
