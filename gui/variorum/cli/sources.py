"""Read the articles that a command names: `FILE`, or `FILE#2` for the third article in it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from variorum.errors import UsageError
from variorum.intake.files import read_file
from variorum.intake.guarded import Reader
from variorum.text import Imported


def read_one(name: str, reader: Reader) -> Imported:
    """Read the article that a name means; a reader takes what may be dear."""
    path, index = _path_and_index(name)
    articles = read_file(path, dear=reader.pieces)
    if index is None and len(articles) > 1:
        raise UsageError(
            f"{path} holds {len(articles)} articles.",
            hint=f"Name one, from {path}#0 to {path}#{len(articles) - 1}.",
        )
    try:
        return articles[index or 0]
    except IndexError as error:
        raise UsageError(f"{path} holds no article number {index}.") from error


def read_json_lines(path: Path) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """Read JSON Lines: each line's number from 1 with its object, or None when it holds none."""
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                value = json.loads(line)
            except (ValueError, RecursionError):
                value = None
            yield number, value if isinstance(value, dict) else None


def _path_and_index(name: str) -> tuple[Path, int | None]:
    # A file whose own name holds the sign comes first.
    stem, sign, number = name.rpartition("#")
    if sign and number.isdecimal() and not Path(name).exists():
        return Path(stem), int(number)
    return Path(name), None
