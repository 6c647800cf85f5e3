# ruff: noqa: T201 - a script prints
"""Measure what is read of wire files against what their projects' own tests assert.

Every file is read or refused with a sentence. A value counts where the asserting project took it
as it stands in the file (`verbatim_in_file`); white space is drawn together on both sides. A
guid also counts when our guid and version joined by a colon are the expected one: some projects
join them, and so do some files. A third of the files (by their hash) was kept aside while the
readers were written; both figures are printed. Two more judges: the dpa's JSON and NewsML-G2
twins give equal articles, and files that the IPTC calls invalid are read with a problem named,
or refused.

`--misses` prints each value that was not read as expected, `--refused` each file that was
refused, `--aside` both on the third as well. Run from the root:
`python tests/benchmarks/bench_formats.py`.
"""

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.text import Imported, ProblemKind

FILES = Path(__file__).parents[3] / "shared" / "data" / "wire-formats"
_SCORED = {
    "headline": "headline",
    "slugline": "slug",
    "byline": "byline",
    "language": "language",
    "guid": "guid",
    "uri": "guid",
    "version": "version",
}
_GOAL = 0.97
Row = dict[str, Any]


@dataclass
class Outcome:
    """Hold what became of one file."""

    row: Row
    articles: Sequence[Imported] = ()
    refused: str = ""
    raised: str = ""
    seconds: float = 0.0

    @property
    def aside(self) -> bool:
        """Tell whether the file was kept aside."""
        return int(self.row["sha256"][:8], 16) % 3 == 0

    @property
    def folder(self) -> str:
        """Return the first folder of the file."""
        return str(self.row["file"]).partition("/")[0]


@dataclass
class Tally:
    """Count hits and keep misses."""

    hits: Counter[str] = field(default_factory=Counter[str])
    all: Counter[str] = field(default_factory=Counter[str])
    kept: int = 0
    """Values that stand anywhere in the article or its details."""
    misses: list[str] = field(default_factory=list[str])

    def line(self) -> str:
        """Return the shares as one line."""
        total, hits = sum(self.all.values()), sum(self.hits.values())
        shares = "  ".join(f"{key} {self.hits[key]}/{self.all[key]}" for key in sorted(self.all))
        share = f"{hits}/{total} = {hits / max(1, total):.3f}"
        return f"{share} (kept anywhere {self.kept})   {shares}"


