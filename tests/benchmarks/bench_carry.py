# ruff: noqa: T201 - a script prints
"""Measure where carried marks land, on the founding pair and on pairs labelled by hand.

Three ways, on the same spans: `carry` through links and variants; `find` by position, quotation
and context, for texts whose links are not known; and the anchoring of the Hypothesis client. Of
spans that live on: how many land exactly (wanted of `carry`: 98 %), how many on other words
(wanted: 0), how many are dropped. Of words that were cut: how many land anywhere (wanted: 0).
Run from the root of the checkout: `python tests/benchmarks/bench_carry.py [--misses] [DATA]`.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from carry_gold import Gold, draw
from hypothesis_anchoring import anchor_in
from labelled_pairs import LabelledPair, Set, labelled_pairs

from variorum.annotations.anchors import find, make_anchor
from variorum.annotations.carrying import carry
from variorum.annotations.words import ink
from variorum.collation.collate import collate
from variorum.text import Article, Span
from variorum.wire.reader import read

SHARED = Path(__file__).parents[3] / "shared"
WAYS = ("ours, through links", "ours, by anchors alone", "Hypothesis's anchoring")
_RIGHT = ("exact", "exact wholly", "cut")

Way = Callable[[Sequence[Span]], list[Span | None]]


@dataclass(slots=True)
class Score:
    """Count what one way did with the spans of one half."""

    counts: Counter[str] = field(default_factory=Counter[str])
    seconds: float = 0.0

    def line(self) -> str:
        """Say the figures."""
        live, cut, lived = self.counts["live"], self.counts["cut"], self.counts["wholly live"]
        return (
            f"exact {_share(self.counts['exact'], live)}"
            f" (of those wholly alike {_share(self.counts['exact wholly'], lived)}),"
            f" inexact {self.counts['inexact']}, dropped {self.counts['dropped']},"
            f" on other words {self.counts['other words']};"
            f" cut words that landed {_share(self.counts['cut landed'], cut)};"
            f" {self.seconds:.2f} s"
        )


def judge(gold: Gold, found: Span | None, version: str) -> list[str]:
    """Say what a way made of a span."""
    if gold.there is None:
        return ["cut", *(["cut landed"] if found is not None else [])]
    names = ["live", *(["wholly live"] if gold.all_live else [])]
    if found is None:
        return [*names, "dropped"]
    if found in {gold.there, *gold.again}:
        return [*names, "exact", *(["exact wholly"] if gold.all_live else [])]
    return [*names, "inexact" if _is_own(found, gold.there, version) else "other words"]


def _is_own(found: Span, there: Span, version: str) -> bool:
    """Tell whether more of what was found is the span's own than not."""
    start, end = max(found.start, there.start), min(found.end, there.end)
    return start < end and 2 * ink(version, Span(start, end)) > ink(version, found)


def ways(base: Article, version: Article) -> dict[str, Way]:
    """Return the ways from a base to a version."""

    def linked(spans: Sequence[Span]) -> list[Span | None]:
        return [
            one.span for one in carry(collate(base, version), spans, base=base, version=version)
        ]

    def anchored(spans: Sequence[Span]) -> list[Span | None]:
        found = [find(version.text, make_anchor(base.text, span)) for span in spans]
        return [one.span if one else None for one in found]

    def theirs(spans: Sequence[Span]) -> list[Span | None]:
        return [anchor_in(version.text, make_anchor(base.text, span)) for span in spans]

    return dict(zip(WAYS, (linked, anchored, theirs), strict=True))


def measure(pair: LabelledPair, scores: dict[str, Score], *, misses: bool) -> tuple[int, int]:
    """Carry the spans of a pair in all ways; return how many, and how many were left out."""
    drawn = draw(pair)
    base, version = read(pair.base.text), read(pair.version.text)
    for name, way in ways(base, version).items():
        began = time.perf_counter()
        found = way([gold.span for gold in drawn.spans])
        scores[name].seconds += time.perf_counter() - began
        for gold, one in zip(drawn.spans, found, strict=True):
            said = judge(gold, one, pair.version.text)
            scores[name].counts.update(said)
            if misses and name == WAYS[0] and said[-1] not in _RIGHT:
                _show(pair, gold, one, said[-1])
    return len(drawn.spans), drawn.unsure


def _show(pair: LabelledPair, gold: Gold, found: Span | None, said: str) -> None:
    there = gold.there and gold.there.of(pair.version.text)
    print(f"{said}: {pair.name} [{gold.span.start}]")
    print(f"    base   {gold.span.of(pair.base.text)!r}")
    print(f"    wanted {there!r}")
    print(f"    found  {found and found.of(pair.version.text)!r}")


def founding(seeds: Path) -> None:
    """Carry the marks of the founding pair."""
    base, version = (read(text) for text in _founding_texts(seeds))
    lines = (seeds / "marks.jsonl").read_text(encoding="utf-8").splitlines()
    marks = [json.loads(line) for line in lines]
    spans = [Span(mark["start"], mark["end"]) for mark in marks]
    wanted = [Span(*mark["version"]) if mark["version"] else None for mark in marks]
    print(f"founding pair: {len(marks)} marks")
    for name, way in ways(base, version).items():
        right = sum(one == other for one, other in zip(way(spans), wanted, strict=True))
        print(f"  {name:26} {right} of {len(marks)} as a careful reader put them")


def _founding_texts(seeds: Path) -> list[str]:
    files = sorted(path for path in seeds.iterdir() if path.suffix == ".txt")
    return [file.read_text(encoding="utf-8") for file in files]


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.4f} ({part} of {whole})" if whole else "-"


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=SHARED / "data")
    parser.add_argument("--misses", action="store_true")
    wanted = parser.parse_args()
    founding(SHARED / "seeds")
    halves = {aside: {name: Score() for name in WAYS} for aside in (False, True)}
    drawn = {False: Counter[str](), True: Counter[str]()}
    for pair in labelled_pairs(wanted.data, (Set.LOOKED_AT, Set.OPENED, Set.ASIDE)):
        misses = wanted.misses and not pair.aside
        spans, unsure = measure(pair, halves[pair.aside], misses=misses)
        drawn[pair.aside].update(pairs=1, spans=spans, unsure=unsure)
    for aside, scores in halves.items():
        counts = drawn[aside]
        name = "kept aside" if aside else "may be looked at"
        print(
            f"\n{name}: {counts['pairs']} pairs, {counts['spans']} spans"
            f" ({counts['unsure']} more of which the labels do not tell)"
        )
        for way, score in scores.items():
            print(f"  {way:26} {score.line()}")


if __name__ == "__main__":
    main()
