# ruff: noqa: T201 - a script prints
"""Plant edits of known kind in real copy and see what the collation calls them.

House-style edits must stay quiet, other words for the same claim must not become substance, and
factual ones must come out as substance, wherever they stand: alone in an article; a dozen in an
article, several in one sentence; and the same beside paragraphs that were moved, cut, split and
joined. Each edit is judged by the variants that touch its place; a variant that touches none of
them was not planted. Articles of `wikinews-en` and `reuters-web`; every third is kept aside
while rules are written. `--show KIND` prints what went wrong with one kind (or `all`, `stray`)
on the part that may be looked at; `--articles N` takes fewer.
Run from the root of the checkout: `python tests/benchmarks/bench_planted.py`.
"""

import argparse
import csv
import gzip
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from planted_edits import LOUD, QUIET, WORDED, Edit

from variorum.collation.collate import collate
from variorum.collation.values import Collation, Relation, Variant, VariantClass
from variorum.text import Article
from variorum.wire.reader import read

DATA = Path(__file__).parents[3] / "shared" / "data"
MOST_ARTICLES = 240
MOST_EDITS = 14
MOST_TOGETHER = 3
"""Planted edits in one sentence, at most."""
TABLES = {VariantClass.STYLE: QUIET, VariantClass.WORDING: WORDED, VariantClass.SUBSTANCE: LOUD}
TITLES = {
    VariantClass.STYLE: "quiet edits that stayed quiet",
    VariantClass.WORDING: "edits of wording that were no substance",
    VariantClass.SUBSTANCE: "factual edits that came out as substance",
}
_CLASS_OF = {kind: wanted for wanted, table in TABLES.items() for kind in table}


@dataclass
class Tally:
    """Count plants of a kind, and those that came out right."""

    planted: int = 0
    right: int = 0