def lines_of(name: str) -> list[Row]:
    """Return the rows of a file of JSON Lines."""
    text = (FILES / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def read(row: Row) -> Outcome:
    """Read one file as the program does."""
    data = (FILES / row["file"]).read_bytes()
    start = time.perf_counter()
    outcome = Outcome(row)
    try:
        outcome.articles = registry.read_bytes(data, name=row["file"], origin=row["file"])
    except FormatError as error:
        outcome.refused = error.message
    except Exception as error:  # noqa: BLE001 - counting them is what this script is for
        outcome.raised = f"{type(error).__name__}: {error}"
    outcome.seconds = time.perf_counter() - start
    return outcome


def value_of(imported: Imported, name: str) -> list[str]:
    """Return what was read for a field, in the forms that count."""
    article, details = imported.article, imported.details
    if name == "guid":
        guid, version = details.guid or "", details.version or ""
        return [guid, f"{guid}:{version}"]
    if name == "version":
        return [details.version or ""]
    return [getattr(article, name) or ""]


def squeezed(text: object) -> str:
    """Return a value with its white space drawn together."""
    return " ".join(str(text).split())


def held(imported: Imported) -> str:
    """Return all words of an article and its details, the bytes it came in left out."""
    article = imported.article
    lines = (article.text, article.headline, article.slug, article.byline, imported.details)
    return squeezed(" ".join(map(str, lines)))


def pictures(expected: Iterable[Row]) -> dict[str, set[int]]:
    """Return which items of each file the asserting project takes for pictures: none is an article."""
    found: dict[str, set[int]] = defaultdict(set)
    for want in expected:
        if want["field"] == "type" and want["expected"] == "picture":
            found[want["file"]].add(want["item_index"] or 0)
    return found


def score(outcomes: Sequence[Outcome], expected: Sequence[Row]) -> Tally:
    """Compare the values that stand verbatim in their files."""
    tally = Tally()
    by_file = {outcome.row["file"]: outcome for outcome in outcomes}
    shown = pictures(expected)
    for want in expected:
        name = _SCORED.get(want["field"])
        outcome = by_file.get(want["file"])
        index = want["item_index"] or 0
        beside = shown[want["file"]]
        if name is None or outcome is None or not want["verbatim_in_file"] or index in beside:
            continue
        index -= sum(picture < index for picture in beside)
        got = [""]
        if index < len(outcome.articles):
            got = value_of(outcome.articles[index], name)
        wanted = squeezed(want["expected"])
        is_hit = any(
            wanted in squeezed(one) if want["op"] == "contains" else wanted == squeezed(one)
            for one in got
        )
        tally.all[name] += 1
        tally.hits[name] += is_hit
        tally.kept += is_hit or any(wanted in held(one) for one in outcome.articles)
        if not is_hit:
            read_as = outcome.refused or repr(squeezed(got[0])[:70])
            tally.misses.append(
                f"    {want['file']}: {want['field']} {wanted[:70]!r}, read {read_as}"
            )
    return tally


def twins(outcomes: Sequence[Outcome]) -> tuple[int, int, list[str]]:
    """Count the dpa's pairs of one story in two formats whose articles are equal."""
    sides: dict[str, dict[str, Outcome]] = defaultdict(dict)
    for outcome in outcomes:
        if outcome.folder == "dpa-digitalwires":
            path = Path(outcome.row["file"])
            sides[path.stem][path.suffix] = outcome
    pairs = [pair for pair in sides.values() if set(pair) == {".json", ".xml"}]
    odd = [odds for pair in pairs if (odds := different(pair[".json"], pair[".xml"]))]
    return len(pairs) - len(odd), len(pairs), odd


def different(one: Outcome, other: Outcome) -> str:
    """Return in what two readings of one story differ; nothing where they are equal."""
    first = [imported.article for imported in one.articles]
    second = [imported.article for imported in other.articles]
    if first == second:
        return ""
    if len(first) != len(second):
        return f"    {one.row['file']}: {len(first)} and {len(second)} articles"
    names = [
        name
        for name in ("text", "passages", "headline", "byline", "dateline", "published", "source")
        if any(getattr(a, name) != getattr(b, name) for a, b in zip(first, second, strict=True))
    ]
    return f"    {one.row['file']}: {', '.join(names)}"


def invalid(outcomes: Sequence[Outcome]) -> tuple[int, int, list[str]]:
    """Count the files called invalid by their standard that are read with a problem, or refused."""
    wrong = [outcome for outcome in outcomes if "/should_fail/" in outcome.row["file"]]
    silent = [outcome for outcome in wrong if not outcome.refused and not named(outcome)]
    return len(wrong) - len(silent), len(wrong), [f"    {o.row['file']}" for o in silent]


def named(outcome: Outcome) -> bool:
    """Tell whether a breach of the standard was named."""
    kinds = {problem.kind for imported in outcome.articles for problem in imported.problems}
    return ProblemKind.AGAINST_STANDARD in kinds


def accused(outcomes: Sequence[Outcome]) -> tuple[int, int, list[str]]:
    """Count the files called valid that are read without naming a breach."""
    sound = [outcome for outcome in outcomes if "/should_pass/" in outcome.row["file"]]
    wrongly = [outcome for outcome in sound if named(outcome)]
    return len(sound) - len(wrongly), len(sound), [f"    {o.row['file']}" for o in wrongly]


def report(name: str, outcomes: Sequence[Outcome], expected: Sequence[Row]) -> Tally:
    """Print the figures of some files."""
    articles = sum(len(outcome.articles) for outcome in outcomes)
    refused = sum(1 for outcome in outcomes if outcome.refused)
    raised = [outcome for outcome in outcomes if outcome.raised]
    seconds = sum(outcome.seconds for outcome in outcomes)
    print(f"\n{name}: {len(outcomes)} files, {articles} articles, {refused} refused, ", end="")
    print(f"{len(raised)} exceptions, {1000 * seconds / max(1, articles):.1f} ms an article")
    for outcome in raised:
        print(f"    {outcome.row['file']}: {outcome.raised}")
    tally = score(outcomes, expected)
    print(f"  values {tally.line()}")
    folders = sorted({outcome.folder for outcome in outcomes})
    for folder in folders:
        part = score([outcome for outcome in outcomes if outcome.folder == folder], expected)
        if part.all:
            print(f"    {folder}: {part.line()}")
    return tally


def main() -> None:
    """Print the figures of both parts and of all files."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--misses", action="store_true")
    options.add_argument("--refused", action="store_true")
    options.add_argument("--aside", action="store_true", help="show the third kept aside as well")
    chosen = options.parse_args()
    rows, expected = lines_of("manifest.jsonl"), lines_of("expected.jsonl")
    outcomes = [read(row) for row in rows if row["format"] != "doc"]
    parts = {
        "two thirds": [outcome for outcome in outcomes if not outcome.aside],
        "third kept aside": [outcome for outcome in outcomes if outcome.aside],
    }
    for name, part in parts.items():
        tally = report(name, part, expected)
        if chosen.misses and (chosen.aside or name == "two thirds"):
            print("\n".join(tally.misses))
        if chosen.refused and (chosen.aside or name == "two thirds"):
            print("\n".join(f"    {o.row['file']}: {o.refused}" for o in part if o.refused))
    whole = report("all", outcomes, expected)
    reached = sum(whole.hits.values()) / max(1, sum(whole.all.values()))
    print(f"\nvalues read {reached:.3f} (goal {_GOAL})")
    for title, (right, count, odd) in {
        "twins equal": twins(outcomes),
        "invalid files with a problem named": invalid(outcomes),
        "valid files read without one": accused(outcomes),
    }.items():
        print(f"{title} {right}/{count}")
        if chosen.misses:
            print("\n".join(odd))


if __name__ == "__main__":
    main()
