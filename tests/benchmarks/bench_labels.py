# ruff: noqa: T201 - a script prints
"""Measure links and variants against pairs of versions that a person labelled.

Prints, for each set of `labels/README.md` (those that may be looked at, and those kept aside): precision, recall and F1 of
linked sentences (wanted: .95) beside line diffs and best match; moves and splits (precision
.95); how places were classed (style against substance .95); recall of substance (.99).
`--misses` prints what came out otherwise, never of what is kept aside; `--sets` names the sets.
Run from the root of the checkout:
`python tests/benchmarks/bench_labels.py [--misses] [--sets looked-at,third] [DATA]`.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from label_peers import PEERS
from label_scores import (
    Found,
    LinkMiss,
    LinkScore,
    PlaceMiss,
    PlaceScore,
    Rate,
    add_sureness,
    linked,
    score_links,
    score_places,
    score_shapes,
)
from labelled_pairs import LabelledPair, Set, labelled_pairs

from variorum.collation.collate import collate
from variorum.collation.values import VariantClass
from variorum.text import Span
from variorum.wire.reader import read

OURS = "ours"
DATA = Path(__file__).parents[3] / "shared" / "data"
_TITLES = {
    Set.LOOKED_AT: "may be looked at",
    Set.OPENED: "second half, aside until opened",
    Set.THIRD: "third set, small edits",
    Set.MOVES: "third set, splits and moves",
    Set.ASIDE: "kept aside",
    Set.ASIDE_MOVES: "kept aside, splits and moves",
}
_SURE = (1.0, 0.95, 0.9, 0.8, 0.0)
_SHOWN = ("quiet", "wording", "substance", "nothing", "unlinked")


@dataclass(slots=True)
class Half:
    """Sum the scores of one set of pairs."""

    pairs: int = 0
    moves: LinkScore = field(default_factory=LinkScore)
    splits: LinkScore = field(default_factory=LinkScore)
    places: PlaceScore = field(default_factory=PlaceScore)
    sure: dict[float, Rate] = field(default_factory=lambda: {least: Rate() for least in _SURE})
    """By the least confidence of a row: the links with it that are right."""
    links: dict[str, tuple[LinkScore, LinkScore]] = field(
        default_factory=lambda: {name: (LinkScore(), LinkScore()) for name in (OURS, *PEERS)}
    )
    """For each method: of all sentences, and of those that are not the same in both."""


@dataclass(frozen=True, slots=True)
class Misses:
    """Hold what came out otherwise in one pair."""

    links: list[LinkMiss]
    places: list[PlaceMiss]


def measure(pair: LabelledPair, half: Half) -> Misses:
    """Collate a pair and add it to its set."""
    base, version = read(pair.base.text), read(pair.version.text)
    collation = collate(base, version)
    half.pairs += 1
    links = add_links(pair, linked(collation), half.links[OURS])
    links += score_shapes(pair, collation, half.moves, half.splits)
    for name, peer in PEERS.items():
        add_links(pair, peer(base, version), half.links[name])
    add_sureness(pair, collation, half.sure)
    places = [] if pair.links_only else score_places(pair, collation, half.places)
    return Misses(links, places)


def add_links(
    pair: LabelledPair, found: list[Found], scores: tuple[LinkScore, LinkScore]
) -> list[LinkMiss]:
    """Add one method's links to its scores."""
    score_links(pair, found, scores[1], changed=True)
    return score_links(pair, found, scores[0])


def show(name: str, half: Half) -> None:
    """Print the figures of one set."""
    print(f"\n{name}: {half.pairs} pairs")
    for method, (every, changed) in half.links.items():
        _show_links(f"links, {method}", every)
        _show_links("  changed sentences only", changed)
    _show_links("moves", half.moves)
    _show_links("splits and mergers", half.splits)
    for least, rate in half.sure.items():
        print(f"links with a confidence from {least:<5}{rate}")
    places = half.places
    print(f"{'style against substance':34} {places.accuracy({'quiet', 'substance'})}")
    print(f"{'substance against the rest':34} {places.fact_accuracy()}")
    print(f"{'three groups':34} {places.accuracy({'quiet', 'wording', 'substance'})}")
    print(f"{'recall of substance':34} {places.covered}, to the letter {places.wholly}")
    print(f"{'precision of substance':34} {places.loud}")
    print(f"{'labelled / shown as':34}" + "".join(f"{shown:>11}" for shown in _SHOWN))
    for gold in VariantClass:
        row = [places.table[gold, shown] for shown in _SHOWN]
        print(f"  {gold:32}" + "".join(f"{count:>11}" for count in row))


def show_misses(pair: LabelledPair, misses: Misses) -> None:
    """Print what came out otherwise, with its words."""
    for miss in misses.links:
        words = " | ".join(
            " + ".join(f"[{s.start}] {_words(text, s)}" for s in spans)
            for text, spans in ((pair.base.text, miss.base), (pair.version.text, miss.version))
        )
        print(f"{miss.kind:22} {pair.name}\n    {words}")
    for miss in misses.places:
        rule = miss.variant.rule if miss.variant else "-"
        print(
            f"{miss.gold:>16} -> {miss.shown} ({rule}) {pair.name}"
            f" [{miss.place.base.start}/{miss.place.version.start}]"
        )
        print(f"    label {_sides(pair, miss.place.base, miss.place.version)}")
        if miss.variant:
            print(f"    ours  {_sides(pair, miss.variant.base, miss.variant.version)}")


def kinds_of(misses: Misses) -> Iterator[str]:
    """Yield what kind of miss each is."""
    for link in misses.links:
        yield link.kind
    for miss in misses.places:
        yield f"{miss.gold} shown as {miss.variant.rule if miss.variant else miss.shown}"


def _show_links(name: str, score: LinkScore) -> None:
    print(f"{name:34} F1 {score.f1:.3f}  P {score.precision}  R {score.recall}")


def _words(text: str, span: Span) -> str:
    words = " ".join(span.of(text).split())
    return words if len(words) < 160 else words[:157] + "..."


def _sides(pair: LabelledPair, base: Span, version: Span) -> str:
    return f"{_words(pair.base.text, base)!r} / {_words(pair.version.text, version)!r}"


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--sets", default=",".join(Set), help="names of sets with commas between")
    wanted = parser.parse_args()
    halves = {Set(name): Half() for name in wanted.sets.split(",")}
    kinds: Counter[str] = Counter()
    for pair in labelled_pairs(wanted.data, halves):
        misses = measure(pair, halves[pair.set_])
        if wanted.misses and not pair.aside:
            show_misses(pair, misses)
            kinds.update(kinds_of(misses))
    for kind, count in kinds.most_common():
        print(f"{count:>5}  {kind}")
    for set_, half in halves.items():
        show(_TITLES[set_], half)


if __name__ == "__main__":
    main()
