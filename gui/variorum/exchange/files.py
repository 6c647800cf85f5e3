"""Write files that are whole or not there."""

import io
import os
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from variorum.errors import VariorumError


@contextmanager
def whole_file(file: Path) -> Generator[BinaryIO]:
    """Open a file to write; it gets its name at the end, and none when something fails."""
    unfinished = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        with unfinished.open("wb") as out:
            yield out
        unfinished.replace(file)
    except OSError as error:
        raise VariorumError(f"{file} cannot be written: {error.strerror}.") from error
    finally:
        unfinished.unlink(missing_ok=True)


def write_text(file: Path, pieces: Iterable[str], *, mark: bool = False) -> None:
    """Write a text file as UTF-8, whole or not at all.

    With a byte order mark where the reader needs one (spreadsheets).
    """
    encoding = "utf-8-sig" if mark else "utf-8"
    with (
        whole_file(file) as out,
        io.TextIOWrapper(out, encoding=encoding, errors="replace", newline="") as text,
    ):
        text.writelines(pieces)
