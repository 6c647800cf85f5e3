"""Print how fast large files come through a guarded reader, and how much memory it takes.

`python tests/benchmarks/bench_guarded.py [ROWS [NAME]]`: corpora of so many rows (100,000 unless
told) as CSV, TSV, JSON Lines, JSON and XLSX, and feeds of a hundredth as many items. Half a second
of each is the start of the process. A reader may take 512 MB, and 10 seconds without a sign of
life. Of corpora it prints how much a tenth of the rows took as well, how long a look into the
columns takes, and how soon a reader that is called off after a second is gone.
"""
# ruff: noqa: T201 - a script prints

import csv
import json
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from openpyxl import Workbook

from variorum.formats.corpora.rows import GUESSED
from variorum.intake.files import judge, look_into
from variorum.intake.guarded import Reader
from variorum.intake.skips import Skipped
from variorum.progress import Cancelled, felt
from variorum.text import Imported

ROWS = 100_000
ITEMS = 100
"""One item of a feed for so many rows of a corpus."""
CALLED_OFF = 1.0
COLUMNS = ("headline", "date", "source", "text")


def rows(count: int) -> Iterator[tuple[str, str, str, str]]:
    """Yield invented articles of some hundred words."""
    for number in range(count):
        day = f"2021-{number % 12 + 1:02}-{number % 28 + 1:02}"
        body = "\n\n".join(
            f"Ship {number} left pier {line} for Saltholm with {number % 90} people, a clerk said."
            for line in range(8)
        )
        text = f"HALVERN (Northline) - A ship left the harbour on day {number}.\n\n{body}"
        yield f"Ship {number} leaves Halvern", day, "Northline", text


def as_csv(path: Path, count: int) -> None:
    """Write a table, with tabs between the cells where it is called so."""
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, delimiter="\t" if path.suffix == ".tsv" else ",")
        table.writerow(COLUMNS)
        table.writerows(rows(count))


def as_json_lines(path: Path, count: int) -> None:
    """Write an object a line."""
    with path.open("w", encoding="utf-8") as file:
        for row in rows(count):
            file.write(json.dumps(dict(zip(COLUMNS, row, strict=True))) + "\n")


def as_json(path: Path, count: int) -> None:
    """Write one array of objects."""
    with path.open("w", encoding="utf-8") as file:
        for number, row in enumerate(rows(count)):
            file.write(",\n" if number else "[")
            file.write(json.dumps(dict(zip(COLUMNS, row, strict=True))))
        file.write("]")


def as_xlsx(path: Path, count: int) -> None:
    """Write a workbook."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (COLUMNS, *rows(count)):
        sheet.append(row)
    book.save(path)


def as_rss(path: Path, count: int) -> None:
    """Write a feed with whole articles."""
    items = "".join(
        f"<item><title>{title}</title><description>{text}</description></item>"
        for title, _, _, text in rows(count // ITEMS)
    )
    path.write_text(f'<rss version="2.0"><channel><title>F</title>{items}</channel></rss>', "utf-8")


def as_newsml(path: Path, count: int) -> None:
    """Write a NewsML-G2 message with many items."""
    items = "".join(
        f'<newsItem guid="tag:{n}" version="1"><itemMeta><itemClass qcode="ninat:text"/></itemMeta>'
        f"<contentMeta><headline>{title}</headline></contentMeta><contentSet><inlineXML>"
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{text}</p></body></html>'
        "</inlineXML></contentSet></newsItem>"
        for n, (title, _, _, text) in enumerate(rows(count // ITEMS))
    )
    head = '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
    path.write_text(f"{head}{items}</itemSet></newsMessage>", "utf-8")


WRITERS: dict[str, Callable[[Path, int], None]] = {
    "corpus.csv": as_csv,
    "corpus.tsv": as_csv,
    "corpus.jsonl": as_json_lines,
    "corpus.json": as_json,
    "corpus.xlsx": as_xlsx,
    "feed.xml": as_rss,
    "message.xml": as_newsml,
}


def spent() -> tuple[float, float]:
    """Return how many MB a reader has taken at most and how many seconds of a processor."""
    for process in multiprocessing.active_children():
        folder = Path(f"/proc/{process.pid}")
        if folder.exists():
            status = (folder / "status").read_text()
            most = next(line for line in status.splitlines() if line.startswith("VmHWM"))
            ticks = (folder / "stat").read_text().rpartition(")")[2].split()[11:13]
            return int(most.split()[1]) / 1024, sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
    return float("nan"), float("nan")


def measure(path: Path) -> None:
    """Print the figures of one file."""
    began = time.perf_counter()
    articles, skipped, first = 0, list[Skipped](), 0.0
    with closing(Reader()) as reader:
        for piece in reader.pieces(judge(path, GUESSED)):
            articles += sum(isinstance(each, Imported) for each in piece.found)
            skipped += [each for each in piece.found if isinstance(each, Skipped)]
            first = first or (articles > 0) * (time.perf_counter() - began)
        memory, processor = spent()
    took = time.perf_counter() - began
    size = path.stat().st_size / 1024 / 1024
    print(
        f"{path.name:14} {size:6.1f} MB  {articles:7,} articles in {took:6.1f} s, {articles / took:6,.0f}/s,"
        f" the first after {first:.1f} s, {memory:4.0f} MB, {processor:.1f} s of a processor",
        flush=True,
    )
    for each in skipped:
        print(f"    {each.reason}: {each.message}")


def watched(path: Path) -> None:
    """Print how long a look into a corpus takes, and how soon a reader that is called off is gone."""
    began = time.perf_counter()
    with closing(Reader()) as reader:
        look_into(path, dear=reader.pieces)
    looked = time.perf_counter() - began
    until = time.perf_counter() + CALLED_OFF

    def stop() -> None:
        if time.perf_counter() > until:
            raise Cancelled

    with closing(Reader()) as reader, felt(stop), suppress(Cancelled):
        for _ in reader.pieces(judge(path, GUESSED)):
            stop()
    gone = time.perf_counter() - until
    print(f"{'':14} a look takes {looked:.1f} s; gone {gone:.2f} s after it was called off")


def main() -> None:
    """Print a line a format."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[2:] or WRITERS:
            write = WRITERS[name]
            path = Path(folder) / name
            if name.startswith("corpus"):
                write(path, count // 10)
                measure(path)
            write(path, count)
            measure(path)
            if name.startswith("corpus"):
                watched(path)


if __name__ == "__main__":
    main()