def texts() -> Iterator[str]:
    """Yield real articles as plain text."""
    with (DATA / "wikinews-en" / "wikinews_2019.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield f"{row['title']}\n\n{row['text']}"
    with gzip.open(DATA / "reuters-web" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield f"{row['headline']}\n\n{_paragraphs(row['body'])}"


def _paragraphs(body: str) -> str:
    """Break run-on copy into paragraphs of a few sentences, as it once had."""
    broken = re.sub(r"(?<=[a-z]{3}\.) (?=[A-Z][a-z]+ [a-z])", "\n\n", body)
    return re.sub(r"[ \n]*\n[ \n]*", "\n\n", broken)


def candidates(text: str, chance: random.Random) -> list[Edit]:
    """Return every edit that a text has a place for, one of each kind, in a chance order."""
    found: list[Edit] = []
    for table in TABLES.values():
        for kind, plant in table.items():
            places = list(plant(text, chance))
            if places:
                found.append(replace(chance.choice(places), kind=kind))
    chance.shuffle(found)
    return found


def several(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """Choose edits that stand apart, a few in one sentence at most."""
    chosen: list[Edit] = []
    together: Counter[int] = Counter()
    for edit in edits:
        sentence = text.count(". ", 0, edit.start) + text.count("\n", 0, edit.start)
        apart = all(
            len(text[min(one.end, edit.end) : max(one.start, edit.start)].split()) >= 3
            and not (one.start < edit.end and edit.start < one.end)
            for one in chosen
        )
        if apart and together[sentence] < MOST_TOGETHER and len(chosen) < MOST_EDITS:
            chosen.append(edit)
            together[sentence] += 1
    return sorted(chosen, key=lambda edit: edit.start)


def applied(text: str, edits: Sequence[Edit], start: int, end: int) -> str:
    """Return a stretch of the text with the edits that stand in it."""
    written, place = "", start
    for edit in edits:
        if start <= edit.start < end:
            written += text[place : edit.start] + edit.written
            place = edit.end
    return written + text[place:end]


def rearranged(text: str, edits: Sequence[Edit], chance: random.Random) -> str:
    """Return the edited text with a paragraph moved and cut, some joined and some split."""
    spans = [m.span() for m in re.finditer(r"[^\n]+", text)]
    held = {n for n, (a, b) in enumerate(spans) if any(a <= e.start < b for e in edits)}
    parts = [(n, applied(text, edits, a, b)) for n, (a, b) in enumerate(spans)]
    free = [n for n in range(4, len(parts)) if n not in held]
    if free and len(parts) > 8:
        gone = chance.choice(free)
        parts = [part for part in parts if part[0] != gone]
    if len(parts) > 8:
        moved = parts.pop(chance.randrange(4, len(parts)))
        parts.insert(chance.randrange(4, len(parts)), moved)
    written = parts[0][1]
    for _, part in parts[1:]:
        joined = written.endswith(".") and len(part) > 120 and chance.random() < 0.15
        split = re.sub(r"(?<=[a-z]{3}\.) (?=[A-Z][a-z]+ [a-z])", "\n\n", part, count=1)
        written += (" " if joined else "\n\n") + (split if chance.random() < 0.3 else part)
    return written


def judge(
    collation: Collation, edits: Sequence[Edit]
) -> tuple[dict[Edit, list[Variant]], list[Variant]]:
    """Return the variants that touch each edit, and those that touch none."""
    touching: dict[Edit, list[Variant]] = {edit: [] for edit in edits}
    stray: list[Variant] = []
    for variant in collation.variants:
        near = [
            e for e in edits if e.start - 2 <= variant.base.end and variant.base.start <= e.end + 2
        ]
        if not near:
            stray.append(variant)
        for edit in near:
            touching[edit].append(variant)
    return touching, stray


def is_right(edit: Edit, found: Sequence[Variant], collation: Collation, *, loud: bool) -> bool:
    """Tell whether an edit was called what it is; beside a factual one, quiet ones may be part of it."""
    wanted = _CLASS_OF[edit.kind]
    classes = {variant.variant_class for variant in found}
    lone = any(
        link.relation in {Relation.CUT, Relation.ADDED}
        and any(span.start <= edit.start < span.end for span in link.base)
        for link in collation.links
    )
    if wanted is VariantClass.SUBSTANCE:
        return VariantClass.SUBSTANCE in classes or lone
    if loud:
        return True
    allowed = {VariantClass.WORDING} if wanted is VariantClass.WORDING else set[VariantClass]()
    return not lone and all(c.is_quiet or c in allowed for c in classes)


class Bench:
    """Plant, collate and count."""

    def __init__(self, show: str | None) -> None:
        self.show = show
        self.tallies: dict[tuple[str, bool], Tally] = defaultdict(Tally)
        self.rounds: dict[tuple[str, VariantClass, bool], Tally] = defaultdict(Tally)
        self.stray: Counter[tuple[str, bool]] = Counter()
        self.collated: Counter[tuple[str, bool]] = Counter()

    def run(
        self, title: str, base: Article, written: str, edits: Sequence[Edit], *, aside: bool
    ) -> None:
        """Collate a base with its edited text and count what became of the edits."""
        version = read(written)
        collation = collate(base, version)
        touching, stray = judge(collation, edits)
        self.collated[title, aside] += 1
        self.stray[title, aside] += len(stray)
        if stray and self.show == "stray" and not aside:
            print("stray", title)
            self._print(base, version, stray)
        for edit, found in touching.items():
            shared = any(
                _CLASS_OF[other.kind] is VariantClass.SUBSTANCE
                and set(found) & set(touching[other])
                for other in edits
                if other is not edit
            )
            right = is_right(edit, found, collation, loud=shared)
            for tally in (
                self.tallies[edit.kind, aside],
                self.rounds[title, _CLASS_OF[edit.kind], aside],
            ):
                tally.planted += 1
                tally.right += right
            if not right and self.show in {edit.kind, "all"} and not aside:
                print(
                    f"{edit.kind}: {base.text[edit.start : edit.end]!r} → {edit.written!r} ({title})"
                )
                self._print(base, version, found)

    def _print(self, base: Article, version: Article, found: Sequence[Variant]) -> None:
        for v in found:
            before = base.text[max(0, v.base.start - 40) : v.base.start]
            after = base.text[v.base.end : v.base.end + 25]
            print(
                f"  {v.rule.value:>15} …{before!r} {v.base.of(base.text)!r} → {v.version.of(version.text)!r} {after!r}"
            )

    def table(self) -> None:
        """Print the figures."""
        for wanted, title in TITLES.items():
            print(f"\n{title:<44} {'seen':>16} {'aside':>16}")
            for kind in TABLES[wanted]:
                cells = [self.tallies[kind, aside] for aside in (False, True)]
                if any(tally.planted for tally in cells):
                    print(f"  {kind:<42} " + " ".join(map(_cell, cells)))
            for name in dict.fromkeys(n for n, w, _ in self.rounds if w is wanted):
                cells = [self.rounds[name, wanted, aside] for aside in (False, True)]
                print(f"{name:<44} " + " ".join(map(_cell, cells)))
            sums = [
                _sum([t for (_, w, a), t in self.rounds.items() if w is wanted and a is aside])
                for aside in (False, True)
            ]
            print(f"{'together':<44} " + " ".join(map(_cell, sums)))
        print(f"\n{'variants where nothing was planted':<44} {'seen':>16} {'aside':>16}")
        for name in dict.fromkeys(n for n, _ in self.collated):
            cells = [
                f"{self.stray[name, a]:>6} in {self.collated[name, a]:<6}" for a in (False, True)
            ]
            print(f"{name:<44} " + " ".join(cells))


def _sum(tallies: Sequence[Tally]) -> Tally:
    return Tally(sum(t.planted for t in tallies), sum(t.right for t in tallies))


def _cell(tally: Tally) -> str:
    share = tally.right / tally.planted if tally.planted else 1.0
    return f"{tally.right:>5}/{tally.planted:<5} {share:.3f}"


def main(show: str | None, articles: int) -> None:
    """Plant each kind alone, then many together, then many in a rearranged text."""
    bench = Bench(show)
    for number, text in enumerate(list(texts())[::2][:articles]):
        base = read(text)
        if base.text != text:
            continue
        chance = random.Random(number)
        aside = number % 3 == 0
        edits = candidates(text, chance)
        for edit in edits:
            bench.run("alone", base, applied(text, [edit], 0, len(text)), [edit], aside=aside)
        chosen = several(text, edits)
        bench.run("together", base, applied(text, chosen, 0, len(text)), chosen, aside=aside)
        for round_ in range(3):
            chance = random.Random(f"{number} {round_}")
            chosen = several(text, candidates(text, chance))
            bench.run("rearranged", base, rearranged(text, chosen, chance), chosen, aside=aside)
        bench.run("rearranged, no edit", base, rearranged(text, [], chance), [], aside=aside)
    bench.table()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--show")
    parser.add_argument("--articles", type=int, default=MOST_ARTICLES)
    arguments = parser.parse_args()
    main(arguments.show, arguments.articles)
