# ruff: noqa: T201 - a script prints
"""Print how well corpora are recognised and how fast they are read: `python bench_corpora.py DATA`.

DATA is the folder of material for measuring. The peer of the rate is the bare wire reader over
the same texts: what is above it is the cost of the table.
"""

import gzip
import io
import sys
import time
from pathlib import Path

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.formats.corpora.mapping import format_mapping
from variorum.formats.corpora.rows import GUESSED, Look
from variorum.text import Imported
from variorum.wire.reader import read

KINDS = ("*/*.csv", "*/*.tsv", "*/*.json", "*/*.jsonl", "*/*.jsonl.gz")


def main(folder: Path) -> None:
    """Print a line a file, then how many texts of corpora would be taken for anything but copy."""
    texts = odd = 0
    for file in sorted(path for kind in KINDS for path in folder.glob(kind)):
        data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        name = file.relative_to(folder).as_posix()
        try:
            kind = registry.recognised(data[: registry.SAMPLE], name)
            if kind.open_table is None:
                print(f"{name}: {kind.name}")
                continue
            look = registry.look(io.BytesIO(data), kind=kind, name=name)
            found = _articles(data, kind, name, look)
        except FormatError as error:
            print(f"{name}: {error.message}")
            continue
        texts += len(found)
        odd += sum(not _stays_plain(each.article.text) for each in found)
    print(f"texts that would not stay plain: {odd} of {texts}")


def _articles(data: bytes, kind: registry.Format, name: str, look: Look) -> list[Imported]:
    start = time.process_time()
    rows = list(
        registry.read_rows(io.BytesIO(data), kind=kind, columns=GUESSED, name=name, origin=name)
    )
    took = time.process_time() - start
    found = [row for row in rows if isinstance(row, Imported)]
    start = time.process_time()
    for each in found:
        read(each.article.text)
    bare = time.process_time() - start
    dated = sum(each.article.published is not None for each in found)
    print(
        f"{name}: {kind.name}, {'certain' if look.certain else 'guessed'}"
        f" {format_mapping(look.mapping)}; n={len(found)}, left out {len(rows) - len(found)},"
        f" dated {dated}, {len(found) / max(took, 1e-9):.0f}/s, bare {len(found) / max(bare, 1e-9):.0f}/s"
    )
    return found


def _stays_plain(text: str) -> bool:
    try:
        return registry.recognised(text.encode()[: registry.SAMPLE], "text").name == "plain"
    except FormatError:
        return False


if __name__ == "__main__":
    main(Path(sys.argv[1]))
